"""Writer: the one thread that changes the record. Order is the argument here."""

import logging
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from kurultai.record.sqlite import CannotOpen, Record

WAITING = 1024  # commands; beyond it nobody waits in vain: they are told at once
BATCH = 256  # commands that share one commit
_STOPPED = "Writing has stopped after an error of the disk. Look at the disk, then start again."
_CLOSED = "The record is closed."

Work = Callable[[Record], int]


class Busy(Exception):  # noqa: N818 - an answer, as Refused is
    """Too many commands wait; nothing was recorded."""


class NotDurable(Exception):  # noqa: N818
    """The record could not be made durable; nothing was acknowledged."""


@dataclass(frozen=True, slots=True)
class _Asked:
    work: Work
    future: "Future[int]"


class Writer:
    """Carries out commands one after another and acknowledges them once they are durable."""

    def __init__(
        self,
        record: Record,
        after_failure: Callable[[], None] = lambda: None,
        after_commit: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Write that record, and close it at the end.

        ``after_failure`` is called when a transaction was lost, before anyone is told: what was
        folded from its acts must be forgotten. ``after_commit`` is called with how many acts there
        are when one is durable and all who waited for it were told; it must return at once.
        """
        self._record = record
        self._after_failure = after_failure
        self._after_commit = after_commit
        self._queue: queue.Queue[_Asked | None] = queue.Queue(WAITING)
        self._door = threading.Lock()
        self._shut = ""  # why none may enter any more
        self._thread = threading.Thread(target=self._write, name="writer", daemon=True)
        self._thread.start()

    def submit(self, work: Work) -> "Future[int]":
        """Queue work; Busy if too much waits, NotDurable if this writer has stopped."""
        asked = _Asked(work, Future())
        with self._door:
            if self._shut:
                raise NotDurable(self._shut)
            try:
                self._queue.put_nowait(asked)
            except queue.Full as error:
                raise Busy from error
        return asked.future

    def close(self) -> None:
        """Finish what is queued, and close the record."""
        self._shut_door(_CLOSED)
        self._queue.put(None)
        self._thread.join()

    def _write(self) -> None:
        try:
            while self._shut != _STOPPED and (batch := self._next_batch()) is not None:
                self._carry_out(batch)
        finally:
            self._shut_door(self._shut or _STOPPED)
            self._turn_away()
            self._record.close()

    def _next_batch(self) -> list[_Asked] | None:
        """Whoever waits, and at least one; None at the end."""
        asked = self._queue.get()
        batch = []
        while asked is not None:
            batch.append(asked)
            if len(batch) == BATCH or self._queue.empty():
                return [asked for asked in batch if asked.future.set_running_or_notify_cancel()]
            asked = self._queue.get()
        if batch:
            self._queue.put(None)  # for the next round
        return batch or None

    def _carry_out(self, batch: list[_Asked]) -> None:
        # Nobody is told anything before the commit is durable. If we die before it, nothing was
        # recorded and all who wait learn that we are gone; after it, their commands are known.
        try:
            self._record.begin()
            answers = [self._answer(asked.work) for asked in batch]
            note = self._record.commit()
        except sqlite3.Error as error:
            self._lose(batch, error)
            return
        if note is not None:
            self._mark(note)
        for asked, answer in zip(batch, answers, strict=True):
            if isinstance(answer, int):
                asked.future.set_result(answer)
            else:
                asked.future.set_exception(answer)
        self._announce()
        self._tidy()

    def _announce(self) -> None:
        try:
            self._after_commit(self._record.size)
        except Exception:  # who looks on cannot stop the record
            logging.getLogger(__name__).exception("What was recorded could not be announced.")

    def _answer(self, work: Work) -> int | Exception:
        """What one command comes to; sqlite3.Error if it takes the whole batch with it."""
        try:
            with self._record.attempt():
                return work(self._record)
        except Exception as error:  # one of the two loops: the others go on
            if isinstance(error, sqlite3.Error) and not self._record.connection.in_transaction:
                raise
            if isinstance(error, sqlite3.OperationalError) and _of_the_disk(error):
                raise
            return error

    def _lose(self, batch: list[_Asked], error: sqlite3.Error) -> None:
        """Tell all that nothing of theirs is durable; go on only if that will pass.

        After any other error of the disk the kernel may have dropped what it could not write and
        report success the next time: only a new process that reads from the disk can tell. What
        we call lost may then turn out to be there; its command is known by its id.
        """
        try:
            self._record.roll_back()
        except (sqlite3.Error, CannotOpen):
            self._shut_door(_STOPPED)
        if not _will_pass(error):
            self._shut_door(_STOPPED)
        self._after_failure()
        for asked in batch:
            asked.future.set_exception(NotDurable(f"Nothing was recorded: {error}."))

    def _mark(self, note: bytes) -> None:
        # The acts are durable and are acknowledged in any case. Without the mark a record put
        # back later could pass unnoticed, so these are the last.
        try:
            self._record.raise_mark(note)
        except OSError:
            self._shut_door(_STOPPED)

    def _tidy(self) -> None:
        """Move what was committed into the database file, once it is much; nobody waits for it."""
        try:
            self._record.tidy()
        except sqlite3.Error as error:
            # Everything is still in the log of the database, so that a full disk does no harm.
            if not _will_pass(error):
                self._shut_door(_STOPPED)

    def _shut_door(self, why: str) -> None:
        with self._door:
            if self._shut != _STOPPED:
                self._shut = why

    def _turn_away(self) -> None:
        """Tell those who came before the door was shut and were not heard."""
        while not self._queue.empty():
            asked = self._queue.get()
            if asked is not None and asked.future.set_running_or_notify_cancel():
                asked.future.set_exception(NotDurable(self._shut))


def _of_the_disk(error: sqlite3.Error) -> bool:
    return _code(error) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT)


def _will_pass(error: sqlite3.Error) -> bool:
    """True if the disk is full, or another program holds the database: both end."""
    return _code(error) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY)


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_INTERNAL) & 0xFF
