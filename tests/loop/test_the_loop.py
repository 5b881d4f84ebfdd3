"""The whole loop on TURKPA's own history: from what Baku left open to what Astana took on."""

from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any

import pytest

from kurultai.gate import commitments, documents, meetings
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import AgendaPage, DecisionPage, MeetingPage
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import AgendaItem, ParagraphTags, Presence, Unit
from kurultai.procedure.cadence import Due
from kurultai.procedure.refusal import Refused
from kurultai.record.stored import Stored
from kurultai.tables.rebuild import differences, fold

THIRD, FOURTH = "meeting:defence-3", "meeting:defence-4"
SECRETARIAT = "person:office-secretariat"
MEMBERS = ("party:az", "party:kz", "party:kg", "party:tr")  # as they were registered
AREAS = (
    "joint_exercises",
    "defence_industry",
    "counter_terrorism",
    "cybersecurity",
    "countering_hybrid_threats",
)
ENGLISH = (
    Unit("p1", "preamble", "Recalling the second meeting, held in Baku on 15 April 2025,"),
    *(Unit(f"o{n}", "operative", f"Recommends steps on {area};") for n, area in enumerate(AREAS)),
)
TURKISH = tuple(Unit(unit.unit, unit.kind, f"[tr] {unit.words}") for unit in ENGLISH)


@dataclass
class Desk:
    """A house, and people who do things in it one after another."""

    house: House
    numbers: "count[int]"

    def does(self, person: str, command: type[Any], **parts: Any) -> None:  # noqa: ANN401 - parts of a command
        with self.house.viewing(person, "en") as viewer:
            self.house.handle(viewer, command(id=f"step {next(self.numbers)}", **parts))

    def secretariat(self, command: type[Any], **parts: Any) -> None:  # noqa: ANN401 - parts of a command
        self.does(SECRETARIAT, command, **parts)

    def head(self, of: str, command: type[Any], **parts: Any) -> None:  # noqa: ANN401 - parts of a command
        self.does(f"person:office-{of.removeprefix('party:')}-head", command, **parts)

    def meeting(self, name: str) -> MeetingPage:
        with self.house.viewing(None, "en") as viewer:
            return meetings.meeting(viewer, name)

    def agenda(self, name: str) -> AgendaPage:
        with self.house.viewing(None, "en") as viewer:
            return meetings.agenda(viewer, name)

    def convene(self, ordinal: int, when: str) -> None:
        self.secretariat(
            c.ConveneMeeting,
            series="series:defence",
            ordinal=ordinal,
            when=when,
            place={"en": "Astana"},
            host="party:kz",
            example=True,
        )

    def table(self) -> str:
        """The recommendation, in two languages, its five paragraphs tagged; its identity."""
        self.secretariat(
            c.TableDocument,
            kind="recommendation",
            names={"en": "Recommendation on five areas"},
            by=("party:kz",),
            meeting=THIRD,
            authentic=("en",),
        )
        (tabled,) = self.meeting(THIRD).documents
        here: dict[str, Any] = {"document": tabled.document}
        versions = (("en", "authentic", ENGLISH), ("tr", "translation", TURKISH))
        for language, standing, units in versions:
            version = {"language": language, "standing": standing, "units": units}
            self.secretariat(c.DistributeVersion, **here, **version)
        tags = tuple(ParagraphTags(f"o{n}", (f"tag:{area}",)) for n, area in enumerate(AREAS))
        self.secretariat(c.TagParagraphs, **here, paragraphs=tags)
        return tabled.document

    def ask(self, document: str, choices: dict[str, str]) -> DecisionPage:
        """The question put, answered by the heads of delegation and decided."""
        put = {"question": {"en": "Adopt?"}, "document": document}
        self.secretariat(c.PutQuestion, meeting=THIRD, **put)
        decision = self.meeting(THIRD).decisions[-1].decision
        here: dict[str, Any] = {"meeting": THIRD, "decision": decision}
        for party, choice in choices.items():
            self.head(party, c.GivePosition, **here, party=party, choice=choice)
        self.secretariat(c.DecideQuestion, **here)
        with self.house.viewing(None, "en") as viewer:
            return meetings.decision(viewer, decision)


@pytest.fixture
def desk(house: House) -> Desk:
    return Desk(house, count(1))


def test_the_whole_loop(desk: Desk) -> None:
    left_open = convened_with_what_baku_left_open(desk)
    document = prepared_with_a_text_on_five_areas(desk)
    opened_with_all_members_there(desk)
    failed_under_strict_unanimity(desk, document)
    pledged = adopted_once_all_are_in_favour(desk, document)
    reported_by_one_parliament(desk, pledged)
    closed_with_one_matter_settled(desk, left_open[3])
    followed_up_on_the_fourth_agenda(desk, document, pledged[1:], left_open)
    tables_are_what_the_acts_make(desk)


def convened_with_what_baku_left_open(desk: Desk) -> list[str]:
    desk.convene(3, "2026-11-25")
    with desk.house.viewing(None, "en") as viewer:
        series = meetings.series(viewer, "series:defence", date(2026, 11, 25))
    assert series.due == Due("convened", "2026-11-25")
    left_open = [matter.matter for matter in series.open_matters]
    agenda = desk.agenda(THIRD)
    assert agenda.meeting.example
    assert [item.matter for item in agenda.items if item.origin == "open"] == left_open
    assert (agenda.items[0].origin, agenda.items[-1].origin) == ("core", "core")
    assert len(left_open) == 7
    return left_open


def prepared_with_a_text_on_five_areas(desk: Desk) -> str:
    for party in MEMBERS:
        desk.head(party, c.RegisterDelegation, meeting=THIRD, party=party, head="Head")
        desk.secretariat(c.DecideCredentials, meeting=THIRD, party=party, accepted=True)
    document = desk.table()
    agenda = desk.agenda(THIRD)
    items = tuple(AgendaItem(i.item, i.title, i.origin, i.matter) for i in agenda.items)
    added = AgendaItem("", {"en": "Recommendation"}, "added", document=document)
    everything = (*items[:-1], added, items[-1])
    desk.secretariat(c.IssueAgenda, meeting=THIRD, status="adopted", items=everything)
    changes = [change.change for change in desk.agenda(THIRD).changes]
    assert changes == ["kept"] * (len(items) - 1) + ["added", "moved"]
    return document


def opened_with_all_members_there(desk: Desk) -> None:
    desk.secretariat(c.OpenMeeting, meeting=THIRD)
    present = tuple(Presence(party, 3) for party in MEMBERS)
    desk.secretariat(c.TakeAttendance, meeting=THIRD, present=present)
    there = [party.party for party in desk.meeting(THIRD).parties if party.present]
    assert sorted(there) == sorted(MEMBERS)


def failed_under_strict_unanimity(desk: Desk, document: str) -> None:
    choices = {"party:az": "yes", "party:kz": "yes", "party:kg": "abstain"}
    failed = desk.ask(document, choices)
    finding = failed.decision.finding
    assert failed.decision.result == "rejected"
    assert {position.party: position.choice for position in failed.positions} == choices
    assert (finding["numerator"], finding["needed"], finding["base"]) == (2, 4, "entitled")
    assert (finding["abstain"], finding["silent"]) == (["party:kg"], ["party:tr"])
    assert (finding["rule"], finding["confidence"]) == ("turkpa/chairs_meeting.default", "?")
    assert "abstention" in finding["unconfirmed"]
    assert desk.meeting(THIRD).commitments == ()


def adopted_once_all_are_in_favour(desk: Desk, document: str) -> list[str]:
    """The pledges of the first parliament."""
    passed = desk.ask(document, dict.fromkeys(MEMBERS, "yes"))
    assert passed.decision.result == "adopted"
    with desk.house.viewing(None, "en") as viewer:
        page = documents.document(viewer, document)
    assert page.document.symbol == "REC/001/2026/FINAL"
    assert [version.language for version in page.versions] == ["en", "tr"]
    pledges = [(pledge.number, pledge.party) for pledge in page.commitments]
    assert pledges == [(number, party) for number in range(1, 6) for party in MEMBERS]
    assert page.commitments[12].tags == ("tag:cybersecurity",)
    assert page.commitments[12].words["tr"] == "[tr] Recommends steps on cybersecurity;"
    return [pledge.commitment for pledge in page.commitments if pledge.party == "party:az"]


def reported_by_one_parliament(desk: Desk, pledged: list[str]) -> None:
    words = {"en": "Law passed."}
    report = {"commitment": pledged[0], "state": "done", "words": words}
    with pytest.raises(NotFound):
        desk.head("party:kz", c.ReportOnCommitment, **report)
    desk.does("person:office-az-coordinator", c.ReportOnCommitment, **report)
    with desk.house.viewing(None, "en") as viewer:
        page = commitments.commitment(viewer, pledged[0])
    assert page.commitment.state == "done"
    assert [(report.words, report.made_by) for report in page.reports] == [
        (words, "person:office-az-coordinator"),
    ]


def closed_with_one_matter_settled(desk: Desk, matter: str) -> None:
    desk.secretariat(c.SettleMatter, meeting=THIRD, matter=matter)
    desk.secretariat(c.CloseMeeting, meeting=THIRD)
    with pytest.raises(Refused, match=r"meeting\.not_open"):
        desk.secretariat(c.PutQuestion, meeting=THIRD, question={"en": "Once more?"})


def followed_up_on_the_fourth_agenda(
    desk: Desk, document: str, pledged: list[str], left_open: list[str]
) -> None:
    desk.convene(4, "2027-04")
    agenda = desk.agenda(FOURTH)
    (follow_up,) = [item for item in agenda.items if item.origin == "commitments"]
    assert follow_up.document == document
    assert len(follow_up.commitments) == 5 * 4 - 1
    assert set(pledged) < set(follow_up.commitments)
    assert {row.commitment for row in agenda.open_commitments} == set(follow_up.commitments)
    still_open = [item.matter for item in agenda.items if item.origin == "open"]
    assert still_open == [matter for matter in left_open if matter != left_open[3]]
    before = desk.meeting(FOURTH).before
    assert before
    assert before.meeting == THIRD


def tables_are_what_the_acts_make(desk: Desk) -> None:
    with desk.house.readers.reading() as db:
        assert list(differences(db, fold(Stored(db).acts()))) == []
