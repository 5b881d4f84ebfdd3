"""Drafting together on the record: from a circulated draft to a text in four languages."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from kurultai.gate import amendments, documents, drafting, meetings, texts
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import AmendmentRow
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import ParagraphAnswer, Presence, Unit
from kurultai.procedure.refusal import Refused
from kurultai.record.stored import Stored
from kurultai.tables.rebuild import differences, fold
from kurultai.texts.change import Add, Change, Edit
from kurultai.texts.unit import Unit as Parallel

THIRD, FOURTH = "meeting:defence-3", "meeting:defence-4"
SECRETARIAT = "person:office-secretariat"
MEMBERS = ("party:az", "party:kz", "party:kg", "party:tr")
DRAFT = {
    "en": ("Recalling Baku,", "Holds exercises every year;", "Shares what it learns."),
    "az": ("Bakını xatırladaraq,", "Hər il təlimlər keçirir;", "Öyrəndiyini bölüşür."),
    "kk": ("Бакуді еске ала отырып,", "Жыл сайын жаттығу өткізеді;", "Білгенімен бөліседі."),
    "tr": ("Bakü'yü hatırlatarak,", "Her yıl tatbikat yapar;", "Öğrendiğini paylaşır."),
}
KINDS = (("p1", "preamble"), ("o1", "operative"), ("o2", "operative"))


@dataclass
class Desk:
    """A house whose clock can be set on, and people who do things in it."""

    house: House
    clock: list[datetime]
    numbers: "count[int]" = field(default_factory=lambda: count(1))
    document: str = ""

    def does(self, person: str, command: type[Any], **parts: Any) -> None:  # noqa: ANN401 - parts of a command
        with self.house.viewing(person, "en") as viewer:
            self.house.handle(viewer, command(id=f"step {next(self.numbers)}", **parts))

    def secretariat(self, command: type[Any], **parts: Any) -> None:  # noqa: ANN401 - as above
        self.does(SECRETARIAT, command, **parts)

    def head(self, who: str, command: type[Any], **parts: Any) -> None:  # noqa: ANN401 - as above
        self.does(f"person:office-{who}-head", command, **parts)

    @property
    def here(self) -> dict[str, Any]:
        return {"document": self.document}

    def sits(self) -> None:
        """The third meeting, open, with all its members."""
        day = self.clock[0].date().isoformat()
        third = {"series": "series:defence", "ordinal": 3, "when": day, "place": {"en": "Astana"}}
        self.secretariat(c.ConveneMeeting, **third)
        self.secretariat(c.OpenMeeting, meeting=THIRD)
        present = tuple(Presence(party, 3) for party in MEMBERS)
        self.secretariat(c.TakeAttendance, meeting=THIRD, present=present)

    def drafts(self) -> None:
        """The recommendation, in four authentic languages."""
        tabled = {"names": {"en": "Exercises"}, "authentic": tuple(DRAFT), "meeting": THIRD}
        self.secretariat(c.TableDocument, kind="recommendation", **tabled)
        with self.house.viewing(SECRETARIAT, "en") as viewer:
            self.document = meetings.meeting(viewer, THIRD).documents[0].document
        for language, words in DRAFT.items():
            units = tuple(
                Unit(unit, kind, said) for (unit, kind), said in zip(KINDS, words, strict=True)
            )
            version = {"language": language, "standing": "authentic", "units": units}
            self.secretariat(c.DistributeVersion, **self.here, **version)

    def amends(self, who: str, language: str, *changes: Change, **parts: Any) -> str:  # noqa: ANN401 - as above
        """The amendment that a delegation tables in its language."""
        tabled = {"by": (f"party:{who}",), "language": language, "reading": 1, "changes": changes}
        self.head(who, c.TableAmendment, **self.here, **tabled, **parts)
        return max(self.rows(), key=lambda row: row.number).amendment

    def rows(self) -> tuple[AmendmentRow, ...]:
        with self.house.viewing(None, "en") as viewer:
            return amendments.amendments(viewer, self.document).amendments

    def state(self, amendment: str) -> str:
        return next(row.state for row in self.rows() if row.amendment == amendment)

    def votes(self, choice: str, **parts: Any) -> None:  # noqa: ANN401 - as above
        """A question on the document, answered alike by all and decided."""
        question = {"question": {"en": "Adopt?"}, "meeting": THIRD, **parts}
        self.secretariat(c.PutQuestion, **self.here, **question)
        with self.house.viewing(SECRETARIAT, "en") as viewer:
            decision = meetings.meeting(viewer, THIRD).decisions[-1].decision
        asked = {"meeting": THIRD, "decision": decision}
        for party in MEMBERS:
            given = {"party": party, "choice": choice}
            self.head(party.removeprefix("party:"), c.GivePosition, **asked, **given)
        self.secretariat(c.DecideQuestion, **asked)

    def words(self, language: str) -> tuple[str, ...]:
        with self.house.viewing(None, "en") as viewer:
            page = texts.text(viewer, self.document)
        return tuple(unit.words.get(language, "") for unit in page.units)


def replaced(language: str, unit: str, old: str, new: str) -> Edit:
    words = dict(zip((name for name, _ in KINDS), DRAFT[language], strict=True))[unit]
    at = words.index(old)
    return Edit(unit, language, at, at + len(old), new)


@pytest.fixture
def desk(turkpa: Path, tmp_path: Path) -> Iterator[Desk]:
    shutil.copytree(turkpa, tmp_path / "data")
    clock = [datetime(2026, 11, 25, 8, 0, tzinfo=UTC)]
    desk = Desk(House(tmp_path / "data", lambda: clock[0]), clock)
    desk.sits()
    desk.drafts()
    yield desk
    with desk.house.readers.reading() as db:
        assert list(differences(db, fold(Stored(db).acts()))) == []
    desk.house.close()


def test_from_a_circulated_draft_to_a_text_in_four_languages(desk: Desk) -> None:
    answered_by_two_delegations(desk)
    kazakh, turkish, sub = amended_in_three_languages(desk)
    voted_in_the_order_of_the_list(desk, kazakh, turkish, sub)
    consolidated_and_adopted(desk)


def answered_by_two_delegations(desk: Desk) -> None:
    desk.secretariat(c.CirculateDraft, **desk.here, until="2026-11-25T12:00Z")
    agrees = (ParagraphAnswer("o1", "agree"),)
    objects = (ParagraphAnswer("o2", "object", {"en": "Too weak."}),)
    desk.head("az", c.GiveAnswers, **desk.here, party="party:az", answers=agrees)
    desk.head("kg", c.GiveAnswers, **desk.here, party="party:kg", answers=objects)
    with pytest.raises(NotFound):
        desk.head("kz", c.GiveAnswers, **desk.here, party="party:az", answers=agrees)
    with desk.house.viewing(SECRETARIAT, "en") as viewer:
        board = drafting.board(viewer, desk.document)
    assert board.circulation
    assert board.circulation.languages == tuple(DRAFT)
    assert {(one.party, one.answer) for one in board.answers} == {
        ("party:az", "agree"),
        ("party:kg", "object"),
    }


def amended_in_three_languages(desk: Desk) -> tuple[str, str, str]:
    """A wording in Kazakh, a rival in Turkish, and a sub-amendment to the first."""
    kazakh = desk.amends("kz", "kk", replaced("kk", "o1", "Жыл сайын", "Екі жылда бір"))
    turkish = desk.amends(
        "tr", "tr", replaced("tr", "o1", "Her yıl tatbikat", "Altı ayda bir büyük tatbikat")
    )
    every = {
        "kk": "Екі жылда бір",
        "en": "every two years",
        "az": "İki ildən bir",
        "tr": "İki yılda bir",
    }
    half = {
        "en": "large exercises every half year",
        "az": "Altı aydan bir böyük təlimlər",
        "kk": "Жарты жылда бір ірі жаттығу",
    }
    for language, old in (("en", "every year"), ("az", "Hər il"), ("tr", "Her yıl")):
        translate(desk, kazakh, replaced(language, "o1", old, every[language]))
    olds = {"en": "exercises every year", "az": "Hər il təlimlər", "kk": "Жыл сайын жаттығу"}
    for language, old in olds.items():
        translate(desk, turkish, replaced(language, "o1", old, half[language]))
    sub = desk.amends("az", "az", Edit("o1", "az", 0, 3, "Üç"), of=kazakh)
    for language, start, end, new in (
        ("en", 22, 25, "three"),
        ("kk", 0, 3, "Үш"),
        ("tr", 0, 3, "Üç"),
    ):
        translate(desk, sub, Edit("o1", language, start, end, new))
    return kazakh, turkish, sub


def translate(desk: Desk, amendment: str, edit: Edit) -> None:
    wording = {"amendment": amendment, "language": edit.language, "edits": (edit,)}
    desk.secretariat(c.TranslateAmendment, **desk.here, **wording)


def voted_in_the_order_of_the_list(desk: Desk, kazakh: str, turkish: str, sub: str) -> None:
    desk.secretariat(c.MarshalAmendments, **desk.here)
    assert [row.amendment for row in desk.rows()] == [turkish, sub, kazakh]
    with pytest.raises(Refused, match=r"amendment\.out_of_order"):
        desk.votes("yes", amendments=(kazakh,))
    desk.votes("no", amendments=(turkish,))
    desk.votes("yes", amendments=(sub,))
    desk.votes("yes", amendments=(kazakh,))
    assert [desk.state(name) for name in (turkish, sub, kazakh)] == [
        "rejected",
        "adopted",
        "adopted",
    ]


def consolidated_and_adopted(desk: Desk) -> None:
    with pytest.raises(Refused, match=r"document\.not_consolidated"):
        desk.votes("yes")
    desk.secretariat(c.ConsolidateText, **desk.here)
    assert [desk.words(language)[1] for language in DRAFT] == [
        "Holds exercises every three years;",
        "Üç ildən bir təlimlər keçirir;",
        "Үш жылда бір жаттығу өткізеді;",
        "Üç yılda bir tatbikat yapar;",
    ]
    desk.votes("yes")
    with desk.house.viewing(None, "en") as viewer:
        page = documents.document(viewer, desk.document)
    assert page.document.state == "adopted"
    assert {(pledge.number, pledge.unit) for pledge in page.commitments} == {(1, "o1"), (2, "o2")}
    words = {"en": "We read the second paragraph as voluntary."}
    desk.head("tr", c.EnterReservation, **desk.here, party="party:tr", words=words, unit="o2")
    fix = Edit("o2", "en", 0, 6, "Shares fully")
    desk.secretariat(c.CorrectText, **desk.here, language="en", edits=(fix,))
    assert desk.words("en")[2] == "Shares fully what it learns."


def test_what_falls_falls_and_a_language_that_is_behind_holds_adoption_up(desk: Desk) -> None:
    new = Add(None, "o2", (Parallel("o3", "operative", {"tr": "Her yıl toplanır."}),))
    turkish = desk.amends("tr", "tr", replaced("tr", "o1", "Her yıl", "Her ay"), new)
    rival = desk.amends("kg", "tr", replaced("tr", "o1", "yıl", "hafta"))
    desk.secretariat(c.MarshalAmendments, **desk.here)
    first = desk.rows()[0].amendment
    desk.votes("yes", amendments=(first,))
    assert {desk.state(turkish), desk.state(rival)} == {"adopted", "fallen"}
    desk.secretariat(c.ConsolidateText, **desk.here)
    with pytest.raises(Refused, match=r"document\.languages_behind") as refused:
        desk.votes("yes")
    assert refused.value.facts == {"languages": "en 2, az 2, kk 2"}


def test_a_text_adopted_by_silence_is_announced_at_the_next_meeting(desk: Desk) -> None:
    title = {"en": "Draft on exercises"}
    silence = {**desk.here, "meeting": THIRD, "title": title}
    with pytest.raises(Refused, match=r"silence\.too_short"):
        desk.secretariat(c.OpenSilence, **silence, until="2026-11-28T07:59Z")
    desk.secretariat(c.OpenSilence, **silence, until="2026-11-28T08:00Z")
    desk.secretariat(c.CloseMeeting, meeting=THIRD)
    with pytest.raises(Refused, match=r"silence\.running"):
        desk.secretariat(c.CloseSilence, **desk.here)
    desk.clock[0] += timedelta(days=3)
    reason = {"en": "No."}
    with pytest.raises(Refused, match=r"silence\.over"):
        desk.head("kz", c.BreakSilence, **desk.here, party="party:kz", reason=reason)
    desk.secretariat(c.CloseSilence, **desk.here)
    fourth = {"series": "series:defence", "ordinal": 4, "when": "2027-04", "place": {"en": "B"}}
    desk.secretariat(c.ConveneMeeting, **fourth)
    with desk.house.viewing(None, "kk") as viewer:
        agenda = meetings.agenda(viewer, FOURTH)
        row = documents.document(viewer, desk.document).document
    assert (row.state, row.adopted_at) == ("adopted", THIRD)
    announced = [item.title["kk"] for item in agenda.items if item.origin == "open"][-1]
    assert announced == f"Үнсіздік рәсімімен қабылданған мәтінді жариялау: {row.symbol}"
    assert [i.document for i in agenda.items if i.origin == "commitments"] == [desk.document]


def test_an_amendment_breaks_the_silence(desk: Desk) -> None:
    silence = {**desk.here, "meeting": THIRD, "title": {"en": "Draft"}}
    desk.secretariat(c.OpenSilence, **silence, until="2026-11-28T08:00Z")
    amendment = desk.amends("kz", "kk", replaced("kk", "o1", "Жыл сайын", "Екі жылда бір"))
    with desk.house.viewing(SECRETARIAT, "en") as viewer:
        (row,) = drafting.silences(viewer, desk.document)
    assert (row.state, row.broken_by, row.how, row.amendment) == (
        "broken",
        "party:kz",
        "amendment",
        amendment,
    )


def test_what_is_voted_on_stays_as_it_was_put(desk: Desk) -> None:
    change = replaced("kk", "o1", "Жыл сайын", "Екі жылда бір")
    amendment = desk.amends("kz", "kk", change)
    desk.secretariat(c.MarshalAmendments, **desk.here)
    question = {**desk.here, "question": {"en": "Adopt?"}, "meeting": THIRD}
    desk.secretariat(c.PutQuestion, **question, amendments=(amendment,))
    with pytest.raises(Refused, match=r"vote\.text_pending"):
        translate(desk, amendment, replaced("tr", "o1", "Her yıl", "İki yılda bir"))
    withdraw = {**desk.here, "amendment": amendment, "party": "party:kz"}
    with pytest.raises(Refused, match=r"vote\.text_pending"):
        desk.head("kz", c.WithdrawAmendment, **withdraw)
    with desk.house.viewing(SECRETARIAT, "en") as viewer:
        decision = meetings.meeting(viewer, THIRD).decisions[-1].decision
    desk.secretariat(c.DecideQuestion, meeting=THIRD, decision=decision)
    assert desk.state(amendment) == "rejected"
    desk.secretariat(c.PutQuestion, **question)
    with pytest.raises(Refused, match=r"vote\.text_pending"):
        desk.amends("kz", "kk", change)
