"""Letters wait for a person, go once, and are tried again."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kurultai.followers.addresses import address_of, known, looks_right, set_address
from kurultai.followers.outbox import (
    TRIES,
    Letter,
    approve,
    discard,
    due,
    letter,
    letters,
    put,
    reword,
    stuck,
    went,
)
from kurultai.followers.store import NAME

REMINDER = Letter("reminder", "person:amina", "party:kg", "ky", "Three wait", "Please sign in.")
LATER = datetime(2099, 1, 1, tzinfo=UTC)


def test_nothing_is_in_an_outbox_that_was_never_used(tmp_path: Path) -> None:
    assert letters(tmp_path) == ()
    assert not (tmp_path / NAME).exists()


def test_a_letter_waits_for_a_person_and_then_goes_once(tmp_path: Path) -> None:
    number = put(tmp_path, REMINDER)
    assert [kept.state for kept in letters(tmp_path)] == ["waiting"]
    assert due(tmp_path, LATER) == ()
    assert approve(tmp_path, number, "person:clerk")
    assert [kept.id for kept in due(tmp_path, LATER)] == [number]
    went(tmp_path, number, "")
    assert due(tmp_path, LATER) == ()
    assert not approve(tmp_path, number, "person:clerk")
    assert not discard(tmp_path, number, "person:clerk")
    assert [kept.decided_by for kept in letters(tmp_path, "sent")] == ["person:clerk"]


def test_a_letter_that_a_person_has_just_read_goes_without_waiting(tmp_path: Path) -> None:
    put(tmp_path, REMINDER, approved_by="person:clerk")
    assert [kept.letter for kept in due(tmp_path, LATER)] == [REMINDER]


def test_what_waits_may_be_worded_otherwise_and_what_is_approved_may_not(tmp_path: Path) -> None:
    number = put(tmp_path, REMINDER)
    assert reword(tmp_path, number, "Two\nwait", "Sign in, please.")
    kept = letter(tmp_path, number)
    assert kept is not None
    assert (kept.letter.subject, kept.letter.body) == ("Two wait", "Sign in, please.")
    approve(tmp_path, number, "person:clerk")
    assert not reword(tmp_path, number, "Other", "Other")


def test_a_discarded_letter_does_not_go(tmp_path: Path) -> None:
    number = put(tmp_path, REMINDER)
    assert discard(tmp_path, number, "person:clerk")
    assert not approve(tmp_path, number, "person:clerk")
    assert due(tmp_path, LATER) == ()


def test_what_cannot_be_handed_over_is_tried_later_each_time_and_fails_in_the_end(
    tmp_path: Path,
) -> None:
    number = put(tmp_path, REMINDER, approved_by="person:clerk")
    now, pauses = datetime.now(UTC), []
    for _ in range(TRIES):
        (kept,) = due(tmp_path, LATER)
        after = stuck(tmp_path, kept, "no answer", now)
        pauses.append(next((m for m in range(1000) if _is_due(tmp_path, now, m)), None))
    assert pauses[:4] == [2, 4, 8, 16]
    assert after.state == "failed"
    assert due(tmp_path, LATER) == ()
    assert approve(tmp_path, number, "person:clerk")
    assert [kept.tries for kept in due(tmp_path, LATER)] == [0]


def _is_due(directory: Path, now: datetime, minutes: int) -> bool:
    return bool(due(directory, now + timedelta(minutes=minutes)))


def test_a_letter_to_a_person_goes_where_they_last_said(tmp_path: Path) -> None:
    number = put(tmp_path, REMINDER)
    set_address(tmp_path, "person:amina", "amina@parliament.example")
    set_address(tmp_path, "person:amina", "a.k@parliament.example")
    kept = letter(tmp_path, number)
    assert kept is not None
    assert kept.address == "a.k@parliament.example"
    assert known(tmp_path) == {"person:amina": "a.k@parliament.example"}
    set_address(tmp_path, "person:amina", "")
    assert address_of(tmp_path, "person:amina") == ""


def test_an_address_is_one_line_with_one_at() -> None:
    for right in (
        "a.k@parliament.example",
        "o'neil+news=x@a-b.oireachtas.example",
        "a@парламент.қаз",
    ):
        assert looks_right(right)
    for wrong in (
        "",
        "a",
        "a@b",
        "a@b.c",
        "a b@c.de",
        "a@c.de\nBcc: x@y.zz",
        "a@@c.de",
        "<a@c.de>",
        "=?utf-8?q?a=0aBcc=3Avictim?=@home.example",  # a head would be read as what it encodes
        "a@=?utf-8?q?=0ax.?=y",
        "=?utf-8?q?@?=.example",
        "a\x01@c.de",
        ".a@c.de",
        "a@c..de",
        "a@-c.de",
        "a@c.de.",
    ):
        assert not looks_right(wrong)


def test_only_its_owner_reads_what_holds_addresses(tmp_path: Path) -> None:
    put(tmp_path, REMINDER)
    assert (tmp_path / NAME).stat().st_mode & 0o077 == 0


def test_what_an_error_leaves_is_taken_back(tmp_path: Path) -> None:
    from kurultai.followers.store import outward

    put(tmp_path, REMINDER)
    try:
        with outward(tmp_path) as db:
            db.execute("DELETE FROM letter")
            db.execute("no such statement")
    except sqlite3.OperationalError:
        pass
    assert len(letters(tmp_path)) == 1
