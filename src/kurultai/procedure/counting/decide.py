"""The one door to counting: an event, decided by a rulebook."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from msgspec.structs import replace as struct_replace

from kurultai.procedure.counting.call import called
from kurultai.procedure.counting.condition import CONSENSUS, conditions_of
from kurultai.procedure.counting.electing import decide_election
from kurultai.procedure.counting.event import Ballot, Departure, Outcome, VoteEvent
from kurultai.procedure.counting.finding import ElectionFinding, Finding
from kurultai.procedure.counting.hearing import hearing
from kurultai.procedure.counting.lines import invalid
from kurultai.procedure.counting.quorum import QuorumFinding, quorum_of
from kurultai.procedure.counting.roll import Roll, roll_of
from kurultai.procedure.counting.verdict import Sitting, find
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import Confidence, Election, Quorum, Rule, Rulebook

_SURENESS: tuple[Confidence, ...] = ("C", "S", "R", "?")


def decide(book: Rulebook, event: VoteEvent, earlier: Mapping[str, str] | None = None) -> Outcome:
    """What the rulebook makes of the event; "invalid", saying why, if it cannot be counted.

    ``earlier`` has the results of earlier events by their identifiers.
    """
    try:
        return _decided(book, event, earlier or {})
    except Refused as refused:
        return invalid(event.identifier, refused, event.rule)


def _decided(book: Rulebook, event: VoteEvent, earlier: Mapping[str, str]) -> Outcome:
    day = _day(event.start_date)
    name = _rule_name(book, event.rule)
    election = book.election(name, on=day)
    if election is not None:
        return _elected(book, election, event, day)
    force = _in_force(_Same(book), name, day)
    finding = _lapsed(force.rule, event, earlier)
    if finding is None and event.departure is not None:
        finding = _departing(book, force, event, event.departure, day)
    elif finding is None and event.stated and not event.counts and not event.votes:
        finding = _as_stated(force.rule, event.stated)
    elif finding is None:
        finding = _found(force, event)
    if event.parts and finding.result == "adopted":
        finding = _with_parts(finding, event.parts, earlier)
    return _outcome(event, force.sureness, finding)


# --- what is in force


class _Same:
    """A rulebook known by its identity: what is in force by it is looked up once a day."""

    __slots__ = ("book",)

    def __init__(self, book: Rulebook) -> None:
        self.book = book

    def __hash__(self) -> int:
        return id(self.book)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.book is self.book


@dataclass(frozen=True, slots=True)
class _Force:
    """A rule with all that is in force beside it; ``sureness`` is that of the weakest of them."""

    rule: Rule
    roll: Roll
    quorum: Quorum | None
    seats: int
    sureness: Confidence


@lru_cache(maxsize=512)
def _in_force(same: _Same, name: str, day: str) -> _Force:
    book = same.book
    rule = book.rule(name, on=day)
    quorum = book.quorum(rule.part, on=day, purpose=rule.purpose)
    by_seats = any(c.of == "component" for c in conditions_of(rule))
    weakest = _weakest(book, rule.part, day, rule.confidence, by_seats=by_seats)
    return _Force(rule, roll_of(book, day), quorum, book.component(rule.part, on=day), weakest)


def _weakest(book: Rulebook, part: str, day: str, own: Confidence, *, by_seats: bool) -> Confidence:
    """How sure the least sure is of what a rule rests on: itself, its voters, its seats."""
    used = [own, *(voter.confidence for voter in book.electorate(on=day).values())]
    if by_seats:
        seats = [s for s in book.seats if s.part == part and s.since <= day]
        used += [max(seats, key=lambda s: s.since).confidence] if seats else []
    return max(used, key=_SURENESS.index)


def _rule_name(book: Rulebook, asked: str) -> str:
    """The full name of the rule within the book; the first rule's if none is named."""
    if not asked:
        if not book.rules:
            raise Refused("count.rule_unnamed", {"name": book.name})
        return f"{book.rules[0].part}.{book.rules[0].rule}"
    name = asked.removeprefix(f"{book.name}/")
    return name if "." in name else f"{name}.default"


@lru_cache(maxsize=4096)
def _day(text: str) -> str:
    """The ISO day of a day or an instant; Refused if it is neither."""
    try:
        return date.fromisoformat(text).isoformat() if len(text) == 10 else _instant(text)[:10]  # noqa: PLR2004 - a day has ten signs
    except ValueError as reason:
        raise Refused("count.day_wrong", {"day": text}) from reason


def _instant(text: str) -> str:
    datetime.fromisoformat(text)
    if text[4:5] != "-":
        raise ValueError(text)
    return text


# --- what was found


def _found(force: _Force, event: VoteEvent) -> Finding:
    rule = force.rule
    consensus = rule.kind in CONSENSUS
    if not event.votes and not event.counts and not (consensus and _is_empty(event)):
        raise Refused("count.nothing")
    if event.chair_vote not in ("", "yes", "no", "abstain"):
        raise Refused("vote.option_unknown", {"option": event.chair_vote, "known": "yes, no"})
    tally = called(_in_time(rule, event), force.roll, hearing(rule), seats=force.seats)
    known = not consensus or event.present is not None
    quorum = None
    if force.quorum is not None and known and rule.kind != "silence":
        quorum = quorum_of(force.quorum, tally, challenged=event.challenged)
    heads = tally.sums("votes" if tally.anonymous else "voters").present
    there = not known or rule.kind == "silence" or bool(heads)
    sitting = Sitting(
        there=there and (quorum is None or quorum.reached is not False),
        challenged=event.challenged,
        chair_vote=event.chair_vote,
        round=event.round,
        lot=event.lot,
        quorum=_plain(quorum) if quorum is not None else {},
    )
    found = find(rule, tally, sitting)
    return _short(found, quorum)


def _is_empty(event: VoteEvent) -> bool:
    return event.votes is not None or event.counts is not None


def _short(found: Finding, quorum: QuorumFinding | None) -> Finding:
    """How many more would have made a quorum, if that is what was missing."""
    if found.result != "no_quorum" or quorum is None or quorum.reached is not False:
        return found
    return replace(found, would_change={"more_present": quorum.needed - quorum.have})


def _in_time(rule: Rule, event: VoteEvent) -> VoteEvent:
    """Of a silence that has an end only what came before it; an amendment breaks it too.

    Of a consensus that has one the objections in writing that came before it, of the absent.
    """
    if not event.votes or rule.kind not in (*CONSENSUS, "silence"):
        return event
    end = _moment(event.expires) if event.expires else None
    there = event.present if isinstance(event.present, tuple) else ()
    spoken = frozenset(there) if rule.kind in CONSENSUS else frozenset[str]()
    votes = tuple(
        _as_objection(vote) if rule.kind == "silence" else vote
        for vote in event.votes
        if end is None or not vote.date or vote.voter_id in spoken or _moment(vote.date) < end
    )
    return struct_replace(event, votes=votes, counts=event.counts or ())


def _as_objection(vote: Ballot) -> Ballot:
    return struct_replace(vote, option="no") if vote.option == "amendment" else vote


@lru_cache(maxsize=4096)
def _moment(text: str) -> datetime:
    """The instant; a day is its beginning, and without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as reason:
        raise Refused("count.instant_wrong", {"instant": text}) from reason
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


# --- what goes before the count or comes after it


def _lapsed(rule: Rule, event: VoteEvent, earlier: Mapping[str, str]) -> Finding | None:
    for identifier, result in event.lapses_with.items():
        if earlier.get(identifier) == result:
            return _uncounted(rule, "lapsed", "lapsed", {"with": identifier, "result": result})
    return None


def _with_parts(finding: Finding, parts: tuple[str, ...], earlier: Mapping[str, str]) -> Finding:
    """The whole is rejected if all its operative parts were."""
    for part in parts:
        if part not in earlier:
            raise Refused("count.part_unknown", {"name": part})
    if all(earlier[part] == "rejected" for part in parts):
        return replace(finding, result="rejected", reason="parts_rejected", would_change={})
    return finding


def _as_stated(rule: Rule, stated: str) -> Finding:
    """What the chair found where nobody counted."""
    if stated not in ("adopted", "rejected"):
        raise Refused("count.stated_wrong", {"stated": stated})
    return _uncounted(rule, stated, "stated_by_chair", {})


def _uncounted(rule: Rule, result: str, reason: str, why: dict[str, object]) -> Finding:
    empty: tuple[str, ...] = ()
    ground = (rule.name, rule.kind, rule.article, rule.link, rule.confidence, rule.unconfirmed)
    who = (empty, empty, empty, empty, empty)
    return Finding(result, *ground, "cast", 0, *who, 0, 0, "", reason, departure={}, quorum=why)


def _departing(
    book: Rulebook, force: _Force, event: VoteEvent, asked: Departure, day: str
) -> Finding:
    """What the other rule makes of it if the house agreed to depart from the first one."""
    name = f"{force.rule.part}.departure"
    other = _in_force(_Same(book), _rule_name(book, asked.rule), day)
    by = _in_force(_Same(book), name, day)
    vote = struct_replace(
        event,
        rule=name,
        counts=asked.counts or None,
        votes=asked.votes or None,
        present=asked.present,
        chair_vote="",
    )
    agreed = _found(by, vote)
    applied = other if agreed.result == "adopted" else force
    said: dict[str, object] = {
        "from": force.rule.name,
        "to": other.rule.name,
        "agreed": agreed.result == "adopted",
        "by": agreed.rule,
        "result": agreed.result,
        "numerator": agreed.numerator,
        "needed": agreed.needed,
        "base_count": agreed.base_count,
    }
    return replace(_found(applied, event), departure=said)


def _elected(book: Rulebook, election: Election, event: VoteEvent, day: str) -> Outcome:
    """One ballot of an election."""
    by_seats = any(held.of == "component" for held in election.rounds)
    found = decide_election(
        election,
        event,
        roll_of(book, day),
        seats=book.component(election.part, on=day),
        quorum=book.quorum(election.part, on=day, purpose=election.purpose),
    )
    sureness = _weakest(book, election.part, day, election.confidence, by_seats=by_seats)
    return _outcome(event, sureness, found)


def _outcome(event: VoteEvent, sureness: Confidence, finding: Finding | ElectionFinding) -> Outcome:
    arithmetic = _plain(finding)
    if event.ignored:
        arithmetic["ignored"] = event.ignored
    return Outcome(
        event.identifier,
        finding.result,
        finding.rule,
        finding.article,
        sureness,
        finding.reason,
        arithmetic,
    )


def _plain(found: Finding | ElectionFinding | QuorumFinding) -> dict[str, Any]:
    """A finding by its names."""
    plain = {part.name: getattr(found, part.name) for part in fields(found)}
    if isinstance(found, ElectionFinding):
        plain["standing"] = tuple(asdict(each) for each in found.standing)
    if isinstance(found, Finding):
        plain["conditions"] = tuple(asdict(each) for each in found.conditions)
    return plain
