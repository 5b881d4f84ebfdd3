"""The command line. Each command is a module with ``add``; it is imported when it is asked for."""

import argparse
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
    "doctor": "say what state this installation is in",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 if it did what was asked, 1 if it found a fault, 2 if asked wrongly."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or given[0] not in COMMANDS:
        return _usage(given)
    module = import_module(f"kurultai.cli.{given[0]}")
    parser = argparse.ArgumentParser(prog=f"kurultai {given[0]}", description=module.__doc__)
    module.add(parser)
    result: int = module.run(parser.parse_args(given[1:]))
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
