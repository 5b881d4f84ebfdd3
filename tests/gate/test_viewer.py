"""Who asks, as the record has them now."""

from datetime import date
from typing import Any

import pytest

from kurultai.gate import commitments, documents, meetings, record, register
from kurultai.gate.clause import NotFound
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.cadence import Due


def test_nobody_is_the_public_and_so_is_a_person_unknown(house: House) -> None:
    for person in (None, "", "person:nobody"):
        with house.viewing(person, "tr") as viewer:
            assert (viewer.person, viewer.offices, viewer.language) == (None, (), "tr")
            assert not viewer.secretariat


def test_a_viewer_holds_the_offices_that_the_record_gives(house: House) -> None:
    with house.viewing("person:office-az-coordinator", "en") as viewer:
        assert viewer.offices == (("national_coordinator", "party:az"),)
        assert viewer.holds("national_coordinator", "party:az")
        assert not viewer.holds("national_coordinator", "party:kz")
        assert viewer.parties("national_coordinator", "head_of_delegation") == ("party:az",)
        assert viewer.parties("head_of_delegation") == ()
    with house.viewing("person:office-secretariat", "en") as viewer:
        assert viewer.secretariat


def test_whoever_left_an_office_loses_what_it_gave(house: House) -> None:
    office = {"person": "person:office-az-head", "office": "head_of_delegation", "of": "party:az"}
    house.submit("test", c.LeaveOffice(id="c1", **office)).result()
    with house.viewing("person:office-az-head", "en") as viewer:
        assert viewer.offices == ()


def test_whoever_chairs_the_assembly_does_not_read_for_the_secretariat(house: House) -> None:
    head = "person:office-az-head"
    house.submit("test", c.TakeOffice(id="c1", person=head, office="chair", of="assembly")).result()
    paper = c.TableDocument(id="c2", kind="note", names={"en": "A"}, audience="secretariat")
    house.submit("test", paper).result()
    for person, expected in (("office-az-head", 0), ("office-secretariat", 1)):
        with house.viewing(f"person:{person}", "en") as viewer:
            drafts = documents.documents(viewer, state="draft")
            assert (len(drafts), viewer.secretariat) == (expected, bool(expected))


def test_all_that_a_viewer_reads_was_true_together(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        before = record.acts(viewer)[0].position
        house.submit("test", c.RenameAssembly(id="c1", names={"en": "New"})).result()
        assert record.acts(viewer)[0].position == before == viewer.position
    with house.viewing(None, "en") as viewer:
        assert viewer.position == before + 1


def test_a_reader_cannot_write(house: House) -> None:
    with house.viewing(None, "en") as viewer, pytest.raises(Exception, match="readonly"):
        viewer.db.execute("DELETE FROM party")


def test_the_register_is_read_by_everybody(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        assert register.assembly(viewer).names["en"] == "Parliamentary Assembly of Turkic States"
        assert [name.since for name in register.former_names(viewer)] == ["2008-11-21", "2022-06"]
        assert [party.status for party in register.parties(viewer)][:5] == ["member"] * 4 + [
            "observer",
        ]
        assert register.chairmanships(viewer)[0].party == "party:kz"
        assert len(register.organs(viewer)) == 15
        assert register.offices_of_assembly(viewer)[0].since >= "2024"
        assert [book.rulebook for book in register.rulebooks(viewer)] == ["turkpa"]
        office = register.person_names(viewer, "person:office-secretariat")
        assert register.names(viewer)["person:office-secretariat"] == office


@pytest.mark.parametrize(
    "page",
    [
        lambda viewer: register.person_names(viewer, "person:nobody"),
        lambda viewer: register.party(viewer, "party:x"),
        lambda viewer: register.organ(viewer, "organ:x"),
        lambda viewer: meetings.series(viewer, "series:x", date(2026, 1, 1)),
        lambda viewer: commitments.commitment(viewer, "commitment:x"),
        lambda viewer: documents.document_row(viewer, "document:x"),
        lambda viewer: record.tile(viewer, "tile/9/999"),
    ],
)
def test_what_is_not_there_is_not_found(house: House, page: object) -> None:
    assert callable(page)
    with house.viewing(None, "en") as viewer, pytest.raises(NotFound):
        page(viewer)


def test_the_head_of_the_record_is_for_everybody(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        checkpoint = record.checkpoint(viewer).decode()
        assert checkpoint.splitlines()[:2] == ["kurultai/turkpa", str(viewer.position)]
        assert record.act(viewer, 1).kind == "AssemblyFounded"
        assert record.of_stream(viewer, "meeting:defence-2")[0].kind == "MeetingConvened"
        assert [act.position for act in record.acts(viewer, before=3)] == [2, 1]


def test_a_series_without_meetings_is_not_due(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        page = meetings.series(viewer, "series:legal", date(2026, 11, 25))
    assert (page.meetings, page.next_ordinal, page.due) == ((), 1, Due("unset"))


def test_a_reading_within_a_reading_sees_the_same(house: House) -> None:
    with house.viewing(None, "en") as outer:
        house.submit("test", c.RenameAssembly(id="c1", names={"en": "New"})).result()
        with house.viewing(None, "en") as inner:
            assert inner.position == outer.position


def test_a_class_of_participation_is_that_of_the_day(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        assert "party:hu" not in register.statuses_on(viewer, "2013-01-01")
        assert register.statuses_on(viewer, "2025-04-15")["party:hu"] == "observer"


def test_a_viewer_belongs_to_the_audiences_that_offices_give(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        assert register.audiences(viewer) == ("public",)
    with house.viewing("person:office-az-head", "en") as viewer:
        assert register.audiences(viewer) == ("public", "members", "party:az")


def test_only_the_secretariat_reads_who_belongs_to_a_group(house: House) -> None:
    group: dict[str, Any] = {
        "group": "group:five",
        "names": {"en": "Five"},
        "members": ("person:office-az-head",),
    }
    house.submit("test", c.ComposeGroup(id="c1", **group)).result()
    with house.viewing("person:office-az-head", "en") as viewer:
        assert register.groups(viewer) == ()
        assert "group:five" in register.audiences(viewer)
    with house.viewing("person:office-secretariat", "en") as viewer:
        assert [found.members for found in register.groups(viewer)] == [group["members"]]


def test_examples_are_named_apart_from_history(house: House) -> None:
    third: dict[str, Any] = {"series": "series:defence", "ordinal": 3, "when": "2026-12"}
    house.submit("test", c.ConveneMeeting(id="c1", **third, example=True)).result()
    with house.viewing(None, "en") as viewer:
        assert meetings.examples(viewer) == {"meeting:defence-3"}
