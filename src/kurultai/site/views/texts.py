"""A text in its languages side by side, and how it changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from kurultai.gate import drafting as gate
from kurultai.gate.shapes import AmendmentRow, DocumentRow, Revision, TextPage
from kurultai.gate.tracked import tracked
from kurultai.site.drafts.lines import gaps, lines, margins
from kurultai.site.drafts.names import authors, drawn
from kurultai.site.drafts.paging import Paged, address, number, paged
from kurultai.site.drafts.traced import is_changed, paragraphs, together
from kurultai.site.tongue import say
from kurultai.site.views.shown import Asking, Shown
from kurultai.texts.base import Base
from kurultai.texts.redline import Traced, compare
from kurultai.texts.unit import Unit

PAGE = 60  # units
_BESIDE = 2  # languages that are shown until others are chosen


class _Located(Protocol):
    """What stands for one unit."""

    @property
    def unit(self) -> str: ...


R = TypeVar("R", bound=_Located)


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Two versions of a text, or one with its amendments, as a redline."""

    document: DocumentRow
    revisions: tuple[Revision, ...]
    was: int  # the position of the earlier version; with amendments, that of the reading's text
    at: int  # the position of the later version
    language: str
    amendments: str  # "" of two versions; adopted or all
    paragraphs: tuple[Traced, ...]


def beside(asking: Asking, name: str) -> Shown:
    """The text in two to nine languages, as it stands or stood."""
    page = gate.text(asking.viewer, f"document:{name}", _position(asking, "at"))
    chosen = _chosen(asking, page)
    more = {
        "rows": _page_of(asking, lines(page.units, asking.viewer.language)),
        "chosen": chosen,
        "gaps": gaps(page.standings, page.behind, page.units),
        "behind": {language: frozenset(page.behind.get(language, ())) for language in chosen},
        "latest": not page.revisions or page.at == page.revisions[-1].position,
        "lacks": say("Missing"),
        "lags": say("Does not follow yet"),
        "link": _turning(asking, f"/documents/{name}/text"),
    }
    return Shown("beside.html", page, page.document.document, more)


def _position(asking: Asking, key: str) -> int | None:
    """A position of the record in the address, if there is one."""
    return number(asking.filters.get(key, "")) or None


def _chosen(asking: Asking, page: TextPage) -> tuple[str, ...]:
    """The languages asked for that there are; else the reader's own and the first others."""
    asked = asking.several.get("language", ())
    found = tuple(language for language in page.standings if language in asked)
    own = sorted(page.standings, key=lambda language: language != asking.viewer.language)
    return found or tuple(own[:_BESIDE])


def _page_of(asking: Asking, rows: Sequence[R]) -> Paged[R]:
    """The page asked for by number, or the one that has the unit asked for."""
    wanted = asking.filters.get("unit", "")
    at = next((place for place, row in enumerate(rows) if row.unit == wanted), None)
    page = number(asking.filters.get("page", ""), 1) if at is None else at // PAGE + 1
    return paged(rows, page, PAGE)


def _turning(asking: Asking, path: str) -> Callable[[int], str]:
    """The address of another page of the same."""
    kept = {key: values for key, values in asking.several.items() if key != "unit"}
    return lambda page: address(path, kept, page=str(page))


def history(asking: Asking, name: str) -> Shown:
    """What changed between two versions; or the text with its amendments, and whose they are."""
    now = gate.text(asking.viewer, f"document:{name}")
    kind = asking.filters.get("amendments", "")
    found = _amended(asking, now, kind) if kind in ("adopted", "all") else _compared(asking, now)
    language = _language(asking, now)
    page = HistoryPage(
        now.document, now.revisions, found.was, found.at, language, found.kind, found.traced
    )
    rows = _page_of(asking, found.traced)
    labels = margins(found.units, asking.viewer.language)
    by = authors(asking.viewer, now.document.document, found.amendments)
    path = f"/documents/{name}/redline"
    more = {
        "rows": Paged(
            paragraphs(rows.rows, language, labels, by), rows.page, rows.pages, rows.count
        ),
        "changed": sum(is_changed(each, language) for each in found.traced),
        "left": tuple(by[name] for name in found.left),
        "languages": tuple(now.standings),
        "link": lambda kind: address(path, {}, amendments=kind, language=language),
        "turn": _turning(asking, path),
    }
    return Shown("redline.html", page, now.document.document, more)


@dataclass(frozen=True, slots=True)
class _Found:
    """A traced text; ``units`` are those by which its units are numbered."""

    traced: tuple[Traced, ...]
    units: tuple[Unit, ...]
    was: int
    at: int
    kind: str = ""
    amendments: tuple[AmendmentRow, ...] = ()
    left: tuple[str, ...] = ()  # amendments that cannot stand beside the others


def _compared(asking: Asking, now: TextPage) -> _Found:
    """The versions asked for; else the last reading and the one before, or the last two texts."""
    document = now.document.document
    at = _position(asking, "to") or now.at
    was = _position(asking, "from") or _before(now.revisions, at)
    later = now if at == now.at else gate.text(asking.viewer, document, at)
    earlier = gate.text(asking.viewer, document, was)
    return _Found(compare(earlier.units, later.units), later.units, earlier.at, later.at)


def _before(revisions: tuple[Revision, ...], at: int) -> int:
    """The end of the reading before that of the position; in the first, the text as it began."""
    here = max((r.reading for r in revisions if r.position <= at), default=1)
    earlier = [r.position for r in revisions if r.reading < here]
    return earlier[-1] if earlier else min((r.position for r in revisions), default=0)


def _amended(asking: Asking, now: TextPage, kind: str) -> _Found:
    """The text of the last reading that has amendments, and these."""
    document = now.document.document
    read = tracked(asking.viewer, document)
    states = ("adopted",) if kind == "adopted" else ("adopted", "tabled")
    wanted = tuple(a for a in read.amendments if a.state in states and a.of is None)
    base = Base(read.units)
    found, left = together(base, tuple(drawn(a) for a in wanted))
    was = max((r.position for r in now.revisions if r.reading == read.reading), default=0)
    return _Found(found, read.units, was, now.at, kind, read.amendments, left)


def _language(asking: Asking, now: TextPage) -> str:
    """The language asked for, the reader's own, or the first there is."""
    wanted = (asking.filters.get("language", ""), asking.viewer.language, *now.standings)
    return next((language for language in wanted if language in now.standings), "")
