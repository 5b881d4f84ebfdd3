"""What live screens cost: from a commit to the last of two thousand screens, beside a floor.

    python benchmarks/live.py [--screens 2000] [--soak SECONDS]

The site is served in a process of its own; this one holds the screens, over real sockets. The
floor is a bare asyncio server that writes the same bytes to as many sockets, in the same run.
"""

import argparse
import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
MEETING, COMMITS, BALLOTS = "meeting:defence-3", 30, 300
LANGUAGES = ("en", "tr", "az", "kk", "ky", "uz", "tk", "hu", "ru")
CLERK = "person:office-secretariat"


def main() -> int:
    """Measure and print; 1 if a screen shows anything but the record."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--screens", type=int, default=2000)
    parser.add_argument("--soak", type=int, default=0)
    parser.add_argument("--serve", choices=("site", "floor"))
    asked = parser.parse_args()
    if asked.serve == "floor":
        asyncio.run(floor_server())
        return 0
    if asked.serve == "site":
        return site_server()
    return asyncio.run(measured(asked.screens, asked.soak))


def tell(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


# --- the screens


class Screen(asyncio.Protocol):
    """One screen: how far it is, and what it shows, byte for byte."""

    def __init__(self, heads: str) -> None:
        self.heads, self.position, self.rest, self.at = heads, 0, b"", 0.0
        self.parts: dict[bytes, bytes] = {}
        self.is_open, self.size = False, 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask."""
        self.transport = transport
        transport.write(f"GET {self.heads}\r\n\r\n".encode())  # type: ignore[attr-defined]

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Gone."""
        self.is_open = False

    def data_received(self, data: bytes) -> None:
        """Read whole events, which chunks never divide."""
        self.size += len(data)
        *events, self.rest = (self.rest + data).split(b"\n\n")
        for event in events:
            self.is_open = True
            name = b""
            html = []
            for line in event.split(b"\n"):
                key, _, value = line.partition(b": ")
                if key == b"event":
                    name = value
                elif key == b"data":
                    html.append(value)
                elif key == b"id":
                    self.position, self.at = int(value), time.perf_counter()
            if name not in (b"", b"now"):
                self.parts[name] = b"\n".join(html)


async def opened(port: int, heads: list[str]) -> list[Screen]:
    """A screen for each; all are open when this returns."""
    loop = asyncio.get_running_loop()
    screens: list[Screen] = []
    for start in range(0, len(heads), 50):
        made = await asyncio.gather(
            *(
                loop.create_connection(lambda head=head: Screen(head), "127.0.0.1", port)
                for head in heads[start : start + 50]
            )
        )
        screens += [screen for _, screen in made]
        await until(lambda made=made: all(screen.is_open for _, screen in made))
    return screens


async def until(true: Callable[[], bool], seconds: float = 60) -> None:
    """Wait; SystemExit if it does not become true."""
    end = time.perf_counter() + seconds
    while not true():
        if time.perf_counter() > end:
            raise SystemExit("waited in vain")
        await asyncio.sleep(0.001)


async def reached(screens: list[Screen], position: int) -> tuple[float, float]:
    """When the median and the last of them came to that position."""
    await until(lambda: all(screen.position >= position for screen in screens))
    at = sorted(screen.at for screen in screens)
    return at[len(at) // 2], at[-1]


def quantiles(values: list[float]) -> str:
    """In milliseconds."""
    values = sorted(values)
    p99 = values[min(len(values) - 1, len(values) * 99 // 100)]
    return f"p50 {median(values) * 1e3:6.1f} ms, p99 {p99 * 1e3:6.1f} ms"


# --- the two servers, each told over its standard input what to do


class Child:
    """A server in a process of its own."""

    def __init__(self, kind: str, data: Path) -> None:
        environment = {**os.environ, "KURULTAI_DATA": str(data), "KURULTAI_SCREENS": "20000"}
        self.running = subprocess.Popen(  # noqa: S603 - ourselves
            [sys.executable, __file__, "--serve", kind],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**environment, "DJANGO_SETTINGS_MODULE": "kurultai.site.settings"},
        )
        self.first = json.loads(self.running.stdout.readline())  # type: ignore[union-attr]

    async def ask(self, **what: object) -> dict[str, object]:
        """Have something done; what came of it."""
        return await asyncio.to_thread(self._ask, what)

    def _ask(self, what: dict[str, object]) -> dict[str, object]:
        self.running.stdin.write(json.dumps(what) + "\n")  # type: ignore[union-attr]
        self.running.stdin.flush()  # type: ignore[union-attr]
        found: dict[str, object] = json.loads(self.running.stdout.readline())  # type: ignore[union-attr]
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


async def floor_server() -> None:
    """Writes what it is told to all who are connected, and nothing else."""
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
        body = f"id: {asked['position']}\nevent: x\ndata: {'x' * asked['size']}\n\n".encode()
        begun = time.perf_counter()
        for writer in there:
            writer.write(body)
        answer({"begun": begun})


def answer(what: object) -> None:
    """To who asked."""
    tell(json.dumps(what))


def site_server() -> int:
    """The site, with a sitting that is changed as the standard input says."""
    import threading  # noqa: PLC0415

    data = Path(os.environ["KURULTAI_DATA"])
    fill(data)
    import resource  # noqa: PLC0415
    import socket  # noqa: PLC0415

    from kurultai.cli.serve import prepared  # noqa: PLC0415

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    application = prepared()
    from kurultai.live.hub import Limits  # noqa: PLC0415
    from kurultai.live.server import Server  # noqa: PLC0415
    from kurultai.site.house import house  # noqa: PLC0415

    listening = socket.create_server(("127.0.0.1", 0), backlog=2048)
    cookies = {person: session(person) for person in (CLERK, "person:office-az-head")}
    server = Server(house(), application, Limits(20000, 20000, 20000))
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    answer({"port": listening.getsockname()[1], "cookies": cookies})
    for line in sys.stdin:
        answer(done(house(), json.loads(line)))
    return 0


def session(person: str) -> str:
    """The cookie of somebody signed in."""
    from django.test import Client  # noqa: PLC0415

    from kurultai.site.accounts.models import Account  # noqa: PLC0415

    client = Client()
    client.force_login(
        Account.objects.open(f"trial of {person}", person, "long enough for a trial")
    )
    return str(client.cookies["kurultai"].value)


def fill(data: Path) -> None:
    """TURKPA's example with three hundred more members, and a sitting of the plenary."""
    from kurultai.cli.folder_read import read_folder  # noqa: PLC0415
    from kurultai.cli.load import load  # noqa: PLC0415
    from kurultai.handle import House  # noqa: PLC0415
    from kurultai.procedure import commands as c  # noqa: PLC0415
    from kurultai.procedure.acts import AgendaItem  # noqa: PLC0415

    load(read_folder(ROOT / "examples" / "turkpa"), data)
    house = House(data)
    for n in range(BALLOTS):
        words = {"en": f"Parliament {n}"}
        party = f"party:x{n}"
        house.submit(CLERK, c.RegisterParty(id=f"p{n}", party=party, names=words, state=words))
        house.submit(CLERK, c.GiveStatus(id=f"s{n}", party=party, status="member"))
    titles = tuple(AgendaItem("", {"en": f"Item {n}"}, "added") for n in range(10))
    for command in (
        c.ConveneMeeting(id="c", series="series:defence", ordinal=3, when=house.today()),
        c.IssueAgenda(id="a", meeting=MEETING, status="adopted", items=titles),
        c.OpenMeeting(id="o", meeting=MEETING),
        c.TakeAttendance(id="t", meeting=MEETING, present=present()),
        c.OpenSpeakersList(id="l", meeting=MEETING),
        c.MoveMotion(
            id="m", meeting=MEETING, kind="close_debate", party="party:az", audience="members"
        ),
        c.MoveMotion(
            id="n", meeting=MEETING, kind="adjourn_debate", party="party:az", audience="secretariat"
        ),
    ):
        house.submit(CLERK, command).result()
    house.close()


def present() -> tuple[object, ...]:
    """All the members."""
    from kurultai.procedure.acts import Presence  # noqa: PLC0415

    own = ("az", "kz", "kg", "tr", *(f"x{n}" for n in range(BALLOTS)))
    return tuple(Presence(f"party:{party}", 3) for party in own)


def done(house: object, asked: dict[str, object]) -> dict[str, object]:
    """One of the things that are measured, in the server's process, by its own clock."""
    from kurultai.procedure import commands as c  # noqa: PLC0415

    name = str(asked["id"])
    here = {"id": name, "meeting": MEETING}
    submit = house.submit  # type: ignore[attr-defined]
    begun = time.perf_counter()
    match asked["do"]:
        case "ask":
            party = f"party:x{asked['party']}"
            position = submit(CLERK, c.RequestFloor(**here, party=party, person=CLERK)).result()
        case "give":
            position = submit(CLERK, c.GiveFloor(**here)).result()
        case "put":
            question = {"en": "Shall it be so?"}
            position = submit(
                CLERK,
                c.PutQuestion(**here, question=question, method=str(asked["method"]), seed="7"),
            ).result()
        case "ballots":
            return ballots(submit, name, str(asked["decision"]))
        case _:
            decision = str(asked["decision"])
            position = submit(CLERK, c.DecideQuestion(**here, decision=decision)).result()
    return {"position": position, "begun": begun, "done": time.perf_counter()}


def ballots(submit: Callable[..., object], name: str, decision: str) -> dict[str, object]:
    """Three hundred positions within one second, each at a moment of its own."""
    from kurultai.procedure import commands as c  # noqa: PLC0415

    took: list[float] = []
    begun = time.perf_counter()
    futures = []
    for n in range(BALLOTS):
        time.sleep(max(0.0, begun + n / BALLOTS - time.perf_counter()))
        command = c.GivePosition(
            id=f"{name}-{n}", meeting=MEETING, decision=decision, party=f"party:x{n}", choice="yes"
        )
        sent = time.perf_counter()
        future = submit(CLERK, command)
        future.add_done_callback(lambda _, sent=sent: took.append(time.perf_counter() - sent))  # type: ignore[attr-defined]
        futures.append(future)
    position = max(future.result() for future in futures)  # type: ignore[attr-defined]
    return {"position": position, "begun": begun, "took": took}


# --- what is measured


def heads(child: Child, number: int) -> list[str]:
    """What each screen asks for: three cohorts in nine languages."""
    cookies = child.first["cookies"]
    made = []
    for n in range(number):
        language = LANGUAGES[n % len(LANGUAGES)]
        cookie = ("", *cookies.values())[n % 3]  # type: ignore[attr-defined]
        made.append(
            f"/live/{MEETING.partition(':')[2]}?view=public&lang={language} HTTP/1.1\r\n"
            f"Host: localhost\r\nCookie: kurultai={cookie}"
        )
    return made


async def measured(number: int, soak: int) -> int:
    """All of it."""
    with tempfile.TemporaryDirectory() as directory:
        floor, site = Child("floor", Path(directory)), Child("site", Path(directory) / "data")
        try:
            await commits(floor, site, number, soak)
        finally:
            floor.end()
            site.end()
    return 0


async def commits(floor: Child, site: Child, number: int, soak: int) -> None:
    """Commits, ballots and a result, with so many screens."""
    empty = site.memory()
    screens = await opened(int(str(site.first["port"])), heads(site, number))
    await asyncio.sleep(0.5)
    full = site.memory()
    tell(f"{number} screens, {len(LANGUAGES)} languages, 3 cohorts; "
         f"{(full - empty) / number:.1f} KiB each ({empty >> 10} -> {full >> 10} MiB)")  # fmt: skip
    last, middle, busy, size = [], [], [], 0
    for n in range(COMMITS):
        before, sizes = site.processor(), sum(screen.size for screen in screens)
        found = await site.ask(do="ask", id=f"ask-{n}", party=n)
        at, end = await reached(screens, int(str(found["position"])))
        middle.append(at - float(str(found["begun"])))
        last.append(end - float(str(found["begun"])))
        busy.append(site.processor() - before)
        size = (sum(screen.size for screen in screens) - sizes) // number
        await asyncio.sleep(0.1)
    bare = await opened(int(str(floor.first["port"])), ["/ HTTP/1.1"] * number)
    floors, idle = [], []
    for n in range(COMMITS):
        before = floor.processor()
        found = await floor.ask(position=n + 1, size=size)
        _, end = await reached(bare, n + 1)
        floors.append(end - float(str(found["begun"])))
        idle.append(floor.processor() - before)
        await asyncio.sleep(0.1)
    for screen in bare:
        screen.transport.close()
    tell(
        f"floor: bare broadcast of {size} bytes, last screen   {quantiles(floors)}, "
        f"processor {median(idle) * 1e3:.0f} ms"
    )
    tell(f"commit -> median screen                          {quantiles(middle)}")
    tell(
        f"commit -> last screen                            {quantiles(last)}, "
        f"processor {median(busy) * 1e3:.0f} ms, {median(last) / median(floors):.1f} x floor"
    )
    await vote(site, screens)
    if soak:
        await soaked(site, screens, soak)


async def vote(site: Child, screens: list[Screen]) -> None:
    """Three hundred ballots within a second, and the result on every screen."""
    from kurultai.procedure.facts import new_id  # noqa: PLC0415

    decision = new_id("decision", "put")
    found = await site.ask(do="put", id="put", method="open")
    await reached(screens, int(str(found["position"])))
    found = await site.ask(do="ballots", id="b", decision=decision)
    took: list[float] = found["took"]  # type: ignore[assignment]
    tell(f"{BALLOTS} ballots in a second (House.submit): {quantiles(took)}")
    found = await site.ask(do="decide", id="decide", decision=decision)
    at, end = await reached(screens, int(str(found["position"])))
    begun = float(str(found["begun"]))
    tell(f"close -> result: decided {1e3 * (float(str(found['done'])) - begun):.0f} ms, "
         f"median screen {1e3 * (at - begun):.0f}, last {1e3 * (end - begun):.0f} ms")  # fmt: skip


async def soaked(site: Child, screens: list[Screen], seconds: int) -> None:
    """Screens come, go, are cut off and read slowly; at the end all show the same record."""
    end, quarter, n = time.perf_counter() + seconds, 0, 0
    port, wanted = int(str(site.first["port"])), heads(site, len(screens))
    while (left := end - time.perf_counter()) > 0:
        if left < seconds * (4 - quarter) / 4:
            quarter += 1
            tell(f"soak, quarter {quarter}: {site.memory() >> 10} MiB, {n} commits")
        n += 1
        for place in random.sample(range(len(screens)), 20):
            old = screens[place]
            old.transport.abort() if n % 2 else old.transport.pause_reading()  # type: ignore[attr-defined]
            new = (await opened(port, [wanted[place] + f"\r\nLast-Event-ID: {old.position}"]))[0]
            new.parts = {**old.parts, **new.parts}
            new.position = max(old.position, new.position)
            screens[place] = new
            old.transport.abort()
        await site.ask(do="ask", id=f"soak-{n}", party=(COMMITS + n) % BALLOTS)
        await site.ask(do="give", id=f"give-{n}")
    found = await site.ask(do="give", id="last")
    await reached(screens, int(str(found["position"])))
    sorts = (screens[sort::27] for sort in range(27))
    shown = [len({tuple(sorted(one.parts.items())) for one in sort}) for sort in sorts]
    tell(f"soak ended: {site.memory() >> 10} MiB, sorts of screens that differ among themselves: "
         f"{sum(count > 1 for count in shown)}")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
