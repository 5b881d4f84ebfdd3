"""Other systems read what their person may read, and do what their person may do, or less."""

import json
from typing import Any

import pytest

from kurultai.followers import tokens
from kurultai.followers.store import NAME, outward
from kurultai.followers.tokens import SCOPES, make
from kurultai.procedure import commands as c
from kurultai.procedure.acts import ParagraphAnswer, Unit
from kurultai.site.api.pace import Pace
from tests.conftest import Site
from tests.leaks.world import AUDIENCES, canary, furnish
from tests.site import filling
from tests.site.third_meeting import Third, hold

CLERK = "person:office-secretariat"
COORDINATOR = "person:office-az-coordinator"
HEAD = "person:office-az-head"
FAR = "2999-01-01"
REPORT = {
    "state": "done",
    "words": {"az": "Qanun qəbul edildi."},
    "links": ["https://meclis.example/1"],
}


def token(site: Site, person: str = COORDINATOR, *scopes: str) -> dict[str, str]:
    """The head of a request of a system that holds a token of that person."""
    site.account(person)
    return bearer(make(site.house.directory, person, "trial", scopes or SCOPES, FAR))


def bearer(secret: str) -> dict[str, str]:
    return {"authorization": f"Bearer {secret}"}


def send(site: Site, path: str, body: object, headers: dict[str, str]) -> Any:  # noqa: ANN401
    return site.browser().post(
        f"/api/v1/{path}", json.dumps(body), content_type="application/json", headers=headers
    )


@pytest.fixture
def third(site: Site) -> Third:
    return hold(site.house)


def reports_of(third: Third) -> str:
    return f"commitments/{third.commitment.partition(':')[2]}/reports"


def test_the_public_reads_what_is_public_without_a_token(site: Site, third: Third) -> None:
    told = site.browser().get("/api/v1/commitments?party=az&limit=1").json()
    assert (len(told["data"]), told["offset"]) == (1, 0)
    assert told["total"] > 1
    assert {row["party"] for row in told["data"]} == {"party:az"}
    page = site.browser().get(f"/api/v1/meetings/{third.meeting.partition(':')[2]}").json()
    assert page["data"]["meeting"]["meeting"] == third.meeting
    assert page["position"] == told["position"]


def test_a_parliament_reports_from_its_own_system(site: Site, third: Third) -> None:
    answer = send(site, reports_of(third), REPORT, token(site, COORDINATOR, "report"))
    assert answer.status_code == 201
    name = third.commitment.partition(":")[2]
    told = site.browser().get(f"/api/v1/commitments/{name}").json()["data"]
    assert told["commitment"]["state"] == "done"
    assert told["reports"][-1]["words"] == REPORT["words"]
    assert answer.headers["Location"] == f"/commitments/{name}"


def test_what_is_sent_again_under_its_key_is_carried_out_once(site: Site, third: Third) -> None:
    headers = {**token(site), "idempotency-key": "row 17 of our register"}
    first, again = (send(site, reports_of(third), REPORT, headers) for _ in range(2))
    assert (first.status_code, again.json()) == (201, first.json())


def test_a_draft_is_answered_from_the_parliaments_own_system(site: Site) -> None:
    house = site.house
    for command in (
        c.TableDocument(id="api-table", kind="declaration", names={"en": "On rivers"}),
    ):
        house.submit(CLERK, command).result()
    document = site.browser().get("/api/v1/documents?limit=1").json()["data"][0]["document"]
    units = (Unit("u1", "operative", "Calls for clean rivers;"),)
    for each in (
        c.DistributeVersion(
            id="api-version", document=document, language="en", standing="authentic", units=units
        ),
        c.CirculateDraft(id="api-circulate", document=document, until="2027-02-01T11:30Z"),
    ):
        house.submit(CLERK, each).result()
    body = {"party": "party:az", "answers": [{"unit": "u1", "answer": "agree"}]}
    path = f"documents/{document.partition(':')[2]}/answers"
    assert send(site, path, body, token(site, HEAD)).status_code == 201
    assert send(site, path, {**body, "party": "party:kz"}, token(site, HEAD)).status_code == 404
    assert ParagraphAnswer("u1", "agree") in _answers(site, document)


def _answers(site: Site, document: str) -> list[ParagraphAnswer]:
    from kurultai.gate.drafting import board

    with site.house.viewing(CLERK, "en") as viewer:
        found = board(viewer, document).answers
    return [ParagraphAnswer(a.unit, a.answer, a.words) for a in found if a.party == "party:az"]


@pytest.mark.parametrize("scopes", [("read:public",), ("read:mine",)])
def test_a_token_does_no_more_than_it_was_made_for(
    site: Site, third: Third, scopes: tuple[str, ...]
) -> None:
    answer = send(site, reports_of(third), REPORT, token(site, COORDINATOR, *scopes))
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:kurultai:scope")


def test_a_token_does_no_more_than_its_person(site: Site, third: Third) -> None:
    other = token(site, "person:office-tr-coordinator")
    assert send(site, reports_of(third), REPORT, other).status_code == 404
    own = token(site)
    leave = c.LeaveOffice(
        id="api-leave", person=COORDINATOR, office="national_coordinator", of="party:az"
    )
    site.house.submit(CLERK, leave).result()
    assert send(site, reports_of(third), REPORT, own).status_code == 404


def test_who_is_signed_in_to_the_pages_is_the_public_here(site: Site, third: Third) -> None:
    browser = site.browser(COORDINATOR)
    answer = browser.post(
        f"/api/v1/{reports_of(third)}", json.dumps(REPORT), content_type="application/json"
    )
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("scopes", [("read:public",), ("report",), ("read:mine",)])
def test_who_reads_in_whose_name_reads_what_is_theirs(site: Site, scopes: tuple[str, ...]) -> None:
    hidden = furnish(site.house)
    headers = token(site, CLERK, *scopes)
    open_to = ("members", "secretariat", "organ:chairs-defence") if "read:mine" in scopes else ()
    listed = ("meetings", "documents", "decisions", "commitments", "series", "parties", "tags")
    browser, told = site.browser(), ""
    for path in listed:
        told += browser.get(f"/api/v1/{path}?limit=200", headers=headers).content.decode()
    for each in hidden:
        for path, named in (
            ("meetings", each.meeting),
            ("documents", each.document),
            ("decisions", each.decision),
            ("commitments", each.commitment),
        ):
            if named:
                name = named.partition(":")[2]
                answer = browser.get(f"/api/v1/{path}/{name}", headers=headers)
                assert answer.status_code == (200 if each.audience in open_to else 404)
                told += answer.content.decode()
    assert {a for a in AUDIENCES if canary(a) in told} == set(open_to)


def test_counts_do_not_tell_of_what_is_hidden(site: Site) -> None:
    lists = ("meetings", "documents", "decisions", "commitments")
    browser = site.browser()
    before = [browser.get(f"/api/v1/{path}").json()["total"] for path in lists]
    furnish(site.house)
    assert [browser.get(f"/api/v1/{path}").json()["total"] for path in lists] == before


def test_a_token_that_ended_is_good_for_nothing(site: Site) -> None:
    secret = make(site.house.directory, COORDINATOR, "trial", SCOPES, FAR)
    site.account(COORDINATOR)
    browser = site.browser()
    assert browser.get("/api/v1/assembly", headers=bearer(secret)).status_code == 200
    (made,) = tokens.of(site.house.directory, COORDINATOR)
    assert tokens.revoke(site.house.directory, COORDINATOR, made.id)
    answer = browser.get("/api/v1/assembly", headers=bearer(secret))
    assert (answer.status_code, answer.json()["type"]) == (401, "urn:kurultai:token")
    past = make(site.house.directory, COORDINATOR, "trial", SCOPES, "2020-01-01")
    assert browser.get("/api/v1/assembly", headers=bearer(past)).status_code == 401
    basic = {"authorization": "Basic YTpi"}
    assert browser.get("/api/v1/assembly", headers=basic).status_code == 401


def test_a_token_of_somebody_whose_sign_in_was_closed_is_good_for_nothing(site: Site) -> None:
    person = "person:office-kg-coordinator"
    headers = token(site, person)
    account = site.account(person)
    account.is_active = False
    account.save()
    answer = site.browser().get("/api/v1/assembly", headers=headers)
    account.is_active = True
    account.save()
    assert answer.status_code == 401


def test_a_new_password_that_is_given_ends_what_needs_none(site: Site) -> None:
    person = "person:office-kg-coordinator"
    headers = token(site, person)
    made = filling.send(site.browser(person), "/account/calendar").content.decode()
    calendar = "/calendar/" + made.partition("/calendar/")[2].partition(".ics")[0] + ".ics"
    browser = site.browser()
    assert browser.get("/api/v1/assembly", headers=headers).status_code == 200
    assert browser.get(calendar).status_code == 200
    clerk = site.browser("person:office-secretariat")
    assert filling.send(clerk, "/register/sign-ins/new", person=person).status_code == 200
    assert browser.get("/api/v1/assembly", headers=headers).status_code == 401
    assert browser.get(calendar).status_code == 404


def test_a_token_keeps_the_version_of_its_making(site: Site) -> None:
    headers = token(site)
    answer = site.browser().get("/api/v1/assembly", headers=headers)
    assert answer.headers["Kurultai-Version"] == tokens.VERSIONS[-1]
    with outward(site.house.directory) as db:
        db.execute("UPDATE token SET version = '2001-01'")
    answer = site.browser().get("/api/v1/assembly", headers=headers)
    assert (answer.status_code, answer.json()["detail"]) == (410, "2001-01")


def test_of_a_token_only_its_digest_is_kept(site: Site) -> None:
    secret = make(site.house.directory, COORDINATOR, "trial", SCOPES, FAR)
    assert secret.encode() not in (site.house.directory / NAME).read_bytes()


def test_a_rule_that_forbids_is_named_and_worded_in_the_language_asked_for(
    site: Site, third: Third
) -> None:
    headers = {**token(site), "accept-language": "tr"}
    answer = send(site, reports_of(third), {**REPORT, "happened": "2999-01-01"}, headers)
    told = answer.json()
    assert (answer.status_code, told["rule"]) == (409, "act.in_the_future")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "2999" in told["detail"]
    assert "future" not in told["detail"]


@pytest.mark.parametrize(
    ("body", "kind", "expected"),
    [
        (b"{", "application/json", 400),
        (b'{"state":"done"}', "application/json", 422),
        (b'{"state":"done","words":{"en":"\\ud800"}}', "application/json", 400),
        (b'{"state":"done","words":{},"files":[]}', "application/json", 422),
        (b"state=done", "application/x-www-form-urlencoded", 415),
        (b" " * (1024 * 1024 + 1), "application/json", 413),
    ],
)
def test_what_cannot_be_read_is_told_so(
    site: Site, third: Third, body: bytes, kind: str, expected: int
) -> None:
    answer = site.browser().post(
        f"/api/v1/{reports_of(third)}", body, content_type=kind, headers=token(site)
    )
    assert (answer.status_code, answer.json()["status"]) == (expected, expected)


def test_who_asks_too_often_is_told_when_to_come_back(site: Site) -> None:
    from django.test import override_settings

    with override_settings(API_PACE_PUBLIC=3):
        browser = site.browser()
        answers = [browser.get("/api/v1/assembly") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_a_pace_comes_back_as_time_passes() -> None:
    at = [0.0]
    pace = Pace(2, lambda: at[0])
    assert [pace.wait("a"), pace.wait("a"), pace.wait("a"), pace.wait("b")] == [0, 0, 30, 0]
    at[0] = 30.0
    assert [pace.wait("a"), pace.wait("a")] == [0, 30]


def test_every_address_of_the_interface_is_described_and_answers(site: Site) -> None:
    described = site.browser().get("/api/v1/openapi.json").json()
    assert described["openapi"] == "3.1.0"
    for path, operations in described["paths"].items():
        named = "/api/v1" + path.replace("{name}", "none")
        expected = {401} if "post" in operations else {200, 404}
        method = site.browser().post if "post" in operations else site.browser().get
        assert method(named).status_code in expected
    page = site.browser().get("/api/").content.decode()
    assert all(path.removeprefix("/") in page for path in described["paths"])


def test_one_makes_a_token_sees_it_once_and_ends_it(site: Site) -> None:
    browser = site.browser(COORDINATOR)
    given = {"name": "Our register", "scopes": ["read:mine", "report"], "until": "2027-01-01"}
    made = browser.post("/account/tokens", given).content.decode()
    secret = made.partition("<code>kur_")[2].partition("</code>")[0]
    assert len(secret) > 40
    page = browser.get("/account/tokens").content.decode()
    assert ("Our register" in page, secret in page) == (True, False)
    headers = bearer(f"kur_{secret}")
    assert site.browser().get("/api/v1/assembly", headers=headers).status_code == 200
    (kept,) = tokens.of(site.house.directory, COORDINATOR)
    assert (kept.scopes, kept.until) == (("read:mine", "report"), "2027-01-01")
    other = site.browser(HEAD)
    other.post("/account/tokens", {"end": str(kept.id)})
    assert site.browser().get("/api/v1/assembly", headers=headers).status_code == 200
    browser.post("/account/tokens", {"end": str(kept.id)})
    assert site.browser().get("/api/v1/assembly", headers=headers).status_code == 401


@pytest.mark.parametrize(
    "wrong", [{"scopes": []}, {"until": "2020-01-01"}, {"until": "2100-01-01"}, {"name": ""}]
)
def test_a_token_has_a_name_an_end_and_something_that_it_allows(
    site: Site, wrong: dict[str, object]
) -> None:
    given = {"name": "Our register", "scopes": ["report"], "until": "2027-01-01", **wrong}
    answer = site.browser(COORDINATOR).post("/account/tokens", given)
    assert (answer.status_code, "kur_" in answer.content.decode()) == (422, False)
    assert site.browser().get("/account/tokens").status_code == 404
