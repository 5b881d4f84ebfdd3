"""Check a record, or an exported copy of one, without writing anything."""

import argparse
import os
import sqlite3
import sys
import time
from pathlib import Path

from kurultai.record.keys import read_vkey
from kurultai.record.note import BadNote, Verifier, read_verifier
from kurultai.record.verify import Report, verify

SHOWN = 50  # faults


def add(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    data = Path(os.environ.get("KURULTAI_DATA", "data"))
    parser.add_argument(
        "directory", type=Path, nargs="?", default=data, help="a data directory or a copy"
    )
    parser.add_argument("--key", help="the verifier key you were given, or a file that holds it")
    parser.add_argument(
        "--since", type=Path, action="append", default=[], help="a checkpoint you kept"
    )


def run(args: argparse.Namespace) -> int:
    """Check all there is; 0 if it is intact, 1 with every fault named, 2 if nothing is there."""
    begun = time.monotonic()
    try:
        given = given_key(args.key) if args.key else None
        report = verify(args.directory, given, [path.read_bytes() for path in args.since])
    except (OSError, sqlite3.Error, BadNote) as fault:
        sys.stderr.write(f"Nothing was checked: {fault}\n")
        return 2
    sys.stdout.write(told(report, time.monotonic() - begun))
    if not args.key and report.verifier:
        sys.stdout.write(
            "The key is the one kept beside the record. Compare it with the key you were given,\n"
            "or give that: --key KEY. Who replaces a record can replace a key that lies with it.\n"
        )
    if not report.verifier:
        sys.stdout.write("Without a key no signature can be checked. Give it: --key KEY.\n")
    return 1 if report.faults else 0


def given_key(text: str) -> Verifier:
    """The key given itself or by the file that holds it."""
    return read_verifier(text) if "+" in text else read_vkey(Path(text))


def told(report: Report, seconds: float) -> str:
    """What was found, in sentences."""
    lines = [f"Checked {report.size:,} acts in {seconds:.1f} s. {_verdict(report)}"]
    lines += [f"  {fault}" for fault in report.faults[:SHOWN]]
    if report.fault_count > SHOWN:
        lines.append(f"  and {report.fault_count - SHOWN:,} more")
    lines += [
        f"Origin    {report.origin or 'not known'}",
        f"Root      {report.root.hex()}",
        f"Key       {report.verifier or 'none'}",
        f"Files     {report.files:,}, each under the SHA-256 of its bytes",
        f"Withheld  {_withheld(report)}",
    ]
    return "\n".join(lines) + "\n"


def _verdict(report: Report) -> str:
    if report.fault_count == 0:
        return "All is intact."
    return "One fault:" if report.fault_count == 1 else f"{report.fault_count:,} faults:"


def _withheld(report: Report) -> str:
    if not report.withheld_heads + report.withheld_bodies:
        return "nothing"
    return (
        f"{report.withheld_heads:,} heads and {report.withheld_bodies:,} bodies; "
        "that they exist, and when they were recorded, is proved all the same"
    )
