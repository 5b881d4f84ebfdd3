"""The one door to counting: an event, decided by a rulebook."""

from collections.abc import Mapping
from dataclasses import replace

from msgspec.structs import replace as restated

from kurultai.procedure.counting.electing import decide_election
from kurultai.procedure.counting.event import Departure, Outcome, VoteEvent
from kurultai.procedure.counting.finding import ElectionFinding, Finding
from kurultai.procedure.counting.force import Force, day_of, in_force, rule_name, weakest
from kurultai.procedure.counting.found import found, plain
from kurultai.procedure.counting.lines import invalid
from kurultai.procedure.counting.meant import as_meant
from kurultai.procedure.counting.options import number_of
from kurultai.procedure.counting.roll import roll_of
from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import SURENESS, Confidence, Election, Rule, Rulebook

NOTHING: Mapping[str, str] = {}
STATED = ("adopted", "rejected", "lapsed")  # what the chair may find without a count


def decide(book: Rulebook, event: VoteEvent, earlier: Mapping[str, str] = NOTHING) -> Outcome:
    """What the rulebook makes of the event; "invalid", saying why, if it cannot be counted.

    ``earlier`` has the results of earlier events by their identifiers. Nothing is raised.
    """
    try:
        return _decided(book, as_meant(event), earlier)
    except Refused as refused:
        return invalid(event.identifier, refused, event.rule)


def _decided(book: Rulebook, event: VoteEvent, earlier: Mapping[str, str]) -> Outcome:
    day = day_of(event.start_date)
    name = rule_name(book, event.rule)
    election = book.election(name, on=day)
    if election is not None:
        return _elected(book, election, event, day)
    if number_of(event.round, "round") < 1:
        raise Refused("count.number_wrong", {"key": "round", "value": str(event.round)})
    force = in_force(book, name, day)
    finding = _uncounted(force.rule, event, earlier)
    if finding is not None:
        return _outcome(event, force.sureness, finding)
    finding = _counted(book, force, event, day)
    if event.parts and finding.result == "adopted":
        finding = _with_parts(finding, event.parts, earlier)
    return _outcome(event, force.sureness, finding)


def _counted(book: Rulebook, force: Force, event: VoteEvent, day: str) -> Finding:
    if event.departure is None:
        return found(force, event)
    return _departing(book, force, event, event.departure, day)


def _uncounted(rule: Rule, event: VoteEvent, earlier: Mapping[str, str]) -> Finding | None:
    """What needs no count: a question that lapsed, or what the chair found without one."""
    for identifier, result in event.lapses_with.items():
        if earlier.get(identifier) == result:
            return _without_count(rule, "lapsed", "lapsed", {"with": identifier, "result": result})
    if not event.stated or event.counts or event.votes:
        return None
    stated = event.stated.lower()
    if stated not in STATED:
        facts = {"option": event.stated, "known": ", ".join(STATED)}
        raise Refused("count.stated_wrong", facts)
    return _without_count(rule, stated, "lapsed" if stated == "lapsed" else "stated_by_chair", {})


def _without_count(rule: Rule, result: str, reason: str, lapsed: dict[str, str]) -> Finding:
    empty: tuple[str, ...] = ()
    ground = (rule.name, rule.kind, rule.article, rule.link, rule.confidence, rule.unconfirmed)
    who = (empty, empty, empty, empty, empty)
    return Finding(result, *ground, "cast", 0, *who, 0, 0, "", reason, lapsed=lapsed)


def _with_parts(finding: Finding, parts: tuple[str, ...], earlier: Mapping[str, str]) -> Finding:
    """The whole is rejected if all its operative parts were; Refused if one is not known."""
    for part in parts:
        if part not in earlier:
            raise Refused("count.part_unknown", {"name": part})
    if all(earlier[part] == "rejected" for part in parts):
        return replace(finding, result="rejected", reason="parts_rejected", would_change={})
    return finding


def _departing(
    book: Rulebook, force: Force, event: VoteEvent, asked: Departure, day: str
) -> Finding:
    """What the other rule makes of it if the house agreed to depart from the first one."""
    by = in_force(book, f"{force.rule.part}.departure", day)
    other = in_force(book, rule_name(book, asked.rule), day)
    vote = restated(
        event,
        counts=asked.counts or None,
        votes=asked.votes or None,
        present=asked.present,
        chair_vote="",
    )
    agreed = found(by, vote)
    departs = agreed.result == "adopted"
    said: dict[str, object] = {
        "from": force.rule.name,
        "to": other.rule.name,
        "agreed": departs,
        "by": agreed.rule,
        "result": agreed.result,
        "numerator": agreed.numerator,
        "needed": agreed.needed,
        "base_count": agreed.base_count,
    }
    return replace(found(other if departs else force, event), departure=said)


def _elected(book: Rulebook, election: Election, event: VoteEvent, day: str) -> Outcome:
    """One ballot of an election."""
    by_seats = any(held.of == "component" for held in election.rounds)
    finding = decide_election(
        election,
        event,
        roll_of(book, day),
        seats=book.component(election.part, on=day),
        quorum=book.quorum(election.part, on=day, purpose=election.purpose),
    )
    sureness = weakest(book, election.part, day, election.confidence, by_seats=by_seats)
    return _outcome(event, sureness, finding)


def _outcome(event: VoteEvent, sureness: Confidence, finding: Finding | ElectionFinding) -> Outcome:
    """The outcome; its confidence is that of the weakest that the finding rests on."""
    arithmetic = plain(finding)
    if event.ignored:
        arithmetic["ignored"] = event.ignored
    if finding.quorum.get("reached") is not None:
        asked = (sureness, *(each for each in SURENESS if each == finding.quorum["confidence"]))
        sureness = max(asked, key=SURENESS.index)
    return Outcome(
        event.identifier,
        finding.result,
        finding.rule,
        finding.article,
        sureness,
        finding.reason,
        arithmetic,
    )
