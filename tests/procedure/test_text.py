"""The text: one tree in all its languages, what is missing and what does not follow."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.text import Text, operative, parallel, with_consolidation, with_version
from kurultai.texts.unit import Unit
from tests.procedure.drafts import HERE, TURKISH, tabled, word
from tests.procedure.minutes import UNITS, Minutes

NESTED = (
    a.Unit("h", "heading", "Recommendation"),
    a.Unit("p1", "preamble", "Recalling Baku,"),
    a.Unit(
        "s1",
        "section",
        "Exercises",
        (
            a.Unit("o1", "operative", "Holds:", (a.Unit("o1a", "point", "exercises;"),)),
            a.Unit("o2", "operative", "Shares."),
        ),
    ),
    a.Unit("s2", "section", "Rest", (a.Unit("o3", "operative", "Meets."),)),
    a.Unit("x", "annex", "Plan", (a.Unit("x1", "operative", "First."),)),
)


def distributing(language: str, units: tuple[a.Unit, ...], **parts: Any) -> c.DistributeVersion:  # noqa: ANN401 - parts of a version
    given: dict[str, Any] = {"id": "v", "standing": "translation", **parts}
    return c.DistributeVersion(**HERE, language=language, units=units, **given)


def version(text: Text, language: str, *units: a.Unit) -> Text:
    return with_version(text, a.VersionDistributed(language, "authentic", units))


def test_each_unit_has_its_words_in_every_language(both: Minutes) -> None:
    assert both.document.units[1] == Unit(
        "o1",
        "operative",
        {"en": "Holds exercises together;", "tr": "Birlikte tatbikat yapar;"},
    )
    assert both.document.text.standings == {"en": "authentic", "tr": "authentic"}
    assert both.document.text.reading == 1


def test_a_language_may_have_gaps_and_they_are_shown(text: Minutes) -> None:
    text.then(distributing("tr", TURKISH[:1]))
    assert text.document.text.languages_behind() == {"tr": ("o1", "o2")}


def test_a_language_version_takes_the_place_of_an_earlier_one(both: Minutes) -> None:
    both.then(distributing("tr", TURKISH[1:]))
    assert both.document.text.behind("tr") == ("p1",)


def test_rewording_the_first_language_leaves_the_others_behind_there(both: Minutes) -> None:
    reworded = (UNITS[0], replace(UNITS[1], words="Holds more exercises;"), UNITS[2])
    both.then(distributing("en", reworded))
    assert both.document.text.reading == 1
    assert both.document.text.languages_behind() == {"tr": ("o1",)}
    both.then(distributing("tr", TURKISH))
    assert both.document.text.languages_behind() == {}


def test_a_new_structure_begins_a_new_reading_and_keeps_the_other_languages(both: Minutes) -> None:
    both.then(distributing("en", (*UNITS, a.Unit("o3", "operative", "More."))))
    assert both.document.text.reading == 2
    assert both.document.text.languages_behind() == {"tr": ("o3",)}
    assert both.document.words("o1")["tr"] == "Birlikte tatbikat yapar;"


def test_a_unit_of_another_language_stands_where_it_stands_in_the_first(text: Minutes) -> None:
    text.given(a.VersionDistributed("en", "authentic", NESTED))
    elsewhere = (a.Unit("s2", "section", "Kalan", (a.Unit("o2", "operative", "Paylaşır."),)),)
    assert text.refusal(distributing("tr", elsewhere)) == "document.not_aligned"
    there = (a.Unit("s1", "section", "Tatbikat", (a.Unit("o2", "operative", "Paylaşır."),)),)
    text.then(distributing("tr", there))
    assert text.document.words("o2") == {"en": "Shares.", "tr": "Paylaşır."}


def test_a_unit_stands_in_a_version_once_at_any_depth(text: Minutes) -> None:
    twice = (a.Unit("s", "section", "S", (a.Unit("o1", "operative", "One."),)), UNITS[1])
    assert text.refusal(distributing("en", twice)) == "document.unit_twice"


def test_words_are_kept_composed(text: Minutes) -> None:
    apart = (a.Unit("p1", "preamble", "o\N{COMBINING DIAERESIS}g\N{COMBINING BREVE}"),)
    (act,) = text.then(distributing("tr", apart))
    assert isinstance(act, a.VersionDistributed)
    assert act.units[0].words == "öğ"
    assert text.document.words("p1")["tr"] == "öğ"


def test_operative_paragraphs_are_numbered_through_sections_and_not_into_annexes() -> None:
    units = parallel("en", NESTED)
    assert [(n, unit.unit) for n, unit in operative(units)] == [(1, "o1"), (2, "o2"), (3, "o3")]


def test_pledges_bear_the_numbers_that_the_text_prints(text: Minutes) -> None:
    text.given(a.VersionDistributed("en", "authentic", NESTED))
    put = c.PutQuestion(id="q", **HERE, meeting="meeting:defence-3", question={"en": "?"})
    (question,) = text.then(put)
    assert isinstance(question, a.QuestionPut)
    here: dict[str, Any] = {"on": "2026-05-20", "meeting": "meeting:defence-3"}
    for party in question.entitled:
        give = c.GivePosition(
            id=party, **here, decision=question.decision, party=party, choice="yes"
        )
        text.then(give)
    acts = text.then(c.DecideQuestion(id="d", **here, decision=question.decision))
    pledged = {(p.number, p.unit) for p in acts if isinstance(p, a.CommitmentMade)}
    assert pledged == {(1, "o1"), (2, "o2"), (3, "o3")}


# --- behind: what one language owes another


EN_1, EN_2 = a.Unit("u", "operative", "Urges."), a.Unit("u", "operative", "Calls on.")
TR_1, TR_2 = a.Unit("u", "operative", "Çağırır."), a.Unit("u", "operative", "Davet eder.")


def test_the_first_language_that_catches_up_leaves_nobody_behind() -> None:
    text = version(version(Text(), "en", EN_1), "tr", TR_1)
    there = (Unit("u", "operative", {"en": "Urges.", "tr": "Davet eder."}),)
    text = with_consolidation(text, a.TextConsolidated(2, (), there, {"en": ("u",)}))
    assert text.languages_behind() == {"en": ("u",)}
    text = version(text, "en", EN_2)
    assert (text.reading, text.languages_behind()) == (2, {})


def test_a_language_that_is_a_file_alone_is_not_counted_as_behind() -> None:
    text = version(Text(), "en", EN_1)
    text = with_version(text, a.VersionDistributed("ru", "translation", ()))
    assert text.languages == ("en", "ru")
    assert text.languages_behind() == {}
    assert text.behind("ru") == ("u",)


def test_a_file_that_came_first_leaves_the_lead_to_the_first_text() -> None:
    text = with_version(Text(), a.VersionDistributed("ru", "authentic", ()))
    assert (text.first, text.reading) == ("", 0)
    text = version(text, "tr", TR_1)
    assert (text.first, text.reading, text.languages) == ("tr", 1, ("tr", "ru"))


def test_staleness_goes_with_the_unit() -> None:
    text = version(version(version(Text(), "en", EN_1), "tr", TR_1), "en", EN_2)
    assert text.languages_behind() == {"tr": ("u",)}
    text = version(text, "en", a.Unit("v", "operative", "Other."))
    assert text.stale == {"tr": frozenset()}


# --- while amendments wait


def test_words_that_a_waiting_amendment_edits_stay_as_they_are(both: Minutes) -> None:
    tabled(both, "a1", word(both, "o1", "tatbikat", "eğitim", "tr"), language="tr")
    reworded = (*TURKISH[:1], replace(TURKISH[1], words="Tatbikat yapar;"), TURKISH[2])
    assert both.refused(distributing("tr", reworded)).facts == {"count": "1", "numbers": "1"}
    elsewhere = (replace(TURKISH[0], words="Hatırlayarak,"), *TURKISH[1:])
    assert both.when(distributing("tr", elsewhere))
    assert both.when(distributing("en", (replace(UNITS[0], words="Noting,"), *UNITS[1:])))


def test_a_structure_stays_while_amendments_to_it_wait(both: Minutes) -> None:
    tabled(both, "a1", word(both, "o1", "exercises", "drills"))
    more = (*UNITS, a.Unit("o3", "operative", "More."))
    assert both.refusal(distributing("en", more)) == "document.amendments_pending"


@pytest.mark.parametrize("adoption", [c.RecordAdoption(id="r", **HERE, meeting="meeting:x")])
def test_no_adoption_is_entered_while_amendments_wait(
    both: Minutes, adoption: c.RecordAdoption
) -> None:
    tabled(both, "a1", word(both, "o1", "exercises", "drills"))
    assert both.refusal(adoption) == "document.amendments_pending"
