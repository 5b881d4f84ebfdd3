"""Commands of drafting together. Every one names its document; amendments are in its stream."""

from dataclasses import dataclass, field

from kurultai.procedure.acts import ParagraphAnswer, Words
from kurultai.procedure.commands.asked import Asked
from kurultai.texts.change import Change, Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class CirculateDraft(Asked):
    """Send the draft to the delegations; without parties, to all that may propose."""

    document: str
    until: str  # "2026-12-01T15:00Z"
    parties: tuple[str, ...] = ()
    note: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAnswers(Asked):
    """A delegation's answers to a circulated draft, paragraph by paragraph."""

    document: str
    party: str
    answers: tuple[ParagraphAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSilence(Asked):
    """Begin a silence procedure at a meeting; ``objecting`` are those who object to it there."""

    document: str
    meeting: str
    until: str
    title: Words
    objecting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakSilence(Asked):
    """A party objects, in writing, before the silence ends."""

    document: str
    party: str
    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseSilence(Asked):
    """Establish that the instant passed and nobody broke the silence."""

    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAmendment(Asked):
    """Table an amendment; with ``of`` a sub-amendment, with ``replaces`` a compromise.

    Under silence it also breaks it.
    """

    document: str
    by: tuple[str, ...]
    language: str
    reading: int  # against which the changes are; Refused if the text has moved on
    changes: tuple[Change, ...]
    reason: Words = field(default_factory=dict)
    of: str | None = None
    replaces: tuple[str, ...] = ()
    linguistic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslateAmendment(Asked):
    """Give an amendment's wording in another language."""

    document: str
    amendment: str
    language: str
    edits: tuple[Edit, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    unchanged: bool = False  # it changes nothing in that language, and that is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class SponsorAmendment(Asked):
    """Join the sponsors of an amendment."""

    document: str
    amendment: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawAmendment(Asked):
    """Withdraw an amendment; ``party`` is one of those who tabled it."""

    document: str
    amendment: str
    party: str
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarshalAmendments(Asked):
    """Put the pending amendments in order; another order than the rule's needs a reason."""

    document: str
    order: tuple[str, ...] = ()  # all pending amendments; empty: as the rule orders
    reason: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsolidateText(Asked):
    """Work the adopted amendments into the text; every amendment must be settled."""

    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterReservation(Asked):
    """Enter a party's reservation to an adopted text."""

    document: str
    party: str
    words: Words
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainVote(Asked):
    """Enter a party's explanation of its vote."""

    document: str
    party: str
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectText(Asked):
    """Issue a corrigendum to an adopted text."""

    document: str
    language: str
    edits: tuple[Edit, ...]
    reason: Words = field(default_factory=dict)


DraftingCommand = (
    CirculateDraft
    | GiveAnswers
    | OpenSilence
    | BreakSilence
    | CloseSilence
    | TableAmendment
    | TranslateAmendment
    | SponsorAmendment
    | WithdrawAmendment
    | MarshalAmendments
    | ConsolidateText
    | EnterReservation
    | ExplainVote
    | CorrectText
)
