"""A recommendation in six languages: circulated, amended, voted on, consolidated and adopted.

By hand in a browser without scripts.
"""

from tests.browser import recommendation as r
from tests.browser.conftest import Visit, Visitor
from tests.browser.steps import MEMBERS, close, convene, draw, hold, vote

LANGUAGES = ("en", "tr", "az", "kk", "ky", "uz")


def test_a_text_is_drafted_together_from_circulation_to_adoption(visit: Visit) -> None:
    officer = visit("secretariat")
    convene(officer, 3)
    text = enter(officer)
    circulate(officer, text)
    for party in ("az", "kg", "tr"):
        answer(visit(f"{party}-head"), text)

    first = unit_of_first(officer, text)
    twice = propose(visit("kz-head"), text, first, "kk", r.TWICE)
    translate(officer, twice, first, "kk", r.TWICE)
    rarely = propose(visit("tr-head"), text, first, "tr", r.RARELY)
    translate(officer, rarely, first, "tr", r.RARELY)
    thrice = propose(visit("kg-head"), text, first, "ky", r.THRICE)
    translate(officer, thrice, first, "ky", r.THRICE)
    at_least = amend(visit("az-head"), twice, first, "az", r.AT_LEAST)
    translate(officer, at_least, first, "az", r.AT_LEAST)
    draw(visit, f"{text}/board?lang=az", "board")

    hold(officer)
    marshal(officer, text)
    officer.sees("Among its rivals, what is furthest from the text is voted on first.")
    officer.sees("It is a sub-amendment to amendment 1: it is voted on before it.")
    draw(visit, f"{text}/amendments?lang=kk", "amendments")

    every = dict.fromkeys(MEMBERS, "yes")
    for expected, result in ((rarely, "Rejected"), (at_least, "Adopted"), (twice, "Adopted")):
        question = put(officer, text)
        assert officer.page.locator(f'main a[href^="{expected}"]').count() > 0
        vote(visit, question, {**every, "kz": "no"} if result == "Rejected" else every)
        close(officer, question)
        officer.sees(result)
    officer.opens(thrice)
    officer.sees("Fallen")
    draw(visit, f"{thrice}?lang=tr", "amendment")

    consolidate(officer, text)
    for language in LANGUAGES:
        officer.opens(f"{text}/text?language={language}")
        officer.sees(r.reworded(language, r.AT_LEAST))
    draw(visit, f"{text}/text?language=az&language=kk&language=tr&lang=kk", "beside")
    question = put(officer, text)
    vote(visit, question, every)
    close(officer, question)
    officer.sees("Adopted")
    officer.opens(text)
    officer.sees("/FINAL")
    takes_home(officer, text)


def enter(officer: Visitor) -> str:
    officer.follows("Table a document")
    for language in ("en", "tr", "az", "kk", "ky"):
        officer.writes(f"names-{language}", r.TITLES[language])
        officer.ticks("authentic", language)
    officer.sends()
    text = officer.path
    for language in LANGUAGES:
        officer.opens(f"{text}/versions/new?language={language}")
        officer.chooses("language", language)
        officer.chooses("standing", "translation" if language == "uz" else "authentic")
        officer.writes("text", r.text(language))
        officer.sends()
    return text


def circulate(officer: Visitor, text: str) -> None:
    officer.opens(f"{text}/circulation/new")
    officer.sends()
    officer.sees("Board")


def answer(head: Visitor, text: str) -> None:
    head.opens(f"{text}/answers/new")
    answers = head.page.locator('input[name^="answer-"][value="agree"]')
    for place in range(1, answers.count()):
        answers.nth(place).check()
    head.sends()


def unit_of_first(visitor: Visitor, text: str) -> str:
    """The identity of operative paragraph 1, as the forms name it."""
    visitor.opens(f"{text}/amendments/new")
    option = visitor.page.locator("select[name=another] option").filter(has_text="1 ").first
    return option.get_attribute("value") or ""


def presses(visitor: Visitor, button: str) -> None:
    visitor.goes(visitor.page.locator("main").get_by_role("button", name=button, exact=True))
    alert = visitor.page.locator("[role=alert]")
    assert alert.count() == 0, alert.inner_text()


def propose(head: Visitor, text: str, unit: str, language: str, wanted: dict[str, str]) -> str:
    head.opens(f"{text}/amendments/new?language={language}&unit={unit}")
    return _tables(head, unit, r.reworded(language, wanted), language)


def amend(head: Visitor, amendment: str, unit: str, language: str, wanted: dict[str, str]) -> str:
    head.opens(f"{amendment}/sub/new?language={language}&unit={unit}")
    return _tables(head, unit, r.reworded(language, wanted), language)


def _tables(head: Visitor, unit: str, words: str, language: str) -> str:
    head.writes(f"words-{unit}-{language}", words)
    presses(head, "Show the amendment")
    presses(head, "Table this amendment")
    return head.path


def translate(
    officer: Visitor, amendment: str, unit: str, written: str, wanted: dict[str, str]
) -> None:
    for language in LANGUAGES:
        if language != written:
            officer.opens(f"{amendment}/translations/new?language={language}")
            officer.writes(f"words-{language}-{unit}", r.reworded(language, wanted))
            presses(officer, "Show what would be recorded")
            presses(officer, "Give this translation")


def marshal(officer: Visitor, text: str) -> None:
    officer.opens(f"{text}/marshalling/new")
    presses(officer, "Issue this list")


def put(officer: Visitor, text: str) -> str:
    """Put what is next: an amendment of the list, or the text when all are settled."""
    officer.opens(f"/meetings/defence-3/questions/new?document=document:{text.rpartition('/')[2]}")
    presses(officer, "Put a question")
    return officer.path


def consolidate(officer: Visitor, text: str) -> None:
    officer.opens(f"{text}/consolidation/new")
    presses(officer, "Make this the text")


def takes_home(visitor: Visitor, text: str) -> None:
    """Every kind of paper comes, in a language that is not the first."""
    for paper in ("kk.pdf", "kk.docx", "kk.akn.xml", "kk.html", "kk.txt", "az.pdf?with=tr"):
        answer = visitor.page.request.get(f"{visitor.site.address}{text}/papers/{paper}")
        assert answer.status == 200, paper
        assert len(answer.body()) > 500, paper
