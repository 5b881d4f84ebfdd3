"""What can be read by other systems: each address with its parameters and its shape."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from kurultai.gate import commitments, documents, listed, meetings, record, register
from kurultai.gate.listed import Part
from kurultai.gate.shapes import (
    AgendaPage,
    Assembly,
    CommitmentPage,
    CommitmentRow,
    DecisionPage,
    DecisionRow,
    DocumentPage,
    DocumentRow,
    MeetingPage,
    MeetingRow,
    Minute,
    Party,
    Series,
    SeriesPage,
    Tag,
)
from kurultai.gate.viewer import Viewer
from kurultai.procedure.following.commitment import STATES
from kurultai.site.house import house
from kurultai.site.tongue import lazy as _

MOST = 200  # of a list in one answer
T = TypeVar("T")

Limit = Annotated[int, Meta(ge=1, le=MOST)]
Offset = Annotated[int, Meta(ge=0, le=10_000_000)]
State = Annotated[str, Meta(pattern="^(" + "|".join(STATES) + ")$")]
Name = Annotated[str, Meta(min_length=1, max_length=120)]


class Paging(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which part of a list is asked for."""

    offset: Offset = 0
    limit: Limit = 50


class OfCommitments(Paging, frozen=True, forbid_unknown_fields=True):
    """Which commitments are asked for."""

    series: Name | None = None
    party: Name | None = None
    state: State | None = None


class Nothing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """No parameters."""


Read = Callable[[Viewer, str, Any], Any]  # who asks, the name in the address, the parameters


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Something that can be read."""

    path: str  # under /api/v1/, with {name} where a name stands
    operation: str
    tells: Any
    shape: Any  # of one thing, or of each of a list
    read: Read
    asks: type[msgspec.Struct] = Nothing
    is_list: bool = False


def _part(rows: Sequence[T], asked: Paging) -> Part[T]:
    return Part(len(rows), tuple(rows[asked.offset : asked.offset + asked.limit]))


def _today() -> date:
    return date.fromisoformat(house().today())


def _commitments(viewer: Viewer, _: str, asked: OfCommitments) -> Part[CommitmentRow]:
    return listed.commitments(
        viewer,
        asked.offset,
        asked.limit,
        series=asked.series and f"series:{asked.series}",
        party=asked.party and f"party:{asked.party}",
        state=asked.state,
    )


def _series(viewer: Viewer, _: str, asked: Paging) -> Part[Series]:
    return _part([page.series for page in meetings.series_list(viewer, _today())], asked)


READING = (
    Endpoint(
        "assembly",
        "readAssembly",
        _("The assembly"),
        Assembly,
        lambda viewer, _name, _asked: register.assembly(viewer),
    ),
    Endpoint(
        "parties",
        "listParties",
        _("Parliaments and organisations that take part"),
        Party,
        lambda viewer, _name, asked: _part(register.parties(viewer), asked),
        Paging,
        is_list=True,
    ),
    Endpoint(
        "parties/{name}",
        "readParty",
        _("One of them, with its history and its people"),
        register.PartyPage,
        lambda viewer, name, _asked: register.party(viewer, f"party:{name}"),
    ),
    Endpoint(
        "series", "listSeries", _("Series of meetings"), Series, _series, Paging, is_list=True
    ),
    Endpoint(
        "series/{name}",
        "readSeries",
        _("A series: its meetings, what is due, what is open"),
        SeriesPage,
        lambda viewer, name, _asked: meetings.series(viewer, f"series:{name}", _today()),
    ),
    Endpoint(
        "meetings",
        "listMeetings",
        _("Meetings, latest first"),
        MeetingRow,
        lambda viewer, _name, asked: _part(meetings.meetings(viewer), asked),
        Paging,
        is_list=True,
    ),
    Endpoint(
        "meetings/{name}",
        "readMeeting",
        _("Everything about a meeting"),
        MeetingPage,
        lambda viewer, name, _asked: meetings.meeting(viewer, f"meeting:{name}"),
    ),
    Endpoint(
        "meetings/{name}/agenda",
        "readAgenda",
        _("The latest issue of a meeting's agenda"),
        AgendaPage,
        lambda viewer, name, _asked: meetings.agenda(viewer, f"meeting:{name}"),
    ),
    Endpoint(
        "documents",
        "listDocuments",
        _("Drafts and adopted texts, latest first"),
        DocumentRow,
        lambda viewer, _name, asked: _part(documents.documents(viewer), asked),
        Paging,
        is_list=True,
    ),
    Endpoint(
        "documents/{name}",
        "readDocument",
        _("A text in all its languages, with what followed from it"),
        DocumentPage,
        lambda viewer, name, _asked: documents.document(viewer, f"document:{name}"),
    ),
    Endpoint(
        "decisions",
        "listDecisions",
        _("What was decided, in order"),
        DecisionRow,
        lambda viewer, _name, asked: listed.decisions(viewer, asked.offset, asked.limit),
        Paging,
        is_list=True,
    ),
    Endpoint(
        "decisions/{name}",
        "readDecision",
        _("A decision with its arithmetic and who said what"),
        DecisionPage,
        lambda viewer, name, _asked: meetings.decision(viewer, f"decision:{name}"),
    ),
    Endpoint(
        "commitments",
        "listCommitments",
        _("Commitments, all or of a series, a party or a state"),
        CommitmentRow,
        _commitments,
        OfCommitments,
        is_list=True,
    ),
    Endpoint(
        "commitments/{name}",
        "readCommitment",
        _("A commitment and what was reported on it"),
        CommitmentPage,
        lambda viewer, name, _asked: commitments.commitment(viewer, f"commitment:{name}"),
    ),
    Endpoint(
        "tags",
        "listTags",
        _("The vocabulary: challenges, areas, joint efforts, strategies, goals"),
        Tag,
        lambda viewer, _name, asked: _part(register.tags(viewer), asked),
        Paging,
        is_list=True,
    ),
    Endpoint(
        "acts/{name}",
        "readAct",
        _("An act's place in the record"),
        Minute,
        lambda viewer, name, _asked: record.act(viewer, _position(name)),
    ),
)


def _position(name: str) -> int:
    """A position; of what is none there is no act."""
    return int(name) if name.isascii() and name.isdecimal() and len(name) < 16 else 0  # noqa: PLR2004
