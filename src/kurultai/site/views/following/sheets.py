"""Spreadsheets of a parliament: taken away, filled in, and brought back."""

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from kurultai.gate import sheets as gate
from kurultai.gate.clause import NotFound
from kurultai.gate.viewer import Viewer
from kurultai.papers.sheets import Table, write_csv
from kurultai.procedure.refusal import Refused
from kurultai.site.forms.following.kept_file import SheetStep
from kurultai.site.house import house
from kurultai.site.sheets.given import given
from kurultai.site.views.errors import busy_making, not_found
from kurultai.site.views.papers import keep, key_of
from kurultai.site.views.writing.answer import show
from kurultai.site.views.writing.carry import View, answered, open_step
from kurultai.site.views.writing.kept import signed_out

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CSV = "text/csv; charset=utf-8"


@require_safe
def workbook(request: HttpRequest, name: str) -> HttpResponse:
    """All that the viewer may see of a party's commitments, to be filled in."""
    viewer = request.viewer
    key = key_of(viewer, "follow-up.xlsx", viewer.language, house().today(), name)
    try:
        content = keep(key, lambda: _written(_given(viewer, name)))
    except NotFound:
        return not_found(request)
    except TimeoutError:
        return busy_making(request)
    return _dressed(content, _XLSX, f"{_named(name)}.xlsx")


@require_safe
def plain(request: HttpRequest, name: str) -> HttpResponse:
    """The same as a plain table, separated as in the viewer's language."""
    try:
        table = _given(request.viewer, name)
    except NotFound:
        return not_found(request)
    return _dressed(write_csv(table, request.viewer.language), _CSV, f"{_named(name)}.csv")


def _given(viewer: Viewer, name: str) -> Table:
    return given(gate.of_party(viewer, f"party:{name}"), viewer.language)


def taking(step: type[SheetStep]) -> View:
    """The view of a form that takes a spreadsheet; of what is wrong, the lines with remarks."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def taken(request: HttpRequest, name: str = "") -> HttpResponse:
        try:
            if request.method == "POST" and request.viewer.person is None:
                return signed_out(request)
            sheet = open_step(request, step, name)
            if "remarks" in request.POST and sheet.is_valid():
                return _remarked(request, sheet, name)
            return answered(request, sheet)
        except NotFound:
            raise Http404 from None

    return taken


def _remarked(request: HttpRequest, sheet: SheetStep, name: str) -> HttpResponse:
    try:
        return as_workbook(sheet.remarks(), f"{_named(name or 'import')}-remarks")
    except Refused as refused:
        sheet.refused(refused)
        return show(request, sheet, 422)


def as_workbook(table: Table, name: str) -> HttpResponse:
    """The table as a file to keep."""
    return _dressed(_written(table), _XLSX, f"{name}.xlsx")


def _written(table: Table) -> bytes:
    from kurultai.papers.sheets.book import write_xlsx  # noqa: PLC0415 - a large library

    return write_xlsx(table)


def _named(party: str) -> str:
    """Whose it is and of which day: nothing of what stands in it."""
    return f"{party}-follow-up-{house().today()}"


def _dressed(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response.headers["Vary"] = "Accept-Language, Cookie"
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
