"""A report for people, as paper: headings, sentences, tables and pictures, in one language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Says:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, and in words what it shows, for those who do not see it."""

    svg: str
    says: str


Block = Says | Items | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report as of a day; ``marking`` in words, empty if it is for everyone."""

    title: str
    assembly: str
    language: str
    day: str  # in words
    lead: str
    sections: tuple[Section, ...]
    marking: str = ""
