"""The one way from a form to the record."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kurultai.gate.clause import NotFound
from kurultai.gate.may import may_all
from kurultai.gate.viewer import Viewer
from kurultai.procedure.refusal import Refused
from kurultai.record.writer import Busy, NotDurable
from kurultai.site.forms.step import Step
from kurultai.site.house import house
from kurultai.site.tongue import say
from kurultai.site.views.writing.answer import SeeOther, show
from kurultai.site.views.writing.kept import signed_out

View = Callable[..., HttpResponse]
S = TypeVar("S", bound=Step)


def carry(step: type[Step]) -> View:
    """The view of a step: its form, and what becomes of it."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def carried(request: HttpRequest, name: str = "") -> HttpResponse:
        try:
            if request.method == "POST" and request.viewer.person is None:
                return signed_out(request)
            return answered(request, open_step(request, step, name))
        except NotFound:
            raise Http404 from None

    return carried


def open_step(request: HttpRequest, step: type[S], name: str) -> S:
    """The form about that thing; NotFound unless the viewer may see it and try the step."""
    page = step.read(request.viewer, name)
    if request.method != "POST":
        sheet = step(request.viewer, page, given=request.GET)
    elif "turn" in request.POST:
        sheet = step(request.viewer, page, turned=request.POST)
    else:
        sheet = step(request.viewer, page, request.POST, request.FILES, request.GET)
    if not sheet.allowed():
        raise NotFound
    return sheet


def answered(request: HttpRequest, sheet: Step) -> HttpResponse:
    """The form, the same form with what was wrong, or where what was recorded can be seen."""
    if not sheet.is_bound:
        return show(request, sheet)
    position = record(request, sheet)
    if isinstance(position, HttpResponse):
        return position
    place = sheet.goes_to() if sheet.is_valid() else sheet.back
    return SeeOther(f"{place}{'&' if '?' in place else '?'}recorded={position}")


def record(request: HttpRequest, sheet: Step) -> int | HttpResponse:
    """The position at which it was recorded, or the same form again with what was wrong."""
    is_valid = sheet.is_valid()
    try:
        # Sent twice, a form need not fit any more what it changed: ask before anything is checked.
        if position := house().answered(sheet.id):
            return position
        if not is_valid:
            return show(request, sheet, 422)
        if not sheet.is_confirmed:
            return show(request, sheet.previewed())
        return _handle(request.viewer, sheet.commands())
    except Refused as refused:
        sheet.refused(refused)
        return show(request, sheet, 422)
    except Busy:
        return _again(request, sheet, say("The server is busy."))
    except NotDurable:
        return _again(request, sheet, say("The server cannot write to its disk."))


def _handle(viewer: Viewer, commands: tuple[Any, ...]) -> int:
    """One command, or several together; each must pass the gate."""
    if len(commands) == 1:
        return house().handle(viewer, commands[0])
    if not may_all(viewer, commands):
        raise NotFound
    return house().submit_all(viewer.person or "", commands).result()


def _again(request: HttpRequest, sheet: Step, reason: str) -> HttpResponse:
    """The form with all that was entered, to be sent once more: the identity stays the same."""
    kept = say("Nothing was recorded. What you entered is kept below: send it again.")
    sheet.wrong(f"{reason} {kept}")
    response = show(request, sheet, 503)
    response.headers["Retry-After"] = "5"
    return response
