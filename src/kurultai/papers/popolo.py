"""Popolo's vote events: taken in from whoever publishes them, and given out of our decisions.

https://www.popoloproject.com/specs/vote-event.html. An event taken in may have the fields of
`VoteEvent` as well; where one of them has a counterpart in Popolo it goes before it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import msgspec

from kurultai.procedure.counting.event import Outcome, VoteEvent
from kurultai.procedure.counting.lines import invalid, read_event
from kurultai.procedure.refusal import Refused

Plain = dict[str, Any]

_ANYTHING = msgspec.json.Decoder(float_hook=Decimal)
_WRITING = msgspec.json.Encoder(decimal_format="number")
_RULE = re.compile(r"(?:[\w\-]+/)?[\w\-]+\.[\w\-]+")
_STATED = {"pass": "adopted", "fail": "rejected", "lapsed": "lapsed"}
_RESULTS = {"adopted": "pass", "rejected": "fail", "vetoed": "fail"}
_BESIDE = frozenset(  # what Popolo says of an event and no count needs
    (
        *("id", "organization_id", "organization", "legislative_session_id"),
        *("legislative_session", "motion_id", "motion", "classification", "end_date", "result"),
        *("group_results", "created_at", "updated_at", "sources"),
    )
)
_BESIDE_VOTE = frozenset(
    (
        *("id", "vote_event_id", "vote_event", "voter", "group", "pair_id", "pair"),
        *("created_at", "updated_at", "sources"),
    )
)
_BESIDE_COUNT = frozenset(("group",))


class _Document(msgspec.Struct):
    """A document of Popolo: of what may stand in it, what concerns votes."""

    vote_events: tuple[msgspec.Raw, ...]
    motions: tuple[Plain, ...] = ()


_DOCUMENT = msgspec.json.Decoder(_Document, float_hook=Decimal)


def events_of(line: bytes) -> Iterator[VoteEvent | Outcome]:
    """The vote event of the line, by our names or Popolo's; or all events of a document.

    In place of one that cannot be read stands the outcome "invalid" that says why.
    """
    read = read_event(line)
    if isinstance(read, VoteEvent) and not read.ignored:
        yield read
        return
    document = _document(line)
    if document is None:
        yield _event(line, {}, read)
        return
    if not document.vote_events:
        yield invalid("", Refused("line.no_event"))
    motions = {str(motion.get("id", "")): motion for motion in document.motions}
    for raw in document.vote_events:
        yield _event(bytes(raw), motions, read_event(bytes(raw)))


def _document(line: bytes) -> _Document | None:
    try:
        return _DOCUMENT.decode(line)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return None


def _event(
    line: bytes, motions: Mapping[str, Plain], read: VoteEvent | Outcome
) -> VoteEvent | Outcome:
    """The event by Popolo's names, if that makes another one of it than was read by ours."""
    try:
        written = _ANYTHING.decode(line)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return read
    if not isinstance(written, dict):
        return read
    ours = taken_in(written, motions.get(str(written.get("motion_id", "")), {}))
    return read if ours == written else read_event(_WRITING.encode(ours))


# --- taken in


def taken_in(written: Plain, motion: Mapping[str, Any] | None = None) -> Plain:
    """Popolo's vote event by the names of `VoteEvent`; ``motion`` is the one it refers to.

    A ``requirement`` is taken for a rule if it is written as one ("part.rule"). A "paired" voter
    is absent. Where there are neither counts nor votes, the result is what the chair stated.
    """
    put = {**(motion or {}), **_object(written.get("motion"))}
    ours = {key: value for key, value in written.items() if key not in _BESIDE}
    _set(ours, "identifier", written.get("id"))
    _set(ours, "start_date", put.get("date"))
    _set(ours, "rule", _rule(put.get("requirement")))
    if not ours.get("counts") and not ours.get("votes"):
        _set(ours, "stated", _STATED.get(str(written.get("result"))))
    if isinstance(ours.get("counts"), list):
        ours["counts"] = [_count(count) for count in ours["counts"]]
    if isinstance(ours.get("votes"), list):
        ours["votes"] = [_vote(vote) for vote in ours["votes"]]
    return ours


def _set(ours: Plain, key: str, value: object) -> None:
    """What is not said by our name is as Popolo says it."""
    if ours.get(key) is None and value is not None:
        ours[key] = value


def _object(value: object) -> Plain:
    return value if isinstance(value, dict) else {}


def _rule(requirement: object) -> str | None:
    return requirement if isinstance(requirement, str) and _RULE.fullmatch(requirement) else None


def _count(count: object) -> object:
    if not isinstance(count, dict):
        return count
    ours = {key: value for key, value in count.items() if key not in _BESIDE_COUNT}
    _set(ours, "group_id", _named(count.get("group")))
    return ours


def _vote(vote: object) -> object:
    if not isinstance(vote, dict):
        return vote
    ours = {key: value for key, value in vote.items() if key not in _BESIDE_VOTE}
    _set(ours, "voter_id", _named(vote.get("voter")))
    _set(ours, "group_id", _named(vote.get("group")))
    if ours.get("option") == "paired":
        ours["option"] = "absent"
    return ours


def _named(thing: object) -> object:
    """Who or what it is: by its id, else what else identifies it."""
    known = _object(thing)
    return next((known[key] for key in ("id", "identifier", "name") if known.get(key)), None)


# --- given out


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision as it is given out; ``result`` and the options are ours.

    ``options`` are the voters' ids with what they said, ``names`` what they are called; ``sums``
    the votes by option; ``groups`` the result within each group, where one was found. ``first``
    and ``last`` are its days as far as they are known, ``last`` empty if it is not another.
    """

    id: str
    organization: str
    session: str
    text: str
    first: str
    last: str
    requirement: str
    result: str
    options: tuple[tuple[str, str], ...]
    names: Mapping[str, str]
    sums: Mapping[str, int]
    groups: Mapping[str, str]
    sources: tuple[str, ...]


def given_out(decided: Decided) -> Plain:
    """The vote event, as Popolo's schema wants it; a result that Popolo has no word for is ours."""
    result = _result(decided.result)
    motion = {"text": decided.text, "requirement": decided.requirement, "result": result}
    event: Plain = {
        "id": decided.id,
        "organization": {"name": decided.organization},
        "legislative_session_id": decided.session,
        "motion": {key: value for key, value in motion.items() if value},
        "start_date": decided.first,
        "end_date": decided.last,
        "result": result,
        "group_results": [
            {"group_id": group, "result": _result(within)}
            for group, within in decided.groups.items()
        ],
        "counts": [{"option": option, "value": n} for option, n in decided.sums.items()],
        "votes": [
            {"voter_id": voter, "voter": {"name": decided.names[voter]}, "option": option}
            for voter, option in decided.options
        ],
        "sources": [{"url": url} for url in decided.sources],
    }
    return {key: value for key, value in event.items() if value}


def _result(ours: str) -> str:
    return _RESULTS.get(ours, ours)
