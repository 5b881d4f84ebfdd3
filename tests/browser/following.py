"""What follows an adopted text in the browser: drawn, answered, reminded of, handed over."""

import io
import zipfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import openpyxl

from tests.browser.conftest import Visit, Visitor

SEAT = ZoneInfo("Asia/Baku")  # by whose days something is late


def yesterday() -> str:
    return (datetime.now(SEAT).date() - timedelta(days=1)).isoformat()


def confirm(visitor: Visitor) -> None:
    """Record what was shown."""
    visitor.goes(visitor.page.locator("main button[name=confirm]").first)
    alert = visitor.page.locator("[role=alert]")
    assert alert.count() == 0, alert.inner_text()


def draw_commitments(officer: Visitor, text: str) -> None:
    """The first was due yesterday, the next meeting looks at the second, the third asks nothing."""
    officer.opens(text)
    officer.follows("Commitments of this text")
    officer.sees("Suggested by its words")
    officer.writes("due-1", yesterday())
    officer.page.locator('select[name="review-2"]').select_option(index=2)
    asked = officer.page.locator('input[name="parties-3"]:checked')
    while asked.count():
        asked.first.uncheck()
    officer.sends()
    officer.sees("This is what would be recorded")
    confirm(officer)


def report_on_one(visit: Visit) -> None:
    coordinator = visit("kz-coordinator", locale="kk-KZ")
    coordinator.opens("/parties/kz/follow-up")
    coordinator.goes(coordinator.page.locator('main a[href$="/reports/new"]').nth(1))
    coordinator.ticks("state", "in_progress")
    coordinator.writes("done-kk", "Жұмыс тобы заңдарды салыстыра бастады.")
    coordinator.writes("happened", yesterday())
    coordinator.writes("evidence", "https://www.parlam.kz/")
    coordinator.sends()
    coordinator.sees("Жұмыс тобы заңдарды салыстыра бастады.")


def answer_several(visit: Visit) -> None:
    coordinator = visit("tr-coordinator", locale="tr-TR")
    coordinator.opens("/parties/tr/reports/new")
    states = coordinator.page.locator('select[name^="state-commitment:"]')
    assert states.count() == 4
    coordinator.chooses("language", "tr")
    for number, state in enumerate(("accepted", "noted", "not_pursued")):
        states.nth(number).select_option(state)
        line = coordinator.page.locator('[name^="line-commitment:"]').nth(number)
        line.fill("Meclisimiz konuyu görüştü.")
    coordinator.sends()


def report_by_spreadsheet(visit: Visit, folder: Path) -> None:
    """The sheet is filled in away from the site: one line done, and one wrong at first."""
    coordinator = visit("az-coordinator", locale="en-GB")
    coordinator.opens("/parties/az/follow-up")
    answer = coordinator.page.request.get(f"{coordinator.site.address}/parties/az/follow-up.xlsx")
    assert answer.status == 200
    sheet = openpyxl.load_workbook(io.BytesIO(answer.body()))
    filled = fill(sheet, {1: ("Done", "The exchange took place."), 2: ("Perhaps", "Who knows.")})
    returned = give_back(coordinator, filled, folder / "returned.xlsx")
    returned.sees("Perhaps")
    confirm(returned)
    coordinator.opens("/parties/az/follow-up")
    coordinator.sees("Done")


def fill(book: Any, answers: dict[int, tuple[str, str]]) -> Any:  # noqa: ANN401 - ships no types
    """Write new states and words into the lines of that number, by the sheet's own headings."""
    sheet = book.worksheets[0]
    head = next(r for r in range(1, 12) if sheet.cell(r, 1).value and sheet.cell(r, 3).value)
    columns = {sheet.cell(head, c).value: c for c in range(1, sheet.max_column + 1)}
    for line, (state, words) in answers.items():
        sheet.cell(head + line, columns["New state"]).value = state
        sheet.cell(head + line, columns["What was done"]).value = words
    return book


def give_back(coordinator: Visitor, book: Any, path: Path) -> Visitor:  # noqa: ANN401
    book.save(path)
    coordinator.opens("/parties/az/follow-up/return")
    coordinator.page.locator('input[name="file"]').set_input_files(path)
    coordinator.sends()
    return coordinator


def remind(officer: Visitor, party: str) -> None:
    officer.opens("/reminders/")
    officer.opens(f"/parties/{party}/remind")
    officer.sends()
    officer.sees("1 commitment awaits an answer or is past its day")
    confirm(officer)
    officer.sees("Reminded")
    officer.opens("/outbox/")
    officer.sees("what awaits an answer of your parliament")


def pass_chair(officer: Visitor, party: str) -> None:
    officer.opens(f"/parties/{party}/chair/new")
    officer.sees("Hand-over file of the day before")
    officer.sends()


def handed_over(officer: Visitor) -> zipfile.ZipFile:
    """The data of the hand-over file, once its page and its paper were there too."""
    officer.opens("/hand-over")
    site = officer.site.address
    for language in ("en", "kk", "ru"):
        paper = officer.page.request.get(f"{site}/hand-over.{language}.pdf")
        assert paper.status == 200
        assert paper.body().startswith(b"%PDF-")
    data = officer.page.request.get(f"{site}/hand-over.zip")
    assert data.status == 200
    return zipfile.ZipFile(io.BytesIO(data.body()))
