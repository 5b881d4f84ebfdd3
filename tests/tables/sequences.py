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
from kurultai.procedure.refusal import Refused
from kurultai.record.sqlite import Record
from tests.conftest import noon
from tests.procedure.minutes import STRICT, UNITS

LENGTH = 40  # commands of a sequence
EN = {"en": "Words"}
PARTIES = ("party:az", "party:kz", "party:hu")
PERSONS = ("person:clerk", "person:head", "person:guest")
ORGAN, SERIES, TAG, GROUP = "organ:o", "series:s", "tag:t", "group:g"
MEETINGS = ("meeting:s-1", "meeting:s-2")
AUDIENCES = ("public", "public", "members", "secretariat", ORGAN, "party:az", GROUP)

FOUNDING: tuple[tuple[type[c.Asked], dict[str, Any]], ...] = (
    (
        c.FoundAssembly,
        {
            "assembly": "a",
            "names": EN,
            "short": "A",
            "languages": ("en",),
            "timezone": "UTC",
            "symbols": {"decision": "DEC/{number:03}/{year}", "final": "{symbol}/FINAL"},
        },
    ),
    (c.AdoptRulebook, {"rulebook": "strict", "text": STRICT}),
    (
        c.EstablishOrgan,
        {"organ": ORGAN, "kind": "chairs", "rules": "chairs_meeting", "names": EN},
    ),
    *((c.RegisterParty, {"party": party, "names": EN, "state": EN}) for party in PARTIES),
    *((c.RegisterPerson, {"person": person, "names": EN}) for person in PERSONS),
    (c.GiveStatus, {"party": "party:az", "status": "member"}),
    (c.TakeOffice, {"person": "person:clerk", "office": "secretariat_officer", "of": "assembly"}),
    (c.OpenSeries, {"series": SERIES, "organ": ORGAN, "names": EN, "core": (EN, EN)}),
    (c.DefineTag, {"tag": TAG, "scheme": "area", "names": EN}),
    (c.ConveneMeeting, {"series": SERIES, "ordinal": 1, "when": "2026-11-25"}),
)


def _ids(kind: str) -> st.SearchStrategy[str]:
    """An identity that one of the sequence's commands may have given."""
    return st.builds(lambda n: new_id(kind, f"c{n}"), st.integers(0, LENGTH - 1))


_one = st.sampled_from
_party, _person, _meeting = _one(PARTIES), _one(PERSONS), _one(MEETINGS)
_document, _decision = _ids("document"), _ids("decision")
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

COMMANDS: tuple[tuple[type[c.Asked], dict[str, Any]], ...] = (
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
    (c.ConveneMeeting, {**_convened, "when": _when, "after_the_fact": st.booleans()}),
    (c.MoveMeeting, {**_here, "when": _when, "place": st.just(EN)}),
    (c.RegisterDelegation, {**_here, "party": _party, "head": st.just("Head")}),
    (c.DecideCredentials, {**_here, "party": _party, "accepted": st.booleans()}),
    (c.RaiseMatter, {**_here, "title": st.just(EN), "tags": st.just((TAG,))}),
    (c.SettleMatter, {**_here, "matter": _ids("matter")}),
    (c.IssueAgenda, {**_here, "status": st.just("adopted"), "items": _items}),
    (c.OpenMeeting, _here),
    (c.OpenMeeting, _here),
    (c.TakeAttendance, {**_here, "present": _presences}),
    (c.RecordStatement, {**_here, **_said, "on_behalf": _owner}),
    (c.PutQuestion, {**_here, "question": st.just(EN), "document": st.none() | _document}),
    (c.GivePosition, {**_here, "decision": _decision, "party": _party, "choice": st.just("yes")}),
    (c.DecideQuestion, {**_here, "decision": _decision}),
    (c.ApproveMinutes, {**_here, "position": st.just(1)}),
    (c.CloseMeeting, _here),
    (c.TableDocument, {**_words, "kind": st.just("decision"), "meeting": st.none() | _meeting}),
    (c.TableDocument, {**_words, "kind": st.just("decision"), "meeting": st.none() | _meeting}),
    (
        c.DistributeVersion,
        {
            "document": _document,
            "language": _one(("en", "tr")),
            "standing": st.just("authentic"),
            "units": _one((UNITS, UNITS, ())),
            "file": _one((None, _file)),
        },
    ),
    (c.TagParagraphs, {"document": _document, "paragraphs": _tagging}),
    (c.RecordAdoption, {"document": _document, "meeting": _meeting}),
    (c.ChangeMarking, {"document": _document}),
    (c.WithdrawDocument, {"document": _document}),
)


@st.composite
def sequences(draw: st.DrawFn) -> list[c.Command]:
    """Commands by chance; their ids are c0, c1 ... so that what they make can be named."""
    drawn: list[c.Command] = []
    for number in range(draw(st.integers(1, LENGTH))):
        kind, parts = draw(_one(COMMANDS))
        given = {name: draw(strategy) for name, strategy in parts.items()}
        command: Any = kind(id=f"c{number}", audience=draw(_one(AUDIENCES)), **given)
        drawn.append(command)
    return drawn


@contextmanager
def house_of(commands: list[c.Command]) -> Iterator[House]:
    """A house in which the commands were tried, those that a rule forbids in vain."""
    with TemporaryDirectory() as directory:
        path = Path(directory) / "data"
        Record.create(path, "kurultai/test", noon).close()
        house = House(path, noon)
        founding: list[Any] = [kind(id=f"f{n}", **p) for n, (kind, p) in enumerate(FOUNDING)]
        house.submit_all("test", founding).result()
        for future in [house.submit("test", command) for command in commands]:
            if not isinstance(future.exception(), Refused):
                future.result()
        yield house
        house.close()
