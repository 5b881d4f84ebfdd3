"""The hand-over file: as a page, as a printable report, and as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kurultai.gate import record, register
from kurultai.gate.clause import NotFound
from kurultai.gate.handover import hand_over
from kurultai.gate.past import as_of
from kurultai.gate.viewer import Viewer
from kurultai.language import LANGUAGES
from kurultai.papers.report import Report
from kurultai.procedure.register import first_day
from kurultai.record.keys import vkey_path
from kurultai.site.handover.cells import on_paper
from kurultai.site.handover.packed import packed
from kurultai.site.handover.sections import Told, sections
from kurultai.site.house import house
from kurultai.site.known import known
from kurultai.site.pages_environment import plain, say_day
from kurultai.site.tongue import LANGUAGE, say
from kurultai.site.views.errors import busy_making, not_found
from kurultai.site.views.papers import keep, key_of
from kurultai.site.views.shown import Asking, Shown


@dataclass(frozen=True, slots=True)
class Asked:
    """Which hand-over file: of which day, for whom to read."""

    day: date
    today: date
    is_public: bool  # only what everybody may see, whoever asks

    @property
    def query(self) -> str:
        """What the addresses of its other forms end in."""
        parts = {"on": self.day.isoformat(), **({"edition": "public"} if self.is_public else {})}
        return urlencode(parts)


def page(asking: Asking) -> Shown:
    """The hand-over file as of today, or as of an earlier day."""
    wanted = _asked(asking.viewer, asking.filters)
    told = _told(asking.viewer, wanted)
    more = {
        "asked": wanted,
        "sections": sections(told),
        "marking": _marking(asking.viewer, wanted),
    }
    return Shown("following/handover.html", told.file, "hand-over", more)


@require_safe
def paper(request: HttpRequest, language: str) -> HttpResponse:
    """The same to print, in a language."""
    if language not in LANGUAGES:
        return not_found(request)
    made = _in(language, lambda wanted: _pdf(request.viewer, wanted))
    return _answer(request, f"{language}.pdf", "application/pdf", made)


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """The same as JSON and as tables, packed."""
    return _answer(
        request, "zip", "application/zip", lambda wanted: _packed(request.viewer, wanted)
    )


def _asked(viewer: Viewer, asked: Mapping[str, str]) -> Asked:
    """What the address asks for: a day from the founding to today, and today if it names none."""
    today = date.fromisoformat(house().today())
    founded = date.fromisoformat(first_day(register.assembly(viewer).founded))
    try:
        wanted = max(min(date.fromisoformat(asked.get("on", "")), today), founded)
    except ValueError:
        wanted = today
    return Asked(wanted, today, asked.get("edition") == "public")


def _told(viewer: Viewer, wanted: Asked) -> Told:
    reader = replace(viewer, person=None, offices=()) if wanted.is_public else viewer
    past = as_of(reader, wanted.day, wanted.today)
    parts: dict[str, tuple[str, ...]] = {}
    for organ in register.organs(past):
        parts[organ.rules] = (*parts.get(organ.rules, ()), organ.organ)
    return Told(hand_over(past, wanted.day), known(viewer).names, parts)


def _marking(viewer: Viewer, wanted: Asked) -> str:
    """What is said of who may read it; nothing of the public edition."""
    if viewer.person is None or wanted.is_public:
        return ""
    return say("Not for publication: it holds what its reader may see.")


def _pdf(viewer: Viewer, wanted: Asked) -> bytes:
    from kurultai.papers.report.pdf import to_pdf  # noqa: PLC0415 - a large library, for this alone

    told = _told(viewer, wanted)
    return to_pdf(
        Report(
            say("Hand-over file"),
            plain(told.file.assembly.names),
            LANGUAGE.get(),
            say_day(told.file.day),
            _lead(viewer),
            on_paper(sections(told)),
            _marking(viewer, wanted),
        )
    )


def _lead(viewer: Viewer) -> str:
    what = say("What is open, promised and due, for whoever takes the chair next.")
    made = say("Made at position %(number)s of the record.") % {"number": viewer.position}
    return f"{what} {made}"


def _packed(viewer: Viewer, wanted: Asked) -> bytes:
    vkey = vkey_path(house().directory).read_text().strip()
    told = _told(viewer, wanted)
    return packed(told, viewer.position, record.checkpoint(viewer), vkey)


Make = Callable[[Asked], bytes]


def _in(language: str, make: Make) -> Make:
    """The same in another language than that of the request."""

    def made(wanted: Asked) -> bytes:
        before = LANGUAGE.set(language)
        try:
            return make(wanted)
        finally:
            LANGUAGE.reset(before)

    return made


def _answer(request: HttpRequest, ending: str, media_type: str, make: Make) -> HttpResponse:
    viewer = request.viewer
    try:
        wanted = _asked(viewer, request.GET.dict())
        key = key_of(viewer, "hand-over", ending, viewer.language, str(wanted))
        content = keep(key, lambda: make(wanted))
    except NotFound:
        return not_found(request)
    except TimeoutError:
        return busy_making(request)
    name = f"hand-over-{wanted.day.isoformat()}.{ending}"
    response = HttpResponse(content, content_type=media_type)
    response.headers["Vary"] = "Accept-Language, Cookie"
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
