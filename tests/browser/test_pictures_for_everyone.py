"""The pictures of what became of texts, for eyes, keyboards, readers, telephones and projectors."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kurultai.handle import House
from kurultai.procedure import commands as c
from tests.browser.conftest import FOLDER, Served, Visit, free_port, until_it_listens
from tests.browser.test_for_everyone import SMALL, faults
from tests.site.third_meeting import hold

ADDRESSES = (
    "/commitments/",
    "/commitments/?state=proposed&day=2026-01-01",
    "/commitments/list",
    "/series/defence",
    "/",
)
OPEN = "document.querySelectorAll('details.behind').forEach(one => one.open = true)"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site, with a third meeting held, and some of what it asked for answered."""
    data = tmp_path_factory.mktemp("pictures") / "data"
    kurultai = (sys.executable, "-m", "kurultai.cli.main")
    given = ("--data", str(data))
    subprocess.run([*kurultai, "load", str(FOLDER), *given], check=True, capture_output=True)
    _answer(data)
    port = str(free_port())
    with subprocess.Popen(
        [*kurultai, "serve", *given, "--port", port], stdout=subprocess.DEVNULL
    ) as process:
        try:
            until_it_listens(process, int(port))
            yield Served(f"http://127.0.0.1:{port}", process.pid, {})
        finally:
            process.terminate()
            process.wait(10)


def _answer(data: Path) -> None:
    house = House(data)
    hold(house)
    with house.readers.reading() as db:
        names = [name for (name,) in db.execute("SELECT commitment FROM commitment")]
    for number, state in enumerate(("noted", "done", "not_pursued", "in_progress")):
        told = c.ReportOnCommitment(
            id=f"told{number}", commitment=names[number * 2], state=state, words={"en": "So."}
        )
        house.submit("person:office-secretariat", told).result()
    house.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "kk", "hu"])
def test_axe_finds_nothing_on_the_pictures(visit: Visit, colours: str, language: str) -> None:
    reader = visit(java_script_enabled=True, color_scheme=colours)
    reader.opens(f"/?lang={language}")
    found = {}
    for path in ADDRESSES:
        reader.opens(path)
        reader.page.evaluate(OPEN)
        found[path] = faults(reader.page)
    assert {path: rules for path, rules in found.items() if rules} == {}


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_no_picture_is_wider_than_what_it_is_shown_on(visit: Visit, width: int) -> None:
    reader = visit(java_script_enabled=True, viewport={"width": width, "height": 844})
    for path in ADDRESSES:
        reader.opens(path)
        reader.page.evaluate(OPEN)
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert reader.page.evaluate(SMALL) == [], path


def test_a_cell_is_reached_by_tab_and_leads_to_what_it_counts(visit: Visit) -> None:
    reader = visit()
    reader.opens("/commitments/")
    cell = reader.page.locator("a.cell").first
    cell.focus()
    with reader.page.expect_navigation():
        reader.page.keyboard.press("Enter")
    assert reader.path == "/commitments/list"


def test_the_numbers_open_without_a_script(visit: Visit) -> None:
    reader = visit()
    reader.opens("/commitments/")
    table = reader.page.locator("details.behind table").first
    assert not table.is_visible()
    reader.page.locator("details.behind summary").first.click()
    assert table.is_visible()
