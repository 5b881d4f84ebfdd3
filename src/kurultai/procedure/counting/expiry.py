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
    """The event without what came too late to a consensus, and who was too late.

    A silence ends for everybody; where a meeting decides, the end is that of objections in
    writing, of those who are not present. What has no date came in time.
    """
    if rule.kind not in CONSENSUS or not event.votes:
        return event, ()
    votes = tuple(map(_as_objection, event.votes)) if rule.kind == "silence" else event.votes
    late = tuple(vote for vote in votes if _is_late(rule, event, vote))
    kept = tuple(vote for vote in votes if vote not in late) if late else votes
    return replace(event, votes=kept), tuple(sorted(vote.voter_id for vote in late))


def _is_late(rule: Rule, event: VoteEvent, vote: Ballot) -> bool:
    if not event.expires or not vote.date or _moment(vote.date) < _moment(event.expires):
        return False
    there = event.present if isinstance(event.present, tuple) else ()
    spoken = event.present is None or vote.voter_id in there
    return vote.option == "no" and (rule.kind == "silence" or not spoken)


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
