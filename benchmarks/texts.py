"""Figures of texts: a list marshalled, amendments applied, traced and derived, in nine languages.

Every figure stands beside a floor measured in the same run: reading the same text and amendments
from JSON, which whoever shows them has to do anyway. Machines differ; the ratios hardly do.

.venv/bin/python benchmarks/texts.py [units] [amendments]
"""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

import msgspec

from kurultai.texts.align import align
from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import apply, trace
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.consolidate import consolidate
from kurultai.texts.derive import derive
from kurultai.texts.fate import fates
from kurultai.texts.order import POLICIES, marshal
from kurultai.texts.unit import Unit

LANGUAGES = ("az", "en", "hu", "kk", "ky", "ru", "tk", "tr", "uz")
LETTERS = {"kk": "аәбвгғдежзиңоөұүһі", "ky": "абвгдежзиңоөүы", "ru": "абвгдежзиопрсты"}
DICE = Random(2026)  # noqa: S311 - the same text in every run, no secret


def main() -> None:
    """Measure and print."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000  # noqa: PLR2004
    text = Text(units)
    base = Base(text.units)
    tabled = [text.amendment(base, number) for number in range(count)]
    written = msgspec.json.encode((text.units, [one.changes for one in tabled]))
    kind = tuple[tuple[Unit, ...], list[tuple[Change, ...]]]
    floor = timed(lambda: msgspec.json.decode(written, type=kind))
    say(f"{len(base.unit):,} units in {len(LANGUAGES)} languages, {count:,} amendments, as JSON")
    tell(f"read from JSON, {len(written) / 1e6:.1f} MB: the floor", floor)
    for policy in POLICIES:
        took = timed(lambda policy=policy: marshal(base, tabled, policy))  # type: ignore[misc]
        tell(f"marshalled, {policy}", took, floor)
    adopted, fallen = decided(base, tabled)
    say(f"{len(adopted)} of them adopted one after another, {fallen} fell")
    half = adopted[::2]
    tell("which fall with all of these", timed(lambda: fates(base, tabled, half, ())), floor)
    tell("applied", timed(lambda: apply(base, adopted)), floor)
    tell("traced, every word with its amendment", timed(lambda: trace(base, adopted)), floor)
    tell("consolidated", timed(lambda: consolidate(base, adopted, LANGUAGES)), floor)
    new = apply(base, adopted)
    tell("derived anew from the two texts", timed(lambda: derive(base, new)), floor)
    kazakh, turkish = ([unit.words[lang] for unit in base.unit.values()] for lang in ("kk", "tr"))
    tell("two languages aligned", timed(lambda: align(kazakh, turkish)), floor)


class Text:
    """A text of sections, paragraphs and points, and amendments to it."""

    def __init__(self, units: int) -> None:
        self.words = {language: list(vocabulary(language)) for language in LANGUAGES}
        self.count = 0
        made: list[Unit] = []
        while self.count < units:
            made.append(self.section() if DICE.random() < 1 / 8 else self.paragraph())
        self.units = tuple(made)

    def section(self) -> Unit:
        """A title with five paragraphs."""
        return self.unit("section", tuple(self.paragraph() for _ in range(5)), 6)

    def paragraph(self) -> Unit:
        """A paragraph with up to three points."""
        points = tuple(self.unit("point", (), 20) for _ in range(DICE.randint(0, 3)))
        return self.unit("operative", points, 40)

    def unit(self, kind: str, below: tuple[Unit, ...], length: int) -> Unit:
        """A unit of about so many words in every language."""
        self.count += 1
        words = {lang: self.sentence(lang, DICE.randint(4, 2 * length)) for lang in LANGUAGES}
        return Unit(f"u{self.count}", kind, words, below)

    def sentence(self, language: str, length: int) -> str:
        """So many words."""
        return " ".join(DICE.choices(self.words[language], k=length))

    def amendment(self, base: Base, number: int) -> Amendment:
        """One in four strikes, adds or moves a paragraph; the others reword one."""
        unit = DICE.choice(list(base.unit))
        changes: tuple[Change, ...] = tuple(self.edits(base, unit))
        match DICE.randrange(16):
            case 0 | 1:
                changes = (Drop(unit),)
            case 2:
                new = replace(self.unit("operative", (), 30), unit=f"n{number}")
                changes = (Add(base.parent[unit], unit, (new,)),)
            case 3:
                top = [one.unit for one in base.units if not base.inside(unit, one.unit)]
                changes = (Move(unit, None, DICE.choice(top)),)
            case _:
                pass
        return Amendment(f"a{number:05}", changes, number, languages=frozenset(LANGUAGES))

    def edits(self, base: Base, unit: str) -> Iterator[Edit]:
        """A few words replaced in every language."""
        for language in LANGUAGES:
            words = base.words(unit, language).split(" ")
            first = DICE.randrange(len(words))
            last = min(first + DICE.randint(1, 6), len(words))
            start = len(" ".join(words[:first])) + bool(first)
            end = start + len(" ".join(words[first:last]))
            yield Edit(unit, language, start, end, self.sentence(language, DICE.randint(1, 5)))


def vocabulary(language: str) -> Iterator[str]:
    """Four hundred words that look like the language's."""
    letters = LETTERS.get(language, "abcçdeəfgğhıijkloöşuü")
    for _ in range(400):
        yield "".join(DICE.choices(letters, k=DICE.randint(2, 11)))


def decided(base: Base, tabled: list[Amendment]) -> tuple[list[Amendment], int]:
    """Every amendment in turn adopted, unless it fell with one adopted before."""
    order = {placed.amendment: at for at, placed in enumerate(marshal(base, tabled))}
    pending = sorted(tabled, key=lambda one: order[one.amendment])
    adopted: list[Amendment] = []
    while pending:
        adopted.append(pending.pop(0))
        gone = {fate.amendment for fate in fates(base, pending, adopted[-1:], ())}
        pending = [one for one in pending if one.amendment not in gone]
    return adopted, len(tabled) - len(adopted)


def tell(what: str, seconds: float, floor: float | None = None) -> None:
    """One line."""
    ratio = f"   {seconds / floor:5.1f} times the floor" if floor else ""
    say(f"{what:58} {seconds * 1e3:8.1f} ms{ratio}")


def say(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor, which hardly depend on what else runs; the best of three."""
    best = float("inf")
    for _ in range(3):
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


if __name__ == "__main__":
    main()
