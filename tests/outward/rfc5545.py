"""What RFC 5545 says a calendar must be, checked line by line and by nobody's library."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_LINE = re.compile(
    r"([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)*):(.*)",
    re.DOTALL,
)
_PARAMETER = re.compile(r";([A-Za-z0-9-]+)=((?:\"[^\"]*\"|[^\";:])*)")
_DATE, _LOCAL, _UTC = r"\d{8}", r"\d{8}T\d{6}", r"\d{8}T\d{6}Z"
_ONCE = {  # 3.6.1: at most once in an event
    *("DTSTAMP", "UID", "DTSTART", "CLASS", "CREATED", "DESCRIPTION", "GEO", "LAST-MODIFIED"),
    *("LOCATION", "ORGANIZER", "PRIORITY", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "URL"),
    *("RECURRENCE-ID", "DTEND", "DURATION"),
}
_STATUS = {"TENTATIVE", "CONFIRMED", "CANCELLED"}
_STAMPS = ("DTSTAMP", "LAST-MODIFIED", "CREATED")
_TEXT = ("SUMMARY", "DESCRIPTION", "LOCATION")


@dataclass(frozen=True)
class Property:
    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Component:
    kind: str
    properties: list[Property] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [p for p in self.properties if p.name == name]

    def value(self, name: str) -> str:
        return next((p.value for p in self.all(name)), "")


def faults(raw: bytes) -> list[str]:
    """What is wrong with the calendar; nothing of one that is as it must be."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return ["not UTF-8"]
    found = [*_lines(raw)]
    try:
        roots = _components(text)
    except ValueError as fault:
        return [*found, str(fault)]
    if not roots:
        found.append("no calendar")
    for root in roots:
        found += [*_calendar(root)]
    return found


def read(raw: bytes) -> Component:
    """The one calendar of a file that has no fault."""
    (root,) = _components(raw.decode("utf-8"))
    return root


def _lines(raw: bytes) -> Iterator[str]:
    if re.search(rb"(?<!\r)\n|\r(?!\n)", raw):
        yield "a line that does not end with CR LF"
    if not raw.endswith(b"\r\n"):
        yield "the last line does not end"
    for line in raw.split(b"\r\n"):
        if len(line) > 75:
            yield f"a line of {len(line)} octets"
        if re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
            yield "a control character"


def _components(text: str) -> list[Component]:
    roots: list[Component] = []
    open_: list[Component] = []
    for line in re.sub(r"\r?\n[ \t]", "", text).replace("\r\n", "\n").split("\n"):
        if not line:
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(f"not a content line: {line[:40]!r}")
        name, value = match[1].upper(), match[3]
        parameters = {k.upper(): v.strip('"') for k, v in _PARAMETER.findall(match[2])}
        if name == "BEGIN":
            begun = Component(value.upper())
            (open_[-1].parts if open_ else roots).append(begun)
            open_.append(begun)
        elif name == "END":
            if not open_ or open_.pop().kind != value.upper():
                raise ValueError(f"END:{value} closes nothing")
        elif not open_:
            raise ValueError(f"{name} stands outside")
        else:
            open_[-1].properties.append(Property(name, parameters, value))
    if open_:
        raise ValueError(f"{open_[-1].kind} does not end")
    return roots


def _calendar(root: Component) -> Iterator[str]:
    if root.kind != "VCALENDAR":
        yield f"{root.kind} is no calendar"
        return
    yield from (f"{n} is not there once" for n in ("PRODID", "VERSION") if len(root.all(n)) != 1)
    if root.value("VERSION") != "2.0":
        yield "VERSION is not 2.0"
    if not root.parts:
        yield "nothing in it"
    zones = [zone.value("TZID") for zone in root.parts if zone.kind == "VTIMEZONE"]
    events = [event for event in root.parts if event.kind == "VEVENT"]
    yield from _twice(zones, "a zone")
    yield from _twice([e.value("UID") for e in events if not e.all("RECURRENCE-ID")], "a UID")
    for event in events:
        yield from _event(event, has_method=bool(root.all("METHOD")))
        yield from (
            fault for n in ("DTSTART", "DTEND") for m in event.all(n) for fault in _moment(m, zones)
        )
    for zone in root.parts:
        if zone.kind == "VTIMEZONE":
            yield from _zone(zone)


def _twice(names: list[str], what: str) -> Iterator[str]:
    if len(names) != len(set(names)):
        yield f"{what} twice"


def _event(event: Component, *, has_method: bool) -> Iterator[str]:
    yield from (f"no {name}" for name in ("UID", "DTSTAMP") if not event.value(name))
    yield from (f"{name} more than once" for name in _ONCE if len(event.all(name)) > 1)
    if not event.all("DTSTART") and not has_method:
        yield "no DTSTART"
    if event.all("DTEND") and event.all("DURATION"):
        yield "DTEND and DURATION"
    for stamp in (p for p in event.properties if p.name in _STAMPS):
        if not re.fullmatch(_UTC, stamp.value):
            yield f"{stamp.name} is not in UTC: {stamp.value}"
    yield from _span(event.value("DTSTART"), event.value("DTEND"))
    yield from _known(event)


def _span(start: str, end: str) -> Iterator[str]:
    if not (start and end):
        return
    if len(start) == len(end) and end <= start:
        yield f"ends at {end} before it begins at {start}"
    if ("T" in start) != ("T" in end):
        yield "begins on a day and ends at an instant, or the other way round"


def _known(event: Component) -> Iterator[str]:
    if event.all("SEQUENCE") and not event.value("SEQUENCE").isdecimal():
        yield "SEQUENCE is no number"
    if event.all("STATUS") and event.value("STATUS") not in _STATUS:
        yield f"STATUS {event.value('STATUS')}"
    for said in (p for p in event.properties if p.name in _TEXT):
        if re.search(r"(?<!\\)(?:\\\\)*[;,]|\\[^\\;,nN]", said.value):
            yield f"{said.name} is not escaped: {said.value[:40]}"


def _moment(moment: Property, zones: list[str]) -> Iterator[str]:
    kind, zone = moment.parameters.get("VALUE", "DATE-TIME"), moment.parameters.get("TZID")
    wanted = {"DATE": _DATE, "DATE-TIME": f"{_LOCAL}Z?"}.get(kind)
    if wanted is None or not re.fullmatch(wanted, moment.value):
        yield f"{moment.name} is no {kind}: {moment.value}"
    if zone is not None and zone not in zones and not zone.startswith("/"):
        yield f"no VTIMEZONE for {zone}"
    if zone is not None and (moment.value.endswith("Z") or kind == "DATE"):
        yield f"{moment.name} has a zone and needs none"


def _zone(zone: Component) -> Iterator[str]:
    if not zone.value("TZID"):
        yield "a zone without TZID"
    if not any(part.kind in ("STANDARD", "DAYLIGHT") for part in zone.parts):
        yield "a zone without any time"
    for part in zone.parts:
        for name in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"):
            if len(part.all(name)) != 1:
                yield f"{name} of a zone is not there once"
        if not re.fullmatch(_LOCAL, part.value("DTSTART")):
            yield "DTSTART of a zone is not local"
        for name in ("TZOFFSETFROM", "TZOFFSETTO"):
            if not re.fullmatch(r"[+-]\d{4}(\d\d)?", part.value(name)):
                yield f"{name} {part.value(name)}"
