"""What is not stated: every part of an event, and of what is found, has one meaning if left out."""

from dataclasses import MISSING, fields
from typing import Any

from kurultai.procedure.counting.event import Ballot, Count, Departure, VoteEvent
from kurultai.procedure.counting.finding import Reckoned
from kurultai.procedure.counting.hearing import Hearing
from kurultai.procedure.counting.majority import decide_by
from kurultai.procedure.counting.roll import Member, Roll
from kurultai.procedure.counting.tally import ONE, Tally
from kurultai.procedure.counting.verdict import Arithmetic, Sitting
from tests.procedure.counting.polls import cast, election, held, relative
from tests.procedure.counting.sittings import rule


def test_a_vote_states_no_more_than_who_and_what() -> None:
    vote = Ballot("a", "yes")
    assert (vote.weight, vote.group_id, vote.role, vote.date) == (None, "", "", "")
    assert Count("yes", 3).group_id == ""
    departure = Departure("other")
    assert (departure.counts, departure.votes, departure.present) == ((), (), None)


def test_an_event_is_a_first_ballot_in_which_nothing_else_was_said() -> None:
    event = VoteEvent("e", "2026-03-14")
    assert (event.rule, event.chair_vote, event.lot, event.expires, event.stated) == ("",) * 5
    assert (event.candidates, event.parts, event.ignored) == ((), (), ())
    stated = (event.present, event.entitled, event.counts, event.votes, event.places)
    assert stated == (None,) * 5
    assert (event.challenged, event.round, event.lapses_with) == (False, 1, {})
    assert event.departure is None


def test_a_voter_is_one_of_no_group_and_a_roll_is_not_known() -> None:
    assert ONE == (1, 1, 0)
    assert (Member().part, Member(3, 50, "north", ("elder",)).part) == (
        ("", (), ONE),
        ("north", ("elder",), (3, 1, 50)),
    )
    assert (Roll().voters, Roll().groups, Roll().weighted, Roll().total) == ({}, {}, False, 0)


def test_a_tally_knows_of_nobody_and_a_rule_hears_nothing_special() -> None:
    tally = Tally({})
    assert (tally.names, tally.groups, tally.component) == ({}, {}, 0)
    assert (tally.vetoed_by, tally.strangers, tally.vague, tally.loose) == ((), (), 0, 0)
    assert (tally.anonymous, tally.unlisted, tally.weighted) == (False, False, False)
    heard = Hearing()
    assert (heard.written, heard.split, heard.cap, heard.veto) == (False, False, 0, "")


def test_a_sitting_has_a_quorum_if_nothing_is_said_of_it() -> None:
    sitting = Sitting()
    assert (sitting.there, sitting.challenged, sitting.round) == (True, False, 1)
    assert (sitting.chair_vote, sitting.lot, sitting.needed, sitting.quorum) == ("", "", 0, {})


def test_numbers_are_of_votes() -> None:
    shown = Arithmetic("cast", 3, 2, 2)
    assert (shown.measure, shown.fraction, shown.conditions) == ("votes", "", ())
    reckoned = Reckoned("votes", "cast", 3, 2, 2, met=True)
    assert (reckoned.fraction, reckoned.role, reckoned.group) == ("", "", "")
    assert (reckoned.more_than, reckoned.least, reckoned.waived, reckoned.asked) == (
        False,
        0,
        False,
        True,
    )


def of_long_ago(found: Any) -> Any:  # noqa: ANN401 - a finding
    """The same finding, of which only what every finding says is kept."""
    needed = [
        part.name for part in fields(found) if part.default_factory is MISSING is part.default
    ]
    return type(found)(**{name: getattr(found, name) for name in needed})


def test_what_a_finding_does_not_name_is_not_there() -> None:
    """The record keeps findings for ever: one of long ago has nothing of what came later."""
    found = of_long_ago(decide_by(rule("majority_cast"), [], entitled="a", present="a"))
    assert (found.would_change, found.sums, found.quorum) == ({}, {}, {})
    assert (found.departure, found.lapsed, found.drawn) == ({}, {}, {})
    assert (found.silent, found.conditions, found.recused, found.vetoed_by, found.late) == ((),) * 5
    assert (found.floor, found.measure, found.casting) == ("", "votes", "")
    elected = of_long_ago(held(election(relative()), cast({"a": 1})))
    assert (elected.sums, elected.drawn, elected.quorum, elected.would_change) == ({}, {}, {}, {})
