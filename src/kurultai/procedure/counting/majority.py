"""Deciding for the record: each party has one vote, and the meeting knows who is present."""

from collections.abc import Iterable
from dataclasses import dataclass

from kurultai.procedure.counting.condition import CONSENSUS
from kurultai.procedure.counting.finding import Finding
from kurultai.procedure.counting.tally import ONE, Tally
from kurultai.procedure.counting.verdict import Sitting, base_of, find
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Rule

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
) -> Finding:
    """What the rule makes of the votes; ``quorum`` is False if the quorum was found missing.

    A vote of a party that is not present counts as its absence, an objection to a consensus as
    written. Refused if a party voted twice.
    """
    voters = frozenset(entitled)
    there = voters.intersection(present)
    said = _said(votes)
    names: dict[str, list[str]] = {}
    for party in sorted(voters):
        names.setdefault(_choice(party, said, there), []).append(party)
    tally = Tally(
        {(choice, "", (), ONE): len(who) for choice, who in names.items()},
        names={choice: tuple(who) for choice, who in names.items()},
        unlisted=True,
        strangers=tuple(sorted(set(said) - voters)),
    )
    return find(rule, tally, Sitting(there=bool(there) and quorum is not False))


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
