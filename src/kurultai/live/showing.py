"""What a room's screens are to be shown now: read and rendered in one reading of the record."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from time import thread_time

from kurultai.gate.clause import NotFound
from kurultai.gate.meetings import meeting_row
from kurultai.gate.screens import Age, ages, around, register_position, said_to
from kurultai.gate.shapes.sitting import SittingPage
from kurultai.gate.sitting import audiences, sitting
from kurultai.gate.viewer import Viewer
from kurultai.handle import House
from kurultai.live.events import event
from kurultai.live.screen import Looker, Screen
from kurultai.site.sittings.parts import SHOWN, drawn_from
from kurultai.site.sittings.views import allowed

Render = Callable[[Viewer, SittingPage, str, str], str]  # of a view and a part, to HTML


@dataclass(frozen=True, slots=True)
class Sort:
    """Screens that show the same: of one view, in the same languages, for the same audiences.

    ``cohort`` are those of their audiences for which anything stands in the meeting.
    """

    cohort: frozenset[int]
    view: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part as HTML; ``changed`` is when that last did, ``of`` when it last might have."""

    of: int
    changed: int
    html: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What a sort is shown at a position, part by part."""

    position: int
    parts: dict[str, Drawn]

    def since(self, at: int) -> bytes:
        """The events that bring a screen from the position ``at`` to this one; often none."""
        new = [(name, part.html) for name, part in self.parts.items() if part.changed > at]
        last = len(new) - 1
        return b"".join(
            event(name, html, self.position if n == last else None)
            for n, (name, html) in enumerate(new)
        )


@dataclass(slots=True)
class Showing:
    """What one reading found: who may look no longer, who must begin anew, and what is shown."""

    position: int
    gone: list[Screen] = field(default_factory=list)
    anew: list[Screen] = field(default_factory=list)
    known: list[tuple[Screen, Looker]] = field(default_factory=list)  # rights taken anew


_NOTHING = Kept(0, {})
_BY_ACTS, _PLAIN = ("floor", "attendance"), ("public", "projector", "delegate")
_Read = tuple[SittingPage, dict[str, Age]]
Deliver = Callable[[Sort, Kept, list[Screen]], None]


class Shower:
    """Reads and renders for the screens of one sitting, in a thread beside the loop."""

    def __init__(self, house: House, meeting: str, render: Render) -> None:
        """Show that meeting's sitting."""
        self._house, self._meeting, self._render = house, meeting, render
        self._kept: dict[Sort, Kept] = {}
        self._position = 0  # that is shown now
        self._around: frozenset[int] = frozenset()  # the audiences that matter there
        self._said_to: dict[str, frozenset[int]] = {}  # and in each part
        self._words: dict[tuple[frozenset[int], str, str, str], str] = {}  # HTML of one showing

    def show(
        self,
        screens: list[Screen],
        settle: Callable[[Showing], None],
        deliver: Deliver,
        are_all: bool,  # noqa: FBT001 - an executor names nothing
    ) -> float:
        """Tell first who may look no longer, then what each sort is shown; the seconds it took.

        They are of the processor: what others took meanwhile is not counted.

        ``are_all``: nobody else is in the room, so that what is kept for others is kept for nobody.

        Everything is of one position: no right ends between its being looked at and its use.
        """
        begun = thread_time()
        with self._house.viewing(None, "en") as anybody:
            self._around = around(anybody.db, self._meeting)
            self._said_to = said_to(anybody.db, self._meeting)
            self._position = anybody.position
            showing = Showing(anybody.position)
            staying = list(self._entitled(screens, anybody, showing))
            settle(showing)
            sorts = _sorted(staying, self._around)
            if are_all:
                self._kept = {sort: kept for sort, kept in self._kept.items() if sort in sorts}
            self._show(sorts, deliver)
        return thread_time() - begun

    def _entitled(
        self, screens: list[Screen], anybody: Viewer, showing: Showing
    ) -> Iterator[tuple[Screen, Looker]]:
        """Those who may go on looking, by the rights that they have now."""
        moved = register_position(anybody)
        now: dict[tuple[str | None, str], frozenset[int] | None] = {}
        for screen in screens:
            looker = screen.looker
            if looker.known >= moved:
                yield screen, looker
                continue
            key = (looker.person, looker.view)
            if key not in now:
                now[key] = self._rights(*key)
            has = now[key]
            if has is None:
                showing.gone.append(screen)
            elif has & self._around != looker.audiences & self._around:
                showing.anew.append(screen)
            else:
                looker = replace(looker, audiences=has, known=anybody.position)
                showing.known.append((screen, looker))
                yield screen, looker

    def _rights(self, person: str | None, view: str) -> frozenset[int] | None:
        with self._house.viewing(person, "en") as viewer:
            return rights(viewer, self._meeting, view)

    def _show(self, sorts: dict[Sort, list[tuple[Screen, Looker]]], deliver: Deliver) -> None:
        self._words.clear()
        pages: dict[frozenset[int], _Read] = {}
        failed: list[Exception] = []
        for sort, members in sorts.items():
            try:
                kept = self._brought_up(sort, members[0][1].person, pages)
            except Exception as error:  # noqa: BLE001 - raised below: the other sorts come first
                failed.append(error)
            else:
                deliver(sort, kept, [screen for screen, _ in members])
        if failed:
            raise ExceptionGroup("some screens cannot be shown what was recorded", failed)

    def _brought_up(
        self, sort: Sort, person: str | None, pages: dict[frozenset[int], _Read]
    ) -> Kept:
        kept = self._kept.get(sort)
        if kept is None or kept.position < self._position:
            kept = self._kept[sort] = self._made(sort, person, pages)
        return kept

    def _made(self, sort: Sort, person: str | None, pages: dict[frozenset[int], _Read]) -> Kept:
        """The sort's parts, read as one of its people, who all see the same."""
        with self._house.viewing(person, sort.languages[0]) as viewer:
            if sort.cohort not in pages:
                pages[sort.cohort] = sitting(viewer, self._meeting), ages(viewer, self._meeting)
            page, when = pages[sort.cohort]
            before = self._kept.get(sort, _NOTHING).parts
            parts: dict[str, Drawn] = {}
            for name in SHOWN[sort.view]:
                age = _age(drawn_from(sort.view, name), when, page.position)
                parts[name] = self._drawn(viewer, page, sort, name, age, before.get(name))
        return Kept(page.position, parts)

    def _drawn(
        self,
        viewer: Viewer,
        page: SittingPage,
        sort: Sort,
        name: str,
        age: Age,
        before: Drawn | None,
    ) -> Drawn:
        """The part, rendered anew if it may have changed; unchanged where it did not."""
        if before is not None and before.of == age.of:
            return before
        html = self._html(viewer, page, sort, name)
        if before is None:
            return Drawn(age.of, age.seen, html)
        # What a delegation answered is no part, while it is not shown: its other screens ask for
        # what is their own when they hear that the vote went on, as far as they may know of it.
        is_asked_for = sort.view == "delegate" and name == "vote"
        went_on = is_asked_for and age.seen > before.changed
        if before.html == html and not went_on:
            return replace(before, of=age.of)
        return Drawn(age.of, age.of, html)

    def _html(self, viewer: Viewer, page: SittingPage, sort: Sort, name: str) -> str:
        """The part in each of the languages, one below the other."""
        return "".join(self._said(viewer, page, sort, name, one) for one in sort.languages)

    def _said(self, viewer: Viewer, page: SittingPage, sort: Sort, name: str, language: str) -> str:
        """In one language: rendered once, in however many orders projectors take turns."""
        key = (self._alike(sort, name), sort.view, name, language)
        if key not in self._words:
            speaker = replace(viewer, language=language)
            self._words[key] = self._render(speaker, page, sort.view, name)
        return self._words[key]

    def _alike(self, sort: Sort, name: str) -> frozenset[int]:
        """The sort's audiences that matter in the part: who has the same of them is shown the same.

        Of speakers and of who is there each act is all that it shows, with an audience of its own.
        What else is shown may be of a text, and as hidden as that.
        """
        if name in _BY_ACTS and sort.view in _PLAIN:
            return sort.cohort & self._said_to.get(name, frozenset())
        return sort.cohort


def rights(viewer: Viewer, meeting: str, view: str) -> frozenset[int] | None:
    """The audiences of who may look at that view of the sitting; None if they may not."""
    try:
        meeting_row(viewer, meeting)
    except NotFound:
        return None
    return audiences(viewer) if allowed(viewer, view, meeting) else None


def _age(names: tuple[str, ...], when: dict[str, Age], position: int) -> Age:
    """Of what is drawn from those parts; what is drawn from more may always have changed."""
    found = [when[name] for name in names if name in when]
    if not names:
        return Age(position, position)
    return Age(max((a.of for a in found), default=0), max((a.seen for a in found), default=0))


def _sorted(
    staying: list[tuple[Screen, Looker]], around: frozenset[int]
) -> dict[Sort, list[tuple[Screen, Looker]]]:
    """Those who see the same together, by the audiences that matter here; the most come first."""
    sorts: dict[Sort, list[tuple[Screen, Looker]]] = defaultdict(list)
    found: dict[tuple[frozenset[int], str, tuple[str, ...]], Sort] = {}
    for screen, looker in staying:
        key = (looker.audiences, looker.view, looker.languages)
        if key not in found:
            found[key] = Sort(looker.audiences & around, looker.view, looker.languages)
        sorts[found[key]].append((screen, looker))
    return dict(sorted(sorts.items(), key=lambda sort: -len(sort[1])))
