"""Who may try what on a draft: the secretariat, or who speaks for the parliament concerned."""

import pytest

from kurultai.gate.may import may
from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.texts.change import Drop
from tests.tables.folding import DOCUMENT, EN, TABLED, Folding, par, version

CLERK, HEAD, DELEGATE = "person:clerk", "person:az-head", "person:az-delegate"
COORDINATOR, OTHER, GUEST = "person:az-coordinator", "person:kz-head", "person:guest"
OFFICES = {
    CLERK: ("secretariat_officer", "assembly"),
    HEAD: ("head_of_delegation", "party:az"),
    DELEGATE: ("delegate", "party:az"),
    COORDINATOR: ("national_coordinator", "party:az"),
    OTHER: ("head_of_delegation", "party:kz"),
    GUEST: ("chair", "organ:o"),
}
EVERYBODY = (None, *OFFICES)
AMENDMENT, HIDDEN = "amendment:1", "document:h"


@pytest.fixture
def folding() -> Folding:
    """A public text with an amendment of Kazakhstan's, and one for Azerbaijan alone."""
    folding = Folding()
    for person, (office, of) in OFFICES.items():
        folding.did(a.PersonRegistered(person, EN), stream="assembly")
        folding.did(a.OfficeTaken(person, office, of), stream="assembly")
    folding.did(
        TABLED,
        version("en", par("p1", "One")),
        a.AmendmentTabled(AMENDMENT, 1, ("party:kz",), "en", 1, (Drop("p1"),)),
    )
    hidden = a.DocumentTabled(HIDDEN, "decision", "", EN, (), None, None, ())
    folding.did(hidden, stream=HIDDEN, audience="party:az")
    amended = a.AmendmentTabled("amendment:h", 1, ("party:az",), "en", 1, (Drop("p1"),))
    folding.did(amended, stream=HIDDEN, audience="party:az")
    return folding


def who_may(folding: Folding, command: c.Command) -> set[str | None]:
    return {person for person in EVERYBODY if may(folding.viewer(person), command)}


def tabling(*by: str) -> c.TableAmendment:
    return c.TableAmendment(
        id="c", document=DOCUMENT, by=by, language="en", reading=1, changes=(Drop("p1"),)
    )


@pytest.mark.parametrize(
    "command",
    [
        c.CirculateDraft(id="c", document=DOCUMENT, until="2026-12-01T15:00Z"),
        c.CloseSilence(id="c", document=DOCUMENT),
        c.MarshalAmendments(id="c", document=DOCUMENT),
        c.ConsolidateText(id="c", document=DOCUMENT),
        c.CorrectText(id="c", document=DOCUMENT, language="en", edits=()),
    ],
)
def test_what_the_secretariat_does_nobody_else_may_try(
    folding: Folding, command: c.Command
) -> None:
    assert who_may(folding, command) == {CLERK}


@pytest.mark.parametrize(
    "command",
    [
        c.GiveAnswers(id="c", document=DOCUMENT, party="party:az", answers=()),
        c.BreakSilence(id="c", document=DOCUMENT, party="party:az", reason=EN),
        c.SponsorAmendment(id="c", document=DOCUMENT, amendment=AMENDMENT, party="party:az"),
        c.WithdrawAmendment(id="c", document=DOCUMENT, amendment=AMENDMENT, party="party:az"),
        c.EnterReservation(id="c", document=DOCUMENT, party="party:az", words=EN),
        c.ExplainVote(id="c", document=DOCUMENT, party="party:az", words=EN),
        tabling("party:az"),
    ],
)
def test_a_parliament_speaks_by_its_head_and_its_delegates(
    folding: Folding, command: c.Command
) -> None:
    assert who_may(folding, command) == {CLERK, HEAD, DELEGATE}


@pytest.mark.parametrize("by", [("party:az", "party:kz"), ()])
def test_nobody_tables_in_the_name_of_another_but_the_secretariat(
    folding: Folding, by: tuple[str, ...]
) -> None:
    assert who_may(folding, tabling(*by)) == {CLERK}


def test_who_stands_behind_an_amendment_may_translate_it(folding: Folding) -> None:
    translate = c.TranslateAmendment(
        id="c", document=DOCUMENT, amendment=AMENDMENT, language="tr", unchanged=True
    )
    assert who_may(folding, translate) == {CLERK, OTHER}
    folding.did(a.AmendmentSponsored(AMENDMENT, "party:az"))
    assert who_may(folding, translate) == {CLERK, OTHER, HEAD, DELEGATE, COORDINATOR}


def test_nobody_acts_on_an_amendment_they_may_not_see(folding: Folding) -> None:
    for amendment in ("amendment:h", "amendment:nowhere"):
        join = c.SponsorAmendment(id="c", document=DOCUMENT, amendment=amendment, party="party:kz")
        assert who_may(folding, join) == set()


def test_a_silence_is_opened_at_a_meeting_that_is_there(folding: Folding) -> None:
    opened = c.OpenSilence(
        id="c", document=DOCUMENT, meeting="meeting:nowhere", until="2026-12-01T15:00Z", title=EN
    )
    assert who_may(folding, opened) == set()
