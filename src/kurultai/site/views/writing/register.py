"""Where the secretariat keeps the register."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kurultai.site.forms.following.imports import TakeOver
from kurultai.site.forms.sign_ins import SignInFor
from kurultai.site.forms.steps import open_in_register
from kurultai.site.tongue import say


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The forms of the register that the viewer may try; not there for anybody else."""
    steps = open_in_register(request.viewer)
    if not steps:
        raise Http404
    links = [(address, step.title) for address, step in steps]
    links.append(("/register/sign-ins/new", SignInFor.title))
    links.append(("/outbox/", say("Outbox")))
    links.append(("/hooks/", say("Calls to other systems")))
    links.append(("/import/", TakeOver.title))
    return render(request, "forms/register.html", {"links": links})
