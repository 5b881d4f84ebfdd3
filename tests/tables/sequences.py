"""Commands by chance, over few enough names that many of them meet."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st

from kurultai.handle import House
from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.procedure.following.commitment import ANSWERS, STATES, commitment_id
from kurultai.procedure.refusal import Refused
from kurultai.record.sqlite import Record
from kurultai.texts.change import Add, Drop, Edit, Move
from kurultai.texts.unit import Unit
from tests.conftest import noon
from tests.procedure.minutes import UNITS
from tests.tables.founding import (
    ADOPTED,
    AIM,
    AUDIENCES,
    BEGUN,
    EN,
    FIRST,
    FOUNDING,
    GROUP,
    MEETINGS,
    MOVED,
    ORGAN,
    PARTIES,
    PERSONS,
    PLAN,
    PLEDGED,
    PUT,
    RAISED,
    SECOND,
    SERIES,
    TAG,
    THIRD,
    Made,
)

LENGTH = 40  # commands of a sequence
_MAKES = {
    c.TableDocument: "document",
    c.PutQuestion: "decision",
    c.RaiseMatter: "matter",
    c.TableAmendment: "amendment",
    c.ImportCommitments: "import",
}


_one = st.sampled_from
_party, _person, _meeting = _one(PARTIES), _one(PERSONS), _one(MEETINGS)
_document, _decision, _matter, _amendment, _import = (
    st.just(Made(kind)) for kind in _MAKES.values()
)
_owner = _one(("assembly", ORGAN, *PARTIES))
_presences = st.lists(_party, unique=True, max_size=3).map(
    lambda parties: tuple(a.Presence(party, 2) for party in parties)
)
_tagging = _one(("o1", "o2", "x")).map(lambda unit: (a.ParagraphTags(unit, (TAG,), "2027"),))
_items = st.lists(_one(("item:1", "item:2", "")), min_size=1, max_size=3).map(
    lambda names: tuple(a.AgendaItem(name, EN, "added") for name in names)
)
_file = a.Attachment("0" * 64, "scan.pdf", "application/pdf", 9)
_here: dict[str, Any] = {"meeting": _meeting}
_said: dict[str, Any] = {"speaker": st.just(EN), "summary": st.just(EN), "tags": st.just((TAG,))}
_convened: dict[str, Any] = {"series": st.just(SERIES), "ordinal": st.integers(1, 3)}
_offices = _one(("head_of_delegation", "administrator", "chair"))
_office: dict[str, Any] = {"person": _person, "office": _offices, "of": _owner}
_when = _one(("2026-11-25", "2027", "2020-01"))
_words: dict[str, Any] = {"names": st.just(EN)}

_report: dict[str, Any] = {"state": _one(("done", "in_progress")), "words": st.just(EN)}

_REGISTER: tuple[tuple[type[c.Asked], dict[str, Any]], ...] = (
    (c.RenameAssembly, _words),
    (c.RenameOrgan, {"organ": st.just(ORGAN), **_words}),
    (c.DissolveOrgan, {"organ": st.just(ORGAN)}),
    (c.GiveStatus, {"party": _party, "status": _one(("member", "observer"))}),
    (c.EndStatus, {"party": _party}),
    (c.TakeOffice, _office),
    (c.LeaveOffice, _office),
    (c.AppointPerson, {**_words, "office": st.just("delegate"), "party": _party}),
    (c.PassChair, {"party": _party}),
    (c.SetCadence, {"series": st.just(SERIES), "cadence_months": _one((None, 6))}),
    (c.ComposeGroup, {"group": st.just(GROUP), **_words, "members": st.tuples(_person)}),
)
_MEETING: tuple[tuple[type[c.Asked], dict[str, Any]], ...] = (
    (c.ConveneMeeting, {**_convened, "when": _when, "after_the_fact": st.booleans()}),
    (c.MoveMeeting, {**_here, "when": _when, "place": st.just(EN)}),
    (c.RegisterDelegation, {**_here, "party": _party, "head": st.just("Head")}),
    (c.DecideCredentials, {**_here, "party": _party, "accepted": st.booleans()}),
    (c.RaiseMatter, {**_here, "title": st.just(EN), "tags": st.just((TAG,))}),
    (c.SettleMatter, {**_here, "matter": _matter}),
    (c.IssueAgenda, {**_here, "status": st.just("adopted"), "items": _items}),
    (c.OpenMeeting, _here),
    (c.OpenMeeting, _here),
    (c.TakeAttendance, {**_here, "present": _presences}),
    (c.RecordStatement, {**_here, **_said, "on_behalf": _owner}),
    (c.ApproveMinutes, {**_here, "position": st.just(1)}),
    (c.CloseMeeting, _here),
)
_versions = _one(((UNITS, UNITS[1:2]), (UNITS[1:2], UNITS), ((), UNITS))).map(
    lambda texts: tuple(
        c.FirstVersion(language, "authentic", units)
        for language, units in zip(("en", "tr"), texts, strict=True)
    )
)
_FIRST: dict[str, Any] = {"meeting": st.just(MEETINGS[0])}
_yes: dict[str, Any] = {"decision": _decision, "party": st.just("party:az")}
_DOCUMENT: tuple[tuple[type[c.Asked], dict[str, Any]], ...] = (
    (c.PutQuestion, {**_FIRST, "question": st.just(EN), "document": st.none() | _document}),
    (c.PutQuestion, {**_FIRST, "question": st.just(EN), "document": _document}),
    (c.GivePosition, {**_FIRST, **_yes, "choice": _one(("yes", "yes", "no"))}),
    (c.GivePosition, {**_FIRST, **_yes, "choice": st.just("yes")}),
    (c.DecideQuestion, {**_FIRST, "decision": _decision}),
    (c.DecideQuestion, {**_FIRST, "decision": _decision}),
    (c.TableDocument, {**_words, "kind": st.just("decision"), "meeting": st.none() | _meeting}),
    (c.TableText, {**_words, "kind": st.just("communique"), "versions": _versions}),
    (
        c.DistributeVersion,
        {
            "document": _document,
            "language": _one(("en", "en", "tr")),
            "standing": st.just("authentic"),
            "units": _one((UNITS, UNITS, UNITS, ())),
            "file": _one((None, _file)),
        },
    ),
    (c.TagParagraphs, {"document": _document, "paragraphs": _tagging}),
    (c.RecordAdoption, {"document": _document, "meeting": _meeting}),
    (c.ChangeMarking, {"document": _document}),
    (c.WithdrawDocument, {"document": _document}),
    (c.ReportOnCommitment, {"commitment": st.just(Made("commitment")), **_report}),
)
_draft: dict[str, Any] = {"document": st.just(THIRD)}
_of_az: dict[str, Any] = {**_draft, "party": st.just("party:az")}
_changes = _one(
    (
        (Edit("o1", "en", 0, 5, "Keeps"),),
        (Edit("o1", "en", 0, 5, "Has"), Edit("o1", "tr", 0, 0, "Ve ")),
        (Drop("o2"),),
        (Move("o2", None, "p1"),),
        (Add(None, "o2", (Unit("o3", "operative", {"en": "Reports."}),)),),
    )
)
_answers = _one(("o1", "o2", "x")).map(lambda unit: (a.ParagraphAnswer(unit, "object", EN),))
_until: dict[str, Any] = {"until": st.just("2026-12-20T15:00Z")}
_proposed: dict[str, Any] = {"by": st.just(("party:az",)), "language": _one(("en", "tr"))}
_reworded = _one(((), (Edit("o1", "tr", 0, 0, "Ve "),)))
_vote: dict[str, Any] = {**_FIRST, "question": st.just(EN), **_draft}
_DRAFTING: tuple[tuple[type[c.Asked], dict[str, Any]], ...] = (
    (c.CirculateDraft, {**_draft, **_until}),
    (c.GiveAnswers, {**_of_az, "answers": _answers}),
    (c.OpenSilence, {**_draft, **_FIRST, **_until, "title": st.just(EN)}),
    (c.BreakSilence, {**_of_az, "reason": st.just(EN)}),
    *(
        (
            c.TableAmendment,
            {
                **_draft,
                **_proposed,
                "reading": _one((1, 1, 2)),
                "changes": _changes,
                "of": of,
            },
        )
        for of in (st.none(), _amendment)
    ),
    (
        c.TranslateAmendment,
        {
            **_draft,
            "amendment": _amendment,
            "language": st.just("tr"),
            "edits": _reworded,
            "unchanged": st.booleans(),
        },
    ),
    (c.SponsorAmendment, {**_draft, "amendment": _amendment, "party": _party}),
    (c.WithdrawAmendment, {**_of_az, "amendment": _amendment}),
    (c.MarshalAmendments, _draft),
    (c.MarshalAmendments, _draft),
    *[(c.PutQuestion, {**_vote, "amendments": st.tuples(_amendment), "departure": st.just(EN)})]
    * 3,
    (c.PutQuestion, _vote),
    (c.PutQuestion, {**_vote, "units": _one((("o1",), ("o2",)))}),
    (c.GivePosition, {**_FIRST, **_yes, "choice": st.just("yes")}),
    (c.DecideQuestion, {**_FIRST, "decision": _decision}),
    (c.ConsolidateText, _draft),
    (c.ConsolidateText, _draft),
    (c.EnterReservation, {**_of_az, "words": st.just(EN), "unit": _one((None, "o1"))}),
    (c.ExplainVote, {**_of_az, "words": st.just(EN)}),
    (
        c.CorrectText,
        {
            **_draft,
            "language": st.just("en"),
            "edits": _one(((), (Edit("o1", "en", 0, 0, "So "),))),
        },
    ),
)

_undertaking = _one(
    (
        a.Undertaking(),
        a.Undertaking("report", due="2027-01-01", tags=(TAG,)),
        a.Undertaking("exercise", lead="party:hu", owner=EN, tags=(TAG, AIM), review=MEETINGS[1]),
        a.Undertaking(tags=(AIM,), milestones=(a.Milestone("m1", EN, "2026-12-01"),)),
        a.Undertaking(due="2027-01-01", until="2026-01-01"),
    )
)
_asked = st.lists(_one((*PARTIES, ORGAN, "party:x")), unique=True, max_size=4).map(tuple)
_drawing = st.lists(
    st.builds(c.Drawn, _one(("o1", "o1", "o2", "x")), _asked, _undertaking), min_size=1, max_size=2
).map(tuple)
_answers_given = st.lists(
    st.builds(c.Answered, _one(("2026-11-25", "2026-12", "2020-01")), _one(ANSWERS), st.just(EN)),
    max_size=2,
).map(tuple)
_line = st.builds(
    c.ImportedLine,
    line=st.integers(1, 9),
    number=_one((0, 1, 2)),
    words=st.just(EN),
    party=_one(PARTIES),
    state=_one(STATES),
    undertaking=_undertaking,
    answers=_answers_given,
)
_lines = st.lists(_line, max_size=3, unique_by=lambda line: line.line).map(tuple)
_told: dict[str, Any] = {"commitment": st.just(Made("commitment")), "reason": st.just(EN)}
_text = _one((FIRST, FIRST, SECOND, THIRD))
_tag: dict[str, Any] = {"tag": _one((TAG, PLAN, AIM, "tag:late"))}
_FOLLOWING: tuple[tuple[type[c.Asked], dict[str, Any]], ...] = (
    *[(c.DrawCommitments, {"document": _text, "paragraphs": _drawing, "reason": st.just(EN)})] * 3,
    (
        c.DescribeCommitment,
        {"commitment": st.just(Made("commitment")), "undertaking": _undertaking},
    ),
    (
        c.ReportOnCommitment,
        {
            "commitment": st.just(Made("commitment")),
            "state": _one(ANSWERS),
            "words": st.just(EN),
            "milestones": _one(((), (), ("m1",))),
        },
    ),
    (c.SupersedeCommitment, {**_told, "by": _one(("", Made("commitment")))}),
    (c.StrikeCommitment, _told),
    (
        c.RemindParty,
        {"party": _party, "commitments": st.just((Made("commitment"), Made("commitment")))},
    ),
    (
        c.ImportCommitments,
        {
            "document": _text,
            "name": st.just("old.csv"),
            "digest": _one(("a" * 64, "b" * 64)),
            "lines": _lines,
        },
    ),
    (c.UndoImport, {"document": _text, "imported": _import, "reason": st.just(EN)}),
    (c.ChangeMarking, {"document": _text}),
    (c.RecordAdoption, {"document": _text, "meeting": _meeting}),
    (c.TagParagraphs, {"document": _document, "paragraphs": _tagging}),
    (
        c.DefineTag,
        {
            **_tag,
            **_words,
            "scheme": _one(("area", "goal", "strategy")),
            "under": _one((PLAN, "")),
            "due": _one((None, "2028")),
        },
    ),
    (c.EndTag, _tag),
)
_EVERY = (_REGISTER, _MEETING, _DOCUMENT, _DOCUMENT, _DRAFTING, _FOLLOWING)


@st.composite
def sequences(draw: st.DrawFn, only: tuple[Any, ...] = ()) -> list[c.Command]:
    """Commands by chance, many of them possible: of all kinds, or of one part of them only."""
    drawn: list[c.Command] = []
    made = {
        "document": [FIRST, SECOND],
        "decision": [PUT],
        "matter": [RAISED],
        "commitment": [PLEDGED],
        "amendment": [MOVED, new_id("amendment", "move2")],
        "import": ["import:none"],
    }
    for number in range(draw(st.integers(1, LENGTH))):
        kind, parts = draw(_one(only or draw(_one(_EVERY))))
        given = {name: _named(draw, made, draw(strategy)) for name, strategy in parts.items()}
        command: Any = kind(id=f"c{number}", audience=draw(_one(AUDIENCES)), **given)
        drawn += [command, *_carried(draw, command)]
        _note(made, command)
    return drawn


def _named(draw: st.DrawFn, made: dict[str, list[str]], value: object) -> object:
    """The value, or the name of something that may have been made before; so within a tuple."""
    if isinstance(value, tuple):
        return tuple(_named(draw, made, one) for one in value)
    if not isinstance(value, Made):
        return value
    names = made[value.kind]
    several = value.kind in ("amendment", "commitment")
    return draw(_one((*names[:2], *names[-3:]) if several else names[-3:]))


def _carried(draw: st.DrawFn, put: c.Command) -> list[c.Command]:
    """A question is mostly answered and decided at once: that is what it was put for."""
    if not isinstance(put, c.PutQuestion) or draw(_one((True, False, False))):
        return []
    here: dict[str, Any] = {"meeting": put.meeting, "decision": new_id("decision", put.id)}
    choice = draw(_one(("yes", "yes", "no")))
    return [
        c.GivePosition(id=f"{put.id}-az", **here, party="party:az", choice=choice),
        c.DecideQuestion(id=f"{put.id}-decided", **here),
    ]


def _note(made: dict[str, list[str]], command: c.Command) -> None:
    kind = _MAKES.get(type(command))
    if kind:
        made[kind].append(new_id(kind, command.id))
    if isinstance(command, c.PutQuestion) and command.document:
        pledge = new_id("commitment", command.document, "o1 party:az")
        made["commitment"].append(pledge)
    if isinstance(command, c.DrawCommitments):
        asked = ((drawn.unit, party) for drawn in command.paragraphs for party in drawn.parties)
        for unit, party in asked:
            made["commitment"].append(commitment_id(command.document, unit, party))
    if isinstance(command, c.ImportCommitments):
        lines = (new_id("commitment", command.id, str(line.line)) for line in command.lines)
        made["commitment"].extend(lines)


@contextmanager
def house_of(commands: list[c.Command]) -> Iterator[House]:
    """A house in which the commands were tried, those that a rule forbids in vain."""
    with TemporaryDirectory() as directory:
        path = Path(directory) / "data"
        Record.create(path, "kurultai/test", noon).close()
        house = House(path, noon)
        founding: list[Any] = [kind(id=f"f{n}", **p) for n, (kind, p) in enumerate(FOUNDING)]
        house.submit_all("test", [*founding, *BEGUN]).result()
        for future in [house.submit("test", command) for command in commands]:
            if not isinstance(future.exception(), Refused):
                future.result()
        yield house
        house.close()


def drafts() -> st.SearchStrategy[list[c.Command]]:
    """Commands by chance on one draft."""
    return sequences(_DRAFTING)


def followings() -> st.SearchStrategy[list[c.Command]]:
    """Commands by chance on what follows from two adopted texts, one of them for members alone."""
    return sequences(_FOLLOWING).map(lambda commands: [*ADOPTED, *commands])
