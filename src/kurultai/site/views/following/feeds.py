"""Feeds of what happened, for everybody: whoever fetches them, they say what the public may see."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kurultai.gate import meetings, register
from kurultai.gate.clause import NotFound
from kurultai.gate.news import News, news
from kurultai.gate.slipping import slipping
from kurultai.gate.viewer import Viewer
from kurultai.language import LANGUAGES
from kurultai.papers.atom import Feed, FeedEntry, write
from kurultai.site.house import house
from kurultai.site.known import called
from kurultai.site.news import headline
from kurultai.site.pages_environment import plain, say_when, term
from kurultai.site.paths import path_of
from kurultai.site.tongue import LANGUAGE, say
from kurultai.site.tongue import lazy as _
from kurultai.site.views.errors import not_found

FEEDS = (  # topic, and what its feed is called
    ("all", _("What happened")),
    ("meetings", _("Meetings")),
    ("decisions", _("Decisions")),
    ("texts", _("Texts")),
    ("commitments", _("Commitments")),
    ("slipping", _("Series that are overdue")),
)
_TITLES = dict(FEEDS)
_PAGES = {"all": "/", "slipping": "/series/", "decisions": "/meetings/"}


@require_safe
def of_topic(request: HttpRequest, topic: str) -> HttpResponse:
    """What happened of one kind, or of all; or the series that are overdue."""
    with house().viewing(None, LANGUAGE.get()) as viewer:
        base = _base(request)
        if topic == "slipping":
            entries = tuple(_slipping(viewer, base))
        else:
            entries = _entries(viewer, base, news(viewer, None if topic == "all" else topic))
        page = _PAGES.get(topic, f"/{topic}/")
        return _answered(request, viewer, topic, str(_TITLES[topic]), page, entries)


@require_safe
def of_series(request: HttpRequest, name: str) -> HttpResponse:
    """What happened in the meetings of a series, and of the texts that it adopted."""
    series = f"series:{name}"
    with house().viewing(None, LANGUAGE.get()) as viewer:
        try:
            title = plain(meetings.series(viewer, series, _today()).series.names)
        except NotFound:
            return not_found(request)
        entries = _entries(viewer, _base(request), news(viewer, series=series))
        return _answered(request, viewer, series, title, path_of(series), entries)


def _entries(viewer: Viewer, base: str, found: Iterable[News]) -> tuple[FeedEntry, ...]:
    return tuple(_entry(viewer, base, one) for one in found)


def _entry(viewer: Viewer, base: str, one: News) -> FeedEntry:
    tagged = (one.series, *one.tags) if one.series else one.tags
    return FeedEntry(
        name=f"act:{one.position}",
        title=headline(viewer, one),
        updated=one.at,
        link=base + path_of(one.identity),
        summary=f"{term('act', one.kind)}, {say_when(one.on)}",
        categories=tuple((tag, called(viewer, tag)) for tag in tagged),
    )


def _slipping(viewer: Viewer, base: str) -> Iterable[FeedEntry]:
    """One entry for each meeting that is overdue, from the day on which it was due."""
    for one in slipping(viewer, _today()):
        yield FeedEntry(
            name=f"overdue:{one.series.series}:{one.ordinal}",
            title=f"{term('due', 'overdue')}: {plain(one.series.names)}",
            updated=f"{one.due.day}T00:00:00Z",
            link=base + path_of(one.series.series),
            summary=say("Due %(day)s") % {"day": say_when(one.due.day)},
        )


def _answered(
    request: HttpRequest,
    viewer: Viewer,
    name: str,
    title: str,
    page: str,
    entries: tuple[FeedEntry, ...],
) -> HttpResponse:
    assembly, base = register.assembly(viewer), _base(request)
    own = base + request.path
    feed = Feed(
        name=name,
        assembly=assembly.assembly,
        title=f"{assembly.short}: {title}",
        author=plain(assembly.names),
        language=viewer.language,
        own=_in(own, viewer.language),
        page=_in(base + page, viewer.language),
        updated="1970-01-01T00:00:00Z",
        entries=entries,
        alternates=tuple(
            (other, _in(own, other)) for other in LANGUAGES if other != viewer.language
        ),
    )
    response = HttpResponse(write(feed), content_type="application/atom+xml; charset=utf-8")
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def _in(address: str, language: str) -> str:
    return f"{address}?{urlencode({'lang': language})}"


def _base(request: HttpRequest) -> str:
    return str(request.build_absolute_uri("/").rstrip("/"))


def _today() -> date:
    return date.fromisoformat(house().today())
