"""Approved letters reach the mail server once; without one they become files."""

import threading
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from kurultai.followers.addresses import set_address
from kurultai.followers.outbox import Letter, letters, put
from kurultai.followers.post import Mail, Unmailable, post
from kurultai.followers.running import Followers
from tests.outward.mailbox import mailbox

LATER = datetime(2099, 1, 1, tzinfo=UTC)
KYRGYZ = Letter(
    "reminder",
    "person:amina",
    "party:kg",
    "ky",
    "Жооп күтүлүүдө",
    "Салам!\n.\nТизме күтүп турат.\n",
)


def _read(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=default)


def test_an_approved_letter_is_handed_over_once_as_it_was_worded(tmp_path: Path) -> None:
    set_address(tmp_path, "person:amina", "amina@parliament.example")
    put(tmp_path, KYRGYZ, approved_by="person:clerk")
    put(tmp_path, KYRGYZ)
    with mailbox() as server:
        mail = Mail(server.url, "kurultai@assembly.example")
        assert [post(tmp_path, mail, LATER), post(tmp_path, mail, LATER)] == [1, 0]
    (made,) = map(_read, server.letters)
    assert (made["To"], made["Subject"]) == ("amina@parliament.example", KYRGYZ.subject)
    assert made.get_content().splitlines() == KYRGYZ.body.splitlines()
    assert (made["Content-Language"], made["Auto-Submitted"]) == ("ky", "auto-generated")
    assert [kept.state for kept in letters(tmp_path)] == ["waiting", "sent"]


def test_a_refused_letter_is_tried_again_and_keeps_its_identity(tmp_path: Path) -> None:
    set_address(tmp_path, "person:amina", "amina@parliament.example")
    put(tmp_path, KYRGYZ, approved_by="person:clerk")
    with mailbox() as server:
        server.refusing = True
        assert post(tmp_path, Mail(server.url), LATER) == 0
        (kept,) = letters(tmp_path)
        assert (kept.state, kept.tries, "550" in kept.trouble) == ("approved", 1, True)
        server.refusing = False
        assert post(tmp_path, Mail(server.url), datetime(2100, 1, 1, tzinfo=UTC)) == 1
    assert len({_read(raw)["Message-ID"] for raw in server.letters}) == 1


def test_without_a_mail_server_letters_are_files_for_their_owner_only(tmp_path: Path) -> None:
    letter = Letter("digest", "", "", "en", "News", "Text", "reader@home.example", "https://a/b")
    put(tmp_path, letter, approved_by="person:clerk")
    post(tmp_path, Mail(), LATER)
    (kept,) = letters(tmp_path)
    made = _read((tmp_path / kept.trouble).read_bytes())
    assert (made["To"], made["List-Unsubscribe"]) == ("reader@home.example", "<https://a/b>")
    assert (tmp_path / "mail").stat().st_mode & 0o077 == 0


def test_to_whom_nobody_can_write_nothing_goes_and_it_is_said_why(tmp_path: Path) -> None:
    put(tmp_path, KYRGYZ, approved_by="person:clerk")
    assert post(tmp_path, Mail(), LATER) == 0
    assert letters(tmp_path)[0].trouble == "no address is known"


def test_nobody_puts_a_head_into_a_letter_by_its_subject(tmp_path: Path) -> None:
    letter = Letter("digest", "", "", "en", "News\r\nBcc: x@y.example", "Text", "r@home.example")
    put(tmp_path, letter, approved_by="person:clerk")
    with mailbox() as server:
        post(tmp_path, Mail(server.url), LATER)
    assert _read(server.letters[0])["Bcc"] is None


def test_a_letter_that_cannot_be_written_holds_up_no_other(tmp_path: Path) -> None:
    for address in ("=?utf-8?q?@?=.example", "reader@home.example"):
        put(tmp_path, Letter("digest", "", "", "en", "News", "Text", address), at_once=True)
    assert post(tmp_path, Mail(), LATER) == 1
    assert {(kept.address, kept.state) for kept in letters(tmp_path)} == {
        ("=?utf-8?q?@?=.example", "approved"),
        ("reader@home.example", "sent"),
    }


@pytest.mark.parametrize("server", ["mail.example", "ftp://mail.example", "smtp://"])
def test_a_mail_server_that_is_not_understood_is_refused_at_once(server: str) -> None:
    with pytest.raises(Unmailable):
        Mail(server)


def test_a_follower_that_fails_keeps_no_other_from_following_and_is_tried_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    failed, other = threading.Semaphore(0), threading.Semaphore(0)

    def failing(_: datetime) -> int:
        failed.release()
        raise ValueError("a defect")

    def following(_: datetime) -> int:
        other.release()
        return 0

    with Followers(failing, following, pause=0.001):
        assert all(each.acquire(timeout=10) for each in (failed, other, failed, other))
    assert "A follower failed" in caplog.text


def test_followers_end_when_told_however_long_they_would_wait() -> None:
    turns = threading.Semaphore(0)

    def turn(_: datetime) -> int:
        turns.release()
        return 0

    with Followers(turn, pause=3600) as followers:
        assert turns.acquire(timeout=10)
        followers.stir()
        assert turns.acquire(timeout=10)
    assert not any(thread.name == "followers" for thread in threading.enumerate())
