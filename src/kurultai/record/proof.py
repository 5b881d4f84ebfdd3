"""Proof: shows offline that an entry is on the record, as C2SP tlog-proof lays it out."""

import base64
import sqlite3

from kurultai.record.stored import Stored
from kurultai.record.tiles import subtrees
from kurultai.record.tree import inclusion_proof

HEAD = "c2sp.org/tlog-proof@v1"


def proof(db: sqlite3.Connection, position: int) -> bytes:
    """The proof for the entry at a position under the latest checkpoint.

    Its extra data are the entry itself, so that nothing else is needed to hash the leaf.
    ValueError if the checkpoint does not cover that position.
    """
    stored = Stored(db)
    note = stored.checkpoint()
    size = int(note.split(b"\n", 2)[1])
    path = inclusion_proof(position - 1, size, subtrees(stored.hashes))
    (entry,) = stored.entries(position - 1, position)
    extra, *hashes = (base64.b64encode(one).decode() for one in (entry, *path))
    lines = (HEAD, f"extra {extra}", f"index {position - 1}", *hashes, "", "")
    return "\n".join(lines).encode() + note
