"""Tables in plain text: aligned by what a letter takes on the screen, wrapped to a width."""

import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

GAP = "  "
Row = Sequence[str]
_NARROWEST = 64
_WIDE = ("W", "F")  # of East Asian widths: two columns
_JOINTS = "_-./"  # after which a word may be divided
_NONE = ("Mn", "Me", "Cf")  # marks that stand over a letter, and signs that are not seen


def screen() -> int:
    """The width to write to: the terminal's, or 80."""
    return max(shutil.get_terminal_size((80, 24)).columns, _NARROWEST)


def width(text: str) -> int:
    """The columns that the text takes."""
    return sum(map(_width, text))


def _width(letter: str) -> int:
    if unicodedata.category(letter) in _NONE:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1


def table(head: Row, rows: Iterable[Row], *, to: int, wrap: int, cap: int = 14) -> str:
    """The rows under the head; the column number ``wrap`` takes what the others leave.

    No other column takes more than ``cap``: what is longer is wrapped. A row of one cell is a
    heading over those that follow.
    """
    every = [tuple(map(_clean, row)) for row in (head, *rows)]
    columns = zip(*(row for row in every if len(row) > 1), strict=True)
    widest = [min(max(map(width, column)), cap) for column in columns]
    rest = sum(widest) - widest[wrap] + len(GAP) * (len(head) - 1)
    widest[wrap] = max(to - rest, 12)
    rule = tuple("-" * columns for columns in widest)
    lines = (line for row in (every[0], rule, *every[1:]) for line in _lines(row, widest))
    return "".join(f"{line}\n" for line in lines)


def _clean(text: str) -> str:
    """The text on one line, without signs that would steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _lines(row: Row, widest: Sequence[int]) -> Iterator[str]:
    """The lines that a row takes, or a heading."""
    if len(row) == 1:
        yield from ("", *row)
        return
    wrapped = [
        list(_wrapped(cell, columns)) or [""] for cell, columns in zip(row, widest, strict=True)
    ]
    for number in range(max(map(len, wrapped))):
        parts = [cell[number] if number < len(cell) else "" for cell in wrapped]
        padded = (
            part + " " * (columns - width(part))
            for part, columns in zip(parts, widest, strict=True)
        )
        yield GAP.join(padded).rstrip()


def _wrapped(text: str, columns: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if width(joined) <= columns:
            line = joined
            continue
        if line:
            yield line
        *whole, line = _cut(word, columns)
        yield from whole
    if line:
        yield line


def _cut(word: str, columns: int) -> Iterator[str]:
    """A word in pieces of at most so many columns, after a joint if it has one there."""
    piece = ""
    for letter in word:
        if width(piece) + _width(letter) > columns:
            whole = max(piece.rfind(joint) for joint in _JOINTS) + 1 or len(piece)
            yield piece[:whole]
            piece = piece[whole:]
        piece += letter
    yield piece
