"""The entries of the minutes in the tables: one an act, with how things stood when it happened."""

from typing import Any

import msgspec

from kurultai.gate.happenings import happenings
from kurultai.procedure import acts as a
from tests.tables.folding import EN, Folding

MEETING = "meeting:s-1"
CONVENED = a.MeetingConvened(MEETING, "series:s", 1, "2026-11-25", EN, None, EN, ("party:az",))


def folded(*bodies: a.ActBody) -> Folding:
    """A meeting that was convened and did these."""
    folding = Folding()
    folding.did(a.SeriesOpened("series:s", "organ:o", EN), stream="assembly")
    folding.did(CONVENED, *bodies, stream=MEETING)
    return folding


def told(folding: Folding, kind: str) -> list[dict[str, Any]]:
    """What the entries of that kind say."""
    sql = "SELECT about FROM happening WHERE kind = ? ORDER BY position"
    return [msgspec.json.decode(cell) for cell in folding.cells(sql, kind)]


def changed(party: str, *, present: bool, reached: bool) -> a.AttendanceChanged:
    return a.AttendanceChanged(party, present, 2, {"reached": reached})


def test_the_quorum_is_told_only_when_it_is_reached_or_lost() -> None:
    folding = folded(
        a.AttendanceTaken((a.Presence("party:az", 2),), {"reached": True}),
        changed("party:kz", present=True, reached=True),
        changed("party:kz", present=True, reached=True),
        changed("party:kz", present=False, reached=False),
    )
    entries = told(folding, "AttendanceChanged")
    assert [entry["change"] for entry in entries] == ["came", "number", "left"]
    assert [entry["quorum"] for entry in entries] == [{}, {}, {"reached": False}]


def test_a_speech_is_one_entry_from_giving_to_end() -> None:
    folding = folded(
        a.FloorRequested("request:1", "person:p", "party:az", "speech"),
        a.FloorGiven("request:1", 300),
        a.ItemTaken("item:1"),
        a.FloorEnded("request:1"),
    )
    (speech,) = told(folding, "FloorGiven")
    given, _, ended = folding.acts[-3:]
    assert (speech["given_at"], speech["ended_at"]) == (given.at, ended.at)
    assert speech["person"] == "person:p"
    kinds = folding.cells("SELECT kind FROM happening ORDER BY position")
    assert kinds == ["MeetingConvened", "FloorGiven", "ItemTaken"]


def test_an_entry_about_what_one_may_not_see_is_not_there() -> None:
    folding = folded()
    moved = a.MotionMoved("motion:1", "close_debate", "party:az")
    folding.did(moved, stream=MEETING, audience="members")
    folding.did(a.MotionSeconded("motion:1", "party:kz"), stream=MEETING)
    folding.did(a.MinuteCorrected(3, EN), a.MinuteCorrected(2, EN), stream=MEETING)
    shown = happenings(folding.viewer(), MEETING)
    assert [(one.kind, one.corrects) for one in shown] == [
        ("MeetingConvened", None),
        ("MinuteCorrected", 2),
    ]
