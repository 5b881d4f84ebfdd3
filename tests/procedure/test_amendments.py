"""Amendments: tabled against one frozen text, translated, sponsored, withdrawn."""

from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.amendment import complete_in
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import Unit
from tests.procedure.drafts import (
    HERE,
    THIRD,
    adding,
    drafting,
    edit,
    fate,
    marshalled,
    named,
    tabled,
    tabling,
    word,
)
from tests.procedure.minutes import Minutes

DRILLS = edit("o1", 6, 15, "drills")
REASON = {"en": "Clearer."}


def translating(name: str, language: str = "tr", **parts: Any) -> c.TranslateAmendment:  # noqa: ANN401 - parts of a command
    return c.TranslateAmendment(id="t", **HERE, amendment=named(name), language=language, **parts)


def sponsoring(name: str, party: str) -> c.SponsorAmendment:
    return c.SponsorAmendment(id=f"{name} {party}", **HERE, amendment=named(name), party=party)


def withdrawing(name: str, party: str = "party:az") -> c.WithdrawAmendment:
    return c.WithdrawAmendment(id="w", **HERE, amendment=named(name), party=party, reason=REASON)


# --- tabling


def test_an_amendment_is_numbered_in_the_order_of_tabling(both: Minutes) -> None:
    assert both.then(tabling("a1", DRILLS, by=("party:kz", "party:kz"), reason=REASON)) == [
        a.AmendmentTabled(named("a1"), 1, ("party:kz",), "en", 1, (DRILLS,), reason=REASON),
    ]
    (second,) = both.then(tabling("a2", Drop("o2")))
    assert isinstance(second, a.AmendmentTabled)
    assert second.number == 2


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ((), "amendment.empty"),
        ((edit("o9", 0, 1, "x"),), "amendment.unit_unknown"),
        ((edit("o1", 0, 900, "x"),), "amendment.out_of_range"),
        ((edit("o1", 0, 5, "x"), edit("o1", 2, 7, "y")), "amendment.overlaps"),
        ((Move("o1", "o1", None),), "amendment.into_itself"),
        ((adding("o2", None, en="Again."),), "amendment.unit_twice"),
        ((Add(None, None, (Unit("v", "verse", {"en": "V."}),)),), "document.unit_kind_unknown"),
    ],
)
def test_an_amendment_can_be_made_to_the_text(
    both: Minutes, changes: tuple[Change, ...], rule: str
) -> None:
    assert both.refusal(tabling("a1", *changes)) == rule


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ({"by": ()}, "amendment.by_missing"),
        ({"by": ("party:az", "party:hu")}, "meeting.may_not_propose"),
        ({"language": "ru"}, "amendment.language_unknown"),
        ({"reading": 2}, "amendment.text_moved"),
        ({"of": "amendment:x"}, "amendment.unknown"),
        ({"replaces": ("amendment:x",)}, "amendment.unknown"),
    ],
)
def test_an_amendment_is_of_who_may_propose_to_the_text_as_it_stands(
    both: Minutes, parts: dict[str, Any], rule: str
) -> None:
    assert both.refusal(tabling("a1", DRILLS, **parts)) == rule


def test_an_adopted_text_is_not_amended(both: Minutes) -> None:
    both.given(a.TextAdopted(THIRD, None, ""))
    assert both.refused(tabling("a1", DRILLS)).facts == {"state": "adopted"}


def test_a_document_without_a_text_is_not_amended(sitting: Minutes) -> None:
    sitting.given(a.DocumentTabled("document:rec", "report", "", REASON, (), THIRD, None, ()))
    assert sitting.refusal(tabling("a1", DRILLS)) == "document.no_text"


def test_new_words_are_kept_composed(both: Minutes) -> None:
    (act,) = both.when(tabling("a1", edit("o1", 6, 15, "o\N{COMBINING DIAERESIS}l")))
    assert isinstance(act, a.AmendmentTabled)
    assert act.changes == (edit("o1", 6, 15, "öl"),)
    added = both.when(tabling("a2", adding("o3", "o2", en="a\N{COMBINING DIAERESIS}")))[0]
    assert isinstance(added, a.AmendmentTabled)
    assert added.changes == (adding("o3", "o2", en="ä"),)


def test_a_new_paragraph_is_nobody_elses_unless_the_amendments_are_the_same(
    both: Minutes,
) -> None:
    more = adding("o3", "o2", en="Meets yearly.")
    tabled(both, "a1", more)
    assert both.when(tabling("a2", more, by=("party:tr",)))
    other = adding("o3", "o2", en="Meets monthly.")
    assert both.refused(tabling("a2", other)).facts == {"unit": "o3"}


@pytest.mark.parametrize("span", ["P1D", "P2W", "P1M"])
def test_amendments_come_so_long_before_the_meeting(both: Minutes, span: str) -> None:
    both.governed(drafting(deadline=span))
    assert both.refusal(tabling("a1", DRILLS)) == "amendment.late"


def test_the_last_day_is_said_and_answers_to_what_was_in_time_are_not_bound(
    both: Minutes,
) -> None:
    parent = tabled(both, "a1", DRILLS)
    both.governed(drafting(deadline="P1D"))
    assert both.refused(tabling("a2", DRILLS)).facts == {"day": "2026-05-19"}
    assert both.when(tabling("a2", DRILLS, replaces=(parent,)))
    assert both.when(tabling("a2", edit("o1", 6, 12, "tests"), of=parent))


def test_one_of_language_concerns_words_of_one_language(both: Minutes) -> None:
    turkish = word(both, "o1", "tatbikat", "talim", "tr")
    name = tabled(both, "a1", turkish, language="tr", linguistic=True)
    assert complete_in(both.document.proposals[name], ("en", "tr")) == {"en", "tr"}
    for changes in ((Drop("o1"),), (turkish, DRILLS)):
        refused = both.refusal(tabling("a2", *changes, linguistic=True))
        assert refused == "amendment.not_linguistic"


# --- sub-amendments


@pytest.fixture
def parent(both: Minutes) -> str:
    """ "Holds drills together;"."""
    return tabled(both, "a1", DRILLS)


def test_a_sub_amendment_is_against_the_text_as_its_parent_makes_it(
    both: Minutes, parent: str
) -> None:
    (act,) = both.then(tabling("s1", edit("o1", 6, 12, "large drills"), of=parent))
    assert isinstance(act, a.AmendmentTabled)
    assert (act.of, act.number) == (parent, 2)
    late = edit("o1", 6, 23, "x")
    assert both.refusal(tabling("s2", late, of=parent)) == "amendment.out_of_range"


def test_a_sub_amendment_stays_within_what_its_parent_changes(both: Minutes, parent: str) -> None:
    beyond = edit("o2", 0, 6, "Tells")
    assert both.refusal(tabling("s1", beyond, of=parent)) == "amendment.outside_parent"


def test_there_is_one_level_of_sub_amendments(both: Minutes, parent: str) -> None:
    sub = tabled(both, "s1", edit("o1", 6, 12, "tests"), of=parent)
    deeper = tabling("s2", edit("o1", 6, 11, "games"), of=sub)
    assert both.refusal(deeper) == "amendment.one_level"


def test_a_body_may_know_no_sub_amendments(both: Minutes, parent: str) -> None:
    both.governed(drafting(sub_amendments=False))
    sub = tabling("s1", edit("o1", 6, 12, "tests"), of=parent)
    assert both.refusal(sub) == "amendment.no_subs"


def test_a_compromise_takes_the_place_of_amendments_to_the_same_text(
    both: Minutes, parent: str
) -> None:
    sub = tabled(both, "s1", edit("o1", 6, 12, "tests"), of=parent)
    assert both.when(tabling("c1", DRILLS, replaces=(parent,)))
    assert both.refusal(tabling("c1", DRILLS, replaces=(sub,))) == "amendment.replaces_other"


# --- translations


def test_an_amendment_is_translated_edit_by_edit(both: Minutes, parent: str) -> None:
    turkish = word(both, "o1", "tatbikat", "talim", "tr")
    assert complete_in(both.document.proposals[parent], ("en", "tr")) == {"en"}
    assert both.then(translating("a1", edits=(turkish,))) == [
        a.AmendmentTranslated(parent, "tr", (turkish,)),
    ]
    assert both.document.proposals[parent].changes == (DRILLS, turkish)
    assert complete_in(both.document.proposals[parent], ("en", "tr")) == {"en", "tr"}


def test_a_later_translation_replaces_an_earlier_one(both: Minutes, parent: str) -> None:
    both.then(translating("a1", edits=(word(both, "o1", "tatbikat", "talim", "tr"),)))
    better = word(both, "o1", "tatbikat", "manevra", "tr")
    both.then(translating("a1", edits=(better,)))
    assert both.document.proposals[parent].changes == (DRILLS, better)


def test_new_paragraphs_are_given_their_words(both: Minutes) -> None:
    below = Unit("o3a", "point", {"en": "yearly;"})
    name = tabled(
        both, "a1", Add(None, "o2", (Unit("o3", "operative", {"en": "Meets:"}, (below,)),))
    )
    partly = translating("a1", words={"o3": "Toplanır:"})
    assert both.refused(partly).facts == {"count": "1"}
    both.then(translating("a1", words={"o3": "Toplanır:", "o3a": "her yıl;"}))
    (change,) = both.document.proposals[name].changes
    assert isinstance(change, Add)
    assert change.units[0].words == {"en": "Meets:", "tr": "Toplanır:"}
    assert change.units[0].below[0].words == {"en": "yearly;", "tr": "her yıl;"}


def test_that_nothing_changes_in_a_language_is_said(both: Minutes, parent: str) -> None:
    assert both.refusal(translating("a1")) == "amendment.translation_empty"
    both.then(translating("a1", unchanged=True))
    assert complete_in(both.document.proposals[parent], ("en", "tr")) == {"en", "tr"}


def test_a_deletion_needs_no_translation(both: Minutes) -> None:
    name = tabled(both, "a1", Drop("o2"))
    assert complete_in(both.document.proposals[name], ("en", "tr")) == {"en", "tr"}


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (translating("a1", "ru", unchanged=True), "amendment.language_unknown"),
        (translating("a1", "en", unchanged=True), "amendment.own_language"),
        (translating("a1", edits=(DRILLS,)), "amendment.other_language"),
        (translating("a1", words={"o2": "x"}), "amendment.not_added"),
        (translating("a1", edits=(edit("o2", 0, 5, "x", "tr"),)), "amendment.not_edited"),
        (translating("a1", edits=(edit("o1", 0, 900, "x", "tr"),)), "amendment.out_of_range"),
        (translating("a9", unchanged=True), "amendment.unknown"),
    ],
)
@pytest.mark.usefixtures("parent")
def test_a_translation_says_what_the_amendment_says(
    both: Minutes, command: c.Command, rule: str
) -> None:
    assert both.refusal(command) == rule


def test_a_sub_amendment_is_translated_on_its_own_ground(both: Minutes, parent: str) -> None:
    both.then(translating("a1", edits=(word(both, "o1", "tatbikat", "talim", "tr"),)))
    tabled(both, "s1", edit("o1", 6, 12, "tests"), of=parent)
    assert both.when(translating("s1", edits=(Edit("o1", "tr", 9, 14, "deneme"),)))
    long = Edit("o1", "tr", 9, 23, "deneme")
    assert both.refusal(translating("s1", edits=(long,))) == "amendment.out_of_range"


def test_a_sub_amendment_edits_only_languages_that_its_parent_is_worded_in(
    both: Minutes, parent: str
) -> None:
    early = word(both, "o1", "tatbikat", "talim", "tr")
    sub = tabling("s1", early, of=parent, language="tr")
    assert both.refusal(sub) == "amendment.outside_parent"
    tabled(both, "s2", edit("o1", 6, 12, "tests"), of=parent)
    assert both.refusal(translating("s2", edits=(early,))) == "amendment.outside_parent"
    both.then(translating("a1", unchanged=True))
    assert both.when(sub)
    assert both.when(translating("s2", edits=(early,)))


def test_a_wording_that_a_sub_amendment_edits_is_not_translated_again(
    both: Minutes, parent: str
) -> None:
    both.then(translating("a1", edits=(word(both, "o1", "tatbikat", "talim", "tr"),)))
    tabled(both, "s1", Edit("o1", "tr", 9, 14, "deneme"), of=parent, language="tr")
    again = translating("a1", edits=(word(both, "o1", "tatbikat", "manevra", "tr"),))
    refused = both.refused(again)
    assert (refused.rule, refused.facts["numbers"]) == ("document.amendments_pending", "2")
    both.then(withdrawing("s1"))
    assert both.when(again)


# --- sponsors and withdrawal


def test_parties_that_may_propose_join_once(both: Minutes, parent: str) -> None:
    assert both.then(sponsoring("a1", "party:kz")) == [a.AmendmentSponsored(parent, "party:kz")]
    assert both.document.proposals[parent].signatures == 2
    assert both.refusal(sponsoring("a1", "party:kz")) == "amendment.sponsored_already"
    assert both.refusal(sponsoring("a1", "party:az")) == "amendment.sponsored_already"
    assert both.refusal(sponsoring("a1", "party:hu")) == "meeting.may_not_propose"


def test_who_tabled_an_amendment_withdraws_it(both: Minutes, parent: str) -> None:
    assert both.refusal(withdrawing("a1", "party:kz")) == "amendment.not_yours"
    assert both.then(withdrawing("a1")) == [a.AmendmentWithdrawn(parent, REASON)]
    assert fate(both, parent) == "withdrawn"
    assert both.refused(withdrawing("a1")).facts == {"number": "1"}
    assert both.refusal(sponsoring("a1", "party:kz")) == "amendment.not_pending"


def test_with_an_amendment_go_those_that_would_have_amended_it(both: Minutes, parent: str) -> None:
    sub = tabled(both, "s1", edit("o1", 6, 12, "tests"), of=parent)
    fallen = (a.Fallen(sub, parent, "parent_settled"),)
    assert both.then(withdrawing("a1"))[1:] == [a.AmendmentsSettled("", (), (), fallen)]
    assert fate(both, sub) == "fallen"


def test_what_was_withdrawn_is_taken_over_by_being_tabled_again(both: Minutes) -> None:
    more = adding("o3", "o2", en="Meets.")
    tabled(both, "a1", more)
    both.then(withdrawing("a1"))
    again = tabled(both, "a2", more, by=("party:kz",))
    assert both.document.proposals[again].number == 2
    assert marshalled(both) == [again]
