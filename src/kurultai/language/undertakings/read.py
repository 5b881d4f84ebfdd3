"""From the words of an operative paragraph to what it seems to ask, and of whom.

A guess for a clerk to confirm. It goes by the verbs alone and says which words led to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kurultai.language.undertakings.languages import LANGUAGES
from kurultai.language.undertakings.verbs import Folded, Verbs, folded

_FIRST_WORDS = 4  # among which one who will do it is named, if it is not asked of them
_NEAR = 90  # letters between who asks and who is asked


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a paragraph seems to ask; ``found`` are the words that say so, none if none do."""

    action: str = ""  # of the closed set, if one is recognised
    addressed: str = "members"  # or the secretariat, or nobody
    found: tuple[str, ...] = ()
    language: str = ""  # of these words


@dataclass(frozen=True, slots=True)
class _Hit:
    name: str
    start: int
    end: int


def suggested(words: Mapping[str, str], order: Iterable[str] = ()) -> Suggestion:
    """By the first language, in this order, in which something is recognised."""
    for language in dict.fromkeys((*order, *words)):
        found = suggest(words.get(language, ""), language)
        if found.found:
            return found
    return Suggestion()


def suggest(words: str, language: str) -> Suggestion:
    """What the words of one language ask of whom."""
    verbs = LANGUAGES.get(language)
    if verbs is None or not words:
        return Suggestion()
    text = folded(words, language)
    action = _action(verbs, text)
    lead, addressed, office = _addressed(verbs, text, action)
    told = tuple(hit for hit in (lead, office, action) if hit)
    if addressed == "nobody":
        action, told = None, told[:1]
    said = (h for h in told if not any(_within(h, other) for other in told if other is not h))
    found = tuple(dict.fromkeys(text.original(words, hit.start, hit.end) for hit in said))
    return Suggestion(action.name if action else "", addressed, found, language if found else "")


def _addressed(
    verbs: Verbs, text: Folded, action: _Hit | None
) -> tuple[_Hit | None, str, _Hit | None]:
    """The governing verb, whom it addresses, and where they are named."""
    asks, rests = _hits(verbs, text, "asks"), _hits(verbs, text, "rests")
    rest = _governing(verbs, rests)
    asks = [ask for ask in asks if not any(_within(ask, rest) for rest in rests)]
    if not asks and rest:
        return rest, "nobody", None
    if asks:
        ask = _governing(verbs, asks)
        office = _asked(verbs, _hits(verbs, text, "office"), ask)
        return ask, "secretariat" if office else "members", office
    will_do = _first(verbs, text) if action else None
    return None, "secretariat" if will_do else "members", will_do


def _asked(verbs: Verbs, offices: list[_Hit], ask: _Hit | None) -> _Hit | None:
    """The office near the verb, on the side where that language names whom it asks."""
    if ask is None:
        return None
    for office in offices:
        is_before = office.end <= ask.start
        is_near = ask.start <= office.start <= ask.end + _NEAR
        if is_before if verbs.is_last else is_near:
            return office
    return None


def _first(verbs: Verbs, text: Folded) -> _Hit | None:
    words = list(re.finditer(r"\w+", text.text))[:_FIRST_WORDS]
    until = words[-1].end() if words else 0
    return next((h for h in _hits(verbs, text, "subject") if h.start < until), None)


def _action(verbs: Verbs, text: Folded) -> _Hit | None:
    """The one nearest to the verb that governs; of two in one place the longer."""
    every = [
        _Hit(action, hit.start, hit.end)
        for action in verbs.actions
        for hit in _hits(verbs, text, f"action {action}")
    ]
    own = [hit for at, hit in enumerate(every) if not _is_covered(hit, at, every)]
    return _governing(verbs, own)


def _is_covered(hit: _Hit, at: int, every: list[_Hit]) -> bool:
    """True if a longer one stands over it, or one as long that comes before it."""
    length = hit.end - hit.start
    return any(
        _within(hit, other) and (other.end - other.start > length or n < at)
        for n, other in enumerate(every)
        if n != at
    )


def _within(hit: _Hit, other: _Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end


def _governing(verbs: Verbs, hits: list[_Hit]) -> _Hit | None:
    if not hits:
        return None
    if verbs.is_last:
        return max(hits, key=lambda hit: (hit.end, hit.end - hit.start))
    return min(hits, key=lambda hit: (hit.start, hit.start - hit.end))


def _hits(verbs: Verbs, text: Folded, name: str) -> list[_Hit]:
    return list(_each(verbs, text, name))


def _each(verbs: Verbs, text: Folded, name: str) -> Iterator[_Hit]:
    for written in verbs.compiled[name]:
        for found in written.finditer(text.text):
            end = _end_of_word(text.text, found.end())
            yield _Hit(name.removeprefix("action "), found.start(), end)


def _end_of_word(text: str, at: int) -> int:
    rest = re.compile(r"\w*").match(text, at)
    return rest.end() if rest else at
