"""Write the whole record as plain files that anyone can check."""

import argparse
import os
import sqlite3
import sys
import time
from pathlib import Path

from kurultai.cli.verify import told
from kurultai.record.codec import Head
from kurultai.record.export import Refuted, export


def add(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    data = Path(os.environ.get("KURULTAI_DATA", "data"))
    parser.add_argument("target", type=Path, help="a new directory for the copy")
    parser.add_argument("--data", type=Path, default=data, help="where the record is kept")
    parser.add_argument("--public", action="store_true", help="withhold what is not for the public")


def run(args: argparse.Namespace) -> int:
    """Write a copy and check it; 0 if it is intact, 1 if it is not, 2 if none could be made."""
    begun = time.monotonic()
    try:
        report = export(args.data, args.target, for_public if args.public else everything)
    except (OSError, sqlite3.Error) as fault:
        sys.stderr.write(f"No copy was made: {fault}\n")
        return 2
    except Refuted as fault:
        sys.stdout.write(told(fault.report, time.monotonic() - begun))
        sys.stdout.write(f"The copy in {args.target} has the faults of the record.\n")
        return 1
    if args.public:
        args.target.chmod(0o755)
    sys.stdout.write(told(report, time.monotonic() - begun))
    sys.stdout.write(f"Check it anywhere: kurultai verify {args.target} --key KEY\n")
    return 0


def everything(_: Head) -> bool:
    """Every act is shown."""
    return True


def for_public(head: Head) -> bool:
    """True if the act is for everyone."""
    return head.audience == "public"
