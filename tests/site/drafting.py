"""A draft with its paragraphs in two languages, circulated or with amendments, for the forms."""

import re
from typing import Any

from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Presence, Unit
from kurultai.procedure.facts import new_id
from kurultai.texts.change import Change, Edit
from tests.conftest import Site
from tests.site.filling import filled, read_form
from tests.site.prepared import MEMBERS, OFFICER, THIRD, convene

TEXT = new_id("document", "text")
NAME = TEXT.removeprefix("document:")
AZ = "person:office-az-head"
KZ = "person:office-kz-head"
ENGLISH = (
    Unit("unit:title", "heading", "On cybersecurity"),
    Unit("unit:recalling", "preamble", "Recalling the second meeting,"),
    Unit(
        "unit:invites",
        "operative",
        "Invites the parliaments to report every year on:",
        (
            Unit("unit:laws", "point", "their laws;"),
            Unit("unit:budgets", "point", "their budgets;"),
        ),
    ),
    Unit("unit:asks", "operative", "Asks the secretariat to gather the reports."),
)
TURKISH = (
    Unit("unit:title", "heading", "Siber güvenlik hakkında"),
    Unit("unit:recalling", "preamble", "İkinci toplantıyı hatırlatarak,"),
    Unit(
        "unit:invites",
        "operative",
        "Parlamentoları her yıl şu konularda rapor vermeye davet eder:",
        (
            Unit("unit:laws", "point", "kanunları;"),
            Unit("unit:budgets", "point", "bütçeleri;"),
        ),
    ),
    Unit("unit:asks", "operative", "Sekreteryadan raporları toplamasını ister."),
)


def drafted(house: House, meeting: str | None = None) -> None:
    """The draft in English and Turkish."""
    table = c.TableDocument(
        id="text", kind="recommendation", names={"en": "On cybersecurity"}, meeting=meeting
    )
    versions = (
        c.DistributeVersion(
            id=language, document=TEXT, language=language, standing="authentic", units=units
        )
        for language, units in (("en", ENGLISH), ("tr", TURKISH))
    )
    house.submit(OFFICER, table).result()
    for command in versions:
        house.submit(OFFICER, command).result()


def circulated(house: House) -> None:
    """The draft, circulated to the members."""
    drafted(house)
    command = c.CirculateDraft(id="send", document=TEXT, until="2026-12-09T14:00Z", parties=MEMBERS)
    house.submit(OFFICER, command).result()


def amended(house: House, *changes: Change, named: str = "amend", by: str = "party:az") -> str:
    """An amendment to the draft; the name of its page."""
    made = changes or (Edit("unit:invites", "en", 34, 39, "twice a"),)
    command = c.TableAmendment(
        id=named, document=TEXT, by=(by,), language="en", reading=1, changes=made
    )
    house.submit(OFFICER, command).result()
    return new_id("amendment", named).removeprefix("amendment:")


def confirm(site: Site, person: str, path: str, **changes: object) -> Any:  # noqa: ANN401
    """Fill in a form that is confirmed, look at what it shows, and confirm it."""
    browser = site.browser(person)
    shown = browser.post(path, filled(browser, path, **changes))
    form = read_form(shown)
    assert shown.status_code == 200, form.alert
    found = re.search(r'name="confirm" value="([0-9a-f]+)"', shown.content.decode())
    assert found, "nothing to confirm"
    return browser.post(path, {**form.values, "confirm": found[1]})


def page(site: Site, path: str, person: str = OFFICER) -> Any:  # noqa: ANN401
    """What is under the address, as JSON."""
    return site.browser(person).get(f"{path}.json").json()["page"]


def sitting(site: Site) -> None:
    """The third meeting, sitting, with the draft that was tabled for it."""
    convene(site.house)
    drafted(site.house, THIRD)
    present = tuple(Presence(party, 3) for party in MEMBERS)
    site.house.submit(OFFICER, c.OpenMeeting(id="open", meeting=THIRD)).result()
    attend = c.TakeAttendance(id="attend", meeting=THIRD, present=present)
    site.house.submit(OFFICER, attend).result()


def vote(site: Site, location: str, choice: str = "yes") -> None:
    """All members give that position on the question, and it is closed."""
    decision = f"decision:{location.split('/')[2].split('?', maxsplit=1)[0]}"
    for party in MEMBERS:
        given = c.GivePosition(
            id=f"{decision}{party}", meeting=THIRD, decision=decision, party=party, choice=choice
        )
        site.house.submit(OFFICER, given).result()
    close = c.DecideQuestion(id=f"close {decision}", meeting=THIRD, decision=decision)
    site.house.submit(OFFICER, close).result()


def adopted(site: Site) -> None:
    """The draft, adopted after the fact by the second meeting."""
    drafted(site.house)
    command = c.RecordAdoption(id="adopt", document=TEXT, meeting="meeting:defence-2")
    site.house.submit(OFFICER, command).result()
