"""Filling in a form as a browser would: what the page holds, changed here and there."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any


@dataclass
class _Form(HTMLParser):
    values: dict[str, list[str]] = field(default_factory=dict)
    alert: str = ""
    links: tuple[str, ...] = ()
    _select: str = ""
    _area: str = ""
    _is_alert: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if has.get("role") == "alert":
            self._is_alert = True
        if tag == "a" and self._is_alert:
            self.links = (*self.links, has["href"])
        if tag == "input":
            self._input(has)
        elif tag == "select":
            self._select = has["name"]
            self.values.setdefault(self._select, [])
        elif tag == "option" and self._select:
            self._option(has)
        elif tag == "textarea":
            self._area = has["name"]
            self.values[self._area] = [""]

    def _input(self, has: dict[str, str]) -> None:
        if has.get("type") in ("checkbox", "radio"):
            if "checked" in has:
                self.values.setdefault(has["name"], []).append(has.get("value", "on"))
        elif has.get("type") != "file":
            self.values[has["name"]] = [has.get("value", "")]

    def _option(self, has: dict[str, str]) -> None:
        chosen = self.values[self._select]
        if "selected" in has or not chosen:
            chosen[:] = [has.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = ""
        elif tag == "div":
            self._is_alert = False

    def handle_data(self, data: str) -> None:
        if self._is_alert:
            self.alert += data
        if self._area:
            before = self.values[self._area][0]
            self.values[self._area] = [before + (data if before else data.removeprefix("\n"))]


def read_form(response: Any) -> _Form:  # noqa: ANN401 - Django ships no types
    """The form on a page, as a browser would send it, and what the alert on it says."""
    form = _Form()
    form.feed(response.content.decode())
    form.close()
    form.alert = " ".join(form.alert.split())
    return form


def filled(browser: Any, path: str, **changes: object) -> dict[str, Any]:  # noqa: ANN401
    """What a browser would send if these fields were changed; ``x__en`` stands for ``x-en``."""
    response = browser.get(path)
    assert response.status_code == 200, f"{path}: {response.status_code}"
    values: dict[str, Any] = dict(read_form(response).values)
    return {**values, **{name.replace("__", "-"): value for name, value in changes.items()}}


def send(browser: Any, path: str, **changes: object) -> Any:  # noqa: ANN401
    """Open the form, change these fields, and send it."""
    return browser.post(path, filled(browser, path, **changes))
