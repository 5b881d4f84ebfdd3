"""Take over past recommendations and replies from a spreadsheet; only with --record for good."""

import argparse
import hashlib
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path

from kurultai.gate import register
from kurultai.gate.may import may_all
from kurultai.gate.viewer import Viewer
from kurultai.handle import House
from kurultai.language import LANGUAGES
from kurultai.language.refusals import say_refusal
from kurultai.language.terms import TERMS, term
from kurultai.papers.draft import Unreadable
from kurultai.papers.sheets import Grid, read
from kurultai.procedure.following.commitment import STATES
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import SECRETARIAT, STREAM
from kurultai.record.sqlite import CannotOpen
from kurultai.record.writer import NotDurable
from kurultai.site.sheets.cells import columns_of, needed
from kurultai.site.sheets.named import named
from kurultai.site.sheets.past import COLUMNS, NEEDED, Past, past
from kurultai.site.sheets.plan import Taking, plan, sums

SHOWN = 100  # faults


def add(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    data = Path(os.environ.get("KURULTAI_DATA", "data"))
    parser.add_argument("file", type=Path, help="XLSX or CSV, one recommendation a line")
    parser.add_argument("--data", type=Path, default=data, help="where the record is kept")
    parser.add_argument("--record", action="store_true", help="record it; else it is only shown")
    parser.add_argument("--audience", default="public", help="who may see texts that are new")
    parser.add_argument(
        "--kind", default="recommendation", choices=TERMS["document_kind"], help="of new texts"
    )
    parser.add_argument("--language", default="en", choices=LANGUAGES, help="if a line names none")
    parser.add_argument("--person", default="", help="of the Secretariat, in whose name it is done")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="HEADING=COLUMN",
        help=f"what a column is, if its heading does not tell: {', '.join(COLUMNS)}",
    )


def run(args: argparse.Namespace) -> int:
    """Take it over; 0 if all lines are right, 1 with every fault named and nothing recorded."""
    try:
        data = args.file.read_bytes()
        house = House(args.data)
    except (CannotOpen, OSError) as fault:
        sys.stderr.write(f"{fault}\nNothing was recorded.\n")
        return 2
    try:
        return _taken(house, args, data)
    except (Unreadable, Refused) as refused:
        said = say_refusal(refused.rule, dict(refused.facts), "en")
        sys.stderr.write(f"{args.file.name}: {said}\nNothing was recorded.\n")
        return 1
    except NotDurable as fault:
        sys.stderr.write(f"{fault}\nNothing was recorded.\n")
        return 2
    finally:
        house.close()


def _taken(house: House, args: argparse.Namespace, data: bytes) -> int:
    grid = read(args.file.name, data, args.language)
    with house.viewing(args.person or _officer(house), "en") as viewer:
        if not viewer.secretariat:
            raise Refused("sheet.not_secretariat")
        found = past(grid, _columns(grid, args), named(viewer), args.language, house.today())
        _report(viewer, args.file.name, found)
        if found.faults:
            return 1
        digest, asked = hashlib.sha256(data).hexdigest(), secrets.token_hex(16)
        taking = Taking(args.file.name, digest, args.audience, args.kind, asked)
        commands = plan(found.lines, taking)
        if not commands:
            raise Refused("import.empty")
        if not args.record:
            sys.stdout.write("Nothing was recorded: --record does it.\n")
            return 0
        if not may_all(viewer, commands):
            raise Refused("sheet.not_secretariat")
    house.keep(data)
    position = house.submit_all(viewer.person or "", commands).result()
    sys.stdout.write(f"Recorded, up to position {position}.\n")
    return 0


def _officer(house: House) -> str:
    """Whoever of the Secretariat the record names first."""
    with house.viewing(None, "en") as viewer:
        held = register.offices_of_assembly(viewer)
    of = (o.person for o in held if o.of == STREAM and o.office in SECRETARIAT and not o.until)
    return next(of, "")


def _columns(grid: Grid, args: argparse.Namespace) -> dict[str, int]:
    """By the headings, then as the command line has it."""
    columns = columns_of(grid, COLUMNS)
    for each in args.column:
        heading, _, column = each.rpartition("=")
        if column not in COLUMNS or heading not in grid.head.cells:
            raise Refused("sheet.column_missing", {"name": each})
        place = grid.head.cells.index(heading)
        columns = {name: there for name, there in columns.items() if there != place}
        columns[column] = place
    needed(columns, NEEDED, "en")
    return columns


def _report(viewer: Viewer, file: str, found: Past) -> None:
    for line in _said(viewer, found):
        sys.stdout.write(f"{line}\n")
    for fault in found.faults[:SHOWN]:
        said = say_refusal(fault.rule, fault.facts, "en")
        sys.stderr.write(f"{file}, line {fault.line}, cell {fault.cell}: {said}\n")
    if found.faults:
        sys.stderr.write(f"{len(found.faults)} lines are not right. Nothing was recorded.\n")


def _said(viewer: Viewer, found: Past) -> Iterator[str]:
    """How many lines there are by party, state and text."""
    names = register.names(viewer)
    counted = sums(found.lines, tuple(p.party for p in register.parties(viewer)), STATES)
    yield f"{len(found.lines)} lines can be taken over."
    for party, count in counted.parties:
        yield f"{count:7} {names.get(party, {}).get('en', party)}"
    for state, count in counted.states:
        yield f"{count:7} {term('en', 'commitment_state', state)}"
    for group, count in counted.texts:
        yield f"{count:7} {group.text}{' (new here)' if group.is_new else ''}"
