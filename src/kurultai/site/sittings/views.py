"""The five screens of a sitting. Each is whole without JavaScript; a button looks anew."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from kurultai.gate.clause import NotFound
from kurultai.gate.may import DELEGATES, presides
from kurultai.gate.shapes.sitting import SittingPage, Speech
from kurultai.gate.sitting import own_position, own_requests, sitting
from kurultai.gate.viewer import Viewer
from kurultai.site.house import house
from kurultai.site.sittings.parts import VIEWS, Form, parts
from kurultai.site.sittings.release import release
from kurultai.site.views.errors import not_found


@dataclass(frozen=True, slots=True)
class Mine:
    """What is the viewer's own on a delegation's page."""

    parties: tuple[str, ...]
    requests: tuple[Speech, ...]
    position: str  # what the delegation said to the question before the house; empty: nothing


def screens() -> tuple[URLPattern, ...]:
    """The addresses of the screens."""
    base = "meetings/<name>/sitting"
    rest = (path(f"{base}/{view}", _screen(view)) for view in VIEWS if view != "public")
    return path(base, _screen("public")), *rest


def _screen(view: str) -> Callable[..., HttpResponse]:
    @require_safe
    def shown(request: HttpRequest, name: str) -> HttpResponse:
        viewer = request.viewer
        page = _page(viewer, f"meeting:{name}", view)
        if page is None:
            return not_found(request)
        form = Form(get_token(request)) if view in ("chair", "delegate", "clerk") else Form()
        context = {
            "page": page,
            "view": view,
            "parts": {part.name: part for part in parts(viewer, page, view, form)},
            "mine": mine(viewer, page) if view == "delegate" else None,
            "form": form,
            "base": f"/meetings/{name}/sitting",
            "now": house().now().isoformat(),
            "release": release(),
            "may": {other for other in VIEWS if allowed(viewer, other, page)},
        }
        response = render(request, f"sitting/{view}.html", context)
        response.headers["Cache-Control"] = "no-store"
        return response

    return shown


def _page(viewer: Viewer, name: str, view: str) -> SittingPage | None:
    """The sitting; None if it is not there for this viewer, or not on that screen."""
    try:
        page = sitting(viewer, name)
    except NotFound:
        return None
    return page if allowed(viewer, view, page) else None


def allowed(viewer: Viewer, view: str, page: SittingPage) -> bool:
    """Whether the viewer may have that screen: what is not theirs is as if it were not there."""
    match view:
        case "chair":
            return viewer.secretariat or presides(viewer, page.meeting.meeting)
        case "clerk":
            return viewer.secretariat
        case "delegate":
            return bool(_parties(viewer, page))
        case _:
            return True


def mine(viewer: Viewer, page: SittingPage) -> Mine:
    """What is the viewer's own: the delegations spoken for, their requests, their position."""
    own = _parties(viewer, page)
    requests = own_requests(viewer, page.meeting.meeting, own)
    position = own_position(viewer, page.vote.decision.decision, own) if page.vote else ""
    return Mine(own, requests, position)


def _parties(viewer: Viewer, page: SittingPage) -> tuple[str, ...]:
    there = {participation.party for participation in page.parties}
    return tuple(party for party in viewer.parties(*DELEGATES) if party in there)
