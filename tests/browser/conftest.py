"""A served copy of TURKPA's example, and browsers to visit it with."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

FOLDER = Path(__file__).parents[2] / "examples" / "turkpa"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass(frozen=True)
class Served:
    """Where the site is, which process serves it, and the passwords of its example sign-ins."""

    address: str
    process: int
    passwords: dict[str, str]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site, served from a loaded copy by a process of its own."""
    data = tmp_path_factory.mktemp("served") / "data"
    kurultai = (sys.executable, "-m", "kurultai.cli.main")
    given = ("--data", str(data))
    subprocess.run([*kurultai, "load", str(FOLDER), *given], check=True, capture_output=True)
    port = str(free_port())
    environment = {k: v for k, v in os.environ.items() if not k.startswith("KURULTAI_")}
    with subprocess.Popen(
        [*kurultai, "serve", *given, "--port", port],
        stdout=subprocess.DEVNULL,
        env=environment,
    ) as process:
        try:
            until_it_listens(process, int(port))
            address = f"http://127.0.0.1:{port}"
            yield Served(address, process.pid, passwords_of(data / "sign-ins.txt"))
        finally:
            process.terminate()
            process.wait(10)


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as any_port:
        any_port.bind(("127.0.0.1", 0))
        port: int = any_port.getsockname()[1]
        return port


def until_it_listens(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until the site answers; fail if its process ends."""
    while process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
    pytest.fail(f"the server ended with {process.returncode}")


def passwords_of(path: Path) -> dict[str, str]:
    """The example sign-ins that were made at loading, with their passwords."""
    pairs = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium; without it the test fails in CI, and elsewhere is left out aloud.

    No longer than a module: Playwright keeps a loop in this thread, and Django refuses its tables
    to whoever has one.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        missing = "chromium is not installed; ./test installs it"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@dataclass(frozen=True)
class Visitor:
    """Somebody at a browser, in one window."""

    page: Page
    site: Served

    def opens(self, path: str) -> None:
        """Open an address of the site, and see that it is there."""
        answer = self.page.goto(f"{self.site.address}{path}")
        assert answer is not None
        assert answer.status == 200, f"{path}: {answer.status}"

    def follows(self, link: str) -> None:
        """Follow a link of the page's own content."""
        self.goes(self.page.locator("main").get_by_role("link", name=link, exact=True).first)

    def goes(self, link: Locator) -> None:
        """Press what leads to another page, and wait for it."""
        with self.page.expect_navigation():
            link.click()

    def writes(self, name: str, text: str) -> None:
        """Write into a field, in sight or among the other languages."""
        field = self.page.locator(f'[name="{name}"]')
        if not field.is_visible():
            self.page.locator("details:not([open])", has=field).locator("summary").click()
        field.fill(text)

    def chooses(self, name: str, value: str) -> None:
        """Choose one of those offered."""
        field = self.page.locator(f'select[name="{name}"]')
        field.select_option(value)

    def ticks(self, name: str, value: str = "on") -> None:
        """Tick a box, or one of a few."""
        boxes = self.page.locator(f'input[name="{name}"]')
        boxes = boxes.and_(self.page.locator(f'[value="{value}"]')) if value != "on" else boxes
        boxes.check()

    def sends(self) -> None:
        """Press the form's button, and see that it was taken."""
        self.goes(self.page.locator("main form button[type=submit]:not([formnovalidate])"))
        alert = self.page.locator("[role=alert]")
        assert alert.count() == 0, alert.inner_text()

    def sees(self, text: str) -> None:
        """See a text on the page."""
        self.page.locator("main").get_by_text(text).first.wait_for(state="attached")

    def signs_in(self, name: str) -> None:
        """Sign in by an example sign-in."""
        self.opens("/sign-in")
        self.writes("name", name)
        self.writes("password", self.site.passwords[name])
        self.sends()

    @property
    def path(self) -> str:
        """Where the window is, without what follows the address."""
        return self.page.url.removeprefix(self.site.address).partition("?")[0]


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(chromium: Browser, served: Served) -> Iterator[Visit]:
    """Windows of the browser: each a visitor of their own, signed in if a name is given."""
    contexts: list[BrowserContext] = []

    def visitor(name: str = "", **options: Any) -> Visitor:  # noqa: ANN401 - as the browser takes it
        plain = {"locale": "en-GB", "java_script_enabled": False, "reduced_motion": "reduce"}
        context = chromium.new_context(**{**plain, **options})
        context.set_default_timeout(10_000)
        contexts.append(context)
        found = Visitor(context.new_page(), served)
        if name:
            found.signs_in(name)
        return found

    yield visitor
    for context in contexts:
        context.close()
