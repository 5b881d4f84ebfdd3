"""Fold the tables anew from the acts, and compare them with those shown."""

import argparse
import os
import sqlite3
import sys
import time
from itertools import islice
from pathlib import Path

from kurultai.record.sources import open_for_reading
from kurultai.record.sqlite import CannotOpen, Record
from kurultai.record.stored import Stored
from kurultai.tables.rebuild import current, differences, fold, swap

SHOWN = 50  # differences


def add(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    data = Path(os.environ.get("KURULTAI_DATA", "data"))
    parser.add_argument("--data", type=Path, default=data, help="where the record is kept")
    parser.add_argument("--swap", action="store_true", help="put the new tables in place")


def run(args: argparse.Namespace) -> int:
    """Compare, or swap; 0 if all is well, 1 if the tables differ, 2 if nothing could be done."""
    try:
        return _swap(args.data) if args.swap else _compare(args.data)
    except (CannotOpen, OSError, sqlite3.Error) as fault:
        sys.stderr.write(f"Nothing was rebuilt: {fault}\n")
        return 2


def _compare(data: Path) -> int:
    begun = time.monotonic()
    db = open_for_reading(data / "record.db")
    db.text_factory = str
    try:
        if not current(db):
            sys.stdout.write("The tables are of another version; the next start makes them anew.\n")
            return 1
        found = differences(db, fold(Stored(db).acts()))
        lines = list(islice(found, SHOWN + 1))
        size = Stored(db).size()
    finally:
        db.close()
    seconds = time.monotonic() - begun
    if not lines:
        sys.stdout.write(f"Folded {size:,} acts in {seconds:.1f} s. The tables are the same.\n")
        return 0
    sys.stdout.write("The tables are not what the acts make:\n")
    sys.stdout.writelines(f"  {line}\n" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        sys.stdout.write("  and more\n")
    sys.stdout.write("`kurultai rebuild --swap` puts them right. The record is not concerned.\n")
    return 1


def _swap(data: Path) -> int:
    begun = time.monotonic()
    record = Record.open(data)
    try:
        record.begin()
        count = swap(record.connection, record.acts())
        record.commit()
    finally:
        record.close()
    seconds = time.monotonic() - begun
    sys.stdout.write(f"Folded {count:,} acts in {seconds:.1f} s. The new tables are in place.\n")
    return 0
