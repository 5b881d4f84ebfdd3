"""The rulebook: what a body's rules say by number or by choice, dated, with its source.

TOML of five kinds of table, each entry in force from its ``from`` day until the next of its kind:
``[[right]]`` what a class of participation may do, ``[[rule]]`` how a part of the body decides,
``[[quorum]]`` who must be there, ``[[drafting]]`` how a part amends texts and adopts them by
silence, ``[[value]]`` anything else a reader should find (deadlines, languages, how often). What
differs in kind is a function of `majority`, `quorum` or `texts`; data names it.
"""

from collections.abc import Iterable
from dataclasses import MISSING, dataclass, field, fields, replace
from fractions import Fraction
from typing import Any, Literal, TypeVar, get_args, get_type_hints

import msgspec

from kurultai.procedure.instant import is_span
from kurultai.procedure.refusal import Refused
from kurultai.procedure.toml import header_line, key_line, nearest, read_toml
from kurultai.procedure.when import read_when

Confidence = Literal["C", "S", "R", "?"]
Status = Literal["member", "observer", "guest_of_honour", "invited_organisation"]
Act = Literal["speak", "propose", "vote"]
Doubt = Literal["threshold", "absence", "abstention", "quorum"]
Order = Literal["furthest", "text", "strike_first", "perfect_first"]
Stage = Literal["debate", "silence", "adoption"]
Open = Literal[
    "order",
    "rivals",
    "signatures",
    "deadline",
    "languages_before",
    "notice",
    "silence",
    "sub_amendments",
]
RuleKind = Literal[
    "all_voters_yes",
    "all_present_yes",
    "no_objection",
    "no_objection_present",
    "consensus_minus",
    "majority_cast",
    "fraction_cast",
    "majority_present",
    "fraction_present",
    "fraction_entitled",
    "fraction_cast_and_floor",
]
QuorumKind = Literal[
    "not_found",
    "none",
    "fraction_of_entitled",
    "fraction_of_delegations",
    "fraction_of_each_delegation",
]

WHOLE = "assembly"  # the part that holds in every part of the body


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry carries; ``says`` is the rule in words, by language."""

    since: str
    article: str = ""
    link: str = ""
    confidence: Confidence
    says: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Right(Entry):
    """What a class of participation may do."""

    status: Status
    may: tuple[Act, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Entry):
    """How a part of the body decides; ``unconfirmed`` names what the source leaves open."""

    part: str
    rule: str = "default"
    kind: RuleKind
    unconfirmed: tuple[Doubt, ...] = ()
    fraction: Fraction | None = None
    floor: Fraction | None = None  # of those entitled
    n: int = 0  # objections that do not yet stop a consensus
    absent_objections: bool = False  # whether objections of absent parties count
    on_failure: Literal["rejected", "dropped"] = "rejected"
    book: str = ""

    @property
    def name(self) -> str:
        """The rule's full name: "turkpa/plenary.default"."""
        return f"{self.book}/{self.part}.{self.rule}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quorum(Entry):
    """Who must be there; with ``more_than`` the fraction itself is not enough."""

    part: str
    kind: QuorumKind
    fraction: Fraction | None = None
    more_than: bool = False
    size: tuple[int, int] = (0, 0)  # fewest and most members of a delegation
    on_challenge: bool = False  # counted only if somebody asks
    purposes: tuple[str, ...] = ("open", "decide")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting(Entry):
    """How a part amends texts and adopts them by silence; ``unconfirmed`` is what no source says.

    What stands here if nothing is written is the practice of the United Nations: the amendment
    furthest from the text first, and one that cannot stand beside an adopted one is not put.
    """

    part: str
    order: Order = "furthest"
    rivals: Literal["fall", "put"] = "fall"  # what becomes of those that an adopted one excludes
    signatures: int = 1  # parties that must stand behind an amendment before it is put
    deadline: str = ""  # so long before the meeting's first day, in whole days: "P1D"
    languages_before: tuple[Stage, ...] = ()  # before what the languages must all be complete
    languages: tuple[str, ...] = ()  # which ones; none named: the authentic ones
    notice: str = ""  # distributed so long before a debate or a silence: "PT12H", "P45D"
    silence: int = 0  # the fewest hours that a silence lasts
    sub_amendments: bool = True
    unconfirmed: tuple[Open, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value(Entry):
    """A value for reading: a deadline (P2M: two months before), languages, how often."""

    part: str
    key: str
    value: str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One dated entry as a reader meets it.

    ``key`` is "right.member", "rule.default", "quorum" or a value's key; ``values`` are pairs of
    name and text in the order to show; ``part`` is "assembly" for what holds in the whole body.
    """

    part: str
    key: str
    since: str
    kind: str
    values: tuple[tuple[str, str], ...]
    article: str
    link: str
    confidence: str
    unconfirmed: tuple[str, ...]
    says: dict[str, str]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of one body."""

    name: str
    rights: tuple[Right, ...]
    rules: tuple[Rule, ...]
    quorums: tuple[Quorum, ...]
    values: tuple[Value, ...]
    draftings: tuple[Drafting, ...] = ()

    def may(self, status: str, right: str, on: str = "9999-12-31") -> bool:
        """True if a party of that status may "speak", "propose" or "vote"."""
        entry = _in_force((r for r in self.rights if r.status == status), on)
        return entry is not None and right in entry.may

    def rule(self, name: str, *, on: str) -> Rule:
        """The rule "part.rule" in force on the ISO day; Refused if there is none."""
        found = _in_force((r for r in self.rules if f"{r.part}.{r.rule}" == name), on)
        if found is None:
            raise Refused("rulebook.rule_missing", {"name": f"{self.name}/{name}", "day": on})
        return found

    def has(self, name: str, *, on: str) -> bool:
        """True if a rule "part.rule" is in force on the ISO day."""
        named = (r for r in self.rules if f"{r.part}.{r.rule}" == name)
        return _in_force(named, on) is not None

    def drafting(self, part: str, *, on: str) -> Drafting:
        """How the part drafts on the ISO day: by its own entry, the whole body's, or practice."""
        own = _in_force((d for d in self.draftings if d.part == part), on)
        whole = _in_force((d for d in self.draftings if d.part == WHOLE), on)
        return own or whole or Drafting(since=on, confidence="?", part=part)

    def quorum(self, part: str, *, on: str) -> Quorum | None:
        """The part's quorum in force on the ISO day; None if there is none or none is known."""
        found = _in_force((q for q in self.quorums if q.part == part), on)
        return None if found is None or found.kind in ("none", "not_found") else found

    def value(self, part: str, key: str, *, on: str) -> str | int | tuple[str, ...] | None:
        """A readable value in force on the ISO day, or None."""
        found = _in_force((v for v in self.values if (v.part, v.key) == (part, key)), on)
        return found.value if found else None

    @property
    def parts(self) -> tuple[Row, ...]:
        """Every entry as a row, part by part, in the order of the file."""
        dated: tuple[Dated, ...]
        dated = (*self.rights, *self.rules, *self.quorums, *self.draftings, *self.values)
        rows = [_row(entry) for entry in dated]
        order = list(dict.fromkeys([WHOLE, *(row.part for row in rows)]))
        return tuple(sorted(rows, key=lambda row: order.index(row.part)))


Dated = Right | Rule | Quorum | Drafting | Value
E_ = TypeVar("E_", bound=Entry)


def _in_force(entries: Iterable[E_], on: str) -> E_ | None:
    begun = [entry for entry in entries if entry.since <= on]
    return max(begun, key=lambda entry: entry.since, default=None)


def _row(entry: Dated) -> Row:
    part, key, kind = WHOLE, "", ""
    doubts: tuple[str, ...] = ()
    match entry:
        case Right(status=status):
            key = f"right.{status}"
        case Rule():
            part, key, kind = entry.part, f"rule.{entry.rule}", entry.kind
            doubts = entry.unconfirmed
        case Quorum():
            part, key, kind = entry.part, "quorum", entry.kind
        case Drafting():
            part, key, kind = entry.part, "drafting", ""
            doubts = entry.unconfirmed
        case Value():
            part, key = entry.part, entry.key
    values = tuple(_values(entry))
    ground = (entry.article, entry.link, entry.confidence)
    return Row(part, key, entry.since, kind, values, *ground, doubts, entry.says)


_SHOWN = (
    *("may", "value", "fraction", "floor", "n", "more_than", "size", "on_challenge", "purposes"),
    *("deadline", "languages_before", "languages", "notice"),
)
_ALWAYS = ("order", "rivals", "signatures", "silence", "sub_amendments")  # of drafting


def _values(entry: Entry) -> Iterable[tuple[str, str]]:
    """What the entry sets apart from its kind, as texts; defaults are left out."""
    for part in fields(entry):
        value = getattr(entry, part.name)
        if part.name in _ALWAYS or (part.name in _SHOWN and value != part.default):
            yield part.name, _shown(value)


def _shown(value: object) -> str:
    return ", ".join(str(v) for v in value) if isinstance(value, tuple) else str(value)


# --- reading -------------------------------------------------------------------------------------

_TABLES: dict[str, type[Entry]] = {
    "right": Right,
    "rule": Rule,
    "quorum": Quorum,
    "drafting": Drafting,
    "value": Value,
}


def load(text: str, name: str) -> Rulebook:
    """The rulebook of that name; Refused says where the text is wrong and what is expected."""
    file = f"{name}.toml"
    tables = read_toml(text, file)
    for table, rows in tables.items():
        if table not in _TABLES or not isinstance(rows, list):
            facts = {"where": file, "key": table, "known": nearest(table, _TABLES)}
            raise Refused("toml.key_unknown", facts)
    found = {
        table: tuple(
            _entry(text, file, (table, number), row)
            for number, row in enumerate(tables.get(table, ()), start=1)
        )
        for table in _TABLES
    }
    rules = tuple(replace(rule, book=name) for rule in found["rule"])
    return Rulebook(name, found["right"], rules, found["quorum"], found["value"], found["drafting"])


def _entry(text: str, file: str, at: tuple[str, int], row: dict[str, Any]) -> Any:  # noqa: ANN401 - of the table's type
    kind = _TABLES[at[0]]
    _check_keys(text, file, at, row)
    given = {"since" if key == "from" else key: value for key, value in row.items()}
    try:
        entry = msgspec.convert(given, kind, dec_hook=_decoded)
    except msgspec.ValidationError as reason:
        key = _key_in(str(reason))
        facts = {"where": _where(text, file, at, key), "key": key, "expected": _expected(kind, key)}
        raise Refused("toml.value_wrong", facts) from reason
    _check_sense(text, file, at, entry)
    return entry


def _check_keys(text: str, file: str, at: tuple[str, int], row: dict[str, Any]) -> None:
    known = {_written(f.name): f for f in fields(_TABLES[at[0]]) if f.name != "book"}
    for key in row:
        if key not in known:
            facts = {"where": _where(text, file, at, key), "key": key}
            raise Refused("toml.key_unknown", {**facts, "known": nearest(key, known)})
    for key, part in known.items():
        if key not in row and part.default is MISSING and part.default_factory is MISSING:
            raise Refused("toml.key_missing", {"where": _where(text, file, at), "key": key})


def _check_sense(text: str, file: str, at: tuple[str, int], entry: Entry) -> None:
    """What types cannot say: dates that are days, fractions where a kind needs them."""
    key = expected = ""
    if not _is_day(entry.since):
        key, expected = "from", "a day: 2008-11-21"
    elif "fraction" in getattr(entry, "kind", "") and getattr(entry, "fraction", None) is None:
        key, expected = "fraction", "a fraction such as 2/3"
    elif getattr(entry, "kind", "").endswith("_floor") and getattr(entry, "floor", None) is None:
        key, expected = "floor", "a fraction such as 1/3"
    elif isinstance(entry, Drafting):
        key, expected = _drafting_fault(entry)
    if expected:
        facts = {"where": _where(text, file, at, key), "key": key, "expected": expected}
        raise Refused("toml.value_wrong", facts)


def _drafting_fault(entry: Drafting) -> tuple[str, str]:
    """The key that is not right and what is expected there; both empty if nothing is wrong."""
    if entry.signatures < 1:
        return "signatures", "a number of parties, at least 1"
    if entry.silence < 0:
        return "silence", "a number of hours"
    if entry.notice and not is_span(entry.notice):
        return "notice", "a span of time such as PT12H or P14D"
    if entry.deadline and (not is_span(entry.deadline) or "T" in entry.deadline):
        return "deadline", "whole days, weeks or months such as P1D"
    return "", ""


def _is_day(text: str) -> bool:
    try:
        return read_when(text).form == "day"
    except ValueError:
        return False


def _decoded(kind: type, value: object) -> object:
    """A fraction from its text: more than nothing, not more than all."""
    fraction = Fraction(str(value)) if kind is Fraction else None
    if fraction is None or not 0 < fraction <= 1:
        raise ValueError(value)
    return fraction


def _where(text: str, file: str, at: tuple[str, int], key: str = "") -> str:
    line = header_line(text, (at,))
    table, number = at
    return f"{file}, line {key_line(text, line, key) if key else line}, [[{table}]] number {number}"


def _key_in(reason: str) -> str:
    """The key that msgspec complains of, as it is written in the file."""
    path = reason.rpartition("`$.")[2].partition("`")[0] if "`$." in reason else ""
    return _written(path.partition("[")[0])


def _written(name: str) -> str:
    return "from" if name == "since" else name


def _expected(kind: type[Entry], key: str) -> str:
    """What stands rightly under the key, in words."""
    hint = get_type_hints(kind).get("since" if key == "from" else key)
    inner = next((arg for arg in get_args(hint) if get_args(arg)), hint)
    choices = [str(choice) for choice in get_args(inner) if isinstance(choice, str)]
    if choices:
        return "one of " + ", ".join(choices)
    if Fraction in (*get_args(hint), hint):
        return "a fraction such as 2/3"
    return str(getattr(hint, "__name__", hint))
