"""A vote event as it comes in from anywhere, and what is answered: JSON by the names of Popolo.

``options`` are yes, no, abstain, absent, not voting (present without voting), recused (took no
part, and is counted nowhere), or a candidate's name in an election. Numbers are whole, or exact
fractions written as text: "1/2".
"""

from typing import Any

import msgspec

Weight = int | str


class Count(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """So many votes for an option, perhaps of one group."""

    option: str
    value: int
    group_id: str = ""


class Ballot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one voter said; what it does not state comes from the rulebook's electorate.

    ``date`` is when an objection came, where ``expires`` says until when one may come.
    """

    voter_id: str
    option: str
    weight: Weight | None = None
    group_id: str = ""
    role: str = ""
    date: str = ""


class Departure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The house left the rule for another one: it takes effect if it was itself agreed.

    ``counts`` or ``votes`` are of the vote on departing, decided by the part's rule "departure".
    """

    rule: str
    counts: tuple[Count, ...] = ()
    votes: tuple[Ballot, ...] = ()
    present: int | tuple[str, ...] | None = None


class VoteEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One question put to the vote, or one ballot of an election.

    ``rule`` is "part.rule" or "part.election"; without it the first rule of the rulebook holds.
    ``present`` and ``entitled`` are numbers, or the voters themselves. ``challenged``: somebody
    asked for what counts only on request (a quorum, a population). The rest goes beyond what
    others send: ``round`` which ballot of an election, from 1; ``candidates`` who stands;
    ``places`` how many are to be elected; ``lot`` the published seed of a draw; ``expires`` the
    first instant that is too late to break a silence, or for the absent to object in writing to a
    consensus; ``lapses_with`` earlier questions, each with the result that takes this one away:
    {"identifier": "adopted"}; ``parts`` the operative parts voted on before: the whole is
    rejected if all of them were; ``stated`` what the chair found, "adopted", "rejected" or
    "lapsed", where nobody counted: it holds only where neither counts nor votes are given.
    ``ignored`` names what stood in the line and is not read.
    """

    identifier: str
    start_date: str
    rule: str = ""
    present: int | tuple[str, ...] | None = None
    entitled: int | tuple[str, ...] | None = None
    counts: tuple[Count, ...] | None = None
    votes: tuple[Ballot, ...] | None = None
    chair_vote: str = ""
    challenged: bool = False
    round: int = 1
    candidates: tuple[str, ...] = ()
    places: int | None = None
    lot: str = ""
    expires: str = ""
    lapses_with: dict[str, str] = {}
    parts: tuple[str, ...] = ()
    stated: str = ""
    departure: Departure | None = None
    ignored: tuple[str, ...] = msgspec.field(default=(), name="*ignored")


class Outcome(msgspec.Struct, frozen=True):
    """The answer to one event; ``arithmetic`` is the finding as plain data."""

    identifier: str
    result: str
    rule: str
    article: str
    confidence: str
    reason: str
    arithmetic: dict[str, Any]
