"""What a page costs: CPU of one request through the whole site, beside a view that says "ok".

    python benchmarks/pages.py

The kept pages are thrown away before each request, so that each is made anew; the last column
is the same page when it is kept. Figures are the least of several rounds: compare the ratios.
"""

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kurultai.cli.folder_read import read_folder
from kurultai.cli.load import load
from kurultai.cli.serve import prepared
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import AgendaItem, Presence

ROOT = Path(__file__).parents[1]
CLERK = "person:office-secretariat"
ROUNDS, REQUESTS = 7, 20
PAGES = (
    ("50 rows (acts)", "/record/", 4.0),
    ("meeting of 10 items", "/meetings/council-14", 10.0),
    ("agenda of 200 items", "/meetings/defence-3/agenda", 40.0),
    ("first page", "/", None),
    ("series with timeline", "/series/plenary", None),
    ("rulebook", "/rulebook", None),
    ("the same as JSON", "/meetings/council-14.json", None),
)


def main() -> int:
    """Measure and print; 1 if a page costs more than it may."""
    data = Path(tempfile.mkdtemp(prefix="kurultai-pages-")) / "data"
    os.environ["KURULTAI_DATA"] = str(data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kurultai.site.settings"
    _fill(data)
    ask = asking(prepared())
    from kurultai.site.views.shown import forget  # noqa: PLC0415 - Django must be set up first

    floor = cost(lambda: ask("/health"))
    tell(f"{'':24}{'ms':>8}{'x floor':>9}{'kept':>8}{'KiB':>7}{'limit':>7}")
    tell(f"{'floor (health)':24}{floor:8.2f}{1:9.1f}")
    return max([_measured(ask, forget, floor, *page) for page in PAGES])


def _measured(
    ask: Callable[[str], bytes],
    forget: Callable[[], None],
    floor: float,
    name: str,
    address: str,
    limit: float | None,
) -> int:
    def anew() -> None:
        forget()
        ask(address)

    made, kept = cost(anew), cost(lambda: ask(address))
    size = len(ask(address)) / 1024
    tell(f"{name:24}{made:8.2f}{made / floor:9.1f}{kept:8.2f}{size:7.1f}{limit or '':>7}")
    return int(limit is not None and made > limit)


def tell(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")


def cost(do: Callable[[], object]) -> float:
    """Milliseconds of CPU for one, the least over the rounds."""
    least = float("inf")
    for _ in range(ROUNDS):
        begun = time.process_time()
        for _ in range(REQUESTS):
            do()
        least = min(least, (time.process_time() - begun) / REQUESTS * 1000)
    return least


def asking(application: Any, cookie: str = "") -> Callable[[str], bytes]:  # noqa: ANN401 - a WSGI application
    """What gets a page from the site; SystemExit if it is not there."""

    def ask(address: str) -> bytes:
        path, _, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "HTTP_COOKIE": cookie,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
        }
        statuses: list[str] = []
        answer = application(environ, lambda status, _: statuses.append(status))
        content = b"".join(answer)
        answer.close()
        if statuses != ["200 OK"]:
            raise SystemExit(f"{address}: {statuses}")
        return content

    return ask


def _fill(data: Path) -> None:
    """TURKPA's example, with one meeting of ten items and one of two hundred."""
    load(read_folder(ROOT / "examples" / "turkpa"), data)
    house = House(data)
    _convene(house, "series:council", 14, 10)
    _convene(house, "series:defence", 3, 200)
    house.close()


def _convene(house: House, series: str, ordinal: int, items: int) -> None:
    name = series.partition(":")[2]
    meeting = f"meeting:{name}-{ordinal}"
    convene = c.ConveneMeeting(
        id=f"{name}-c", series=series, ordinal=ordinal, when=house.today(), example=True
    )
    titles = [{"en": f"Item {n} of the agenda", "kk": f"{n}-мәселе"} for n in range(1, items + 1)]
    first = tuple(AgendaItem("", title, "added") for title in titles)
    given = (convene, c.IssueAgenda(id=f"{name}-a", meeting=meeting, status="adopted", items=first))
    for command in given:
        house.submit(CLERK, command).result()
    house.submit(CLERK, c.OpenMeeting(id=f"{name}-o", meeting=meeting)).result()
    members = ("party:az", "party:kz", "party:kg", "party:tr")
    present = tuple(Presence(party, 5) for party in members)
    house.submit(CLERK, c.TakeAttendance(id=f"{name}-p", meeting=meeting, present=present)).result()
    for n in range(10):
        said = c.RecordStatement(
            id=f"{name}-{n}",
            meeting=meeting,
            speaker={"en": "Head of delegation"},
            on_behalf=members[n % 4],
            summary={"en": "Supported the proposal and named what the parliament will do. " * 3},
            tags=("tag:cybersecurity", "tag:terrorism"),
        )
        house.submit(CLERK, said).result()


if __name__ == "__main__":
    sys.exit(main())
