"""What became of texts: each picture says what the table and the list behind it say."""

import io
import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from pypdf import PdfReader

from kurultai.language import LANGUAGES
from kurultai.procedure import commands as c
from kurultai.procedure.following.commitment import STATES
from kurultai.site.pictures.bars import SCALE, bars
from tests.conftest import Site
from tests.site.third_meeting import hold

CLERK = "person:office-secretariat"


@pytest.fixture
def world(site: Site) -> Site:
    """Twelve commitments from a meeting, some of them answered."""
    hold(site.house)
    with site.house.readers.reading() as db:
        sql = "SELECT commitment FROM commitment ORDER BY number, party"
        names = [name for (name,) in db.execute(sql)]
    for number, state in ((1, "noted"), (4, "done"), (5, "not_pursued"), (9, "in_progress")):
        said = {"en": "So we did."}
        name = names[number]
        command = c.ReportOnCommitment(id=f"r{number}", commitment=name, state=state, words=said)
        site.house.submit(CLERK, command).result()
    return site


def page(site: Site, address: str, person: str = "") -> Any:  # noqa: ANN401 - lxml has no types
    answer = site.browser(person).get(address)
    assert answer.status_code == 200, address
    return html.fromstring(answer.content.decode())


def data(site: Site, address: str = "/commitments.json") -> Any:  # noqa: ANN401 - JSON
    return site.browser().get(address).json()["page"]


def words(element: Any) -> str:  # noqa: ANN401 - lxml has no types
    return " ".join(element.text_content().split())


def listed(site: Site, address: str) -> int:
    """How many the list says there are."""
    caption = page(site, unescape(address)).xpath("//caption")
    return int(words(caption[0]).split()[0])


def test_every_number_of_the_matrix_is_as_many_as_its_list_has(world: Site) -> None:
    cells = page(world, "/commitments/").xpath("//a[@class='cell']")
    assert len(cells) > 8
    for cell in cells:
        numbers = [int(re.sub(r"\D", "", words(chip))) for chip in cell.xpath("./b")]
        assert sum(numbers) == listed(world, cell.get("href"))


def test_the_matrix_its_numbers_and_the_data_are_the_same(world: Site) -> None:
    shown = page(world, "/commitments/")
    tables = {words(t.xpath("./caption")[0]): t for t in shown.xpath("//table[caption]")}
    rows = tables["Commitments by party and state"].xpath("./tbody/tr")
    numbers = [[int(words(td)) for td in row.xpath("./td")] for row in rows]
    assert [sum(column) for column in zip(*numbers[:-1], strict=True)] == numbers[-1]
    assert all(sum(row[:-1]) == row[-1] for row in numbers)
    counts = data(world)["counts"]
    assert numbers[-1][-1] == sum(n for _, heading, _, n in counts if heading == "*") == 12
    areas = tables["Commitments by area and state"].xpath("./tbody/tr/td[last()]")
    assert sum(int(words(td)) for td in areas) == sum(n for _, h, _, n in counts if h != "*")


@given(st.lists(st.dictionaries(st.sampled_from(STATES), st.integers(1, 99_999)), max_size=9))
def test_bars_are_of_one_scale_and_each_piece_begins_where_the_one_before_ends(
    counted: list[dict[str, int]],
) -> None:
    drawn = bars(STATES, ((str(n), own, "") for n, own in enumerate(counted)))
    longest = max((sum(own.values()) for own in counted), default=0)
    for own, line in zip(counted, drawn.lines, strict=True):
        assert {piece.kind: piece.count for piece in line.pieces} == own
        before = 0
        for piece in line.pieces:
            assert piece.x == before * SCALE // longest
            before += piece.count
            assert piece.width == max(2, before * SCALE // longest - piece.x)
    assert drawn.count == sum(sum(own.values()) for own in counted)


def test_silence_has_a_look_of_its_own_and_is_said(world: Site) -> None:
    shown = page(world, "/commitments/")
    silent = data(world)["funnel"]["states"]["proposed"]
    term = shown.xpath("//dl//dt[text()='No answer yet']/following-sibling::dd")
    assert int(words(term[0])) == silent
    assert shown.xpath("//rect[contains(@class,'is-proposed')]")


def test_who_answered_is_said_with_both_numbers_and_in_the_order_of_the_register(
    world: Site,
) -> None:
    table = next(
        t for t in page(world, "/commitments/").xpath("//table") if "Answers by party" in words(t)
    )
    rows = table.xpath("./tbody/tr")
    assert [words(row.xpath("./th")[0]) for row in rows] == [
        "Azerbaijan",
        "Kazakhstan",
        "Kyrgyzstan",
        "Türkiye",
    ]
    for row in rows:
        assert re.fullmatch(r"\d+ of 3( \((≈ )?[\d.]+%\))?", words(row.xpath("./td[2]")[0]))


@pytest.mark.parametrize(
    "asked",
    [
        "party=party:az",
        "tag=tag:cybersecurity",
        "state=done",
        "state=proposed&tag=-",
        "series=series:defence&since=2020&until=2030",
        "since=2030",
        "since=soon&until=%27&day=2026-99-99&page=x",
        "strategy=tag:none",
        "day=2020-01-01",
        "day=2030-01-01&tag=%5B",
        "party=%3Cscript%3E&series=%5Bx%5D&state=%00",
    ],
)
def test_what_is_asked_for_is_counted_and_listed_alike(world: Site, asked: str) -> None:
    counts = data(world, f"/commitments.json?{asked}")["counts"]
    chosen = data(world, f"/commitments/list.json?{asked}")
    whole = {"": "*", "-": ""}.get(chosen["chosen"]["area"], chosen["chosen"]["area"])
    assert chosen["count"] == sum(n for _, heading, _, n in counts if heading == whole)
    assert len(chosen["rows"]) == chosen["count"] <= 12
    page(world, f"/commitments/?{asked}")
    page(world, f"/commitments/list?{asked}")


def test_what_was_open_on_a_day_is_said(world: Site) -> None:
    now = data(world)["open"]
    assert sum(now["states"].values()) == sum(age["count"] for age in now["ages"])
    assert data(world, "/commitments.json?day=2020-01-01")["open"]["states"] == {}
    assert data(world, "/commitments.json?day=2099-01-01")["open"] == now


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_printed_in_each_language_and_tells_the_same_numbers(
    world: Site, language: str
) -> None:
    answer = world.browser().get(f"/commitments/report.{language}.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(answer.content))
    assert str(reader.root_object["/Lang"]) == language
    assert reader.xmp_metadata is not None
    assert "pdfuaid:part" in reader.xmp_metadata.stream.get_data().decode()
    told = " ".join(" ".join(p.extract_text().split()) for p in reader.pages)
    states = data(world)["funnel"]["states"]
    assert set(states) <= set(STATES)
    assert "12" in told
    assert "Not for publication" not in told


def test_the_report_of_who_sees_more_is_marked_and_its_public_edition_is_not(world: Site) -> None:
    clerk = world.browser(CLERK)
    marked = clerk.get("/commitments/report.en.pdf").content
    public = clerk.get("/commitments/report.en.pdf?edition=public").content
    assert "Not for publication" in PdfReader(io.BytesIO(marked)).pages[0].extract_text()
    assert public == world.browser().get("/commitments/report.en.pdf").content
    assert world.browser().get("/commitments/report.xx.pdf").status_code == 404


def test_the_first_page_and_the_series_say_what_is_open(world: Site) -> None:
    now = data(world)["open"]["states"]
    first = page(world, "/").xpath("//section[@aria-labelledby='pledges']//tbody/tr")
    assert [int(words(row.xpath("./td[2]")[0])) for row in first] == list(now.values())
    course = page(world, "/series/defence").xpath("//section[@aria-labelledby='pledges']//tbody/tr")
    assert [words(row.xpath("./td[last()]")[0]) for row in course] == ["12", "0", "0"]


def test_a_long_list_is_turned_page_by_page(world: Site) -> None:
    from kurultai.site.drafts.paging import near

    assert near(1, 1) == (1,)
    assert near(1, 424) == (1, 2, 3, 424)
    assert near(200, 424) == (1, 198, 199, 200, 201, 202, 424)
    assert data(world, "/commitments/list.json?page=99")["page"] == 1
