"""Voting: amendments in their order, paragraphs, the whole; what falls, and the text after."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.texts.change import Drop
from kurultai.texts.unit import Unit
from tests.procedure.drafts import (
    EN,
    HERE,
    THIRD,
    TURKISH,
    adding,
    decided,
    drafting,
    edit,
    fate,
    marshalled,
    putting,
    tabled,
    tabling,
    word,
)
from tests.procedure.minutes import STRICT, TODAY, Minutes

CONSOLIDATE = c.ConsolidateText(id="k", **HERE)
WHOLE = putting("whole")
AMENDMENT_RULE = """
[[rule]]
part = "chairs_meeting"
rule = "amendment"
from = "2008-11-21"
kind = "majority_cast"
confidence = "?"
"""


@pytest.fixture
def rivals(both: Minutes) -> tuple[str, str, str]:
    """The deletion of the first paragraph, a word of it, and a word of the second; in order."""
    small = tabled(both, "a1", word(both, "o1", "exercises", "drills"), by=("party:kz",))
    large = tabled(both, "a2", Drop("o1"))
    other = tabled(both, "a3", word(both, "o2", "learns", "knows"))
    assert marshalled(both) == [large, small, other]
    return large, small, other


# --- putting


def test_an_amendment_is_put_in_its_turn(both: Minutes, rivals: tuple[str, str, str]) -> None:
    large, small, _ = rivals
    (put,) = both.when(putting("q", large))
    assert isinstance(put, a.QuestionPut)
    assert (put.amendments, put.rule) == ((large,), "chairs_meeting.default")
    refused = both.refused(putting("q", small))
    assert (refused.rule, refused.facts) == ("amendment.out_of_order", {"next": "2"})


def test_out_of_its_turn_it_is_put_with_a_reason(
    both: Minutes, rivals: tuple[str, str, str]
) -> None:
    reason = {"en": "The sponsor has to leave."}
    (put,) = both.when(putting("q", rivals[2], departure=reason))
    assert isinstance(put, a.QuestionPut)
    assert put.departure == reason
    silent = putting("q", rivals[2], departure={"en": " "})
    assert both.refusal(silent) == "amendment.out_of_order"


def test_en_bloc_goes_what_can_stand_together_in_turn(
    both: Minutes, rivals: tuple[str, str, str]
) -> None:
    large, small, other = rivals
    refused = both.refused(putting("q", large, small))
    assert (refused.rule, refused.facts) == ("amendment.rivals", {"one": "2", "other": "1"})
    assert both.refusal(putting("q", small, other)) == "amendment.out_of_order"
    decided(both, putting("q", large), carried=False)
    (put,) = both.when(putting("r", other, small))
    assert isinstance(put, a.QuestionPut)
    assert put.amendments == (small, other)


def test_an_amendment_has_no_turn_before_the_list_knows_all(
    both: Minutes, rivals: tuple[str, str, str]
) -> None:
    tabled(both, "a4", word(both, "p1", "Recalling", "Noting"))
    refused = both.refused(putting("q", rivals[0]))
    assert (refused.rule, refused.facts) == ("amendment.not_marshalled", {"number": "4"})
    marshalled(both)
    assert both.when(putting("q", rivals[0], departure=EN))


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ({"amendments": ("amendment:x",)}, "amendment.unknown"),
        ({"units": ("o9",)}, "vote.paragraph_unknown"),
        ({"amendments": ("amendment:x",), "units": ("o1",)}, "vote.one_at_a_time"),
        ({"amendments": ("amendment:x",), "document": None}, "document.unknown"),
        ({"units": ("o1",), "document": None}, "document.unknown"),
    ],
)
def test_what_is_put_is_there(both: Minutes, parts: dict[str, Any], rule: str) -> None:
    assert both.refusal(replace(WHOLE, **parts)) == rule


def test_one_question_on_a_text_at_a_time(both: Minutes, rivals: tuple[str, str, str]) -> None:
    both.then(putting("q", rivals[0]))
    assert both.refusal(putting("r", rivals[1], departure=EN)) == "vote.text_pending"


def test_a_body_may_decide_amendments_by_a_rule_of_their_own(
    both: Minutes, rivals: tuple[str, str, str]
) -> None:
    both.given(a.RulebookAdopted("test", STRICT + AMENDMENT_RULE), on=TODAY)
    (put,) = both.when(putting("q", rivals[0]))
    assert isinstance(put, a.QuestionPut)
    assert put.rule == "chairs_meeting.amendment"
    both.then(putting("q", rivals[0]))


def test_an_amendment_is_put_once_enough_stand_behind_it(both: Minutes) -> None:
    both.governed(drafting(signatures=2))
    name = tabled(both, "a1", Drop("o1"))
    refused = both.refused(putting("q", name))
    assert refused.facts == {"number": "1", "have": "1", "needed": "2"}
    both.then(c.SponsorAmendment(id="j", **HERE, amendment=name, party="party:tr"))
    marshalled(both)
    assert both.when(putting("q", name))


# --- gates before a debate


def test_a_debate_waits_for_the_languages_that_the_rule_asks_for(both: Minutes) -> None:
    both.governed(drafting(languages_before=("debate",)))
    both.given(a.VersionDistributed("tr", "authentic", TURKISH[:1]))
    refused = both.refused(WHOLE)
    assert (refused.rule, refused.facts) == ("document.languages_behind", {"languages": "tr 2"})
    both.given(a.VersionDistributed("tr", "authentic", TURKISH))
    assert both.when(WHOLE)


def test_a_rule_may_name_the_languages_itself(both: Minutes) -> None:
    both.governed(drafting(languages_before=("adoption",), languages=("en", "ru")))
    assert both.refused(WHOLE).facts == {"languages": "ru 3"}


def test_only_authentic_languages_are_waited_for(text: Minutes) -> None:
    text.governed(drafting(languages_before=("adoption",)))
    text.given(a.VersionDistributed("tr", "translation", TURKISH[:1]))
    assert text.when(WHOLE)


def test_a_text_lies_with_the_delegations_for_as_long_as_the_rule_says(both: Minutes) -> None:
    both.governed(drafting(notice="PT12H"))
    refused = both.at("2026-05-20T11:59Z").refused(WHOLE)
    assert (refused.rule, refused.facts) == ("document.notice", {"from": "2026-05-20T12:00Z"})
    assert both.at("2026-05-20T12:00Z").when(WHOLE)


def test_the_notice_runs_from_the_last_of_the_languages(both: Minutes) -> None:
    both.governed(drafting(notice="P14D"))
    both.given(a.VersionDistributed("en", "authentic", (TURKISH[1],)), on="2026-05-01")
    assert both.refused(WHOLE).facts == {"from": "2026-06-03T00:00Z"}


def test_a_translation_starts_no_notice_anew(text: Minutes) -> None:
    text.governed(drafting(notice="PT12H"))
    text.given(a.VersionDistributed("tr", "unofficial", TURKISH), on="2026-05-21")
    assert text.at("2026-05-20T12:00Z").when(WHOLE)


# --- deciding


def settled(*adopted: str, rejected: tuple[str, ...] = (), fallen: Any = ()) -> tuple[Any, ...]:  # noqa: ANN401 - parts of an act
    return adopted, rejected, tuple(fallen)


def what(acts: list[a.ActBody]) -> tuple[Any, ...]:
    (act,) = acts
    assert isinstance(act, a.AmendmentsSettled)
    return act.adopted, act.rejected, act.fallen


def test_what_an_adopted_amendment_excludes_falls(
    both: Minutes, rivals: tuple[str, str, str]
) -> None:
    large, small, other = rivals
    acts = decided(both, putting("q", large), carried=True)
    assert what(acts) == settled(large, fallen=(a.Fallen(small, large, "pre_empted"),))
    assert [fate(both, name) for name in rivals] == ["adopted", "fallen", "tabled"]
    assert both.refusal(putting("r", small)) == "amendment.not_pending"
    assert both.when(putting("r", other))


def test_after_a_rejection_the_next_is_put(both: Minutes, rivals: tuple[str, str, str]) -> None:
    large, small, _ = rivals
    assert what(decided(both, putting("q", large), carried=False)) == settled(rejected=(large,))
    assert what(decided(both, putting("r", small), carried=True)) == settled(small)


def test_one_that_takes_in_an_adopted_one_falls_or_is_put_as_the_rule_says(
    both: Minutes, rivals: tuple[str, str, str]
) -> None:
    large, small, _ = rivals
    first = putting("q", small, departure=EN)
    both.governed(drafting(rivals="put"))
    assert what(decided(both, first, carried=True)) == settled(small)
    assert fate(both, large) == "tabled"


def test_identical_amendments_are_one_vote(both: Minutes) -> None:
    drills = word(both, "o1", "exercises", "drills")
    first = tabled(both, "a1", drills)
    second = tabled(both, "a2", drills, by=("party:tr",))
    marshalled(both)
    (put,) = both.when(putting("q", second))
    assert isinstance(put, a.QuestionPut)
    assert put.amendments == (first, second)
    acts = decided(both, putting("q", first), carried=True)
    assert what(acts) == settled(first, fallen=(a.Fallen(second, first, "identical"),))


def test_identical_amendments_are_rejected_together(both: Minutes) -> None:
    drills = word(both, "o1", "exercises", "drills")
    names = (tabled(both, "a1", drills), tabled(both, "a2", drills, by=("party:tr",)))
    marshalled(both)
    assert what(decided(both, putting("q", names[0]), carried=False)) == settled(rejected=names)


def test_an_adopted_sub_amendment_changes_its_amendment(both: Minutes) -> None:
    parent = tabled(both, "a1", word(both, "o1", "exercises", "drills"))
    sub = tabled(both, "s1", edit("o1", 6, 12, "large drills"), of=parent)
    marshalled(both)
    decided(both, putting("q", sub), carried=True)
    decided(both, putting("r", parent), carried=True)
    (act,) = both.then(CONSOLIDATE)
    assert isinstance(act, a.TextConsolidated)
    assert both.document.words("o1")["en"] == "Holds large drills together;"
    assert act.amendments == (parent, sub)


@pytest.mark.parametrize(("carried", "why"), [(True, "parent_settled"), (False, "parent_rejected")])
def test_with_its_amendment_a_sub_amendment_falls(
    both: Minutes,
    carried: bool,  # noqa: FBT001 - of a table
    why: str,
) -> None:
    parent = tabled(both, "a1", word(both, "o1", "exercises", "drills"))
    sub = tabled(both, "s1", edit("o1", 6, 12, "tests"), of=parent)
    marshalled(both)
    acts = decided(both, putting("q", parent, departure=EN), carried=carried)
    assert what(acts)[2] == (a.Fallen(sub, parent, why),)


def test_with_a_fallen_amendment_its_sub_amendments_fall(
    both: Minutes, rivals: tuple[str, str, str]
) -> None:
    large, small, _ = rivals
    sub = tabled(both, "s1", edit("o1", 6, 12, "tests"), of=small)
    marshalled(both)
    fallen = what(decided(both, putting("q", large), carried=True))[2]
    assert fallen == (
        a.Fallen(small, large, "pre_empted"),
        a.Fallen(sub, small, "parent_rejected"),
    )


def test_rival_sub_amendments_fall_on_their_own_ground(both: Minutes) -> None:
    parent = tabled(both, "a1", word(both, "o1", "exercises", "drills"))
    one = tabled(both, "s1", edit("o1", 6, 12, "tests"), of=parent)
    other = tabled(both, "s2", edit("o1", 6, 12, "games"), of=parent)
    first, second = marshalled(both)[:2]
    assert {first, second} == {one, other}
    assert what(decided(both, putting("q", first), carried=True)) == settled(
        first, fallen=(a.Fallen(second, first, "clash"),)
    )
    assert fate(both, parent) == "tabled"


def test_a_compromise_takes_the_place_of_what_it_replaces(both: Minutes) -> None:
    one = tabled(both, "a1", word(both, "o1", "exercises", "drills"))
    far = tabled(both, "a2", word(both, "o2", "cyber", "all"))
    both_in_one = (word(both, "o1", "exercises", "large drills"), word(both, "o2", "cyber", "new"))
    compromise = tabled(both, "c1", *both_in_one, replaces=(one, far))
    assert marshalled(both)[0] == compromise
    fallen = what(decided(both, putting("q", compromise), carried=True))[2]
    assert {(fall.amendment, fall.why) for fall in fallen} == {
        (one, "replaced"),
        (far, "replaced"),
    }


def test_without_a_quorum_nothing_is_settled(both: Minutes, rivals: tuple[str, str, str]) -> None:
    present = tuple(a.Presence(party) for party in both.meeting.present)
    both.given(a.AttendanceTaken(present, {"reached": False}))
    assert decided(both, putting("q", rivals[0]), carried=True) == []
    assert fate(both, rivals[0]) == "tabled"
    assert both.when(putting("r", rivals[0]))


def test_an_amendment_withdrawn_under_the_vote_is_not_settled_by_it(
    both: Minutes, rivals: tuple[str, str, str]
) -> None:
    large, small, _ = rivals
    (put,) = both.then(putting("q", large))
    assert isinstance(put, a.QuestionPut)
    withdraw = c.WithdrawAmendment(id="w", **HERE, amendment=large, party="party:az")
    both.then(withdraw)
    here: dict[str, Any] = {"on": TODAY, "meeting": THIRD, "decision": put.decision}
    (decision,) = both.then(c.DecideQuestion(id="d", **here))
    assert isinstance(decision, a.QuestionDecided)
    assert (decision.finding["result"], decision.finding["reason"]) == ("dropped", "text_settled")
    assert both.when(putting("r", small))


# --- the text after


def test_consolidation_begins_the_next_reading_in_all_languages(both: Minutes) -> None:
    drills = word(both, "o1", "exercises", "drills")
    name = tabled(both, "a1", drills, word(both, "o1", "tatbikat", "talim", "tr"))
    marshalled(both)
    decided(both, putting("q", name), carried=True)
    (act,) = both.then(CONSOLIDATE)
    assert isinstance(act, a.TextConsolidated)
    assert (act.reading, act.amendments, act.behind) == (2, (name,), {})
    assert both.document.words("o1") == {
        "en": "Holds drills together;",
        "tr": "Birlikte talim yapar;",
    }
    assert (both.document.order, both.document.text.reading) == ((), 2)
    assert both.refusal(tabling("a2", drills)) == "amendment.text_moved"
    assert both.refused(c.WithdrawAmendment(id="w", **HERE, amendment=name, party="party:az")).rule


def test_a_language_without_the_amendments_words_is_behind(both: Minutes) -> None:
    name = tabled(both, "a1", word(both, "o1", "exercises", "drills"))
    new = tabled(both, "a2", adding("o3", "o2", en="Meets."))
    marshalled(both)
    decided(both, putting("q", name, new), carried=True)
    (act,) = both.then(CONSOLIDATE)
    assert isinstance(act, a.TextConsolidated)
    assert act.behind == {"tr": ("o1", "o3")}
    assert both.document.text.languages_behind() == {"tr": ("o1", "o3")}
    both.governed(drafting(languages_before=("adoption",)))
    assert both.refused(WHOLE).facts == {"languages": "tr 2"}
    caught_up = (*TURKISH, a.Unit("o3", "operative", "Toplanır."))
    both.given(a.VersionDistributed("tr", "authentic", caught_up))
    assert both.when(WHOLE)


def test_the_whole_is_put_when_all_is_settled_and_in_the_text(
    both: Minutes, rivals: tuple[str, str, str]
) -> None:
    refused = both.refused(WHOLE)
    told = {"count": "3", "numbers": "1, 2, 3"}
    assert (refused.rule, refused.facts) == ("document.amendments_pending", told)
    assert both.refusal(CONSOLIDATE) == "document.amendments_pending"
    decided(both, putting("q", rivals[0]), carried=True)
    decided(both, putting("r", rivals[2]), carried=False)
    assert both.refusal(WHOLE) == "document.not_consolidated"
    both.then(CONSOLIDATE)
    acts = decided(both, WHOLE, carried=True)
    assert isinstance(acts[0], a.TextAdopted)
    assert {p.unit for p in acts if isinstance(p, a.CommitmentMade)} == {"o2"}


def test_where_nothing_was_adopted_there_is_nothing_to_consolidate(
    both: Minutes, rivals: tuple[str, str, str]
) -> None:
    for number, name in enumerate(rivals):
        decided(both, putting(f"q{number}", name), carried=False)
    assert both.refusal(CONSOLIDATE) == "document.nothing_adopted"
    assert both.when(WHOLE)


def test_what_never_had_its_signatures_does_not_hold_the_text_up(both: Minutes) -> None:
    both.governed(drafting(signatures=2))
    alone = tabled(both, "a1", Drop("o2"))
    two = tabled(both, "a2", edit("o1", 0, 5, "Has"), by=("party:az", "party:kz"))
    assert marshalled(both) == [two]
    decided(both, putting("q", two), carried=True)
    lapsed, consolidated = both.then(CONSOLIDATE)
    assert lapsed == a.AmendmentsSettled("", (), (), (a.Fallen(alone, "", "signatures"),))
    assert isinstance(consolidated, a.TextConsolidated)


def test_what_lapses_with_adoption_is_said(both: Minutes) -> None:
    both.governed(drafting(signatures=2))
    alone = tabled(both, "a1", Drop("o1"))
    lapsed, adopted = decided(both, WHOLE, carried=True)[:2]
    assert lapsed == a.AmendmentsSettled("", (), (), (a.Fallen(alone, "", "signatures"),))
    assert isinstance(adopted, a.TextAdopted)


# --- paragraphs


def test_a_paragraph_is_voted_on_separately_and_kept_or_struck(both: Minutes) -> None:
    kept = decided(both, putting("q", units=("o1",)), carried=True)
    struck = decided(both, putting("r", units=("o2",)), carried=False)
    assert [(p.units, p.kept) for p in (*kept, *struck) if isinstance(p, a.ParagraphsDecided)] == [
        (("o1",), True),
        (("o2",), False),
    ]
    assert both.refusal(putting("s", units=("o1",))) == "vote.paragraph_decided"
    assert both.refusal(WHOLE) == "document.not_consolidated"
    (act,) = both.then(CONSOLIDATE)
    assert isinstance(act, a.TextConsolidated)
    assert [unit.unit for unit in act.units] == ["p1", "o1"]
    assert both.when(putting("s", units=("o1",)))


def test_paragraphs_are_voted_on_once_no_amendment_waits(
    both: Minutes, rivals: tuple[str, str, str]
) -> None:
    put = putting("q", units=("o2",))
    assert both.refusal(put) == "document.amendments_pending"
    decided(both, putting("r", rivals[0]), carried=True)
    decided(both, putting("s", rivals[2]), carried=True)
    decided(both, put, carried=False)
    (act,) = both.then(CONSOLIDATE)
    assert isinstance(act, a.TextConsolidated)
    assert [unit.unit for unit in act.units] == ["p1"]
    assert act.behind == {}
    assert both.refusal(WHOLE) == "document.no_operative"


def test_a_struck_section_goes_with_all_below_it(text: Minutes) -> None:
    section = a.Unit("s", "section", "S", (a.Unit("o1", "operative", "One."),))
    text.given(a.VersionDistributed("en", "authentic", (section, a.Unit("o2", "operative", "T."))))
    decided(text, putting("q", units=("s",)), carried=False)
    (act,) = text.then(CONSOLIDATE)
    assert isinstance(act, a.TextConsolidated)
    assert act.units == (Unit("o2", "operative", {"en": "T."}),)
