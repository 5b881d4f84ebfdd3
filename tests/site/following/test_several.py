"""Several commitments answered from one list: all of it is recorded, or none."""

from tests.conftest import Site
from tests.site.filling import filled, read_form, send
from tests.site.following.asked import COORDINATOR, HEAD, OTHERS, asked, of_az, report_form
from tests.site.prepared import size

PATH = "/parties/az/reports/new"


def states(site: Site) -> list[str]:
    return [row.state for row in asked(site.house, "party:az")]


def test_a_state_and_a_line_each_in_ones_own_language(site: Site) -> None:
    rows = of_az(site.house)
    answer = send(
        site.browser(COORDINATOR, "az"),
        PATH,
        **{
            f"state-{rows[1].commitment}": "accepted",
            f"line-{rows[1].commitment}": "Əlaqələndirici təyin olunur.",
            f"state-{rows[2].commitment}": "noted",
            f"line-{rows[2].commitment}": "Nəzərə alındı.",
        },
    )
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/parties/az/follow-up?recorded=")
    assert states(site) == ["in_progress", "accepted", "noted"]
    page = site.browser().get("/parties/az/follow-up.json").json()["page"]
    assert page["reports"][0]["words"] == {"az": "Nəzərə alındı."}


def test_what_is_late_stands_first(site: Site) -> None:
    rows = of_az(site.house)
    names = list(filled(site.browser(COORDINATOR), PATH))
    at = [names.index(f"state-{row.commitment}") for row in rows]
    assert at[1] == min(at)
    late = filled(site.browser(COORDINATOR), f"{PATH}?only=late")
    assert [name for name in late if name.startswith("state-")] == [f"state-{rows[1].commitment}"]


def test_a_state_without_a_line_is_said_at_its_row_and_nothing_is_recorded(site: Site) -> None:
    rows = of_az(site.house)
    browser, before = site.browser(COORDINATOR), size(site.house)
    entered = {
        f"state-{rows[1].commitment}": "done",
        f"line-{rows[1].commitment}": "Named.",
        f"state-{rows[2].commitment}": "noted",
    }
    answer = send(browser, PATH, **entered)
    assert answer.status_code == 422
    assert read_form(answer).links == (f"#id_line-{rows[2].commitment}",)
    assert size(site.house) == before
    nothing = send(site.browser(HEAD), PATH, **dict.fromkeys(entered, ""))
    assert "Choose a state for at least one of them." in read_form(nothing).alert


def test_the_list_is_kept_as_a_draft_and_resumed(site: Site) -> None:
    rows = of_az(site.house)
    line = f"line-{rows[2].commitment}"
    send(site.browser(COORDINATOR), PATH, keep="1", **{line: "Begun."})
    browser = site.browser(HEAD)
    assert filled(browser, PATH)[line] == ["Begun."]
    answer = send(browser, PATH, **{f"state-{rows[2].commitment}": "in_progress"})
    assert answer.status_code == 303
    assert states(site)[2] == "in_progress"
    assert filled(browser, PATH)[line] == [""]


def test_what_was_answered_meanwhile_is_said_at_its_row(site: Site) -> None:
    rows = of_az(site.house)
    mine = site.browser(COORDINATOR)
    state, line = f"state-{rows[1].commitment}", f"line-{rows[1].commitment}"
    entered = filled(mine, PATH, **{state: "done", line: "Mine."})
    send(site.browser(HEAD), report_form(rows[1]), state="accepted", done__en="Theirs.")
    answer = mine.post(PATH, entered)
    assert answer.status_code == 422
    assert read_form(answer).links == (f"#id_{state}",)
    assert mine.post(PATH, read_form(answer).values).status_code == 303
    assert states(site)[1] == "done"


def test_sent_twice_it_is_recorded_once(site: Site) -> None:
    rows = of_az(site.house)
    browser = site.browser(COORDINATOR)
    said = {f"state-{row.commitment}": "noted" for row in rows}
    said |= {f"line-{row.commitment}": "Noted." for row in rows}
    entered = filled(browser, PATH, **said)
    first = browser.post(PATH, entered)
    after = size(site.house)
    second = browser.post(PATH, entered)
    assert first.headers["Location"] == second.headers["Location"]
    assert size(site.house) == after


def test_nobody_answers_for_another_parliament(site: Site) -> None:
    of_az(site.house)
    browser = site.browser(COORDINATOR)
    other = asked(site.house, "party:kz")[2]
    before = size(site.house)
    answer = send(
        browser,
        PATH,
        **{f"state-{other.commitment}": "done", f"line-{other.commitment}": "Not ours."},
    )
    assert answer.status_code == 422
    assert size(site.house) == before
    assert browser.get("/parties/kz/reports/new").status_code == 404
    for person in OTHERS:
        assert site.browser(person).get(PATH).status_code == 404


def test_what_was_reported_before_is_no_news_on_a_row_that_joined_a_draft(site: Site) -> None:
    rows = of_az(site.house)
    browser = site.browser(COORDINATOR)
    state, line = f"state-{rows[0].commitment}", f"line-{rows[0].commitment}"
    send(browser, f"{PATH}?only=late", keep="1", **{f"line-{rows[1].commitment}": "Begun."})
    answer = send(
        browser,
        PATH,
        **{state: "done", line: "Reported.", f"state-{rows[1].commitment}": "in_progress"},
    )
    assert answer.status_code == 303
    assert states(site)[:2] == ["done", "in_progress"]


def test_what_was_reported_since_a_draft_was_begun_is_said(site: Site) -> None:
    rows = of_az(site.house)
    state, line = f"state-{rows[1].commitment}", f"line-{rows[1].commitment}"
    send(site.browser(COORDINATOR), PATH, keep="1", **{line: "Mine."})
    send(site.browser(HEAD), report_form(rows[1]), state="accepted", done__en="Theirs.")
    answer = send(site.browser(COORDINATOR), PATH, **{state: "done"})
    assert read_form(answer).links == (f"#id_{state}",)
