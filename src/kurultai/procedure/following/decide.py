"""Which function decides which command on commitments."""

from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.document import Document
from kurultai.procedure.facts import Facts
from kurultai.procedure.following.commitment import Commitment, decide_commitment
from kurultai.procedure.following.drawn import drawn, reminded
from kurultai.procedure.following.imported import imported, undone
from kurultai.procedure.register import Register


def decide_following(
    register: Register,
    commitment: Commitment,
    document: Document,
    facts: Facts,
    command: c.FollowingCommand,
) -> list[a.Acted]:
    """The acts that follow from a command on commitments."""
    match command:
        case (
            c.ReportOnCommitment()
            | c.DescribeCommitment()
            | c.SupersedeCommitment()
            | c.StrikeCommitment()
        ):
            return decide_commitment(register, commitment, document, command)
        case c.DrawCommitments():
            return drawn(register, document, facts, command)
        case c.RemindParty():
            return reminded(facts, command)
        case c.ImportCommitments():
            return imported(register, document, facts, command)
        case c.UndoImport():
            return undone(document, facts, command)
        case _:
            assert_never(command)
