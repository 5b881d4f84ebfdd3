"""A meeting that is about to sit, served from a process that can be killed; its screens."""

import os
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Locator, Page, StorageState, TimeoutError, expect  # noqa: A004 - what a browser raises

from kurultai.gate.sitting import sitting
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Presence, Unit
from kurultai.procedure.facts import new_id
from kurultai.rulebooks import text as shipped
from kurultai.texts.change import Edit
from tests.browser import recommendation as r
from tests.browser.conftest import (
    FOLDER,
    Served,
    Visit,
    Visitor,
    free_port,
    passwords_of,
    until_it_listens,
)

OFFICER, CHAIR = "person:office-secretariat", "person:office-chair"
MEMBERS = ("az", "kz", "kg", "tr")
FIRST, SECOND = "defence-3", "health-3"  # one that is convened, one that sits already
TEXT = new_id("document", "table")
FORWARD = {  # what stands in the first operative paragraph, what is put in its place, by whom
    "twice": ("party:kz", "kk", r.TWICE),
    "rarely": ("party:tr", "tr", r.RARELY),
}
LANGUAGES = ("en", "az", "kk", "tr")
WAIT = 15_000  # milliseconds after which what was to be shown will not be

# A body that has what the example's has not: a quorum, elections, seconders, a time to speak.
RULES = """
[[rule]]
part = "chairs_meeting"
from = "2009-01-01"
kind = "majority_cast"
confidence = "?"

[[quorum]]
part = "chairs_meeting"
from = "2009-01-01"
kind = "fraction_of_delegations"
fraction = "3/4"
purposes = ["decide"]
confidence = "?"

[[speaking]]
part = "chairs_meeting"
kind = "speech"
seconds = 300
each = 1
from = "2009-01-01"
confidence = "?"

[[motion]]
part = "chairs_meeting"
motion = "close_debate"
rank = 4
seconders = 1
from = "2009-01-01"
confidence = "?"

[[election]]
part = "chairs_meeting"
election = "chair"
from = "2009-01-01"
confidence = "?"
rounds = [
    { majority = "absolute", of = "cast", ballots = 1, stay = "top_two" },
    { majority = "relative", of = "cast", ballots = 0 },
]
"""
PEOPLE = """
[[person]]
id = "office-chair"

[person.names]
en = "Chair of the committee chairs"

[[person.office]]
office = "chair"
of = "organ:chairs-defence"
since = "2026-01-01"

[[person.office]]
office = "chair"
of = "organ:chairs-health"
since = "2026-01-01"

[[person]]
id = "office-tr-delegate"

[person.names]
en = "Delegate of Türkiye"

[[person.office]]
office = "delegate"
of = "party:tr"
since = "2026-01-01"
"""
SIGN_INS = "".join(
    f'\n[[sign_in]]\nname = "{name}"\nperson = "office-{name}"\n'
    for name in ("chair", "tr-delegate")
)


@dataclass
class Hall:
    """The site on one port; killed, it begins again with the same record."""

    data: Path
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None
    signed_in: dict[str, StorageState] = field(default_factory=dict)

    @property
    def served(self) -> Served:
        """As visitors know it."""
        passwords = passwords_of(self.data / "sign-ins.txt")
        return Served(
            f"http://127.0.0.1:{self.port}", self.process.pid if self.process else 0, passwords
        )

    def begin(self) -> None:
        """Serve."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("KURULTAI_")}
        serve = (*_KURULTAI, "serve", "--data", str(self.data), "--port", str(self.port))
        self.process = subprocess.Popen(serve, stdout=subprocess.DEVNULL, env=environment)
        until_it_listens(self.process, self.port)

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End it: SIGKILL gives it no time to do anything."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(20)
            self.process = None


_KURULTAI = (sys.executable, "-m", "kurultai.cli.main")


def found(place: Path) -> Hall:
    """A hall with TURKPA's example, a chair, rules, two meetings and a text with two amendments."""
    folder, data = place / "folder", place / "data"
    shutil.copytree(FOLDER, folder)
    for name, more in (("people", PEOPLE), ("sign-ins", SIGN_INS)):
        with (folder / f"{name}.toml").open("a", encoding="utf-8") as file:
            file.write(more)
    load = (*_KURULTAI, "load", str(folder), "--data", str(data))
    subprocess.run(load, check=True, capture_output=True)
    house = House(data, lambda: datetime.now(UTC))
    try:
        for command in _before(house.today()):
            house.submit(OFFICER, command).result()
        with house.viewing(OFFICER, "en") as viewer:
            item = sitting(viewer, f"meeting:{SECOND}").agenda[0].item
        taken = c.TakeItem(id="take", meeting=f"meeting:{SECOND}", item=item)
        house.submit(OFFICER, taken).result()
    finally:
        house.close()
    return Hall(data)


def _before(day: str) -> tuple[c.Command, ...]:
    first, second = f"meeting:{FIRST}", f"meeting:{SECOND}"
    there = tuple(Presence(f"party:{party}", 3) for party in MEMBERS)
    return (
        c.AdoptRulebook(id="rules", rulebook="turkpa", text=shipped("turkpa") + RULES),
        c.ConveneMeeting(id="first", series="series:defence", ordinal=3, when=day, example=True),
        c.ConveneMeeting(id="second", series="series:health", ordinal=3, when=day, example=True),
        c.OpenMeeting(id="open", meeting=second),
        c.TakeAttendance(id="attend", meeting=second, present=there),
        c.OpenSpeakersList(id="list", meeting=second, seconds=300),
        *_drafted(first),
    )


def _drafted(meeting: str) -> tuple[c.Command, ...]:
    """The recommendation, and what two delegations propose to it."""
    titles = {language: r.TITLES[language] for language in LANGUAGES}
    here: dict[str, Any] = {"document": TEXT}
    return (
        c.TableDocument(
            id="table", kind="recommendation", names=titles, meeting=meeting, authentic=LANGUAGES
        ),
        *(
            c.DistributeVersion(
                id=f"in {language}",
                **here,
                language=language,
                standing="authentic",
                units=(
                    Unit("u1", "operative", r.first_paragraph(language)),
                    Unit("u2", "operative", r.TITLES[language]),
                ),
            )
            for language in LANGUAGES
        ),
        *(
            c.TableAmendment(
                id=name,
                **here,
                by=(by,),
                language=tongue,
                reading=1,
                changes=(_edit(tongue, words),),
            )
            for name, (by, tongue, words) in FORWARD.items()
        ),
        *(
            c.TranslateAmendment(
                id=f"{name} in {language}",
                **here,
                amendment=new_id("amendment", name),
                language=language,
                edits=(_edit(language, words),),
            )
            for name, (_by, tongue, words) in FORWARD.items()
            for language in LANGUAGES
            if language != tongue
        ),
        c.MarshalAmendments(id="order", **here),
    )


def _edit(language: str, words: dict[str, str]) -> Edit:
    at = r.first_paragraph(language).index(r.ONCE[language])
    return Edit("u1", language, at, at + len(r.ONCE[language]), words[language])


def _names() -> dict[str, dict[str, Any]]:
    table = tomllib.loads((FOLDER / "parties.toml").read_text(encoding="utf-8"))
    return {one["id"]: one for one in table["party"]}


PARTIES = _names()
In = Callable[[str], str]  # of a language, to words in it


def state(party: str) -> In:
    """The name of a delegation's state."""
    return lambda language: str(PARTIES[party]["state"][language])


@dataclass
class Screen:
    """A window on one screen of a sitting, in one language, opened once and left open."""

    visitor: Visitor
    view: str
    language: str
    meeting: str
    said: list[str] = field(default_factory=list)  # errors of the browser's console

    @property
    def page(self) -> Page:
        """Its page."""
        return self.visitor.page

    @property
    def path(self) -> str:
        """Its address."""
        base = f"/meetings/{self.meeting}/sitting"
        return base if self.view == "public" else f"{base}/{self.view}"

    def open(self) -> Self:
        """Open it, connected; from now on it must not load anything again by itself."""
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.visitor.opens(self.path)
        self.is_live()
        self.page.evaluate("window.stays = true")
        return self

    def is_live(self) -> None:
        """It says that it is connected."""
        expect(self.page.locator("#live-state")).to_have_class("on", timeout=WAIT)

    def part(self, name: str) -> Locator:
        """One of its parts."""
        return self.page.locator(f"#part-{name}")

    def shows(self, part: str, said: str) -> None:
        """It comes to show that, if it has the part."""
        if self.part(part).count():
            expect(self.part(part), self.view).to_contain_text(said, timeout=WAIT)

    def presses(self, part: str, button: str) -> None:
        """Press a button of a part."""
        self.part(part).get_by_role("button", name=button).first.click()

    def key(self, key: str) -> None:
        """Press a key of the console."""
        self.page.locator("h1").first.click()
        self.page.keyboard.press(key)

    def taps(self, noun: str, **given: str) -> None:
        """Press what is the delegation's own."""
        self.own(noun, **given).click()

    def own(self, noun: str, **given: str) -> Locator:
        """A button that is the delegation's own, by what it does."""
        form = self.page.locator(f'#mine form[action$="/{noun}/new"]')
        for name, value in given.items():
            form = form.filter(has=self.page.locator(f'[name="{name}"][value="{value}"]'))
        return form.locator("button")

    def texts(self) -> dict[str, str]:
        """What each part says and what its fields hold; but for clocks, which run."""
        texts: dict[str, str] = self.page.evaluate(TEXTS)
        return texts

    def draw(self) -> None:
        """Keep a picture for the documents, where KURULTAI_PICTURES says in which folder."""
        if folder := os.environ.get("KURULTAI_PICTURES"):
            name = f"sitting-{self.view}-{self.language}.png"
            self.page.set_viewport_size({"width": 1180, "height": 820})
            self.page.evaluate("scrollTo(0, 0)")
            self.page.screenshot(path=Path(folder) / name)

    def is_as_if_opened_now(self) -> None:
        """It shows what a window that is opened now does, and was never loaded again."""
        fresh = Visitor(self.page.context.new_page(), self.visitor.site)
        fresh.opens(self.path)
        expected = fresh.page.evaluate(TEXTS)
        fresh.page.close()
        with suppress(TimeoutError):
            self.page.wait_for_function(SAYS, arg=expected, timeout=WAIT)
        assert self.texts() == expected, f"{self.view} in {self.language}"
        assert self.page.evaluate("window.stays") is True, f"{self.view} was loaded again"
        assert self.said == []


TEXTS = """() => {
  const told = {};
  for (const part of document.querySelectorAll("[id^=part-], #mine")) {
    const copy = part.cloneNode(true);
    for (const gone of copy.querySelectorAll(".clock, [role=alert]")) gone.remove();
    const entered = [...part.querySelectorAll("select, input:not([type=hidden])")];
    told[part.id] = [copy.textContent.replace(/\\s+/g, " ").trim(), ...entered.map((f) => f.value)]
      .join(" | ");
  }
  return told;
}"""
SAYS = f"(now) => JSON.stringify(({TEXTS})()) === JSON.stringify(now)"


def enter(visit: Visit, hall: Hall, name: str, **options: Any) -> Visitor:  # noqa: ANN401 - as the browser takes it
    """Somebody at a browser with scripts; who signed in once is signed in."""
    options = {"java_script_enabled": True, **options}
    if name and name not in hall.signed_in:
        hall.signed_in[name] = visit(name).page.context.storage_state()
    return visit(storage_state=hall.signed_in.get(name), **options)


def screen(
    visit: Visit,
    hall: Hall,
    meeting: str,
    view: str,
    name: str = "",
    language: str = "en",
    **options: Any,  # noqa: ANN401 - as the browser takes it
) -> Screen:
    """A screen of the sitting, opened by somebody."""
    visitor = enter(visit, hall, name, locale=language, **options)
    return Screen(visitor, view, language, meeting).open()
