"""What went wrong, as a program and a person can read it (RFC 9457)."""

from collections.abc import Mapping
from typing import Any

import msgspec
from django.http import HttpResponse

from kurultai.site.tongue import lazy as _

TITLES: dict[str, tuple[int, Any]] = {  # kind -> status and title
    "malformed": (400, _("This request cannot be read.")),
    "token": (401, _("The token is not known, or not good any more.")),
    "scope": (403, _("The token does not allow this.")),
    "not-found": (404, _("There is nothing under this address that is open to you.")),
    "method": (405, _("This cannot be done here.")),
    "refused": (409, _("A rule forbids it.")),
    "version": (410, _("This version of the interface is not answered any more.")),
    "too-large": (413, _("More was sent than is taken.")),
    "media-type": (415, _("Send JSON.")),
    "invalid": (422, _("Something in what was sent is not as it must be.")),
    "too-many": (429, _("Too many requests. Wait a moment.")),
    "busy": (503, _("Nothing was recorded. Send it again in a moment.")),
}


class Problem(msgspec.Struct, omit_defaults=True):
    """What went wrong; ``rule`` is the one that refused, ``facts`` what it says of this case."""

    type: str
    title: str
    status: int
    detail: str = ""
    rule: str = ""
    facts: dict[str, str] = msgspec.field(default_factory=dict)


class Wrong(Exception):  # noqa: N818 - an answer
    """A request that is answered by a problem."""

    def __init__(self, kind: str, detail: str = "", **headers: str) -> None:
        """Of that kind, with what can be said of this case."""
        super().__init__(kind, detail)
        self.kind, self.detail = kind, detail
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def problem(
    kind: str,
    detail: str = "",
    *,
    rule: str = "",
    facts: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The answer, worded in the language that was asked for."""
    status, title = TITLES[kind]
    told = Problem(f"urn:kurultai:{kind}", str(title), status, detail, rule, dict(facts or {}))
    response = HttpResponse(
        msgspec.json.encode(told), status=status, content_type="application/problem+json"
    )
    response.headers["X-Worded"] = "1"  # no page takes its place
    for name, value in (headers or {}).items():
        response.headers[name] = value
    return response
