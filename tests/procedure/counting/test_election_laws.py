"""What holds of every election, whatever the rounds and the votes."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from kurultai.procedure.counting.electing import decide_election
from kurultai.procedure.counting.election import ballot
from kurultai.procedure.counting.event import Ballot, Count, VoteEvent
from kurultai.procedure.counting.finding import ElectionFinding
from kurultai.procedure.counting.poll import Poll
from kurultai.procedure.counting.roll import Roll
from kurultai.procedure.rulebook import Base, Election, Round, Stay
from tests.procedure.counting.polls import absolute, cast, election, held, relative

NOBODY_KNOWN = Roll()
NAMES = "abcdefg"
SEEDS = st.sampled_from(["", "7 12 19", "23 31 44", "1 2 3"])
ROUNDS = st.builds(
    Round,
    majority=st.sampled_from(["absolute", "fraction", "relative"]),
    of=st.sampled_from(get_args(Base)),
    fraction=st.sampled_from([Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1)]),
    ballots=st.integers(0, 2),
    stay=st.sampled_from(get_args(Stay)),
)


@st.composite
def elections(draw: st.DrawFn) -> Election:
    return election(
        *draw(st.lists(ROUNDS, min_size=1, max_size=3)),
        places=draw(st.integers(1, 4)),
        tie=draw(st.sampled_from(["lot", "repeat", "restricted"])),
        together=draw(st.booleans()),
    )


@st.composite
def polls(draw: st.DrawFn) -> Poll:
    """Votes for up to seven, each of up to nine voters, and some who named none."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    votes = {name: draw(st.integers(0, 9)) for name in names}
    ballots = draw(st.integers(max(votes.values()), sum(votes.values())))
    sums = {"abstain": draw(st.integers(0, 3)), "invalid": draw(st.integers(0, 2))}
    return Poll(dict(votes), dict(sums), ballots)


def balloting(by: Election, poll: Poll, lot: str = "") -> ElectionFinding:
    return ballot(by, poll, places=by.places, lot=lot, present=30, entitled=35, component=40)


@given(elections(), polls(), st.permutations(NAMES))
def test_other_names_change_nothing_but_the_names(
    by: Election, poll: Poll, others: list[str]
) -> None:
    called = dict(zip(NAMES, (name.upper() for name in others), strict=True))
    renamed = Poll(
        {called[name]: number for name, number in poll.votes.items()}, poll.sums, poll.ballots
    )
    before, after = balloting(by, poll), balloting(by, renamed)
    assert (before.result, before.reason) == (after.result, after.reason)
    assert {called[name] for name in before.elected} == set(after.elected)
    assert {called[name] for name in before.next} == set(after.next)
    assert {called[name] for name in before.tied} == set(after.tied)


@given(elections(), polls(), SEEDS, st.data())
def test_the_order_of_the_votes_is_irrelevant(
    by: Election, poll: Poll, lot: str, data: st.DataObject
) -> None:
    shuffled = dict(data.draw(st.permutations(list(poll.votes.items()))))
    assert balloting(by, Poll(shuffled, poll.sums, poll.ballots), lot) == balloting(by, poll, lot)


@given(elections(), polls(), SEEDS)
def test_the_elected_have_the_majority_or_the_lot(by: Election, poll: Poll, lot: str) -> None:
    found = balloting(by, poll, lot)
    votes = {each.candidate: each.votes for each in found.standing}
    for name in found.elected:
        assert votes[name] >= found.needed or (found.reason == "lot" and name in found.tied)
        if found.reason != "lot" and found.majority == "absolute":
            assert 2 * votes[name] > found.base_count


@given(elections(), polls(), SEEDS)
def test_nobody_with_fewer_votes_goes_before(by: Election, poll: Poll, lot: str) -> None:
    found = balloting(by, poll, lot)
    votes = {each.candidate: each.votes for each in found.standing}
    most_left = max((votes[name] for name in votes if name not in found.elected), default=0)
    assert all(votes[name] >= most_left for name in found.elected)
    if found.next and not (found.tied and by.tie == "restricted"):
        gone = votes.keys() - {*found.elected, *found.next}
        assert all(votes[name] <= min(votes[one] for one in found.next) for name in gone)


@given(elections(), polls(), SEEDS)
def test_never_more_are_elected_than_there_are_places(by: Election, poll: Poll, lot: str) -> None:
    found = balloting(by, poll, lot)
    assert len(found.elected) <= by.places
    assert len(set(found.elected)) == len(found.elected)
    if by.together and found.result != "elected":
        assert not found.elected
    if found.tied and not by.together:
        assert len(found.tied) > by.places - len(set(found.elected) - set(found.tied))


@given(elections(), polls(), SEEDS)
def test_each_result_says_what_it_must(by: Election, poll: Poll, lot: str) -> None:
    found = balloting(by, poll, lot)
    assert bool(found.next) == (found.result == "next_round")
    assert not set(found.next) & set(found.elected)
    assert {*found.elected, *found.next, *found.tied} <= set(poll.votes)
    match found.result:
        case "elected":
            full = len(found.elected) == by.places
            assert full == (found.reason not in ("places_unfilled", "no_ballot_left"))
        case "tied":
            assert len(found.tied) > 1
            assert found.reason in ("lot_missing", "no_ballot_left")
        case "next_round":
            assert found.reason in ("majority_not_reached", "places_left", "tie")
            assert bool(found.tied) == (found.reason == "tie")
        case other:
            assert (other, found.reason, found.elected) == ("rejected", "no_ballot_left", ())


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(1, 9), min_size=1), SEEDS)
def test_a_relative_majority_elects_unless_there_is_a_tie(votes: dict[str, int], lot: str) -> None:
    best = max(votes.values())
    first = [name for name, number in votes.items() if number == best]
    found = held(election(relative(), tie="lot"), cast(votes), lot=lot)
    if len(first) == 1:
        assert (found.result, found.elected) == ("elected", tuple(first))
    else:
        assert (found.result, found.elected) == (
            ("elected", found.elected) if lot else ("tied", ())
        )
        assert sorted(found.tied) == sorted(first)


@given(st.data(), st.integers(1, 7))
def test_where_the_last_leaves_an_election_ends_before_the_candidates_do(
    data: st.DataObject, number: int
) -> None:
    by = election(absolute(ballots=0, stay="drop_last"), tie="lot")
    standing: tuple[str, ...] = tuple(NAMES[:number])
    for each in range(1, number + 1):
        votes = data.draw(st.fixed_dictionaries({name: st.integers(0, 5) for name in standing}))
        votes[standing[0]] += 1  # somebody votes
        found = held(by, cast(votes), each, candidates=standing, lot=f"ballot {each}")
        dropped = set(standing) - set(found.next)
        if found.result == "elected":
            return
        assert len(dropped) == 1
        standing = found.next
    raise AssertionError(standing)


@given(elections(), polls(), st.integers(1, 5))
def test_so_many_times_the_votes_lead_to_the_same(by: Election, poll: Poll, times: int) -> None:
    def many(poll: Poll) -> ElectionFinding:
        assert poll.ballots is not None
        votes = {name: number * times for name, number in poll.votes.items()}
        sums = {name: number * times for name, number in poll.sums.items()}
        larger = Poll(votes, sums, poll.ballots * times)
        numbers = {"present": 30 * times, "entitled": 35 * times, "component": 40 * times}
        return ballot(by, larger, places=by.places, **numbers)  # type: ignore[arg-type]

    before, after = balloting(by, poll), many(poll)
    assert (before.result, before.elected, before.next, before.tied) == (
        after.result,
        after.elected,
        after.next,
        after.tied,
    )


SAID = st.sampled_from(["a", "b", "c", "no", "abstain", "blank", "invalid", "not voting"])


def electing(by: Election, lot: str = "", **said: Any) -> ElectionFinding:  # noqa: ANN401 - votes or counts
    given = VoteEvent("e", "2026-03-14", lot=lot, candidates=("a", "b", "c"), **said)
    return decide_election(by, given, NOBODY_KNOWN, seats=40)


@given(elections(), st.lists(SAID, min_size=1), SEEDS, st.data())
def test_votes_and_their_sums_elect_the_same(
    by: Election, said: list[str], lot: str, data: st.DataObject
) -> None:
    one = replace(by, places=1)
    votes = tuple(Ballot(f"v{number}", option) for number, option in enumerate(said))
    counts = tuple(Count(option, number) for option, number in Counter(said).items())
    found = electing(one, lot, votes=votes)
    assert electing(one, lot, counts=counts) == found
    assert electing(one, lot, votes=tuple(data.draw(st.permutations(votes)))) == found


@given(elections(), st.lists(st.tuples(SAID, st.integers(0, 4)), min_size=1), SEEDS)
def test_a_voter_of_several_votes_is_as_many_voters_of_one(
    by: Election, said: list[tuple[str, int]], lot: str
) -> None:
    whole = tuple(Ballot(f"v{n}", option, weight) for n, (option, weight) in enumerate(said))
    split = tuple(
        Ballot(f"v{n}.{part}", option)
        for n, (option, weight) in enumerate(said)
        for part in range(weight)
    )
    if split:
        found = electing(by, lot, votes=whole)
        apart = electing(by, lot, votes=split)
        assert (found.result, found.elected, found.next, found.base_count) == (
            apart.result,
            apart.elected,
            apart.next,
            apart.base_count,
        )
