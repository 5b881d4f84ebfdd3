"""Where each paragraph of a text stands: its style, and the list that numbers it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kurultai.papers.docx.names import STYLES, TITLE
from kurultai.papers.docx.numbering import DEEPEST, Numbers


@dataclass(frozen=True, slots=True)
class Place:
    """A unit met in the order of the text; ``what`` as of `texts.redline.Traced`."""

    unit: str
    kind: str
    depth: int
    what: str = "kept"


@dataclass(slots=True)
class _Above:
    """A unit that is open: the next deeper one stands below it."""

    unit: str
    kind: str
    depth: int
    list: int = 0  # that numbers it, and its points
    level: int = -1


@dataclass(slots=True)
class Outline:
    """Gives each place its style and numbering; fed in the order of the text."""

    numbers: Numbers
    open: list[_Above] = field(default_factory=list)
    titled: bool = False

    def enter(self, place: Place) -> tuple[str, str]:
        """The style and the w:numPr (or "") of the place's paragraph."""
        while self.open and self.open[-1].depth >= place.depth:
            self.open.pop()
        here = _Above(place.unit, place.kind, place.depth)
        self._count(here)
        self.open.append(here)
        style = STYLES[place.kind]
        if place.kind == "heading" and not self.titled and place.depth == 0:
            style = TITLE
        self.titled = True
        return style[0], _numbered(here)

    def _count(self, here: _Above) -> None:
        match here.kind:
            case "operative":
                here.list, here.level = self.numbers.paragraphs(self._scope()), 0
            case "point":
                self._count_point(here)
            case "section":
                here.list = self.numbers.sections(self._scope())
                here.level = sum(one.kind == "section" for one in self.open)
            case "annex":
                here.list = self.numbers.annexes()
                here.level = sum(one.kind == "annex" for one in self.open)
            case _:
                return

    def _count_point(self, here: _Above) -> None:
        above = self.open[-1] if self.open else None
        if above and above.kind in {"operative", "point"}:
            here.list, here.level = above.list, above.level + 1
        else:
            within = above.unit if above else ""
            here.list, here.level = self.numbers.paragraphs(f"points of {within}"), 1

    def _scope(self) -> str:
        """The annex in which the place stands, or "" for the text itself."""
        return next((f"in {one.unit}" for one in reversed(self.open) if one.kind == "annex"), "")


def _numbered(here: _Above) -> str:
    if not here.list:
        return ""
    level = min(here.level, DEEPEST)
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{here.list}"/></w:numPr>'


def laid_out(places: Iterable[Place], numbers: Numbers) -> Iterator[tuple[Place, str, str]]:
    """Each place with its style and numbering."""
    outline = Outline(numbers)
    for place in places:
        yield place, *outline.enter(place)
