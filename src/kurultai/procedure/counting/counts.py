"""A tally from sums, where it is not said who voted how."""

from collections.abc import Iterable

from kurultai.procedure.counting.event import Count, VoteEvent
from kurultai.procedure.counting.finding import Number
from kurultai.procedure.counting.options import GIVEN, choice_of, number_of
from kurultai.procedure.counting.roll import Roll
from kurultai.procedure.counting.tally import Key, Tally, Worth
from kurultai.procedure.refusal import Refused


def counted(event: VoteEvent, roll: Roll, seats: int) -> Tally:
    """The tally of the event's counts; numbers are votes, and voters where each has one vote."""
    found: dict[Key, Number] = {}
    for count in event.counts or ():
        key = (choice_of(count.option), count.group_id, ())
        found[key] = found.get(key, 0) + number_of(count.value, count.option)
    vague = _fill(found, event, roll)
    blocs: dict[Key, Worth] = {key: (number, number, 0) for key, number in found.items()}
    groups = roll.groups or dict.fromkeys(sorted({key[1] for key in found if key[1]}), 1)
    return Tally(
        blocs,
        groups=groups,
        component=seats,
        anonymous=True,
        weighted=roll.weighted,
        vague=vague,
    )


def _fill(found: dict[Key, Number], event: VoteEvent, roll: Roll) -> Number:
    """Add those of whom only the number is known; how many are present like that."""
    said = {choice: _of(found, choice) for choice in ("silent", "absent", "recused")}
    given = sum(_of(found, choice) for choice in GIVEN)
    there = given + said["silent"]
    present = max(there, present_of(event, there)) if not roll.weighted else there
    entitled = entitled_of(event, roll, present + said["absent"] + said["recused"])
    absent = entitled - said["recused"] - present
    _add(found, "silent", present - there)
    _add(found, "absent", absent - said["absent"])
    return present - there


def present_of(event: VoteEvent, there: Number) -> int:
    """How many the event says are present, 0 if it does not; Refused if more have voted."""
    if event.present is None:
        return 0
    stated = event.present if isinstance(event.present, int) else len(set(event.present))
    if number_of(stated, "present") < there:
        raise Refused("count.more_than_present", {"voted": str(there), "present": str(stated)})
    return stated


def entitled_of(event: VoteEvent, roll: Roll, named: Number) -> Number:
    """How many votes there may be; Refused if there are more."""
    entitled = roll.total if roll.voters else named
    if isinstance(event.entitled, int):
        stated = number_of(event.entitled, "entitled")
        if roll.voters and (roll.weighted or stated > entitled) and stated != entitled:
            facts = {"entitled": str(stated), "known": str(entitled)}
            raise Refused("count.entitled_differs", facts)
        entitled = stated
    if named > entitled:
        raise Refused("count.more_than_entitled", {"voted": str(named), "entitled": str(entitled)})
    return entitled


def _of(found: dict[Key, Number], choice: str) -> Number:
    return sum(number for key, number in found.items() if key[0] == choice)


def _add(found: dict[Key, Number], choice: str, number: Number) -> None:
    if number:
        key: Key = (choice, "", ())
        found[key] = found.get(key, 0) + number


def check_same(counts: Iterable[Count], tally: Tally) -> None:
    """Refused if the event also states sums and they are not those of its votes."""
    stated: dict[str, Number] = {}
    for count in counts:
        choice = choice_of(count.option)
        stated[choice] = stated.get(choice, 0) + number_of(count.value, count.option)
    for choice, number in stated.items():
        own = [
            sum(worth[place] for key, worth in tally.blocs.items() if key[0] == choice)
            for place in (0, 1)
        ]
        if choice in GIVEN and number not in own:
            facts = {"option": choice, "votes": str(own[0]), "count": str(number)}
            raise Refused("count.differs", facts)
