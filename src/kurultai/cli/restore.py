"""Make a record from an exported copy."""

import argparse
import os
import sqlite3
import sys
import time
from pathlib import Path

from kurultai.cli.verify import given_key, told
from kurultai.record.export import NotWhole, Refuted, restore


def add(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    data = Path(os.environ.get("KURULTAI_DATA", "data"))
    parser.add_argument("copy", type=Path, help="the exported copy")
    parser.add_argument("--data", type=Path, default=data, help="a new directory for the record")
    parser.add_argument(
        "--signing-key", type=Path, help="the file keys/record.key that was kept apart"
    )
    parser.add_argument("--key", help="the verifier key you were given, or a file that holds it")


def run(args: argparse.Namespace) -> int:
    """Check the copy, make the record and check that; 0 if it is intact, 1 if it was refused."""
    begun = time.monotonic()
    try:
        public = given_key(args.key) if args.key else None
        report = restore(args.copy, args.data, args.signing_key, public)
    except Refuted as fault:
        sys.stdout.write(told(fault.report, time.monotonic() - begun))
        sys.stdout.write("Nothing was restored from it.\n")
        return 1
    except (OSError, sqlite3.Error, NotWhole, ValueError) as fault:
        sys.stderr.write(f"Nothing was restored: {fault}\n")
        return 2
    sys.stdout.write(told(report, time.monotonic() - begun))
    sys.stdout.write(_outlook(args))
    return 0


def _outlook(args: argparse.Namespace) -> str:
    if args.signing_key:
        return (
            f"The record in {args.data} can be continued. Continue it nowhere else: two records\n"
            "that one key signs are two histories, and whoever holds copies of both can prove it.\n"
        )
    return (
        f"The record in {args.data} can be verified and exported. It cannot be continued\n"
        f"without its signing key; put the key at {args.data}/keys/record.key.\n"
        "If the key is lost, make a new record with an origin of its own and say in it where\n"
        "this one ended. No key was made.\n"
    )
