"""The five screens of a sitting. Each is whole without JavaScript; a button looks anew."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from kurultai.gate.clause import NotFound
from kurultai.gate.may import DELEGATES, presides
from kurultai.gate.shapes.sitting import SittingPage
from kurultai.gate.sitting import attending
from kurultai.gate.viewer import Viewer
from kurultai.site.house import house
from kurultai.site.sittings import hall
from kurultai.site.sittings.mine import mine
from kurultai.site.sittings.parts import VIEWS, Form, parts
from kurultai.site.sittings.reading import page_of
from kurultai.site.sittings.release import release
from kurultai.site.tongue import LANGUAGE
from kurultai.site.views.errors import not_found


def screens() -> tuple[URLPattern, ...]:
    """The addresses of the screens."""
    base = "meetings/<name>/sitting"
    rest = (path(f"{base}/{view}", _screen(view)) for view in VIEWS if view != "public")
    own = path(f"{base}/delegate/mine", own_part)
    return path(base, _screen("public")), *rest, own


def _screen(view: str) -> Callable[..., HttpResponse]:
    @require_safe
    def shown(request: HttpRequest, name: str) -> HttpResponse:
        viewer = request.viewer
        page = _page(viewer, f"meeting:{name}", view)
        if page is None:
            return not_found(request)
        if view == "projector":
            return _projected(request, page)
        form = Form(get_token(request)) if view != "public" else Form()
        context = {
            **_common(page, view),
            "parts": {part.name: part for part in parts(viewer, page, view, form)},
            "mine": mine(viewer, page) if view == "delegate" else None,
            "form": form,
            "may": {other for other in VIEWS if allowed(viewer, other, page.meeting.meeting)},
        }
        return _kept_nowhere(render(request, f"sitting/{view}.html", context))

    return shown


def _common(page: SittingPage, view: str) -> dict[str, Any]:
    """What every screen is told."""
    return {
        "page": page,
        "view": view,
        "base": f"/meetings/{page.meeting.meeting.partition(':')[2]}/sitting",
        "now": house().now().isoformat(),
        "release": release(),
    }


def _projected(request: HttpRequest, page: SittingPage) -> HttpResponse:
    """The projector, its own few words in the first of its languages."""
    tongues = hall.languages(request, request.viewer.language)
    context = {
        **_common(page, "projector"),
        "parts": hall.spoken(request.viewer, page, tongues),
        "languages": tongues,
        "is_light": request.GET.get("light") == "1",
    }
    before = LANGUAGE.get()
    LANGUAGE.set(tongues[0])
    try:
        return _kept_nowhere(render(request, "sitting/projector.html", context))
    finally:
        LANGUAGE.set(before)


def _kept_nowhere(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def own_part(request: HttpRequest, name: str) -> HttpResponse:
    """What is the viewer's own on a delegation's page, by itself; nobody keeps it."""
    page = _page(request.viewer, f"meeting:{name}", "delegate")
    if page is None:
        return not_found(request)
    context = {
        **_common(page, "delegate"),
        "mine": mine(request.viewer, page),
        "form": Form(get_token(request)),
    }
    return _kept_nowhere(render(request, "sitting/delegate/mine.html", context))


def _page(viewer: Viewer, name: str, view: str) -> SittingPage | None:
    """The sitting; None if it is not there for this viewer, or not on that screen."""
    try:
        page = page_of(viewer, name)
    except NotFound:
        return None
    return page if allowed(viewer, view, name) else None


def allowed(viewer: Viewer, view: str, meeting: str) -> bool:
    """Whether the viewer may have that screen: what is not theirs is as if it were not there."""
    match view:
        case "chair":
            return viewer.secretariat or presides(viewer, meeting)
        case "clerk":
            return viewer.secretariat
        case "delegate":
            return any(attending(viewer, meeting, own) for own in viewer.parties(*DELEGATES))
        case _:
            return True
