"""Where every unit of a text stands, as the way to it from the outermost part."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from kurultai.language.instructions.grammar import Chain, Part
from kurultai.texts.base import Base
from kurultai.texts.number import Label, labels

TITLED = ("section", "annex")  # their own words are their title
_UNNUMBERED = (0,)


def way(label: Label) -> Chain:
    """The way to what the label names; an annex's number names the annexes above it too."""
    steps = [*label.within, label]
    return tuple(
        Part(step.kind, () if step.numbers == _UNNUMBERED else step.numbers)
        for step, later in zip(steps, [*steps[1:], None], strict=True)
        if step.kind not in TITLED or later is None or later.kind != step.kind
    )


@lru_cache(maxsize=16)
def chains(base: Base) -> dict[str, Chain]:
    """Of every unit the way to it; no two are alike.

    Of the headings at the top the first is the title; the others, and closing parts after the
    first, are counted.
    """
    found: dict[str, Chain] = {}
    seen: Counter[Chain] = Counter()
    for unit, label in labels(base.units).items():
        chain = way(label)
        seen[chain] += 1
        found[unit] = _counted(chain, seen[chain])
    return found


def worded(base: Base, unit: str) -> Chain:
    """The way to the unit's own words: of a section or an annex they are its title."""
    chain = chains(base)[unit]
    return (
        (*chain, Part("title", again=chain[-1].again)) if base.unit[unit].kind in TITLED else chain
    )


def _counted(chain: Chain, number: int) -> Chain:
    *above, last = chain
    if last.numbers:
        return (*above, replace(last, again=number))
    if last.kind == "heading":
        first = number == 1 and not above
        last = Part("title") if first else Part("heading", (number - (not above),))
    elif number > 1:
        last = replace(last, numbers=(number,))
    return (*above, last)
