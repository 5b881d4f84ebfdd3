"""How a form is shown, and how the browser is sent on."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from kurultai.site.forms.sheet import Sheet


class SeeOther(HttpResponseRedirect):
    """What was sent has been taken; what to look at next is over there."""

    status_code = 303


def show(request: HttpRequest, sheet: Sheet, status: int = 200) -> HttpResponse:
    """The form's page, with all that was entered."""
    response = render(request, sheet.template, {"form": sheet}, status=status)
    response.headers["X-Worded"] = "1"
    return response
