"""What came too late: an objection at the very instant of the end does not count any more."""

from datetime import UTC, datetime
from functools import lru_cache

from msgspec.structs import replace

from kurultai.procedure.counting.condition import CONSENSUS
from kurultai.procedure.counting.event import Ballot, VoteEvent
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Rule

AMENDMENT = "amendment"  # breaks a silence as an objection does


def in_time(rule: Rule, event: VoteEvent) -> tuple[VoteEvent, tuple[str, ...]]:
    """The event as if who objected too late had said nothing, and who that was.

    A silence ends for everybody; where a meeting decides, the end is that of objections in
    writing, of those who are not present. What has no date came in time.
    """
    if rule.kind not in CONSENSUS or not event.votes:
        return event, ()
    end = _moment(event.expires) if event.expires else None
    kept: list[Ballot] = []
    late: list[str] = []
    for vote in map(_as_objection, event.votes) if rule.kind == "silence" else event.votes:
        if end is not None and _is_bound(rule, event, vote) and _moment(vote.date) >= end:
            late.append(vote.voter_id)
            kept.append(replace(vote, option=_said_nothing(event, vote)))
        else:
            kept.append(vote)
    return replace(event, votes=tuple(kept)), tuple(sorted(late))


def _is_bound(rule: Rule, event: VoteEvent, vote: Ballot) -> bool:
    """True if it is an objection that has to come before the end, and says when it came."""
    if not vote.date or vote.option != "no":
        return False
    there = event.present
    return rule.kind == "silence" or (isinstance(there, tuple) and vote.voter_id not in there)


def _said_nothing(event: VoteEvent, vote: Ballot) -> str:
    there = event.present
    return "not voting" if isinstance(there, tuple) and vote.voter_id in there else "absent"


def _as_objection(vote: Ballot) -> Ballot:
    return replace(vote, option="no") if vote.option == AMENDMENT else vote


@lru_cache(maxsize=4096)
def _moment(text: str) -> datetime:
    """The instant; a day is its beginning, and without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as reason:
        raise Refused("count.instant_wrong", {"instant": text}) from reason
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
