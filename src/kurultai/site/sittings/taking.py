"""A step taken from a screen: answered without a page, for the screen changes by itself.

Without the header that a live screen sends, a step is a form like any other.
"""

from django.http import Http404, HttpRequest, HttpResponse

from kurultai.gate.clause import NotFound
from kurultai.site.forms.step import Step
from kurultai.site.tongue import say
from kurultai.site.views.writing.carry import View, carry, open_step, record

_SIGNED_OUT, _DONE = 403, 204


def take(step: type[Step]) -> View:
    """The view of a step of a sitting."""
    page = carry(step)

    def taken(request: HttpRequest, name: str) -> HttpResponse:
        if request.method != "POST" or request.headers.get("X-Live") != "1":
            return page(request, name)
        if request.viewer.person is None:
            return _said(say("You are signed out. Sign in again."), _SIGNED_OUT)
        try:
            return _answered(request, open_step(request, step, name))
        except NotFound:
            raise Http404 from None

    return taken


def _answered(request: HttpRequest, sheet: Step) -> HttpResponse:
    """Nothing more to show, or why nothing was recorded, in one sentence."""
    done = record(request, sheet)
    if isinstance(done, int):
        return HttpResponse(status=_DONE)
    return _said(_why(sheet), done.status_code)


def _why(sheet: Step) -> str:
    if sheet.alert:
        return sheet.alert
    wrong = (f"{field.label}: {' '.join(field.errors)}" for field in sheet.wrong_fields())
    return " ".join([*wrong, *sheet.non_field_errors()])


def _said(sentence: str, status: int) -> HttpResponse:
    response = HttpResponse(sentence, status=status, content_type="text/plain; charset=utf-8")
    response.headers["X-Worded"] = "1"
    return response
