"""The record: acts in order, the checkpoint, and the files by which anyone can verify them."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from kurultai.gate import record as gate
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import Minute
from kurultai.record.keys import vkey_path
from kurultai.site.house import house
from kurultai.site.views.errors import not_found
from kurultai.site.views.shown import Asking, Shown

_LONGEST = 18  # digits: what the database can hold as a number


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Acts, newest first, and what they are checked against."""

    acts: tuple[Minute, ...]
    earlier: int | None  # acts before this position stand on the next page
    checkpoint: str
    vkey: str


@dataclass(frozen=True, slots=True)
class ActPage:
    """An act's place in the record, and the acts around it in its stream."""

    act: Minute
    stream: tuple[Minute, ...]


def acts(asking: Asking) -> Shown:
    """The acts, newest first, fifty a page."""
    before = asking.filters.get("before", "")
    found = gate.acts(asking.viewer, int(before) if _is_position(before) else None)
    earlier = found[-1].position if len(found) == gate.PAGE and found[-1].position > 1 else None
    checkpoint = gate.checkpoint(asking.viewer).decode()
    return Shown("record.html", RecordPage(found, earlier, checkpoint, _vkey()))


def act(asking: Asking, position: int) -> Shown:
    """One act."""
    if not _is_position(str(position)):
        raise NotFound
    found = gate.act(asking.viewer, position)
    return Shown("act.html", ActPage(found, gate.of_stream(asking.viewer, found.stream)))


def checkpoint(request: HttpRequest) -> HttpResponse:
    """The signed head of the record."""
    return HttpResponse(gate.checkpoint(request.viewer), content_type="text/plain; charset=utf-8")


def vkey(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The key by which the checkpoint is verified."""
    return HttpResponse(_vkey(), content_type="text/plain; charset=utf-8")


def tile(request: HttpRequest, rest: str) -> HttpResponse:
    """A tile of the tree. It never changes, so anyone may keep it."""
    try:
        found = gate.tile(request.viewer, f"tile/{rest}")
    except NotFound:
        return not_found(request)
    response = HttpResponse(found, content_type="application/octet-stream")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def proof(request: HttpRequest, position: int) -> HttpResponse:
    """What shows offline that an act is on the record: kept, it needs this site no more."""
    try:
        found = gate.proof(request.viewer, position) if _is_position(str(position)) else None
    except NotFound:
        found = None
    if found is None:
        return not_found(request)
    response = HttpResponse(found, content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{position}.tlog-proof"'
    return response


def _is_position(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST


def _vkey() -> str:
    return vkey_path(house().directory).read_text(encoding="utf-8")
