"""A rulebook: what is in force on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook.entries import (
    WHOLE,
    Body,
    Dated,
    Drafting,
    Election,
    Entry,
    Motion,
    Quorum,
    Right,
    Rule,
    Seats,
    Speaking,
    SpeechKind,
    Value,
    Voter,
)
from kurultai.procedure.rulebook.rows import Row, row_of

Entry_ = TypeVar("Entry_", bound=Entry)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of one body."""

    name: str
    rights: tuple[Right, ...]
    rules: tuple[Rule, ...]
    quorums: tuple[Quorum, ...]
    values: tuple[Value, ...]
    draftings: tuple[Drafting, ...] = ()
    elections: tuple[Election, ...] = ()
    seats: tuple[Seats, ...] = ()
    voters: tuple[Voter, ...] = ()
    motions: tuple[Motion, ...] = ()
    bodies: tuple[Body, ...] = ()
    speaking: tuple[Speaking, ...] = ()

    def called(self, *, on: str) -> dict[str, str]:
        """What the body is called on the ISO day, by language; its short name if nothing says."""
        found = in_force(self.bodies, on)
        return found.says if found else {"en": self.name}

    def may(self, status: str, right: str, on: str = "9999-12-31") -> bool:
        """True if a party of that status may "speak", "propose" or "vote"."""
        entry = in_force((r for r in self.rights if r.status == status), on)
        return entry is not None and right in entry.may

    def rule(self, name: str, *, on: str) -> Rule:
        """The rule "part.rule" in force on the ISO day; Refused if there is none."""
        found = in_force((r for r in self.rules if f"{r.part}.{r.rule}" == name), on)
        if found is None:
            known = ", ".join(self.names(on=on)) or "–"
            facts = {"name": f"{self.name}/{name}", "day": on, "known": known}
            raise Refused("rulebook.rule_missing", facts)
        return found

    def names(self, *, on: str) -> tuple[str, ...]:
        """The rules "part.rule" and elections "part.election" in force on the ISO day."""
        begun = [f"{r.part}.{r.rule}" for r in self.rules if r.since <= on]
        begun += [f"{e.part}.{e.election}" for e in self.elections if e.since <= on]
        return tuple(dict.fromkeys(begun))

    def has(self, name: str, *, on: str) -> bool:
        """True if a rule "part.rule" is in force on the ISO day."""
        named = (r for r in self.rules if f"{r.part}.{r.rule}" == name)
        return in_force(named, on) is not None

    def rules_on(self, day: str) -> tuple[Rule, ...]:
        """The rules in force on the ISO day, in the order of the file."""
        names = dict.fromkeys(f"{rule.part}.{rule.rule}" for rule in self.rules)
        return tuple(self.rule(name, on=day) for name in names if self.has(name, on=day))

    def election(self, name: str, *, on: str) -> Election | None:
        """The election "part.election" as held on the ISO day, or None."""
        return in_force((e for e in self.elections if f"{e.part}.{e.election}" == name), on)

    def drafting(self, part: str, *, on: str) -> Drafting:
        """How the part drafts on the ISO day: by its own entry, the whole body's, or practice."""
        own = in_force((d for d in self.draftings if d.part == part), on)
        whole = in_force((d for d in self.draftings if d.part == WHOLE), on)
        return own or whole or Drafting(since=on, confidence="?", part=part)

    def quorum(self, part: str, *, on: str, purpose: str = "decide") -> Quorum | None:
        """The part's quorum for the purpose on the ISO day; None if none is known or needed."""
        named = (q for q in self.quorums if q.part == part and purpose in q.purposes)
        found = in_force(named, on)
        return None if found is None or found.kind in ("none", "not_found") else found

    def component(self, part: str, *, on: str) -> int:
        """The seats of the part on the ISO day; 0 if the rulebook does not say."""
        found = in_force((s for s in self.seats if s.part == part), on)
        return found.seats if found else 0

    def electorate(self, *, on: str) -> dict[str, Voter]:
        """Who votes on the ISO day, by name; empty if the rulebook names no voters."""
        known: dict[str, Voter] = {}
        for entry in self.voters:
            earlier = known.get(entry.voter)
            if entry.since <= on and (earlier is None or earlier.since <= entry.since):
                known[entry.voter] = entry
        return {name: v for name, v in known.items() if not v.until or on <= v.until}

    def motions_in_order(self, part: str, *, on: str) -> tuple[Motion, ...]:
        """The part's motions on the ISO day, the one that goes before all others first."""
        names = dict.fromkeys(m.motion for m in self.motions if m.part == part)
        each = (
            in_force((m for m in self.motions if (m.part, m.motion) == (part, name)), on)
            for name in names
        )
        return tuple(sorted((m for m in each if m is not None), key=lambda m: m.rank))

    def speech(self, part: str, kind: str, *, on: str) -> Speaking:
        """How long such a speech of the part is, and whom it goes before, on the ISO day.

        By the part's own entry, the whole body's, or, where no rule says so, common practice.
        """
        for whose in (part, WHOLE):
            named = (s for s in self.speaking if (s.part, s.kind) == (whose, kind))
            found = in_force(named, on)
            if found is not None:
                return found
        return practice(part, kind, on)

    def value(self, part: str, key: str, *, on: str) -> str | int | tuple[str, ...] | None:
        """A readable value in force on the ISO day, or None."""
        found = in_force((v for v in self.values if (v.part, v.key) == (part, key)), on)
        return found.value if found else None

    @property
    def entries(self) -> tuple[Dated, ...]:
        """Every entry, kind by kind, each kind in the order of the file."""
        return (
            *self.bodies,
            *self.rights,
            *self.rules,
            *self.elections,
            *self.quorums,
            *self.seats,
            *self.voters,
            *self.motions,
            *self.speaking,
            *self.draftings,
            *self.values,
        )

    @property
    def parts(self) -> tuple[Row, ...]:
        """Every entry as a row, part by part, in the order of the file."""
        rows = [row_of(entry) for entry in self.entries]
        order = list(dict.fromkeys([WHOLE, *(row.part for row in rows)]))
        return tuple(sorted(rows, key=lambda row: order.index(row.part)))


_PRACTICE: dict[SpeechKind, tuple[int, int, int]] = {  # seconds, rank, of one delegation at most
    "point_of_order": (180, 1, 0),
    "motion": (180, 2, 0),
    "right_of_reply": (300, 3, 1),
    "explanation": (300, 4, 1),
    "speech": (300, 5, 1),
}


def practice(part: str, kind: str, on: str) -> Speaking:
    """What is common where no rule of the body was found; Refused if there is no such speech."""
    known = next((speech for speech in _PRACTICE if speech == kind), None)
    if known is None:
        raise Refused("floor.kind_unknown", {"name": kind})
    seconds, rank, each = _PRACTICE[known]
    return Speaking(
        since=on,
        confidence="?",
        part=part,
        kind=known,
        seconds=seconds,
        rank=rank,
        each=each,
        unconfirmed=("seconds", "rank", "each"),
    )


def in_force(entries: Iterable[Entry_], on: str) -> Entry_ | None:
    """Of entries about one thing the latest that has begun on the ISO day."""
    begun = [entry for entry in entries if entry.since <= on]
    return max(begun, key=lambda entry: entry.since, default=None)
