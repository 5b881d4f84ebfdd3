"""A text as the lines of a page: each unit with its label in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from kurultai.language import instructions
from kurultai.site.drafts.kept import kept
from kurultai.texts.number import labels
from kurultai.texts.unit import Unit, deep, walk

_NUMBERED = ("operative", "point", "section", "annex")  # whose number stands in the margin


@dataclass(frozen=True, slots=True)
class Line:
    """A unit as a page shows it.

    ``label`` stands in the margin: "4 (a)", empty of what has no number there; ``called`` says
    which unit it is wherever one has to be named.
    """

    unit: str
    kind: str
    depth: int
    label: str
    called: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Gap:
    """A language of a text, and the units that are missing there or do not follow yet."""

    language: str
    standing: str
    behind: tuple[str, ...]
    of: int  # units of the text

    @property
    def first(self) -> str:
        """The first unit that is behind, to lead there; empty if none is."""
        return self.behind[0] if self.behind else ""


@kept
def lines(units: tuple[Unit, ...], language: str) -> tuple[Line, ...]:
    """The units in the order of the text."""
    called = shorts(units, language)
    return tuple(
        Line(
            unit.unit,
            unit.kind,
            depth,
            called[unit.unit] if unit.kind in _NUMBERED else "",
            called[unit.unit],
            unit.words,
        )
        for unit, depth in deep(units)
    )


@kept
def shorts(units: tuple[Unit, ...], language: str) -> Mapping[str, str]:
    """What each unit is called, as short as can be: "4 (a)", "annex II"."""
    return {unit: instructions.short(label, language) for unit, label in labels(units).items()}


@kept
def margins(units: tuple[Unit, ...], language: str) -> Mapping[str, str]:
    """What stands in the margin beside each unit that has a number there."""
    return {line.unit: line.label for line in lines(units, language)}


def gaps(
    standings: Mapping[str, str],
    behind: Mapping[str, tuple[str, ...]],
    units: tuple[Unit, ...],
) -> tuple[Gap, ...]:
    """What each language lacks."""
    of = sum(1 for _ in walk(units))
    return tuple(
        Gap(language, standing, behind.get(language, ()), of)
        for language, standing in standings.items()
    )
