"""Flaws of rules: what their kind does not know, and conditions that nobody can meet."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from kurultai.procedure.rulebook.entries import Condition, Rule, Voter
from kurultai.procedure.rulebook.flaws.known import Known, Measured, flaw
from kurultai.procedure.rulebook.place import Flaw, Place

_WITH_FRACTION = ("fraction_cast", "fraction_present", "fraction_entitled")
_FLOOR = "fraction_cast_and_floor"
_CONSENSUS = ("no_objection", "no_objection_present", "consensus_minus", "silence")
_FITS: dict[str, Callable[[str], bool]] = {  # a key, and the kinds to which it means something
    "fraction": lambda kind: kind in (*_WITH_FRACTION, _FLOOR),
    "floor": lambda kind: kind == _FLOOR,
    "conditions": lambda kind: kind == "conditions",
    "n": lambda kind: kind == "consensus_minus",
    "absent_objections": lambda kind: kind in _CONSENSUS,
}


def of_rules(known: Known) -> Iterator[Flaw]:
    """Of each rule, and of a rule and an election under one name."""
    for place, rule in known.of(Rule):
        yield from _of_kind(place, rule)
        yield from _of_conditions(known, place, rule)
        yield from of_role(known, place, "veto", rule.veto)
        if any((e.part, e.election) == (rule.part, rule.rule) for e in known.book.elections):
            yield flaw(place, "name_twice", "rule", name=f"{rule.part}.{rule.rule}")


def of_role(known: Known, place: Place, key: str, role: str) -> Iterator[Flaw]:
    """A role that no voter has, though voters are named."""
    roles = {role for voter in known.book.voters for role in voter.roles}
    if role and known.book.voters and role not in roles:
        yield flaw(place, "role_unknown", key, role=role, known=", ".join(sorted(roles)) or "–")


def _of_kind(place: Place, rule: Rule) -> Iterator[Flaw]:
    for key, fits in _FITS.items():
        if getattr(rule, key) and not fits(rule.kind):
            yield flaw(place, "not_of_kind", key, kind=rule.kind)
    if rule.kind == "consensus_minus" and not rule.n:
        yield flaw(place, "n_missing", "kind")


def _of_conditions(known: Known, place: Place, rule: Rule) -> Iterator[Flaw]:
    seen: list[Condition] = []
    for number, condition in enumerate(rule.conditions, start=1):
        at = place.within("conditions", number)
        yield from _of_condition(known, at, rule, condition)
        if condition in seen:
            yield flaw(at, "condition_twice")
        seen.append(condition)
    if rule.conditions and all(condition.on_request for condition in rule.conditions):
        last = place.within("conditions", len(rule.conditions))
        yield flaw(last, "only_on_request", "on_request")


def _of_condition(known: Known, at: Place, rule: Rule, condition: Condition) -> Iterator[Flaw]:
    if condition.fraction is None and not condition.least:
        yield flaw(at, "condition_empty")
    yield from more_than_all(at, condition.fraction, more_than=condition.more_than)
    if condition.measure == "population" and not any(v.population for v in known.book.voters):
        yield flaw(at, "population_unknown", "measure")
    if condition.measure == "groups" and condition.each_group:
        yield flaw(at, "each_group_of_groups", "each_group")
    yield from of_role(known, at, "role", condition.role)
    yield from _never(known, at, rule, condition)


def more_than_all(place: Place, fraction: Fraction | None, *, more_than: bool) -> Iterator[Flaw]:
    """More than the whole, or more than nothing that is said."""
    if more_than and fraction == 1:
        yield flaw(place, "more_than_all", "more_than")
    if more_than and fraction is None:
        yield flaw(place, "more_than_nothing", "more_than")


def _never(known: Known, at: Place, rule: Rule, condition: Condition) -> Iterator[Flaw]:
    """More needed than there are, on every day that the rule holds."""
    if condition.waived_below or condition.one_more_to_block:
        return
    start, end = rule.since, known.ends(rule)
    most: Fraction | int = known.most(_measure(condition), start, end)
    if condition.of == "component" and not most:
        most = known.most_seats(rule.part, start, end)
    if 0 < most < condition.least:
        yield flaw(at, "never", "least", least=condition.least, most=most)


def _measure(condition: Condition) -> Measured:
    def measured(voters: Iterable[Voter]) -> Fraction:
        counted = [v for v in voters if not condition.role or condition.role in v.roles]
        match condition.measure:
            case "votes":
                return sum((v.weight for v in counted), Fraction(0))
            case "voters":
                return Fraction(len(counted))
            case "population":
                return Fraction(sum(v.population for v in counted))
            case "groups":
                return Fraction(0)  # a group may count with any weight

    return measured
