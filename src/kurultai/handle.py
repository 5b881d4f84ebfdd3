"""Handle: command to acts. Nothing else in the product changes the record."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kurultai.gate.clause import NotFound
from kurultai.gate.may import may
from kurultai.gate.reading import Readers
from kurultai.gate.viewer import Viewer, seat
from kurultai.procedure import commands as c
from kurultai.procedure.acts import ActBody, Acted, act_of, body_of
from kurultai.procedure.decide import Situation, decide
from kurultai.procedure.document import Document, evolve_document
from kurultai.procedure.following.commitment import Commitment, evolve_commitment
from kurultai.procedure.instant import distributed_at, written
from kurultai.procedure.meeting import Meeting, evolve_meeting
from kurultai.procedure.register import STREAM, Register, evolve_register
from kurultai.record.act import Act, Draft
from kurultai.record.blobs import keep_blob
from kurultai.record.sqlite import Record
from kurultai.record.writer import NotDurable, Writer
from kurultai.tables.facts import facts_for
from kurultai.tables.project import project
from kurultai.tables.rebuild import current, swap

Evolve = Callable[[Any, Act, ActBody], Any]
Heard = Callable[[int, frozenset[str]], None]  # a position, and the streams that have come to it

_EVOLVE: dict[str, Evolve] = {
    STREAM: lambda state, act, body: evolve_register(state, act.on, body),
    "meeting": lambda state, act, body: evolve_meeting(state, act.audience, body),
    "document": lambda state, act, body: evolve_document(
        state, act.audience, body, distributed_at(act.on, act.at)
    ),
    "commitment": lambda state, _, body: evolve_commitment(state, body),
}
_EMPTY: dict[str, Any] = {
    STREAM: Register(),
    "meeting": Meeting(),
    "document": Document(),
    "commitment": Commitment(),
}


class House:
    """One assembly's record with its tables, its one writer and its readers."""

    def __init__(
        self,
        directory: Path,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Open the record for writing; tables of an earlier version are folded anew first."""
        self._clock = clock
        self._folds: dict[str, tuple[int, Any]] = {}  # stream -> (version, state)
        record = Record.open(directory, clock)
        _bring_up(record)
        self.directory = directory
        self.readers = Readers(directory)
        self._listening: tuple[Heard, ...] = ()
        self._changed: set[str] = set()  # streams, since the last commit
        self._writer = Writer(record, self._forget, self._tell)

    def handle(self, viewer: Viewer, command: c.Command) -> int:
        """Decide a command and record what follows; the position it was recorded at.

        NotFound if the viewer may not try it, Refused if a rule forbids it, Busy or NotDurable
        if the record cannot take it now; in each of these cases nothing was recorded.
        """
        if not may(viewer, command):
            raise NotFound
        return self.submit(viewer.person or "", command).result()

    def submit(self, actor: str, command: c.Command) -> Future[int]:
        """Queue a command that has passed the gate; for loading and for producers in number."""
        return self._writer.submit(lambda record: self._carry_out(record, actor, command))

    def submit_all(self, actor: str, commands: Iterable[c.Command]) -> Future[int]:
        """Queue many commands that are recorded together, or not at all if one is refused."""
        return self._writer.submit(lambda record: self._carry_out_all(record, actor, commands))

    def listen(self, heard: Heard) -> Callable[[], None]:
        """Call that after each commit, once it is durable, until what this returns is called.

        It is called in the writer's thread with the position that the record has come to and the
        streams that changed (or might have, had a command not been refused half way), and must
        return at once.
        """
        self._listening = (*self._listening, heard)

        def stop() -> None:
            self._listening = tuple(other for other in self._listening if other is not heard)

        return stop

    def answered(self, command: str) -> int | None:
        """The position at which the command of that id was recorded, or None if it was not.

        Within a reading it is as of then. What is not seen there the writer knows when the command
        comes to it; what is seen is told only when it is under the mark too, so the writer says it.
        """
        with self.readers.reading() as db:
            if not db.execute("SELECT 1 FROM act WHERE command = ?", (command,)).fetchone():
                return None
        return self._writer.submit(lambda record: record.results_of(command) or 0).result() or None

    def keep(self, data: bytes) -> str:
        """Keep a file beside the record, for an act to name; NotDurable if the disk is full."""
        try:
            return keep_blob(self.directory, data)
        except OSError as error:
            raise NotDurable(str(error)) from error

    def now(self) -> datetime:
        """The instant by the clock of the house, in UTC."""
        return self._clock()

    def today(self) -> str:
        """The ISO day in the assembly's time zone."""
        with self.readers.reading() as db:
            row = db.execute("SELECT timezone FROM assembly").fetchone()
        return self._day(row[0] if row else None)

    @contextmanager
    def viewing(self, person: str | None, language: str) -> Iterator[Viewer]:
        """A viewer for as long as one page or one call takes."""
        with self.readers.reading() as db:
            yield seat(db, person, language, self._day)

    def close(self) -> None:
        """Let the writer finish what is queued, and close."""
        self._writer.close()
        self.readers.close()

    def _forget(self) -> None:
        self._folds.clear()
        self._changed.clear()

    def _tell(self, position: int) -> None:
        if self._changed:
            streams = frozenset(self._changed)
            self._changed.clear()
            for heard in self._listening:
                heard(position, streams)

    def _day(self, timezone: str | None) -> str:
        return self._clock().astimezone(ZoneInfo(timezone or "UTC")).date().isoformat()

    def _carry_out(self, record: Record, actor: str, command: c.Command) -> int:
        done = record.results_of(command.id)
        if done is not None:
            return done  # a repeated request is answered, not repeated
        db = record.connection
        row = db.execute("SELECT timezone FROM assembly").fetchone()
        today = self._day(row[0] if row else None)
        dated = replace(command, on=command.on or today)
        acted = decide(self._situation(record, today, dated), dated)
        acts = record.append([_draft(act) for act in acted], actor=actor, command=command.id)
        for act in acts:
            project(db, act)
            self._changed.add(act.stream)
        return acts[-1].position

    def _carry_out_all(self, record: Record, actor: str, commands: Iterable[c.Command]) -> int:
        position = 0
        try:
            for command in commands:
                position = max(position, self._carry_out(record, actor, command))
        except BaseException:
            self._folds.clear()  # they hold acts that are now taken back
            raise
        return position

    def _situation(self, record: Record, today: str, command: c.Command) -> Situation:
        meeting: Meeting = self._fold(record, "meeting", _named(command, "meeting"))
        commitment: Commitment = self._fold(record, "commitment", _named(command, "commitment"))
        name = _document(command, meeting, commitment)
        document: Document = self._fold(record, "document", name)
        if isinstance(command, c.DraftingCommand) and not meeting.meeting:
            meeting = self._fold(record, "meeting", _meeting_of(document, command))
        return Situation(
            today=today,
            register=self._fold(record, STREAM, STREAM),
            meeting=meeting,
            document=document,
            commitment=commitment,
            facts=facts_for(record.connection, command),
            now=written(self._clock()),
        )

    def _fold(self, record: Record, kind: str, stream: str) -> Any:  # noqa: ANN401 - each kind has its state
        """The stream's state now: what was folded before, and the acts since.

        The empty state of that kind if the name is of another kind: what a command names comes
        from outside.
        """
        if stream.partition(":")[0] != kind:
            return _EMPTY[kind]
        version, state = self._folds.get(stream, (0, _EMPTY[kind]))
        for act in record.stream(stream, after_version=version):
            state = _EVOLVE[kind](state, act, act_of(act.kind, act.body))
            version = act.version
        if version:
            self._folds[stream] = (version, state)
        return state


def _bring_up(record: Record) -> None:
    """Tables of another version of this software are dropped and folded anew."""
    if not current(record.connection):
        record.connection.execute("BEGIN IMMEDIATE")
        swap(record.connection, record.acts())
        record.connection.execute("COMMIT")


def _named(command: c.Command, kind: str) -> str:
    """The stream that the command names under that kind, or nothing."""
    return getattr(command, kind, None) or ""


def _document(command: c.Command, meeting: Meeting, commitment: Commitment) -> str:
    """The document a command concerns: named, put to the vote, or behind a commitment."""
    question = meeting.questions.get(getattr(command, "decision", ""))
    of_question = question.document if question else None
    return getattr(command, "document", None) or of_question or commitment.document


def _meeting_of(document: Document, command: c.DraftingCommand) -> str:
    """The meeting before which the document is: that of its silence, when this is kept."""
    if isinstance(command, c.CloseSilence) and document.silence:
        return document.silence.meeting
    return document.meeting or ""


def _draft(acted: Acted) -> Draft:
    kind = type(acted.act).__name__
    return Draft(acted.stream, kind, acted.audience, acted.on, body_of(acted.act))
