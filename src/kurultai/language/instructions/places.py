"""Where every unit of a text stands, as the way to it from the outermost part."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from kurultai.language.instructions.grammar import Chain, Part
from kurultai.texts.base import Base
from kurultai.texts.unit import Unit

TITLED = ("section", "annex")  # their own words are their title

Counts = Counter[tuple[Chain, str]]


@lru_cache(maxsize=16)
def chains(base: Base) -> dict[str, Chain]:
    """Of every unit the way to it; no two are alike."""
    found = dict(_walk(base.units, (), (), Counter()))
    seen: Counter[Chain] = Counter()
    for unit, chain in found.items():
        seen[chain] += 1
        if seen[chain] > 1:
            found[unit] = (*chain[:-1], replace(chain[-1], again=seen[chain]))
    return found


def worded(base: Base, unit: str) -> Chain:
    """The way to the unit's own words: of a section or an annex they are its title."""
    chain = chains(base)[unit]
    return (*chain, Part("title")) if base.unit[unit].kind in TITLED else chain


def _walk(
    units: Iterable[Unit], above: Chain, scope: Chain, counts: Counts
) -> Iterator[tuple[str, Chain]]:
    """``above`` is the way to the parent, ``scope`` the one to the annex: numbers begin anew."""
    for unit in units:
        within = above if unit.kind == "point" else scope
        counts[within, unit.kind] += 1
        chain = _joined(within, _part(unit.kind, counts[within, unit.kind], top=not scope))
        yield unit.unit, chain
        inside = chain if unit.kind == "annex" else scope
        yield from _walk(unit.below, chain, inside, Counter() if chain == inside else counts)


def _part(kind: str, number: int, *, top: bool) -> Part:
    """Of the headings the first is the title; one closing part needs no number."""
    match kind:
        case "heading":
            return Part("title") if top and number == 1 else Part(kind, (number - top,))
        case "closing":
            return Part(kind, (number,) if number > 1 else ())
        case _:
            return Part(kind, (number,))


def _joined(within: Chain, part: Part) -> Chain:
    """The way on; a point of a point is said in one breath."""
    if part.kind == "point" and within and within[-1].kind == "point":
        return (*within[:-1], replace(within[-1], numbers=within[-1].numbers + part.numbers))
    return (*within, part)
