"""What an officer, a head of delegation and a coordinator do in the browser, step by step."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.browser.conftest import Visit, Visitor

ENGLISH = """Recommendation on five areas of joint effort

Noting that the third meeting was convened to go on from the second,

1. Invites the parliaments to exchange their experience with joint exercises.

2. Invites the parliaments to compare their laws on the defence industry.

3. Invites the parliaments to name a contact for counter-terrorism.

4. Invites the parliaments to review their laws on cybersecurity.

5. Invites the parliaments to report on how they answer hybrid threats."""

TURKISH = """Beş ortak çalışma alanına ilişkin tavsiye

Üçüncü toplantının ikincinin devamı olarak düzenlendiğini kaydederek,

1. Parlamentoları ortak tatbikatlara ilişkin deneyimlerini paylaşmaya davet eder.

2. Parlamentoları savunma sanayii yasalarını karşılaştırmaya davet eder.

3. Parlamentoları terörle mücadele için bir irtibat kişisi belirlemeye davet eder.

4. Parlamentoları siber güvenlik yasalarını gözden geçirmeye davet eder.

5. Parlamentoları hibrit tehditlere karşı yaptıklarını bildirmeye davet eder."""

MEMBERS = ("az", "kz", "kg", "tr")
AREAS = (
    "joint_exercises",
    "defence_industry",
    "counter_terrorism",
    "cybersecurity",
    "countering_hybrid",
)


def convene(officer: Visitor, ordinal: int) -> None:
    day = datetime.now(UTC).date() + timedelta(days=14 * ordinal)
    officer.opens("/series/defence")
    officer.follows("Convene a meeting")
    officer.writes("first_day", day.isoformat())
    officer.writes("place-en", "Astana")
    officer.writes("place-kk", "Астана")
    officer.chooses("host", "party:kz")
    officer.writes("theme-en", "From common challenges to common strategies")
    officer.writes("documents", (day - timedelta(days=3)).isoformat())
    officer.ticks("example")
    officer.sends()
    assert officer.path == f"/meetings/defence-{ordinal}"


def table(officer: Visitor) -> str:
    officer.follows("Table a document")
    officer.writes("names-en", "Recommendation on five areas of joint effort")
    officer.writes("names-tr", "Beş ortak çalışma alanına ilişkin tavsiye")
    officer.ticks("authentic", "en")
    officer.ticks("authentic", "tr")
    officer.sends()
    text = officer.path
    for language, words in (("en", ENGLISH), ("tr", TURKISH)):
        officer.follows("Distribute a language version")
        officer.chooses("language", language)
        officer.chooses("standing", "authentic")
        officer.writes("text", words)
        officer.sends()
    officer.follows("Tag the paragraphs")
    for number, area in enumerate(AREAS, start=1):
        officer.page.locator(f'[name="area-{number}"][value^="tag:{area}"]').check()
        officer.writes(f"due-{number}", "2027-06-30")
    officer.sends()
    return text


def hold(officer: Visitor) -> None:
    officer.opens("/meetings/defence-3/opening")
    officer.sends()
    officer.follows("Take attendance")
    for party in MEMBERS:
        officer.ticks(f"present-party:{party}")
        officer.writes(f"members-party:{party}", "3")
    officer.sends()


def put(officer: Visitor, text: str) -> None:
    officer.opens(text)
    officer.follows("Put a question")
    officer.sends()
    assert officer.path.startswith("/decisions/")


def vote(visit: Visit, question: str, choices: dict[str, str]) -> None:
    for party, choice in choices.items():
        head = visit(f"{party}-head")
        head.opens(question)
        head.follows("Give a position")
        head.ticks("choice", choice)
        head.sends()


def close(officer: Visitor, question: str) -> None:
    officer.opens(question)
    officer.follows("Close the question")
    officer.sends()


def report(visit: Visit, text: str) -> None:
    coordinator = visit("kz-coordinator")
    coordinator.opens("/parties/kz")
    coordinator.goes(coordinator.page.locator('main a[href^="/commitments/"]').first)
    coordinator.follows("Report on a commitment")
    coordinator.ticks("state", "in_progress")
    coordinator.writes("done-en", "A working group has begun to compare the laws.")
    coordinator.writes("evidence", "https://www.parlam.kz/")
    coordinator.sends()
    coordinator.sees("A working group has begun to compare the laws.")
    coordinator.opens(text)


def draw(visit: Visit, address: str, name: str) -> None:
    """Keep a picture of a page for the documents, where KURULTAI_PICTURES says in which folder."""
    folder = os.environ.get("KURULTAI_PICTURES")
    if folder:
        visitor = visit(viewport={"width": 1180, "height": 820}, device_scale_factor=1)
        visitor.opens(address)
        visitor.page.screenshot(path=Path(folder) / f"{name}.png")


def draw_of(visitor: Visitor, name: str) -> None:
    """Keep a picture of what a visitor sees now, where KURULTAI_PICTURES says in which folder."""
    folder = os.environ.get("KURULTAI_PICTURES")
    if folder:
        visitor.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
