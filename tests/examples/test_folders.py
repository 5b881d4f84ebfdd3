"""The example folders are whole: they decode, point nowhere in vain, and cite what they say."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kurultai.cli.folder import Folder, MeetingTable, SourceTable, Words
from kurultai.procedure.when import read_when

EXAMPLES = Path(__file__).parents[2] / "examples"
INTERFACE = {"az", "kk", "ky", "tr", "uz", "tk", "hu", "ru", "en"}
CYRILLIC = {"kk", "ky", "ru"}
RULES = {
    "turkpa": {"plenary", "council", "commission", "chairs_meeting"},
    "baltic": {"session", "presidium"},
}
DATED = {"since", "until", "founded", "opened", "when", "decided", "settled"}


def merged(name: str) -> dict[str, Any]:
    tables: dict[str, Any] = {}
    for file in sorted((EXAMPLES / name).glob("*.toml")):
        for table, rows in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if isinstance(rows, list):
                tables[table] = tables.get(table, []) + rows
            else:
                assert table not in tables, f"[{table}] stands twice"
                tables[table] = rows
    return tables


@pytest.fixture(params=sorted(RULES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(name: str) -> Folder:
    return msgspec.convert(merged(name), Folder)


def within(node: object) -> Iterator[object]:
    """The table and every table, list and value inside it."""
    yield node
    if isinstance(node, msgspec.Struct):
        children: list[object] = [getattr(node, field) for field in node.__struct_fields__]
    elif isinstance(node, (tuple, list)):
        children = list(node)
    else:
        children = []
    for child in children:
        yield from within(child)


def all_words(folder: Folder) -> list[Words]:
    tables = (node for node in within(folder) if isinstance(node, dict) and node)
    return [table for table in tables if table is not folder.assembly.symbols]


def words_of_the_body(folder: Folder) -> Iterator[Words]:
    """What every user of the interface meets, whatever the language."""
    yield from (folder.assembly.names, folder.assembly.seat)
    yield from (later.names for later in folder.assembly.renamed)
    for party in folder.party:
        yield from (party.names, party.state)
    for organ in folder.organ:
        for known_as in organ.name:
            yield known_as.names
            if known_as.mandate:
                yield known_as.mandate
    for series in folder.series:
        yield from (series.names, *series.core)
    yield from (person.names for person in folder.person)
    yield from (tag.names for tag in folder.tag)
    for meeting in folder.meeting:
        yield from (words for words in (meeting.place, meeting.theme) if words)
        yield from (moved.place for moved in meeting.moved)
        yield from (text.names for text in meeting.text)
        yield from words_spoken(meeting)


def words_spoken(meeting: MeetingTable) -> Iterator[Words]:
    for statement in meeting.statement:
        yield from (statement.speaker, statement.summary)
    yield from (matter.title for matter in meeting.matter)


def meeting_of(folder: Folder, series: str, ordinal: int) -> MeetingTable:
    return next(m for m in folder.meeting if (m.series, m.ordinal) == (series, ordinal))


def first_day(when: str) -> date:
    return read_when(when).first


def repeated(names: list[str]) -> set[str]:
    return {name for name in names if names.count(name) > 1}


def test_every_date_is_readable(folder: Folder) -> None:
    for node in within(folder):
        if isinstance(node, msgspec.Struct):
            for key in DATED & set(node.__struct_fields__):
                if (value := getattr(node, key)) is not None:
                    read_when(value)


def test_every_party_named_is_registered(folder: Folder) -> None:
    named = {chair.party for chair in folder.chairmanship}
    for meeting in folder.meeting:
        named |= {*meeting.present, *(moved.host or "" for moved in meeting.moved)}
        named.add(meeting.host or "")
    assert named - {""} <= {party.id for party in folder.party}


def test_every_organ_and_series_named_exists(folder: Folder) -> None:
    assert {series.organ for series in folder.series} <= {organ.id for organ in folder.organ}
    assert {meeting.series for meeting in folder.meeting} <= {s.id for s in folder.series}


def test_every_tag_named_is_defined(folder: Folder) -> None:
    used = {tag for m in folder.meeting for statement in m.statement for tag in statement.tags}
    used |= {tag for m in folder.meeting for matter in m.matter for tag in matter.tags}
    assert used <= {tag.id for tag in folder.tag}


def test_every_sign_in_is_of_a_person_in_office(folder: Folder) -> None:
    in_office = {person.id for person in folder.person if person.office}
    assert {sign_in.person for sign_in in folder.sign_in} <= in_office


def test_offices_and_statements_are_of_something_that_exists(folder: Folder) -> None:
    owners = {"assembly", *(f"organ:{o.id}" for o in folder.organ)}
    owners |= {f"party:{party.id}" for party in folder.party}
    assert {office.of for person in folder.person for office in person.office} <= owners
    behalf = {s.on_behalf for meeting in folder.meeting for s in meeting.statement}
    assert behalf <= owners | {""}


def test_organs_decide_by_a_part_of_the_rulebook(name: str, folder: Folder) -> None:
    assert {organ.rules for organ in folder.organ} <= RULES[name]
    assert folder.assembly.rulebook == name


def test_every_source_can_be_checked(folder: Folder) -> None:
    sources = [node for node in within(folder) if isinstance(node, SourceTable)]
    assert sources
    for source in sources:
        if source.confidence in {"C", "S"}:
            assert source.link.startswith(("http://", "https://")), source
        else:
            assert source.note, source


def test_every_dated_fact_has_a_source(folder: Folder) -> None:
    for node in within(folder):
        if isinstance(node, msgspec.Struct) and "since" in node.__struct_fields__:
            assert getattr(node, "sources", ()), node
    for meeting in folder.meeting:
        assert meeting.sources
        assert all(statement.sources for statement in meeting.statement)
        assert all(matter.sources for matter in meeting.matter)
        assert all(text.sources for text in meeting.text)


def test_what_everybody_meets_is_in_nine_languages(folder: Folder) -> None:
    assert [words for words in words_of_the_body(folder) if INTERFACE - set(words)] == []


def test_whatever_has_words_has_english_and_one_more(folder: Folder) -> None:
    for words in all_words(folder):
        assert "en" in words
        assert len(words) > 1
        assert all(text and text == text.strip() for text in words.values())


def test_no_word_mixes_latin_with_cyrillic_letters(folder: Folder) -> None:
    for words in all_words(folder):
        for language, text in words.items():
            for word in re.findall(r"\w+", text):
                scripts = {unicodedata.name(c).split()[0] for c in word if c.isalpha()}
                assert len(scripts & {"LATIN", "CYRILLIC"}) <= 1, (language, word)


def test_each_language_is_in_its_own_script(folder: Folder) -> None:
    for words in all_words(folder):
        for language, text in words.items():
            cyrillic = any("CYRILLIC" in unicodedata.name(letter, "") for letter in text)
            assert cyrillic == (language in CYRILLIC), (language, text)


def test_uzbek_letters_are_not_written_with_quotation_marks(folder: Folder) -> None:
    for words in all_words(folder):
        assert not set(words.get("uz", "")) & set("'`’‘"), words["uz"]
        assert not re.search(r"[oOgG]\u02bc", words.get("uz", "")), words["uz"]


def test_no_identity_and_no_symbol_is_given_twice(folder: Folder) -> None:
    for table in (folder.party, folder.organ, folder.person, folder.tag, folder.series):
        assert repeated([row.id for row in table]) == set()
    meetings = folder.meeting
    assert repeated([f"{m.series} {m.ordinal}" for m in meetings]) == set()
    assert repeated([matter.id for m in meetings for matter in m.matter]) == set()
    assert repeated([text.id for m in meetings for text in m.text]) == set()
    assert repeated([text.symbol for m in meetings for text in m.text if text.symbol]) == set()
    assert repeated([sign_in.name for sign_in in folder.sign_in]) == set()


def test_nothing_is_older_than_what_it_belongs_to(folder: Folder) -> None:
    founded = first_day(folder.assembly.founded)
    organs = {organ.id: first_day(organ.name[0].since) for organ in folder.organ}
    series = {row.id: first_day(row.opened) for row in folder.series}
    assert all(since >= founded for since in organs.values())
    assert all(series[row.id] >= organs[row.organ] for row in folder.series)
    assert all(first_day(m.decided or m.when) >= series[m.series] for m in folder.meeting)


def test_the_meetings_of_a_series_follow_one_another(folder: Folder) -> None:
    for row in folder.series:
        meetings = sorted((m for m in folder.meeting if m.series == row.id), key=by_ordinal)
        days = [first_day(meeting.when) for meeting in meetings]
        assert days == sorted(days)


def by_ordinal(meeting: MeetingTable) -> int:
    return meeting.ordinal


def test_a_key_that_the_folder_does_not_know_is_refused() -> None:
    tables = merged("baltic")
    tables["party"][0]["nickname"] = "Toompea"
    with pytest.raises(msgspec.ValidationError, match="nickname"):
        msgspec.convert(tables, Folder)


def test_the_chair_of_turkpa_goes_round_in_english_alphabetical_order() -> None:
    turkpa = msgspec.convert(merged("turkpa"), Folder)
    turn = ("az", "kz", "kg", "tr")
    chairs = [chair.party for chair in turkpa.chairmanship]
    assert chairs == [turn[number % 4] for number in range(14)]


def test_baku_2025_adopted_nothing_and_left_seven_matters_open() -> None:
    baku = meeting_of(msgspec.convert(merged("turkpa"), Folder), "defence", 2)
    assert baku.when == "2025-04-15"
    assert baku.present == ("az", "kz", "kg", "tr", "uz", "trnc")
    assert baku.text == ()
    assert [matter.settled for matter in baku.matter] == [None] * 7
    assert [tag for matter in baku.matter for tag in matter.tags] == [
        "joint_exercises",
        "defence_industry",
        "counter_terrorism",
        "cybersecurity",
        "countering_hybrid_threats",
    ]
    assert set(baku.notes) == INTERFACE


def test_three_baku_declarations_are_three_texts() -> None:
    turkpa = msgspec.convert(merged("turkpa"), Folder)
    texts = [text for m in turkpa.meeting for text in m.text]
    baku = [text for text in texts if text.names["en"] == "Baku Declaration"]
    assert len({text.id for text in baku}) == 3
    assert [text.symbol for text in baku] == ["", "DECL/002/2019/FINAL", ""]
