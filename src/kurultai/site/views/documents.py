"""Documents: drafts and adopted texts, their languages side by side, their files."""

from urllib.parse import quote

from django.http import FileResponse, HttpRequest, HttpResponse

from kurultai.gate import documents as gate
from kurultai.gate import meetings, register
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import DocumentRow
from kurultai.record.blobs import blob_path
from kurultai.site.house import house
from kurultai.site.matrix import by_paragraph
from kurultai.site.views.errors import not_found
from kurultai.site.views.shown import Asking, Shown


def every(asking: Asking) -> Shown:
    """Every document, latest first."""
    return _list("documents.html", asking, gate.documents(asking.viewer), "documents")


def adopted(asking: Asking) -> Shown:
    """Every adopted text, latest first."""
    return _list("texts.html", asking, gate.documents(asking.viewer, "adopted"), "texts")


def _list(template: str, asking: Asking, page: tuple[DocumentRow, ...], subject: str) -> Shown:
    return Shown(template, page, subject, {"examples": meetings.examples(asking.viewer)})


def one(asking: Asking, name: str) -> Shown:
    """A document in all its languages."""
    page = gate.document(asking.viewer, f"document:{name}")
    written = [version for version in page.versions if version.units]
    there = {version.language for version in page.versions}
    wanted = page.document.authentic or register.assembly(asking.viewer).languages
    more = {
        "matrix": by_paragraph(page.commitments, register.parties(asking.viewer)),
        "missing": tuple(language for language in wanted if language not in there),
        "meetings": {m.meeting: m for m in meetings.meetings(asking.viewer)},
        "examples": meetings.examples(asking.viewer),
        "written": tuple(sorted(written, key=lambda v: v.language != asking.viewer.language)),
    }
    return Shown("document.html", page, page.document.document, more)


def file(request: HttpRequest, name: str, language: str) -> HttpResponse:
    """The file of a language version, to be kept and not to be opened within the site."""
    try:
        found = gate.file(request.viewer, f"document:{name}", language)
    except NotFound:
        return not_found(request)
    response = FileResponse(
        blob_path(house().directory, found.blob).open("rb"), content_type=found.media_type
    )
    response.headers["Content-Length"] = str(found.size)
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
