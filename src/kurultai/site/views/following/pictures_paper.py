"""The pictures of the commitments as a report to print, in any of the languages."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kurultai.gate import meetings, register
from kurultai.gate.shapes import SeriesPage
from kurultai.gate.shapes.following import NO_AREA, Chosen
from kurultai.gate.viewer import Viewer
from kurultai.language import LANGUAGES
from kurultai.language.messages import N_
from kurultai.papers.report import Report
from kurultai.site.house import house
from kurultai.site.known import known
from kurultai.site.pages_environment import plain, say_day, term
from kurultai.site.pictures.chosen import chosen_in, day_in
from kurultai.site.pictures.overview import following, pictures
from kurultai.site.pictures.report import Told, sections_of
from kurultai.site.timeline import overview
from kurultai.site.tongue import LANGUAGE, say, speaking
from kurultai.site.views.errors import busy_making, not_found
from kurultai.site.views.papers import keep, key_of
from kurultai.site.views.shown import Asking

LEAD = N_(
    "What the adopted texts propose to each parliament, and what it answers and reports."
    " A pledge is voluntary."
)


@require_safe
def report(request: HttpRequest, language: str) -> HttpResponse:
    """The pictures to print, in a language: of what the reader may see, or everybody."""
    if language not in LANGUAGES:
        return not_found(request)
    public = request.GET.get("edition") == "public"
    viewer = replace(request.viewer, person=None, offices=()) if public else request.viewer
    asked, today = request.GET.dict(), house().today()
    what = repr((chosen_in(asked), day_in(asked, today)))  # and nothing else that may stand there
    key = key_of(viewer, "commitments", language, today, what)
    try:
        content = keep(key, lambda: _in(language, viewer, asked))
    except TimeoutError:
        return busy_making(request)
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Vary"] = "Cookie"
    response.headers["Content-Disposition"] = f'attachment; filename="commitments-{language}.pdf"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _in(language: str, viewer: Viewer, asked: Mapping[str, str]) -> bytes:
    with speaking(language):
        return _pdf(viewer, asked)


def _pdf(viewer: Viewer, asked: Mapping[str, str]) -> bytes:
    from kurultai.papers.report.pdf import to_pdf  # noqa: PLC0415 - a large library, for this alone

    asking = Asking(viewer, house().today(), asked)
    chosen = chosen_in(asked)
    page = following(viewer, chosen, day_in(asked, asking.today), asking.today)
    series = _series(asking, chosen)
    told = Told(
        page,
        pictures(viewer, page, register.tags(viewer)),
        overview(series, asking.day),
        {m.meeting: m for one in series for m in one.meetings},
        lambda identity: plain(known(viewer).names.get(identity, {})) or identity,
    )
    marking = say("Not for publication: it holds what its reader may see.")
    return to_pdf(
        Report(
            say("Commitments"),
            plain(register.assembly(viewer).names),
            LANGUAGE.get(),
            say_day(asking.today),
            " ".join((say(LEAD), *_narrowed(viewer, chosen))),
            sections_of(told),
            marking if viewer.person else "",
        )
    )


def _narrowed(viewer: Viewer, chosen: Chosen) -> Iterator[str]:
    """What the report is confined to, in words."""
    names = known(viewer).names
    for part, label in _PARTS:
        if value := getattr(chosen, part):
            told = say("Other") if value == NO_AREA else plain(names.get(value, {})) or value
            told = term("commitment_state", value) if part == "state" else told
            yield f"{label()}: {told}."


_PARTS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("series", lambda: say("Series")),
    ("party", lambda: say("Party")),
    ("area", lambda: term("scheme", "area")),
    ("strategy", lambda: term("scheme", "strategy")),
    ("state", lambda: say("State")),
    ("since", lambda: say("From the year")),
    ("until", lambda: say("Up to the year")),
)


def _series(asking: Asking, chosen: Chosen) -> tuple[SeriesPage, ...]:
    """The series that are meant."""
    every_one = meetings.series_list(asking.viewer, asking.day)
    return tuple(one for one in every_one if chosen.series in ("", one.series.series))
