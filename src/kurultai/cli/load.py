"""Make an assembly from a folder of TOML files; loading it again changes nothing."""

import argparse
import os
import secrets
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from kurultai.cli.folder import AssemblyTable, SignInTable
from kurultai.cli.folder_plan import Planned, plan
from kurultai.cli.folder_read import Faulty, Read, read_folder
from kurultai.handle import House
from kurultai.language.refusals import say_refusal
from kurultai.procedure import commands as c
from kurultai.procedure.refusal import Refused
from kurultai.record.sqlite import CannotOpen, Record
from kurultai.record.writer import NotDurable

Clock = Callable[[], datetime]

ACTOR = "load"
SIGN_INS = "sign-ins.txt"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another


def add(parser: argparse.ArgumentParser) -> None:
    """What may be given on the command line."""
    parser.add_argument("folder", type=Path, help="the folder, such as examples/turkpa")
    data = Path(os.environ.get("KURULTAI_DATA", "data"))
    parser.add_argument("--data", type=Path, default=data, help="where the record is kept")


def run(args: argparse.Namespace) -> int:
    """Load the folder; 0 if it is all recorded, 1 with every fault named and nothing recorded."""
    begun = time.monotonic()
    os.umask(0o077)  # accounts in site.db are for their owner only, wherever it lies
    try:
        read = read_folder(args.folder)
        recorded = load(read, args.data)
    except (Faulty, CannotOpen, NotDurable, OSError) as fault:
        sys.stderr.write(f"{fault}\nNothing was recorded.\n")
        return 1
    _report(read, recorded, time.monotonic() - begun)
    sign_ins = open_accounts(args.data, read.folder.sign_in)
    if sign_ins:
        _show(sign_ins)
    return 0


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def load(read: Read, data: Path, clock: Clock = now) -> int:
    """Record what the folder says, all or nothing; how many acts were new."""
    steps = _Steps(plan(read))
    if not (data / "record.db").exists():
        Record.create(data, f"kurultai/{read.folder.assembly.id}", clock).close()
    house = House(data, clock)
    try:
        before = _size(house)
        house.submit_all(ACTOR, steps).result()
        return _size(house) - before
    except Refused as refused:
        raise Faulty((_refused(read, steps.at, refused),)) from refused
    finally:
        house.close()


class _Steps:
    """The commands one after another, remembering which is under way."""

    def __init__(self, steps: tuple[Planned, ...]) -> None:
        self._steps = steps
        self.at = steps[0]

    def __iter__(self) -> Iterator[c.Command]:
        for step in self._steps:
            self.at = step
            yield step.command


def _size(house: House) -> int:
    with house.viewing(None, "en") as viewer:
        return viewer.position


def _refused(read: Read, step: Planned, refused: Refused) -> str:
    said = say_refusal(refused.rule, refused.facts, "en")
    return f"{read.where(step.table)}: {type(step.command).__name__} of {step.command.on}: {said}"


def _report(read: Read, recorded: int, seconds: float) -> None:
    folder = read.folder
    counts = {
        "parties": len(folder.party),
        "organs": len(folder.organ),
        "people and offices": len(folder.person),
        "series": len(folder.series),
        "meetings": len(folder.meeting),
        "adopted texts": sum(len(meeting.text) for meeting in folder.meeting),
        "statements": sum(len(meeting.statement) for meeting in folder.meeting),
        "open matters": sum(
            m.settled is None for meeting in folder.meeting for m in meeting.matter
        ),
    }
    said = ", ".join(f"{count} {name}" for name, count in counts.items())
    print(f"{_name(folder.assembly)}: {said}.")  # noqa: T201 - what a command says
    print(f"{recorded} acts recorded in {seconds:.1f} s; {_doubts(read)}.")  # noqa: T201


def _name(assembly: AssemblyTable) -> str:
    """Its present name, in English if it has one."""
    names = [assembly.names, *(later.names for later in assembly.renamed)][-1]
    return names.get("en") or next(iter(names.values()))


def _doubts(read: Read) -> str:
    """How sure the meetings' sources are, from confirmed to unknown."""
    sources = (source for meeting in read.folder.meeting for source in meeting.sources)
    marks = Counter(str(source.confidence) for source in sources)
    return "sources of meetings: " + ", ".join(f"{marks[mark]} {mark}" for mark in "CSR?")


# --- example sign-ins ----------------------------------------------------------------------------


def open_accounts(data: Path, tables: tuple[SignInTable, ...]) -> Mapping[str, str]:
    """An account for each sign-in that has none yet, with a password by chance: name, password."""
    if not tables:
        return {}
    _set_up_site(data)
    from django.db import transaction  # noqa: PLC0415 - once Django is set up

    from kurultai.site.accounts.models import Account  # noqa: PLC0415

    made: dict[str, str] = {}
    # Broken off anywhere, no account is left whose password nobody knows.
    with transaction.atomic():
        for table in tables:
            if not Account.objects.filter(name=table.name).exists():
                made[table.name] = _password()
                Account.objects.open(table.name, f"person:{table.person}", made[table.name])
        if made:
            _keep(made, data / SIGN_INS)
    return made


def _password() -> str:
    """79 bits by chance, in four groups that can be read out."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def _set_up_site(data: Path) -> None:
    os.environ["KURULTAI_DATA"] = str(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kurultai.site.settings")
    import django  # noqa: PLC0415 - costs half a second, and not every load needs it
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def _keep(passwords: Mapping[str, str], path: Path) -> None:
    """Write them down for the owner only, in place of older ones of the same names."""
    kept = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    lines = [line for line in kept if line.split()[:1] and line.split()[0] not in passwords]
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write("\n".join([*lines, *_lines(passwords)]) + "\n")


def _lines(passwords: Mapping[str, str]) -> list[str]:
    width = max(map(len, passwords))
    return [f"{name:{width}}  {password}" for name, password in passwords.items()]


def _show(passwords: Mapping[str, str]) -> None:
    print("\nSign-ins for trying it:\n")  # noqa: T201
    print("\n".join(f"  {line}" for line in _lines(passwords)))  # noqa: T201
    # No path: ./start loads into a directory that it moves to its place once all is done.
    print(f"\nThey are kept in {SIGN_INS} in the data directory, for you alone.")  # noqa: T201
