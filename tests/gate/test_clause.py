"""Who may read what: the clause says the same as the rule in words, and every read goes by it."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from kurultai.gate import (
    clause,
    commitments,
    documents,
    drafting,
    meetings,
    record,
    register,
)
from kurultai.gate.clause import NotFound
from kurultai.gate.viewer import Viewer
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import AgendaItem, Attachment, Presence, Unit, Words
from kurultai.procedure.facts import new_id
from tests.tables.founding import PERSONS
from tests.tables.sequences import house_of, sequences

TODAY = date(2026, 11, 25)


def may_read(db: sqlite3.Connection, person: str, audience: str) -> bool:
    """The rule in words: by the offices held now, the parties' status and the groups."""
    sql = "SELECT office, of FROM office WHERE person = ? AND until IS NULL"
    offices = set(db.execute(sql, (person,)))
    held = {of for _, of in offices}
    secretariat = ("secretary_general", "deputy_secretary_general", "secretariat_officer")
    serves = {(office, "assembly") for office in secretariat}
    members = {p for (p,) in db.execute("SELECT party FROM party WHERE status = 'member'")}
    groups = db.execute("SELECT group_id FROM group_member WHERE person = ?", (person,))
    if offices & serves and (
        audience in ("members", "secretariat") or audience.startswith("organ:")
    ):
        return True
    if audience == "members":
        return bool(held & members)
    return audience == "public" or audience in held - {"assembly"} | {g for (g,) in groups}


def readable(db: sqlite3.Connection, person: str) -> set[str]:
    """The audiences that the clause lets through."""
    viewer = Viewer(db, person)
    return set(clause.cells(viewer, "SELECT name FROM audience WHERE [audience]"))


@given(sequences())
@settings(max_examples=40)
def test_the_clause_is_the_rule_whatever_happened(commands: list[c.Command]) -> None:
    with house_of(commands) as house, house.readers.reading() as db:
        audiences = [name for (name,) in db.execute("SELECT name FROM audience")]
        for person in (*PERSONS, "", "person:nobody"):
            expected = {name for name in audiences if may_read(db, person, name)}
            assert readable(db, person) == expected


# --- a house with something of every kind for the secretariat alone

SECRET: Words = {"en": "Zugzwang"}
CLERK = "person:office-secretariat"


@pytest.fixture
def hiding(house: House) -> House:
    """A hidden meeting with all that a meeting has, and hidden parts of a public one."""
    hidden, public = "meeting:health-3", "meeting:defence-3"
    document = "document:2k"

    def do(number: int, command: type[Any], audience: str = "secretariat", **parts: Any) -> None:  # noqa: ANN401 - parts
        house.submit(CLERK, command(id=f"h{number}", audience=audience, **parts)).result()

    do(1, c.ConveneMeeting, series="series:health", ordinal=3, when="2026-12")
    do(2, c.ConveneMeeting, "public", series="series:defence", ordinal=3, when="2026-12")
    do(3, c.RaiseMatter, meeting=public, title=SECRET)
    do(4, c.OpenMeeting, "public", meeting=public)
    said: dict[str, Any] = {
        "speaker": SECRET,
        "summary": SECRET,
        "on_behalf": "",
        "tags": ("tag:terrorism",),
    }
    do(5, c.RecordStatement, meeting=public, **said)
    do(6, c.TableDocument, kind="decision", names=SECRET, meeting=public)
    with house.viewing(CLERK, "en") as viewer:
        document = documents.tabled_for(viewer, public)[0].document
    file = Attachment("0" * 64, "zugzwang.pdf", "application/pdf", 1)
    units = (Unit("o1", "operative", "Zugzwang"),)
    version: dict[str, Any] = {
        "language": "en",
        "standing": "authentic",
        "units": units,
        "file": file,
    }
    do(7, c.DistributeVersion, document=document, **version)
    do(8, c.PutQuestion, meeting=public, question=SECRET, document=document)
    do(12, c.TakeAttendance, "public", meeting=public, present=(Presence("party:az"),))
    here: dict[str, Any] = {"meeting": public, "decision": new_id("decision", "h8")}
    do(13, c.GivePosition, **here, party="party:az", choice="no")
    do(14, c.DecideQuestion, **here)
    do(9, c.IssueAgenda, meeting=public, status="adopted", items=(AgendaItem("", SECRET, "core"),))
    do(10, c.OpenMeeting, meeting=hidden)
    do(11, c.RecordAdoption, document=document, meeting=public)
    return house


def everything(viewer: Viewer) -> Iterator[object]:
    """All that the gate tells a viewer, by every list and every page there is."""
    meeting = "meeting:defence-3"
    yield from (meetings.series_list(viewer, TODAY), meetings.meetings(viewer))
    yield from (meetings.meeting(viewer, row.meeting) for row in meetings.meetings(viewer))
    yield meetings.statements_on(viewer, "tag:terrorism")
    yield meetings.agenda(viewer, meeting)
    yield from (documents.documents(viewer), documents.adopted_at(viewer, meeting))
    yield from (record.acts(viewer), record.of_stream(viewer, meeting))
    yield from (meetings.minutes(viewer, meeting), commitments.commitments(viewer))
    yield from (meetings.decisions(viewer, meeting), register.names(viewer))
    yield drafting.silences(viewer)
    drafts = [row.document for row in documents.documents(viewer)]
    for read in (drafting.text, drafting.board, drafting.amendments, drafting.beside):
        yield from (read(viewer, name) for name in drafts)


@pytest.mark.parametrize("person", [None, "person:nobody", "person:office-az-head"])
def test_what_is_for_the_secretariat_is_told_to_nobody_else(
    hiding: House, person: str | None
) -> None:
    with hiding.viewing(person, "en") as viewer:
        told = repr(list(everything(viewer)))
    assert "Zugzwang" not in told
    assert "health-3" not in told


def test_the_secretariat_sees_it_all(hiding: House) -> None:
    with hiding.viewing(CLERK, "en") as viewer:
        told = repr(list(everything(viewer)))
    assert told.count("Zugzwang") > 10
    assert "health-3" in told


def hidden_names(house: House) -> dict[str, str]:
    with house.viewing(CLERK, "en") as viewer:
        page = meetings.meeting(viewer, "meeting:defence-3")
        acts = [act for act in record.acts(viewer) if act.audience == "secretariat"]
    return {
        "meeting": "meeting:health-3",
        "document": page.documents[0].document,
        "decision": page.decisions[0].decision,
        "position": str(acts[0].position),
    }


PAGES: tuple[Callable[[Viewer, dict[str, str]], object], ...] = (
    lambda viewer, names: meetings.meeting(viewer, names["meeting"]),
    lambda viewer, names: meetings.meeting_row(viewer, names["meeting"]),
    lambda viewer, names: meetings.agenda(viewer, names["meeting"]),
    lambda viewer, names: meetings.minutes(viewer, names["meeting"]),
    lambda viewer, names: meetings.decision(viewer, names["decision"]),
    lambda viewer, names: documents.document(viewer, names["document"]),
    lambda viewer, names: drafting.text(viewer, names["document"]),
    lambda viewer, names: drafting.board(viewer, names["document"]),
    lambda viewer, names: drafting.amendments(viewer, names["document"]),
    lambda viewer, names: drafting.beside(viewer, names["document"]),
    lambda viewer, names: documents.file(viewer, names["document"], "en"),
    lambda viewer, names: record.act(viewer, int(names["position"])),
)
ABSENT = dict.fromkeys(("meeting", "document", "decision"), "nothing") | {"position": "0"}


@pytest.mark.parametrize("page", PAGES)
def test_a_hidden_page_is_answered_like_one_that_is_not_there(
    hiding: House, page: Callable[[Viewer, dict[str, str]], object]
) -> None:
    hidden = hidden_names(hiding)
    with hiding.viewing(CLERK, "en") as viewer:
        assert page(viewer, hidden)
    with hiding.viewing("person:office-az-head", "en") as viewer:
        for names in (hidden, ABSENT):
            with pytest.raises(NotFound):
                page(viewer, names)


def test_versions_of_a_hidden_document_are_none(hiding: House) -> None:
    document = hidden_names(hiding)["document"]
    with hiding.viewing(CLERK, "en") as viewer:
        assert [version.language for version in documents.versions(viewer, document)] == ["en"]
    with hiding.viewing(None, "en") as viewer:
        assert documents.versions(viewer, document) == ()


def test_an_agenda_issue_that_was_never_released_is_not_found(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        for name, issue in (("meeting:plenary-15", 7), ("meeting:defence-2", None)):
            with pytest.raises(NotFound):
                meetings.agenda(viewer, name, issue)
        assert meetings.agenda(viewer, "meeting:plenary-15", 1).changes == ()


def test_a_changed_marking_covers_what_followed_from_the_text(hiding: House) -> None:
    document = hidden_names(hiding)["document"]
    command = c.ChangeMarking(id="h20", audience="public", document=document)
    hiding.submit(CLERK, command).result()
    with hiding.viewing(None, "en") as viewer:
        page = documents.document(viewer, document)
    assert [decision.question for decision in page.decisions] == [SECRET]


def voted_on(document: str, meeting: str) -> list[c.Command]:
    """The document in words, put to the meeting, answered twice and decided."""
    units = (Unit("o1", "operative", "Zugzwang"),)
    version: dict[str, Any] = {"language": "en", "standing": "authentic", "units": units}
    put: dict[str, Any] = {"meeting": meeting, "question": SECRET, "document": document}
    here: dict[str, Any] = {"meeting": meeting, "decision": VOTED}
    present = (Presence("party:az"),)
    return [
        c.DistributeVersion(id="n2", document=document, **version),
        c.TakeAttendance(id="n3", meeting=meeting, present=present),
        c.PutQuestion(id="n4", **put),
        c.GivePosition(id="n5", **here, party="party:az", choice="no"),
        c.GivePosition(id="n6", **here, party="party:az", choice="yes"),
        c.DecideQuestion(id="n7", **here),
    ]


VOTED = new_id("decision", "n4")
TABLED = new_id("document", "n1")


def test_a_narrowed_marking_covers_every_act_of_the_vote(hiding: House) -> None:
    meeting = "meeting:defence-3"
    tabled = c.TableDocument(id="n1", kind="decision", names=SECRET)
    hiding.submit_all(CLERK, [tabled, *voted_on(TABLED, meeting)]).result()
    vote = ["QuestionPut", "PositionGiven", "PositionGiven", "QuestionDecided"]
    with hiding.viewing(None, "en") as viewer:
        assert [minute.kind for minute in meetings.minutes(viewer, meeting)][-4:] == vote
    mark = c.ChangeMarking(id="n8", audience="members", document=TABLED)
    hiding.submit(CLERK, mark).result()
    with hiding.viewing(None, "en") as viewer:
        shown = {minute.kind for minute in meetings.minutes(viewer, meeting)}
        told = repr(list(everything(viewer)))
    assert shown & set(vote) == set()
    assert "Zugzwang" not in told


def test_a_widened_marking_tells_nobody_of_a_meeting_they_may_not_see(hiding: House) -> None:
    meeting = "meeting:health-3"
    tabled = c.TableDocument(id="n1", audience="secretariat", kind="decision", names=SECRET)
    mark = c.ChangeMarking(id="n8", audience="public", document=TABLED)
    hiding.submit_all(CLERK, [tabled, *voted_on(TABLED, meeting), mark]).result()
    with hiding.viewing(None, "en") as viewer:
        assert documents.document(viewer, TABLED).decisions == ()
        assert meeting not in repr(list(everything(viewer)))
        with pytest.raises(NotFound):
            meetings.decision(viewer, VOTED)


def test_a_published_text_does_not_tell_which_hidden_meeting_adopted_it(hiding: House) -> None:
    meeting, members = "meeting:health-3", ("party:az", "party:kg", "party:kz", "party:tr")
    tabled = c.TableDocument(
        id="n1", audience="secretariat", kind="decision", names=SECRET, meeting=meeting
    )
    distribute, _, put, *_ = voted_on(TABLED, meeting)
    present = tuple(Presence(party) for party in members)
    here: dict[str, Any] = {"meeting": meeting, "decision": VOTED}
    commands: list[c.Command] = [
        tabled,
        distribute,
        c.TakeAttendance(id="n3", meeting=meeting, present=present),
        put,
        *(c.GivePosition(id=f"y{p}", **here, party=p, choice="yes") for p in members),
        c.DecideQuestion(id="n7", **here),
        c.ChangeMarking(id="n8", audience="public", document=TABLED),
    ]
    hiding.submit_all(CLERK, commands).result()
    with hiding.viewing(None, "en") as viewer:
        row = documents.document_row(viewer, TABLED)
        pledges = commitments.commitments(viewer)
        assert meeting not in repr(list(everything(viewer)))
    assert (row.state, row.meeting, row.adopted_at, row.decision) == ("adopted", None, None, None)
    assert [pledge.meeting for pledge in pledges] == [""] * 4
    with hiding.viewing(CLERK, "en") as viewer:
        row = documents.document_row(viewer, TABLED)
        assert (row.meeting, row.adopted_at, row.decision) == (meeting, meeting, VOTED)
        assert [p.meeting for p in commitments.commitments(viewer)] == [meeting] * 4
