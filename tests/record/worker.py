"""A process that records and says what was acknowledged, to be killed or hindered from outside.

python worker.py create DIRECTORY
python worker.py write DIRECTORY RUN COMMANDS PRODUCERS
python worker.py fill DIRECTORY
"""

import os
import subprocess
import sys
import threading
from pathlib import Path

from kurultai.record.act import Draft
from kurultai.record.sqlite import Record
from kurultai.record.writer import NotDurable, Work, Writer

ROOM = 400  # commands; to see that recording goes on


def say(line: str) -> None:
    """In one call and at once: whoever reads it knows that it had been acknowledged."""
    os.write(1, f"{line}\n".encode())


def saying(command: str, size: int = 100) -> Work:
    """Two acts, which stand or fall together."""
    draft = Draft("meeting:one", "Said", "public", "2026-11-25", {"text": "x" * size})

    def work(record: Record) -> int:
        return record.append([draft, draft], actor="person:1", command=command)[-1].position

    return work


def create(directory: Path) -> None:
    Record.create(directory, "example.org/record/1").close()
    say("created")


def write(directory: Path, run: str, commands: int, producers: int) -> None:
    writer = Writer(Record.open(directory))

    def produce(producer: int) -> None:
        for number in range(commands):
            command = f"{run}.{producer}.{number}"
            try:
                say(f"{command} {writer.submit(saying(command)).result()}")
            except NotDurable as error:
                say(f"! {error}")

    threads = [threading.Thread(target=produce, args=(n,)) for n in range(producers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    writer.close()


def fill(directory: Path) -> None:
    """Record on a small disk until it is full, then give it room and go on."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", directory], check=True)
    data = directory / "data"
    create(data)
    writer = Writer(Record.open(data))
    refused = _until_full(writer, "a", 10_000)
    subprocess.run(["kurultai", "verify", data], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["mount", "-o", "remount,size=12m", directory], check=True)
    say(f"refused {refused}, then {_until_full(writer, 'b', ROOM)}")
    writer.close()
    record = Record.open(data)
    for act in record.acts():
        say(f"kept {act.command} {act.position}")
    record.close()
    subprocess.run(["kurultai", "verify", data], check=True, stdout=subprocess.DEVNULL)


def _until_full(writer: Writer, run: str, commands: int) -> int:
    """Record until 20 commands were refused; how many were."""
    refused = 0
    for number in range(commands):
        try:
            say(f"{run}.{number} {writer.submit(saying(f'{run}.{number}', 1000)).result()}")
        except NotDurable:
            refused += 1
            if refused == 20:
                break
    return refused


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["create", directory]:
            create(Path(directory))
        case ["write", directory, run, commands, producers]:
            write(Path(directory), run, int(commands), int(producers))
        case ["fill", directory]:
            fill(Path(directory))
        case _:
            sys.exit(2)
