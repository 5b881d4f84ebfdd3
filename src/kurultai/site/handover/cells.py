"""What a told page is made of: sections of sentences and tables, for a screen and for paper."""

from dataclasses import dataclass

from kurultai.language.catalogue import tongue
from kurultai.language.words import pick
from kurultai.papers import report as paper
from kurultai.procedure.acts import Words
from kurultai.site.tongue import LANGUAGE


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, where their page is, and in which language they are if not in the page's."""

    text: str
    path: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """A table; every row has as many cells as the head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph."""

    text: str


Block = Rows | Sentence


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and what stands under it; ``key`` is its place in the page's address."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


def cell(words: Words, path: str = "", before: str = "") -> Cell:
    """The words in the page's language or the nearest, behind what needs no language."""
    text, language = pick(words, LANGUAGE.get())
    said = " ".join(filter(None, (before, text if text != before else "")))
    return Cell(said, path, "" if language == LANGUAGE.get() or not text else language)


def ngettext(one: str, many: str, number: int) -> str:
    """The form of the message that goes with the number, with the number in it."""
    return tongue(LANGUAGE.get()).ngettext(one, many, number) % {"num": number}


def on_paper(sections: tuple[Section, ...]) -> tuple[paper.Section, ...]:
    """The same for print."""
    return tuple(
        paper.Section(section.heading, tuple(map(_printed, section.blocks))) for section in sections
    )


def _printed(block: Block) -> paper.Block:
    match block:
        case Sentence(text=text):
            return paper.Says(text)
        case Rows():
            rows = tuple(tuple(one.text for one in row) for row in block.rows)
            return paper.Table(block.caption, block.head, rows)
