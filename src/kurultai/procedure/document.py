"""Documents and texts: one symbol, parallel languages, paragraphs with identities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from kurultai.procedure import acts as a
from kurultai.procedure.amendment import (
    Proposal,
    proposed,
    settled,
    with_translation,
)
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known
from kurultai.procedure.text import (
    Text,
    with_consolidation,
    with_correction,
    with_version,
)
from kurultai.texts.unit import Unit

STANDINGS = ("authentic", "translation", "unofficial")


@dataclass(frozen=True, slots=True)
class Circulation:
    """To whom the draft went, until which instant."""

    until: str
    parties: tuple[str, ...]
    reading: int


@dataclass(frozen=True, slots=True)
class Silence:
    """A silence procedure; ``state`` is running, broken or kept."""

    silence: str
    meeting: str
    until: str
    title: a.Words
    parties: tuple[str, ...]
    state: str = "running"


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the acts so far have made it; ``state`` is none, draft, adopted, withdrawn.

    ``order`` is the marshalled list of this reading; ``separately`` the paragraphs decided by a
    vote of their own, True if kept.
    """

    document: str = ""
    kind: str = ""
    symbol: str = ""
    state: str = "none"
    audience: str = "public"
    meeting: str | None = None
    authentic: tuple[str, ...] = ()
    text: Text = field(default_factory=Text)
    paragraphs: Mapping[str, a.ParagraphTags] = field(default_factory=dict)
    circulation: Circulation | None = None
    silence: Silence | None = None
    proposals: Mapping[str, Proposal] = field(default_factory=dict)
    order: tuple[a.Place, ...] = ()
    issue: int = 0  # of the marshalled list
    separately: Mapping[str, bool] = field(default_factory=dict)
    corrigenda: int = 0
    adopted_at: str = ""  # the meeting

    @property
    def units(self) -> tuple[Unit, ...]:
        """The text, in all its languages."""
        return self.text.units

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it was distributed, the one that gives the structure first."""
        return self.text.languages

    @property
    def silent(self) -> bool:
        """True while a silence procedure runs."""
        return self.silence is not None and self.silence.state == "running"

    @property
    def struck(self) -> tuple[str, ...]:
        """Paragraphs that a vote of their own took out of this reading."""
        return tuple(unit for unit, kept in self.separately.items() if not kept)

    def still_draft(self) -> None:
        """Refused unless the document was tabled and is neither adopted nor withdrawn."""
        if self.state == "none":
            raise Refused("document.unknown")
        if self.state != "draft":
            raise Refused("document.settled", {"state": self.state})

    def is_adopted(self) -> None:
        """Refused unless the document was adopted."""
        known(self.state, ("draft", "adopted", "withdrawn"), "document.unknown")
        if self.state != "adopted":
            raise Refused("document.not_adopted", {"state": self.state})

    def not_silent(self) -> None:
        """Refused while a silence procedure runs: nothing about the text changes under it."""
        if self.silence and self.silent:
            raise Refused("silence.running", {"until": self.silence.until})

    def words(self, unit: str) -> a.Words:
        """The unit's wording in every language that has it."""
        return self.text.words(unit)

    def live(self) -> tuple[Proposal, ...]:
        """Amendments to this reading that may still change it: tabled, or adopted."""
        return tuple(p for p in self.of_reading() if p.state in ("tabled", "adopted"))

    def of_reading(self) -> tuple[Proposal, ...]:
        """The amendments to this reading, in the order of tabling."""
        return tuple(p for p in self.proposals.values() if p.reading == self.text.reading)


def counted(proposals: Iterable[Proposal]) -> dict[str, str]:
    """How many amendments there are, and their numbers: facts for a refusal."""
    numbers = [str(proposal.number) for proposal in proposals]
    return {"count": str(len(numbers)), "numbers": ", ".join(numbers)}


def nothing_waiting(document: Document, signatures: int = 1) -> None:
    """Refused unless every amendment is settled.

    One that lacks the signatures that the rules ask for does not hold the text up.
    """
    enough = [p.amendment for p in document.live() if p.signatures >= signatures]
    waiting = [
        p
        for p in document.live()
        if p.state == "tabled" and p.amendment in enough and (p.of is None or p.of in enough)
    ]
    if waiting:
        raise Refused("document.amendments_pending", counted(waiting))


def nothing_pending(document: Document, signatures: int = 1) -> None:
    """Refused unless every amendment is settled and what was adopted is in the text."""
    nothing_waiting(document, signatures)
    adopted_now = [p for p in document.live() if p.state == "adopted"]
    if adopted_now or document.struck:
        raise Refused("document.not_consolidated", counted(adopted_now))


# --- what acts make of it


def evolve_document(  # noqa: C901 - one case a kind
    document: Document, audience: str, act: a.ActBody, at: str = ""
) -> Document:
    """The document after an act of its stream. It asks no rule: what was decided, happened.

    ``at`` is the instant at which it took place, which counts for what was distributed.
    """
    match act:
        case a.DocumentTabled():
            return Document(
                document=act.document,
                kind=act.kind,
                symbol=act.symbol,
                state="draft",
                audience=audience,
                meeting=act.meeting,
                authentic=act.authentic,
            )
        case a.VersionDistributed():
            text = with_version(document.text, act, at)
            moved_on = text.reading != document.text.reading
            document = _next_reading(document) if moved_on else document
            return replace(document, text=text)
        case a.ParagraphsTagged(paragraphs=paragraphs):
            tags = {**document.paragraphs, **{p.unit: p for p in paragraphs}}
            return replace(document, paragraphs=tags)
        case a.TextAdopted(symbol=symbol, meeting=meeting):
            return replace(document, state="adopted", symbol=symbol, adopted_at=meeting)
        case a.MarkingChanged():
            return replace(document, audience=audience)
        case a.DocumentWithdrawn():
            return replace(document, state="withdrawn")
        case a.DraftCirculated(until=until, parties=parties, reading=reading):
            return replace(document, circulation=Circulation(until, parties, reading))
        case a.SilenceOpened(silence=name, meeting=meeting, until=until, title=title):
            silence = Silence(name, meeting, until, title, act.parties)
            return replace(document, silence=silence)
        case a.SilenceBroken():
            return _with_silence(document, "broken")
        case a.SilenceKept():
            return _with_silence(document, "kept")
        case a.AmendmentsMarshalled(issue=issue, places=places):
            return replace(document, issue=issue, order=places)
        case a.ParagraphsDecided(units=units, kept=kept):
            decided = {**document.separately, **dict.fromkeys(units, kept)}
            return replace(document, separately=decided)
        case a.TextConsolidated():
            text = with_consolidation(document.text, act)
            return replace(_next_reading(document), text=text)
        case a.TextCorrected(corrigendum=number):
            text = with_correction(document.text, act)
            return replace(document, text=text, corrigenda=number)
        case _:
            return replace(document, proposals=_evolve_proposals(document.proposals, act))


def _with_silence(document: Document, state: str) -> Document:
    silence = document.silence
    return replace(document, silence=replace(silence, state=state)) if silence else document


def _next_reading(document: Document) -> Document:
    """The list and the separate votes were on the text as it stood."""
    return replace(document, order=(), separately={})


def _evolve_proposals(proposals: Mapping[str, Proposal], act: a.ActBody) -> Mapping[str, Proposal]:
    match act:
        case a.AmendmentTabled():
            return {**proposals, act.amendment: proposed(act)}
        case a.AmendmentTranslated(amendment=name):
            return {**proposals, name: with_translation(proposals[name], act)}
        case a.AmendmentSponsored(amendment=name, party=party):
            joined = (*proposals[name].sponsors, party)
            return {**proposals, name: replace(proposals[name], sponsors=joined)}
        case a.AmendmentWithdrawn(amendment=name):
            return {**proposals, name: replace(proposals[name], state="withdrawn")}
        case a.AmendmentsSettled():
            return settled(proposals, act)
        case _:
            return proposals
