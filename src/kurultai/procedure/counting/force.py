"""What is in force: the rule by its name on a day, with all that it rests on."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from kurultai.procedure.counting.condition import conditions_of
from kurultai.procedure.counting.roll import Roll, roll_of
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import SURENESS, Confidence, Quorum, Rule, Rulebook


@dataclass(frozen=True, slots=True)
class Force:
    """A rule and what is in force beside it; ``sureness`` is that of the weakest it rests on."""

    rule: Rule
    roll: Roll
    quorum: Quorum | None
    seats: int
    sureness: Confidence


def in_force(book: Rulebook, name: str, day: str) -> Force:
    """What is in force for the rule "part.rule" on the ISO day; Refused if there is none."""
    return _looked_up(_Same(book), name, day)


class _Same:
    """A rulebook known by its identity: what is in force by it is looked up once a day."""

    __slots__ = ("book",)

    def __init__(self, book: Rulebook) -> None:
        self.book = book

    def __hash__(self) -> int:
        return id(self.book)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.book is self.book


@lru_cache(maxsize=512)
def _looked_up(same: _Same, name: str, day: str) -> Force:
    book = same.book
    rule = book.rule(name, on=day)
    by_seats = any(condition.of == "component" for condition in conditions_of(rule))
    return Force(
        rule,
        roll_of(book, day),
        book.quorum(rule.part, on=day, purpose=rule.purpose),
        book.component(rule.part, on=day),
        weakest(book, rule.part, day, rule.confidence, by_seats=by_seats),
    )


def weakest(book: Rulebook, part: str, day: str, own: Confidence, *, by_seats: bool) -> Confidence:
    """How sure the least sure is of what a rule rests on: itself, its voters, its seats."""
    used = [own, *(voter.confidence for voter in book.electorate(on=day).values())]
    if by_seats:
        seats = [s for s in book.seats if s.part == part and s.since <= day]
        used += [max(seats, key=lambda s: s.since).confidence] if seats else []
    return max(used, key=SURENESS.index)


def rule_name(book: Rulebook, asked: str) -> str:
    """The name "part.rule" within the book; its first rule's if none is asked for.

    A part alone stands for its default rule, a rule or election alone for the only one of that
    name, and the book's own name may stand before it.
    """
    if not asked:
        if not book.rules:
            raise Refused("count.rule_unnamed", {"name": book.name})
        return f"{book.rules[0].part}.{book.rules[0].rule}"
    name = asked.removeprefix(f"{book.name}/")
    return name if "." in name else _of_part(_Same(book), name)


@lru_cache(maxsize=512)
def _of_part(same: _Same, name: str) -> str:
    """The default rule of the part of that name, or else the one rule of that name."""
    known = dict.fromkeys((r.part, r.rule) for r in same.book.rules)
    known |= dict.fromkeys((e.part, e.election) for e in same.book.elections)
    alike = [part for part, rule in known if rule == name]
    is_part = any(part == name for part, _ in known)
    return f"{name}.default" if is_part or len(alike) != 1 else f"{alike[0]}.{name}"


@lru_cache(maxsize=4096)
def day_of(text: str) -> str:
    """The ISO day of a day or of an instant, as it is written; Refused if it is neither."""
    try:
        return datetime.fromisoformat(text).date().isoformat()
    except ValueError as reason:
        raise Refused("count.day_wrong", {"day": text}) from reason
