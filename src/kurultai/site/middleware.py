"""What happens to every request, in the order of settings.MIDDLEWARE."""

from collections.abc import Callable
from contextlib import suppress

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from kurultai.language import LANGUAGES
from kurultai.site.house import house
from kurultai.site.tongue import LANGUAGE
from kurultai.site.views.errors import not_found, too_large

Respond = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_DRAIN = 512 * 1024 * 1024  # bytes read and dropped so that the browser gets to see the answer


def limits(respond: Respond) -> Respond:
    """Refuse a request that is too large, in words, before anything reads it."""

    def limited(request: HttpRequest) -> HttpResponse:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        if length <= settings.UPLOAD_LIMIT:
            return respond(request)
        _drain(request, min(length, _DRAIN))
        LANGUAGE.set(language_of(request))
        return too_large(request)

    return limited


def _drain(request: HttpRequest, length: int) -> None:
    stream = request.META["wsgi.input"]
    while length > 0 and (chunk := stream.read(min(length, 1 << 16))):
        length -= len(chunk)


def headers(respond: Respond) -> Respond:
    """Nothing from elsewhere runs or is loaded; nothing private is kept in shared caches."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Referrer-Policy", "same-origin")
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("X-Frame-Options", "DENY")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response

    return answered


def language_of(request: HttpRequest) -> str:
    """Asked for in the address, remembered in a cookie, or accepted by the browser."""
    wanted = (request.GET.get("lang", ""), request.COOKIES.get("language", ""), *_accepted(request))
    return next((language for language in wanted if language in LANGUAGES), "en")


def _accepted(request: HttpRequest) -> list[str]:
    header = request.headers.get("Accept-Language", "")[:500]
    return [part.split(";")[0].strip().lower().split("-")[0] for part in header.split(",")]


def viewing(respond: Respond) -> Respond:
    """Seat the viewer: whoever is signed in, or the public, in their language."""

    def viewed(request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        LANGUAGE.set(language)
        person = request.user.person if request.user.is_authenticated else None
        if person:
            _remember_for_letters(request, language)
        with house().viewing(person, language) as viewer:
            request.viewer = viewer
            response = respond(request)
            if response.status_code == 404 and not response.has_header("X-Worded"):  # noqa: PLR2004
                response = not_found(request)
        del response.headers["X-Worded"]
        return _remembered(request, response, language)

    return viewed


def _remembered(request: HttpRequest, response: HttpResponse, language: str) -> HttpResponse:
    response.headers["Content-Language"] = language
    if request.GET.get("lang") == language:
        response.set_cookie("language", language, max_age=31_536_000, samesite="Lax")
    return response


def _remember_for_letters(request: HttpRequest, language: str) -> None:
    """The language chosen on a page, or the first in which the person was seen to read."""
    account = request.user
    if request.GET.get("lang") == language or not account.language:
        with suppress(DatabaseError):  # it matters less than the page
            account.reads_in(language)
