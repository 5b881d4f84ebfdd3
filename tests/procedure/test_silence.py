"""Silence procedures, with the safeguards of the OSCE and the United Nations."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.procedure.silence import ANNOUNCED
from tests.procedure.drafts import HERE, THIRD, TURKISH, drafting, putting, tabled, tabling, word
from tests.procedure.minutes import MEMBERS, UNITS, Minutes

TITLE = {"en": "Draft on five areas"}
UNTIL = "2026-05-23T12:00Z"
UN = drafting(
    silence=72, languages_before=("silence",), article="Decision 74/544", link="https://x"
)
OPEN = c.OpenSilence(id="s", **HERE, meeting=THIRD, until=UNTIL, title=TITLE)
BREAK = c.BreakSilence(id="b", **HERE, party="party:kz", reason={"en": "Not agreed."})
CLOSE = c.CloseSilence(id="k", **HERE)
SILENCE = new_id("silence", "s")


@pytest.fixture
def ready(both: Minutes) -> Minutes:
    """The United Nations' rule is in force."""
    return both.governed(UN)


@pytest.fixture
def silent(ready: Minutes) -> Minutes:
    """A silence procedure runs."""
    ready.then(OPEN)
    return ready


def test_a_silence_opens_with_its_instant_and_those_who_may_break_it(ready: Minutes) -> None:
    article, link = "Decision 74/544", "https://x"
    assert ready.when(OPEN) == [
        a.SilenceOpened(SILENCE, THIRD, UNTIL, TITLE, MEMBERS, 1, article, link, "?"),
    ]


def test_no_silence_opens_where_a_delegation_objects(ready: Minutes) -> None:
    assert ready.refusal(replace(OPEN, objecting=("party:kz",))) == "silence.objected"


def test_a_silence_lasts_as_long_as_the_rule_says(ready: Minutes) -> None:
    refused = ready.refused(replace(OPEN, until="2026-05-23T11:59Z"))
    assert refused.rule == "silence.too_short"
    assert refused.facts == {"hours": "72", "earliest": UNTIL}


def test_where_no_rule_says_how_long_it_still_ends_in_the_future(both: Minutes) -> None:
    assert both.when(replace(OPEN, until="2026-05-20T12:01Z"))
    assert both.refusal(replace(OPEN, until="2026-05-20T12:00Z")) == "silence.too_short"


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (replace(OPEN, until="in three days"), "act.instant"),
        (replace(OPEN, title={"en": " "}), "words.missing"),
    ],
)
def test_a_silence_has_an_exact_instant_and_a_temporary_title(
    ready: Minutes, command: c.Command, rule: str
) -> None:
    assert ready.refusal(command) == rule


def test_a_silence_opens_only_with_the_languages_complete(ready: Minutes) -> None:
    ready.given(a.VersionDistributed("tr", "authentic", TURKISH[:1]))
    refused = ready.refused(OPEN)
    assert (refused.rule, refused.facts) == ("document.languages_behind", {"languages": "tr 2"})


def test_a_silence_opens_at_an_open_meeting(convened: Minutes) -> None:
    convened.given(
        a.DocumentTabled("document:rec", "report", "", TITLE, (), THIRD, None, ()),
        a.VersionDistributed("en", "authentic", UNITS),
    )
    assert convened.refusal(OPEN) == "meeting.not_open"


def test_there_is_something_to_be_silent_on(ready: Minutes) -> None:
    ready.given(a.VersionDistributed("en", "authentic", UNITS[:1]))
    assert ready.refusal(OPEN) == "document.no_operative"


def test_no_silence_opens_while_amendments_wait(ready: Minutes) -> None:
    tabled(ready, "a1", word(ready, "o1", "exercises", "drills"))
    assert ready.refusal(OPEN) == "document.amendments_pending"


# --- while it runs


def test_an_objection_breaks_it(silent: Minutes) -> None:
    reason = {"en": "Not agreed."}
    broken = a.SilenceBroken(SILENCE, "party:kz", "objection", "2026-05-20T12:00Z", reason)
    assert silent.then(BREAK) == [broken]
    assert silent.refusal(BREAK) == "silence.none"
    assert silent.refusal(CLOSE) == "silence.none"


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (replace(BREAK, reason={}), "words.missing"),
        (replace(BREAK, party="party:hu"), "silence.not_entitled"),
    ],
)
def test_it_is_broken_with_a_reason_by_who_may_vote(
    silent: Minutes, command: c.Command, rule: str
) -> None:
    assert silent.refusal(command) == rule


def test_at_the_instant_it_is_too_late(silent: Minutes) -> None:
    assert silent.at("2026-05-23T11:59Z").when(BREAK)
    assert silent.at(UNTIL).refused(BREAK).facts == {"until": UNTIL}


def test_an_amendment_breaks_it_too(silent: Minutes) -> None:
    reason = {"en": "Better so."}
    table = tabling("a1", word(silent, "o1", "exercises", "drills"), reason=reason)
    acts = silent.then(table)
    amendment = new_id("amendment", "a1")
    assert acts[1:] == [
        a.SilenceBroken(SILENCE, "party:az", "amendment", "2026-05-20T12:00Z", reason, amendment),
    ]
    assert silent.refusal(CLOSE) == "silence.none"


def test_an_amendment_after_the_instant_comes_too_late(silent: Minutes) -> None:
    table = tabling("a1", word(silent, "o1", "exercises", "drills"))
    assert silent.at(UNTIL).refusal(table) == "silence.over"


def test_nothing_about_the_text_changes_under_it(silent: Minutes) -> None:
    version: dict[str, Any] = {"standing": "authentic", "units": TURKISH}
    for command in (
        c.DistributeVersion(id="v", **HERE, language="tr", **version),
        c.RecordAdoption(id="r", **HERE, meeting=THIRD),
        putting("q"),
        replace(OPEN, id="s2"),
    ):
        assert silent.refused(command).facts == {"until": UNTIL}


# --- kept


def test_it_is_not_kept_before_the_instant(silent: Minutes) -> None:
    assert silent.at("2026-05-23T11:59Z").refusal(CLOSE) == "silence.running"


def test_nobody_breaking_it_adopts_the_text_pledges_it_and_has_it_announced(
    silent: Minutes,
) -> None:
    acted = silent.at(UNTIL).acted(CLOSE)
    acts = [one.act for one in acted]
    assert acts[:2] == [
        a.SilenceKept(SILENCE),
        a.TextAdopted(THIRD, None, "REC/001/2026/FINAL"),
    ]
    assert sum(isinstance(act, a.CommitmentMade) for act in acts) == 2 * 4
    raised = acted[-1].act
    assert isinstance(raised, a.MatterRaised)
    assert acted[-1].stream == THIRD
    assert set(raised.title) == set(ANNOUNCED)
    assert raised.title["en"].endswith("silence procedure: REC/001/2026/FINAL")


def test_a_text_without_a_symbol_is_announced_by_its_temporary_title(sitting: Minutes) -> None:
    sitting.given(
        a.DocumentTabled("document:rec", "report", "", TITLE, (), THIRD, None, ()),
        a.VersionDistributed("en", "authentic", UNITS),
    ).at("2026-05-20T12:00Z")
    sitting.then(OPEN)
    raised = sitting.at(UNTIL).when(CLOSE)[-1]
    assert isinstance(raised, a.MatterRaised)
    assert raised.title["kk"].endswith(": Draft on five areas")


def test_a_text_withdrawn_meanwhile_is_not_adopted(silent: Minutes) -> None:
    silent.given(a.DocumentWithdrawn())
    assert silent.at(UNTIL).refusal(CLOSE) == "document.settled"


def test_an_amendment_that_never_had_its_signatures_falls_when_the_silence_is_kept(
    both: Minutes,
) -> None:
    both.governed(drafting(signatures=2, silence=72))
    amendment = tabled(both, "a1", word(both, "o1", "exercises", "drills"))
    both.then(OPEN)
    kept = both.at(UNTIL).then(CLOSE)
    assert a.AmendmentsSettled("", (), (), (a.Fallen(amendment, "", "signatures"),)) in kept
    assert both.document.proposals[amendment].state == "fallen"
