"""The post: hands approved letters to the mail server, or writes them as files where none is."""

import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kurultai.followers.outbox import NO_ADDRESS, Kept, Letter, due, stuck, went

FOLDER = "mail"  # in the data directory: letters as files, while no mail server is named
_TIMEOUT = 20.0  # seconds
_PORTS = {"smtp": 25, "smtps": 465}
_HERE = ("localhost", "127.0.0.1", "::1")


class Unmailable(ValueError):  # noqa: N818 - an answer
    """The mail server is not named in a way that can be understood."""


@dataclass(frozen=True, slots=True)
class Mail:
    """Which server takes letters, and in whose name they are sent."""

    server: str = ""  # smtp://name:password@host:port, or smtps://; none: letters become files
    sender: str = "kurultai@localhost"

    def __post_init__(self) -> None:
        """Unmailable at once rather than at the first letter."""
        parts = urlsplit(self.server)
        if self.server and (parts.scheme not in _PORTS or not parts.hostname):
            raise Unmailable(self.server)


Hand = Callable[[EmailMessage], str]  # hands over; says to what, if not to a mail server


def post(directory: Path, mail: Mail, at: datetime) -> int:
    """Hand over each letter whose turn has come; how many went."""
    hand: Hand = (
        (lambda message: _by_server(mail.server, message))
        if mail.server
        else (lambda message: _as_file(directory, message))
    )
    return sum(_handed(directory, kept, mail.sender, hand, at) for kept in due(directory, at))


def message(kept: Kept, sender: str) -> EmailMessage:
    """The letter as e-mail; tried again it has the same identity, so that one copy is kept."""
    made = EmailMessage(policy=SMTP)
    made.set_content(_body(kept.letter))  # first: it takes away what the head says of the content
    made["From"], made["To"] = sender, kept.address
    made["Subject"] = kept.letter.subject
    made["Date"] = format_datetime(datetime.fromisoformat(kept.made_at).astimezone(UTC))
    made["Message-ID"] = f"<letter-{kept.id}.{kept.made_at[:10]}@{sender.rpartition('@')[2]}>"
    made["Content-Language"] = kept.letter.language
    made["Auto-Submitted"] = "auto-generated"  # no holiday message answers it
    if kept.letter.unsubscribe:
        made["List-Unsubscribe"] = f"<{kept.letter.unsubscribe}>"
        made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return made


def _body(letter: Letter) -> str:
    """What it says, and under it where it is ended: digests that say the same are read as one."""
    if not letter.unsubscribe:
        return letter.body
    return f"{letter.body.rstrip()}\n\n-- \n{letter.unsubscribe}\n"


def _handed(directory: Path, kept: Kept, sender: str, hand: Hand, at: datetime) -> bool:
    if not kept.address:
        stuck(directory, kept, NO_ADDRESS, at)
        return False
    try:
        how = hand(message(kept, sender))
    except Exception as error:  # noqa: BLE001 - what cannot be written holds up no other letter
        stuck(directory, kept, f"{type(error).__name__}: {error}", at)
        return False
    went(directory, kept.id, how)
    return True


def _as_file(directory: Path, made: EmailMessage) -> str:
    folder = directory / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    name = made["Message-ID"].strip("<>").partition("@")[0] + ".eml"
    (folder / name).write_bytes(made.as_bytes())
    return f"{FOLDER}/{name}"


def _by_server(server: str, made: EmailMessage) -> str:
    parts = urlsplit(server)
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    tls = ssl.create_default_context()
    with (
        smtplib.SMTP_SSL(host, port, timeout=_TIMEOUT, context=tls)
        if parts.scheme == "smtps"
        else smtplib.SMTP(host, port, timeout=_TIMEOUT)
    ) as talking:
        # To another machine never in the clear, whether or not it offers better.
        if parts.scheme == "smtp" and host not in _HERE:
            talking.starttls(context=tls)
        if parts.username:
            talking.login(unquote(parts.username), unquote(parts.password or ""))
        talking.send_message(made)
    return ""
