"""Deciding for the record: the meeting knows who is present, the rulebook what each vote weighs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kurultai.procedure.counting.condition import CONSENSUS
from kurultai.procedure.counting.finding import Finding, Number
from kurultai.procedure.counting.tally import ONE, Bloc, Tally, whole
from kurultai.procedure.counting.verdict import Sitting, base_of, find
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Rule, Voter

__all__ = ["CONSENSUS", "Vote", "base_of", "decide_by"]


@dataclass(frozen=True, slots=True)
class Vote:
    """What a party said: yes, no, abstain, or absent if it said nothing."""

    party: str
    choice: str


def decide_by(
    rule: Rule,
    votes: Iterable[Vote],
    *,
    entitled: Iterable[str],
    present: Iterable[str],
    quorum: bool | None = None,
    electorate: Mapping[str, Voter] | None = None,
    seats: int = 0,
    casting: str = "",
) -> Finding:
    """What the rule makes of the votes; ``quorum`` is False if the quorum was found missing.

    A vote of a party that is not present counts as its absence, an objection to a consensus as
    written. Each party has one vote, unless the ``electorate`` says what it weighs; ``casting`` is
    what the chair says where the votes are equal. Refused if a party voted twice.
    """
    known = electorate or {}
    voters = frozenset(entitled)
    there = voters.intersection(present)
    said = _said(votes)
    names: dict[str, list[str]] = {}
    for party in sorted(voters):
        names.setdefault(_choice(party, said, there), []).append(party)
    blocs = Counter(_bloc(choice, known.get(p)) for choice, who in names.items() for p in who)
    tally = Tally(
        blocs,
        names={choice: tuple(who) for choice, who in names.items()},
        groups=_groups(voters, known),
        component=seats,
        vetoed_by=_vetoing(rule, names.get("no", ()), known),
        unlisted=not known,
        weighted=any(known[p].weight != 1 for p in voters if p in known),
        strangers=tuple(sorted(set(said) - voters)),
    )
    here = bool(there) and quorum is not False
    return find(rule, tally, Sitting(there=here, chair_vote=casting))


def _groups(voters: Iterable[str], known: Mapping[str, Voter]) -> dict[str, Number]:
    """The weight of each group: that of the entry of its name, or one."""
    named = sorted({known[p].group for p in voters if p in known and known[p].group})
    return {group: whole(known[group].weight) if group in known else 1 for group in named}


def _bloc(choice: str, voter: Voter | None) -> Bloc:
    if voter is None:
        return choice, "", (), ONE
    return choice, voter.group, voter.roles, (whole(voter.weight), 1, voter.population)


def _vetoing(rule: Rule, against: Iterable[str], known: Mapping[str, Voter]) -> tuple[str, ...]:
    """Those against who may prevent adoption."""
    return tuple(p for p in against if p in known and rule.veto in known[p].roles)


def _said(votes: Iterable[Vote]) -> dict[str, str]:
    said: dict[str, str] = {}
    for vote in votes:
        if vote.party in said:
            raise Refused("vote.twice", {"name": vote.party})
        said[vote.party] = vote.choice
    return said


def _choice(party: str, said: dict[str, str], there: frozenset[str]) -> str:
    choice = said.get(party, "absent")
    if party in there:
        return "silent" if choice == "absent" else choice
    return "written" if choice == "no" else "absent"
