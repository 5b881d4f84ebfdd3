"""The paragraphs of a file as if one author alone had changed it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kurultai.papers.docx.identity import Identities
from kurultai.papers.docx.paragraphs import Paragraph, Piece, Revised
from kurultai.papers.docx.runs import Author
from kurultai.papers.docx.views import rejected


def alone(who: Identities, author: str) -> Iterator[Paragraph]:
    """Without the paragraphs that others wrote, and with others' moves undone.

    What the author changed in words that another moved is changed where they stood.
    """
    here = _moved_by_others(who, author)
    for paragraph in who.paragraphs:
        known = who.known.get(paragraph.number)
        if paragraph.number in here.values():
            continue
        if known is not None and known.unit in here:
            moved = who.paragraphs[_index(who, here[known.unit])]
            yield replace(
                paragraph, pieces=_unmoved(moved.pieces), end=Revised(), shape=moved.shape
            )
        elif not is_anothers(paragraph, author):
            yield paragraph


def is_anothers(paragraph: Paragraph, author: str) -> bool:
    """Whether somebody else wrote this paragraph, with none of the text's words in it."""
    writer = paragraph.end.ins or paragraph.end.to
    return (
        writer is not None
        and writer.name != author
        and not any(rejected(piece.revised) for piece in paragraph.pieces)
    )


def inside_anothers(who: Identities) -> Iterator[tuple[Paragraph, Author, str]]:
    """Words changed within what somebody else wrote: a sub-amendment, which cannot be read."""
    moved = {one.unit for one in who.known.values() if one.is_moved}
    for paragraph in who.paragraphs:
        known = who.known.get(paragraph.number)
        if known is not None and known.unit in moved:
            continue
        writer = paragraph.end.ins or paragraph.end.to
        whole = writer is not None and is_anothers(paragraph, "\0")
        for piece in paragraph.pieces:
            wrote = piece.revised.ins or piece.revised.to or (writer if whole else None)
            for changer in (piece.revised.gone, piece.revised.ins):
                around = writer if whole else wrote
                if changer and around and changer.name != around.name:
                    yield paragraph, changer, piece.words


def moved_by(who: Identities, author: str) -> Iterator[str]:
    """The units that the author moved."""
    for paragraph in who.paragraphs:
        known = who.known.get(paragraph.number)
        mover = paragraph.end.to or paragraph.end.ins
        if known is not None and known.is_moved and mover and mover.name == author:
            yield known.unit


def _moved_by_others(who: Identities, author: str) -> dict[str, int]:
    """Units that others moved, with the number of the paragraph where each stands now."""
    standing = {one.unit for one in who.known.values() if not one.is_moved}
    own = set(moved_by(who, author))
    return {
        known.unit: number
        for number, known in who.known.items()
        if known.is_moved and known.unit in standing and known.unit not in own
    }


def _index(who: Identities, number: int) -> int:
    return next(n for n, paragraph in enumerate(who.paragraphs) if paragraph.number == number)


def _unmoved(pieces: Iterable[Piece]) -> list[Piece]:
    return [replace(one, revised=replace(one.revised, to=None, away=None)) for one in pieces]
