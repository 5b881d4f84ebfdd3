"""What would have changed a result: each thing alone, and as little of it as suffices.

Where all conditions are about votes the change is reckoned in votes; where one is about voters,
their population, roles or groups, in voters. What cannot be reckoned within bounds is left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from kurultai.procedure.counting.condition import conditions_of, halves, least
from kurultai.procedure.counting.fewest import fewest_gone, fewest_in_favour
from kurultai.procedure.counting.finding import Number
from kurultai.procedure.counting.tally import Bloc, Sums, Tally, whole
from kurultai.procedure.counting.undone import fewest_against
from kurultai.procedure.rulebook import Condition, Rule

Changed = Callable[[Sums, Number], Sums]


@dataclass(frozen=True, slots=True)
class Question:
    """What was decided on: its conditions as asked for, and the tally."""

    conditions: tuple[Condition, ...]
    tally: Tally
    quorum: int  # how many must remain present
    veto: str  # the role of those who must not be against


def conditions_asked(rule: Rule, *, asked: bool, ties_carry: bool) -> tuple[Condition, ...]:
    """The conditions that counted; where equal votes carry, half of them is enough."""
    return tuple(
        replace(condition, more_than=False) if ties_carry and halves(condition) else condition
        for condition in conditions_of(rule)
        if asked or not condition.on_request
    )


def changes(question: Question, result: str) -> dict[str, Number]:
    """Each thing that alone would have changed the result of a majority, as few as can be."""
    if not question.conditions:
        return {}
    found: dict[str, Number | None]
    vetoes = len(question.tally.vetoed_by)
    match result:
        case "vetoed":
            found = {"more_yes": vetoes, "fewer_objections": vetoes}
        case "adopted":
            found = {"fewer_yes": 1 if _may_be_vetoed(question) else fewer_yes(question)}
        case _:
            fewer = None if vetoes else fewer_abstentions(question)
            found = {"more_yes": more_yes(question), "fewer_abstentions": fewer}
    return {key: number for key, number in found.items() if number is not None}


def _may_be_vetoed(question: Question) -> bool:
    """True if somebody is in favour whose no would be a veto."""
    return any(
        choice == "yes" and question.veto in roles for choice, _, roles, _ in question.tally.blocs
    )


def more_yes(question: Question) -> Number | None:
    """The fewest more in favour with which it would have been adopted: of those against first."""
    vetoes, tally = _without_veto(question)
    if not in_votes(question):
        rest = fewest_in_favour(question.conditions, tally)
        return None if rest is None else vetoes + rest
    sums = question.tally.sums()
    unit = question.tally.unit("votes")
    needed = max(vetoes, max(_needed(question, sums, unit)) - sums.yes)
    if needed <= sums.no:
        return needed  # as many being counted
    most = max(sums.entitled, question.tally.component if _by_seats(question) else 0)
    return _first(question, most - sums.yes, unit, _turned)


def fewer_yes(question: Question) -> Number | None:
    """The fewest that, against instead of in favour, would have kept it from being adopted."""
    if not in_votes(question):
        return fewest_against(question.conditions, question.tally)
    sums = question.tally.sums()
    unit = question.tally.unit("votes")
    return sums.yes - max(_needed(question, sums, unit)) + unit


def fewer_abstentions(question: Question) -> Number | None:
    """The fewest abstentions without which, nobody coming instead, it would have been adopted."""
    if not any(condition.of in ("given", "present") for condition in question.conditions):
        return None
    may_go = question.tally.heads().present - question.quorum
    if not in_votes(question):
        gone = fewest_gone(question.conditions, question.tally)
        return gone if gone is not None and gone <= may_go else None
    if question.tally.weighted and question.quorum:
        return None
    sums = question.tally.sums()
    most = sums.abstain if question.tally.weighted else min(sums.abstain, may_go)
    return _first(question, most, question.tally.unit("votes"), _gone)


def in_votes(question: Question) -> bool:
    """True if every condition is about votes of all, so that one is as good as another."""
    plain = not question.tally.weighted
    return (plain or not question.veto) and all(
        (c.measure == "votes" or (plain and c.measure == "voters"))
        and not c.role
        and not c.each_group
        and not c.waived_below
        for c in question.conditions
    )


def _without_veto(question: Question) -> tuple[int, Tally]:
    """How many cast a veto, and the tally as if they had been in favour."""
    vetoes = 0
    blocs: dict[Bloc, int] = {}
    for bloc, number in question.tally.blocs.items():
        choice, group, roles, worth = bloc
        cast = choice == "no" and question.veto in roles
        turned: Bloc = ("yes", group, roles, worth) if cast else bloc
        blocs[turned] = blocs.get(turned, 0) + number
        vetoes += number if cast else 0
    return vetoes, replace(question.tally, blocs=blocs) if vetoes else question.tally


def _by_seats(question: Question) -> bool:
    return any(condition.of == "component" for condition in question.conditions)


def _needed(question: Question, sums: Sums, unit: Number) -> Sequence[Number]:
    return [
        least(condition, question.tally.base(condition, sums), unit)
        for condition in question.conditions
    ]


def _first(question: Question, most: Number, unit: Number, changed: Changed) -> Number | None:
    """The least number, up to the most, for which the changed sums adopt; None if none does.

    Every step helps or does nothing, so the search may halve.
    """
    sums = question.tally.sums()
    low, high = 1, most // unit
    if not _adopts(question, changed(sums, high * unit), unit):
        return None
    while low < high:
        middle = (low + high) // 2
        if _adopts(question, changed(sums, middle * unit), unit):
            high = middle
        else:
            low = middle + 1
    return whole(low * unit)


def _adopts(question: Question, sums: Sums, unit: Number) -> bool:
    return all(needed <= sums.yes for needed in _needed(question, sums, unit))


def _turned(sums: Sums, number: Number) -> Sums:
    """So many more in favour: taken from those against, then from who counts most already."""
    left, rest = {}, number
    for choice in ("no", "abstain", "silent"):
        own: Number = getattr(sums, choice)
        left[choice] = max(0, own - rest)
        rest -= own - left[choice]
    absent = sums.absent - rest  # or of the seats of which nothing else is known
    return replace(sums, yes=sums.yes + number, absent=absent, **left)


def _gone(sums: Sums, number: Number) -> Sums:
    """So many abstentions fewer, their voters being absent."""
    return replace(sums, abstain=sums.abstain - number, absent=sums.absent + number)
