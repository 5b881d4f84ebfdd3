"""Decisions as open data: the vote event that others gather, under the same gate as the page."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kurultai.language import LANGUAGES
from tests.conftest import Site
from tests.leaks.world import furnish
from tests.papers.popolo_schema import faults_of
from tests.site.third_meeting import Third, hold

RULEBOOK = Path(__file__).parents[2] / "src" / "kurultai" / "rulebooks" / "turkpa.toml"


@pytest.fixture
def third(site: Site) -> Third:
    return hold(site.house)


def event_of(site: Site, decision: str, language: str = "en") -> dict[str, Any]:
    answer = site.browser(language=language).get(address(decision))
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/json")
    event: dict[str, Any] = json.loads(answer.content)
    return event


def address(decision: str) -> str:
    return f"/decisions/{decision.partition(':')[2]}.popolo.json"


def test_a_decision_is_a_vote_event_with_the_parties_as_voters(site: Site, third: Third) -> None:
    event = event_of(site, third.rejected)
    assert (event["id"], event["result"]) == (third.rejected, "fail")
    assert event["legislative_session_id"] == third.meeting
    assert event["motion"]["requirement"] == "turkpa/chairs_meeting.default"
    said = {vote["voter_id"]: vote["option"] for vote in event["votes"]}
    assert set(said) == {"party:az", "party:kz", "party:kg", "party:tr"}
    counts = {count["option"]: count["value"] for count in event["counts"]}
    assert {option: list(said.values()).count(option) for option in counts} == counts
    assert event["sources"] == [
        {"url": f"http://testserver/decisions/{third.rejected.partition(':')[2]}"}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_as_popolo_wants_it_in_every_language(
    site: Site, third: Third, language: str
) -> None:
    for decision in (third.rejected, third.adopted):
        assert faults_of(event_of(site, decision, language)) == []


def test_whoever_decides_it_again_finds_the_same(site: Site, third: Third) -> None:
    events = [event_of(site, decision) for decision in (third.rejected, third.adopted)]
    command = (sys.executable, "-m", "kurultai.cli.main", "decide", "--rulebook", str(RULEBOOK))
    lines = "".join(json.dumps(event) + "\n" for event in events)
    ran = subprocess.run(command, input=lines.encode(), capture_output=True, check=True)
    found = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [(one["identifier"], one["result"]) for one in found] == [
        (third.rejected, "rejected"),
        (third.adopted, "adopted"),
    ]


def test_the_page_leads_to_it(site: Site, third: Third) -> None:
    page = site.browser().get(f"/decisions/{third.adopted.partition(':')[2]}").content.decode()
    assert f'<a href="{address(third.adopted)}">Popolo</a>' in page


def test_what_is_not_decided_yet_is_no_vote_event(site: Site) -> None:
    put = hold(site.house, until="put")
    own = put.adopted.partition(":")[2]
    page = site.browser().get(f"/decisions/{own}")
    assert page.status_code == 200
    assert "popolo.json" not in page.content.decode()
    assert site.browser().get(address(put.adopted)).status_code == 404


def test_what_is_not_for_the_public_is_answered_like_what_is_not_there(site: Site) -> None:
    hidden = [one.decision for one in furnish(site.house) if one.decision]
    assert hidden
    for decision in hidden:
        own = decision.partition(":")[2]
        nobody = "x" * len(own)
        there, absent = (
            site.browser().get(f"/decisions/{name}.popolo.json") for name in (own, nobody)
        )
        assert there.status_code == absent.status_code == 404
        assert there.content.replace(own.encode(), nobody.encode()) == absent.content
    assert site.browser().post(address(hidden[0])).status_code == 405


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("2025-04-15", ("2025-04-15", "")),
        ("2009-09-28/2009-09-29", ("2009-09-28", "2009-09-29")),
        ("2024-05", ("2024-05", "")),
        ("2026", ("2026", "")),
        ("[2015-12..2018-11]", ("", "")),
    ],
)
def test_a_day_is_given_as_far_as_it_is_known(when: str, days: tuple[str, str]) -> None:
    from kurultai.site.views import popolo

    assert popolo._days(when) == days


def test_the_result_within_a_group_is_given_where_it_had_to_hold_in_each() -> None:
    from kurultai.site.views import popolo

    conditions = [
        {"group": "north", "met": True},
        {"group": "south", "met": True},
        {"group": "", "met": False},
        {"group": "south", "met": False},
    ]
    found = popolo._groups({"conditions": conditions})
    assert found == {"north": "adopted", "south": "rejected"}


def test_votes_are_counted_by_heads_where_they_are_not_whole() -> None:
    from kurultai.site.views import popolo

    heads = {"yes": 2, "not voting": 1}
    whole = popolo._sums({"sums": {"yes": 5, "no": 0, "silent": 2, "late": 1}}, heads)
    assert whole == {"yes": 5, "no": 0, "abstain": 0, "not voting": 2}
    halves = popolo._sums({"sums": {"yes": "5/2", "silent": 2}}, heads)
    assert halves == {"yes": 2, "no": 0, "abstain": 0, "not voting": 1}
