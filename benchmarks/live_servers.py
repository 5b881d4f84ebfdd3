"""The two servers that live.py measures, each a process that is told over its standard input.

The site holds a sitting of three hundred delegations. The floor is a bare asyncio server that
writes as many bytes to as many sockets, and does nothing else.
"""

import asyncio
import json
import os
import resource
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
MEETING, DELEGATIONS = "meeting:defence-3", 300
CLERK, MEMBER = "person:office-secretariat", "person:office-az-head"
TOKEN = "0" * 32  # that a browser has as a cookie, and sends with each form


class Child:
    """A server in a process of its own."""

    def __init__(self, kind: str, data: Path) -> None:
        environment = {**os.environ, "KURULTAI_DATA": str(data), "KURULTAI_SCREENS": "20000"}
        self.running = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, __file__, kind],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**environment, "DJANGO_SETTINGS_MODULE": "kurultai.site.settings"},
        )
        self.first = json.loads(self.running.stdout.readline())  # type: ignore[union-attr]
        self.port = int(self.first["port"])

    async def ask(self, **what: object) -> dict[str, float]:
        """Have something done; what came of it."""
        return await asyncio.to_thread(self._ask, what)

    def _ask(self, what: dict[str, object]) -> dict[str, float]:
        self.running.stdin.write(json.dumps(what) + "\n")  # type: ignore[union-attr]
        self.running.stdin.flush()  # type: ignore[union-attr]
        found: dict[str, float] = json.loads(self.running.stdout.readline())  # type: ignore[union-attr]
        return found

    def memory(self) -> int:
        """KiB."""
        status = Path(f"/proc/{self.running.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmRSS:")[2].split()[0])

    def processor(self) -> float:
        """Seconds."""
        fields = Path(f"/proc/{self.running.pid}/stat").read_text(encoding="ascii").split()
        return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """Stop it."""
        self.running.kill()
        self.running.wait()


def answer(what: object) -> None:
    """To who asked."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


async def floor() -> None:
    """Write what is asked for to all who are connected, and nothing else."""
    there: list[asyncio.StreamWriter] = []

    async def come(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n:\n\n")
        there.append(writer)

    server = await asyncio.start_server(come, "127.0.0.1", 0, backlog=2048)
    answer({"port": server.sockets[0].getsockname()[1]})
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        asked = json.loads(line)
        body = f"\nid: {asked['position']}\nevent: x\ndata: {'x' * asked['size']}\n\n".encode()
        begun = time.perf_counter()
        for writer in there:
            writer.write(body)
        answer({"begun": begun})


def site() -> None:
    """The site, with a sitting that is changed as the standard input says."""
    data = Path(os.environ["KURULTAI_DATA"])
    fill(data)
    from kurultai.cli.serve import prepared  # noqa: PLC0415

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    application = prepared()
    from kurultai.live.hub import Limits  # noqa: PLC0415
    from kurultai.live.server import Server  # noqa: PLC0415
    from kurultai.site.house import house  # noqa: PLC0415

    listening = socket.create_server(("127.0.0.1", 0), backlog=2048)
    people = (CLERK, MEMBER, *(f"person:x{n}" for n in range(DELEGATIONS)))
    cookies = [session(person) for person in people]
    server = Server(house(), application, Limits(20000, 20000, 20000))
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    answer({"port": listening.getsockname()[1], "cookies": cookies})
    for line in sys.stdin:
        answer(done(house(), json.loads(line)))


def session(person: str) -> str:
    """The cookie of somebody signed in."""
    from django.test import Client  # noqa: PLC0415

    from kurultai.site.accounts.models import Account  # noqa: PLC0415

    client = Client()
    account = Account(name=person, person=person, password="!", language="en")  # noqa: S106 - none
    account.save()
    client.force_login(account)
    return str(client.cookies["kurultai"].value)


def fill(data: Path) -> None:
    """TURKPA's example with three hundred more members, and a sitting of one of its bodies."""
    from kurultai.cli.folder_read import read_folder  # noqa: PLC0415
    from kurultai.cli.load import load  # noqa: PLC0415
    from kurultai.handle import House  # noqa: PLC0415

    load(read_folder(ROOT / "examples" / "turkpa"), data)
    house = House(data)
    house.submit_all(CLERK, (*members(), *opening(house))).result()  # type: ignore[arg-type]
    house.close()


def members() -> Iterator[object]:
    """Each with the head of its delegation."""
    from kurultai.procedure import commands as c  # noqa: PLC0415

    for n in range(DELEGATIONS):
        words, party, head = {"en": f"Parliament {n}"}, f"party:x{n}", f"person:x{n}"
        yield c.RegisterParty(id=f"p{n}", party=party, names=words, state=words)
        yield c.GiveStatus(id=f"s{n}", party=party, status="member")
        yield c.RegisterPerson(id=f"h{n}", person=head, names={"en": f"Head {n}"})
        yield c.TakeOffice(id=f"o{n}", person=head, office="head_of_delegation", of=party)


def opening(house: object) -> Iterator[object]:
    """A meeting whose members and whose Secretariat see what others do not."""
    from kurultai.procedure import commands as c  # noqa: PLC0415
    from kurultai.procedure.acts import AgendaItem, Presence  # noqa: PLC0415

    here = {"meeting": MEETING}
    today = house.today()  # type: ignore[attr-defined]
    items = tuple(AgendaItem("", {"en": f"Item {n}"}, "added") for n in range(10))
    own = ("az", "kz", "kg", "tr", *(f"x{n}" for n in range(DELEGATIONS)))
    present = tuple(Presence(f"party:{party}", 3) for party in own)
    yield c.ConveneMeeting(id="c", series="series:defence", ordinal=3, when=today)
    yield c.IssueAgenda(id="a", **here, status="adopted", items=items)
    yield c.OpenMeeting(id="o", **here)
    yield c.TakeAttendance(id="t", **here, present=present)
    yield c.OpenSpeakersList(id="l", **here)
    for audience, kind in (("members", "close_debate"), ("secretariat", "adjourn_debate")):
        yield c.MoveMotion(id=kind, **here, kind=kind, party="party:az", audience=audience)


def done(house: object, asked: dict[str, str]) -> dict[str, float]:
    """One step of the sitting, in the server's process, by its own clock."""
    from kurultai.procedure.refusal import Refused  # noqa: PLC0415

    command = step(asked, {"id": asked["id"], "meeting": MEETING})
    begun = time.perf_counter()
    try:
        position = house.submit(CLERK, command).result()  # type: ignore[attr-defined]
    except Refused:  # as may happen where steps are drawn by lot
        position = 0
    return {"position": position, "begun": begun, "done": time.perf_counter()}


def step(asked: dict[str, str], here: dict[str, str]) -> object:
    """The command that is asked for."""
    from kurultai.procedure import commands as c  # noqa: PLC0415
    from kurultai.procedure.facts import new_id  # noqa: PLC0415

    party, decision = f"party:{asked.get('party')}", asked.get("decision", "")
    match asked["do"]:
        case "ask":
            return c.RequestFloor(**here, party=party, person=CLERK)
        case "give":
            return c.GiveFloor(**here)
        case "end":
            return c.EndFloor(**here)
        case "take":
            return c.TakeItem(**here, item=new_id("item", "a", asked["item"]))
        case "come":
            return c.ChangeAttendance(**here, party=party, present=True, members=asked["members"])
        case "put":
            question = {"en": "Shall it be so?"}
            return c.PutQuestion(**here, question=question, method=asked["method"], seed="7")
        case "say":
            return c.GivePosition(**here, decision=decision, party=party, choice=asked["choice"])
        case "close":
            return c.CloseVoting(**here, decision=decision)
        case _:
            return c.DecideQuestion(**here, decision=decision)


if __name__ == "__main__":
    asyncio.run(floor()) if sys.argv[1] == "floor" else site()
