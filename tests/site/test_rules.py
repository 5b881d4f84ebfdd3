"""Rulebooks: as they stood on a day, who signed them, those of others, and what if."""

import html
import re
from fractions import Fraction
from typing import Any

import pytest

from kurultai import rulebooks
from kurultai.site.bar import WIDTH, Bar, bar, weighed
from kurultai.site.hemicycle import hemicycle
from tests.conftest import Site
from tests.site.filling import send
from tests.site.prepared import OFFICER

LATER = """
[[rule]]
part = "plenary"
from = "2030-01-01"
kind = "fraction_cast"
fraction = "2/3"
confidence = "?"
[rule.says]
en = "Two thirds, as the body will have it."
"""


def read(site: Site, address: str, person: str = "") -> str:
    answer = site.browser(person).get(address)
    assert answer.status_code == 200
    text = html.unescape(answer.content.decode())
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_a_rule_stands_with_what_will_take_its_place(site: Site) -> None:
    text = rulebooks.text("turkpa") + LATER
    send(site.browser(OFFICER), "/register/rulebooks/new", text=text, on="2026-11-01")
    now, later = read(site, "/rulebook"), read(site, "/rulebook?on=2031-01-01")
    assert "Two thirds, as the body will have it." in now
    assert "From a later day" in now
    assert "From a later day" not in later
    assert "Earlier" in later


def test_a_day_that_is_none_is_today(site: Site) -> None:
    assert read(site, "/rulebook?on=soon").count("in force since") == 1


def test_who_signed_a_rulebook_stands_under_it_until_another_is_in_force(site: Site) -> None:
    assert "Nobody has signed this rulebook yet." in read(site, "/rulebook")
    officer = site.browser(OFFICER)
    answer = send(officer, "/register/rulebooks/signatures/new", **{"remark-en": "As I know it."})
    assert answer["Location"].startswith("/rulebook?recorded=")
    signed = read(site, "/rulebook")
    assert "As I know it." in signed
    assert "Nobody has signed" not in signed
    text = rulebooks.text("turkpa") + LATER
    send(officer, "/register/rulebooks/new", text=text, on="2026-11-01")
    both = read(site, "/rulebook")
    assert both.index("Nobody has signed this rulebook yet.") < both.index("As I know it.")


def test_only_who_keeps_the_register_signs(site: Site) -> None:
    for person in ("", "person:office-az-head"):
        answer = site.browser(person).get("/register/rulebooks/signatures/new")
        assert answer.status_code == 404


@pytest.mark.parametrize("name", rulebooks.names())
def test_the_rulebook_of_every_other_body_can_be_read(site: Site, name: str) -> None:
    page = read(site, f"/rulebook/bodies/{name}?on=2026-01-01")
    assert "Reckoned on" in page or "vote" in page
    assert name in site.browser().get("/rulebook/bodies/").content.decode()


def test_a_body_that_is_not_there_is_not_found(site: Site) -> None:
    for name in ("nobody", "..", "Pace", "pace.toml"):
        assert site.browser().get(f"/rulebook/bodies/{name}").status_code == 404


def test_two_quorums_for_two_purposes_hold_side_by_side(site: Site) -> None:
    (page,) = site.browser().get("/rulebook/bodies/unga.json?on=2026-01-01").json()["page"]
    (plenary,) = (part for part in page["parts"] if part["part"] == "plenary")
    quorums = [row for row in plenary["rows"] if row["key"] == "quorum"]
    held = {tuple(row["now"]["entry"]["purposes"]) for row in quorums if row["now"]}
    assert len(held) == len(quorums) > 1


# --- what if


def answers(site: Site, query: str) -> dict[str, dict[str, str]]:
    """Result by rule by body."""
    page: Any = site.browser().get(f"/rulebook/what-if.json?{query}").json()["page"]
    return {
        body["book"]: {a["outcome"]["rule"]: a["outcome"]["result"] for a in body["answers"]}
        for body in page["bodies"]
    }


def test_numbers_lead_to_other_results_under_other_rules(site: Site) -> None:
    found = answers(site, "yes=101&no=10&abstain=0&absent=195&on=2026-01-01")
    assert found["turkpa"]["turkpa/plenary.default"] == "rejected"
    assert found["pace"]["pace/plenary.resolution"] == "adopted"
    assert found["pace"]["pace/plenary.joint_procedure"] == "rejected"
    assert found["aipa"]["aipa/general_assembly.default"] == "dropped"


def test_a_quorum_counts_where_somebody_asks_for_it(site: Site) -> None:
    asked = "yes=15&no=5&absent=286&on=2026-01-01"
    assert answers(site, asked)["pace"]["pace/plenary.resolution"] == "adopted"
    challenged = answers(site, f"{asked}&challenged=on")
    assert challenged["pace"]["pace/plenary.resolution"] == "no_quorum"


def test_noughts_before_a_number_are_nothing(site: Site) -> None:
    assert answers(site, "yes=000000000012&no=0") == answers(site, "yes=12&no=0")


def test_nothing_put_in_gives_no_answer(site: Site) -> None:
    assert answers(site, "") == {}
    assert answers(site, "yes=0&no=0") == {}


@pytest.mark.parametrize(
    "wrong", ["-1", "1.5", "many", "100001", "9" * 40, "0" * 9 + "9" * 5000, "\u0663"]
)
def test_what_is_no_number_is_named_at_its_field(site: Site, wrong: str) -> None:
    page = site.browser().get("/rulebook/what-if", {"yes": wrong, "no": "3"}).content.decode()
    assert page.count('aria-invalid="true"') == 1
    assert "Write a whole number" in page
    assert 'class="answers"' in page
    assert "<h2" not in page.partition('class="answers"')[2]


# --- the bar


def counted(**finding: Any) -> Bar:  # noqa: ANN401 - parts of a finding
    drawn = bar({"base": "cast", "kind": "majority_cast", "result": "adopted", **finding})
    assert drawn is not None
    return drawn


def test_the_pieces_fill_the_bar_in_order_and_the_rest_stands_beside() -> None:
    drawn = counted(sums={"yes": 6, "no": 3, "abstain": 2, "absent": 1}, needed=5)
    assert [(p.choice, p.count, p.counted) for p in drawn.pieces] == [
        ("yes", "6", True),
        ("no", "3", True),
        ("abstain", "2", False),
        ("absent", "1", False),
    ]
    assert drawn.pieces[0].x == 0
    assert drawn.pieces[-1].x + drawn.pieces[-1].width == WIDTH
    assert drawn.line == WIDTH * 5 // 12


def test_part_votes_are_drawn_as_they_are() -> None:
    drawn = counted(sums={"yes": Fraction(1, 2), "no": "3/2"}, needed=Fraction(3, 2))
    assert [p.count for p in drawn.pieces] == ["1/2", "3/2"]
    assert drawn.line == WIDTH * 3 // 4


@pytest.mark.parametrize("kind", ["no_objection", "consensus_minus", "silence"])
def test_a_consensus_has_no_line_to_reach(kind: str) -> None:
    assert counted(kind=kind, sums={"yes": 3, "no": 1}, needed=0).line is None


def test_no_votes_are_no_picture() -> None:
    assert bar({"sums": {}, "base": "cast"}) is None
    assert bar({"sums": {"yes": 0}, "base": "cast"}) is None


def test_votes_that_are_one_a_head_need_no_bar_beside_the_half_circle() -> None:
    alike = {"base": "cast", "kind": "majority_cast", "yes": ["a"], "no": ["b"], "needed": 2}
    assert weighed({**alike, "sums": {"yes": 1, "no": 1}}) is None
    assert weighed({**alike, "sums": {}}) is None
    drawn = weighed({**alike, "sums": {"yes": 3, "no": 1}})
    assert drawn is not None
    assert [p.count for p in drawn.pieces] == ["3", "1"]


def test_no_line_stands_between_heads_whose_votes_weigh_more_than_one() -> None:
    alike = {"base": "cast", "kind": "majority_cast", "yes": ["a"], "no": ["b"], "needed": 1}
    for finding, has_line in (
        ({**alike, "sums": {"yes": 1, "no": 1}}, True),
        ({**alike, "sums": {"yes": 3, "no": 1}}, False),
        ({**alike, "needed": "3/2"}, False),
        ({**alike, "measure": "population"}, False),
    ):
        drawn = hemicycle(finding)
        assert drawn is not None
        assert (drawn.line is not None) is has_line
