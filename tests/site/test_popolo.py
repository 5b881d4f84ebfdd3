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
