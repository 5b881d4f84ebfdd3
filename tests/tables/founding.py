"""Where commands by chance begin: a small assembly, four texts, one meeting that sits."""

from dataclasses import dataclass
from typing import Any

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.texts.change import Drop, Edit
from tests.procedure.minutes import STRICT, UNITS

EN = {"en": "Words"}
PARTIES = ("party:az", "party:kz", "party:hu")
PERSONS = ("person:clerk", "person:head", "person:guest")
ORGAN, SERIES, TAG, GROUP = "organ:o", "series:s", "tag:t", "group:g"
PLAN, AIM = "tag:plan", "tag:aim"  # a strategy and a goal of it
MEETINGS = ("meeting:s-1", "meeting:s-2")
AUDIENCES = (*["public"] * 12, "members", "secretariat", ORGAN, "party:az", GROUP)

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
    (c.DefineTag, {"tag": PLAN, "scheme": "strategy", "names": EN}),
    (c.DefineTag, {"tag": AIM, "scheme": "goal", "names": EN, "under": PLAN}),
    (c.ConveneMeeting, {"series": SERIES, "ordinal": 1, "when": "2026-11-25"}),
    (c.ConveneMeeting, {"series": SERIES, "ordinal": 2, "when": "2026-12"}),
    (c.OpenMeeting, {"meeting": "meeting:s-1"}),
    (c.TakeAttendance, {"meeting": "meeting:s-1", "present": (a.Presence("party:az", 2),)}),
)


FIRST, SECOND = new_id("document", "draft1"), new_id("document", "draft2")
THIRD, MOVED = new_id("document", "draft3"), new_id("amendment", "move1")
PUT, RAISED = new_id("decision", "put1"), new_id("matter", "raise1")
PLEDGED = new_id("commitment", FIRST, "o1 party:az")
SITTING: dict[str, Any] = {"meeting": "meeting:s-1"}
ENGLISH: dict[str, Any] = {"language": "en", "standing": "authentic", "units": UNITS}
TURKISH: dict[str, Any] = {"language": "tr", "standing": "translation", "units": UNITS[1:2]}
MOVING: dict[str, Any] = {"by": ("party:az",), "language": "en", "reading": 1}
BEGUN: tuple[c.Command, ...] = (
    c.TableDocument(id="draft1", kind="decision", names=EN),
    c.DistributeVersion(id="b1", document=FIRST, **ENGLISH),
    c.PutQuestion(id="put1", **SITTING, question=EN, document=FIRST),
    c.GivePosition(id="b2", **SITTING, decision=PUT, party="party:az", choice="yes"),
    c.TableDocument(id="draft2", kind="decision", names=EN, audience="members"),
    c.DistributeVersion(id="b3", document=SECOND, **ENGLISH),
    c.RaiseMatter(id="raise1", **SITTING, title=EN),
    c.RegisterDelegation(id="b4", **SITTING, party="party:az", head="Head"),
    c.TableDocument(id="draft3", kind="decision", names=EN),
    c.DistributeVersion(id="b5", document=THIRD, **ENGLISH),
    c.TableAmendment(
        id="move1", document=THIRD, **MOVING, changes=(Edit("o1", "en", 0, 5, "Keeps"),)
    ),
    c.TableAmendment(id="move2", document=THIRD, **MOVING, changes=(Drop("o2"),)),
    c.DistributeVersion(id="b6", document=THIRD, **TURKISH),
    c.MarshalAmendments(id="b7", document=THIRD),
)
ADOPTED: tuple[c.Command, ...] = (
    c.DecideQuestion(id="a1", **SITTING, decision=PUT),
    c.RecordAdoption(id="a2", document=SECOND, meeting="meeting:s-1"),
)


@dataclass(frozen=True, slots=True)
class Made:
    """Stands for something of that kind that an earlier command of the sequence made."""

    kind: str
