"""The entrance: who asks for a screen, and whether they may have it. The site's own answers."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.contrib.sessions.models import Session
from django.core.exceptions import DisallowedHost
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse

from kurultai.handle import House
from kurultai.live.screen import Looker
from kurultai.live.showing import rights
from kurultai.site.middleware import language_of
from kurultai.site.sittings.hall import languages
from kurultai.site.sittings.parts import VIEWS
from kurultai.site.sittings.release import release

_FARTHEST = 2**53


@dataclass(frozen=True, slots=True)
class Asked:
    """A screen that may be opened, and what its browser shows already."""

    looker: Looker
    at: int  # position
    is_old: bool  # it was made by another release of the site


def asked(house: House, scope: dict[str, Any], meeting: str) -> Asked | None:
    """What is asked for; None if it is not there, or not for who asks. Called beside the loop."""
    request = ASGIRequest({**scope, "root_path": ""}, BytesIO())
    view = request.GET.get("view", "public")
    try:
        request.get_host()
    except DisallowedHost:
        return None
    if view not in VIEWS:
        return None
    spoken = _languages(request, view)
    person = _person(request)
    until = _session_ends(request) if person else None
    with house.viewing(person, spoken[0]) as viewer:
        may = rights(viewer, meeting, view)
        if may is None:
            return None
        looker = Looker(meeting, view, spoken, viewer.person, may, viewer.position, until)
    return Asked(looker, _position(request), request.GET.get("release", "") not in ("", release()))


def _person(request: HttpRequest) -> str | None:
    """Who is signed in, by the session of the site."""
    SessionMiddleware(_nothing).process_request(request)
    AuthenticationMiddleware(_nothing).process_request(request)
    return str(request.user.person) if request.user.is_authenticated else None


def _session_ends(request: HttpRequest) -> datetime | None:
    """When whoever is signed in has to sign in again, as the site noted it then."""
    session = Session.objects.filter(session_key=request.session.session_key).first()
    return session.expire_date if session else None


def _nothing(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - what a middleware stands before
    return HttpResponse()


def _languages(request: HttpRequest, view: str) -> tuple[str, ...]:
    """That of the page; of a projector those that it was asked for."""
    usual = language_of(request)
    return languages(request, usual) if view == "projector" else (usual,)


def _position(request: HttpRequest) -> int:
    """Where the screen is: by its last event, else by the page; 0 if it does not say."""
    said = request.headers.get("Last-Event-ID") or request.GET.get("after", "")
    return min(int(said), _FARTHEST) if said.isascii() and said.isdigit() and len(said) < 20 else 0  # noqa: PLR2004 - digits
