"""The hand-over file as data: JSON, tables, and what shows that the record says so."""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from fractions import Fraction
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import msgspec

from kurultai.gate.shapes import CommitmentRow
from kurultai.site.handover.cells import Cell, Rows
from kurultai.site.handover.sections import Told, sections
from kurultai.site.pages_environment import plain, say_day
from kurultai.site.tongue import say

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the same content is the same bytes
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def packed(told: Told, position: int, checkpoint: bytes, vkey: str) -> bytes:
    """The files with a manifest of them; ``position`` is the record's, as of which it was made."""
    files = {
        "hand-over.json": _json(told.file),
        **dict(_tables(told)),
        "checkpoint": checkpoint,
        "record.vkey": vkey.encode(),
        "VERIFY.txt": _verify(told.file.day, position).encode(),
    }
    manifest = {
        "as_of": told.file.day,
        "position": position,
        "files": [
            {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
            for name, data in files.items()
        ],
    }
    return _zip({**files, "manifest.json": _json(manifest)})


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name, _BEGINNING), data, ZIP_DEFLATED)
    return out.getvalue()


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value, enc_hook=_exact), indent=2)


def _exact(value: object) -> str:
    """A fraction as text: no number of JSON holds it exactly."""
    if isinstance(value, Fraction):
        return str(value)
    raise TypeError(value)


def _tables(told: Told) -> Iterator[tuple[str, bytes]]:
    for section in sections(told):
        tables = [block for block in section.blocks if isinstance(block, Rows)]
        if section.key == "commitments":
            yield "commitments.csv", _csv(_commitments(told, told.file.commitments))
        elif section.key == "rules":
            yield "rules.csv", _csv(_in_parts(tables))
        elif tables:
            yield f"{section.key}.csv", _csv((tables[0].head, *map(_texts, tables[0].rows)))


def _in_parts(tables: list[Rows]) -> Iterator[tuple[str, ...]]:
    """Several tables as one: what each is of stands first in its rows."""
    for n, table in enumerate(tables):
        if n == 0:
            yield (say("Body"), *table.head)
        yield from ((table.caption, *_texts(row)) for row in table.rows)


def _texts(row: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(one.text for one in row)


def _commitments(told: Told, rows: Iterable[CommitmentRow]) -> Iterator[tuple[str, ...]]:
    """By identity, so that a program can follow them; under heads that never change."""
    yield (
        *("commitment", "document", "symbol", "paragraph", "party", "state", "action"),
        *("due", "late", "review", "until", "made_on", "reported_on", "words"),
    )
    for row in rows:
        late = "yes" if row.is_late(told.file.day) else "no"
        yield (
            *(row.commitment, row.document, row.symbol, str(row.number), row.party, row.state),
            *(row.action, row.due or "", late, row.review, row.until or "", row.made_on),
            *(row.reported_on or "", plain(row.words)),
        )


def _csv(rows: Iterable[tuple[str, ...]]) -> bytes:
    """With the mark by which spreadsheets know UTF-8; no cell of it is taken for a formula."""
    out = io.StringIO()
    csv.writer(out).writerows([_harmless(one) for one in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _verify(day: str, position: int) -> str:
    lines = (
        say("This was made from the record as of the end of %(day)s.") % {"day": say_day(day)},
        say("The record had then %(number)s acts; the file checkpoint is its signed head.")
        % {"number": position},
        say("record.vkey is the key by which the checkpoint is verified."),
        say("To check the record itself, take an export of it and run:"),
        "    kurultai verify COPY --key record.vkey --since checkpoint",
        say("If that finds no fault, the same acts make this file again for the same day."),
        say("manifest.json has the SHA-256 of every other file here."),
    )
    return "\n".join(lines) + "\n"
