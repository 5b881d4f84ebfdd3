"""Commands on commitments: drawing them from a text, reporting, reminding, taking over old ones."""

from dataclasses import dataclass, field

from kurultai.procedure.acts import Attachment, Undertaking, Words
from kurultai.procedure.commands.asked import Asked


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one operative paragraph asks of whom; of nobody: it asks nothing."""

    unit: str
    parties: tuple[str, ...] = ()
    undertaking: Undertaking = field(default_factory=Undertaking)


@dataclass(frozen=True, slots=True)
class Answered:
    """What a party had said to a commitment, as a file keeps it."""

    on: str
    state: str
    words: Words = field(default_factory=dict)
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """One commitment as a file keeps it."""

    line: int  # in the file, from 1
    number: int  # of the paragraph; 0 if it has none
    words: Words
    party: str
    state: str = "proposed"
    proposed_by: Words = field(default_factory=dict)
    undertaking: Undertaking = field(default_factory=Undertaking)
    answers: tuple[Answered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawCommitments(Asked):
    """Say for paragraphs of an adopted text what they ask of whom.

    Those who are not named any more have their commitments struck.
    """

    document: str
    paragraphs: tuple[Drawn, ...]
    reason: Words = field(default_factory=dict)  # needed where something is struck


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribeCommitment(Asked):
    """Say how one commitment is to be carried."""

    commitment: str
    undertaking: Undertaking


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOnCommitment(Asked):
    """Report what a parliament did about a commitment."""

    commitment: str
    state: str
    words: Words
    evidence: str = ""
    links: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    happened: str = ""
    milestones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SupersedeCommitment(Asked):
    """Say that another commitment, or a later text, takes the place of this one."""

    commitment: str
    by: str = ""
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeCommitment(Asked):
    """Take out a commitment that was entered by mistake."""

    commitment: str
    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindParty(Asked):
    """Record that a party was reminded of commitments that are open."""

    party: str
    commitments: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCommitments(Asked):
    """Take over commitments under one text from a file: all lines, or none."""

    document: str
    name: str
    digest: str
    lines: tuple[ImportedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoImport(Asked):
    """Strike what was taken over from a file under one text."""

    document: str
    imported: str
    reason: Words


CommitmentCommand = DescribeCommitment | ReportOnCommitment | SupersedeCommitment | StrikeCommitment
FollowingCommand = (
    DescribeCommitment
    | ReportOnCommitment
    | SupersedeCommitment
    | StrikeCommitment
    | DrawCommitments
    | RemindParty
    | ImportCommitments
    | UndoImport
)
