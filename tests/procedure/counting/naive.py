"""A second reading of the rules, in the plainest loops: only whether a question is carried.

Written from the rules as bodies publish them and from what the entries of a rulebook say of
themselves, not from the counting: nothing of it is used here. No division, no decimal point.
"""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from kurultai.procedure.rulebook import Condition, Quorum, Rule


@dataclass(frozen=True)
class Person:
    """A voter of the body and what it did; ``there`` is whether it was present."""

    name: str
    said: str = ""  # yes, no, abstain, amendment, recused or nothing at all
    there: bool = True
    weight: int = 1
    people: int = 0
    group: str = ""
    role: str = ""
    at: str = ""  # when it said so


# --- consensus


def objections(rule: Rule, persons: list[Person], until: str) -> list[str]:
    """Who stands in the way: by word of mouth, or in writing and in time where that counts."""
    found = []
    for person in persons:
        in_writing = writing_counts(rule) and in_time(person.at, until)
        if person.said == "no" and (person.there or in_writing):
            found.append(person.name)
    return found


def writing_counts(rule: Rule) -> bool:
    """Whether an objection counts of one who did not come."""
    if rule.kind == "no_objection":
        return True
    if rule.kind == "no_objection_present":
        return False
    return rule.absent_objections


def consensus(rule: Rule, persons: list[Person], until: str = "") -> str:
    if not [person for person in persons if person.there and person.said != "recused"]:
        return "no_quorum"  # nobody is there
    allowed = rule.n if rule.kind == "consensus_minus" else 0
    stand_in_the_way = 0
    for _ in objections(rule, persons, until):
        stand_in_the_way = stand_in_the_way + 1
    if stand_in_the_way > allowed:
        return rule.on_failure
    return "adopted"


# --- silence


def in_time(at: str, until: str) -> bool:
    """The last instant itself is too late; what bears no time came in time."""
    if not at or not until:
        return True
    return datetime.fromisoformat(at) < datetime.fromisoformat(until)


def silence(rule: Rule, persons: list[Person], until: str) -> str:
    """Anybody breaks it, present or not, by an objection or by an amendment."""
    for person in persons:
        if person.said in ("no", "amendment") and in_time(person.at, until):
            return rule.on_failure
    return "adopted"


# --- majorities


def says(persons: list[Person], said: str) -> list[Person]:
    return [person for person in persons if person.there and person.said == said]


def those_of(base: str, persons: list[Person]) -> list[Person]:
    """Who is in the base, one after the other."""
    within = []
    for person in persons:
        counted = {
            "cast": person.there and person.said in ("yes", "no"),
            "given": person.there and person.said in ("yes", "no", "abstain"),
            "present": person.there,
            "entitled": True,
            "component": True,
        }
        if person.said != "recused" and counted[base]:
            within.append(person)
    return within


def amount(measure: str, persons: list[Person]) -> int:
    total = 0
    for person in persons:
        if measure == "votes":
            total = total + person.weight
        elif measure == "population":
            total = total + person.people
        else:
            total = total + 1
    return total


def enough(condition: Condition, yes: int, of: int) -> bool:
    """So much of the base, compared crosswise; never nothing at all."""
    if yes <= 0 or yes < condition.least:
        return False
    if condition.fraction is None:
        return True
    left = yes * condition.fraction.denominator
    right = of * condition.fraction.numerator
    return left > right if condition.more_than else left >= right


def holds(condition: Condition, persons: list[Person], seats: int, *, asked: bool) -> bool:
    if condition.on_request and not asked:
        return True
    reckoned = [p for p in persons if not condition.role or p.role == condition.role]
    if not condition.each_group:
        return holds_among(condition, reckoned, seats)
    for group in {person.group for person in persons}:
        if not holds_among(condition, [p for p in reckoned if p.group == group], seats):
            return False
    return True


def holds_among(condition: Condition, persons: list[Person], seats: int) -> bool:
    against = 0
    for person in persons:
        if person.said != "recused" and not (person.there and person.said == "yes"):
            against = against + 1
    if against < condition.waived_below:
        return True
    if condition.measure == "groups":
        persons = groups_as_persons(persons)
    of = amount(condition.measure, those_of(condition.of, persons))
    if condition.of == "component":
        of = seats
    return enough(condition, amount(condition.measure, says(persons, "yes")), of)


def groups_as_persons(persons: list[Person]) -> list[Person]:
    """Each group as one, saying what the majority of its votes cast says; a tie is a no."""
    found = []
    for group in {person.group for person in persons}:
        within = [person for person in persons if person.group == group]
        yes = amount("votes", says(within, "yes"))
        no = amount("votes", says(within, "no"))
        if yes + no > 0:
            found.append(Person(group, "yes" if yes > no else "no"))
        elif says(within, "abstain"):
            found.append(Person(group, "abstain"))
        else:
            found.append(Person(group, there=bool(those_of("present", within))))
    return found


def conditions(rule: Rule) -> tuple[Condition, ...]:
    """What each kind of rule asks for, in its own words."""
    half, whole = Fraction(1, 2), Fraction(1)
    part = rule.fraction
    return {
        "all_voters_yes": (Condition(of="entitled", fraction=whole),),
        "all_present_yes": (Condition(of="present", fraction=whole),),
        "all_cast_yes": (Condition(of="cast", fraction=whole),),
        "majority_cast": (Condition(of="cast", fraction=half, more_than=True),),
        "majority_present": (Condition(of="present", fraction=half, more_than=True),),
        "fraction_cast": (Condition(of="cast", fraction=part),),
        "fraction_present": (Condition(of="present", fraction=part),),
        "fraction_entitled": (Condition(of="entitled", fraction=part),),
        "fraction_cast_and_floor": (
            Condition(of="cast", fraction=part),
            Condition(of="entitled", fraction=rule.floor),
        ),
        "conditions": rule.conditions,
    }[rule.kind]


def is_tie(failing: list[Condition], persons: list[Person]) -> bool:
    """Votes for and against are equal, and only a majority of them is what is missing."""
    half = Condition(of="cast", fraction=Fraction(1, 2), more_than=True)
    for condition in failing:
        if condition != half:
            return False
    yes = amount("votes", says(persons, "yes"))
    no = amount("votes", says(persons, "no"))
    return yes == no and yes > 0


def majority(
    rule: Rule,
    persons: list[Person],
    *,
    seats: int = 0,
    asked: bool = False,
    chair: str = "",
    ballot: int = 1,
) -> str:
    if not those_of("present", persons):
        return "no_quorum"  # nobody is there
    failing = []
    for condition in conditions(rule):
        if not holds(condition, persons, seats, asked=asked):
            failing.append(condition)  # noqa: PERF401 - plainly
    if failing:
        return tie(rule, chair, ballot) if is_tie(failing, persons) else rule.on_failure
    for person in says(persons, "no"):
        if rule.veto and person.role == rule.veto:
            return "vetoed"
    return "adopted"


def tie(rule: Rule, chair: str, ballot: int) -> str:
    if rule.tie == "adopted":
        return "adopted"
    if rule.tie == "chair":
        return {"yes": "adopted", "no": rule.on_failure}.get(chair, "tied")
    if rule.tie == "revote" and ballot == 1:
        return "tied"
    if rule.tie == "lot":
        return "tied"
    return rule.on_failure


# --- quorum


def quorate(quorum: Quorum, persons: list[Person], seats: int, *, asked: bool) -> bool:
    """Whether enough are there; nobody counts them where it takes somebody to ask."""
    if quorum.on_challenge and not asked:
        return True
    heads = len(those_of("present", persons))
    if quorum.kind == "number":
        return heads >= quorum.least
    if quorum.kind == "fraction_of_entitled":
        return reaches(quorum, heads, len(those_of("entitled", persons)))
    if quorum.kind == "fraction_of_component":
        return reaches(quorum, heads, seats)
    there = 0
    short = False
    groups = {person.group for person in persons}
    for group in groups:
        within = [person for person in persons if person.group == group]
        present = len(those_of("present", within))
        if present > 0:
            there = there + 1
        if present == 0 or not reaches(quorum, present, len(those_of("entitled", within))):
            short = True
    if quorum.kind == "fraction_of_delegations":
        return reaches(quorum, there, len(groups))
    return not short


def reaches(quorum: Quorum, have: int, of: int) -> bool:
    assert quorum.fraction is not None
    left = have * quorum.fraction.denominator
    right = of * quorum.fraction.numerator
    return left > right if quorum.more_than else left >= right


# --- all of it


def question(rule: Rule, persons: list[Person], until: str = "", **how: object) -> str:
    """What becomes of a question under one rule."""
    if rule.kind == "silence":
        return silence(rule, persons, until)
    if rule.kind in ("no_objection", "no_objection_present", "consensus_minus"):
        return consensus(rule, persons, until)
    return majority(rule, persons, **how)  # type: ignore[arg-type]


def departing(
    own: Rule, other: Rule, leave: Rule, asked: list[Person], persons: list[Person]
) -> str:
    """The other rule decides if the house agreed to leave its own, by the rule on leaving."""
    if question(leave, asked) == "adopted":
        return question(other, persons)
    return question(own, persons)
