"""Documents: one symbol, parallel languages, tagged paragraphs."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.procedure.text import parallel
from tests.procedure.minutes import UNITS, Minutes

EN = {"en": "Name"}
ID: dict[str, Any] = {"id": "c1", "on": "2026-05-01"}
TABLE = c.TableDocument(**ID, kind="recommendation", names=EN)
HERE: dict[str, Any] = {**ID, "document": "document:rec"}
TURKISH = tuple(a.Unit(unit.unit, unit.kind, f"TR {unit.words}") for unit in UNITS)
FILE = a.Attachment("0" * 64, "scan.pdf", "application/pdf", 1000)


def symbol_of(minutes: Minutes, command: c.TableDocument) -> str:
    (tabled,) = minutes.when(command)
    assert isinstance(tabled, a.DocumentTabled)
    return tabled.symbol


def distributing(language: str, units: tuple[a.Unit, ...], **parts: Any) -> c.DistributeVersion:  # noqa: ANN401 - parts of a version
    given: dict[str, Any] = {"standing": "translation", **parts}
    return c.DistributeVersion(**HERE, language=language, units=units, **given)


def test_a_document_is_tabled_with_its_text_in_several_languages(assembly: Minutes) -> None:
    versions = (
        c.FirstVersion("en", "authentic", UNITS),
        c.FirstVersion("tr", "translation", TURKISH),
    )
    tabled, *texts = assembly.when(
        c.TableText(**ID, kind="communique", names=EN, versions=versions)
    )
    assert isinstance(tabled, a.DocumentTabled)
    assert texts == [
        a.VersionDistributed("en", "authentic", UNITS),
        a.VersionDistributed("tr", "translation", TURKISH),
    ]


def test_a_text_whose_languages_do_not_match_is_not_tabled_at_all(assembly: Minutes) -> None:
    longer = (*TURKISH, a.Unit("o9", "operative", "TR"))
    versions = (
        c.FirstVersion("en", "authentic", UNITS),
        c.FirstVersion("tr", "translation", longer),
    )
    command = c.TableText(**ID, kind="communique", names=EN, versions=versions)
    assert assembly.refusal(command) == "document.not_aligned"


def test_a_document_is_tabled_under_the_next_free_symbol(assembly: Minutes) -> None:
    document = new_id("document", "c1")
    assert assembly.acted(TABLE) == [
        a.Acted(
            document,
            "public",
            "2026-05-01",
            a.DocumentTabled(document, "recommendation", "REC/001/2026", EN, (), None, None, ()),
        ),
    ]


def test_symbols_count_up_within_their_kind_and_year(assembly: Minutes) -> None:
    assembly.knowing(symbols=frozenset({"REC/007/2026/FINAL", "REC/009/2025", "DECL/011/2026"}))
    assert symbol_of(assembly, TABLE) == "REC/008/2026"


@pytest.mark.parametrize(
    ("pattern", "given", "following"),
    [
        ("R{number}/{year}", "R9/2026", "R10/2026"),
        ("{year}-{number:02}", "2026-99", "2026-100"),
        ("000/{number:03}", "000/041", "000/042"),
        ("No. {number} (R+)", "No. 3 (R+)", "No. 4 (R+)"),
    ],
)
def test_symbols_count_up_however_a_body_writes_them(
    minutes: Minutes, pattern: str, given: str, following: str
) -> None:
    founded = a.AssemblyFounded("a", EN, "A", (), "UTC", symbols={"recommendation": pattern})
    minutes.given(founded).knowing(symbols=frozenset({given}))
    assert symbol_of(minutes, TABLE) == following


def test_a_kind_without_a_pattern_has_no_symbol(assembly: Minutes) -> None:
    assert symbol_of(assembly, replace(TABLE, kind="report")) == ""


def test_a_document_entered_after_the_fact_is_given_no_symbol(assembly: Minutes) -> None:
    assert symbol_of(assembly, replace(TABLE, after_the_fact=True)) == ""


def test_a_symbol_is_given_once(assembly: Minutes) -> None:
    assembly.knowing(symbols=frozenset({"DOC/1"}))
    assert assembly.refusal(replace(TABLE, symbol=" DOC/1 ")) == "document.symbol_taken"


def test_who_tables_a_document_is_known(assembly: Minutes) -> None:
    assert assembly.refusal(replace(TABLE, by=("party:x",))) == "register.party_unknown"
    assert assembly.when(replace(TABLE, by=("party:az", "organ:defence")))


def test_language_versions_are_the_same_paragraphs(text: Minutes) -> None:
    assert text.then(distributing("tr", TURKISH)) == [
        a.VersionDistributed("tr", "translation", TURKISH),
    ]
    assert text.document.languages == ("en", "tr")
    assert text.document.words("o1") == {
        "en": "Holds exercises together;",
        "tr": "TR Holds exercises together;",
    }


def test_a_version_that_is_not_aligned_says_how_many_paragraphs_are_where(text: Minutes) -> None:
    other = (replace(TURKISH[0], kind="operative"), *TURKISH[1:])
    assert text.refused(distributing("tr", other)).facts == {"here": "3", "there": "3"}
    more = (*TURKISH, a.Unit("o3", "operative", "More."))
    assert text.refused(distributing("tr", more)).facts == {"here": "4", "there": "3"}


def test_the_first_version_may_be_written_anew(text: Minutes) -> None:
    more = (*UNITS, a.Unit("o3", "operative", "More."))
    text.then(distributing("tr", TURKISH))
    text.then(distributing("en", more, standing="authentic"))
    assert [unit.unit for unit in text.document.units] == ["p1", "o1", "o2", "o3"]
    assert text.document.languages == ("en", "tr")


def test_a_version_may_be_a_file_alone(text: Minutes) -> None:
    assert text.then(distributing("ru", (), file=FILE)) == [
        a.VersionDistributed("ru", "translation", (), FILE),
    ]
    assert text.document.units == parallel("en", UNITS)


@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (distributing("tr", ()), "document.version_empty"),
        (distributing("tr", TURKISH, standing="sworn"), "document.standing_unknown"),
        (distributing("tr", (TURKISH[0], TURKISH[0])), "document.unit_twice"),
        (distributing("tr", (a.Unit("x", "verse", "."),)), "document.unit_kind_unknown"),
    ],
)
def test_a_version_has_a_standing_and_paragraphs_each_once(
    text: Minutes, command: c.Command, rule: str
) -> None:
    assert text.refusal(command) == rule


def test_operative_paragraphs_are_tagged(text: Minutes) -> None:
    tags = (a.ParagraphTags("o1", ("tag:cybersecurity",), "2027"),)
    tagging = c.TagParagraphs(**HERE, paragraphs=tags)
    assert text.then(tagging) == [a.ParagraphsTagged(tags)]
    assert text.document.paragraphs == {"o1": tags[0]}


@pytest.mark.parametrize(
    ("tags", "rule"),
    [
        (a.ParagraphTags("p1", ()), "document.unit_unknown"),
        (a.ParagraphTags("o9", ()), "document.unit_unknown"),
        (a.ParagraphTags("o1", ("tag:x",)), "register.tag_unknown"),
        (a.ParagraphTags("o1", (), "soon"), "act.when"),
    ],
)
def test_tags_are_known_and_of_operative_paragraphs(
    text: Minutes, tags: a.ParagraphTags, rule: str
) -> None:
    assert text.refusal(c.TagParagraphs(**HERE, paragraphs=(tags,))) == rule


def test_an_adoption_of_the_past_is_entered(text: Minutes) -> None:
    record = c.RecordAdoption(**HERE, meeting="meeting:defence-3")
    adopted = a.TextAdopted("meeting:defence-3", None, "REC/001/2026")
    assert text.when(record) == [adopted]
    named = text.then(replace(record, symbol="REC/1"))
    assert named == [a.TextAdopted("meeting:defence-3", None, "REC/1")]
    assert (text.document.state, text.document.symbol) == ("adopted", "REC/1")


def test_an_adoption_of_the_past_takes_nobody_elses_symbol(text: Minutes) -> None:
    text.knowing(symbols=frozenset({"REC/1"}))
    record = c.RecordAdoption(**HERE, meeting="meeting:defence-3", symbol="REC/1")
    assert text.refusal(record) == "document.symbol_taken"


def test_an_adopted_or_withdrawn_text_changes_no_more(text: Minutes) -> None:
    withdraw = c.WithdrawDocument(**HERE, reason=EN)
    assert text.then(withdraw) == [a.DocumentWithdrawn(EN)]
    assert text.refused(withdraw).facts == {"state": "withdrawn"}
    assert text.refusal(distributing("tr", TURKISH)) == "document.settled"


def test_a_document_must_be_known(assembly: Minutes) -> None:
    assert assembly.refusal(c.WithdrawDocument(**HERE)) == "document.unknown"
    assert assembly.refusal(c.ChangeMarking(**HERE)) == "document.unknown"


def test_a_marking_is_changed_at_any_time(text: Minutes) -> None:
    mark = c.ChangeMarking(**HERE, audience="members")
    marked = a.Acted("document:rec", "members", "2026-05-01", a.MarkingChanged())
    assert text.acted(mark) == [marked]
    text.given(a.TextAdopted("meeting:defence-3", None, ""), a.MarkingChanged(), audience="members")
    (withdrawn,) = text.acted(c.ChangeMarking(**HERE))
    assert withdrawn.audience == "public"


def test_what_follows_on_a_document_is_seen_by_those_who_see_it(text: Minutes) -> None:
    text.given(a.MarkingChanged(), audience="members")
    (distributed,) = text.acted(distributing("tr", TURKISH))
    assert distributed.audience == "members"
