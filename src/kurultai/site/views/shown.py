"""How every reading page is answered: as HTML or JSON from the same frozen page, kept a while.

A page is a function of the record's position, who asks, the language, the day and the address.
So an answer is kept under exactly these, and a browser that has it is told to keep it.
"""

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.views.decorators.http import require_safe

from kurultai.gate.clause import NotFound
from kurultai.gate.viewer import Viewer
from kurultai.site.actions import actions_for
from kurultai.site.house import house
from kurultai.site.reports import drafts
from kurultai.site.views.errors import busy_making, not_found

_KEPT = 256  # answers
_RELEASE = secrets.token_bytes(8)  # a restarted server may have other templates
_kept: OrderedDict[bytes, bytes] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for a page, when, and with which filters."""

    viewer: Viewer
    today: str
    filters: Mapping[str, str]
    several: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # all values of each

    @property
    def day(self) -> date:
        """Today as a date."""
        return date.fromisoformat(self.today)


@dataclass(frozen=True, slots=True)
class Shown:
    """A page: the template, the data it shows, and what only the template needs."""

    template: str
    page: Any
    subject: str = ""  # what the viewer's possible actions are about
    more: Mapping[str, Any] = field(default_factory=dict)


View = Callable[..., Shown]


def reading(route: str, view: View) -> tuple[URLPattern, ...]:
    """The two addresses of a page: for people, and with .json behind it for programs."""
    data = f"{route.rstrip('/') or 'home'}.json"
    return path(data, _answering(view, _json)), path(route, _answering(view, _html))


def _answering(view: View, write: Callable[[HttpRequest, Asking, Shown], bytes]) -> Any:  # noqa: ANN401
    kind = "application/json" if write is _json else "text/html; charset=utf-8"

    def answer(request: HttpRequest, **names: str) -> HttpResponse:
        asking = _asking(request)
        key = _key(request, asking)
        etag = f'"{asking.viewer.position}-{key.hex()[:20]}"'
        if request.headers.get("If-None-Match", "").removeprefix("W/") == etag:
            return _dressed(HttpResponseNotModified(), etag)
        try:
            content = _keep(key, lambda: write(request, asking, view(asking, **names)))
        except NotFound:
            return not_found(request)
        except TimeoutError:
            return busy_making(request)
        return _dressed(HttpResponse(content, content_type=kind), etag)

    return require_safe(answer)


def _asking(request: HttpRequest) -> Asking:
    several = {key: tuple(values) for key, values in request.GET.lists()}
    return Asking(request.viewer, house().today(), request.GET.dict(), several)


def _key(request: HttpRequest, asking: Asking) -> bytes:
    """Audiences and offices follow from person and position, so these two stand for them."""
    viewer = asking.viewer
    parts = (
        str(house().directory),
        str(viewer.position),
        viewer.person or "",
        str(drafts.changes()) if viewer.person else "",  # which no act tells
        viewer.language,
        asking.today,
        request.get_full_path(),
    )
    return hashlib.sha256(_RELEASE + "\n".join(parts).encode()).digest()


def _keep(key: bytes, make: Callable[[], bytes]) -> bytes:
    kept = _kept.get(key)
    if kept is None:
        kept = _kept[key] = make()
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
    return kept


def forget() -> None:
    """Throw away the kept answers; only measuring needs it."""
    _kept.clear()


def _dressed(response: HttpResponse, etag: str) -> HttpResponse:
    response.headers["ETag"] = etag
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def _html(request: HttpRequest, asking: Asking, shown: Shown) -> bytes:
    context = {
        "page": shown.page,
        "asking": asking,
        "actions": actions_for(asking.viewer, shown.subject, shown.page) if shown.subject else (),
        **shown.more,
    }
    return render_to_string(shown.template, context, request).encode()


def _json(request: HttpRequest, asking: Asking, shown: Shown) -> bytes:  # noqa: ARG001
    page = {"position": asking.viewer.position, "page": shown.page}
    return msgspec.json.encode(page, enc_hook=_written)


def _written(value: object) -> str:
    """A fraction as text: no number of JSON holds it exactly."""
    if isinstance(value, Fraction):
        return str(value)
    raise TypeError(value)
