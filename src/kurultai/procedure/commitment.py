"""Commitments: what each parliament does about each operative paragraph.

The bodies that this serves are advisory (Istanbul Agreement, Art. 1): a commitment is a
voluntary pledge, and "not pursued" is an answer like any other.
"""

from dataclasses import dataclass, replace

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.document import Document
from kurultai.procedure.facts import new_id
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known, worded
from kurultai.procedure.text import operative
from kurultai.texts.unit import Unit

STATES = ("pledged", "in_progress", "done", "not_pursued")
OPEN_STATES = ("pledged", "in_progress")


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment as the acts so far have made it."""

    commitment: str = ""
    party: str = ""
    document: str = ""
    state: str = ""


def pledges(
    document: Document,
    meeting: str,
    series: str,
    members: tuple[str, ...],
    on: str,
) -> list[a.Acted]:
    """One commitment of each member for each operative paragraph of an adopted text."""
    return [
        _pledge(document, meeting, series, paragraph, party, on)
        for paragraph in operative(document.units)
        for party in members
    ]


def _pledge(
    document: Document,
    meeting: str,
    series: str,
    paragraph: tuple[int, Unit],
    party: str,
    on: str,
) -> a.Acted:
    number, unit = paragraph
    under = document.paragraphs.get(unit.unit, a.ParagraphTags(unit.unit, ()))
    commitment = new_id("commitment", document.document, f"{unit.unit} {party}")
    made = a.CommitmentMade(
        commitment,
        document.document,
        unit.unit,
        number,
        party,
        meeting,
        series,
        document.text.ordered(unit.words),
        under.due,
        under.tags,
    )
    return a.Acted(commitment, document.audience, on, made)


def decide_commitment(
    commitment: Commitment,
    document: Document,
    command: c.ReportOnCommitment,
) -> list[a.Acted]:
    """The report that a parliament makes on its commitment, marked as its text is marked now."""
    if not commitment.commitment:
        raise Refused("commitment.unknown")
    known(command.state, STATES, "commitment.state_unknown")
    if command.evidence and not command.evidence.startswith(("https://", "http://")):
        raise Refused("commitment.evidence_link")
    made = a.ReportMade(
        new_id("report", command.id), command.state, worded(command.words), command.evidence
    )
    return [a.Acted(commitment.commitment, document.audience, command.on, made)]


def evolve_commitment(commitment: Commitment, act: a.ActBody) -> Commitment:
    """The commitment after an act of its stream."""
    match act:
        case a.CommitmentMade():
            return Commitment(act.commitment, act.party, act.document, "pledged")
        case a.ReportMade(state=state):
            return replace(commitment, state=state)
        case _:
            return commitment
