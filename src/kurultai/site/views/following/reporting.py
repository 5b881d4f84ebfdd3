"""The way of a report: into the draft first, and from there into the record."""

from contextlib import suppress

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kurultai.gate.clause import NotFound
from kurultai.site.forms.following.drafted import Reporting
from kurultai.site.reports import drafts
from kurultai.site.reports.drafts import Kept, Meanwhile, Paper, TooLarge
from kurultai.site.tongue import say
from kurultai.site.views.writing.answer import SeeOther, show
from kurultai.site.views.writing.carry import View, answered, open_step
from kurultai.site.views.writing.kept import signed_out

_PRESSED = {"keep", "discard", "erase"}
_NOT_KEPT = _PRESSED | {"csrfmiddlewaretoken", "command_id", "draft", "kept"}


def reporting(step: type[Reporting]) -> View:
    """The view of a form of those who report for a parliament."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def reported(request: HttpRequest, name: str) -> HttpResponse:
        try:
            if request.method == "POST" and request.viewer.person is None:
                return signed_out(request)
            sheet = _opened(request, step, name)
            return _taken(request, sheet) if sheet.is_bound else show(request, sheet)
        except NotFound:
            raise Http404 from None

    return reported


def _opened(request: HttpRequest, step: type[Reporting], name: str) -> Reporting:
    """The form as it was left, or a new one; NotFound unless the viewer may report there."""
    sheet = open_step(request, step, name)
    if request.method == "POST":
        return sheet
    kept = drafts.find(sheet.place)
    return step.resumed(request.viewer, sheet.page, kept) if kept else sheet


def _taken(request: HttpRequest, sheet: Reporting) -> HttpResponse:
    """Into the draft; and on into the record, after which nothing is left of the draft.

    If we die in between, the draft holds what the record does not; sent again, it is one request.
    """
    if "erase" in request.POST:
        drafts.erase(sheet.place)
        return SeeOther(sheet.follow_up)
    try:
        kept = _kept(request, sheet)
    except Meanwhile as meanwhile:
        sheet.meet(meanwhile.theirs)
        return show(request, sheet, 422)
    except TooLarge:
        sheet.wrong(say("The files are too large. At most 25 MB together."), "documents")
        return show(request, sheet, 422)
    except DatabaseError:
        return _without_draft(request, sheet)
    sheet.has(kept)
    return _pressed(request, sheet, kept)


def _without_draft(request: HttpRequest, sheet: Reporting) -> HttpResponse:
    """The site can record though its own tables cannot be written; a draft has no other place."""
    sheet.take(_sent(request))
    if _PRESSED.isdisjoint(request.POST):
        return answered(request, sheet)
    sheet.wrong(say("The draft cannot be saved now. What you entered is below: send it again."))
    return show(request, sheet, 503)


def _pressed(request: HttpRequest, sheet: Reporting, kept: Kept) -> HttpResponse:
    if "discard" in request.POST:
        return show(request, _asked_again(request, sheet, kept))
    if "keep" in request.POST:
        return SeeOther(f"{sheet.follow_up}?draft=kept")
    answer = answered(request, sheet)
    if answer.status_code == SeeOther.status_code:
        with suppress(DatabaseError):  # it is recorded: a draft that stays harms nothing
            drafts.erase(sheet.place)
    return answer


def _asked_again(request: HttpRequest, sheet: Reporting, kept: Kept) -> Reporting:
    again = type(sheet).resumed(request.viewer, sheet.page, kept)
    again.ask_again()
    return again


def _kept(request: HttpRequest, sheet: Reporting) -> Kept:
    before = drafts.find(sheet.place)
    ticked = set(request.POST.getlist("kept"))
    there = before.papers if before else ()
    seen = request.POST.get("draft", "")
    return drafts.save(
        sheet.place,
        request.viewer.person,
        {name: values for name, values in request.POST.lists() if name not in _NOT_KEPT},
        (*(paper for paper in there if paper.digest in ticked), *_sent(request)),
        window=request.POST.get("command_id", "")[:40],
        seen=int(seen) if seen.isdecimal() and len(seen) < 10 else 0,  # noqa: PLR2004 - digits
    )


def _sent(request: HttpRequest) -> tuple[Paper, ...]:
    files = request.FILES.getlist("documents")
    if sum(file.size or 0 for file in files) > settings.UPLOAD_LIMIT:
        raise TooLarge
    return tuple(drafts.paper(file) for file in files if file.size)
