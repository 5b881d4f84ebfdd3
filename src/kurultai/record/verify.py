"""Verify: check a whole record, where it is kept or in an exported copy, and name what is wrong.

Needs the verifier key and nothing else of the host's: no web framework, no writable file.
"""

import hashlib
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from kurultai.record.blobs import DRAFT
from kurultai.record.checkpoint import Checkpoint, open_checkpoint
from kurultai.record.codec import (
    SALT_SIZE,
    commitment_bytes,
    files_in,
    is_canonical,
    is_canonical_head,
    read_body,
    read_head,
)
from kurultai.record.keys import read_vkey
from kurultai.record.note import BadNote, Verifier
from kurultai.record.sources import HASH, Exported, Kept, Source
from kurultai.record.stored import Opening
from kurultai.record.tiles import WIDTH
from kurultai.record.tree import Frontier, leaf_hash, node_hash, perfect_root

FAULT_LIMIT = 1000  # named; more are only counted
_DIGEST = rb"([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)"
_ENTRY = re.compile(
    rb'\{"at":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z","body":"'
    + _DIGEST
    + rb'","head":"'
    + _DIGEST
    + rb'","v":1\}'
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong; ``position`` is the act's, if one can be named."""

    position: int | None
    what: str

    def __str__(self) -> str:
        """One line for people."""
        return self.what if self.position is None else f"act {self.position}: {self.what}"


@dataclass(frozen=True, slots=True)
class Report:
    """What was found."""

    origin: str
    size: int
    root: bytes
    verifier: Verifier | None
    withheld_heads: int
    withheld_bodies: int
    files: int
    faults: tuple[Fault, ...]
    fault_count: int


def is_copy(directory: Path) -> bool:
    """True if the directory is an exported copy, False if it is a data directory."""
    if (directory / "record.db").is_file():
        return False
    if (directory / "checkpoint").is_file():
        return True
    raise FileNotFoundError(f"{directory} holds neither a record nor an exported copy")


def verify(
    directory: Path, verifier: Verifier | None = None, since: Sequence[bytes] = ()
) -> Report:
    """Check everything there; with the key that is kept beside the record if none is given.

    ``since`` are signed checkpoints that were kept elsewhere: the record must go on from each of
    them. FileNotFoundError if there is nothing to check.
    """
    faults = _Faults()
    source: Source = (Exported if is_copy(directory) else Kept)(directory, faults.add)
    try:
        return _verify(source, _key(source, verifier), since, faults)
    finally:
        source.close()


def _verify(
    source: Source, verifier: Verifier | None, since: Sequence[bytes], faults: "_Faults"
) -> Report:
    notes = source.notes()
    if not notes:
        faults.add(None, "there is no checkpoint")
    signed = list(_signed(source, verifier, notes))
    marks = source.marks(verifier) if verifier else ()
    known = list(_signed(source, verifier, since))
    check = _Check(source, _claims(("checkpoint", signed), ("mark", marks), ("kept", known)))
    for entry, opening in source.rows():
        check.take(entry, opening)
    check.finish(signed[-1].size if signed else 0)
    files = _check_files(source, check.files)
    return Report(
        origin=signed[-1].origin if signed else "",
        size=check.size,
        root=check.root(),
        verifier=verifier,
        withheld_heads=check.withheld["head"],
        withheld_bodies=check.withheld["body"],
        files=files,
        faults=faults.by_position(),
        fault_count=faults.count,
    )


@dataclass(slots=True)
class _Faults:
    named: list[Fault] = field(default_factory=list)
    count: int = 0

    def add(self, position: int | None, what: str) -> None:
        self.count += 1
        if self.count <= FAULT_LIMIT:
            self.named.append(Fault(position, what))

    def by_position(self) -> tuple[Fault, ...]:
        """Those that name an act first."""
        return tuple(sorted(self.named, key=lambda fault: fault.position or sys.maxsize))


def _key(source: Source, given: Verifier | None) -> Verifier | None:
    """The key given, which the one kept must be; or the one kept."""
    try:
        kept = read_vkey(source.vkey)
        if given is None:
            return kept
        if source.vkey.read_bytes() != f"{given}\n".encode():
            source.fault(None, "the verifier key kept beside the record is not the one given")
    except FileNotFoundError:
        source.fault(None, f"there is no verifier key at {source.vkey}")
    except (OSError, ValueError) as error:
        source.fault(None, f"the verifier key kept beside the record cannot be read: {error}")
    return given


def _signed(
    source: Source, verifier: Verifier | None, notes: Sequence[bytes]
) -> Iterator[Checkpoint]:
    """The checkpoints that the key signed."""
    if verifier is None:
        return
    for note in notes:
        try:
            yield open_checkpoint(note, verifier)
        except BadNote as error:
            source.fault(None, f"the checkpoint {_size_of(note)} is refused: {error}")


def _size_of(note: bytes) -> str:
    lines = note.decode(errors="replace").split("\n")
    return f"of {lines[1]} acts" if len(lines) > 1 and lines[1] else "without a size"


Claims = dict[int, list[tuple[str, bytes]]]
_SAID = {
    "checkpoint": "the checkpoint says",
    "mark": "the high-water mark says",
    "kept": "the checkpoint kept elsewhere says",
}


def _claims(*said: tuple[str, Sequence[Checkpoint]]) -> Claims:
    """What the record must be at which size, and who says so."""
    claims: Claims = {}
    for who, checkpoints in said:
        for each in checkpoints:
            claims.setdefault(each.size, []).append((_SAID[who], each.root))
    return claims


class _Check:
    """What has been read so far."""

    def __init__(self, source: Source, claims: Claims) -> None:
        self.size = 0
        self._peaks: list[bytes] = []
        self.withheld = {"head": 0, "body": 0}
        self.files: dict[str, int] = {}  # name -> the first act that names it
        self._source = source
        self._fault = source.fault
        self._claims = claims
        self._levels = [bytearray()]
        self._versions: dict[str, int] = {}
        self._astray = False
        self._unseen = 0  # heads withheld that no gap in a stream has been laid to
        self._check_root()

    def root(self) -> bytes:
        """The root over what has been read so far."""
        return Frontier(self.size, tuple(self._peaks)).root()

    def take(self, entry: bytes, opening: Opening) -> None:
        """Check the next entry and what it commits to."""
        self._grow(leaf_hash(entry))
        self._check_root()
        position = self.size
        shape = _ENTRY.fullmatch(entry)
        if shape is None:
            self._fault(position, "the entry is not in the canonical form")
            return
        if self._opens(position, "head", shape[2], opening.head_salt, opening.head):
            self._check_head(position, opening.head or b"")
        elif opening.head is None:
            self._unseen += 1
        if self._opens(position, "body", shape[1], opening.body_salt, opening.body):
            self._check_body(position, opening.body or b"")

    def finish(self, signed: int) -> None:
        """Check what can be told only at the end."""
        size = self.size
        if size > signed:
            self._fault(signed + 1, f"no checkpoint covers it, nor what follows ({size} acts)")
        for claimed, claims in sorted(self._claims.items()):
            for who, _ in claims:
                self._fault(size + 1, f"it is missing: there are {claimed} acts, {who}")
        self._source.check_hashes([bytes(level) for level in self._levels])

    def _grow(self, leaf: bytes) -> None:
        """As Frontier.append does, but in place: this is what verifying takes longest at."""
        self._levels[0] += leaf
        peak, rest = leaf, self.size
        while rest & 1:
            peak = node_hash(self._peaks.pop(), peak)
            rest >>= 1
        self._peaks.append(peak)
        self.size += 1
        level, size = 0, self.size
        while size % WIDTH == 0:
            below = self._levels[level][-WIDTH * HASH :]
            hashes = [bytes(below[at : at + HASH]) for at in range(0, len(below), HASH)]
            level, size = level + 1, size // WIDTH
            if level == len(self._levels):
                self._levels.append(bytearray())
            self._levels[level] += perfect_root(hashes)

    def _check_root(self) -> None:
        claims = self._claims.pop(self.size, ())
        for who, root in () if self._astray else claims:
            if root != self.root():
                self._astray = True  # from here on no root can be right, which need not be said
                size = self.size
                self._fault(None, f"the first {size} acts have another root than {who}")

    def _opens(
        self, position: int, part: str, committed: bytes, salt: bytes | None, payload: bytes | None
    ) -> bool:
        """True if the payload is there and is what the entry commits to."""
        if payload is None and salt is None:
            self.withheld[part] += 1
            return False
        if payload is None or salt is None or len(salt) != SALT_SIZE:
            self._fault(position, f"the {part} lacks its salt, or the salt its {part}")
            return False
        if commitment_bytes(salt, payload) != committed:
            self._fault(position, f"the {part} is not what the entry commits to")
            return False
        return True

    def _check_head(self, position: int, payload: bytes) -> None:
        try:
            head = read_head(payload)
        except msgspec.DecodeError as error:
            self._fault(position, f"the head is none: {error}")
            return
        if not is_canonical_head(head, payload):
            self._fault(position, "the head is not in the canonical form")
        self._source.check_head(position, head)
        gap = head.version - self._versions.get(head.stream, 0) - 1
        self._versions[head.stream] = head.version
        if not 0 <= gap <= self._unseen:
            self._fault(position, f"version {head.version} of {head.stream} is out of turn")
        else:
            self._unseen -= gap

    def _check_body(self, position: int, payload: bytes) -> None:
        try:
            body = read_body(payload)
        except msgspec.DecodeError as error:
            self._fault(position, f"the body is none: {error}")
            return
        if not is_canonical(payload):
            self._fault(position, "the body is not in the canonical form")
        if b'"blob"' in payload:
            for name in files_in(body):
                self.files.setdefault(name, position)


def _check_files(source: Source, named: dict[str, int]) -> int:
    """Check every file beside the record, and that those named are there; how many there are."""
    there = set()
    for path in sorted(source.blobs.rglob("*")):
        if path.is_file() and not path.name.startswith(DRAFT):
            there.add(path.name)
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
            if found != path.name:
                source.fault(named.get(path.name), f"the file {path.name} has other bytes")
    for name, position in named.items():
        if name not in there:
            source.fault(position, f"the file {name} is missing")
    return len(there)
