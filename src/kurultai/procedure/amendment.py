"""An amendment as the acts so far have made it: with its translations, sponsors and fate."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kurultai.procedure import acts as a
from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Edit
from kurultai.texts.sub import with_subs
from kurultai.texts.unit import Unit, walk

Proposals = Mapping[str, "Proposal"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An amendment tabled; ``state`` is tabled, adopted, rejected, fallen or withdrawn.

    ``changes`` hold its wording in every language in which it was given.
    """

    amendment: str
    number: int
    by: tuple[str, ...]
    language: str
    reading: int
    changes: tuple[Change, ...]
    of: str | None = None
    replaces: tuple[str, ...] = ()
    linguistic: bool = False
    sponsors: tuple[str, ...] = ()
    translated: frozenset[str] = frozenset()
    state: str = "tabled"

    @property
    def signatures(self) -> int:
        """How many parties stand behind it."""
        return len({*self.by, *self.sponsors})


def proposed(act: a.AmendmentTabled) -> Proposal:
    """The amendment as it was tabled."""
    return Proposal(
        amendment=act.amendment,
        number=act.number,
        by=act.by,
        language=act.language,
        reading=act.reading,
        changes=act.changes,
        of=act.of,
        replaces=act.replaces,
        linguistic=act.linguistic,
    )


def with_translation(proposal: Proposal, act: a.AmendmentTranslated) -> Proposal:
    """The amendment with its wording in another language, in place of an earlier one."""
    kept = tuple(
        _worded(change, act.language, act.words)
        for change in proposal.changes
        if not (isinstance(change, Edit) and change.language == act.language)
    )
    return replace(
        proposal,
        changes=(*kept, *act.edits),
        translated=proposal.translated | {act.language},
    )


def _worded(change: Change, language: str, words: Mapping[str, str]) -> Change:
    if not isinstance(change, Add):
        return change
    return Add(change.parent, change.after, tuple(_units_worded(change.units, language, words)))


def _units_worded(units: Iterable[Unit], language: str, words: Mapping[str, str]) -> Iterator[Unit]:
    for unit in units:
        below = tuple(_units_worded(unit.below, language, words))
        given = {language: words[unit.unit]} if words.get(unit.unit) else {}
        yield replace(unit, words={**unit.words, **given}, below=below)


def complete_in(proposal: Proposal, languages: Iterable[str]) -> frozenset[str]:
    """Those of the languages in which the amendment says all that it has to say."""
    return frozenset(
        language
        for language in languages
        if proposal.linguistic
        or language in (proposal.language, *proposal.translated)
        or _says_all(proposal, language)
    )


def _says_all(proposal: Proposal, language: str) -> bool:
    """True if nothing is worded, or all that is worded in its own language is so here too."""
    edits = [change for change in proposal.changes if isinstance(change, Edit)]
    own = {edit.unit for edit in edits if edit.language == proposal.language}
    here = {edit.unit for edit in edits if edit.language == language}
    worded = (unit for unit in added(proposal.changes) if unit.words)
    return own <= here and all(unit.words.get(language) for unit in worded)


def added(changes: Iterable[Change]) -> Iterator[Unit]:
    """Every unit that the changes add."""
    for change in changes:
        if isinstance(change, Add):
            yield from (unit for unit, _ in walk(change.units))


def amendment_of(proposal: Proposal, languages: Iterable[str]) -> Amendment:
    """The amendment as the algebra of texts takes it, without its sub-amendments."""
    return Amendment(
        proposal.amendment,
        proposal.changes,
        number=proposal.number,
        of=proposal.of,
        replaces=proposal.replaces,
        languages=complete_in(proposal, languages),
    )


def as_amended(
    base: Base, proposals: Proposals, proposal: Proposal, languages: Iterable[str]
) -> Amendment:
    """The amendment as its adopted sub-amendments have made it, in the order of tabling."""
    languages = tuple(languages)
    adopted = (s for s in subs_of(proposals, proposal.amendment) if s.state == "adopted")
    subs = tuple(amendment_of(sub, languages) for sub in adopted)
    return with_subs(base, amendment_of(proposal, languages), subs)


def subs_of(proposals: Proposals, parent: str) -> tuple[Proposal, ...]:
    """The sub-amendments of an amendment, in the order of tabling."""
    return tuple(p for p in proposals.values() if p.of == parent)


def settled(proposals: Proposals, act: a.AmendmentsSettled) -> dict[str, Proposal]:
    """The amendments after a decision settled some of them."""
    fates = {
        **dict.fromkeys(act.adopted, "adopted"),
        **dict.fromkeys(act.rejected, "rejected"),
        **dict.fromkeys((fallen.amendment for fallen in act.fallen), "fallen"),
    }
    changed = {name: replace(proposals[name], state=state) for name, state in fates.items()}
    return {**proposals, **changed}
