"""What is meant, whatever its capitals; and what is not guessed at."""

import pytest

from kurultai.procedure.counting.event import Ballot, Count, Departure
from kurultai.procedure.counting.meant import as_meant
from tests.procedure.counting.sittings import body, decided, event, rule, shown

PLAIN = rule("majority_cast", tie="chair")


def test_capitals_do_not_matter() -> None:
    said = ("YES", "Yes", "no", "Abstain", "Not Voting", "ABSENT", "Recused")
    ballots = tuple(Ballot(f"v{n}", option) for n, option in enumerate(said))
    found = decided(body(PLAIN), votes=ballots)
    assert shown(found, "yes", "no", "silent") == ("adopted", ("v0", "v1"), ("v2",), ("v4",))
    sums = decided(body(PLAIN), counts=(Count("YES", 2), Count("No", 2)), chair_vote="Yes")
    assert shown(sums, "casting") == ("adopted", "yes")
    both = decided(body(PLAIN), votes=ballots, counts=(Count("Yes", 2), Count("NO", 1)))
    assert both.result == "adopted"


@pytest.mark.parametrize("option", ["Aye", "Nay", "Y", "yes ", "not_voting", "Abstention", ""])
def test_other_words_are_refused_with_those_that_are_known(option: str) -> None:
    found = decided(body(PLAIN), votes=(Ballot("a", option),))
    facts = {
        "option": option,
        "known": "yes, no, abstain, not voting, absent, recused",
    }
    assert found.arithmetic["facts"] == facts


def test_the_vote_on_departing_is_read_alike() -> None:
    asked = Departure("plenary.other", counts=(Count("Yes", 1),), votes=(Ballot("a", "YES"),))
    read = as_meant(event(counts=(Count("no", 1),), departure=asked)).departure
    assert read == Departure(
        "plenary.other", counts=(Count("yes", 1),), votes=(Ballot("a", "yes"),)
    )


def test_a_candidate_who_stands_keeps_the_name() -> None:
    counts = (Count("No", 5), Count("Kim", 4), Count("Blank", 1))
    assert as_meant(event(counts=counts, candidates=("No", "Kim"))).counts == (
        Count("No", 5),
        Count("Kim", 4),
        Count("blank", 1),
    )
    assert as_meant(event(counts=counts)).counts == (
        Count("no", 5),
        Count("Kim", 4),
        Count("blank", 1),
    )


def test_what_needs_no_change_stays_as_it_is() -> None:
    plain = event(votes=(Ballot("a", "yes"),), counts=(Count("yes", 1),))
    assert as_meant(plain) is plain


def test_an_amendment_breaks_a_silence_and_ballots_are_ballots_in_capitals_too() -> None:
    silence = body(rule("silence"))
    assert decided(silence, votes=(Ballot("a", "AMENDMENT"),)).result == "rejected"
    read = as_meant(event(counts=(Count("Ballots", 9), Count("Kim", 5)), candidates=("Kim",)))
    assert read.counts == (Count("ballots", 9), Count("Kim", 5))
