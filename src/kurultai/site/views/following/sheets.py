"""Spreadsheets of a parliament: taken away, filled in, and brought back."""

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from kurultai.gate import sheets as gate
from kurultai.gate.clause import NotFound
from kurultai.papers.sheets import Table, write_csv
from kurultai.procedure.refusal import Refused
from kurultai.site.forms.following.kept_file import SheetStep
from kurultai.site.house import house
from kurultai.site.sheets.given import given
from kurultai.site.views.errors import not_found
from kurultai.site.views.writing.answer import show
from kurultai.site.views.writing.carry import View, answered, open_step
from kurultai.site.views.writing.kept import signed_out

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CSV = "text/csv; charset=utf-8"


@require_safe
def workbook(request: HttpRequest, name: str) -> HttpResponse:
    """All that the viewer may see of a party's commitments, to be filled in."""
    try:
        kept = gate.of_party(request.viewer, f"party:{name}")
    except NotFound:
        return not_found(request)
    return as_workbook(given(kept, request.viewer.language), _named(name))


@require_safe
def plain(request: HttpRequest, name: str) -> HttpResponse:
    """The same as a plain table, separated as in the viewer's language."""
    try:
        kept = gate.of_party(request.viewer, f"party:{name}")
    except NotFound:
        return not_found(request)
    table = given(kept, request.viewer.language)
    return _dressed(write_csv(table, request.viewer.language), _CSV, f"{_named(name)}.csv")


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
    from kurultai.papers.sheets.book import write_xlsx  # noqa: PLC0415 - a large library

    return _dressed(write_xlsx(table), _XLSX, f"{name}.xlsx")


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
