"""Changes: what an amendment does to one frozen text. All are in coordinates of that text.

Offsets count code points of the wording in NFC. `Drop`, `Add` and `Move` concern every language
at once; an `Edit` concerns one.
"""

import msgspec

from kurultai.texts.unit import Unit


class Edit(msgspec.Struct, frozen=True, tag_field="change", tag="edit"):
    """In one language, the words from ``start`` to ``end`` become ``new``.

    An insertion if start equals end, a deletion if new is empty.
    """

    unit: str
    language: str
    start: int
    end: int
    new: str


class Drop(msgspec.Struct, frozen=True, tag_field="change", tag="drop"):
    """The unit goes, with all that stands below it."""

    unit: str


class Add(msgspec.Struct, frozen=True, tag_field="change", tag="add"):
    """New units, below ``parent`` (None: at the top) and after ``after`` (None: first)."""

    parent: str | None
    after: str | None
    units: tuple[Unit, ...]


class Move(msgspec.Struct, frozen=True, tag_field="change", tag="move"):
    """The unit, with all below it, goes below ``parent`` and after ``after``."""

    unit: str
    parent: str | None
    after: str | None


Change = Edit | Drop | Add | Move
