"""A parliament reports by spreadsheet: taken away, filled in, checked line by line, recorded."""

from dataclasses import replace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kurultai.gate import sheets as gate
from kurultai.gate.sheets import Kept
from kurultai.language import LANGUAGES
from kurultai.papers.sheets import Column, Grid, Line, Table, read, write_csv
from kurultai.papers.sheets.book import write_xlsx
from kurultai.procedure import commands as c
from tests.conftest import Site
from tests.site.filling import read_form
from tests.site.following.sheet_text import COORDINATOR, OFFICER, WORDS, ask, commitment, do

FORM = "/parties/az/follow-up/return"
DONE, NEW, WHEN, LINKS, REACHED = (
    "What was done",
    "New state",
    "When",
    "Links",
    "Milestones reached",
)
Fill = dict[str, dict[str, str]]  # commitment -> heading -> words


def taken(
    site: Site, person: str = COORDINATOR, ending: str = "xlsx", language: str = "en"
) -> Grid:
    answer = site.browser(person, language).get(f"/parties/az/follow-up.{ending}")
    assert answer.status_code == 200
    return read(f"x.{ending}", answer.content, language)


def filled_in(grid: Grid, fill: Fill) -> Table:
    heads = grid.head.cells
    rows = []
    for line in grid.body:
        cells = [*line.cells, *[""] * (len(heads) - len(line.cells))]
        for heading, words in fill.get(line.cells[0], {}).items():
            cells[heads.index(heading)] = words
        rows.append(tuple(cells))
    return Table("x", tuple(Column(heading) for heading in heads), tuple(rows))


def brought(site: Site, data: bytes, person: str = COORDINATOR, **more: str) -> Any:  # noqa: ANN401
    browser = site.browser(person)
    file = SimpleUploadedFile("x.xlsx", data)
    values = read_form(browser.get(FORM)).values
    return browser.post(FORM, {**values, "language": "en", "file": file, **more})


def confirmed(site: Site, shown: Any, person: str = COORDINATOR) -> Any:  # noqa: ANN401
    text = shown.content.decode()
    seen = text.split('name="confirm" value="')[1].split('"')[0]
    return site.browser(person).post(FORM, {**read_form(shown).values, "confirm": seen})


def kept(site: Site) -> Kept:
    with site.house.viewing(COORDINATOR, "en") as viewer:
        return gate.of_party(viewer, "party:az")


def told(site: Site, name: str) -> list[tuple[str, dict[str, str]]]:
    return [(each.state, each.words) for each in kept(site).told.get(name, ())]


def test_a_file_has_a_line_for_each_commitment_that_the_reader_may_see(site: Site) -> None:
    ask(site)
    own, public = taken(site), taken(site, "")
    assert [line.cells[4] for line in own.body] == [*WORDS, "Asks zqhiddenvk"]
    assert [line.cells[4] for line in public.body] == list(WORDS)
    assert own.body[1].cells[5] == "2026-06-30"
    assert own.body[1].cells[11].splitlines() == [
        "draft · Draft law · 2026-03-01",
        "law · Law in force",
    ]
    assert not any(line.formulas for line in own.lines)


def test_a_workbook_is_made_once_for_who_asks_again_and_for_nobody_else(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(site)
    address = "/parties/az/follow-up.xlsx"
    first = site.browser(COORDINATOR).get(address).content
    other = site.browser().get(address).content
    monkeypatch.setattr("kurultai.papers.sheets.book.write_xlsx", None)
    assert site.browser(COORDINATOR).get(address).content == first
    assert site.browser().get(address).content == other != first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_file_of_any_language_comes_back(site: Site, language: str, ending: str) -> None:
    from kurultai.language.columns import heading
    from kurultai.language.terms import term

    ask(site)
    grid = taken(site, ending=ending, language=language)
    law = commitment("u2")
    fill = {
        law: {
            heading(language, "new_state"): term(language, "commitment_state", "accepted"),
            heading(language, "done"): "Qəbul etdik",
        }
    }
    table = filled_in(grid, fill)
    data = write_xlsx(table) if ending == "xlsx" else write_csv(table, language)
    shown = brought(site, data, language="az")
    answer = confirmed(site, shown)
    assert answer.status_code == 303
    assert told(site, law) == [("accepted", {"az": "Qəbul etdik"})]


def test_what_is_right_is_recorded_together_and_what_is_wrong_comes_back(site: Site) -> None:
    ask(site)
    exercises, law, exchange = (commitment(unit) for unit in ("u1", "u2", "u3"))
    fill = {
        exercises: {
            NEW: "Done",
            DONE: "Held in Ganja",
            WHEN: "15.10.2026",
            LINKS: "https://a.az/1",
        },
        law: {NEW: "In progress", DONE: "=Drafted", REACHED: "Draft law"},
        exchange: {NEW: "Perhaps", DONE: "x"},
    }
    data = write_xlsx(filled_in(taken(site), fill))
    shown = brought(site, data)
    text = shown.content.decode()
    assert "2 lines would be recorded" in text
    assert "1 line is not right" in text
    assert "The other lines can be recorded now." in text
    assert "This is no state: Perhaps." in text
    assert "H4" in text

    back = brought(site, data, remarks="1")
    remarks = read("x.xlsx", back.content, "en")
    assert remarks.head.cells[-1] == "Remark"
    assert [line.cells[0] for line in remarks.body] == [exchange]
    assert remarks.body[0].cells[-1].startswith("H4: This is no state: Perhaps.")

    answer = confirmed(site, shown)
    assert answer.status_code == 303
    assert answer["Location"].startswith("/parties/az/follow-up?recorded=")
    assert told(site, exercises) == [("done", {"en": "Held in Ganja"})]
    assert told(site, law) == [("in_progress", {"en": "=Drafted"})]
    assert told(site, exchange) == []
    page = kept(site)
    assert page.told[exercises][0].happened == "2026-10-15"
    assert page.told[exercises][0].links == ("https://a.az/1",)
    assert page.told[law][0].milestones == ("draft",)


def test_the_same_file_twice_changes_nothing(site: Site) -> None:
    ask(site)
    law = commitment("u2")
    data = write_xlsx(filled_in(taken(site), {law: {NEW: "Noted", DONE: "Seen"}}))
    assert confirmed(site, brought(site, data)).status_code == 303
    before = told(site, law)
    shown = brought(site, data)
    text = shown.content.decode()
    assert "1 line is in the record already" in text
    assert 'name="confirm"' not in text
    assert told(site, law) == before


def test_a_confirmation_sent_twice_is_one(site: Site) -> None:
    ask(site)
    law, exchange = commitment("u2"), commitment("u3")
    fill = {law: {NEW: "Noted", DONE: "Seen"}, exchange: {NEW: "Done", DONE: "Held"}}
    shown = brought(site, write_xlsx(filled_in(taken(site), fill)))
    answers = [confirmed(site, shown) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert len(told(site, law)) == len(told(site, exchange)) == 1


def test_what_changed_meanwhile_is_shown_and_not_overwritten(site: Site) -> None:
    ask(site)
    law = commitment("u2")
    data = write_xlsx(filled_in(taken(site), {law: {NEW: "Done", DONE: "In force"}}))
    later = c.ReportOnCommitment(
        id="later", commitment=law, state="accepted", words={"en": "Of course"}
    )
    do(site, later)
    shown = brought(site, data)
    text = shown.content.decode()
    assert "1 line is about what changed meanwhile" in text
    assert 'name="confirm"' not in text
    assert told(site, law) == [("accepted", {"en": "Of course"})]
    renewed = brought(site, data, remarks="1").content
    assert confirmed(site, brought(site, renewed)).status_code == 303
    assert [state for state, _ in told(site, law)] == ["accepted", "done"]


def test_what_changes_between_the_preview_and_the_confirmation_is_shown_again(site: Site) -> None:
    ask(site)
    law, exchange = commitment("u2"), commitment("u3")
    fill = {law: {NEW: "Done", DONE: "In force"}, exchange: {NEW: "Done", DONE: "Held"}}
    shown = brought(site, write_xlsx(filled_in(taken(site), fill)))
    later = c.ReportOnCommitment(
        id="later", commitment=law, state="accepted", words={"en": "Of course"}
    )
    do(site, later)
    again = confirmed(site, shown)
    assert again.status_code == 200
    assert "1 line is about what changed meanwhile" in again.content.decode()
    assert told(site, exchange) == []


def test_only_who_reports_for_the_parliament_brings_a_file_back(site: Site) -> None:
    ask(site)
    data = write_xlsx(filled_in(taken(site), {}))
    for person in ("", OFFICER, "person:office-kz-head"):
        assert site.browser(person).get(FORM).status_code == 404
        sent = site.browser(person).post(FORM, {"file": SimpleUploadedFile("x", data)})
        assert sent.status_code == (404 if person else 403)


def test_another_parliaments_line_is_as_if_it_were_not_there(site: Site) -> None:
    ask(site)
    grid = taken(site)
    foreign = [commitment("u1", "party:kz"), "commitment:nothing"]
    lines = tuple(replace(grid.body[0], cells=(name, *grid.body[0].cells[1:])) for name in foreign)
    data = write_xlsx(
        filled_in(Grid((grid.head, *lines)), {n: {NEW: "Done", DONE: "x"} for n in foreign})
    )
    text = brought(site, data).content.decode()
    said = "There is no commitment of this parliament with this identity."
    assert text.count(said) == 2
    assert "A2" in text
    assert "A3" in text


@pytest.mark.parametrize(
    ("fill", "cell", "says"),
    [
        ({NEW: "Perhaps", DONE: "x"}, "H3", "This is no state: Perhaps."),
        ({NEW: "Superseded", DONE: "x"}, "H3", "This is no state: Superseded."),
        ({DONE: "x"}, "H3", "Choose the new state in this cell."),
        ({NEW: "Done"}, "I3", "Say in this cell what was done."),
        ({NEW: "Done", DONE: "x", WHEN: "soon"}, "J3", "soon is not a day that can be read."),
        ({NEW: "Done", DONE: "x", WHEN: "4/5/2026"}, "J3", "4/5/2026 is not a day"),
        ({NEW: "Done", DONE: "x", WHEN: "2999-01-01"}, "J3", "2999-01-01 is in the future."),
        ({NEW: "Done", DONE: "x", LINKS: "javascript:1"}, "K3", "Evidence must be a link"),
        ({NEW: "Done", DONE: "x", REACHED: "moon"}, "M3", "There is no such milestone: moon."),
    ],
)
def test_each_fault_is_said_at_its_cell(
    site: Site, fill: dict[str, str], cell: str, says: str
) -> None:
    ask(site)
    text = brought(
        site, write_xlsx(filled_in(taken(site), {commitment("u2"): fill}))
    ).content.decode()
    assert f"<strong>{cell}</strong>: {says}" in text
    assert "The other lines can be recorded now." not in text  # there are none


def test_a_formula_is_named_at_its_cell(site: Site) -> None:
    import io

    import openpyxl

    ask(site)
    data = write_xlsx(filled_in(taken(site), {commitment("u2"): {NEW: "Done", DONE: "x"}}))
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.worksheets[0]["I3"] = "=1+1"
    out = io.BytesIO()
    book.save(out)
    assert (
        "<strong>I3</strong>: The cell holds a formula."
        in brought(site, out.getvalue()).content.decode()
    )


def test_the_same_commitment_twice_in_a_file_is_named(site: Site) -> None:
    ask(site)
    grid = taken(site)
    twice = Grid((grid.head, grid.body[0], grid.body[0]))
    data = write_xlsx(filled_in(twice, {grid.body[0].cells[0]: {NEW: "Done", DONE: "x"}}))
    text = brought(site, data).content.decode()
    assert "<strong>A3</strong>: Line 2 is about the same commitment." in text
    assert "1 line would be recorded" in text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty."),
        (b"a;b\r\n1;2", "The spreadsheet has no column “Identity”."),
        (b"PK\x03\x04", "The file is broken."),
        (b"\x00\x01" * 40, "The file holds no text."),
    ],
)
def test_what_is_no_such_file_is_said_at_the_file(site: Site, data: bytes, says: str) -> None:
    ask(site)
    shown = brought(site, data)
    assert shown.status_code == 422
    assert says in shown.content.decode()


def test_a_file_that_is_not_kept_any_more_is_asked_for_again(site: Site) -> None:
    ask(site)
    browser = site.browser(COORDINATOR)
    values = read_form(browser.get(FORM)).values
    answer = browser.post(FORM, {**values, "language": "en", "file_kept": "forged"})
    assert answer.status_code == 422
    assert "The file is not kept any more." in read_form(answer).alert


def test_the_names_of_files_tell_nothing(site: Site) -> None:
    ask(site)
    for ending in ("xlsx", "csv"):
        answer = site.browser(COORDINATOR).get(f"/parties/az/follow-up.{ending}")
        assert answer["Content-Disposition"] == (
            f"attachment; filename*=UTF-8''az-follow-up-{site.house.today()}.{ending}"
        )


def test_lines_keep_what_else_was_written_in_the_file(site: Site) -> None:
    ask(site)
    grid = taken(site)
    head = replace(grid.head, cells=(*grid.head.cells, "My own notes"))
    law = next(line for line in grid.body if line.cells[0] == commitment("u2"))
    wide = Line(law.line, (*law.cells, *[""] * (13 - len(law.cells)), "ask the ministry"))
    data = write_xlsx(filled_in(Grid((head, wide)), {law.cells[0]: {NEW: "Perhaps", DONE: "x"}}))
    remarks = read("x.xlsx", brought(site, data, remarks="1").content, "en")
    assert remarks.head.cells[-2:] == ("My own notes", "Remark")
    assert remarks.body[0].cells[-2] == "ask the ministry"
