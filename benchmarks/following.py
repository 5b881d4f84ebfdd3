"""What following up costs at the size of real data: taking over, replaying, counting, pages.

    .venv/bin/python benchmarks/following.py [cases]

Infringement cases of the European Union as commitments, and recommendations of the Universal
Periodic Review from one file; both stand beside the repository (shared/data), and without them
nothing is measured. Figures of pages are the least of several rounds.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pages import ROOT, asking, cost, tell

sys.path.insert(0, str(ROOT))  # what reads the data stands with the tests

from kurultai.cli.serve import prepared
from kurultai.gate.following import open_by_party
from kurultai.gate.shapes.following import Chosen
from kurultai.handle import House
from kurultai.papers.sheets import read, write_csv
from kurultai.papers.sheets.book import write_xlsx
from kurultai.record.sources import open_for_reading
from kurultai.record.stored import Stored
from kurultai.site.sheets.cells import columns_of
from kurultai.site.sheets.named import named
from kurultai.site.sheets.past import COLUMNS, past
from kurultai.site.sheets.plan import Taking, plan
from kurultai.tables.rebuild import differences, fold
from tests.following_data import euip, upr
from tests.following_data.assembly import CLERK, found, submit
from tests.papers.shared import SHARED

OPEN_LIMIT, PAGE_LIMIT = 50.0, 20.0  # ms of the processor
DAYS = ("2004-05-01", "2010-01-01", "2015-07-01", "2020-04-28")
PAGES = (
    ("overview with matrix", "/commitments/", PAGE_LIMIT),
    ("list, first fifty", "/commitments/list", None),
    ("one parliament", "/parties/it/follow-up", None),
    ("first page", "/", None),
    ("series", "/series/sessions", None),
)


def main() -> int:
    """Measure and print; 1 if something takes longer than it may."""
    if not (SHARED / "data" / "euip").exists():
        tell("The data stand beside the repository, and are not here: nothing was measured.")
        return 0
    here = Path(tempfile.mkdtemp(prefix="kurultai-following-"))
    _take_over(here / "upr")
    data = here / "euip"
    os.environ["KURULTAI_DATA"] = str(data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kurultai.site.settings"
    house = _replay(data, int(sys.argv[1]) if len(sys.argv) > 1 else None)
    is_slow = _open_on(house)
    house.close()
    _rebuild(data)
    return max(is_slow, _pages())


@contextmanager
def _timed(what: str, size: Callable[[], int]) -> Iterator[None]:
    wall, processor = time.monotonic(), time.process_time()
    yield
    spent, passed = time.process_time() - processor, time.monotonic() - wall
    count = size()
    tell(f"{what:34}{count:8,}{spent:9.2f} s{count / spent:10,.0f}/s   (clock {passed:.1f} s)")


def _take_over(data: Path) -> None:
    """A file of 1,708 lines: written, read, checked, recorded."""
    house, table = found(data, upr.parties(), upr.areas()), upr.sheet()
    lines = len(table.rows)
    tell(f"{'':34}{'':8}{'processor':>11}")
    with _timed("lines written as a workbook", lambda: lines):
        book = write_xlsx(table)
    with _timed("lines read from it", lambda: lines):
        read("upr.xlsx", book, "en")
    with _timed("lines read from a plain table", lambda: lines):
        grid = read("upr.csv", write_csv(table, "en"), "en")
    with _timed("lines checked", lambda: lines), house.viewing(CLERK, "en") as viewer:
        right = past(grid, columns_of(grid, COLUMNS), named(viewer), "en", house.today()).lines
    with _timed("lines recorded", lambda: lines):
        submit(house, plan(right, Taking("upr.csv", "0" * 64, "public", "recommendation")))
    house.close()


def _replay(data: Path, cases: int | None) -> House:
    """Every decision of every case, through the rules."""
    every = euip.cases()[:cases]
    with _timed("acts of cases, day by day", lambda: _size(data)):
        house, _named = euip.replayed(data, every)
    return house


def _size(data: Path) -> int:
    db = open_for_reading(data / "record.db")
    try:
        return Stored(db).size()
    finally:
        db.close()


def _open_on(house: House) -> int:
    """What was open on a day, by party."""
    slowest = 0.0
    with house.viewing(None, "en") as viewer:
        for day in DAYS:
            told = open_by_party(viewer, Chosen(), day)
            took = cost(lambda day=day: open_by_party(viewer, Chosen(), day))
            tell(f"open on {day:26}{sum(told.values()):8,}{took:8.2f} ms{OPEN_LIMIT:7} limit")
            slowest = max(slowest, took)
    return int(slowest > OPEN_LIMIT)


def _rebuild(data: Path) -> None:
    db = open_for_reading(data / "record.db")
    db.text_factory = str
    try:
        with _timed("acts folded anew", lambda: _size(data)):
            tables = fold(Stored(db).acts())
        if list(differences(db, tables)):
            raise SystemExit("The tables made anew differ.")
    finally:
        db.close()


def _pages() -> int:
    ask = asking(prepared())
    from kurultai.site.views.shown import forget  # noqa: PLC0415 - Django must be set up first

    floor = cost(lambda: ask("/health"))
    tell(f"\n{'':34}{'ms':>8}{'x floor':>9}{'KiB':>8}{'limit':>7}")
    tell(f"{'floor (health)':34}{floor:8.2f}{1:9.1f}")
    over = 0
    for name, address, limit in PAGES:

        def anew(address: str = address) -> None:
            forget()
            ask(address)

        took, size = cost(anew), len(ask(address)) / 1024
        tell(f"{name:34}{took:8.2f}{took / floor:9.1f}{size:8.1f}{limit or '':>7}")
        over = max(over, int(limit is not None and took > limit))
    return over


if __name__ == "__main__":
    sys.exit(main())
