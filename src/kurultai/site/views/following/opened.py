"""Open data under addresses that stay: what the public may see, whoever fetches it."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import get_type_hints

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kurultai.gate import meetings, register
from kurultai.gate.viewer import Viewer
from kurultai.papers.sheets import Column, Table, write_csv
from kurultai.procedure.acts import Words
from kurultai.site.house import house
from kurultai.site.opened import POPOLO, TABLES, Opened
from kurultai.site.tongue import LANGUAGE
from kurultai.site.views.following.feeds import FEEDS
from kurultai.site.views.following.own import page

_JSON = "application/json"
_CSV = "text/csv; charset=utf-8"
_KEPT = 24  # files
_kept: OrderedDict[tuple[object, ...], bytes] = OrderedDict()


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What there is: tables, Popolo, feeds, calendars, the interface, the record itself."""
    tables = tuple((name, opened.title) for name, opened in TABLES.items())
    series = meetings.series_list(request.viewer, date.fromisoformat(house().today()))
    return page(
        request, "opened.html", tables=tables, popolo=tuple(POPOLO), feeds=FEEDS, series=series
    )


@require_safe
def table_json(request: HttpRequest, table: str) -> HttpResponse:
    """A table, every row with all its words."""
    return _answered(
        request,
        _JSON,
        lambda viewer: _json({"position": viewer.position, table: TABLES[table].rows(viewer)}),
    )


@require_safe
def table_csv(request: HttpRequest, table: str) -> HttpResponse:
    """A table for a spreadsheet: words in a column for each language of the assembly."""
    response = _answered(request, _CSV, lambda viewer: _sheet(viewer, TABLES[table]))
    response.headers["Content-Disposition"] = f'attachment; filename="{table}.csv"'
    return response


@require_safe
def popolo(request: HttpRequest, kind: str = "") -> HttpResponse:
    """One kind of Popolo's things, or a document of all of them."""
    base = request.build_absolute_uri("/").rstrip("/")
    kinds = (kind,) if kind else tuple(POPOLO)
    return _answered(
        request,
        _JSON,
        lambda viewer: _json({each: list(POPOLO[each](viewer, base)) for each in kinds}),
        base,
    )


def _answered(
    request: HttpRequest, content_type: str, make: Callable[[Viewer], bytes], base: str = ""
) -> HttpResponse:
    """The file as of the position of the record, made once for all who fetch it.

    By whichever of its names the site is asked, it is the same, unless addresses stand in it.
    """
    with house().viewing(None, LANGUAGE.get()) as viewer:
        today, language = house().today(), viewer.language
        key = (house().directory, viewer.position, language, today, base, request.path)
        content = _kept.get(key) or make(viewer)
        _kept[key] = content
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
        response = HttpResponse(content, content_type=content_type)
        response.headers["ETag"] = f'"{viewer.position}-{language}-{today}"'
    response.headers["Vary"] = "Accept-Language, Cookie"
    response.headers["Access-Control-Allow-Origin"] = "*"  # anybody's page may read what is open
    return response


def _json(told: object) -> bytes:
    return msgspec.json.encode(told, enc_hook=str)


def _sheet(viewer: Viewer, opened: Opened) -> bytes:
    """English separators whoever asks: programs read it, and one file is the same for all."""
    languages = register.assembly(viewer).languages
    hints = get_type_hints(opened.shape)
    worded = {name for name, kind in hints.items() if kind == Words}
    headings = [
        f"{name}_{language}" if name in worded else name
        for name in opened.shape.__dataclass_fields__
        for language in (languages if name in worded else ("",))
    ]
    rows = tuple(
        tuple(_cells(row, opened.shape.__dataclass_fields__, worded, languages))
        for row in opened.rows(viewer)
    )
    return write_csv(Table("", tuple(map(Column, headings)), rows), "en")


def _cells(
    row: object, names: Iterable[str], worded: set[str], languages: tuple[str, ...]
) -> Iterator[str]:
    for name in names:
        value = getattr(row, name)
        if name in worded:
            yield from (value.get(language, "") for language in languages)
        else:
            yield _cell(value)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str() | int():
            return str(value)
        case tuple() if all(isinstance(one, str) for one in value):
            return " ".join(value)
        case _:
            return msgspec.json.encode(value, enc_hook=str).decode()
