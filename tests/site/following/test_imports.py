"""What an assembly kept before is taken over from a file, and taken back."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kurultai.gate import commitments, imports
from kurultai.gate.shapes import CommitmentRow
from kurultai.language import LANGUAGES
from kurultai.language.columns import heading
from kurultai.language.dates import say_moment
from kurultai.language.terms import term
from kurultai.papers.sheets import Column, Table, read, write_csv
from kurultai.papers.sheets.book import write_xlsx
from tests.conftest import Site
from tests.site.filling import read_form
from tests.site.following.sheet_text import COORDINATOR, OFFICER, PUBLIC, ask

FORM = "/import/"
ROW = {
    "text": "REC/2019/3",
    "adopted": "18.12.2019",
    "paragraph": "1",
    "words": "Asks for a common list of contacts",
    "party": "Azerbaijan",
}
Row = dict[str, str]


def table(*rows: Row, language: str = "en") -> Table:
    names = tuple(dict.fromkeys(name for row in rows for name in row))
    columns = tuple(Column(heading(language, name)) for name in names)
    return Table("x", columns, tuple(tuple(row.get(name, "") for name in names) for row in rows))


def sent(site: Site, data: bytes, person: str = OFFICER, **more: str) -> Any:  # noqa: ANN401
    browser = site.browser(person)
    values = read_form(browser.get(FORM)).values
    return browser.post(FORM, {**values, "file": SimpleUploadedFile("past.csv", data), **more})


def confirmed(site: Site, shown: Any, **more: str) -> Any:  # noqa: ANN401
    seen = shown.content.decode().split('name="confirm" value="')[1].split('"')[0]
    return site.browser(OFFICER).post(FORM, {**read_form(shown).values, "confirm": seen, **more})


def taken(site: Site, *rows: Row, **more: str) -> Any:  # noqa: ANN401
    return confirmed(site, sent(site, write_csv(table(*rows), "en"), **more))


def found(site: Site, person: str = OFFICER) -> tuple[CommitmentRow, ...]:
    with site.house.viewing(person, "en") as viewer:
        return tuple(row for row in commitments.commitments(viewer) if row.imported)


def test_a_line_becomes_a_commitment_under_a_text_that_is_entered_with_it(site: Site) -> None:
    row = {
        **ROW,
        "state": "Accepted",
        "answered": "2020-03-01",
        "reply": "Gladly",
        "link": "https://az.example/1",
        "proposed_by": "Türkiye",
        "due": "2021-01-31",
        "action": "Share information",
        "tags": "Cybersecurity",
    }
    answer = taken(site, row)
    assert answer.status_code == 303
    (made,) = found(site)
    assert (made.symbol, made.number, made.party) == ("REC/2019/3", 1, "party:az")
    assert (made.state, made.made_on, made.reported_on) == ("accepted", "2019-12-18", "2020-03-01")
    assert made.words == {"en": "Asks for a common list of contacts"}
    assert (made.due, made.action, made.tags) == ("2021-01-31", "share", ("tag:cybersecurity",))
    assert made.proposed_by == {"en": "Türkiye"}
    assert made.meeting == "meeting:plenary-9"  # it was held that day
    with site.house.viewing(OFFICER, "en") as viewer:
        report = commitments.commitment(viewer, made.commitment).reports[0]
    assert (report.words, report.links) == ({"en": "Gladly"}, ("https://az.example/1",))
    page = site.browser().get(f"/documents/{made.document.partition(':')[2]}").content.decode()
    assert "Asks for a common list of contacts" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_and_words_of_any_language_are_understood(site: Site, language: str) -> None:
    state = term(language, "commitment_state", "noted")
    row = {**ROW, "state": state, "answered": "2020-03-01", "party": "Əzerbaycan, не так"}
    with site.house.viewing(OFFICER, language) as viewer:
        from kurultai.gate import register

        names = {party.party: party.state for party in register.parties(viewer)}
    row["party"] = names["party:kz"][language]
    data = write_csv(table(row, language=language), language)
    assert confirmed(site, sent(site, data)).status_code == 303
    assert [(made.party, made.state) for made in found(site)] == [("party:kz", "noted")]


def test_a_meeting_may_be_named_by_its_first_day(site: Site) -> None:
    taken(site, {**ROW, "adopted": "2018-12-01", "meeting": "20.11.2018"})
    assert found(site)[0].meeting == "meeting:plenary-8"


def test_lines_under_a_text_that_is_here_come_to_stand_under_it(site: Site) -> None:
    ask(site)
    taken(site, {**ROW, "text": "rec/ASKED", "adopted": "", "party": "kg", "state": "Noted"})
    (made,) = found(site)
    assert (made.document, made.unit, made.state) == (PUBLIC, "u1", "noted")


def test_one_line_may_say_for_all_when_a_text_was_adopted(site: Site) -> None:
    taken(site, ROW, {**ROW, "adopted": "", "party": "tr", "paragraph": "2", "words": "And a list"})
    assert [(made.number, made.made_on) for made in found(site)] == [
        (1, "2019-12-18"),
        (2, "2019-12-18"),
    ]


def test_a_file_sent_twice_is_taken_over_once(site: Site) -> None:
    shown = sent(site, write_csv(table(ROW), "en"))
    answers = [confirmed(site, shown) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert len(found(site)) == 1


def test_the_same_file_another_day_is_refused(site: Site) -> None:
    data = write_csv(table(ROW), "en")
    confirmed(site, sent(site, data))
    again = sent(site, data).content.decode()
    assert "This was taken over from a file before." in again
    assert 'name="confirm"' not in again
    assert len(found(site)) == 1


def test_what_another_file_took_over_is_not_taken_over_again(site: Site) -> None:
    taken(site, ROW)
    text = sent(site, write_csv(table(ROW, {**ROW, "party": "kz"}), "en")).content.decode()
    assert "<strong>D2</strong>: This was taken over from a file before." in text
    assert "1 line can be taken over" in text


def test_what_was_taken_over_is_taken_back_under_all_its_texts(site: Site) -> None:
    taken(site, ROW, {**ROW, "text": "REC/2019/4"})
    document = found(site)[0].document.partition(":")[2]
    browser = site.browser(OFFICER)
    form = f"/documents/{document}/imports/undoing"
    values = read_form(browser.get(form)).values
    with site.house.viewing(OFFICER, "en") as viewer:
        mine = imports.imports(viewer, f"document:{document}")[0].imported
    answer = browser.post(form, {**values, "imported": mine, "reason-en": "Wrong file"})
    assert answer.status_code == 303
    assert found(site) == ()
    with site.house.viewing(OFFICER, "en") as viewer:
        assert {one.undone_on for one in imports.imports(viewer)} == {site.house.today()}
    assert browser.get(form).status_code == 404
    taken(site, ROW, {**ROW, "text": "REC/2019/4"})
    assert len(found(site)) == 2


def test_it_is_for_whom_it_is_said_to_be(site: Site) -> None:
    taken(site, {**ROW, "words": "Asks zqquietvk"}, audience="secretariat")
    assert len(found(site)) == 1
    assert found(site, COORDINATOR) == found(site, "") == ()
    assert (
        "zqquietvk"
        not in site.browser(COORDINATOR).get("/parties/az/follow-up.csv").content.decode()
    )


def test_only_the_secretariat_takes_over(site: Site) -> None:
    for person in ("", COORDINATOR, "person:office-az-head"):
        assert site.browser(person).get(FORM).status_code == 404


def test_a_column_may_be_said_to_be_another(site: Site) -> None:
    odd = Table(
        "x",
        tuple(map(Column, ("Who?", "Text", "Adopted", "Wording"))),
        (("Azerbaijan", "REC/2019/3", "2019-12-18", "Do it"),),
    )
    shown = sent(site, write_csv(odd, "en"))
    assert shown.status_code == 200
    assert "no column “Parliament”" in read_form(shown).alert
    values = read_form(shown).values
    assert values["column-0"] == ["-"]
    assert "A · Who?" in shown.content.decode()
    again = site.browser(OFFICER).post(FORM, {**values, "column-0": "party"})
    assert confirmed(site, again).status_code == 303
    assert found(site)[0].party == "party:az"


def test_no_two_columns_are_the_same(site: Site) -> None:
    shown = sent(site, write_csv(table(ROW), "en"))
    values = {**read_form(shown).values, "column-0": "party"}
    again = site.browser(OFFICER).post(FORM, values)
    assert again.status_code == 422
    assert "Two columns are said to be the same." in again.content.decode()


@pytest.mark.parametrize(
    ("changed", "cell", "says"),
    [
        ({}, "E3", "Line 2 says the same."),
        ({"text": ""}, "A3", "This cell may not be empty."),
        ({"text": "REC/1", "adopted": ""}, "B3", "The text REC/1 is not known here yet."),
        ({"adopted": "soon"}, "B3", "soon is not a day that can be read."),
        ({"adopted": "2999-01-01"}, "B3", "2999-01-01 is in the future."),
        ({"adopted": "2019-12-19"}, "B3", "Another line says that REC/2019/3 was adopted on"),
        ({"text": "X", "meeting": "never"}, "C3", "No such meeting is known: never."),
        ({"text": "X", "adopted": "2018-11-20", "meeting": "1.1.1999"}, "C3", "No such meeting"),
        ({"paragraph": "first"}, "D3", "first is not the number of a paragraph."),
        ({"words": ""}, "E3", "This cell may not be empty."),
        ({"language": "xx"}, "F3", "The language xx is not known."),
        ({"party": "Atlantis"}, "G3", "No parliament of this name is known"),
        ({"party": ""}, "G3", "This cell may not be empty."),
        ({"state": "maybe"}, "H3", "This is no state: maybe."),
        ({"reply": "Yes"}, "I3", "There is a reply. Say in this cell on which day"),
        ({"answered": "2018-01-01", "state": "Done"}, "I3", "earlier than what it answers"),
        ({"answered": "2998-01-01", "state": "Done"}, "I3", "2998-01-01 is in the future."),
        ({"answered": "2020-01-01", "reply": "Yes"}, "H3", "this state is none that"),
        ({"link": "ftp://x"}, "K3", "Evidence must be a link"),
        ({"due": "x"}, "L3", "x is not a day that can be read."),
        ({"action": "sing"}, "M3", "This kind of action is not known: sing."),
        ({"tags": "Cybersecurity; Moon"}, "N3", "No tag of this name is known: Moon."),
    ],
)
def test_each_fault_is_said_at_its_cell(site: Site, changed: Row, cell: str, says: str) -> None:
    names = ("text", "adopted", "meeting", "paragraph", "words", "language", "party", "state")
    more = ("answered", "reply", "link", "due", "action", "tags")
    blank = dict.fromkeys((*names, *more), "")
    good = {**blank, **ROW}
    text = sent(site, write_csv(table(good, {**good, **changed}), "en")).content.decode()
    assert f"<strong>{cell}</strong>: " in text
    assert says in text
    assert 'name="confirm"' not in text


def test_a_text_that_is_still_a_draft_is_named(site: Site) -> None:
    from tests.site.drafting import TEXT, drafted

    drafted(site.house)
    draft = {**ROW, "text": TEXT}
    text = sent(site, write_csv(table(draft), "en")).content.decode()
    assert "is here, but it is not adopted." in text


def test_the_lines_that_are_wrong_come_back_with_remarks(site: Site) -> None:
    data = write_xlsx(table(ROW, {**ROW, "party": "Atlantis"}))
    remarks = read("x", sent(site, data, remarks="1").content, "en")
    assert remarks.head.cells[-1] == "Remark"
    assert [line.cells[4] for line in remarks.body] == ["Atlantis"]
    assert remarks.body[0].cells[-1].startswith("E3: No parliament of this name is known")


def test_the_page_tells_what_was_taken_over(site: Site) -> None:
    taken(site, ROW)
    text = site.browser(OFFICER).get(FORM).content.decode()
    assert "past.csv" in text
    assert "/imports/undoing" in text


def test_when_it_was_taken_over_is_told_by_the_clock_of_the_seat(site: Site) -> None:
    taken(site, ROW)
    with site.house.viewing(OFFICER, "en") as viewer:
        (one,) = imports.imports(viewer)
    moment = say_moment(one.at, "en", "Asia/Baku")
    browser = site.browser(OFFICER)
    for path in (FORM, f"/documents/{one.document.partition(':')[2]}/imports/undoing"):
        assert moment in browser.get(path).content.decode()


def test_an_answer_of_the_past_stands_among_the_latest_by_its_day(site: Site) -> None:
    for number, day in (("1", "2020-03-01"), ("2", "2019-12-31"), ("3", "2021-01-01")):
        answered = {"state": "Accepted", "answered": day, "reply": "Gladly"}
        name = f"Asks for {number}"
        taken(site, {**ROW, "text": f"REC/2019/{number}", "words": name, **answered})
    page = site.browser().get("/parties/az/follow-up.json").json()["page"]
    assert [one["on"] for one in page["reports"]] == ["2021-01-01", "2020-03-01", "2019-12-31"]


def test_a_text_without_a_title_is_called_by_its_symbol_once(site: Site) -> None:
    taken(site, ROW)
    with site.house.viewing(OFFICER, "en") as viewer:
        (one,) = imports.imports(viewer)
    browser, address = site.browser(OFFICER), f"/documents/{one.document.partition(':')[2]}"
    row = browser.get("/documents/").content.decode().split(f'href="{address}">')[1]
    assert row.split("</a>")[0].count("REC/2019/3") == 1
    crumb = browser.get(f"{address}/imports/undoing").content.decode().split('class="crumb">')[1]
    assert crumb.split("</p>")[0].count("REC/2019/3") == 1
