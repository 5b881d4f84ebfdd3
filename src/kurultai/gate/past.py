"""Reading the tables as they stood on a day, as somebody who asks now."""

from collections import OrderedDict
from dataclasses import replace
from datetime import date

from kurultai.gate.turns import Turns
from kurultai.gate.viewer import Viewer
from kurultai.record.stored import Stored
from kurultai.tables.past import fold_until

_KEPT = 3  # pasts: each is as large as the tables
_PATIENCE = 5  # seconds that one waits for others' pasts to be folded
_kept: OrderedDict[tuple[str, int, date], Viewer] = OrderedDict()
_folding = Turns()  # a long record takes seconds of the processor


def as_of(viewer: Viewer, day: date, today: date) -> Viewer:
    """The same viewer, with their rights of now, among what had happened by the end of the day.

    TimeoutError to whoever would wait too long for it. Of today it is what the tables say.
    """
    return viewer if day >= today else replace(viewer, db=_past(viewer, day).db)


def _past(viewer: Viewer, day: date) -> Viewer:
    key = (_file(viewer), viewer.position, day)
    if kept := _kept.get(key):
        return kept
    with _folding.taken(_PATIENCE):
        past = _kept.get(key) or Viewer(fold_until(Stored(viewer.db).acts(), day, viewer.db))
        _kept[key] = past
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
        return past


def _file(viewer: Viewer) -> str:
    """Which record it is: one process may read several, in turn."""
    return str(viewer.db.execute("PRAGMA database_list").fetchone()[2])
