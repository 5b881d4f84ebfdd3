"""The one clause: which rows a viewer may read. Every query of the gate goes through here."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, TypeVar, get_type_hints

import msgspec

from kurultai.gate.viewer import Viewer

T = TypeVar("T")


class NotFound(Exception):  # noqa: N818 - not there and not allowed are one answer
    """There is no such thing, or this viewer may not know of it: the same answer."""


def visible(table: str) -> str:
    """The clause for a table or alias that carries an audience."""
    return (
        f"({table}.audience_id = 1 OR {table}.audience_id IN"  # noqa: S608 - a table of ours
        " (SELECT audience_id FROM person_audience WHERE person = :viewer))"
    )


def rows(viewer: Viewer, shape: type[T], sql: str, **values: object) -> tuple[T, ...]:
    """The rows as frozen ``shape``s; columns in the order of its fields.

    In the query ``[meeting]`` stands for the clause on that table or alias:
    ``SELECT ... FROM meeting WHERE [meeting] AND ...``.
    """
    return _shapes(shape, plain(viewer, sql, **values))


def rows_again(viewer: Viewer, shape: type[T], sql: str, **values: object) -> tuple[T, ...]:
    """As ``rows``, of what is read often and changes seldom: the same cells, the same shapes."""
    named: Any = shape
    again: tuple[T, ...] = _shapes_again(named, tuple(plain(viewer, sql, **values)))
    return again


def rows_at_once(viewer: Viewer, shape: type[T], sql: str, **values: object) -> tuple[T, ...]:
    """As ``rows``, of a query whose one cell is a JSON array of rows, which themselves are arrays.

    Between two rows SQLite lets other threads run, and then waits for its turn: of hundreds of rows
    that wait is longer than the reading. The same text gives the same shapes.
    """
    named: Any = shape
    (text,) = cells(viewer, sql, **values)
    again: tuple[T, ...] = _shapes_of(named, text)
    return again


@lru_cache(maxsize=64)
def _shapes_of(shape: Any, text: str) -> tuple[Any, ...]:  # noqa: ANN401 - as above
    return _shapes(shape, msgspec.json.decode(text, type=list[tuple[Any, ...]]))


def _shapes(shape: type[T], found: Iterable[tuple[Any, ...]]) -> tuple[T, ...]:
    named: Any = shape  # a class may be a key, which its type does not say
    readers = _readers(named)
    return tuple(shape(*_read(row, readers)) for row in found)


_shapes_again = lru_cache(maxsize=64)(_shapes)


def _read(row: tuple[Any, ...], readers: tuple[tuple[int, Any], ...]) -> list[Any]:
    """The cells, with those that are not kept as they are read from what they are kept as."""
    cells = list(row)
    for place, read in readers:
        cells[place] = read(cells[place])
    return cells


def one(viewer: Viewer, shape: type[T], sql: str, **values: object) -> T:
    """The single row; NotFound if there is none that this viewer may see."""
    found = rows(viewer, shape, sql, **values)
    if not found:
        raise NotFound
    return found[0]


def cells(viewer: Viewer, sql: str, **values: object) -> tuple[Any, ...]:
    """The first cell of each row."""
    return tuple(row[0] for row in plain(viewer, sql, **values))


def plain(viewer: Viewer, sql: str, **values: object) -> list[tuple[Any, ...]]:
    """The rows as they are kept, numbers and texts."""
    asked = {"viewer": viewer.person or "", **values}
    return viewer.db.execute(_with_clause(sql), asked).fetchall()


@cache
def _with_clause(sql: str) -> str:
    """Each ``[table]`` becomes that table's clause."""
    head, *rest = sql.split("[")
    parts = (part.partition("]") for part in rest)
    return head + "".join(visible(table) + tail for table, _, tail in parts)


@cache
def _readers(shape: type[Any]) -> tuple[tuple[int, Any], ...]:
    """How columns become their fields: not those of texts and numbers; the rest from JSON."""
    hints = get_type_hints(shape)
    kinds = enumerate(hints[name] for name in shape.__dataclass_fields__)
    return tuple((place, _reader(kind)) for place, kind in kinds if kind not in _PLAIN)


_PLAIN = (str, int, str | None, int | None)
_NAMES = tuple[str, ...]  # parties, languages, units: the same few again and again, in every row


def _reader(kind: Any) -> Any:  # noqa: ANN401 - a type, and a function to it
    if kind in (bool, msgspec.Raw):  # raw is JSON that only goes on as JSON
        return kind
    decoder = msgspec.json.Decoder(kind)
    if kind == _NAMES:
        return lru_cache(maxsize=4096)(decoder.decode)
    return lambda cell: decoder.decode(cell or "null")
