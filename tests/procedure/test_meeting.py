"""A meeting from its convening to its close, as a clerk would minute it."""

from dataclasses import replace
from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import OpenMatter, OpenText, new_id
from kurultai.procedure.meeting import meeting_id
from tests.procedure.minutes import MEMBERS, Minutes

EN = {"en": "Name"}
THIRD = "meeting:defence-3"
ID: dict[str, Any] = {"id": "c1", "on": "2026-03-01"}
HERE: dict[str, Any] = {**ID, "meeting": THIRD}
CONVENE = c.ConveneMeeting(**ID, series="series:defence", ordinal=3, when="2026-05-20", place=EN)


@pytest.fixture
def before_third(assembly: Minutes) -> Minutes:
    """Two meetings were held."""
    return assembly.knowing(ordinals=(1, 2))


def titles(act: a.ActBody) -> list[str]:
    assert isinstance(act, a.AgendaIssued)
    return [item.title["en"] for item in act.items]


# --- convening


def test_a_meeting_is_convened_with_the_parties_that_have_a_status(before_third: Minutes) -> None:
    convened = before_third.when(CONVENE)[0]
    invited = ("party:az", "party:hu", "party:kg", "party:kz", "party:tr")
    assert convened == a.MeetingConvened(
        THIRD, "series:defence", 3, "2026-05-20", EN, None, {}, invited
    )


def test_its_first_agenda_is_the_core_when_nothing_is_open(before_third: Minutes) -> None:
    agenda = before_third.when(CONVENE)[1]
    assert titles(agenda) == ["Opening", "Date of the next meeting"]


def test_its_first_agenda_inherits_what_is_open_before_the_last_item(
    before_third: Minutes,
) -> None:
    before_third.knowing(
        ordinals=(1, 2),
        open_matters=(OpenMatter("matter:m", {"en": "Cybersecurity"}),),
        open_texts=(OpenText("document:d", "REC/001/2025", {"en": "Text"}, ("commitment:1",)),),
    )
    agenda = before_third.when(CONVENE)[1]
    assert titles(agenda) == ["Opening", "Text", "Cybersecurity", "Date of the next meeting"]
    assert isinstance(agenda, a.AgendaIssued)
    assert [item.origin for item in agenda.items] == ["core", "commitments", "open", "core"]
    assert agenda.items[1].commitments == ("commitment:1",)
    assert agenda.items[2].matter == "matter:m"


def test_its_agenda_tells_nobody_of_what_they_may_not_see(before_third: Minutes) -> None:
    hidden = OpenMatter("matter:h", {"en": "Hidden"}, "secretariat")
    before_third.knowing(ordinals=(1, 2), open_matters=(hidden,))
    assert "Hidden" not in titles(before_third.when(CONVENE)[1])
    among = before_third.when(replace(CONVENE, audience="secretariat"))[1]
    assert "Hidden" in titles(among)


def test_an_agenda_with_one_standing_item_opens_with_it(minutes: Minutes) -> None:
    minutes.given(
        a.OrganEstablished("organ:o", "chairs", "p", EN),
        a.SeriesOpened("series:s", "organ:o", EN, core=({"en": "Opening"},)),
    ).knowing(open_matters=(OpenMatter("matter:m", {"en": "Open"}),))
    convene = c.ConveneMeeting(**ID, series="series:s", ordinal=1, when="2026-06")
    assert titles(minutes.when(convene)[1]) == ["Opening", "Open"]


def test_the_next_meeting_has_the_next_number(before_third: Minutes) -> None:
    refused = before_third.refused(replace(CONVENE, ordinal=5))
    assert (refused.rule, refused.facts) == ("meeting.ordinal_next", {"next": "3"})
    assert before_third.refusal(replace(CONVENE, ordinal=2)) == "meeting.ordinal_taken"
    assert before_third.refusal(replace(CONVENE, ordinal=0)) == "meeting.ordinal_range"


def test_a_past_meeting_is_entered_after_the_fact_under_any_free_number(
    before_third: Minutes,
) -> None:
    past = replace(CONVENE, ordinal=7, when="2019", after_the_fact=True)
    (convened,) = before_third.when(past)
    assert isinstance(convened, a.MeetingConvened)
    assert (convened.invited, convened.after_the_fact) == ((), True)


def test_a_meeting_is_not_convened_for_the_past_or_for_no_date(before_third: Minutes) -> None:
    assert before_third.refusal(replace(CONVENE, when="2026-02")) == "meeting.in_the_past"
    assert before_third.refusal(replace(CONVENE, when="soon")) == "meeting.when"


def test_a_meeting_belongs_to_a_known_series_and_is_hosted_by_a_known_party(
    before_third: Minutes,
) -> None:
    elsewhere = replace(CONVENE, series="series:x")
    assert before_third.refusal(elsewhere) == "register.series_unknown"
    assert before_third.refusal(replace(CONVENE, host="party:x")) == "register.party_unknown"
    assert before_third.refusal(replace(CONVENE, invited=("party:x",))) == "register.party_unknown"


def test_those_named_are_invited_and_nobody_else(before_third: Minutes) -> None:
    convened = before_third.when(replace(CONVENE, invited=("party:az",), host="party:kz"))[0]
    assert isinstance(convened, a.MeetingConvened)
    assert (convened.invited, convened.host) == (("party:az",), "party:kz")


def test_a_deadline_is_not_after_the_meeting(before_third: Minutes) -> None:
    late = replace(CONVENE, deadlines=(a.Deadline("documents", "2026-05-21"),))
    assert before_third.refused(late).facts == {"kind": "documents"}
    someday = replace(CONVENE, deadlines=(a.Deadline("documents", "someday"),))
    assert before_third.refused(someday).facts == {"when": "someday"}
    on_the_day = replace(CONVENE, deadlines=(a.Deadline("documents", "2026-05-20"),))
    assert before_third.when(on_the_day)


def test_a_meeting_is_called_by_its_series_and_number() -> None:
    assert meeting_id("series:defence", 3) == THIRD


# --- before it opens


@pytest.mark.parametrize(
    "command",
    [
        c.OpenMeeting(**HERE),
        c.CloseMeeting(**HERE),
        c.RaiseMatter(**HERE, title=EN),
        c.PutQuestion(**HERE, question=EN),
    ],
)
def test_nothing_happens_at_a_meeting_that_was_not_convened(
    assembly: Minutes, command: c.Command
) -> None:
    assert assembly.refusal(command) == "meeting.unknown"


def test_a_meeting_moves_before_it_opens_and_not_after(convened: Minutes) -> None:
    move = c.MoveMeeting(**HERE, when="2026-06-01", place=EN, host="party:az")
    assert convened.then(move) == [a.MeetingMoved("2026-06-01", EN, "party:az")]
    assert convened.meeting.when == "2026-06-01"
    convened.given(a.MeetingOpened())
    assert convened.refusal(move) == "meeting.not_to_be_moved"


def test_a_meeting_moves_to_a_date_and_a_known_host(convened: Minutes) -> None:
    assert convened.refusal(c.MoveMeeting(**HERE, when="x", place=EN)) == "meeting.when"
    elsewhere = c.MoveMeeting(**HERE, when="2026-06-01", place=EN, host="party:x")
    assert convened.refusal(elsewhere) == "register.party_unknown"


def test_a_delegation_is_registered_with_its_head_and_members(convened: Minutes) -> None:
    command = c.RegisterDelegation(**HERE, party="party:az", head=" Head ", members=("One ", " "))
    assert convened.then(command) == [a.DelegationRegistered("party:az", "Head", ("One",))]
    assert convened.meeting.delegations == {"party:az"}


def test_only_those_invited_register(convened: Minutes) -> None:
    def registering(party: str, head: str = "Head") -> str:
        return convened.refusal(c.RegisterDelegation(**HERE, party=party, head=head))

    assert registering("party:hu") == "meeting.not_invited"
    assert registering("party:x") == "register.party_unknown"
    assert registering("party:az", head=" ") == "meeting.head_missing"


def test_credentials_are_decided_for_those_registered(convened: Minutes) -> None:
    accept = c.DecideCredentials(**HERE, party="party:az", accepted=True)
    assert convened.refusal(accept) == "meeting.delegation_unregistered"
    convened.given(a.DelegationRegistered("party:az", "Head", ()))
    assert convened.when(accept) == [a.CredentialsDecided("party:az", accepted=True)]


def test_an_agenda_is_issued_again_and_again(convened: Minutes) -> None:
    items = (a.AgendaItem("", {"en": " First "}, "added"), a.AgendaItem("item:2", EN, "core"))
    issue = c.IssueAgenda(**HERE, status="adopted", items=items)
    named = (a.AgendaItem(new_id("item", "c1", "0"), {"en": "First"}, "added"), items[1])
    assert convened.then(issue) == [a.AgendaIssued(1, "adopted", named)]
    assert convened.when(issue) == [a.AgendaIssued(2, "adopted", named)]


@pytest.mark.parametrize(
    ("items", "status", "rule"),
    [
        ((), "adopted", "agenda.empty"),
        ((a.AgendaItem("", EN, "core"),), "perhaps", "agenda.status_unknown"),
        ((a.AgendaItem("", EN, "hearsay"),), "adopted", "agenda.origin_unknown"),
        ((a.AgendaItem("", {}, "core"),), "adopted", "words.missing"),
        ((a.AgendaItem("i", EN, "core"),) * 2, "adopted", "agenda.item_twice"),
    ],
)
def test_an_agenda_has_items_each_once_with_words(
    convened: Minutes, items: tuple[a.AgendaItem, ...], status: str, rule: str
) -> None:
    assert convened.refusal(c.IssueAgenda(**HERE, status=status, items=items)) == rule


def test_a_member_raises_a_matter_and_an_observer_does_not(convened: Minutes) -> None:
    tags = ("tag:cybersecurity",)
    raised = c.RaiseMatter(**HERE, title=EN, raised_by="party:az", tags=tags)
    matter = new_id("matter", "c1")
    assert convened.then(raised) == [a.MatterRaised(matter, EN, "party:az", tags)]
    assert convened.meeting.matters == (matter,)
    observer = replace(raised, raised_by="party:hu")
    assert convened.refusal(observer) == "meeting.may_not_propose"
    assert convened.refusal(replace(raised, tags=("tag:x",))) == "register.tag_unknown"


def test_what_an_observer_raised_in_the_past_is_entered_as_it_was(minutes: Minutes) -> None:
    minutes.given(
        a.MeetingConvened(THIRD, "series:s", 3, "2020", {}, None, {}, (), after_the_fact=True),
    )
    assert minutes.when(c.RaiseMatter(**HERE, title=EN, raised_by="party:hu"))


def test_a_matter_is_settled_once(convened: Minutes) -> None:
    convened.given(a.MatterRaised("matter:m", EN, ""))
    settle = c.SettleMatter(**HERE, matter="matter:m", how=EN)
    assert convened.then(settle) == [a.MatterSettled("matter:m", EN)]
    assert convened.refusal(settle) == "meeting.matter_not_open"


def test_a_matter_that_an_earlier_meeting_left_open_is_settled_here(convened: Minutes) -> None:
    convened.knowing(open_matters=(OpenMatter("matter:old", EN),))
    settle = c.SettleMatter(**HERE, matter="matter:old")
    assert convened.when(settle) == [a.MatterSettled("matter:old")]


# --- sitting


def test_a_meeting_opens_once(convened: Minutes) -> None:
    assert convened.then(c.OpenMeeting(**HERE)) == [a.MeetingOpened()]
    assert convened.refusal(c.OpenMeeting(**HERE)) == "meeting.not_to_be_opened"


def test_who_is_there_is_recorded(convened: Minutes) -> None:
    present = (a.Presence("party:az", 3), a.Presence("party:hu"))
    take = c.TakeAttendance(**HERE, present=present)
    assert convened.then(take) == [a.AttendanceTaken(present)]
    assert convened.meeting.present == ("party:az", "party:hu")


def test_attendance_is_of_known_parties_in_whole_numbers(convened: Minutes) -> None:
    stranger = c.TakeAttendance(**HERE, present=(a.Presence("party:x"),))
    assert convened.refusal(stranger) == "register.party_unknown"
    negative = c.TakeAttendance(**HERE, present=(a.Presence("party:az", -1),))
    assert convened.refusal(negative) == "meeting.members_negative"


QUORUM = """
[[right]]
status = "member"
from = "2008-11-21"
may = ["vote"]
confidence = "C"
[[quorum]]
part = "chairs_meeting"
from = "2008-11-21"
kind = "fraction_of_delegations"
fraction = "1/2"
more_than = true
article = "Art. 7"
confidence = "C"
[[rule]]
part = "chairs_meeting"
from = "2008-11-21"
kind = "majority_cast"
confidence = "C"
"""


def test_attendance_finds_whether_the_quorum_is_reached(convened: Minutes) -> None:
    convened.given(a.RulebookAdopted("quorum", QUORUM), on="2026-02-01")
    two = (*(a.Presence(party, 1) for party in MEMBERS[:2]), a.Presence("party:hu", 9))
    (taken,) = convened.then(c.TakeAttendance(**HERE, present=two))
    assert isinstance(taken, a.AttendanceTaken)
    assert taken.quorum == {
        "reached": False,
        "kind": "fraction_of_delegations",
        "article": "Art. 7",
        "link": "",
        "confidence": "C",
        "needed": 3,
        "have": 2,
        "missing": ("party:kz", "party:tr"),
    }
    assert convened.meeting.quorum is False


def test_attendance_entered_after_the_fact_finds_no_quorum(assembly: Minutes) -> None:
    past = a.MeetingConvened(
        THIRD, "series:defence", 3, "2020", {}, None, {}, (), after_the_fact=True
    )
    assembly.given(a.RulebookAdopted("quorum", QUORUM), past)
    present = (a.Presence("party:az"),)
    take = c.TakeAttendance(**HERE, present=present)
    assert assembly.when(take) == [a.AttendanceTaken(present)]


def stating(**parts: Any) -> c.RecordStatement:  # noqa: ANN401 - parts of a statement
    given: dict[str, Any] = {"speaker": EN, "summary": EN, "on_behalf": "party:az", **parts}
    return c.RecordStatement(**HERE, **given)


def test_a_statement_is_recorded_with_whom_it_speaks_for(sitting: Minutes) -> None:
    made = a.StatementMade(
        new_id("statement", "c1"), None, EN, "party:az", EN, ("tag:cybersecurity",)
    )
    assert sitting.when(stating(tags=("tag:cybersecurity",))) == [made]


@pytest.mark.parametrize(
    ("parts", "rule"),
    [
        ({"tags": ("tag:x",)}, "register.tag_unknown"),
        ({"on_behalf": "party:x"}, "register.party_unknown"),
        ({"on_behalf": "organ:x"}, "register.organ_unknown"),
        ({"item": "item:x"}, "meeting.item_unknown"),
        ({"speaker": {}}, "words.missing"),
        ({"summary": {}}, "words.missing"),
    ],
)
def test_a_statement_names_what_is_known(
    sitting: Minutes, parts: dict[str, Any], rule: str
) -> None:
    assert sitting.refusal(stating(**parts)) == rule


def test_nobody_speaks_before_the_meeting_opens_or_after_it_closes(convened: Minutes) -> None:
    assert convened.refusal(stating()) == "meeting.not_open"
    convened.given(a.MeetingOpened(), a.MeetingClosed((), ()))
    assert convened.refusal(stating()) == "meeting.closed"
    late = c.RegisterDelegation(**HERE, party="party:az", head="Head")
    assert convened.refusal(late) == "meeting.closed"


def test_minutes_are_approved_once_the_meeting_opened(convened: Minutes) -> None:
    approve = c.ApproveMinutes(**HERE, position=12)
    assert convened.refusal(approve) == "meeting.not_open"
    convened.given(a.MeetingOpened())
    assert convened.when(approve) == [a.MinutesApproved(12)]


def test_closing_says_what_was_adopted_and_what_stays_open(sitting: Minutes) -> None:
    sitting.knowing(
        adopted_here=("document:d",),
        open_matters=(OpenMatter("matter:m", EN), OpenMatter("matter:s", EN, "secretariat")),
    )
    close = c.CloseMeeting(**HERE)
    assert sitting.then(close) == [a.MeetingClosed(("document:d",), ("matter:m",))]
    assert sitting.refusal(close) == "meeting.not_open"


def test_a_meeting_does_not_close_over_a_pending_question(sitting: Minutes) -> None:
    sitting.given(a.QuestionPut("decision:d", EN, None, None, "chairs_meeting.default", ()))
    assert sitting.refusal(c.CloseMeeting(**HERE)) == "meeting.question_pending"


# --- who may see it


def test_what_happens_at_a_meeting_is_seen_by_those_who_see_the_meeting(minutes: Minutes) -> None:
    minutes.given(
        a.MeetingConvened(THIRD, "series:s", 3, "2026", {}, None, {}, ()), audience="members"
    )
    (opened,) = minutes.acted(c.OpenMeeting(**HERE))
    assert opened == a.Acted(THIRD, "members", "2026-03-01", a.MeetingOpened())
    (opened,) = minutes.acted(c.OpenMeeting(**HERE, audience="members"))
    assert opened.audience == "members"
    wider = c.OpenMeeting(**HERE, audience="party:az")
    assert minutes.refusal(wider) == "meeting.audience_wider"


def test_a_part_of_a_public_meeting_may_be_for_fewer(sitting: Minutes) -> None:
    (stated,) = sitting.acted(replace(stating(), audience="members"))
    assert stated.audience == "members"
