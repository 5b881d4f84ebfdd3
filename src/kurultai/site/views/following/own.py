"""Pages that are no reading of the record: made anew each time, and kept by nobody."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kurultai.gate.clause import NotFound
from kurultai.gate.viewer import Viewer

View = Callable[..., HttpResponse]


def for_whom(allowed: Callable[[Viewer], object]) -> Callable[[View], View]:
    """A page to read and to send from, that is not there for anybody else."""

    def only(view: View) -> View:
        @require_http_methods(["GET", "HEAD", "POST"])
        def answered(request: HttpRequest, **named: Any) -> HttpResponse:  # noqa: ANN401
            try:
                allowed(request.viewer)
                response = view(request, **named)
            except NotFound:
                raise Http404 from None
            response.headers["Cache-Control"] = "no-store"
            return response

        return answered

    return only


def page(request: HttpRequest, template: str, status: int = 200, **shown: Any) -> HttpResponse:  # noqa: ANN401
    """The page of that template."""
    return render(request, f"following/{template}", shown, status=status)
