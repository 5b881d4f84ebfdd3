"""Shapes of texts being drafted: readings, circulation, amendments, the marshalled list."""

from dataclasses import dataclass, field

from kurultai.gate.shapes.document import DecisionRow, DocumentRow
from kurultai.procedure.acts import Words
from kurultai.texts.change import Change
from kurultai.texts.unit import Unit


@dataclass(frozen=True)
class Revision:
    """A point of the record at which the document's text changed, and how.

    ``kind`` is the act: VersionDistributed, TextConsolidated or TextCorrected; ``language`` of a
    distributed or corrected one, else empty.
    """

    position: int
    on: str
    kind: str
    language: str
    reading: int


@dataclass(frozen=True)
class TextPage:
    """A document's text in all its languages as it stood at a position of the record."""

    document: DocumentRow
    at: int  # the last revision's position
    reading: int
    units: tuple[Unit, ...]
    standings: dict[str, str]  # language -> authentic, translation or unofficial
    behind: dict[str, tuple[str, ...]]  # language -> units missing there or not following
    revisions: tuple[Revision, ...]  # all of them, oldest first
    struck: tuple[str, ...] = ()  # units that a separate vote of this reading did not keep


@dataclass(frozen=True)
class Answer:
    """What a delegation said to a paragraph: agree, object, reserve or ask."""

    party: str
    unit: str
    answer: str
    words: Words
    on: str
    position: int


@dataclass(frozen=True)
class CirculationRow:
    """A circulation: to whom, until when."""

    position: int
    on: str
    until: str
    parties: tuple[str, ...]
    reading: int
    languages: tuple[str, ...]
    note: Words


@dataclass(frozen=True)
class SilenceRow:
    """A silence procedure; state running, broken or kept."""

    silence: str
    meeting: str
    until: str
    title: Words
    parties: tuple[str, ...]
    reading: int
    article: str
    link: str
    confidence: str
    state: str
    opened_on: str
    broken_by: str | None
    how: str | None
    broken_at: str | None
    reason: Words
    amendment: str | None
    document: str = ""


@dataclass(frozen=True)
class AmendmentRow:
    """An amendment. ``changes`` are as the adopted sub-amendments have made them.

    state is tabled, adopted, rejected, fallen or withdrawn; ``because`` and ``why`` of a fallen
    one; ``place``, ``group``, ``figure``, ``relation``, ``to`` and ``flags`` from the marshalled
    list, place None if it is not on it.
    """

    amendment: str
    document: str
    number: int
    by: tuple[str, ...]
    sponsors: tuple[str, ...]  # who joined
    language: str
    languages: tuple[str, ...]  # in which it is complete
    reading: int
    changes: tuple[Change, ...]
    tabled_changes: tuple[Change, ...]  # as tabled, before sub-amendments
    reason: Words
    of: str | None
    replaces: tuple[str, ...]
    linguistic: bool
    state: str
    because: str | None
    why: str | None
    decision: str | None
    tabled_on: str
    position: int
    place: int | None
    group: int | None
    figure: str
    relation: str
    to: str | None
    flags: tuple[str, ...]
    withdrawal: Words = field(default_factory=dict)  # why it was withdrawn, if that was said


@dataclass(frozen=True)
class Wording:
    """That an amendment, a main one, proposes another wording of a unit, and whose it is."""

    unit: str  # of an addition, what it stands behind
    amendment: str
    by: tuple[str, ...]
    sponsors: tuple[str, ...]


@dataclass(frozen=True)
class BoardPage:
    """The answers to a circulated draft, paragraph by delegation."""

    text: TextPage
    circulation: CirculationRow | None  # the last
    answers: tuple[Answer, ...]
    wordings: tuple[Wording, ...]  # tabled in this reading or adopted
    silence: SilenceRow | None  # the last
    amendments: tuple[AmendmentRow, ...] = ()  # to the paragraphs of one page of the board
    page: int = 1
    pages: int = 1


@dataclass(frozen=True)
class Marshalled:
    """The last marshalled list as it was issued."""

    issue: int
    on: str
    position: int
    order: str
    article: str
    link: str
    confidence: str
    proposed: tuple[str, ...]
    reason: Words


@dataclass(frozen=True)
class AmendmentsPage:
    """A document's amendments of the current reading, in the marshalled order, one page of them.

    Those that are not on the list come last, in the order of tabling.
    """

    document: DocumentRow
    reading: int
    marshalled: Marshalled | None
    amendments: tuple[AmendmentRow, ...]
    units: tuple[Unit, ...]  # the text of the reading
    count: int  # of all of them
    page: int  # from 1
    pages: int
    states: dict[str, int]  # state -> how many


@dataclass(frozen=True)
class AmendmentPage:
    """One amendment with the text that it amends and what was said of it."""

    amendment: AmendmentRow
    document: DocumentRow
    units: tuple[
        Unit, ...
    ]  # what it amends: the reading, or for a sub-amendment as its parent makes it
    parent: AmendmentRow | None
    subs: tuple[AmendmentRow, ...]
    rivals: tuple[AmendmentRow, ...]  # of the same group
    decisions: tuple[DecisionRow, ...]


@dataclass(frozen=True)
class Statement:
    """A reservation or an explanation of vote."""

    party: str
    words: Words
    unit: str | None
    on: str
    position: int


@dataclass(frozen=True)
class Corrigendum:
    """A correction of an adopted text in one language."""

    corrigendum: int
    language: str
    reason: Words
    on: str
    position: int


@dataclass(frozen=True)
class AdoptionPage:
    """What stands beside an adopted text."""

    reservations: tuple[Statement, ...]
    explanations: tuple[Statement, ...]
    corrigenda: tuple[Corrigendum, ...]
