"""Documents: drafts and adopted texts, read in one language; their files."""

from django.http import HttpRequest, HttpResponse

from kurultai.gate import documents as gate
from kurultai.gate import drafting, meetings, register
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import DocumentPage, DocumentRow, TextPage
from kurultai.gate.tracked import readings
from kurultai.site.drafts.lines import gaps, lines
from kurultai.site.drafts.paging import turning, with_unit
from kurultai.site.joint import joint_efforts
from kurultai.site.matrix import by_paragraph
from kurultai.site.views.attached import attached
from kurultai.site.views.errors import not_found
from kurultai.site.views.papers import AMENDED, FORMATS
from kurultai.site.views.shown import Asking, Shown

PAGE = 200  # units of a text


def every(asking: Asking) -> Shown:
    """Every document, latest first."""
    return _list("documents.html", asking, gate.documents(asking.viewer), "documents")


def adopted(asking: Asking) -> Shown:
    """Every adopted text, latest first."""
    return _list("texts.html", asking, gate.documents(asking.viewer, "adopted"), "texts")


def _list(template: str, asking: Asking, page: tuple[DocumentRow, ...], subject: str) -> Shown:
    return Shown(template, page, subject, {"examples": meetings.examples(asking.viewer)})


def one(asking: Asking, name: str) -> Shown:
    """A document: where it stands, in which languages, and its text in one of them."""
    document, viewer = f"document:{name}", asking.viewer
    page = gate.document(viewer, document)
    text = drafting.text(viewer, document)
    shown = lines(text.units, viewer.language)
    there = {version.language for version in page.versions}
    wanted = page.document.authentic or register.assembly(viewer).languages
    more = {
        "text": text,
        "rows": with_unit(shown, asking.filters, PAGE),
        "link": turning(f"/documents/{name}", asking.several),
        "called": {line.unit: line.called for line in shown},
        "read_in": _read_in(asking, text),
        "gaps": gaps(text.standings, text.behind, text.units),
        "about": {paragraph.unit: paragraph for paragraph in page.paragraphs},
        "due": _due(page),
        "beside": drafting.beside(viewer, document),
        "silence": next(reversed(drafting.silences(viewer, document)), None),
        "circulation": next(reversed(drafting.circulations(viewer, document)), None),
        "formats": FORMATS,
        "amended": AMENDED if readings(viewer, document) else (),
        "joint": joint_efforts(page.commitments),
        "matrix": by_paragraph(page.commitments, register.parties(viewer)),
        "missing": tuple(language for language in wanted if language not in there),
        "meetings": {m.meeting: m for m in meetings.meetings(viewer)},
        "examples": meetings.examples(viewer),
    }
    return Shown("document.html", page, document, more)


def _due(page: DocumentPage) -> dict[str, str]:
    """By unit when it is due: as its commitments say where there are any and they agree."""
    said = {one.unit: one.due for one in page.paragraphs if one.due}
    if not page.commitments:
        return said
    days: dict[str, set[str]] = {}
    for row in page.commitments:
        days.setdefault(row.unit, set()).add(row.due or "")
    return {unit: day for unit, (day, *others) in days.items() if day and not others}


def _read_in(asking: Asking, text: TextPage) -> str:
    """The language asked for, the reader's own, or the first there is."""
    wanted = (asking.filters.get("language", ""), asking.viewer.language, *text.standings)
    return next((language for language in wanted if language in text.standings), "")


def file(request: HttpRequest, name: str, language: str) -> HttpResponse:
    """The file of a language version, to be kept and not to be opened within the site."""
    try:
        found = gate.file(request.viewer, f"document:{name}", language)
    except NotFound:
        return not_found(request)
    return attached(found)
