"""Writing rows: the few statements that every projection is made of."""

import sqlite3
from collections.abc import Mapping
from typing import Any

import msgspec

Cell = str | int | None


def json(value: object) -> str:
    """A value as a JSON text, keys sorted, so that a rebuilt table is equal byte for byte."""
    return msgspec.json.encode(value, order="deterministic").decode()


def insert(db: sqlite3.Connection, table: str, **cells: Cell) -> None:
    """Add a row; table and column names are constants of the calling code."""
    columns = ", ".join(cells)
    marks = ", ".join("?" * len(cells))
    db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(cells.values()))  # noqa: S608


def upsert(db: sqlite3.Connection, table: str, key: Mapping[str, Cell], **cells: Cell) -> None:
    """Add the row of that key, or change its cells."""
    all_cells = {**key, **cells}
    changed = ", ".join(f"{name} = excluded.{name}" for name in cells)
    db.execute(
        f"INSERT INTO {table} ({', '.join(all_cells)}) VALUES ({', '.join('?' * len(all_cells))})"  # noqa: S608
        f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changed}",
        tuple(all_cells.values()),
    )


def update(db: sqlite3.Connection, table: str, key: Mapping[str, Cell], **cells: Cell) -> None:
    """Change cells of the rows of that key."""
    changed = ", ".join(f"{name} = ?" for name in cells)
    where = " AND ".join(f"{name} = ?" for name in key)
    db.execute(
        f"UPDATE {table} SET {changed} WHERE {where}",  # noqa: S608
        (*cells.values(), *key.values()),
    )


def one(db: sqlite3.Connection, sql: str, *values: Cell) -> Any:  # noqa: ANN401 - a cell is what its column is
    """The first cell of the first row, or None."""
    row = db.execute(sql, values).fetchone()
    return row[0] if row else None


def audience_id(db: sqlite3.Connection, name: str) -> int:
    """The number of an audience, given at its first mention."""
    found: int | None = one(db, "SELECT audience_id FROM audience WHERE name = ?", name)
    if found is None:
        db.execute("INSERT INTO audience (name) VALUES (?)", (name,))
        return audience_id(db, name)
    return found
