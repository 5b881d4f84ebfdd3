"""The tally: what was said, in sums by measure, role and group; and what it does not know."""

from fractions import Fraction
from typing import Any, get_args

import pytest

from kurultai.procedure.counting.tally import (
    ONE,
    Bloc,
    Sums,
    Tally,
    Worth,
    check_groups,
    fewest_of,
    said_by,
    whole,
)
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Base, Condition, Measure

HALF = Fraction(1, 2)
EACH: dict[str, int] = {
    "yes": 1,
    "no": 2,
    "abstain": 4,
    "silent": 8,
    "written": 16,
    "absent": 32,
    "recused": 64,
}


def bloc(choice: str, group: str = "", *roles: str, worth: Worth = ONE) -> Bloc:
    return choice, group, roles, worth


def refused(by: Any, *asked: Any, **parts: Any) -> str:  # noqa: ANN401 - whatever is asked
    """By which rule it is not answered, and for want of what."""
    with pytest.raises(Refused) as reason:
        by(*asked, **parts)
    return str(reason.value)


# --- sums


def test_each_choice_has_its_sum_and_who_recused_themselves_stand_in_none() -> None:
    sums = Tally({bloc(choice): number for choice, number in EACH.items()}).sums()
    assert sums == Sums(yes=1, no=2, abstain=4, silent=8, written=16, absent=32)
    assert (sums.cast, sums.given, sums.present, sums.entitled) == (3, 7, 15, 63)


def test_where_nobody_said_anything_all_sums_are_nothing() -> None:
    assert Tally({}).sums() == Sums(0, 0, 0, 0, 0, 0) == Sums()
    assert Tally({}).sums("votes", "", "north") == Sums()


NORTH = bloc("yes", "north", "elder", worth=(3, 1, 50))
TALLY = Tally(
    {
        NORTH: 2,
        bloc("yes", "north", worth=(2, 1, 7)): 1,
        bloc("no", "north", "elder", worth=(1, 1, 1)): 1,
        bloc("no", "south", worth=(HALF, HALF, 30)): 3,
    },
    groups={"north": 2, "south": HALF},
)


@pytest.mark.parametrize(
    ("measure", "yes", "no"),
    [("votes", 8, Fraction(5, 2)), ("voters", 3, Fraction(5, 2)), ("population", 107, 91)],
)
def test_voters_are_summed_by_what_they_are_worth(measure: Measure, yes: Any, no: Any) -> None:  # noqa: ANN401 - numbers
    assert TALLY.sums(measure) == Sums(yes=yes, no=no)


def test_of_a_role_or_of_a_group_only_they_are_summed() -> None:
    assert TALLY.sums("votes", "elder") == Sums(yes=6, no=1)
    assert TALLY.sums("voters", "", "north") == Sums(yes=3, no=1)
    assert TALLY.sums("population", "elder", "north") == Sums(yes=100, no=1)
    assert TALLY.sums("population", "elder", "south") == Sums()
    assert TALLY.sums("population", "elder", "west") == Sums()
    assert TALLY.sums("voters", "scribe") == Sums()


def test_halves_that_make_a_whole_are_a_whole_number() -> None:
    sums = Tally({bloc("yes", worth=(HALF, 1, 0)): 4}).sums()
    assert (sums.yes, type(sums.yes)) == (2, int)
    assert whole(Fraction(6, 4)) == Fraction(3, 2)


# --- groups


@pytest.mark.parametrize(
    ("sums", "says"),
    [
        (Sums(yes=2, no=1, abstain=9, silent=9, absent=9), "yes"),
        (Sums(yes=1, no=1, abstain=9), "no"),
        (Sums(yes=1, no=2), "no"),
        (Sums(abstain=1, silent=9, absent=9), "abstain"),
        (Sums(silent=1, absent=9), "silent"),
        (Sums(written=1, absent=9), "absent"),
        (Sums(), "absent"),
    ],
)
def test_a_group_says_what_most_of_its_votes_cast_say(sums: Sums, says: str) -> None:
    assert said_by(sums) == says


def test_groups_are_summed_by_their_own_weight() -> None:
    assert TALLY.sums("groups") == Sums(yes=2, no=HALF)
    assert TALLY.sums("groups", "", "south") == Sums(no=HALF)
    assert TALLY.sums("groups", "elder") == Sums(yes=2, absent=HALF)


def test_the_groups_are_known_unless_somebody_of_none_voted() -> None:
    for choice in ("silent", "absent", "recused"):
        tally = Tally({bloc(choice): 1}, groups={"north": 1})
        assert check_groups(tally) == {"north": 1}
    for choice in ("yes", "no", "abstain"):
        assert check_groups(Tally({bloc(choice): 0}, groups={"north": 1})) == {"north": 1}
        in_none = Tally({bloc(choice): 1}, groups={"north": 1})
        assert refused(check_groups, in_none) == "count.groups_unknown"
    assert refused(check_groups, Tally({})) == "count.groups_unknown"


def test_each_group_is_told_in_votes_or_in_heads() -> None:
    assert TALLY.by_group() == {"north": Sums(yes=8, no=1), "south": Sums(no=Fraction(3, 2))}
    assert TALLY.by_group("elder") == {"north": Sums(yes=6, no=1), "south": Sums()}
    heads = {"north": Sums(yes=3, no=1), "south": Sums(no=Fraction(3, 2))}
    assert TALLY.by_group(heads=True) == heads
    unnamed = Tally({bloc("yes", "north", worth=(3, 1, 0)): 2}, groups={"north": 1}, anonymous=True)
    assert unnamed.by_group(heads=True) == {"north": Sums(yes=6)}


def test_heads_are_votes_where_nothing_else_is_known() -> None:
    blocs = {bloc("yes", worth=(3, 1, 0)): 2}
    assert Tally(blocs).heads() == Sums(yes=2)
    assert Tally(blocs, anonymous=True).heads() == Sums(yes=6)


# --- what is not known


@pytest.mark.parametrize(
    ("known", "measures"),
    [
        ({}, "votes voters population"),
        ({"weighted": True}, "votes voters population"),
        ({"anonymous": True}, "votes voters"),
        ({"anonymous": True, "weighted": True}, "votes"),
        ({"unlisted": True}, "votes voters"),
        ({"unlisted": True, "weighted": True}, "votes voters"),
    ],
)
def test_of_voters_without_names_or_roll_less_is_known(
    known: Any,  # noqa: ANN401 - parts of a tally
    measures: str,
) -> None:
    tally = Tally({bloc("yes"): 1}, **known)
    for measure in ("votes", "voters", "population"):
        if measure in measures.split():
            assert tally.sums(measure) == Sums(yes=measure != "population")
        else:
            assert refused(tally.sums, measure) == f"count.voters_unknown: measure {measure}"


def test_nothing_is_known_of_roles_where_no_names_are() -> None:
    by_name = Tally({bloc("yes"): 1}, unlisted=True)
    assert by_name.sums("votes", "elder") == Sums()
    without = Tally({bloc("yes"): 1}, anonymous=True)
    assert refused(without.sums, "votes", "elder") == "count.voters_unknown: measure elder"


# --- bases

SAID = Sums(yes=1, no=2, abstain=4, silent=8, written=16, absent=32)


@pytest.mark.parametrize(
    ("of", "base"), [("cast", 3), ("given", 7), ("present", 15), ("entitled", 63), ("component", 9)]
)
def test_a_base_is_of_its_sums_or_the_seats(of: Base, base: int) -> None:
    assert Tally({}, component=9).base(Condition(of=of), SAID) == base


def test_seats_are_of_all_and_not_of_groups_nor_of_a_part() -> None:
    seats = Condition(of="component")
    assert Tally({}, component=1).base(seats, SAID) == 1
    assert refused(Tally({}).base, seats, SAID) == "count.seats_unknown"
    held = Tally({}, component=9)
    assert refused(held.base, seats, SAID, part=True) == "count.seats_unknown"
    of_groups = Condition(of="component", measure="groups")
    assert refused(held.base, of_groups, SAID) == "count.seats_unknown"


MEASURES: tuple[Measure, ...] = get_args(Measure)


def known_bases(of: Base, *, part: bool = False, **known: Any) -> str:  # noqa: ANN401 - parts of a tally
    """The measures of which the base is known."""
    tally = Tally({}, **known)
    found = []
    for measure in MEASURES:
        try:
            tally.base(Condition(measure=measure, of=of), SAID, part=part)
        except Refused:
            continue
        found.append(measure)
    return " ".join(found)


def test_of_some_of_whom_only_the_number_is_known_it_may_matter_who_they_are() -> None:
    everything = "votes voters population groups"
    for of in ("present", "entitled"):
        assert known_bases(of) == known_bases(of, part=True) == everything
    assert known_bases("present", vague=1) == "votes voters"
    assert known_bases("present", vague=1, weighted=True) == "voters"
    assert known_bases("present", vague=1, weighted=True, anonymous=True) == "votes voters"
    assert known_bases("present", vague=1, part=True) == ""
    assert known_bases("present", loose=1) == everything
    assert known_bases("entitled", vague=1) == everything
    assert known_bases("entitled", loose=-1) == "votes voters groups"
    assert known_bases("entitled", loose=1, weighted=True) == "voters groups"
    assert known_bases("entitled", loose=1, part=True) == "groups"
    people = Condition(measure="population", of="present")
    assert refused(Tally({}, vague=1).base, people, SAID) == "count.voters_unknown: measure present"


# --- parts of a vote, and the fewest voters


def test_the_smallest_part_of_a_vote_is_one_that_all_are_made_of() -> None:
    parts = Tally(
        {
            bloc("yes", worth=(HALF, 1, 6)): 1,
            bloc("no", worth=(Fraction(2, 3), Fraction(1, 4), 0)): 1,
        },
        groups={"north": Fraction(3, 5), "south": 2},
    )
    units = {measure: parts.unit(measure) for measure in MEASURES}
    assert units == {
        "votes": Fraction(1, 6),
        "voters": Fraction(1, 4),
        "population": 1,
        "groups": Fraction(1, 5),
    }
    assert type(units["population"]) is int
    assert [Tally({}).unit(measure) for measure in MEASURES] == [1, 1, 1, 1]


def test_who_recused_themselves_are_worth_nothing() -> None:
    said = {bloc("absent", worth=(2, 1, 5)): 3, bloc("recused", worth=(4, 1, 7)): 1}
    worths = [Tally(said).worths(measure) for measure in ("votes", "voters", "population")]
    assert worths == [[(2, 3)], [(1, 3)], [(5, 3)]]


@pytest.mark.parametrize(
    ("worth", "much", "fewest"),
    [
        ([(1, 9), (5, 1), (3, 2)], 5, 1),
        ([(1, 9), (5, 1), (3, 2)], 6, 2),
        ([(1, 9), (5, 1), (3, 2)], 11, 3),
        ([(1, 9), (5, 1), (3, 2)], 12, 4),
        ([(1, 9), (5, 1), (3, 2)], 20, 12),
        ([(1, 9), (5, 1), (3, 2)], 21, None),
        ([(3, 4)], 7, 3),
        ([(0, 4), (2, 1)], 3, None),
        ([(Fraction(1, 2), 4)], Fraction(3, 2), 3),
        ([], 1, None),
        ([], 0, 0),
        ([(1, 1)], -5, 0),
    ],
)
def test_the_weightiest_are_the_fewest(worth: Any, much: Any, fewest: int | None) -> None:  # noqa: ANN401 - numbers
    assert fewest_of(worth, much) == fewest
