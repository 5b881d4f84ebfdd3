"""A second reading of elections, in the plainest loops, from what the entries say of themselves."""

from dataclasses import dataclass
from hashlib import sha256

from kurultai.procedure.rulebook import Election, Round


@dataclass(frozen=True)
class Led:
    """What a ballot led to."""

    result: str
    elected: frozenset[str] = frozenset()
    next: frozenset[str] = frozenset()


def the_round(election: Election, number: int) -> Round | None:
    """By writing down the rounds of the ballots one after the other."""
    written: list[Round] = []
    for each in election.rounds:
        written += [each] * (each.ballots or number)
        if each.ballots == 0:
            break
    return written[number - 1] if number <= len(written) else None


def lot(seed: str, names: list[str]) -> list[str]:
    tickets = [
        (sha256(seed.encode() + b"\x0a" + name.encode()).hexdigest(), name) for name in names
    ]
    tickets.sort()
    return [name for _, name in tickets]


def has_majority(held: Round, votes: int, base: int) -> bool:
    if votes < 1:
        return False
    if held.majority == "absolute":
        return votes + votes > base
    if held.majority == "fraction" and held.fraction is not None:
        return votes * held.fraction.denominator >= base * held.fraction.numerator
    return True


def led(
    election: Election,
    number: int,
    votes: dict[str, int],
    bases: dict[str, int],
    places: int,
    seed: str = "",
) -> Led:
    held = the_round(election, number)
    assert held is not None
    able = [name for name in votes if has_majority(held, votes[name], bases[held.of])]
    elected, tied = most_first(able, votes, places)
    last = the_round(election, number + 1) is None
    if not elected and not tied and last and election.tie == "lot":
        tied = all_alike(votes, places)
    if tied and election.tie == "lot" and seed:
        return Led("elected", frozenset(elected + lot(seed, tied)[: places - len(elected)]))
    full = len(elected) == places
    if election.together and not full:
        elected = []
    if tied and election.tie == "lot":
        return Led("tied", frozenset(elected))
    if full:
        return Led("elected", frozenset(elected))
    return afterwards(election, number, votes, places, elected, tied, seed)


def most_first(able: list[str], votes: dict[str, int], places: int) -> tuple[list[str], list[str]]:
    """Who gets a place, one vote after the other, and for whom together there is no room."""
    elected: list[str] = []
    for number in range(max(votes.values()), 0, -1):
        best = [name for name in able if votes[name] == number]
        if len(elected) == places:
            break
        if len(elected) + len(best) > places:
            return elected, best
        elected += best
    return elected, []


def afterwards(
    election: Election,
    number: int,
    votes: dict[str, int],
    places: int,
    elected: list[str],
    tied: list[str],
    seed: str,
) -> Led:
    """What follows if a place is still empty."""
    held = the_round(election, number)
    assert held is not None
    chosen = frozenset(elected)
    rest = {name: votes[name] for name in votes if name not in elected}
    if not rest:
        return Led("elected", chosen)
    if the_round(election, number + 1) is None:
        return Led("tied" if tied else "elected" if elected else "rejected", chosen)
    if tied and election.tie == "restricted" and not election.together:
        return Led("next_round", chosen, frozenset(tied))
    stay = staying(held, rest, places - len(elected), seed if election.tie == "lot" else "")
    return Led("next_round", chosen, frozenset(stay))


def all_alike(votes: dict[str, int], places: int) -> list[str]:
    """All of them, if they have the same votes and there is no place for each."""
    for one in votes.values():
        for other in votes.values():
            if one != other or one == 0:
                return []
    return list(votes) if len(votes) > places else []


def staying(held: Round, rest: dict[str, int], left: int, seed: str) -> list[str]:
    if held.stay == "all":
        return list(rest)
    if held.stay == "drop_last":
        return without_last(rest, left, seed)
    room = 2 if held.stay == "top_two" else left + left
    stay = []
    for name, votes in rest.items():
        before = 0
        for others in rest.values():
            if others > votes:
                before = before + 1
        if before < room:
            stay.append(name)
    return stay


def without_last(rest: dict[str, int], left: int, seed: str) -> list[str]:
    fewest = min(rest.values())
    last = [name for name in rest if rest[name] == fewest]
    if seed:
        last = lot(seed, last)[-1:]
    stay = [name for name in rest if name not in last]
    return list(rest) if len(stay) < left else stay
