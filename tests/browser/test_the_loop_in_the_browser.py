"""The whole loop, by hand in a browser without scripts: from convening to the next agenda."""

from tests.browser.conftest import Visit
from tests.browser.steps import MEMBERS, close, convene, draw, hold, put, report, table, vote


def test_a_meeting_is_carried_from_convening_to_the_agenda_of_the_next(visit: Visit) -> None:
    officer = visit("secretariat")
    draw(visit, "/", "assembly")
    draw(visit, "/series/defence", "series")
    convene(officer, 3)
    officer.sees("Example: this meeting shows how the system works.")
    matters = officer.page.locator("ol.agenda .badge", has_text="Left open earlier").count()
    assert matters > 0

    text = table(officer)
    hold(officer)

    put(officer, text)
    first = officer.path
    vote(visit, first, {"az": "yes", "kz": "yes", "kg": "yes", "tr": "abstain"})
    close(officer, first)
    officer.sees("Rejected")
    officer.sees("All who are entitled to vote must vote in favour.")
    officer.sees("Abstained (1): Türkiye.")
    officer.sees("It would have been adopted with: 1 more in favour.")
    officer.sees("No source confirms how this body counts an abstention.")

    put(officer, text)
    second = officer.path
    vote(visit, second, {"az": "yes", "kz": "yes", "kg": "yes", "tr": "yes"})
    close(officer, second)
    officer.sees("Adopted")
    officer.opens(text)
    officer.sees("/FINAL")
    assert officer.page.locator('main a[href^="/commitments/"]').count() == 5 * len(MEMBERS)

    report(visit, text)
    officer.opens("/meetings/defence-3/closing")
    officer.sends()
    officer.sees("Closed")

    convene(officer, 4)
    assert officer.path == "/meetings/defence-4"
    inherited = officer.page.locator("ol.agenda .badge", has_text="Commitments to follow up")
    assert inherited.count() == 1

    draw(visit, first, "decision")
    draw(visit, "/commitments/?lang=tr", "commitments")
    draw(visit, f"{text}?lang=kk", "text")
