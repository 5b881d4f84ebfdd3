"""What lines of a file may name: parties, tags, texts and meetings, by any of their names."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from kurultai.gate import imports, register
from kurultai.gate.imports import Held, Text
from kurultai.gate.viewer import Viewer
from kurultai.language.columns import plain
from kurultai.papers.sheets import written_day
from kurultai.procedure.acts import Words

T = TypeVar("T")
Said = tuple[str, str, int, tuple[str, ...], tuple[str, ...]]  # text, party, paragraph, words, by


@dataclass(frozen=True, slots=True)
class Named:
    """Names as they are compared, each of just one thing."""

    parties: dict[str, str]
    tags: dict[str, str]
    texts: dict[str, Text]
    meetings: dict[str, Held]
    standing: frozenset[Said]

    def text(self, words: str) -> Text | None:
        """The text of that symbol or title, or of that identity."""
        return self.texts.get(plain(words))

    def meeting(self, words: str) -> str:
        """The meeting of that identity, or that began on that day alone; "" if there is none."""
        found = self.meetings.get(plain(words)) or self.meetings.get(plain(_day(words)))
        return found.meeting if found else ""

    def on(self, day: str) -> str:
        """The meeting during which that day was, if it was one alone."""
        found = {held.meeting for held in self.meetings.values() if _during(held, day)}
        return found.pop() if len(found) == 1 else ""


def said(document: str, party: str, number: int, words: Words, by: Words) -> Said:
    """What makes a line the same as another."""
    return document, party, number, tuple(words.values()), tuple(by.values())


def _day(words: str) -> str:
    try:
        return written_day(words)
    except ValueError:
        return ""


def _during(held: Held, day: str) -> bool:
    """A meeting of which only the month is known says nothing of a day."""
    return held.first_day <= day <= held.last_day and held.first_day[:7] == held.last_day[:7]


def named(viewer: Viewer) -> Named:
    """All that the viewer may see."""
    return Named(
        _alone(_who(viewer)),
        _alone(
            (name, tag.tag) for tag in register.tags(viewer) for name in _of(tag.tag, tag.names)
        ),
        _alone(
            (name, text)
            for text in imports.texts(viewer)
            for name in (text.symbol, *_of(text.document, text.names))
        ),
        _alone(
            (name, held)
            for held in imports.held(viewer)
            for name in (held.first_day, *_of(held.meeting, {}))
        ),
        frozenset(
            said(one.document, one.party, one.number, one.words, one.proposed_by)
            for one in imports.standing(viewer)
        ),
    )


def _who(viewer: Viewer) -> Iterable[tuple[str, str]]:
    """Parliaments by their names and their states', and the assembly's own organs."""
    for party in register.parties(viewer):
        for names in (party.names, party.state):
            yield from ((name, party.party) for name in _of(party.party, names))
    for organ in register.organs(viewer):
        yield from ((name, organ.organ) for name in _of(organ.organ, organ.names))


def _of(identity: str, names: dict[str, str]) -> tuple[str, ...]:
    return (identity, identity.partition(":")[2], *names.values())


def _alone(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """The names that are of one thing alone."""
    found: dict[str, list[T]] = {}
    for name, thing in pairs:
        before = found.setdefault(plain(name), [])
        if thing not in before:
            before.append(thing)
    return {name: things[0] for name, things in found.items() if name and len(things) == 1}
