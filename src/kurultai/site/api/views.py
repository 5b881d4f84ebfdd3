"""How a request of another system is answered."""

import hashlib
import secrets
from collections.abc import Callable
from fractions import Fraction
from typing import TypeVar

import msgspec
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.csrf import csrf_exempt

from kurultai.gate.clause import NotFound
from kurultai.gate.listed import Part
from kurultai.language.refusals import say_refusal
from kurultai.procedure.refusal import Refused
from kurultai.record.writer import Busy, NotDurable
from kurultai.site.api.asking import Caller, caller, seated
from kurultai.site.api.description import description
from kurultai.site.api.doing import DOING, Doing, Recorded
from kurultai.site.api.endpoints import READING, Endpoint, Paging
from kurultai.site.api.problems import Wrong, problem
from kurultai.site.api.shapes import Listing, One
from kurultai.site.house import house
from kurultai.site.paths import path_of
from kurultai.site.tongue import LANGUAGE

ROOT = "api/v1/"
_LONGEST = 1024 * 1024  # bytes of what is sent
_KEY = 200  # characters of an Idempotency-Key

T = TypeVar("T", bound=msgspec.Struct)
View = Callable[..., HttpResponse]


def addresses() -> tuple[URLPattern, ...]:
    """Every address of the interface; what is under it and is none says so as JSON."""
    return (
        path(f"{ROOT}openapi.json", _answering("GET", _described)),
        *(path(_route(e.path), _answering("GET", _reading(e))) for e in READING),
        *(path(_route(d.path), _answering("POST", _doing(d))) for d in DOING),
        path(ROOT, _answering("GET", _nothing)),
        path(f"{ROOT}<path:rest>", _answering("GET", _nothing)),
    )


def _route(written: str) -> str:
    return ROOT + written.replace("{name}", "<name>")


def _answering(method: str, view: View) -> View:
    @csrf_exempt
    def answered(request: HttpRequest, **named: str) -> HttpResponse:
        try:
            response = _allowed(request, method, view, named)
        except Wrong as wrong:
            response = problem(wrong.kind, wrong.detail, headers=wrong.headers)
        except NotFound:
            response = problem("not-found")
        response.headers["Vary"] = "Accept-Language, Authorization"
        return response

    return answered


def _allowed(request: HttpRequest, method: str, view: View, named: dict[str, str]) -> HttpResponse:
    allowed = ("GET", "HEAD") if method == "GET" else (method,)
    if request.method not in allowed:
        raise Wrong("method", Allow=", ".join(allowed))
    asking = caller(request)
    response = view(request, asking, **named)
    response.headers["Kurultai-Version"] = asking.version
    return response


def _nothing(request: HttpRequest, asking: Caller, rest: str = "") -> HttpResponse:  # noqa: ARG001
    raise NotFound


def _described(request: HttpRequest, asking: Caller) -> HttpResponse:  # noqa: ARG001
    return _json(description(request.build_absolute_uri("/").rstrip("/")))


# --- reading


def _reading(endpoint: Endpoint) -> View:
    def read(request: HttpRequest, asking: Caller, name: str = "") -> HttpResponse:
        asked = _asked(request, endpoint.asks)
        with seated(asking.reader, LANGUAGE.get()) as viewer:
            found = endpoint.read(viewer, name, asked)
            position = viewer.position
        return _json(_enveloped(found, position, asked))

    return read


def _enveloped(found: object, position: int, asked: msgspec.Struct) -> msgspec.Struct:
    if isinstance(found, Part) and isinstance(asked, Paging):
        return Listing(position, found.total, asked.offset, found.rows)
    return One(position, found)


def _asked(request: HttpRequest, shape: type[T]) -> T:
    given = {name: values for name, values in request.GET.lists() if name != "lang"}
    twice = [name for name, values in given.items() if len(values) > 1]
    if twice:
        raise Wrong("invalid", twice[0])
    try:
        return msgspec.convert({k: v[0] for k, v in given.items()}, shape, strict=False)
    except msgspec.ValidationError as fault:
        raise Wrong("invalid", str(fault)) from fault


# --- doing


def _doing(doing: Doing) -> View:
    def done(request: HttpRequest, asking: Caller, name: str) -> HttpResponse:
        person = asking.actor()
        sent = _sent(request, doing.takes)
        command = doing.ask(_identity(request, asking), name, sent)
        try:
            with seated(person, LANGUAGE.get()) as viewer:
                position = house().handle(viewer, command)
        except Refused as refused:
            sentence = say_refusal(refused.rule, refused.facts, LANGUAGE.get())
            return problem("refused", sentence, rule=refused.rule, facts=refused.facts)
        except (Busy, NotDurable):
            return problem("busy", headers={"Retry-After": "5"})
        response = _json(Recorded(position), 201)
        response.headers["Location"] = path_of(f"{doing.path.split('/')[0][:-1]}:{name}")
        return response

    return done


def _sent(request: HttpRequest, shape: type[T]) -> T:
    if request.content_type != "application/json":
        raise Wrong("media-type")
    if int(request.META.get("CONTENT_LENGTH") or 0) > _LONGEST:
        raise Wrong("too-large")
    try:
        return msgspec.json.decode(request.body, type=shape)
    except msgspec.ValidationError as fault:
        raise Wrong("invalid", str(fault)) from fault
    except (msgspec.DecodeError, UnicodeError, RecursionError) as fault:
        raise Wrong("malformed", str(fault)) from fault


def _identity(request: HttpRequest, asking: Caller) -> str:
    """The same for what is sent again under its key, so that it is carried out once."""
    key = request.headers.get("Idempotency-Key", "")
    if not key or asking.token is None:
        return secrets.token_hex(16)
    if len(key) > _KEY:
        raise Wrong("invalid", "Idempotency-Key")
    named = f"{asking.token.person}\n{request.path}\n{key}"
    return hashlib.sha256(named.encode()).hexdigest()[:32]


def _json(told: object, status: int = 200) -> HttpResponse:
    content = msgspec.json.encode(told, enc_hook=_written)
    return HttpResponse(content, status=status, content_type="application/json")


def _written(value: object) -> str:
    """A fraction as text: no number of JSON holds it exactly."""
    if isinstance(value, Fraction):
        return str(value)
    raise TypeError(value)
