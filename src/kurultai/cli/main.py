"""The command line. Each command is a module with ``add``; it is imported when it is asked for."""

import argparse
import os
import sqlite3
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "load": "make an assembly from a folder of TOML files",
    "serve": "serve the assembly to browsers",
    "verify": "check a record, or an exported copy of one",
    "rebuild": "fold the tables anew from the acts, and compare",
    "export": "write the whole record as files that anyone can check",
    "restore": "make a record from an export",
    "import": "take over past recommendations and replies from a spreadsheet",
    "decide": "decide votes by a body's rules: JSON lines in, JSON lines out",
    "rulebook": "check a body's rules, list those that come along, show one",
    "doctor": "say what state this installation is in",
}


_MODULES = {"import": "taking"}  # where a command's name is no name of a module


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 if it did what was asked, 1 if it found a fault, 2 if it could not."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] not in COMMANDS:
        return _usage(given)
    module = import_module(f"kurultai.cli.{_MODULES.get(given[0], given[0])}")
    parser = argparse.ArgumentParser(prog=f"kurultai {given[0]}", description=module.__doc__)
    module.add(parser)
    asked = parser.parse_args(given[1:])
    try:
        result: int = module.run(asked)
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return 130  # as shells have it: 128 and the number of the signal
    except BrokenPipeError:
        # Whoever read has read enough. What is left goes nowhere, or Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as fault:
        # Of the machine and not of the program: who owns a file, a disk, a name that is taken.
        sys.stderr.write(f"kurultai {given[0]}: {fault}\n")
        return 2
    except sqlite3.OperationalError as fault:
        where = getattr(asked, "data", "the directory")
        sys.stderr.write(f"kurultai {given[0]}: {fault}. See who owns what stands in {where}.\n")
        return 2
    return result


def _usage(given: list[str]) -> int:
    asked = not given or given[0] in ("-h", "--help")
    out = sys.stdout if asked else sys.stderr
    if not asked:
        out.write(f"kurultai: no such command: {given[0]}\n")
    out.write("Commands (kurultai COMMAND --help tells more):\n")
    for name, tells in COMMANDS.items():
        out.write(f"  {name:9} {tells}\n")
    return 0 if asked else 2


if __name__ == "__main__":
    sys.exit(main())
