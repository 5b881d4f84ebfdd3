"""Drawing commitments from an adopted text, again and again."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import Facts
from kurultai.procedure.refusal import Refused
from tests.procedure.following.following import (
    EN,
    EXERCISE,
    ON,
    TEXT,
    after,
    draw,
    name,
)
from tests.procedure.minutes import Minutes

BOTH = ("party:az", "party:kz")


def drawn(minutes: Minutes, command: c.DrawCommitments) -> list[a.ActBody]:
    """What follows, and stands from then on."""
    acts = minutes.acted(command)
    minutes.facts = after(minutes.facts, acts)
    return [acted.act for acted in acts]


def test_a_paragraph_becomes_a_commitment_proposed_to_each_party(adopted: Minutes) -> None:
    acted = adopted.acted(draw(c.Drawn("o1", BOTH, EXERCISE)))
    made = a.CommitmentMade(
        name("o1", "party:az"),
        TEXT,
        "o1",
        1,
        "party:az",
        "meeting:defence-3",
        "series:defence",
        {"en": "Holds exercises together;"},
        "2027-06-30",
        ("tag:cybersecurity",),
        EXERCISE,
    )
    other = replace(made, commitment=name("o1", "party:kz"), party="party:kz")
    assert acted == [
        a.Acted(made.commitment, "public", ON, made),
        a.Acted(other.commitment, "public", ON, other),
    ]


def test_an_organ_may_be_asked_as_well(adopted: Minutes) -> None:
    (made,) = adopted.when(draw(c.Drawn("o2", ("organ:defence",))))
    assert isinstance(made, a.CommitmentMade)
    assert (made.party, made.number) == ("organ:defence", 2)


def test_drawn_twice_nothing_changes(adopted: Minutes) -> None:
    drawn(adopted, draw(c.Drawn("o1", BOTH, EXERCISE)))
    again = draw(c.Drawn("o1", BOTH, EXERCISE), command="c2")
    assert adopted.refusal(again) == "commitment.nothing_changes"


def test_what_is_asked_otherwise_is_described_anew(adopted: Minutes) -> None:
    drawn(adopted, draw(c.Drawn("o1", BOTH, EXERCISE)))
    later = replace(EXERCISE, due="2028-06-30")
    assert drawn(adopted, draw(c.Drawn("o1", BOTH, later), command="c2")) == [
        a.CommitmentDescribed(later),
        a.CommitmentDescribed(later),
    ]


def test_who_is_not_asked_any_more_is_struck_for_a_reason(adopted: Minutes) -> None:
    drawn(adopted, draw(c.Drawn("o1", BOTH, EXERCISE)))
    fewer = c.Drawn("o1", BOTH[:1], EXERCISE)
    assert adopted.refusal(draw(fewer, command="c2", reason=False)) == "words.missing"
    (struck,) = adopted.acted(draw(fewer, command="c2"))
    assert struck == a.Acted(name("o1", "party:kz"), "public", ON, a.CommitmentStruck(EN))


def test_what_was_struck_and_is_asked_again_is_another_commitment(adopted: Minutes) -> None:
    drawn(adopted, draw(c.Drawn("o1", BOTH, EXERCISE)))
    drawn(adopted, draw(c.Drawn("o1"), command="c2"))
    first, second = drawn(adopted, draw(c.Drawn("o1", BOTH, EXERCISE), command="c3"))
    assert isinstance(first, a.CommitmentMade)
    assert isinstance(second, a.CommitmentMade)
    assert first.commitment != name("o1", "party:az")
    assert len({one.commitment for one in adopted.facts.commitments}) == 4


def test_other_paragraphs_stay_as_they_are(adopted: Minutes) -> None:
    drawn(adopted, draw(c.Drawn("o1", BOTH, EXERCISE), c.Drawn("o2", BOTH)))
    acts = adopted.acted(draw(c.Drawn("o2"), command="c2"))
    assert {acted.stream for acted in acts} == {name("o2", party) for party in BOTH}


@pytest.mark.parametrize(
    ("paragraphs", "rule"),
    [
        ((c.Drawn("p1", BOTH),), "document.unit_unknown"),
        ((c.Drawn("o9", BOTH),), "document.unit_unknown"),
        ((c.Drawn("o1", ("party:xx",)),), "register.party_unknown"),
        ((c.Drawn("o1", BOTH), c.Drawn("o1", BOTH)), "commitment.paragraph_twice"),
        ((c.Drawn("o1", ("party:az", "party:az")),), "commitment.paragraph_twice"),
        ((c.Drawn("o1"),), "commitment.nothing_changes"),
        ((), "commitment.nothing_changes"),
    ],
)
def test_a_paragraph_and_its_parties_are_there_and_named_once(
    adopted: Minutes, paragraphs: tuple[c.Drawn, ...], rule: str
) -> None:
    assert adopted.refusal(draw(*paragraphs)) == rule


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ({"action": "invade"}, "commitment.action_unknown"),
        ({"lead": "organ:defence"}, "register.party_unknown"),
        ({"tags": ("tag:none",)}, "register.tag_unknown"),
        ({"due": "soon"}, "act.when"),
        ({"until": "2027-06-29"}, "commitment.ends_before_due"),
        ({"milestones": (a.Milestone("", EN),)}, "commitment.milestone_twice"),
        (
            {"milestones": (a.Milestone("m", EN), a.Milestone("m", EN))},
            "commitment.milestone_twice",
        ),
        ({"milestones": (a.Milestone("m", {}),)}, "words.missing"),
        ({"milestones": (a.Milestone("m", EN, "later"),)}, "act.when"),
    ],
)
def test_an_undertaking_names_only_what_is_there(
    adopted: Minutes, parts: dict[str, Any], rule: str
) -> None:
    asked = c.Drawn("o1", BOTH, replace(EXERCISE, **parts))
    assert adopted.refusal(draw(asked)) == rule


def test_a_commitment_may_end_on_the_day_it_is_due(adopted: Minutes) -> None:
    assert adopted.when(draw(c.Drawn("o1", BOTH, replace(EXERCISE, until="2027-06-30"))))


def test_a_draft_asks_nothing_of_anybody_yet(text: Minutes) -> None:
    assert text.refusal(draw(c.Drawn("o1", BOTH))) == "document.not_adopted"


def test_commitments_are_marked_as_their_text_is_marked_now(adopted: Minutes) -> None:
    adopted.given(a.MarkingChanged(), audience="members")
    acted = adopted.acted(draw(c.Drawn("o1", BOTH)))
    assert {one.audience for one in acted} == {"members"}


_PARTIES = ("party:az", "party:kz", "party:tr", "organ:defence")
_HOW = (a.Undertaking(), EXERCISE, replace(EXERCISE, action="report"))
_DRAWING = st.builds(
    c.Drawn,
    st.sampled_from(("o1", "o2")),
    st.lists(st.sampled_from(_PARTIES), unique=True).map(tuple),
    st.sampled_from(_HOW),
)
_STEPS = st.lists(
    st.lists(_DRAWING, min_size=1, max_size=2, unique_by=lambda one: one.unit), max_size=5
)


@given(_STEPS)
def test_whatever_was_drawn_before_what_is_drawn_last_stands(steps: list[list[c.Drawn]]) -> None:
    minutes = _standing()
    for n, step in enumerate(steps):
        command = draw(*step, command=f"c{n}")
        with suppress(Refused):  # of what changes nothing; the law then holds already
            minutes.facts = after(minutes.facts, minutes.acted(command))
        for paragraph in step:
            assert _under(minutes.facts, paragraph.unit) == dict.fromkeys(
                paragraph.parties, paragraph.undertaking
            )
    names = [one.commitment for one in minutes.facts.commitments]
    assert len(set(names)) == len(names)


def _under(facts: Facts, unit: str) -> dict[str, a.Undertaking]:
    standing = (one for one in facts.commitments if one.unit == unit and not one.struck)
    return {one.party: one.undertaking for one in standing}


def _standing() -> Minutes:
    """As the fixture: a law is tried many times, and each time from the beginning."""
    from tests.procedure.minutes import UNITS

    minutes = Minutes().given(
        *(a.PartyRegistered(p, EN, EN) for p in _PARTIES[:3]),
        a.OrganEstablished("organ:defence", "chairs", "chairs_meeting", EN),
        a.TagDefined("tag:cybersecurity", "area", EN),
        a.DocumentTabled(TEXT, "recommendation", "", EN, (), None, None, ("en",)),
        a.VersionDistributed("en", "authentic", UNITS),
        a.TextAdopted("meeting:defence-3", None, "REC/001/2026"),
    )
    return minutes.knowing(series="series:defence")
