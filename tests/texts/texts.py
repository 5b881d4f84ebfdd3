"""Texts and amendments as Hypothesis draws them: three languages, sections, points, moves."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import count
from random import Random
from typing import Any

from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st

from kurultai.texts.amendment import Amendment, Faulty
from kurultai.texts.apply import Traced
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.check import check
from kurultai.texts.relation import relate
from kurultai.texts.unit import Unit, walk
from kurultai.texts.wording import nfc, splits

# how long an example takes to draw says more of what else runs than of the laws
law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = {
    "en": ["the", "Assembly", "calls", "upon", "Parliaments", "not", "to", "cafe\u0301s", "trade"],
    "kk": ["Ассамблея", "елдерді", "ынтымақтастыққа", "шақырады", "емес", "жоқ", "и\u0306", "ғ"],
    "tr": ["Meclis", "üyeleri", "işbirliğine", "çağırır", "değil", "İstanbul", "i\u0307çin", "x̣"],
}
LANGUAGES = tuple(WORDS)


SIGNS = ["2026,", "👨‍👩‍👧", "🇰🇿🇹🇷"]


def _sentences() -> dict[str, list[str]]:
    """In each language a number of sentences, from no word to seven; some have words in common."""
    dice = Random(12)  # noqa: S311 - sentences, not secrets
    found = {}
    for language, words in WORDS.items():
        drawn = [dice.choices([*words, *words, *SIGNS], k=length) for length in (*range(8),) * 3]
        found[language] = [nfc(" ".join(sentence)) for sentence in drawn]
    return found


SENTENCES = _sentences()
SPOKEN = st.sampled_from([LANGUAGES, LANGUAGES, ("en", "kk"), ("tr",)])


@st.composite
def wordings(draw: st.DrawFn) -> dict[str, str]:
    """A unit's words, now and then with a language left out."""
    at = draw(st.integers(0, 23))
    said = {language: SENTENCES[language][(at + n) % 24] for n, language in enumerate(LANGUAGES)}
    return {language: said[language] for language in draw(SPOKEN) if said[language]}


@st.composite
def bases(draw: st.DrawFn, most: int = 4) -> Base:
    """A text of a title, paragraphs with points, and sections."""
    names = count()

    def unit(kind: str, deep: int) -> Unit:
        name = f"u{next(names)}"
        wide = draw(st.integers(0, 2)) if deep < 2 else 0
        inner = "point" if kind != "section" else "operative"
        below = tuple(unit(inner, deep + 1) for _ in range(wide))
        return Unit(name, kind, draw(wordings()), below)

    kinds = st.sampled_from(["preamble", "operative", "section", "annex"])
    return Base(unit(draw(kinds), 0) for _ in range(draw(st.integers(1, most))))


Case = tuple[Base, list[Amendment]]


@cache
def cuts(words: str) -> list[int]:
    """Where the wording may be cut."""
    return [at for at in range(len(words) + 1) if not splits(words, at)]


@st.composite
def edits(draw: st.DrawFn, base: Base, language: str | None = None) -> Edit:
    unit = draw(st.sampled_from(list(base.unit)))
    language = language or draw(st.sampled_from(LANGUAGES))
    words = base.words(unit, language)
    start, end = sorted(draw(st.tuples(*[st.sampled_from(cuts(words))] * 2)))
    new = draw(st.sampled_from(SENTENCES[language]))
    assume(words[start:end] != new)
    return Edit(unit, language, start, end, new)


@st.composite
def gaps(draw: st.DrawFn, base: Base) -> tuple[str | None, str | None]:
    parent = draw(st.sampled_from([None, *base.unit]))
    return parent, draw(st.sampled_from([None, *(unit.unit for unit in base.below(parent))]))


@st.composite
def changes(draw: st.DrawFn, base: Base, name: str) -> Change:
    kind = draw(st.sampled_from(["edit", "edit", "edit", "drop", "add", "move"]))
    unit = draw(st.sampled_from(list(base.unit)))
    match kind:
        case "edit":
            return draw(edits(base))
        case "drop":
            return Drop(unit)
        case "add":
            below = (Unit(f"{name}b", "point", draw(wordings())),) if draw(st.booleans()) else ()
            return Add(*draw(gaps(base)), (Unit(name, "operative", draw(wordings()), below),))
        case _:
            return Move(unit, *draw(gaps(base)))


@st.composite
def amendments(draw: st.DrawFn, base: Base, number: int, most: int = 3) -> Amendment:
    """An amendment whose changes can be made together."""
    made: list[Change] = []
    for at in range(draw(st.integers(1, most))):
        change = draw(changes(base, f"n{number}_{at}"))
        if possible(base, [*made, change]):
            made.append(change)
    assume(made)
    languages = draw(st.sampled_from([frozenset(LANGUAGES), frozenset(), frozenset({"en"})]))
    return Amendment(f"A{number}", tuple(made), number, languages=languages)


def possible(base: Base, made: Sequence[Change]) -> bool:
    try:
        check(base, made)
    except Faulty:
        return False
    return True


@st.composite
def cases(draw: st.DrawFn, how_many: int, most: int = 3) -> Case:
    """A text and amendments to it."""
    base = draw(bases())
    return base, [draw(amendments(base, number, most)) for number in range(how_many)]


def plain(units: Sequence[Unit]) -> list[tuple[str, str | None, str, dict[str, str]]]:
    """A text as a list that compares, empty wordings left out."""
    return [
        (unit.unit, parent, unit.kind, {lang: words for lang, words in unit.words.items() if words})
        for unit, parent in walk(units)
    ]


def one(name: str, *made: Change, number: int = 0, **parts: Any) -> Amendment:  # noqa: ANN401
    """An amendment that makes these changes."""
    return Amendment(name, made, number, **parts)


def compatible(base: Base, tabled: Sequence[Amendment]) -> list[Amendment]:
    """Those that go with all adopted before them."""
    adopted: list[Amendment] = []
    for amendment in tabled:
        if all(relate(base, other, amendment) in ("free", "point") for other in adopted):
            adopted.append(amendment)
    return adopted


def new_text(traced: Iterable[Traced]) -> list[tuple[str, str | None, str, dict[str, str]]]:
    return _text(traced, ("kept", "added", "moved_here"), ("kept", "inserted"))


def old_text(traced: Iterable[Traced]) -> list[tuple[str, str | None, str, dict[str, str]]]:
    return _text(traced, ("kept", "dropped", "moved_away"), ("kept", "deleted"))


def _text(
    traced: Iterable[Traced], units: tuple[str, ...], runs: tuple[str, ...]
) -> list[tuple[str, str | None, str, dict[str, str]]]:
    found = []
    for unit in traced:
        if unit.what in units:
            words = {
                language: "".join(run.words for run in all_runs if run.what in runs)
                for language, all_runs in unit.runs.items()
            }
            said = {language: text for language, text in words.items() if text}
            found.append((unit.unit, unit.parent, unit.kind, said))
    return found
