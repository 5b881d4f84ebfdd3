"""A file of the past is taken over, and a parliament answers by spreadsheet."""

import io
from pathlib import Path
from typing import Any

import openpyxl

from kurultai.papers.sheets import Column, Table, write_csv
from tests.browser.conftest import Visit, Visitor
from tests.browser.steps import draw_of
from tests.browser.test_for_everyone import SMALL, faults

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
HEADINGS = ("Text", "Adopted", "Paragraph", "Wording", "Parliament", "State", "Answered", "Reply")
TEXT = "REC/2019/3"
ROWS = tuple(
    row
    for party in ("Azerbaijan", "Kazakhstan")
    for row in (
        (
            "REC/2019/3",
            "18.12.2019",
            "1",
            "Asks for contacts",
            party,
            "Accepted",
            "1.3.2020",
            "Yes",
        ),
        ("REC/2019/3", "", "2", "Asks for an exercise", party, "", "", ""),
        ("REC/2019/3", "", "3", "Asks for a study", party, "", "", ""),
    )
)


def test_a_file_is_taken_over_and_answered_by_spreadsheet(visit: Visit, tmp_path: Path) -> None:
    officer = visit("secretariat", java_script_enabled=True)  # for axe
    take_over(officer, tmp_path)
    coordinator = visit("az-coordinator", **PHONE, java_script_enabled=True)
    answer(coordinator, tmp_path)


def take_over(officer: Visitor, folder: Path) -> None:
    officer.opens("/commitments/")
    officer.follows("Take over past recommendations")
    wrong = (*ROWS, (TEXT, "", "4", "Asks", "Atlantis", "", "", ""))
    sends(officer, written(folder, "wrong.csv", wrong))
    officer.sees("E8")
    officer.sees("No parliament of this name is known")
    assert officer.page.locator("button[name=confirm]").count() == 0
    assert faults(officer.page) == []
    draw_of(officer, "import-faults")
    sends(officer, written(folder, "right.csv", ROWS))
    officer.sees("6 lines can be taken over")
    draw_of(officer, "import")
    officer.goes(officer.page.locator("button[name=confirm]"))
    officer.opens("/import/")
    officer.sees("right.csv")


def written(folder: Path, name: str, rows: tuple[tuple[str, ...], ...]) -> Path:
    table = Table("x", tuple(map(Column, HEADINGS)), rows)
    (folder / name).write_bytes(write_csv(table, "tr"))
    return folder / name


def sends(visitor: Visitor, file: Path) -> None:
    visitor.page.set_input_files("input[type=file]", file)
    visitor.goes(visitor.page.locator("main form > p.send button[type=submit]"))


def answer(coordinator: Visitor, folder: Path) -> None:
    coordinator.opens("/parties/az/follow-up")
    address = f"{coordinator.site.address}/parties/az/follow-up.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(coordinator.page.request.get(address).body()))
    fill(book.worksheets[0], {2: ("Done", "Named in May"), 3: ("Perhaps", "Let us see")})
    book.save(folder / "answers.xlsx")
    coordinator.follows("Report by spreadsheet")
    sends(coordinator, folder / "answers.xlsx")
    for said in ("1 line would be recorded", "1 line was not filled in", "1 line is not right"):
        coordinator.sees(said)
    assert coordinator.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert coordinator.page.evaluate(SMALL) == []
    assert faults(coordinator.page) == []
    draw_of(coordinator, "return")
    with coordinator.page.expect_download() as remarks:
        coordinator.page.locator("button[name=remarks]").click()
    data = io.BytesIO(remarks.value.path().read_bytes())
    back = openpyxl.load_workbook(data).worksheets[0]
    assert [cell.value for cell in back[2]][-1].startswith("H3: This is no state: Perhaps.")
    coordinator.goes(coordinator.page.locator("button[name=confirm]"))
    coordinator.sees("Named in May")


def fill(sheet: Any, lines: dict[int, tuple[str, str]]) -> None:  # noqa: ANN401 - no types
    heads = [cell.value for cell in sheet[1]]
    for line, (state, done) in lines.items():
        sheet.cell(line, heads.index("New state") + 1).value = state
        sheet.cell(line, heads.index("What was done") + 1).value = done
