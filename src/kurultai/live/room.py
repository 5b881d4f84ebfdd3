"""A room: the screens of one sitting, and what keeps them up to date."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor

from kurultai.live.events import RELOAD, chunk
from kurultai.live.screen import Screen
from kurultai.live.showing import Kept, Shower, Showing, Sort

_REST = 0.25  # seconds at most
_log = logging.getLogger(__name__)


class Room:
    """All that happens to it happens in the loop; only reading and rendering is done beside it.

    While one rendering runs, what else is recorded waits, and is then shown together: the last
    state always goes out, whatever came between.
    """

    def __init__(self, shower: Shower, executor: Executor) -> None:
        """A room in which nobody looks yet."""
        self._shower, self._executor = shower, executor
        self._loop = asyncio.get_running_loop()
        self.screens: set[Screen] = set()
        self._new: set[Screen] = set()  # have not been shown anything yet
        self._stale = False  # something was recorded that is not shown
        self._showing: asyncio.Task[None] | None = None
        self._is_closed = False

    def enter(self, screen: Screen) -> None:
        """A screen joins, and is shown what changed since the position that it is at."""
        self.screens.add(screen)
        self._new.add(screen)
        self._wake()

    def leave(self, screen: Screen) -> None:
        """A screen is gone."""
        self.screens.discard(screen)
        self._new.discard(screen)

    def stir(self) -> None:
        """Something was recorded that may change what is shown."""
        self._stale = True
        self._wake()

    def retry(self) -> None:
        """Show what could not be shown before, if anything is left."""
        if self._stale or self._new:
            self._wake()

    def close(self) -> None:
        """End every screen; nothing more is shown."""
        self._is_closed = True
        for screen in self.screens:
            screen.end()

    def _wake(self) -> None:
        if self._showing is None and self.screens and not self._is_closed:
            self._showing = self._loop.create_task(self._show())
            self._showing.add_done_callback(self._shown)

    def _shown(self, task: asyncio.Task[None]) -> None:
        self._showing = None
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("A sitting's screens could not be brought up to date.", exc_info=error)
        else:
            self.retry()

    async def _show(self) -> None:
        while (self._stale or self._new) and self.screens and not self._is_closed:
            stale, new = self._stale, self._new
            self._stale, self._new = False, set()
            try:
                spent = await self._show_to(list(self.screens if stale else new), are_all=stale)
            except BaseException:
                self._stale = True
                raise
            # In a burst most of the time is left to those who act, and little is shown in vain.
            await asyncio.sleep(min(_REST, 3 * spent))

    async def _show_to(self, screens: list[Screen], *, are_all: bool) -> float:
        """Show it to them; how much of the processor it took, in seconds."""
        settle, deliver = self._later(_settle), self._later(_deliver)
        return await self._loop.run_in_executor(
            self._executor, self._shower.show, screens, settle, deliver, are_all
        )

    def _later(self, do: Callable[..., None]) -> Callable[..., None]:
        """Have it done in the loop, in the order in which it is asked for."""

        def later(*given: object) -> None:
            self._loop.call_soon_threadsafe(do, *given)

        return later


def _settle(showing: Showing) -> None:
    for screen in showing.gone:
        screen.end()
    for screen in showing.anew:
        screen.end(RELOAD)
    for screen, looker in showing.known:
        screen.looker = looker


def _deliver(_: Sort, kept: Kept, screens: list[Screen]) -> None:
    """Bring each screen from where it is to what is kept: the same bytes to all who are there."""
    made: dict[tuple[int, bool], bytes] = {}
    for screen in screens:
        key = screen.at, screen.framing
        if key not in made:
            events = kept.since(screen.at)
            made[key] = chunk(events) if events and screen.framing else events
        if screen.at > kept.position:
            screen.end(RELOAD)  # it knows more than the record: it is of another one
        elif not made[key] or screen.put(made[key]):
            screen.at = kept.position
