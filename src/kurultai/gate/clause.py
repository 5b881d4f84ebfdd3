"""The one clause: which rows a viewer may read. Every query of the gate goes through here."""

from functools import cache
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
    found = viewer.db.execute(_with_clause(sql), {"viewer": viewer.person or "", **values})
    named: Any = shape  # a class may be a key, which its type does not say
    readers = _readers(named)
    return tuple(
        shape(*(read(cell) for read, cell in zip(readers, row, strict=True))) for row in found
    )


def one(viewer: Viewer, shape: type[T], sql: str, **values: object) -> T:
    """The single row; NotFound if there is none that this viewer may see."""
    found = rows(viewer, shape, sql, **values)
    if not found:
        raise NotFound
    return found[0]


def cells(viewer: Viewer, sql: str, **values: object) -> tuple[Any, ...]:
    """The first cell of each row."""
    found = viewer.db.execute(_with_clause(sql), {"viewer": viewer.person or "", **values})
    return tuple(row[0] for row in found)


@cache
def _with_clause(sql: str) -> str:
    """Each ``[table]`` becomes that table's clause."""
    head, *rest = sql.split("[")
    parts = (part.partition("]") for part in rest)
    return head + "".join(visible(table) + tail for table, _, tail in parts)


@cache
def _readers(shape: type[Any]) -> tuple[Any, ...]:
    """How each column becomes its field: texts and numbers as they are, the rest from JSON."""
    hints = get_type_hints(shape)
    return tuple(_reader(hints[name]) for name in shape.__dataclass_fields__)


_PLAIN = (str, int, str | None, int | None)


def _reader(kind: Any) -> Any:  # noqa: ANN401 - a type, and a function to it
    if kind is bool:
        return bool
    if kind in _PLAIN:
        return lambda cell: cell
    decoder = msgspec.json.Decoder(kind)
    return lambda cell: decoder.decode(cell or "null")
