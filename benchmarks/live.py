"""What live screens cost: from a commit to the last of two thousand screens, beside a floor.

    python benchmarks/live.py [--screens 2000] [--soak SECONDS]

The site is served in a process of its own; this one holds the screens, over real sockets. The
floor is a bare asyncio server that writes as many bytes to as many sockets, in the same run.
"""

import argparse
import asyncio
import random
import secrets
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from live_screens import Browser, opened, quantiles, reached, until
from live_servers import DELEGATIONS, MEETING, Child

COMMITS = 100
SPREAD = 1.5  # seconds, as the pages of so many delegations spread it
LOT = random.Random(16)  # noqa: S311 - the same each time
LANGUAGES = ("en", "tr", "az", "kk", "ky", "uz", "tk", "hu", "ru")
NAME = MEETING.partition(":")[2]
SITTING = f"/meetings/{NAME}/sitting"


def main() -> int:
    """Measure and print; 1 if a screen shows anything but the record."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--screens", type=int, default=2000)
    parser.add_argument("--soak", type=int, default=0)
    asked = parser.parse_args()
    return asyncio.run(measured(max(asked.screens, DELEGATIONS), asked.soak))


def tell(line: str) -> None:
    """Print at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def measured(number: int, soak: int) -> int:
    """All of it."""
    with tempfile.TemporaryDirectory() as directory:
        floor, site = Child("floor", Path(directory)), Child("site", Path(directory) / "data")
        try:
            trial = Trial(floor, site, number)
            await trial.come()
            await trial.commits()
            await trial.pages()
            await trial.vote()
            wrong = await trial.soak(soak) if soak else await trial.wrong()
        finally:
            floor.end()
            site.end()
    tell(f"screens that show anything but their page: {wrong}")
    return int(wrong > 0)


class Trial:
    """One run: two servers, and as many screens at each."""

    def __init__(self, floor: Child, site: Child, number: int) -> None:
        self.floor, self.site, self.number = floor, site, number
        self.floors: dict[int, float] = {}  # bytes -> seconds
        self.steps = 0
        cookies = [str(cookie) for cookie in site.first["cookies"]]
        self.delegates, self.crowd = cookies[2:], ["", *cookies[:2]]

    def head(self, n: int) -> str:
        """What that screen asks for: heads of delegation first, then three cohorts, in turn."""
        view, cookie = "public", self.crowd[n // len(LANGUAGES) % 3]
        if n < DELEGATIONS:
            view, cookie = "delegate", self.delegates[n]
        language = LANGUAGES[n % len(LANGUAGES)]
        asks = f"/live/{NAME}?view={view}&lang={language} HTTP/1.1"
        return f"{asks}\r\nHost: localhost\r\nCookie: kurultai={cookie}"

    async def come(self) -> None:
        """Open the screens."""
        empty = self.site.memory()
        heads = [self.head(n) for n in range(self.number)]
        begun = time.perf_counter()
        self.screens = await opened(self.site.port, heads)
        took = time.perf_counter() - begun
        self.bare = await opened(self.floor.port, ["/ HTTP/1.1"] * self.number)
        await asyncio.sleep(1)
        full = self.site.memory()
        tell(
            f"{self.number} screens, {DELEGATIONS} of them of delegations, in {len(LANGUAGES)} "
            f"languages and 4 cohorts; {(full - empty) / self.number:.1f} KiB each "
            f"({empty >> 10} -> {full >> 10} MiB); all came within {took:.1f} s"
        )

    async def step(self, do: str, **what: object) -> tuple[float, float, float]:
        """Take a step: its position, and when the median and the last screen showed it."""
        self.steps += 1
        found = await self.site.ask(do=do, **{"id": f"step-{self.steps}", **what})
        return found["position"], *(await reached(self.screens, found["position"], found["begun"]))

    async def bare_broadcast(self, size: int, times: int = 30) -> tuple[float, list[float]]:
        """What the floor takes for that many bytes: the processor's median, and to the last."""
        took, busy = [], []
        for _ in range(times):
            self.steps += 1
            before = self.floor.processor()
            found = await self.floor.ask(position=self.steps, size=size)
            took.append((await reached(self.bare, self.steps, found["begun"]))[1])
            busy.append(self.floor.processor() - before)
            await asyncio.sleep(0.1)
        return median(busy), took

    def heard(self) -> int:
        """Bytes that all screens together were sent."""
        return sum(screen.size for screen in self.screens)

    async def commits(self) -> None:
        """From one commit to all screens, again and again."""
        middle, last, busy, before = [], [], [], self.heard()
        for n in range(COMMITS):
            begun = self.site.processor()
            _, half, end = await self.step("ask", party=f"x{n % DELEGATIONS}")
            middle.append(half)
            last.append(end)
            busy.append(self.site.processor() - begun)
            await asyncio.sleep(0.1)
            await self.step("give")  # so that nobody waits for the floor but who asked last
        size = (self.heard() - before) // self.number // (COMMITS * 2)
        idle, floors = await self.bare_broadcast(size, COMMITS)
        tell(f"floor: bare broadcast of {size} bytes, last screen   {quantiles(floors)}, "
             f"processor {idle * 1e3:.0f} ms")  # fmt: skip
        tell(f"commit -> median screen                          {quantiles(middle)}")
        tell(
            f"commit -> last screen                            {quantiles(last)}, "
            f"processor {median(busy) * 1e3:.0f} ms, {median(last) / median(floors):.1f} x floor"
        )

    async def pages(self) -> None:
        """Pages of the sitting, asked for one after the other by four, while screens are told."""
        took: list[float] = []
        asking = [asyncio.create_task(self._asking(n, took)) for n in range(4)]
        await until(lambda: len(took) >= 8)  # noqa: PLR2004 - the first take longer
        took.clear()
        await asyncio.sleep(2)
        quiet, took[:] = list(took), []
        last, begun = [], time.perf_counter()
        for n in range(20):
            last.append((await self.step("ask", party=f"x{n}"))[2])
            last.append((await self.step("give"))[2])
        seconds = time.perf_counter() - begun
        for task in asking:
            task.cancel()
        tell(f"pages to 4 who ask without pause: {len(quiet) / 2:.0f} a second, {quantiles(quiet)}")
        tell(
            f"  while {len(last) / seconds:.0f} commits a second are told: "
            f"{len(took) / seconds:.0f} a second, {quantiles(took)}; last screen {quantiles(last)}"
        )

    async def _asking(self, n: int, took: list[float]) -> None:
        browser = await Browser(self.site.port, self.delegates[n], LANGUAGES[n]).open()
        while True:
            begun = time.perf_counter()
            status, _ = await browser.get(SITTING)
            assert status == 200  # noqa: PLR2004, S101
            took.append(time.perf_counter() - begun)

    async def vote(self) -> None:
        """Three hundred tap within a second; then the vote is closed, and the result announced.

        Twice: the first time connections are opened and pages are made ready.
        """
        for time_of in ("the first time", "the second"):
            await self._vote(time_of)

    async def _vote(self, time_of: str) -> None:
        from kurultai.procedure.facts import new_id  # noqa: PLC0415

        decision = new_id("decision", f"put {time_of}")
        await self.step("put", id=f"put {time_of}", method="open")
        browsers = await asyncio.gather(
            *(Browser(self.site.port, cookie).open() for cookie in self.delegates)
        )
        busy, begun = self.site.processor(), time.perf_counter() + 0.1
        taps = [self._tap(b, n, begun, decision) for n, b in enumerate(browsers)]
        told, own = zip(*await asyncio.gather(*taps), strict=True)
        busy = self.site.processor() - busy
        tell(f"{time_of}, {DELEGATIONS} positions in a second over HTTP")
        tell(f"  acknowledged: {quantiles(told)}")
        tell(f"  and each asks for its own within {SPREAD} s after: {quantiles(own)}, "
             f"processor {busy * 1e3:.0f} ms")  # fmt: skip
        for browser in browsers:
            browser.close()
        await asyncio.sleep(1)
        await self._shown("close -> on all screens", "close", decision)
        await self._shown("announce -> result on all screens", "decide", decision)

    async def _tap(
        self, browser: Browser, n: int, begun: float, decision: str
    ) -> tuple[float, float]:
        """One delegation's position, at a moment of its own, and what is then its own."""
        at = begun + n / DELEGATIONS
        await asyncio.sleep(at - time.perf_counter())
        at = time.perf_counter()
        status = await browser.post(
            f"{SITTING}/positions/new",
            command_id=secrets.token_hex(16),
            decision=decision,
            party=f"party:x{n}",
            choice=("yes", "yes", "yes", "no", "abstain")[n % 5],
            back=f"{SITTING}/delegate",
        )
        told = time.perf_counter()
        await asyncio.sleep(LOT.random() * SPREAD)
        asked = time.perf_counter()
        own, _ = await browser.get(f"{SITTING}/delegate/mine")
        assert (status, own) == (204, 200), (status, own)  # noqa: S101
        return told - at, time.perf_counter() - asked

    async def _shown(self, what: str, do: str, decision: str) -> None:
        before = self.heard()
        _, half, last = await self.step(do, decision=decision)
        size = (self.heard() - before) // self.number
        _, floors = await self.bare_broadcast(size, 10)
        tell(
            f"{what}: {size} bytes, median screen {half * 1e3:.0f}, last {last * 1e3:.0f} ms, "
            f"{last / median(floors):.1f} x floor ({median(floors) * 1e3:.0f} ms)"
        )

    async def soak(self, seconds: int) -> int:
        """A sitting as it goes, while screens come, go, are cut off and read too slowly."""
        end, quarter, commits, last = time.perf_counter() + seconds, 0, 0, []
        await self._tell_quarter(0, commits, [0.0])
        while (left := end - time.perf_counter()) > 0:
            if left < seconds * (3 - quarter) / 4:
                quarter += 1
                await self._tell_quarter(quarter, commits, last)
                last = []
            await self._turn(commits)
            commits += 1
            do, what = _drawn(commits)
            self.steps += 1
            await self.site.ask(do=do, **{"id": f"step-{self.steps}", **what})
            if commits % 20 == 0:  # measured beside those who come and go
                await self.step("take", item="8")
                last.append((await self.step("take", item="9"))[2])
            await asyncio.sleep(0.2)
        await self._tell_quarter(4, commits, last)
        return await self.wrong()

    async def _tell_quarter(self, quarter: int, commits: int, last: list[float]) -> None:
        tell(f"soak, {quarter} of 4: {self.site.memory() >> 10} MiB, {commits} commits, "
             f"last screen {quantiles(last)}")  # fmt: skip

    async def _turn(self, n: int) -> None:
        """Some leave or read no more, and others come in their places, as they were."""
        places = LOT.sample(range(self.number), 5)
        for place in places:
            gone = self.screens[place].transport
            gone.abort() if n % 2 else gone.pause_reading()
        heads = [
            f"{self.head(place)}\r\nLast-Event-ID: {self.screens[place].position}"
            for place in places
        ]
        come = await opened(self.site.port, heads)
        for place, new in zip(places, come, strict=True):
            old, self.screens[place] = self.screens[place], new.continued(self.screens[place])
            asyncio.get_running_loop().call_later(30, old.transport.abort)

    async def wrong(self) -> int:
        """How many screens show anything but what their page shows."""
        await self.step("take", item="1")
        await self.step("take", item="2")
        await asyncio.sleep(1)
        wrong = 0
        pages: dict[str, str] = {}
        for n, screen in enumerate(self.screens):
            key = self.head(n) if n >= DELEGATIONS else str(n % len(LANGUAGES))
            if key not in pages:
                pages[key] = await self._page(n)
            wrong += not all(
                f'<section id="part-{name}" class="part part-{name}">{html}</section>' in pages[key]
                for name, html in screen.parts.items()
            )
        return wrong

    async def _page(self, n: int) -> str:
        cookie = self.delegates[n] if n < DELEGATIONS else self.head(n).rpartition("=")[2]
        browser = await Browser(self.site.port, cookie, LANGUAGES[n % len(LANGUAGES)]).open()
        view = "/delegate" if n < DELEGATIONS else ""
        return (await browser.get(SITTING + view))[1]


def _drawn(n: int) -> tuple[str, dict[str, object]]:
    """The next step of a sitting: speeches, items, who comes; every forty steps a vote."""
    from kurultai.procedure.facts import new_id  # noqa: PLC0415

    party, vote, at = f"x{LOT.randrange(DELEGATIONS)}", n // 40, n % 40
    decision = new_id("decision", f"vote-{vote}")
    match at:
        case 0:
            return "put", {"id": f"vote-{vote}", "method": ("open", "hands")[vote % 2]}
        case 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9:
            choice = LOT.choice(("yes", "no", "abstain"))
            return "say", {"decision": decision, "party": party, "choice": choice}
        case 10 | 11:
            return ("close", "decide")[at - 10], {"decision": decision}
    do = LOT.choice(("ask", "ask", "give", "end", "take", "come"))
    return do, {"party": party, "item": str(LOT.randrange(8)), "members": LOT.randint(1, 9)}


if __name__ == "__main__":
    sys.exit(main())
