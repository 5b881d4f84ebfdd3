"""What the rulebook of these sittings says beside the strict rule, and commands written shortly."""

from typing import Any

from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id

HERE: dict[str, Any] = {"on": "2026-05-20", "meeting": "meeting:defence-3"}
EN = {"en": "Words"}
AZ, KG, KZ, TR = "party:az", "party:kg", "party:kz", "party:tr"
FIVE = (AZ, KG, KZ, TR, "party:uz")

MAJORITY = """
[[rule]]
part = "chairs_meeting"
rule = "motion"
from = "2008-11-21"
kind = "majority_cast"
tie = "chair"
confidence = "?"
"""

QUORUM = """
[[quorum]]
part = "chairs_meeting"
from = "2008-11-21"
kind = "fraction_of_entitled"
fraction = "1/2"
more_than = true
purposes = ["open", "decide"]
confidence = "?"
"""

MOTIONS = "".join(
    f"""
[[motion]]
part = "chairs_meeting"
motion = "{name}"
rank = {rank}
seconders = {seconders}
rule = "motion"
from = "2008-11-21"
confidence = "?"
"""
    for name, rank, seconders in (
        ("suspend_meeting", 1, 0),
        ("adjourn_meeting", 2, 0),
        ("adjourn_debate", 3, 0),
        ("close_debate", 4, 1),
    )
)

ELECTION = """
[[election]]
part = "chairs_meeting"
election = "president"
from = "2008-11-21"
acclamation = true
tie = "lot"
confidence = "?"
rounds = [
    { majority = "absolute", of = "cast", ballots = 1, stay = "top_two" },
    { majority = "relative", of = "cast", ballots = 1 },
]
"""


def put(name: str, method: str = "open", **parts: Any) -> c.PutQuestion:  # noqa: ANN401 - parts of a command
    return c.PutQuestion(**HERE, id=name, question=EN, method=method, **parts)


def decision(name: str) -> str:
    return new_id("decision", name)


def position(name: str, party: str, choice: str) -> c.GivePosition:
    return c.GivePosition(**HERE, id="g", decision=decision(name), party=party, choice=choice)


def announce(name: str, **parts: Any) -> c.DecideQuestion:  # noqa: ANN401 - parts of a command
    return c.DecideQuestion(**HERE, id="d", decision=decision(name), **parts)


def close(name: str) -> c.CloseVoting:
    return c.CloseVoting(**HERE, id="s", decision=decision(name))


def attendance(party: str, *, present: bool = True, members: int = 0) -> c.ChangeAttendance:
    return c.ChangeAttendance(**HERE, id="t", party=party, present=present, members=members)
