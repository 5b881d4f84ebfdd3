"""The marshalled list, and each amendment by itself."""

from dataclasses import dataclass

from kurultai.gate import drafting as gate
from kurultai.gate.shapes import AmendmentPage, AmendmentRow
from kurultai.gate.tracked import numbering, readings
from kurultai.gate.viewer import Viewer
from kurultai.language import instructions
from kurultai.site.drafts.kept import based
from kurultai.site.drafts.lines import shorts
from kurultai.site.drafts.names import drawn
from kurultai.site.drafts.paging import number, turning
from kurultai.site.drafts.reader import Reader, share
from kurultai.site.drafts.touched import touched
from kurultai.site.views.shown import Asking, Shown
from kurultai.texts.base import Base
from kurultai.texts.relation import relate


@dataclass(frozen=True, slots=True)
class Version:
    """An amendment in one language; without sentences where it is not complete there."""

    language: str
    complete: bool
    sentences: tuple[str, ...]


def every(asking: Asking, name: str) -> Shown:
    """The amendments to the last reading that has any, or to another, fifty a page."""
    document, viewer = f"document:{name}", asking.viewer
    there = readings(viewer, document)
    wanted = number(asking.filters.get("reading", "")) or next(reversed(there), None)
    page = gate.amendments(
        viewer, document, number(asking.filters.get("page", ""), 1), reading=wanted
    )
    listed = {row.amendment: row for row in page.amendments}
    reader = Reader(
        viewer.language,
        numbering(viewer, document),
        page.units,
        page.marshalled.order if page.marshalled else "",
        lambda parent: listed.get(parent) or gate.amendment_row(viewer, parent),
    )
    more = {
        "groups": reader.groups(page.amendments),
        "labels_of": reader.numbers,
        "readings": there,
        "link": turning(f"/documents/{name}/amendments", asking.several),
    }
    return Shown("amendments.html", page, document, more)


def one(asking: Asking, name: str) -> Shown:
    """An amendment in every language, with what was proposed to it and against it."""
    page = gate.amendment(asking.viewer, f"amendment:{name}")
    row, viewer = page.amendment, asking.viewer
    base = based(page.units)
    order = _order(viewer, row)
    reader = Reader(
        viewer.language, numbering(viewer, row.document), page.units, order, lambda _: row
    )
    more = {
        "label": reader.numbers[row.amendment],
        "labels_of": reader.numbers,
        "labels": shorts(page.units, viewer.language),
        "shown_in": viewer.language if viewer.language in row.languages else row.language,
        "versions": _versions(viewer, page, base),
        "touched": touched(base, row.changes),
        "tabled": touched(base, row.tabled_changes),
        "placed": reader.placed(row),
        "fell": reader.fell(row),
        "share": share(row.figure),
        "rivals": _relations(base, page),
    }
    return Shown("amendment.html", page, row.amendment, more)


def _order(viewer: Viewer, row: AmendmentRow) -> str:
    """The policy of the last list of its reading, if the amendment is on it."""
    if row.place is None:
        return ""
    last = gate.amendments(viewer, row.document, size=1, reading=row.reading)
    return last.marshalled.order if last.marshalled else ""


def _versions(viewer: Viewer, page: AmendmentPage, base: Base) -> tuple[Version, ...]:
    """It as written, then in the reader's language, then in the others."""
    row = page.amendment
    others = () if row.linguistic else (viewer.language, *sorted(base.languages))
    wanted = dict.fromkeys((row.language, *others))
    return tuple(
        _version(row, base, language)
        for language in wanted
        if language in base.languages or language == row.language
    )


def _version(row: AmendmentRow, base: Base, language: str) -> Version:
    complete = language in row.languages
    sentences = instructions.sentences(base, row.changes, language) if complete else ()
    return Version(language, complete, sentences)


def _relations(base: Base, page: AmendmentPage) -> tuple[tuple[AmendmentRow, str], ...]:
    """The rivals that are to the same text, and how the amendment stands to each."""
    here = drawn(page.amendment)
    return tuple(
        (rival, relate(base, here, drawn(rival)))
        for rival in page.rivals
        if rival.of == page.amendment.of
    )
