"""Acts of drafting together: circulation, silence, amendments, consolidation, corrigenda.

All stand in the document's stream. What an amendment does is in coordinates of one frozen text,
the document's ``reading``: the first is the text as distributed, each consolidation begins the
next.
"""

from dataclasses import dataclass, field

from kurultai.procedure.acts.words import Words
from kurultai.texts.change import Change, Edit
from kurultai.texts.unit import Unit


@dataclass(frozen=True, slots=True)
class DraftCirculated:
    """The draft went to the delegations, to be answered until an instant."""

    until: str  # "2026-12-01T15:00Z"
    parties: tuple[str, ...]
    reading: int
    languages: tuple[str, ...]  # in which it was complete
    note: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ParagraphAnswer:
    """What a delegation says to a paragraph: agree, object, reserve or ask; and why."""

    unit: str
    answer: str
    words: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AnswersGiven:
    """A delegation answered a circulated draft; a later answer to a paragraph replaces it."""

    party: str
    answers: tuple[ParagraphAnswer, ...]


@dataclass(frozen=True, slots=True)
class SilenceOpened:
    """A silence procedure began: unless a party breaks it before the instant, it is adopted.

    While it runs the text has no number and goes by its temporary title
    (OSCE MC.DOC/1/06, Annex 1(A); UN General Assembly decision 74/544).
    """

    silence: str
    meeting: str  # at which it was announced, and nobody objected
    until: str
    title: Words  # temporary
    parties: tuple[str, ...]  # who may break it
    reading: int
    article: str = ""
    link: str = ""
    confidence: str = "?"


@dataclass(frozen=True, slots=True)
class SilenceBroken:
    """A party broke the silence by an objection or an amendment: the text is not adopted."""

    silence: str
    party: str
    how: str  # objection or amendment
    at: str  # the instant
    reason: Words
    amendment: str | None = None


@dataclass(frozen=True, slots=True)
class SilenceKept:
    """The instant passed and nobody broke the silence; adoption follows."""

    silence: str


@dataclass(frozen=True, slots=True)
class AmendmentTabled:
    """An amendment to the document, or a sub-amendment to one (``of``).

    The changes of a sub-amendment are in coordinates of the reading as its parent would make it.
    """

    amendment: str
    number: int  # in the order of tabling, within the document
    by: tuple[str, ...]
    language: str  # in which it was written
    reading: int
    changes: tuple[Change, ...]
    reason: Words = field(default_factory=dict)
    of: str | None = None
    replaces: tuple[str, ...] = ()  # a compromise: the amendments that it takes the place of
    linguistic: bool = False  # concerns one language only


@dataclass(frozen=True, slots=True)
class AmendmentTranslated:
    """The amendment's wording in another language: its edits there, and words of units it adds.

    Neither of them: it changes nothing in that language.
    """

    amendment: str
    language: str
    edits: tuple[Edit, ...]
    words: dict[str, str] = field(default_factory=dict)  # added unit -> wording


@dataclass(frozen=True, slots=True)
class AmendmentSponsored:
    """A party joined the sponsors of an amendment."""

    amendment: str
    party: str


@dataclass(frozen=True, slots=True)
class AmendmentWithdrawn:
    """Those who tabled the amendment withdrew it."""

    amendment: str
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """An amendment's place in the marshalled list; rivals share a group.

    ``figure`` is how far it goes from the text over the group's region, as an exact fraction
    "3/7"; empty for one that has no rival. ``relation`` and ``to`` say why it stands in the group:
    clash, pre_empts, pre_empted, identical, sub (of ``to``), compromise, or empty. ``flags`` are
    what a person has to look at: negation (a word such as "not" comes or goes), untranslated (not
    comparable until it is translated).
    """

    amendment: str
    group: int
    figure: str = ""
    relation: str = ""
    to: str | None = None
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AmendmentsMarshalled:
    """The amendments were put in the order in which they will be voted on.

    ``order`` is the rulebook's policy: furthest, text, strike_first or perfect_first. Where the
    chair ordered otherwise, ``reason`` says why and ``proposed`` keeps what the policy gave.
    """

    issue: int
    order: str
    places: tuple[Place, ...]
    article: str = ""
    link: str = ""
    confidence: str = "?"
    proposed: tuple[str, ...] = ()
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fallen:
    """An amendment that is not put to the vote any more, and because of which other one.

    ``why``: clash, pre_empted, identical, parent_rejected, parent_settled, replaced, or signatures
    (it never had as many as the rulebook asks).
    """

    amendment: str
    because: str
    why: str


@dataclass(frozen=True, slots=True)
class AmendmentsSettled:
    """A decision settled amendments: adopted, rejected, and what fell with them."""

    decision: str
    adopted: tuple[str, ...]
    rejected: tuple[str, ...]
    fallen: tuple[Fallen, ...] = ()


@dataclass(frozen=True, slots=True)
class ParagraphsDecided:
    """A separate vote on paragraphs: kept in the text, or struck from it."""

    decision: str
    units: tuple[str, ...]
    kept: bool


@dataclass(frozen=True, slots=True)
class TextConsolidated:
    """The adopted amendments were worked into the text: the next reading begins.

    ``units`` is the whole text in all its languages. ``behind`` names, by language, the units
    whose wording there does not follow yet.
    """

    reading: int  # the new one
    amendments: tuple[str, ...]
    units: tuple[Unit, ...]
    behind: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReservationEntered:
    """A party's reservation to an adopted text, or to one paragraph of it."""

    reservation: str
    party: str
    words: Words
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class VoteExplained:
    """A party's explanation of its vote, or an interpretative statement."""

    explanation: str
    party: str
    words: Words


@dataclass(frozen=True, slots=True)
class TextCorrected:
    """A corrigendum to an adopted text, in one language, without change of substance."""

    corrigendum: int
    language: str
    edits: tuple[Edit, ...]
    reason: Words = field(default_factory=dict)
