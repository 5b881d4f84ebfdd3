"""The wall of a hall is read from its last row, and a thumb finds what a delegation presses."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import expect

from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Presence
from kurultai.procedure.facts import new_id
from tests.browser.conftest import Served, Visit
from tests.browser.sitting import Hall, enter, found
from tests.browser.test_for_everyone import faults

OFFICER = "person:office-secretariat"
MEMBERS = ("az", "kz", "kg", "tr")
SERIES = {  # which committee is at what
    "floor": "legal",
    "vote": "economic",
    "roll": "social",
    "result": "environment",
    "suspended": "coordination",
}
QUESTION = {
    "en": "Shall the debate be closed and the draft recommendation be put to the vote?",
    "tr": "Görüşme kapatılıp tavsiye kararı taslağı oylamaya sunulsun mu?",
    "kk": "Жарыссөз жабылып, ұсыныс жобасы дауысқа салынсын ба?",
}
WALLS = ((1920, 1080), (1280, 720), (1024, 768))
READ = 7  # times as bright, or as dark, as what is behind it


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A site in which five meetings sit."""
    made = found(tmp_path_factory.mktemp("wall"))
    house = House(made.data, lambda: datetime.now(UTC))
    try:
        for command in _sitting(house.today()):
            house.submit(OFFICER, command).result()
    finally:
        house.close()
    made.begin()
    yield made
    made.end()


@pytest.fixture(scope="module")
def served(hall: Hall) -> Served:
    """The same, as visitors know it."""
    return hall.served


def _sitting(day: str) -> Iterator[c.Command]:
    there = tuple(Presence(f"party:{party}", 3) for party in MEMBERS)
    for scene, series in SERIES.items():
        meeting, named = _meeting(scene), {"meeting": _meeting(scene)}
        ordinal = int(meeting.rpartition("-")[2])
        yield c.ConveneMeeting(id=meeting, series=f"series:{series}", ordinal=ordinal, when=day)
        yield c.OpenMeeting(id=f"{meeting} open", **named)
        yield c.TakeAttendance(id=f"{meeting} there", **named, present=there)
        yield c.OpenSpeakersList(id=f"{meeting} list", **named, seconds=300)
        for party in ("az", "tr", "kg"):
            yield _asking(meeting, party)
        yield from _scene(scene, named)


def _meeting(scene: str) -> str:
    ordinal = {"coordination": 2}.get(SERIES[scene], 1)
    return f"meeting:{SERIES[scene]}-{ordinal}"


def _asking(meeting: str, party: str) -> c.Command:
    return c.RequestFloor(
        id=f"{meeting} {party}",
        meeting=meeting,
        party=f"party:{party}",
        kind="speech",
        person=f"person:office-{party}-head",
    )


def _scene(scene: str, named: dict[str, Any]) -> Iterator[c.Command]:
    match scene:
        case "floor":
            yield c.GiveFloor(id="give", **named)
        case "suspended":
            yield c.SuspendSitting(id="suspend", **named)
        case _:
            yield from _vote(scene, named)


def _vote(scene: str, named: dict[str, Any]) -> Iterator[c.Command]:
    decision = new_id("decision", f"{scene} put")
    method = "roll_call" if scene == "roll" else "open"
    seed = "0123456789abcdef" if scene == "roll" else ""
    yield c.PutQuestion(id=f"{scene} put", **named, question=QUESTION, method=method, seed=seed)
    if scene == "result":
        for party in MEMBERS:
            choice = "no" if party == "kg" else "yes"
            yield c.GivePosition(
                id=party, **named, decision=decision, party=f"party:{party}", choice=choice
            )
        yield c.DecideQuestion(id="decide", **named, decision=decision)


def wall(scene: str, query: str = "") -> str:
    """The address of a wall."""
    return f"/meetings/{_meeting(scene).removeprefix('meeting:')}/sitting/projector{query}"


@pytest.mark.parametrize("light", [0, 1])
def test_everything_on_the_wall_stands_out_from_it(visit: Visit, hall: Hall, light: int) -> None:
    window = enter(visit, hall, "", viewport={"width": 1920, "height": 1080})
    pale = {}
    for scene in SERIES:
        window.opens(wall(scene, f"?light={light}"))
        contrasts: dict[str, float] = window.page.evaluate(CONTRASTS)
        assert contrasts, scene
        pale.update({(scene, text): c for text, c in contrasts.items() if c < READ})
    assert pale == {}


@pytest.mark.parametrize(
    ("scene", "line"),
    [
        ("floor", ".part-floor .main"),
        ("vote", ".part-vote .main"),
        ("roll", ".part-vote .main"),
        ("result", ".part-result .main"),
        ("suspended", ".part-item .main"),
    ],
)
@pytest.mark.parametrize("language", ["en", "kk"])
def test_the_main_line_is_read_from_the_last_row(
    visit: Visit, hall: Hall, scene: str, line: str, language: str
) -> None:
    window = enter(visit, hall, "", viewport={"width": 1920, "height": 1080})
    window.opens(wall(scene, f"?languages={language}"))
    size = window.page.locator(line).evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")
    assert size >= 90


@pytest.mark.parametrize("query", ["?languages=kk", "?languages=tr,az,kk"])
@pytest.mark.parametrize("scripts", [True, False])
def test_nothing_runs_over_the_wall_or_into_anything_else(
    visit: Visit,
    query: str,
    scripts: bool,  # noqa: FBT001 - with and without
) -> None:
    over = {}
    for width, height in WALLS:
        window = visit(
            "",
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            reduced_motion="no-preference",
        )
        for scene in SERIES:
            window.opens(wall(scene, query))
            over[width, scene] = window.page.evaluate(OVER)
    assert {at: what for at, what in over.items() if what} == {}


def test_languages_take_turns_only_where_motion_is_welcome(visit: Visit, hall: Hall) -> None:
    address = wall("vote", "?languages=tr,kk")
    turning = enter(visit, hall, "", reduced_motion="no-preference")
    turning.opens(address)
    assert turning.page.evaluate(SEEN) == ["tr"]
    turning.page.evaluate("document.getAnimations()[0].currentTime = 13000")
    expect(turning.page.locator("#part-vote [lang=kk]").first).to_have_css("opacity", "1")
    assert turning.page.evaluate(SEEN) == ["kk"]
    still = enter(visit, hall, "", reduced_motion="reduce")
    still.opens(address)
    assert still.page.evaluate(SEEN) == ["tr", "kk"]


def test_axe_finds_nothing_on_the_wall_or_on_a_delegations_page(visit: Visit, hall: Hall) -> None:
    head = enter(visit, hall, "tr-head", viewport={"width": 390, "height": 844})
    found_faults = {}
    for scene in SERIES:
        for path in (wall(scene), wall(scene).replace("projector", "delegate")):
            head.opens(path)
            found_faults[path] = faults(head.page)
    assert {path: what for path, what in found_faults.items() if what} == {}


def test_what_a_delegation_presses_is_as_large_as_a_thumb(visit: Visit, hall: Hall) -> None:
    for language in ("en", "tr", "az", "kk"):
        options = {"viewport": {"width": 390, "height": 844}, "locale": language}
        head = enter(visit, hall, "tr-head", **options)
        for scene in ("floor", "vote"):
            head.opens(wall(scene).replace("projector", "delegate"))
            assert head.page.evaluate("document.documentElement.scrollWidth") == 390
            head.page.locator("#mine summary").click()
            pressed = head.page.locator("#mine :is(button, summary)").all()
            boxes = [one.bounding_box() or {"width": 0, "height": 0} for one in pressed]
            assert len(boxes) > 5
            assert min(min(box["width"], box["height"]) for box in boxes) >= 44


def test_two_devices_of_one_person_agree_by_themselves(visit: Visit, hall: Hall) -> None:
    options = {"viewport": {"width": 390, "height": 844}}
    telephone, laptop, other = (
        enter(visit, hall, name, **options).page for name in ("tr-head", "tr-head", "kz-head")
    )
    for page in (telephone, laptop, other):
        page.goto(hall.served.address + wall("vote").replace("projector", "delegate"))
        expect(page.locator("#live-state")).to_have_class("on")
    for choice in ("yes", "abstain"):
        telephone.locator(f"#mine .tap.{choice} button").click()
        for page in (telephone, laptop):
            expect(page.locator(f"#mine .held .mark.{choice}")).to_be_visible()
            expect(page.locator(f"#mine .tap.{choice}.chosen")).to_be_visible()
    expect(other.locator("#part-vote")).to_contain_text("1 of 4 delegations have answered.")
    assert other.locator("#mine .held .mark").count() == 0


CONTRASTS = """() => {
  const light = (channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const bright = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).map(Number).map(light);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = bright(getComputedStyle(document.body).backgroundColor);
  const found = {};
  for (const one of document.querySelectorAll(".stage *")) {
    const said = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!said || one.closest("svg, .vh") || !one.checkVisibility()) continue;
    const front = bright(getComputedStyle(one).color);
    const [more, less] = front > behind ? [front, behind] : [behind, front];
    found[one.textContent.trim()] = (more + 0.05) / (less + 0.05);
  }
  return found;
}"""
OVER = """() => {
  const seen = [...document.querySelectorAll(".tongue :is(p, li, dd, dt, h2, figure)")]
    .filter((one) => one.checkVisibility() && one.textContent.trim());
  const over = seen.filter((one) => {
    const box = one.getBoundingClientRect();
    return box.left < 0 || box.top < 0 || box.right > innerWidth + 1
      || box.bottom > innerHeight + 1 || one.scrollWidth > one.clientWidth + 1
      && getComputedStyle(one).display !== "inline";
  });
  const parts = [...document.querySelectorAll(".part")].map((part) => ({
    name: part.id,
    boxes: seen.filter((one) => part.contains(one)).map((one) => one.getBoundingClientRect()),
  })).filter((part) => part.boxes.length);
  const meet = (one, other) => one.boxes.some((a) => other.boxes.some((b) =>
    a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
  const met = parts.flatMap((one, n) => parts.slice(n + 1)
    .filter((other) => meet(one, other)).map((other) => one.name + " " + other.name));
  return [...over.map((one) => one.textContent.trim()), ...met];
}"""
SEEN = """() => [...document.querySelectorAll("#part-vote .tongue")]
  .filter((one) => Number(getComputedStyle(one).opacity) > 0.99).map((one) => one.lang)"""
