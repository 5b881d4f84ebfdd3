"""Every address, as every role: no answer holds a word that is not for its reader."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from kurultai import rulebooks
from kurultai.procedure.facts import new_id
from kurultai.record.tiles import tiles_of
from tests.conftest import Site
from tests.leaks.reports import DRAFT, SECRET, THEIRS, write
from tests.leaks.world import AUDIENCES, VIEWERS, Hidden, canary, furnish

PREFIX = {  # how an address begins -> the table that holds what it may end in
    "series": "series",
    "meetings": "meeting",
    "documents": "document",
    "decisions": "decision",
    "amendments": "amendment",
    "commitments": "commitment",
    "parties": "party",
    "organs": "organ",
    "tags": "tag",
    "strategies": "tag",
    "reports": "report",
}
HIDING = {"meeting": 1, "document": 1, "decision": 4, "commitment": 4, "amendment": 4, "report": 1}
ALSO_SHOWN = 2  # of what is public, of each kind: the hidden might show on its page


@dataclass(frozen=True)
class World:
    """The site, what is hidden in it, and every address there is."""

    site: Site
    hidden: tuple[Hidden, ...]
    addresses: tuple[str, ...]


@pytest.fixture
def world(site: Site) -> World:
    hidden = furnish(site.house)
    write(site)
    return World(site, hidden, tuple(sorted(set(_addresses(site)))))


def routes() -> Iterator[str]:
    """Every route of the site, as written in its list."""
    from kurultai.site.urls import urlpatterns

    for pattern in urlpatterns:
        yield from _routes(pattern, "")


def _routes(pattern: Any, before: str) -> Iterator[str]:  # noqa: ANN401 - Django ships no types
    here = before + str(pattern.pattern)
    for inner in getattr(pattern, "url_patterns", ()):
        yield from _routes(inner, here)
    if not hasattr(pattern, "url_patterns"):
        yield here


def _addresses(site: Site) -> Iterator[str]:
    """Each route with each thing that may stand in it; a kind of argument not known here fails."""
    for route in routes():
        pattern = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route)
        yield from ("/" + pattern.format(**values) for values in _put(site, route))


def _put(site: Site, route: str) -> Iterator[dict[str, str]]:
    """What may stand in it, in the interface for other systems as on the pages."""
    if "<path:rest>" in route and route.startswith("api/"):
        yield {"rest": "nowhere"}
    elif route.startswith("api/v1/acts/"):
        yield from ({"name": position} for position in _positions(site))
    else:
        yield from _values(site, route)


def _values(site: Site, route: str) -> Iterator[dict[str, str]]:
    named = re.findall(r"<(?:\w+:)?(\w+)>", route)
    fixed = {"issue": "1", "language": "en", "number": "1"}
    match tuple(part for part in named if part not in fixed):
        case ("name", "format"):
            for name in _names(site, PREFIX[_first(route)]):
                yield from ({**fixed, "name": name, "format": ending} for ending in _endings())
        case ():
            yield fixed
        case ("position",):
            yield from ({**fixed, "position": str(p)} for p in _positions(site))
        case ("secret",):
            yield {**fixed, "secret": SECRET}
        case ("letter",) | ("hook",):
            yield from ({**fixed, named[0]: str(n)} for n in (1, 2))
        case ("rest",):
            paths = (tile.path.removeprefix("tile/") for tile in tiles_of(_size(site)))
            yield from ({**fixed, "rest": path} for path in paths)
        case ("name",) if route.startswith("rulebook/"):  # of other bodies: the same for everybody
            yield from ({**fixed, "name": name} for name in rulebooks.names()[:2])
        case ("name",):
            table = PREFIX[_first(route)]
            yield from ({**fixed, "name": name} for name in _names(site, table))
        case unknown:
            pytest.fail(f"say in this test what may stand for {unknown} in {route}")


def _first(route: str) -> str:
    """By what kind of thing an address begins, of a page or of the interface."""
    return route.removeprefix("api/v1/").split("/", maxsplit=1)[0]


def _endings() -> tuple[str, ...]:
    """Every format of papers."""
    from kurultai.site.views.papers import AMENDED, FORMATS

    return tuple(made.ending for made in (*FORMATS, *AMENDED))


def _told(answer: Any) -> str:  # noqa: ANN401 - Django ships no types
    """All that an answer says, also within a packed file."""
    said = b"".join(answer) if answer.streaming else answer.content
    if said.startswith(b"PK"):
        with ZipFile(BytesIO(said)) as packed:
            said = b"\n".join(packed.read(name) for name in packed.namelist())
    if said.startswith(b"%PDF"):
        said += "".join(page.extract_text() for page in PdfReader(BytesIO(said)).pages).encode()
        said = said.replace(b"-\n", b"").replace(b"\n", b"")
    return str(said.decode("utf-8", "replace")) + repr(dict(answer.headers))


def _size(site: Site) -> int:
    return int(_cells(site, "SELECT max(position) FROM minute")[0])


def _positions(site: Site) -> tuple[str, ...]:
    """Every act that is not public, and one that is."""
    return _cells(site, "SELECT position FROM minute WHERE audience_id > 1 OR position = 1")


def _names(site: Site, table: str) -> tuple[str, ...]:
    every = _cells(site, f"SELECT {table} FROM {table} ORDER BY rowid DESC")  # noqa: S608
    shown = every if table in HIDING else every[:9]
    hidden = len(AUDIENCES) * HIDING.get(table, 1)
    return tuple(name.partition(":")[2] or name for name in shown[: hidden + ALSO_SHOWN])


def _cells(site: Site, sql: str) -> tuple[str, ...]:
    with site.house.readers.reading() as db:
        return tuple(str(row[0]) for row in db.execute(sql))


@pytest.mark.parametrize("person", VIEWERS)
def test_no_answer_holds_what_is_not_for_its_reader(world: World, person: str) -> None:
    client = world.site.browser(person)
    foreign = [canary(a) for a in AUDIENCES if a not in VIEWERS[person]]
    foreign += [] if person in THEIRS else [DRAFT]
    leaks = []
    for address in world.addresses:
        answer = client.get(address)
        assert answer.status_code < 500, f"{address} for {person or 'the public'}"
        told = _told(answer)
        leaks += [f"{address} tells {word}" for word in foreign if word in told]
    assert leaks == []


@pytest.mark.parametrize("person", VIEWERS)
def test_what_is_meant_for_a_reader_does_reach_them(world: World, person: str) -> None:
    client = world.site.browser(person)
    for hidden in world.hidden:
        expected = 200 if hidden.audience in VIEWERS[person] else 404
        name = hidden.document.partition(":")[2]
        for part in ("", "/text", "/redline", "/board", "/amendments", "/papers/en.docx"):
            answer = client.get(f"/documents/{name}{part}")
            assert answer.status_code == expected, f"{part} of {hidden.audience} for {person}"
            assert (canary(hidden.audience) in _told(answer)) == (expected == 200)


def test_what_is_hidden_is_answered_like_what_is_not_there(world: World) -> None:
    client = world.site.browser("person:office-hu-head")
    for hidden in world.hidden:
        for kind, name in (
            ("documents", hidden.document),
            ("meetings", hidden.meeting),
            ("decisions", hidden.decision),
            ("commitments", hidden.commitment),
            ("amendments", hidden.amendment),
        ):
            if name:
                own = name.partition(":")[2]
                nobody = "x" * len(own)
                for ending in ("", ".json", ".popolo.json")[: 3 if kind == "decisions" else 2]:
                    there = client.get(f"/{kind}/{own}{ending}")
                    absent = client.get(f"/{kind}/{nobody}{ending}")
                    assert there.status_code == absent.status_code == 404
                    assert there.content.replace(own.encode(), nobody.encode()) == absent.content
                    assert there.headers.keys() == absent.headers.keys()


def test_what_is_hidden_changes_no_number_that_is_shown(site: Site) -> None:
    """The pictures of who may see nothing of it are the same before it was there and after."""
    addresses = ("/commitments.json", "/commitments.json?tag=tag:cybersecurity&since=2020")
    people = ("", "person:office-hu-head")

    def told() -> list[Any]:
        asked = [(site.browser(person), address) for person in people for address in addresses]
        return [client.get(address).json()["page"] for client, address in asked]

    before = told()
    furnish(site.house)
    assert told() == before


def test_rights_that_end_close_what_they_opened(world: World) -> None:
    from kurultai.procedure import commands as c
    from tests.leaks.world import do

    client = world.site.browser("person:office-az-head")
    of_az = next(hidden for hidden in world.hidden if hidden.audience == "party:az")
    address = f"/documents/{of_az.document.partition(':')[2]}"
    before = client.get(address)
    assert before.status_code == 200
    do(
        world.site.house,
        c.LeaveOffice(
            id="leaving",
            person="person:office-az-head",
            office="head_of_delegation",
            of="party:az",
        ),
    )
    after = client.get(address, headers={"if-none-match": before.headers.get("ETag", "")})
    assert after.status_code == 404


@pytest.mark.parametrize("person", VIEWERS)
def test_no_live_screen_is_there_for_whom_the_meeting_is_not(world: World, person: str) -> None:
    from kurultai.live.showing import rights

    with world.site.house.viewing(person or None, "en") as viewer:
        for hidden in world.hidden:
            found = rights(viewer, hidden.meeting or "", "public") is not None
            assert found == (hidden.audience in VIEWERS[person]), hidden.audience


@pytest.mark.parametrize("person", VIEWERS)
def test_each_part_of_a_sitting_says_what_is_for_its_reader(world: World, person: str) -> None:
    """In a meeting that everybody may see, whether by the page or by a live event."""
    from kurultai.gate.sitting import sitting
    from kurultai.site.sittings.parts import VIEWS, parts
    from tests.leaks.sittings import OF_ALL

    with world.site.house.viewing(person or None, "en") as viewer:
        page = sitting(viewer, OF_ALL)
        told = "".join(part.html for view in VIEWS for part in parts(viewer, page, view))
    for audience in AUDIENCES:
        assert (canary(audience) in told) == (audience in VIEWERS[person]), audience


def test_no_letter_and_no_calendar_holds_what_is_not_for_everybody(world: World) -> None:
    """A letter lies in the post, a calendar with whoever keeps it for its reader."""
    from kurultai.followers.outbox import letters
    from tests.site.filling import filled

    browser = world.site.browser("person:office-secretariat")
    path = "/parties/az/remind"
    every = filled(browser, path)
    shown = browser.post(path, every).content.decode()
    seen = shown.partition('name="confirm" value="')[2].partition('"')[0]
    assert browser.post(path, {**every, "confirm": seen}).status_code == 303
    said = "".join(
        kept.letter.subject + kept.letter.body for kept in letters(world.site.house.directory)
    )
    assert said
    calendars = [world.site.browser().get(f"/calendar/{SECRET}.ics")]
    calendars += [world.site.browser(person).get("/parties/az/follow-up.ics") for person in VIEWERS]
    for audience in AUDIENCES:
        assert canary(audience) not in said
        for answer in calendars:
            assert answer.status_code == 200
            assert canary(audience) not in _told(answer)
    assert _told(calendars[0]).count("BEGIN:VEVENT") > _told(calendars[1]).count("BEGIN:VEVENT")


@pytest.mark.parametrize("person", VIEWERS)
def test_a_file_of_a_report_is_there_for_whom_the_report_is(world: World, person: str) -> None:
    for audience in AUDIENCES:
        report = new_id("report", canary(audience)).removeprefix("report:")
        answer = world.site.browser(person).get(f"/reports/{report}/files/1")
        answer.close()
        assert answer.status_code == (200 if audience in VIEWERS[person] else 404)
