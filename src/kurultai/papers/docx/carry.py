"""Changes in the words of a file, in those of the text that the file was made from."""

from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.derive import edits


def carried(change: Change, file: Base, text: Base) -> Change | None:
    """The change made to the text instead of the file; None if the text has no place for it."""
    match change:
        case Edit():
            return _edit(change, file, text) if change.unit in text else None
        case Drop():
            return change if change.unit in text else None
        case Add():
            return _placed(change, file, text)
        case Move():
            return _placed(change, file, text) if change.unit in text else None


def _edit(change: Edit, file: Base, text: Base) -> Edit | None:
    between = edits(
        change.unit,
        change.language,
        file.words(change.unit, change.language),
        text.words(change.unit, change.language),
    )
    start, end = _at(change.start, between), _at(change.end, between)
    if start is None or end is None or start > end:
        return None
    return Edit(change.unit, change.language, start, end, change.new)


def _at(offset: int, between: tuple[Edit, ...]) -> int | None:
    """Where an offset of the file is in the text; None inside words that only the file has."""
    shift = 0
    for edit in between:
        if edit.start < offset < edit.end:
            return None
        if edit.end <= offset:
            shift += len(edit.new) - (edit.end - edit.start)
    return offset + shift


def _placed(change: Add | Move, file: Base, text: Base) -> Add | Move | None:
    """Behind the nearest neighbour that the text has too."""
    parent, after = change.parent, change.after
    if parent is not None and parent not in text:
        return None
    siblings = [one.unit for one in file.below(parent)]
    before = siblings[: siblings.index(after) + 1] if after in siblings else []
    fitting = [one for one in before if one in text and text.parent[one] == parent]
    after = fitting[-1] if fitting else None
    if isinstance(change, Add):
        return Add(parent, after, change.units)
    return Move(change.unit, parent, after)
