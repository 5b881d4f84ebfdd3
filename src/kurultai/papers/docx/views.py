"""A document as it reads if some revisions are accepted and the others rejected."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from kurultai.papers.docx.paragraphs import Paragraph, Piece, Revised

Sees = Callable[[Revised], bool]


@dataclass(slots=True)
class Seen:
    """A paragraph of a view: those of the file that it is made of, and its words."""

    paragraph: Paragraph  # which it is: the first that gives it words, else its last
    words: str
    is_gap: bool
    parts: list[Paragraph] = field(default_factory=list)


def accepted(revised: Revised) -> bool:
    """As it reads once all is accepted."""
    return revised.gone is None and revised.away is None


def rejected(revised: Revised) -> bool:
    """As it read before anybody changed it."""
    return revised.ins is None and revised.to is None


def by(name: str) -> Sees:
    """As it reads if only that author's revisions are accepted."""

    def sees(revised: Revised) -> bool:
        came = [one.name for one in (revised.ins, revised.to) if one is not None]
        went = [one.name for one in (revised.gone, revised.away) if one is not None]
        return all(one == name for one in came) and name not in went

    return sees


def view(paragraphs: Iterable[Paragraph], sees: Sees) -> Iterator[Seen]:
    """The paragraphs; one whose end is not seen runs on into the next."""
    parts: list[tuple[Paragraph, list[Piece]]] = []
    for paragraph in paragraphs:
        parts.append((paragraph, [one for one in paragraph.pieces if sees(one.revised)]))
        if sees(paragraph.end):
            yield _seen(parts)
            parts = []
    if any(pieces for _, pieces in parts):
        yield _seen(parts)


def _seen(parts: list[tuple[Paragraph, list[Piece]]]) -> Seen:
    worded = [paragraph for paragraph, pieces in parts if pieces]
    pieces = [piece for _, found in parts for piece in found]
    words = "".join(one.words for one in pieces if not one.is_gap)
    is_gap = any(one.is_gap for one in pieces) and not words
    which = worded[0] if worded else parts[-1][0]
    return Seen(which, words, is_gap, [paragraph for paragraph, _ in parts])
