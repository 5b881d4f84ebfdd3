"""Decisions as vote events of Popolo, for whoever gathers the votes of many bodies."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kurultai.gate import meetings, register
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import DecisionPage
from kurultai.gate.viewer import Viewer
from kurultai.papers.popolo import Decided, given_out
from kurultai.procedure.when import read_when
from kurultai.site.pages_environment import plain
from kurultai.site.paths import path_of
from kurultai.site.views.errors import not_found

_OPTIONS = {  # what a finding calls it -> what Popolo does
    "yes": "yes",
    "no": "no",
    "abstain": "abstain",
    "silent": "not voting",
    "absent": "absent",
    "recused": "recused",
}
_ALWAYS = ("yes", "no", "abstain")  # counted even where nobody did


@require_safe
def one(request: HttpRequest, name: str) -> HttpResponse:
    """The decision, once it is one."""
    try:
        page = meetings.decision(request.viewer, f"decision:{name}")
    except NotFound:
        return not_found(request)
    if page.decision.result is None:
        return not_found(request)
    event = given_out(decided(request.viewer, request.build_absolute_uri("/").rstrip("/"), page))
    response = HttpResponse(msgspec.json.encode(event), content_type="application/json")
    response.headers["Vary"] = "Accept-Language, Cookie"
    return response


def decided(viewer: Viewer, base: str, page: DecisionPage) -> Decided:
    """The decision by Popolo's names; ``base`` is the site's address."""
    row, finding = page.decision, page.decision.finding
    options = _options(page)
    first, last = _days(row.decided_on or row.put_on)
    return Decided(
        id=row.decision,
        organization=plain(register.assembly(viewer).names),
        session=row.meeting,
        text=plain(row.question),
        first=first,
        last=last,
        requirement=finding.get("rule", row.rule),
        result=row.result or "",
        options=options,
        names={party.party: plain(party.names) for party in register.parties(viewer)},
        sums=_sums(finding, Counter(option for _, option in options)),
        groups=_groups(finding),
        sources=(base + path_of(row.decision),),
    )


def _options(page: DecisionPage) -> tuple[tuple[str, str], ...]:
    """Who said what, by the finding; by the positions given where nothing was reckoned."""
    finding = page.decision.finding
    if not finding:
        return tuple((position.party, position.choice) for position in page.positions)
    return tuple(
        (party, option) for key, option in _OPTIONS.items() for party in finding.get(key, ())
    )


def _sums(finding: Mapping[str, Any], heads: Mapping[str, int]) -> dict[str, int]:
    """The votes by option; by heads where they are not whole, since Popolo counts so."""
    votes = {_OPTIONS[key]: n for key, n in finding.get("sums", {}).items() if key in _OPTIONS}
    counted = votes if votes and all(isinstance(n, int) for n in votes.values()) else heads
    every = {option: counted.get(option, 0) for option in _OPTIONS.values()}
    return {option: n for option, n in every.items() if n or option in _ALWAYS}


def _groups(finding: Mapping[str, Any]) -> dict[str, str]:
    """What was found within each group, where it had to hold in each."""
    met: dict[str, bool] = {}
    for each in finding.get("conditions", ()):
        if each["group"]:
            met[each["group"]] = met.get(each["group"], True) and each["met"]
    return {group: "adopted" if all_met else "rejected" for group, all_met in met.items()}


def _days(when: str) -> tuple[str, str]:
    """First and last day; a month or a year as it is, nothing of what lies somewhere between."""
    known = read_when(when)
    match known.form:
        case "days":
            return known.first.isoformat(), known.last.isoformat()
        case "between":
            return "", ""
        case _:
            return when, ""
