"""Calls to other systems, looked after by the Secretariat."""

from django.http import Http404, HttpRequest, HttpResponse

from kurultai.followers import hooks
from kurultai.gate.news import TOPICS
from kurultai.gate.outward import keeps_outward
from kurultai.site.forms.following.outward import NewHook
from kurultai.site.house import house
from kurultai.site.views.following.own import for_whom, page
from kurultai.site.views.writing.answer import SeeOther


@for_whom(keeps_outward)
def every(request: HttpRequest) -> HttpResponse:
    """Who is called, how far each has come, and a form for another."""
    sheet = NewHook(request.POST if request.method == "POST" else None).prepared()
    if request.method == "POST" and sheet.is_valid():
        return SeeOther(f"/hooks/{_made(request, sheet)}")
    return page(
        request,
        "hooks.html",
        422 if sheet.is_bound else 200,
        form=sheet,
        hooks=hooks.hooks(house().directory),
    )


def _made(request: HttpRequest, sheet: NewHook) -> int:
    """Called from now on: what is past, the feeds and the record tell."""
    kinds = [kind for topic in sheet.cleaned_data["topics"] for kind in TOPICS[topic]]
    return hooks.make(
        house().directory,
        sheet.cleaned_data["url"],
        request.build_absolute_uri("/").rstrip("/"),
        kinds,
        request.viewer.person or "",
        request.viewer.position,
    )


@for_whom(keeps_outward)
def one(request: HttpRequest, hook: int) -> HttpResponse:
    """One who is called: the last calls, the secret, and buttons to pause, go on or end."""
    directory = house().directory
    found = hooks.hook(directory, hook)
    if found is None:
        raise Http404
    does = {"pause": hooks.pause_hook, "resume": hooks.resume, "end": hooks.end}
    asked = request.POST.get("do", "")
    if asked in does:
        does[asked](directory, hook)
        return SeeOther("/hooks/" if asked == "end" else f"/hooks/{hook}")
    return page(request, "hook.html", hook=found, calls=hooks.calls(directory, hook))
