"""What was entered is given back when it could not be taken for no fault of who entered it."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kurultai.site.tongue import say
from kurultai.site.views import errors

_SECRET = {"password", "new", "again"}
_OWN = {"csrfmiddlewaretoken"}


def signed_out(request: HttpRequest) -> HttpResponse:
    """The session ended while the form was filled in.

    The answer is the same whether or not there is anything under the address.
    """
    return _kept(request, say("You are signed out. Sign in in another window, then send it here."))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is an earlier session's, or the form is not ours at all.

    Only what comes from our own pages is given back: a page elsewhere could else put words into
    a form of ours that needs no more than a press of the button.
    """
    origin = f"{request.scheme}://{request.get_host()}"
    if request.headers.get("Origin") != origin or _SECRET & set(request.POST):
        return errors.csrf_failure(request, reason)
    return _kept(request, say("You signed in or out since the form was opened. Send it again."))


def _kept(request: HttpRequest, reason: str) -> HttpResponse:
    shown = {"reason": reason, "fields": tuple(_fields(request)), "files": bool(request.FILES)}
    response = render(request, "forms/kept.html", shown, status=403)
    response.headers["Cache-Control"] = "no-store"
    return response


def _fields(request: HttpRequest) -> Iterator[tuple[str, str]]:
    for name, values in request.POST.lists():
        if name not in _OWN:
            yield from ((name, value) for value in values)
