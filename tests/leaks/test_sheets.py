"""Spreadsheets tell nobody of what they may not see: neither those given out nor those sent in."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kurultai.language.columns import heading
from kurultai.papers.sheets import Column, Table, read, write_csv
from tests.conftest import Site
from tests.leaks.world import AUDIENCES, CLERK, VIEWERS, canary, furnish
from tests.site.filling import read_form

PARTIES = ("az", "kz", "kg", "tr")


def table(columns: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    return Table("x", tuple(Column(heading("en", name)) for name in columns), rows)


def sent(site: Site, person: str, form: str, data: bytes) -> Any:  # noqa: ANN401 - no types
    browser = site.browser(person)
    values = read_form(browser.get(form)).values
    return browser.post(form, {**values, "file": SimpleUploadedFile("x.csv", data)})


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_each_reader_is_given_what_they_may_see_and_no_more(site: Site, ending: str) -> None:
    furnish(site.house)
    for person, own in VIEWERS.items():
        browser = site.browser(person)
        for party in PARTIES:
            answer = browser.get(f"/parties/{party}/follow-up.{ending}")
            cells = {cell for line in read("x", answer.content, "en").lines for cell in line.cells}
            told = {audience for audience in AUDIENCES if any(canary(audience) in c for c in cells)}
            assert told <= set(own), f"{person or 'the public'} reads {party}.{ending}"


def test_the_line_of_a_hidden_commitment_is_answered_like_one_of_nothing(site: Site) -> None:
    furnish(site.house)
    with site.house.readers.reading() as db:
        (hidden,) = db.execute(
            "SELECT commitment FROM commitment JOIN audience USING (audience_id)"
            " WHERE party = 'party:kz' AND audience.name = 'party:az'"
        ).fetchone()
    columns = ("commitment", "seen", "new_state", "done")
    answers = []
    for name in (hidden, "commitment:nothing"):
        data = write_csv(table(columns, (name, "x", "Done", "y")), "en")
        shown = sent(site, "person:office-kz-head", "/parties/kz/follow-up/return", data)
        assert shown.status_code == 200
        answers.append(
            shown.content.decode().partition('id="preview"')[2].partition("</section>")[0]
        )
    assert answers[0] == answers[1]
    assert "There is no commitment of this parliament" in answers[0]


def test_a_hidden_text_is_as_new_as_any_to_who_takes_lines_over(site: Site) -> None:
    furnish(site.house)
    columns = ("text", "adopted", "words", "party")
    line = (f"REC/{canary('party:az')}", "2020-01-01", "Do it", "kz")
    shown = sent(site, CLERK, "/import/", write_csv(table(columns, line), "en"))
    assert "new here" in shown.content.decode()


def test_a_file_that_one_sent_is_there_for_nobody_else(site: Site) -> None:
    furnish(site.house)
    form = "/parties/az/follow-up/return"
    columns = ("commitment", "seen", "new_state", "done")
    data = write_csv(table(columns, ("commitment:x", "x", "Done", "zqprivatevk")), "en")
    kept = read_form(sent(site, "person:office-az-head", form, data)).values
    other = site.browser("person:office-az-coordinator")
    values = {**read_form(other.get(form)).values, "file_kept": kept["file_kept"], "remarks": "1"}
    answer = other.post(form, values)
    assert answer.status_code == 422
    assert "The file is not kept any more." in answer.content.decode()
