"""How a rule hears those who vote."""

from dataclasses import dataclass

from kurultai.procedure.counting.condition import CONSENSUS
from kurultai.procedure.rulebook import Rule


@dataclass(frozen=True, slots=True)
class Hearing:
    """How the rule hears those who are not present, and what it lets a voter do."""

    written: bool = False  # an objection in absence is possible at all
    split: bool = False
    cap: int = 0
    veto: str = ""


def hearing(rule: Rule) -> Hearing:
    """What matters of a rule when the votes are called."""
    return Hearing(rule.kind in CONSENSUS, rule.split, rule.cap, rule.veto)
