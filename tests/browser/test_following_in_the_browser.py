"""From an adopted text to what each parliament did, over three meetings, by hand in a browser."""

from pathlib import Path

from tests.browser.conftest import Visit, Visitor
from tests.browser.following import (
    answer_several,
    draw_commitments,
    handed_over,
    pass_chair,
    remind,
    report_by_spreadsheet,
    report_on_one,
)
from tests.browser.steps import MEMBERS, close, convene, draw, hold, put, table, vote


def figures(visitor: Visitor) -> dict[str, str]:
    """The numbers over the pictures, as everybody sees them."""
    visitor.opens("/commitments/")
    shown = visitor.page.locator("main dl").first.locator("div").all()
    return {row.locator("dt").inner_text(): row.locator("dd").inner_text() for row in shown}


def adopted(visit: Visit, officer: Visitor) -> str:
    """The third meeting adopts a recommendation of five paragraphs."""
    convene(officer, 3)
    text = table(officer)
    hold(officer)
    put(officer, text)
    question = officer.path
    vote(visit, question, dict.fromkeys(MEMBERS, "yes"))
    close(officer, question)
    return text


def over(officer: Visitor, ordinal: int) -> None:
    """The meeting closes, and the next one inherits what is open."""
    officer.opens(f"/meetings/defence-{ordinal}/closing")
    officer.sends()
    convene(officer, ordinal + 1)
    inherited = officer.page.locator("ol.agenda .badge", has_text="Commitments to follow up")
    assert inherited.count() == 1


def test_what_was_adopted_is_followed_up_over_three_meetings(visit: Visit, tmp_path: Path) -> None:
    officer, anybody = visit("secretariat"), visit()
    text = adopted(visit, officer)
    assert figures(anybody)["No answer yet"] == "20"
    draw_commitments(officer, text)
    assert figures(anybody)["No answer yet"] == "16"

    report_on_one(visit)
    answer_several(visit)
    report_by_spreadsheet(visit, tmp_path)
    shown = figures(anybody)
    assert (shown["Answered"], shown["No answer yet"], shown["Done"]) == ("5", "11", "1")
    silent = anybody.page.locator("tr", has_text="Kyrgyzstan").locator("text=0 of 4")
    assert silent.count() == 1

    remind(officer, "kg")
    anybody.opens("/parties/kg/follow-up")
    anybody.sees("1 day late")

    over(officer, 3)
    officer.opens("/meetings/defence-4/agenda")
    officer.sees("REC/001/2026/FINAL")
    draw(visit, "/meetings/defence-4/agenda", "inherited")

    pass_chair(officer, "kg")
    files = handed_over(officer)
    assert any(name.endswith(".json") for name in files.namelist())
    officer.sees("13 commitments are open. 3 are late.")
    chair = officer.page.locator("table", has_text="Since").locator("tbody tr").first
    assert "Kyrgyzstan" in chair.inner_text()

    officer.opens("/meetings/defence-4/opening")
    officer.sends()
    over(officer, 4)
    draw(visit, "/commitments/?lang=tr", "follow-up")
    draw(visit, "/parties/kg/follow-up", "of-parliament")
