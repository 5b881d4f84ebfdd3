"""The pictures as drawings for paper: all that a screen tells by a style sheet stands in them."""

from collections.abc import Callable, Iterator
from html import escape
from textwrap import wrap

from kurultai.site.pictures.bars import SCALE, Bars, Line
from kurultai.site.pictures.matrix import Cell, Matrix, Row
from kurultai.site.timeline import Lane, Overview

WIDTH = 960
ACROSS, DOWN = 12, 28  # columns and rows of a matrix on one drawing; more go on the next
_LABEL, _BAR, _NUMBER = 300, 540, 870  # where a line's name ends, how long a bar is, its number
_LETTERS = 32  # of a name on one line
_ROW, _SIZE = 26, 19
_EMPTY = 'fill="#fff" stroke="#5b6b75" stroke-dasharray="5 4"'
_LOOKS = {  # no answer is an empty, broken outline here too
    "proposed": _EMPTY,
    "silent": _EMPTY,
    "accepted": 'fill="#d4e8ee" stroke="#0b5c73"',
    "noted": 'fill="#dfe4e7" stroke="#7b8b95"',
    "in_progress": 'fill="#f3d79b" stroke="#7a4d00"',
    "done": 'fill="#1d6434" stroke="#1d6434"',
    "answered": 'fill="#1d6434" stroke="#1d6434"',
    "not_pursued": 'fill="#efb9b0" stroke="#9b2a1c"',
    "superseded": 'fill="#eef1f3" stroke="#7b8b95"',
    "paragraph": 'fill="#0b5c73" stroke="#0b5c73"',
}
Word = Callable[[str], str]


def bars_drawn(picture: Bars, label: Callable[[Line], str], word: Word) -> str:
    """Lines of one scale, each with its number, and what the pieces stand for."""
    parts, y = [], 4
    for line in picture.lines:
        name = wrap(label(line), _LETTERS) or [""]
        parts += [_text(0, y + 17 + 20 * n, words) for n, words in enumerate(name)]
        parts += [
            _piece(p.kind, _LABEL + p.x * _BAR // SCALE, y, p.width * _BAR // SCALE)
            for p in line.pieces
        ]
        parts.append(_text(_NUMBER, y + 17, str(line.count)))
        y += max(_ROW, 20 * len(name)) + 10
    return _drawing((*parts, *_key(picture.kinds, y, word)), y + _key_height(picture.kinds))


def _piece(kind: str, x: int, y: int, width: int, height: int = 22) -> str:
    size = f'width="{max(width, 3)}" height="{height}"'
    return f'<rect x="{x}" y="{y}" {size} {_LOOKS[kind]} stroke-width="1.5"/>'


def _key(kinds: tuple[str, ...], y: int, word: Word) -> Iterator[str]:
    """What each look stands for, three beside each other; nothing where all have one."""
    for n, kind in enumerate(kinds if len(kinds) > 1 else ()):
        x, row = n % 3 * 320, y + 12 + n // 3 * 28
        yield _piece(kind, x, row, 20, 18)
        yield _text(x + 30, row + 15, word(kind), size=17)


def _key_height(kinds: tuple[str, ...]) -> int:
    return 20 + -(-len(kinds) // 3) * 28 if len(kinds) > 1 else 0


def matrices_drawn(picture: Matrix, name: Word, word: Word) -> tuple[str, ...]:
    """Parties by heading, so many to a drawing: how many in all, and a bar by state."""
    places = range(len(picture.columns))
    return tuple(
        _matrix_drawn(
            picture, picture.rows[down : down + DOWN], places[at : at + ACROSS], name, word
        )
        for down in range(0, len(picture.rows), DOWN)
        for at in range(0, len(places), ACROSS)
    )


def _matrix_drawn(
    picture: Matrix, rows: tuple[Row, ...], places: range, name: Word, word: Word
) -> str:
    step = min(110, (WIDTH - 290) // max(len(places), 1))
    heads = [wrap(name(picture.columns[place]), 26) for place in places]
    top = 30 + max(len(words[0]) for words in heads) * 8
    parts = [
        _text(230 + step * n + step // 3 + 18 * at, top - 10, words, turned=True)
        for n, head in enumerate(heads)
        for at, words in enumerate(head[:2])
    ]
    y = top
    for row in rows:
        parts.append(_text(0, y + 26, wrap(name(row.party), 22)[0]))
        for n, place in enumerate(places):
            parts += _cell(row.cells[place], 220 + step * n, y, step - 6)
        y += 44
    return _drawing((*parts, *_key(picture.states, y, word)), y + _key_height(picture.states))


def _cell(cell: Cell, x: int, y: int, width: int) -> Iterator[str]:
    if not cell.sum:
        yield _text(x + width // 2, y + 26, "–", middle=True)
        return
    yield _text(x + width // 2, y + 18, str(cell.sum), middle=True)
    before = 0
    for state, count in cell.counts:
        start, end = before * width // cell.sum, (before + count) * width // cell.sum
        yield _piece(state, x + start, y + 24, end - start, 12)
        before += count


def years_drawn(picture: Overview, name: Callable[[Lane], str], today: str) -> str:
    """Every series on one line of years: a dot a meeting, empty where the day is not known."""
    foot = picture.height
    parts = [
        f'<line x1="{t.x}" y1="0" x2="{t.x}" y2="{foot - 22}" stroke="#d3dce1"/>'
        + _text(t.x, foot - 4, str(t.year), size=14, middle=True)
        for t in picture.ticks
    ]
    for lane in picture.lanes:
        parts += _lane(lane, name(lane))
    parts.append(
        f'<line x1="{picture.today}" y1="0" x2="{picture.today}" y2="{foot - 22}" stroke="#17222a"'
        ' stroke-dasharray="4 4"/>'
    )
    parts.append(_text(picture.today - 6, 14, today, size=14, end=True))
    return _drawing(tuple(parts), foot)


def _lane(lane: Lane, name: str) -> Iterator[str]:
    y = lane.y - 12
    yield _text(24, lane.y - 26, name, size=15)
    yield f'<line x1="24" y1="{y}" x2="936" y2="{y}" stroke="#7b8b95"/>'
    for mark in lane.marks:
        full = not mark.vague and mark.meeting.state == "closed"
        fill = "#0b5c73" if full else "#fff"
        dashed = ' stroke-dasharray="4 3"' if mark.vague else ""
        look = f'fill="{fill}" stroke="#0b5c73" stroke-width="2"{dashed}'
        yield f'<circle cx="{mark.x}" cy="{y}" r="7" {look}/>'
    if lane.due and lane.page.due.state in ("overdue", "due"):
        yield f'<path d="M{lane.due} {y + 7}V{y - 14}l12 5l-12 5" fill="#9b2a1c" stroke="#9b2a1c"/>'


def _text(
    x: int,
    y: int,
    words: str,
    *,
    size: int = _SIZE,
    middle: bool = False,
    end: bool = False,
    turned: bool = False,
) -> str:
    anchor = "middle" if middle else "end" if end else "start"
    turn = f' transform="rotate(-55 {x} {y})"' if turned else ""
    look = f'font-size="{size}" text-anchor="{anchor}"{turn}'
    return f'<text x="{x}" y="{y}" {look}>{escape(words)}</text>'


def _drawing(parts: tuple[str, ...], height: int) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
    return f'{head} width="{WIDTH}" height="{height}">{"".join(parts)}</svg>'
