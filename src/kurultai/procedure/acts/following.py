"""Acts of what follows from an adopted text: commitments, what is reported on them, reminders."""

from dataclasses import dataclass, field

from kurultai.procedure.acts.document import Attachment
from kurultai.procedure.acts.words import Words


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step on the way, with the day by which it is to be reached."""

    milestone: str  # a short key, of its own within the commitment
    words: Words
    due: str = ""


@dataclass(frozen=True, slots=True)
class Undertaking:
    """How a commitment is to be carried: what kind of action, by whom, until when.

    All of it is a proposal to a sovereign parliament; nothing in it obliges anybody.
    """

    action: str = ""  # one of `following.commitment.ACTIONS`; none: not said
    lead: str = ""  # the party that leads where several do it together
    owner: Words = field(default_factory=dict)  # the office or committee that sees to it
    due: str | None = None  # a day
    review: str = ""  # the meeting that looks at it; it need not be convened yet
    until: str | None = None  # the end clause: from this day on it is not followed up any more
    indicator: Words = field(default_factory=dict)  # by what one will see that it is done
    milestones: tuple[Milestone, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentMade:
    """An operative paragraph became a commitment proposed to one party: a pledge, no obligation.

    One taken over from what the assembly kept before names its ``imported`` and the ``state`` in
    which it was found there.
    """

    commitment: str
    document: str
    unit: str  # empty if the text is not here paragraph by paragraph
    number: int  # of the paragraph
    party: str  # a parliament, or an organ such as the Secretariat
    meeting: str
    series: str
    words: Words
    due: str | None
    tags: tuple[str, ...]
    undertaking: Undertaking | None = None  # with the same due and tags
    state: str = "proposed"
    proposed_by: Words = field(default_factory=dict)  # who asked for it, if not the assembly
    imported: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentDescribed:
    """The Secretariat said how the commitment is to be carried; it takes the place of before."""

    undertaking: Undertaking


@dataclass(frozen=True, slots=True)
class ReportMade:
    """A parliament reported: accepted, noted, in_progress, done or not_pursued.

    Early records say pledged, which is accepted.
    """

    report: str
    state: str
    words: Words
    evidence: str = ""
    links: tuple[str, ...] = ()
    files: tuple[Attachment, ...] = ()
    happened: str = ""  # when that was which is reported, if it is said
    milestones: tuple[str, ...] = ()  # those reached


@dataclass(frozen=True, slots=True)
class CommitmentSuperseded:
    """Another commitment takes its place, or a later text; it is not open any more."""

    by: str
    reason: Words


@dataclass(frozen=True, slots=True)
class CommitmentStruck:
    """It was entered by mistake: it stays readable, and counts nowhere."""

    reason: Words


@dataclass(frozen=True, slots=True)
class CommitmentReminded:
    """The party was reminded of it."""

    party: str


@dataclass(frozen=True, slots=True)
class CommitmentsImported:
    """Commitments under this text were taken over from a file, so many lines of it."""

    imported: str
    name: str  # of the file
    digest: str  # SHA-256 of the file, in hexadecimal
    lines: int


@dataclass(frozen=True, slots=True)
class ImportUndone:
    """What was taken over from that file was struck."""

    imported: str
    reason: Words
