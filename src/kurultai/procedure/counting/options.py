"""What may be said in a vote, and how much it may weigh."""

import re
from fractions import Fraction

from kurultai.procedure.counting.event import Weight
from kurultai.procedure.counting.finding import Number
from kurultai.procedure.counting.tally import whole
from kurultai.procedure.refusal import Refused

MOST = 10**12  # the largest number that a line may state
OPTIONS = {
    "yes": "yes",
    "no": "no",
    "abstain": "abstain",
    "not voting": "silent",
    "absent": "absent",
    "recused": "recused",
}
GIVEN = ("yes", "no", "abstain")
_WEIGHT = re.compile(r"\d{1,12}(?:\.\d{1,12}|/\d{1,12})?", re.ASCII)


def choice_of(option: str) -> str:
    """The choice that the option is; Refused if it is none."""
    choice = OPTIONS.get(option)
    if choice is None:
        raise Refused("vote.option_unknown", {"option": option, "known": ", ".join(OPTIONS)})
    return choice


def weight_of(stated: Weight, voter: str) -> Number:
    """The weight as an exact number; Refused unless it is one that is not less than nothing."""
    if isinstance(stated, int) and 0 <= stated <= MOST:
        return stated
    try:
        return whole(Fraction(str(stated) if _WEIGHT.fullmatch(str(stated)) else "none"))
    except (ValueError, ZeroDivisionError) as reason:
        facts = {"name": voter, "weight": str(stated)}
        raise Refused("vote.weight_wrong", facts) from reason


def number_of(stated: int, key: str) -> int:
    """The number as stated under the key; Refused if it is less than nothing or beyond count."""
    if not 0 <= stated <= MOST:
        raise Refused("count.number_wrong", {"key": key, "value": str(stated)})
    return stated
