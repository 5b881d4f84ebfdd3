"""From vote events to elections: what stands in a ballot, and what cannot stand in one."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.electing import decide_election
from kurultai.procedure.counting.event import Ballot, Count, VoteEvent
from kurultai.procedure.counting.finding import ElectionFinding
from kurultai.procedure.counting.roll import roll_of
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Election, Quorum, Rulebook, Seats, Voter
from tests.procedure.counting.polls import absolute, election, led_to, relative, votes_of

NO_VOTERS = Rulebook("body", (), (), (), ())
BY = election(absolute(ballots=0), acclamation=True)
THREE = election(absolute(ballots=0), places=3)


def event(**parts: Any) -> VoteEvent:  # noqa: ANN401 - parts of an event
    return VoteEvent("e1", "2026-03-14", **parts)


def votes(*said: str, weights: dict[str, int | str] | None = None) -> tuple[Ballot, ...]:
    """Each "voter option" in words."""
    pairs = (each.split(" ", 1) for each in said)
    return tuple(Ballot(who, what, (weights or {}).get(who)) for who, what in pairs)


def counts(**said: int) -> tuple[Count, ...]:
    return tuple(Count(option, value) for option, value in said.items())


def deciding(
    given: VoteEvent,
    by: Election = BY,
    book: Rulebook = NO_VOTERS,
    **parts: Any,  # noqa: ANN401 - seats and quorum
) -> ElectionFinding:
    return decide_election(by, given, roll_of(book, given.start_date[:10]), **parts)


def test_votes_are_summed_by_candidate_and_the_rest_by_what_was_said() -> None:
    said = votes("p a", "q a", "r b", "s abstain", "t blank", "u invalid", "v no", "w absent")
    found = deciding(event(votes=said))
    assert votes_of(found) == {"a": 2, "b": 1}
    assert found.sums == {"abstain": 1, "blank": 1, "invalid": 1, "no": 1, "absent": 1}
    assert (found.base_count, found.needed) == (4, 3)


def test_counts_of_groups_are_added_up() -> None:
    by_group = (Count("a", 3, "left"), Count("a", 4, "right"), Count("b", 5), Count("abstain", 2))
    found = deciding(event(counts=by_group))
    assert (votes_of(found), found.sums, found.elected) == (
        {"a": 7, "b": 5},
        {"abstain": 2},
        ("a",),
    )


def test_who_stands_and_got_nothing_is_shown_too() -> None:
    found = deciding(event(counts=counts(a=3, b=3), candidates=("a", "b", "c"), round=4))
    assert votes_of(found) == {"a": 3, "b": 3, "c": 0}
    assert (found.ballot, found.next) == (4, ("a", "b", "c"))


def test_a_vote_for_somebody_who_does_not_stand_is_refused_by_name() -> None:
    wrong = event(votes=votes("p Akmatov", "q Aliev"), candidates=("Akmatov", "Aliyev"))
    with pytest.raises(Refused, match=r"^election\.candidate_unknown: name Aliev, known Aliyev"):
        deciding(wrong)
    nobody = event(counts=counts(X=1), candidates=("Akmatov", "Aliyev"))
    with pytest.raises(
        Refused, match=r"^election\.candidate_unknown: name X, known Akmatov, Aliyev"
    ):
        deciding(nobody)


def test_yes_is_a_vote_for_the_only_candidate() -> None:
    said = event(counts=counts(yes=5, no=4, abstain=9), candidates=("a",))
    found = deciding(said)
    assert (found.elected, found.base_count, found.needed) == (("a",), 9, 5)
    with pytest.raises(Refused, match=r"^election\.candidate_unknown: name yes"):
        deciding(event(counts=counts(yes=5), candidates=("a", "b")))
    with pytest.raises(Refused, match=r"^election\.candidate_unknown: name zoe"):
        deciding(event(counts=counts(zoe=5), candidates=("a",)))
    with pytest.raises(Refused, match=r"^election\.name_reserved: name yes"):
        deciding(event(counts=counts(yes=5, no=3)))
    assert votes_of(deciding(event(counts=counts(yes=0, a=5, b=4)))) == {"a": 5, "b": 4}
    assert votes_of(deciding(event(counts=counts(yes=0, no=3), candidates=("a",)))) == {"a": 0}


@pytest.mark.parametrize("name", ["abstain", "no", "yes", "ballots"])
def test_a_candidate_cannot_have_a_word_of_voting_for_a_name(name: str) -> None:
    with pytest.raises(Refused, match=rf"^election\.name_reserved: name {name}"):
        deciding(event(counts=counts(a=5), candidates=("a", name)))


@pytest.mark.parametrize("name", ["", " "])
def test_nobody_without_a_name_is_voted_for(name: str) -> None:
    with pytest.raises(
        Refused, match=rf"^vote\.option_unknown: option “{name}”, known no, abstain"
    ):
        deciding(event(counts=(Count(name, 3),)))
    with pytest.raises(Refused, match=r"^vote\.option_unknown: .*known a, b"):
        deciding(event(votes=(Ballot("p", name),), candidates=("a", "b")))


# --- acclamation and nothing


def test_with_no_votes_the_only_candidate_is_elected_by_acclamation() -> None:
    assert led_to(deciding(event(candidates=("a",)))) == ("elected", "acclamation", ("a",), ())
    assert deciding(event(candidates=("a",), round=3)).ballot == 3


def test_a_ballot_that_was_held_all_the_same_is_counted() -> None:
    found = deciding(event(counts=counts(a=2, no=3), candidates=("a",)))
    assert (found.result, found.majority) == ("next_round", "absolute")


@pytest.mark.parametrize(
    "nothing", [event(), event(votes=(), counts=()), event(candidates=("a", "b"))]
)
def test_where_nothing_was_cast_nothing_can_be_counted(nothing: VoteEvent) -> None:
    with pytest.raises(Refused, match=r"^count\.nothing"):
        deciding(nothing)


# --- several places


def test_a_voter_names_as_many_as_there_are_places() -> None:
    said = votes("p a", "p b", "p c", "q a", "q b", "r a", "r abstain", "s abstain", "t no")
    found = deciding(event(votes=said), THREE)
    assert votes_of(found) == {"a": 3, "b": 2, "c": 1}
    assert (found.base_count, found.needed, found.elected) == (4, 3, ("a",))
    assert found.sums == {"abstain": 1, "no": 1}


def test_fewer_places_than_usual_may_be_left() -> None:
    found = deciding(event(votes=votes("p a", "q a", "r b"), places=1), THREE)
    assert (found.places, found.elected, found.result) == (1, ("a",), "elected")


def test_too_many_names_on_a_ballot_are_refused() -> None:
    said = votes("p a", "p b", "p c", "p d")
    with pytest.raises(Refused, match=r"^election\.too_many_names: name p, number 4, places 3"):
        deciding(event(votes=said), THREE)


@pytest.mark.parametrize(
    "said",
    [
        ("p a", "p a"),
        ("p a", "p no"),
        ("p abstain", "p abstain"),
        ("p abstain", "p no"),
        ("p a", "p b", "p c", "p abstain"),
        ("p a", "p abstain", "p abstain"),
        ("p a", "p blank"),
        ("p blank", "p c"),
    ],
)
def test_who_says_two_things_is_refused(said: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match=r"^vote\.twice: name p"):
        deciding(event(votes=votes(*said)), THREE)


def test_for_one_place_an_abstention_beside_a_name_is_a_second_vote() -> None:
    with pytest.raises(Refused, match=r"^vote\.twice: name p"):
        deciding(event(votes=votes("p a", "p abstain")))


def test_counts_for_several_places_say_how_many_ballots_there_were() -> None:
    found = deciding(event(counts=counts(a=9, b=6, c=4, no=1, ballots=12)), THREE)
    assert (found.base_count, found.needed, found.elected) == (12, 7, ("a",))
    assert found.sums == {"no": 1}
    with pytest.raises(Refused, match=r"^election\.base_unknown: base cast"):
        deciding(event(counts=counts(a=9, b=6, c=4)), THREE)
    by_most = election(relative(), places=2)
    assert deciding(event(counts=counts(a=9, b=6, c=4)), by_most).elected == ("a", "b")


def test_for_one_place_the_ballots_may_be_stated_too() -> None:
    assert deciding(event(counts=counts(a=9, b=6, no=1, ballots=16))).elected == ("a",)


@pytest.mark.parametrize(
    "said",
    [
        {"a": 9, "b": 1, "ballots": 8},  # more for one than there were ballots
        {"a": 4, "b": 3, "ballots": 8},  # ballots that named nobody
        {"a": 9, "b": 9, "c": 9, "d": 9, "no": 1, "ballots": 12},  # more names than there is room
        {"a": 0, "no": 3, "ballots": 2},
    ],
)
def test_votes_that_cannot_stand_on_so_many_ballots_are_refused(said: dict[str, int]) -> None:
    with pytest.raises(Refused) as refused:
        deciding(event(counts=counts(**said)), THREE)
    votes = sum(number for option, number in said.items() if option not in ("no", "ballots"))
    facts = {"votes": str(votes), "ballots": str(said["ballots"]), "places": "3"}
    assert (refused.value.rule, refused.value.facts) == ("election.ballots_wrong", facts)


def test_votes_that_just_stand_on_so_many_ballots_are_counted() -> None:
    full = counts(a=8, b=8, c=8, d=9, no=1, ballots=12)
    assert deciding(event(counts=full), THREE).base_count == 12
    assert deciding(event(counts=counts(no=3, ballots=3)), THREE).base_count == 3
    by_group = (*counts(a=5, b=4), Count("ballots", 3, "left"), Count("ballots", 4, "right"))
    assert deciding(event(counts=by_group), THREE).base_count == 7
    single = counts(a=5, b=3, ballots=8)
    assert deciding(event(counts=single), THREE).base_count == 8


# --- weights and voters

VOTERS = Rulebook(
    "body",
    *((), (), (), ()),
    voters=(
        Voter(since="2000-01-01", confidence="C", voter="p", weight=Fraction(3)),
        Voter(since="2000-01-01", until="2026-03-13", confidence="C", voter="q"),
        Voter(since="2026-03-14", confidence="C", voter="r", weight=Fraction(1, 2)),
    ),
)


def test_voters_weigh_what_the_electorate_of_the_day_says() -> None:
    found = deciding(event(votes=votes("p a", "r b")), book=VOTERS)
    assert votes_of(found) == {"a": 3, "b": Fraction(1, 2)}
    assert (found.base_count, found.needed) == (Fraction(7, 2), 2)
    assert deciding(VoteEvent("e", "2026-03-14T10:00Z", votes=votes("r b")), book=VOTERS).elected


def test_the_event_may_say_what_voters_weigh() -> None:
    said = votes("p a", "q b", "r a", weights={"p": 2, "q": "7/2", "r": 0})
    found = deciding(event(votes=said))
    assert votes_of(found) == {"b": Fraction(7, 2), "a": 2}
    heavier = deciding(event(votes=votes("p a", weights={"p": 5})), book=VOTERS)
    assert (votes_of(heavier), heavier.base_count) == ({"a": 5}, 5)
    halves = deciding(event(votes=votes("p a", "q a", weights={"p": "1/2", "q": "1/2"})))
    assert isinstance(halves.base_count, int)
    assert isinstance(votes_of(halves)["a"], int)


def test_who_has_no_vote_is_refused_by_name() -> None:
    with pytest.raises(Refused, match=r"^vote\.voter_unknown: name q"):
        deciding(event(votes=votes("p a", "q b")), book=VOTERS)
    with pytest.raises(Refused, match=r"^vote\.voter_unknown: name q"):
        deciding(event(votes=votes("p a", "q b"), entitled=("p",)))
    assert deciding(event(votes=votes("p a", "q b"), entitled=2)).result == "next_round"


def test_who_is_not_there_cannot_have_voted() -> None:
    with pytest.raises(Refused, match=r"^vote\.not_among_present: name q"):
        deciding(event(votes=votes("p a", "q b"), present=("p", "r")))
    with pytest.raises(Refused, match=r"^count\.more_than_present: voted 2, present 1"):
        deciding(event(counts=counts(a=1, b=1), present=1))


@pytest.mark.parametrize("weight", ["-1", "much", "1/0", -2])
def test_a_weight_that_is_none_is_refused(weight: int | str) -> None:
    with pytest.raises(Refused, match=r"^vote\.weight_wrong: name p"):
        deciding(event(votes=votes("p a", weights={"p": weight})))


def test_a_voter_has_one_weight() -> None:
    for once, twice in ((1, 2), (2, 1)):
        said = (Ballot("p", "a", once), Ballot("p", "b", twice))
        with pytest.raises(Refused, match=r"^election\.weights_differ: name p"):
            deciding(event(votes=said), THREE)


def test_a_count_below_nothing_is_refused() -> None:
    with pytest.raises(Refused, match=r"^count\.number_wrong: key a, value -1"):
        deciding(event(counts=counts(a=-1)))


def test_counts_beside_the_votes_are_those_of_the_votes() -> None:
    said = votes("p a", "q a", "r b", "s blank")
    same = deciding(event(votes=said, counts=counts(a=2, b=1, c=0, blank=1)))
    assert same == deciding(event(votes=said))
    with pytest.raises(Refused, match=r"^count\.differs: option a, votes 2, count 3"):
        deciding(event(votes=said, counts=counts(a=3, b=1)))
    with pytest.raises(Refused, match=r"^count\.differs: option c, votes 0, count 1"):
        deciding(event(votes=said, counts=counts(a=2, c=1)))
    with pytest.raises(Refused, match=r"^count\.differs: option a, votes 2, count 1"):
        deciding(event(votes=said, counts=counts(a=1)))
    with pytest.raises(Refused, match=r"^count\.differs: option blank, votes 1, count 2"):
        deciding(event(votes=said, counts=counts(blank=2)))


def test_who_got_no_vote_is_shown_where_the_counts_name_him() -> None:
    assert votes_of(deciding(event(counts=counts(a=3, zoe=0)))) == {"a": 3, "zoe": 0}


@pytest.mark.parametrize("places", [0, -1])
def test_places_below_one_are_refused(places: int) -> None:
    with pytest.raises(Refused, match=rf"^election\.places_wrong: places {places}"):
        deciding(event(votes=votes("p a"), places=places))


# --- bases, quorum, seed


@pytest.mark.parametrize(
    ("of", "parts", "base"),
    [
        ("given", {}, 12),
        ("present", {}, 14),
        ("present", {"present": 31}, 31),
        ("entitled", {}, 16),
        ("entitled", {"entitled": 40}, 39),
        ("entitled", {"entitled": 40, "present": 31}, 39),
        ("component", {}, 50),
    ],
)
def test_the_bases_are_those_of_a_question(of: Any, parts: dict[str, Any], base: int) -> None:  # noqa: ANN401 - a base
    by = election(absolute(of=of, ballots=0))
    said = {"a": 5, "b": 5, "abstain": 1, "blank": 1, "invalid": 1, "absent": 2}
    everybody = (*counts(**said), Count("not voting", 1), Count("recused", 1))
    found = deciding(event(counts=everybody, **parts), by, seats=50)
    assert (found.base, found.base_count) == (of, base)


def test_who_is_entitled_is_known_from_the_electorate() -> None:
    by = election(absolute(of="entitled", ballots=0))
    assert deciding(event(votes=votes("p a")), by, VOTERS).base_count == Fraction(7, 2)
    assert deciding(event(votes=votes("p a", "r recused")), by, VOTERS).base_count == 3


def test_several_on_a_ballot_are_present_once() -> None:
    by = election(absolute(of="present", ballots=0), places=3)
    said = votes("p a", "p b", "q a", "q abstain", "r abstain", "s absent", "t no")
    assert deciding(event(votes=said), by).base_count == 4
    full = counts(a=2, b=1, no=1, abstain=1, absent=1, ballots=3)
    assert deciding(event(counts=full), by).base_count == 4
    of_all = election(absolute(of="entitled", ballots=0), places=3)
    more = counts(a=2, b=1, no=1, abstain=1, absent=1, ballots=4)
    assert deciding(event(counts=more), of_all).base_count == 6


def test_where_ballots_are_not_known_nothing_is_made_up() -> None:
    said = counts(a=5, b=4, c=4)
    for of in ("present", "entitled"):
        by = election(absolute(of=of, ballots=0), places=2)
        with pytest.raises(Refused, match=rf"^election\.base_unknown: base {of}"):
            deciding(event(counts=said), by)
        assert deciding(event(counts=said, **{of: 8}), by).base_count == 8
    with pytest.raises(Refused, match=r"^count\.more_than_present: voted 7, present 6"):
        deciding(event(counts=said, present=6), by)


def test_seats_that_no_rulebook_states_are_no_base() -> None:
    by = election(absolute(of="component", ballots=0))
    with pytest.raises(Refused, match=r"^election\.base_unknown: base component$"):
        deciding(event(counts=counts(a=1)), by)


def test_an_electorate_says_who_is_entitled_though_ballots_are_not_known() -> None:
    five = tuple(Voter(since="2000-01-01", confidence="C", voter=name) for name in "pqrst")
    by = election(absolute(of="entitled", ballots=0), places=2)
    found = deciding(event(counts=counts(a=3, b=2)), by, replace(VOTERS, voters=five))
    assert (found.base_count, found.needed, found.elected) == (5, 3, ("a",))


QUORUM = Quorum(
    since="2000-01-01",
    confidence="C",
    part="plenary",
    kind="number",
    least=4,
    on_challenge=True,
)


def test_without_a_quorum_the_ballot_elects_nobody() -> None:
    three = event(counts=counts(a=2, b=1))
    assert deciding(three, quorum=QUORUM).result == "elected"
    asked = event(counts=counts(a=2, b=1), challenged=True)
    found = deciding(asked, quorum=QUORUM)
    assert (found.result, found.next, found.quorum["needed"]) == ("no_quorum", ("a", "b"), 4)
    enough = event(counts=counts(a=2, b=1, abstain=1), challenged=True)
    assert deciding(enough, quorum=QUORUM).quorum["reached"] is True


def test_a_quorum_of_unknown_ballots_is_not_reckoned() -> None:
    by = election(relative(), places=2)
    unknown = event(counts=counts(a=2, b=1), challenged=True)
    assert deciding(unknown, by, quorum=QUORUM).quorum == {}
    stated = event(counts=counts(a=2, b=1), challenged=True, present=3)
    assert deciding(stated, by, quorum=QUORUM).result == "no_quorum"


def test_a_quorum_may_be_of_the_seats() -> None:
    half = replace(QUORUM, kind="fraction_of_component", fraction=Fraction(1, 2))
    asked = event(counts=counts(a=2, b=1), challenged=True)
    assert deciding(asked, quorum=half, seats=6).result == "elected"
    assert deciding(asked, quorum=half, seats=7).result == "no_quorum"


def test_the_seed_is_handed_on() -> None:
    by = election(absolute(of="component"), tie="lot")
    found = deciding(event(counts=counts(a=5, b=5), lot="7 12"), by, seats=30)
    assert (found.reason, found.drawn["seed"]) == ("lot", "7 12")


# --- through the door


def test_decide_answers_with_the_arithmetic() -> None:
    book = Rulebook("body", (), (), (QUORUM,), (), elections=(BY,))
    given = event(rule="plenary.president", counts=counts(a=5, b=4, abstain=2))
    answer = decide(book, given)
    assert (answer.result, answer.rule, answer.article) == (
        "elected",
        "body/plenary.president",
        "Art. 1",
    )
    assert answer.reason == "majority_reached"
    assert answer.arithmetic["standing"][0] == {"candidate": "a", "votes": 5}
    assert (answer.arithmetic["needed"], answer.arithmetic["sums"]) == (5, {"abstain": 2})
    wrong = decide(book, event(rule="plenary.president", counts=counts(a=5), round=-1))
    assert (wrong.result, wrong.reason) == ("invalid", "election.over: number -1")


def test_decide_is_as_sure_as_the_least_sure_of_what_it_rests_on() -> None:
    seats = (
        Seats(since="1999-01-01", confidence="?", part="plenary", seats=5),
        Seats(since="2000-01-01", confidence="S", part="plenary", seats=9),
    )
    by_seats = election(absolute(of="component"))
    given = event(rule="plenary.president", counts=counts(a=5))
    for by, voters, sure in (
        (by_seats, (), "S"),
        (BY, (), "C"),
        (BY, (replace(VOTERS.voters[0], confidence="R"),), "R"),
    ):
        book = Rulebook("body", (), (), (), (), elections=(by,), seats=seats, voters=voters)
        found = decide(
            book, event(rule="plenary.president", votes=votes("p a")) if voters else given
        )
        assert found.confidence == sure


def test_an_election_is_found_by_its_name_alone() -> None:
    book = Rulebook("body", (), (), (), (), elections=(BY,))
    assert (
        decide(book, event(rule="president", counts=counts(a=5))).rule == "body/plenary.president"
    )
