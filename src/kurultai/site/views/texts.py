"""A text in its languages side by side, and how it changed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kurultai.gate import drafting as gate
from kurultai.gate.shapes import DocumentRow, Revision, TextPage
from kurultai.gate.standing import alone_at, alone_in
from kurultai.gate.texts import Revised, revised
from kurultai.gate.tracked import Drawn, amended_reading, drawn_in, numbering
from kurultai.gate.viewer import Viewer
from kurultai.site.drafts.compared import compared, worded
from kurultai.site.drafts.kept import based
from kurultai.site.drafts.lines import gaps, lines, margins
from kurultai.site.drafts.marked import Author
from kurultai.site.drafts.names import authors
from kurultai.site.drafts.paging import address, number, turning, with_unit
from kurultai.site.drafts.traced import is_changed, named, paragraphs, together
from kurultai.site.tongue import say
from kurultai.site.views.shown import Asking, Shown
from kurultai.texts.amendment import Amendment
from kurultai.texts.redline import Traced
from kurultai.texts.unit import Unit

PAGE = 60  # units
_BESIDE = 2  # languages that are shown until others are chosen


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Two versions of a text, or one with its amendments, as a redline: a page of it."""

    document: DocumentRow
    revisions: tuple[Revision, ...]
    was: int  # the position of the earlier version; with amendments, that of the reading's text
    at: int  # the position of the later version
    language: str
    amendments: str  # "" of two versions; adopted or all
    paragraphs: tuple[Traced, ...]
    changed: int  # of all of them
    count: int  # of all of them
    page: int  # from 1
    pages: int


def beside(asking: Asking, name: str) -> Shown:
    """The text in two to nine languages, as it stands or stood."""
    page = gate.text(asking.viewer, f"document:{name}", _position(asking, "at"))
    chosen = _chosen(asking, page)
    more = {
        "rows": with_unit(lines(page.units, asking.viewer.language), asking.filters, PAGE),
        "chosen": chosen,
        "gaps": gaps(page.standings, page.behind, page.units),
        "behind": {language: frozenset(page.behind.get(language, ())) for language in chosen},
        "latest": not page.revisions or page.at == page.revisions[-1].position,
        "lacks": say("Missing"),
        "lags": say("Does not follow yet"),
        "link": turning(f"/documents/{name}/text", asking.several),
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


def history(asking: Asking, name: str) -> Shown:
    """What changed between two versions; or the text with its amendments, and whose they are."""
    now = revised(asking.viewer, f"document:{name}")
    kind = asking.filters.get("amendments", "")
    language = _language(asking, now)
    found = (_amended if kind in ("adopted", "all") else _compared)(asking, now, language)
    here = with_unit(found.traced, asking.filters, PAGE)
    shown = found.worded(here.rows)
    by = _authors(asking.viewer, now.document.document, found, named(shown, language))
    labels = margins(found.units, asking.viewer.language)
    path = f"/documents/{name}/redline"
    more = {
        "rows": here.of(paragraphs(shown, language, labels, by)),
        "left": tuple(by[name] for name in found.left),
        "languages": tuple(now.standings),
        "link": lambda kind: address(path, {}, amendments=kind, language=language),
        "turn": turning(path, asking.several),
    }
    page = HistoryPage(
        now.document,
        now.revisions,
        found.was,
        found.at,
        language,
        found.kind,
        shown,
        sum(is_changed(each, language) for each in found.traced),
        here.count,
        here.page,
        here.pages,
    )
    return Shown("redline.html", page, now.document.document, more)


@dataclass(frozen=True, slots=True)
class _Found:
    """A traced text; ``units`` are those by which its units are numbered."""

    traced: tuple[Traced, ...]
    worded: Callable[[Sequence[Traced]], tuple[Traced, ...]]  # some of them, with their words
    units: tuple[Unit, ...]
    was: int
    at: int
    kind: str = ""
    amendments: tuple[Drawn, ...] = ()
    left: tuple[str, ...] = ()  # amendments that cannot stand beside the others


def _authors(
    viewer: Viewer, document: str, found: _Found, shown: frozenset[str]
) -> dict[str, Author]:
    """Of the amendments that are shown, and of those that cannot be."""
    if not found.amendments:
        return {}
    return authors(viewer, numbering(viewer, document), found.amendments, {*shown, *found.left})


def _compared(asking: Asking, now: Revised, language: str) -> _Found:
    """The versions asked for; else the last reading and the one before, or the first text."""
    at = _revised(now.revisions, _position(asking, "to") or now.at)
    was = _revised(now.revisions, _position(asking, "from") or _before(now.revisions, at))
    later, earlier = (
        alone_at(asking.viewer, now.document.document, position, language) for position in (at, was)
    )
    old, new = based(earlier), based(later)
    return _Found(
        compared(old, new, language),
        lambda rows: worded(rows, old, new, language),
        later,
        was,
        at,
    )


def _revised(revisions: tuple[Revision, ...], at: int) -> int:
    """When the text that stood at the position came about; 0 if there was none yet."""
    return next((r.position for r in reversed(revisions) if r.position <= at), 0)


def _before(revisions: tuple[Revision, ...], at: int) -> int:
    """The end of the reading before that of the position; in the first, the text as it began."""
    here = max((r.reading for r in revisions if r.position <= at), default=1)
    earlier = [r.position for r in revisions if r.reading < here]
    return earlier[-1] if earlier else min((r.position for r in revisions), default=0)


def _amended(asking: Asking, now: Revised, language: str) -> _Found:
    """The text of the last reading that has amendments, and these."""
    viewer, document = asking.viewer, now.document.document
    kind = asking.filters["amendments"]
    reading = amended_reading(viewer, document)
    units = alone_in(viewer, document, reading, language)
    every = drawn_in(viewer, document, reading, language)
    states = ("adopted",) if kind == "adopted" else ("adopted", "tabled")
    main = (a for a in every if a.state in states and a.of is None)
    wanted = (Amendment(a.amendment, a.changes, a.number) for a in main)
    found, left = together(based(units), tuple(wanted))
    was = max((r.position for r in now.revisions if r.reading == reading), default=0)
    return _Found(found, tuple, units, was, now.at, kind, every, left)


def _language(asking: Asking, now: Revised) -> str:
    """The language asked for, the reader's own, or the first there is."""
    wanted = (asking.filters.get("language", ""), asking.viewer.language, *now.standings)
    return next((language for language in wanted if language in now.standings), "")
