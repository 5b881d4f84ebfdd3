"""One line in, one line out: a vote event read from JSON, and an outcome written as JSON.

What is not known is left out and named in ``ignored``, null means not stated, and a name may be
written as a whole number. A number with a point is exact: 0.5 is one half.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import msgspec

from kurultai.procedure.counting.event import Ballot, Count, Departure, Outcome, VoteEvent
from kurultai.procedure.refusal import Refused

LONGEST = 64 << 20  # bytes of a line; a parliament of 400,000 members fits in

_EVENT = msgspec.json.Decoder(VoteEvent)
_ANYTHING = msgspec.json.Decoder(float_hook=Decimal)
_NAMES = frozenset(("identifier", "rule", "voter_id", "group_id", "role", "lot"))
_PARTS: dict[str, type[msgspec.Struct]] = {"counts": Count, "votes": Ballot, "departure": Departure}
_LISTS = frozenset(("entitled", "present", "candidates", "parts"))


def read_event(line: bytes) -> VoteEvent | Outcome:
    """The event that stands in the line, or the outcome "invalid" that says why there is none."""
    if len(line) > LONGEST:
        return invalid("", Refused("line.too_long", {"bytes": str(len(line))}))
    try:
        event = _EVENT.decode(line)
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return _read_slowly(line)
    return _read_slowly(line) if event.ignored else event


def write_outcome(outcome: Outcome) -> bytes:
    """The outcome as one line without its end; a fraction is written as text: "1/2"."""
    return _ENCODER.encode(outcome)


def invalid(identifier: str, refused: Refused, rule: str = "") -> Outcome:
    """The outcome of an event that cannot be counted, by the rule that forbids it."""
    facts: dict[str, Any] = {"refused": refused.rule, "facts": refused.facts}
    return Outcome(identifier, "invalid", rule, "", "", str(refused), facts)


def _read_slowly(line: bytes) -> VoteEvent | Outcome:
    """The event of a line in which something is not as it should be; most can be understood."""
    try:
        written = _ANYTHING.decode(line)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as reason:
        return invalid("", Refused("line.not_json", {"why": _first(reason)}))
    if not isinstance(written, dict):
        return invalid("", Refused("line.not_object"))
    identifier = _name(written.get("identifier", ""))
    named = identifier if isinstance(identifier, str) else ""
    ignored: dict[str, None] = {}
    try:
        plain = _plain(VoteEvent, written, ignored)
        return msgspec.convert({**plain, "*ignored": tuple(ignored)}, VoteEvent)
    except msgspec.ValidationError as reason:
        return invalid(named, Refused("line.wrong", {"why": _first(reason)}))


def _plain(kind: type[msgspec.Struct], written: Mapping[str, Any], ignored: dict[str, None]) -> Any:  # noqa: ANN401 - plain data
    """What the kind knows of an object, names as text; what it does not know is noted."""
    plain: dict[str, Any] = {}
    for key, value in written.items():
        if key not in kind.__struct_fields__ or key == "ignored":
            ignored[key] = None
        elif value is not None:
            plain[key] = _value(key, value, ignored)
    return plain


def _value(key: str, value: object, ignored: dict[str, None]) -> object:
    if key in _PARTS:
        return _inner(_PARTS[key], value, ignored)
    if key in _LISTS and isinstance(value, list):
        return [_name(each) for each in value]
    if key in _NAMES:
        return _name(value)
    return _number(value) if isinstance(value, Decimal) else value


def _inner(kind: type[msgspec.Struct], value: object, ignored: dict[str, None]) -> object:
    if isinstance(value, list):
        rows = (_plain(kind, each, ignored) if isinstance(each, dict) else each for each in value)
        return list(rows)
    return _plain(kind, value, ignored) if isinstance(value, dict) else value


def _name(value: object) -> object:
    """A name; a whole number stands for its digits."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _number(value: Decimal) -> object:
    """The exact number, whole or as the text of a fraction; as it was if it is far out of range."""
    if abs(value.as_tuple().exponent) > _DIGITS:  # type: ignore[arg-type]
        return str(value)
    exact = Fraction(value)
    return int(exact) if exact.denominator == 1 else str(exact)


_DIGITS = 18


def _first(reason: BaseException) -> str:
    return str(reason).partition("\n")[0]


def _written(value: object) -> object:
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else str(value)
    raise NotImplementedError(type(value))


_ENCODER = msgspec.json.Encoder(enc_hook=_written)
