"""A tally from sums, where it is not said who voted how."""

from collections.abc import Iterable
from math import floor

from kurultai.procedure.counting.event import Count, VoteEvent
from kurultai.procedure.counting.finding import Number
from kurultai.procedure.counting.options import GIVEN, choice_of, number_of
from kurultai.procedure.counting.roll import Roll
from kurultai.procedure.counting.tally import ONE, Bloc, Tally
from kurultai.procedure.refusal import Refused


def counted(event: VoteEvent, roll: Roll, seats: int) -> Tally:
    """The tally of the event's counts; numbers are votes, and voters where each has one vote."""
    found: dict[Bloc, int] = {}
    for count in event.counts or ():
        key = (choice_of(count.option), count.group_id, (), ONE)
        found[key] = found.get(key, 0) + number_of(count.value, count.option)
    vague, absent = _fill(found, event, roll)
    groups = roll.groups or dict.fromkeys(sorted({key[1] for key in found if key[1]}), 1)
    return Tally(
        found,
        groups=groups,
        component=seats,
        anonymous=True,
        weighted=roll.weighted,
        vague=vague,
        loose=vague + absent,
    )


def _fill(found: dict[Bloc, int], event: VoteEvent, roll: Roll) -> tuple[int, int]:
    """Add those of whom only the number is known: who are present, and who are not.

    Where votes are divided, all voters together may have a part of one too.
    """
    there = sum(_of(found, choice) for choice in (*GIVEN, "silent"))
    stated = present_of(event, there)
    vague = 0 if roll.weighted else max(0, stated - there)
    named = there + vague + _of(found, "absent") + _of(found, "recused")
    most = _most(roll, named) if roll.weighted else entitled_of(event, roll, named)
    absent = floor(most) - named
    part = most - floor(most)
    _add(found, "silent", vague)
    _add(found, "absent", absent)
    if part:
        found["absent", "", (), (part, part, 0)] = 1
    return vague, absent + bool(part)


def _most(roll: Roll, named: int) -> Number:
    """How many votes all voters have together, where votes weigh; Refused if there are more."""
    if named > roll.total:
        facts = {"voted": str(named), "entitled": str(roll.total)}
        raise Refused("count.more_than_entitled", facts)
    return roll.total


def present_of(event: VoteEvent, there: int) -> int:
    """How many the event says are present, 0 if it does not; Refused if more have voted."""
    if event.present is None:
        return 0
    stated = event.present if isinstance(event.present, int) else len(set(event.present))
    if number_of(stated, "present") < there:
        raise Refused("count.more_than_present", {"voted": str(there), "present": str(stated)})
    return stated


def entitled_of(event: VoteEvent, roll: Roll, named: int, *, weighted: bool = False) -> int:
    """How many may vote: as stated, by the roll, or those named; Refused if there are more.

    Where votes weigh, and the roll is known, what the event states must be the same.
    """
    entitled = len(roll.voters) or named
    if isinstance(event.entitled, int):
        entitled = number_of(event.entitled, "entitled")
        known = len(roll.voters)
        if known and (entitled > known or (weighted and entitled < known)):
            facts = {"entitled": str(entitled), "known": str(known)}
            raise Refused("count.entitled_differs", facts)
    if named > entitled:
        raise Refused("count.more_than_entitled", {"voted": str(named), "entitled": str(entitled)})
    return entitled


def _of(found: dict[Bloc, int], choice: str) -> int:
    return sum(number for key, number in found.items() if key[0] == choice)


def _add(found: dict[Bloc, int], choice: str, number: int) -> None:
    if number:
        key: Bloc = (choice, "", (), ONE)
        found[key] = found.get(key, 0) + number


def check_same(counts: Iterable[Count], tally: Tally) -> None:
    """Refused if the event also states sums and they are not those of its votes."""
    stated: dict[str, int] = {}
    for count in counts:
        choice = choice_of(count.option)
        stated[choice] = stated.get(choice, 0) + number_of(count.value, count.option)
    for choice, number in stated.items():
        own = [
            sum(n * bloc[3][place] for bloc, n in tally.blocs.items() if bloc[0] == choice)
            for place in (0, 1)
        ]
        if choice in GIVEN and number not in own:
            facts = {"option": choice, "votes": str(own[0]), "count": str(number)}
            raise Refused("count.differs", facts)
