"""Every step is taken once, and what the record then holds is what was entered."""

import re
from collections.abc import Container
from typing import Any

import pytest

from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from tests.conftest import Site
from tests.site.filling import filled, send
from tests.site.prepared import OFFICER, THIRD, convene, put, voted

DRAFT = new_id("document", "table").removeprefix("document:")
Entered = dict[str, Any]

REGISTER: tuple[tuple[str, Entered, str], ...] = (
    ("series/defence/cadence", {"months": "6"}, "CadenceSet"),
    ("register/assembly/names/new", {"names-en": "An Assembly"}, "AssemblyRenamed"),
    (
        "register/organs/new",
        {"organ": "new", "organ_kind": "group", "rules": "plenary", "names-en": "A group"},
        "OrganEstablished",
    ),
    ("organs/legal/names/new", {"names-en": "Commission on Law"}, "OrganRenamed"),
    ("organs/legal/end", {}, "OrganDissolved"),
    (
        "register/parties/new",
        {"party": "new", "names-en": "A parliament", "state-en": "A state"},
        "PartyRegistered",
    ),
    ("register/persons/new", {"person": "new", "names-en": "An office"}, "PersonRegistered"),
    (
        "register/offices/new",
        {"person": "person:office-az-head", "office": "chair", "of": "organ:legal"},
        "OfficeTaken",
    ),
    (
        "register/offices/end",
        {"held": "person:office-secretariat secretariat_officer assembly"},
        "OfficeLeft",
    ),
    (
        "register/series/new",
        {"series": "new", "organ": "organ:legal", "names-en": "A series", "core-1-en": "Opening"},
        "SeriesOpened",
    ),
    ("register/tags/new", {"tag": "new", "scheme": "area", "names-en": "An area"}, "TagDefined"),
    (
        "register/groups/new",
        {"group": "new", "names-en": "A group", "members": ["person:office-az-head"]},
        "GroupComposed",
    ),
    ("register/rulebooks/new", {"on": "2026-11-01"}, "RulebookAdopted"),
    ("register/rulebooks/signatures/new", {}, "RulebookSigned"),
    ("parties/uz/status/new", {"status": "observer", "on": "2026-11-01"}, "StatusGiven"),
    ("parties/uz/status/new", {"status": "none"}, "StatusEnded"),
    ("parties/tr/chair/new", {"source_link": "https://example.org/"}, "ChairPassed"),
    (
        "parties/az/people/leaving",
        {"held": "person:office-az-coordinator national_coordinator"},
        "OfficeLeft",
    ),
    ("documents/new", {"names-en": "A letter", "document_kind": "letter"}, "DocumentTabled"),
)
PREPARED: tuple[tuple[str, Entered, str], ...] = (
    (
        "meetings/defence-3/move",
        {"first_day": "2026-12-08", "last_day": "2026-12-09", "place-en": "Astana"},
        "MeetingMoved",
    ),
    (
        "meetings/defence-3/delegations/new",
        {"party": "party:az", "head": "The head", "members": "One\nAnother\n"},
        "DelegationRegistered",
    ),
    (
        "meetings/defence-3/matters/new",
        {"matter-en": "A question", "tags": ["tag:cybersecurity"]},
        "MatterRaised",
    ),
    ("meetings/defence-3/agenda/new", {"status": "adopted"}, "AgendaIssued"),
    ("meetings/defence-3/documents/new", {"names-en": "For the meeting"}, "DocumentTabled"),
    ("meetings/defence-3/opening", {}, "MeetingOpened"),
)
SITTING: tuple[tuple[str, Entered, str], ...] = (
    (
        "meetings/defence-3/statements/new",
        {"speaker-en": "The chair", "on_behalf": "assembly", "summary-en": "Opened the debate."},
        "StatementMade",
    ),
    ("meetings/defence-3/questions/new", {"question-en": "To adjourn?"}, "QuestionPut"),
    ("meetings/defence-3/attendance/new", {"members-party:az": "5"}, "AttendanceTaken"),
    ("meetings/defence-3/minutes/approval", {}, "MinutesApproved"),
    (
        f"documents/{DRAFT}/versions/new",
        {"language": "tr", "text": "1. Bildirmeye davet eder."},
        "VersionDistributed",
    ),
    (
        f"documents/{DRAFT}/tags/new",
        {"area-1": ["tag:cybersecurity"], "due-1": "2027-06-30"},
        "ParagraphsTagged",
    ),
    (f"documents/{DRAFT}/marking/new", {"audience": "members"}, "MarkingChanged"),
    (f"documents/{DRAFT}/withdrawal/new", {"reason-en": "Overtaken."}, "DocumentWithdrawn"),
    (f"documents/{DRAFT}/adoption/new", {"meeting": "meeting:defence-2"}, "TextAdopted"),
)


def last_act(site: Site) -> str:
    """The kind of the latest act."""
    with site.house.viewing(OFFICER, "en") as viewer:
        sql = "SELECT kind FROM minute WHERE position = :position"
        kind: str = viewer.db.execute(sql, {"position": viewer.position}).fetchone()[0]
        return kind


def taken(site: Site, path: str, entered: Entered) -> tuple[int, str]:
    """What the step is answered with, and the kind of the latest act after it."""
    answer = send(site.browser(OFFICER), f"/{path}", **entered)
    return answer.status_code, last_act(site)


@pytest.mark.parametrize(("path", "entered", "kind"), REGISTER)
def test_a_step_of_the_register(site: Site, path: str, entered: Entered, kind: str) -> None:
    assert taken(site, path, entered) == (303, kind)


@pytest.mark.parametrize(("path", "entered", "kind"), PREPARED)
def test_a_step_before_the_meeting(site: Site, path: str, entered: Entered, kind: str) -> None:
    convene(site.house)
    assert taken(site, path, entered) == (303, kind)


@pytest.mark.parametrize(("path", "entered", "kind"), SITTING)
def test_a_step_at_the_meeting(site: Site, path: str, entered: Entered, kind: str) -> None:
    (voted if path.startswith("documents/") else put)(site.house)
    assert taken(site, path, entered) == (303, kind)


@pytest.mark.parametrize("decided", ["accepted", "refused"])
def test_credentials_are_decided_on(site: Site, decided: str) -> None:
    convene(site.house)
    named = c.RegisterDelegation(id="named", meeting=THIRD, party="party:az", head="The head")
    site.house.submit(OFFICER, named).result()
    path = "meetings/defence-3/credentials/new"
    assert taken(site, path, {"accepted": decided}) == (303, "CredentialsDecided")
    page = site.browser(OFFICER).get("/meetings/defence-3.json").json()["page"]
    assert [p["credentials"] for p in page["parties"] if p["party"] == "party:az"] == [decided]


def test_a_question_without_a_majority_is_closed_and_the_meeting_after_it(site: Site) -> None:
    question = put(site.house)
    assert taken(site, f"decisions/{question}/closing", {}) == (303, "QuestionDecided")
    assert taken(site, "meetings/defence-3/closing", {}) == (303, "MeetingClosed")


HOSTILE = ("\x00", "\x07\x1b[31m\u202e", "9" * 5000, "\U0001f600" * 200, "party:nowhere", "[..]")
ALIKE = re.compile(r"-(az|kk|ky|tr|party:.*|[2-9]|1\d)(-|$)")  # one language, item, party will do


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_that_is_entered_breaks_a_form(site: Site, hostile: str) -> None:
    put(site.house)
    browser = site.browser(OFFICER)
    answers = set()
    for path, _entered, _kind in (*REGISTER, *PREPARED, *SITTING):
        whole = filled(browser, f"/{path}")
        everything = {name: [hostile] for name in whole}
        answers.add(browser.post(f"/{path}", everything).status_code)
        for name in (n for n in whole if not ALIKE.search(n)):
            answers.add(browser.post(f"/{path}", {**whole, name: [hostile]}).status_code)
    assert answers == {303, 422}


def test_no_step_is_left_out_here(site: Site) -> None:
    from kurultai.site.forms.sitting.steps import SITTING as OF_SITTINGS
    from kurultai.site.forms.steps import STEPS

    assert site.house.today()
    here = {path for path, _entered, _kind in (*REGISTER, *PREPARED, *SITTING)}
    elsewhere = {  # in tests of their own, and in the browser
        *OF_SITTINGS,
        "documents/<name>/circulation/new",
        "documents/<name>/answers/new",
        "documents/<name>/amendments/new",
        "documents/<name>/amendments/file",
        "amendments/<name>/sub/new",
        "amendments/<name>/sponsors/new",
        "amendments/<name>/withdrawal/new",
        "amendments/<name>/translations/new",
        "documents/<name>/entry/new",
        "documents/<name>/marshalling/new",
        "documents/<name>/silence/new",
        "documents/<name>/silence/objection",
        "documents/<name>/silence/closing",
        "documents/<name>/reservations/new",
        "documents/<name>/explanations/new",
        "documents/<name>/corrigenda/new",
        "documents/<name>/consolidation/new",
        "series/<name>/meetings/new",
        "series/<name>/meetings/past",
        "meetings/<name>/credentials/new",
        "meetings/<name>/matters/settlement",
        "meetings/<name>/closing",
        "decisions/<name>/positions/new",
        "decisions/<name>/closing",
        "commitments/<name>/reports/new",
        "parties/<name>/reports/new",
        "parties/<name>/remind",
        "documents/<name>/commitments",
        "commitments/<name>/describe",
        "commitments/<name>/superseded",
        "commitments/<name>/struck",
        "strategies/compose",
        "working-plan/new",
        "meetings/<name>/communique",
        "strategies/<name>/goals/new",
        "tags/<name>/rename",
        "tags/<name>/end",
    }
    assert set(STEPS) - elsewhere == {_address(path, STEPS) for path in here}


def _address(path: str, among: Container[str]) -> str:
    """The address of the step, without what it is about."""
    kind, _name, *rest = path.split("/")
    return path if path in among else "/".join((kind, "<name>", *rest))
