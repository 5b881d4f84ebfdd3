"""What falls after a vote, and why; and that whatever is voted can be worked into the text."""

from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Drop, Edit
from kurultai.texts.fate import Fate, fates
from kurultai.texts.order import Policy, marshal
from kurultai.texts.relation import relate
from kurultai.texts.unit import Unit
from tests.texts.texts import Case, cases, law, one

BASE = Base(
    [
        Unit("1", "operative", {"en": "Calls upon all Parliaments"}),
        Unit("2", "operative", {"en": "Thanks"}),
    ]
)
URGES = one("urges", Edit("1", "en", 0, 5, "Urges"), number=1)
ASKS = one("asks", Edit("1", "en", 0, 5, "Asks"), number=2)
AGAIN = one("again", Edit("1", "en", 0, 5, "Urges"), number=3)
STRIKE = one("strike", Drop("1"), number=4)
OTHER = one("other", Edit("2", "en", 0, 6, "Greets"), number=5)


@law
@given(
    cases(5),
    st.lists(st.booleans(), min_size=5, max_size=5),
    st.sampled_from(["furthest", "text", "strike_first", "perfect_first"]),
    st.sampled_from(["fall", "put"]),
)
def test_any_sequence_of_votes_leaves_a_set_that_can_be_worked_in(
    case: Case, votes: list[bool], policy: Policy, rivals: Literal["fall", "put"]
) -> None:
    base, tabled = case
    pending = {amendment.amendment: amendment for amendment in tabled}
    adopted: list[Amendment] = []
    rejected: list[Amendment] = []
    fallen: list[Amendment] = []
    while pending:
        first = marshal(base, pending.values(), policy)[0].amendment
        called = pending.pop(first)
        (adopted if votes[called.number] else rejected).append(called)
        fates_now = fates(base, pending.values(), adopted, rejected, rivals)
        fallen += [pending.pop(fate.amendment) for fate in fates_now]
    settled = [amendment.amendment for amendment in (*adopted, *rejected, *fallen)]
    assert sorted(settled) == [amendment.amendment for amendment in tabled]
    Base(apply(base, adopted))
    harmless = {"free", "point"} | ({"pre_empts", "pre_empted"} if rivals == "put" else set())
    for one_, other in ((a, b) for a in adopted for b in adopted if a is not b):
        assert relate(base, one_, other) in harmless


@pytest.mark.parametrize(
    ("pending", "adopted", "rejected", "rivals", "expected"),
    [
        ([ASKS, OTHER], [URGES], [], "fall", [Fate("asks", "urges", "clash")]),
        ([ASKS, AGAIN], [URGES], [], "put", [
            Fate("asks", "urges", "clash"),
            Fate("again", "urges", "identical"),
        ]),
        ([AGAIN, ASKS], [], [URGES], "fall", [Fate("again", "urges", "identical")]),
        ([URGES, OTHER], [STRIKE], [], "fall", [Fate("urges", "strike", "pre_empted")]),
        ([STRIKE], [URGES], [], "fall", [Fate("strike", "urges", "clash")]),
        ([STRIKE], [URGES], [], "put", []),
        ([STRIKE, ASKS], [], [URGES], "fall", []),
        ([URGES], [], [STRIKE], "fall", []),
        ([URGES, OTHER], [], [], "fall", []),
    ],
)  # fmt: skip
def test_what_falls_with_a_decision(
    pending: list[Amendment],
    adopted: list[Amendment],
    rejected: list[Amendment],
    rivals: Literal["fall", "put"],
    expected: list[Fate],
) -> None:
    assert fates(BASE, pending, adopted, rejected, rivals) == tuple(expected)


def test_a_compromise_takes_the_place_of_what_it_replaces() -> None:
    middle = one("middle", Edit("2", "en", 6, 6, " all"), number=9, replaces=("asks", "gone"))
    assert fates(BASE, [ASKS, URGES], [middle], []) == (Fate("asks", "middle", "replaced"),)
    assert fates(BASE, [ASKS, URGES], [], [middle]) == ()


def test_rivals_fall_unless_the_rules_say_otherwise() -> None:
    assert fates(BASE, [STRIKE], [URGES], []) == (Fate("strike", "urges", "clash"),)


def test_the_strongest_reason_is_given() -> None:
    """Struck rather than in clash, the same rather than struck; else the first tabled."""
    clash = one("clash", Edit("1", "en", 3, 10, "x"), Edit("2", "en", 0, 6, "Greets"), number=7)
    assert fates(BASE, [AGAIN], [clash, STRIKE], []) == (Fate("again", "strike", "pre_empted"),)
    assert fates(BASE, [AGAIN], [STRIKE, URGES], []) == (Fate("again", "urges", "identical"),)
    late = replace(URGES, number=8)
    assert fates(BASE, [AGAIN], [STRIKE, late], []) == (Fate("again", "urges", "identical"),)
    early = replace(clash, number=0)
    assert fates(BASE, [AGAIN], [early, STRIKE], []) == (Fate("again", "strike", "pre_empted"),)
    assert fates(BASE, [ASKS], [AGAIN, URGES], []) == (Fate("asks", "urges", "clash"),)
    before = replace(URGES, amendment="before", number=0)
    assert fates(BASE, [AGAIN], [URGES], [before]) == (Fate("again", "urges", "identical"),)
    assert fates(BASE, [late], [], [AGAIN, replace(URGES, amendment="first")]) == (
        Fate("urges", "first", "identical"),
    )


def test_sub_amendments_go_with_their_parent() -> None:
    sub = one("sub", Edit("1", "en", 0, 5, "Begs"), number=6, of="urges")
    deeper = one("deeper", Edit("1", "en", 0, 4, "Prays"), number=0, of="sub")
    assert fates(BASE, [sub], [URGES], []) == (Fate("sub", "urges", "parent_settled"),)
    assert fates(BASE, [sub], [], [URGES]) == (Fate("sub", "urges", "parent_rejected"),)
    assert fates(BASE, [sub, deeper, URGES, OTHER], [STRIKE], []) == (
        Fate("deeper", "sub", "parent_rejected"),
        Fate("urges", "strike", "pre_empted"),
        Fate("sub", "urges", "parent_rejected"),
    )
    assert fates(BASE, [sub, URGES], [], []) == ()


def test_sub_amendments_are_rivals_on_their_parents_text() -> None:
    sub = one("sub", Edit("1", "en", 0, 5, "Begs"), number=6, of="urges")
    rival = one("rival", Edit("1", "en", 0, 5, "Prays"), number=7, of="urges")
    longer = one("longer", Edit("1", "en", 26, 26, " and all"), number=8, of="long")
    long = one("long", Edit("1", "en", 0, 5, "Most urgently calls"), number=9)
    later = one("later", Edit("1", "en", 36, 40, "x"), number=10, of="long")
    assert fates(BASE, [rival, URGES], [sub], []) == (Fate("rival", "sub", "clash"),)
    assert fates(BASE, [later, long], [longer], []) == ()
    # of another parent
    assert fates(BASE, [rival, URGES, long], [longer], []) == ()
    # a sub-amendment to a sub-amendment, on the text that that one makes
    deeper = one("deeper", Edit("1", "en", 0, 4, "Implores"), number=11, of="sub")
    other = one("other", Edit("1", "en", 0, 4, "Implores"), number=12, of="sub")
    assert fates(BASE, [other, sub, URGES], [], [deeper]) == (Fate("other", "deeper", "identical"),)


def test_sub_amendments_in_what_their_parent_adds() -> None:
    below = Unit("m", "point", {"en": "more"})
    main = one("main", Add(None, "2", (Unit("n", "section", {"en": "New"}, (below,)),)), number=1)
    whole = one("whole", Drop("n"), number=2, of="main")
    part = one("part", Edit("m", "en", 0, 4, "most"), number=3, of="main")
    assert fates(BASE, [part, main], [whole], []) == (Fate("part", "whole", "pre_empted"),)


def test_sub_amendments_alone_are_against_the_text_that_is_given() -> None:
    sub = one("sub", Edit("1", "en", 0, 5, "Begs"), number=6, of="gone")
    rival = one("rival", Edit("1", "en", 0, 5, "Prays"), number=7, of="gone")
    assert fates(BASE, [rival], [sub, URGES], []) == (Fate("rival", "sub", "clash"),)
    assert fates(BASE, [rival], [URGES], [ASKS]) == ()
