"""A question: put, answered by the delegations, decided by the body's rule."""

from dataclasses import replace
from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.counting.finding import Finding, kept
from kurultai.procedure.distribution import adopted
from kurultai.procedure.document import Document
from kurultai.procedure.facts import Facts, new_id
from kurultai.procedure.floor import Floor, floor, part_of
from kurultai.procedure.following.commitment import pledges
from kurultai.procedure.meeting import Meeting, Question, audience_of, exists
from kurultai.procedure.putting import check_put
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, known, worded
from kurultai.procedure.settle import lapsed, settled
from kurultai.procedure.sitting.motions import check_motion, effects
from kurultai.procedure.sitting.room import Room
from kurultai.procedure.sitting.voting import CHOICES, check_answer, found, pending, roll

__all__ = ["ANNOUNCED", "CHOICES", "decide_question"]

ANNOUNCED = ("adopted", "rejected")  # what the house may say of a question by leaving a rule


def decide_question(
    register: Register,
    meeting: Meeting,
    document: Document,
    facts: Facts,
    now: str,
    command: c.QuestionCommand,
) -> list[a.Acted]:
    """The acts that follow from putting, answering or closing a question."""
    exists(meeting)
    if meeting.state != "open":
        raise Refused("meeting.not_open")
    if meeting.sitting.suspended:
        raise Refused("sitting.suspended")
    match command:
        case c.PutQuestion():
            return [_put(register, meeting, document, now, command)]
        case c.GivePosition():
            return [_given(meeting, document, command)]
        case c.DecideQuestion():
            return _decided(register, meeting, document, facts, now, command)
        case _:
            assert_never(command)


def _put(
    register: Register,
    meeting: Meeting,
    document: Document,
    now: str,
    command: c.PutQuestion,
) -> a.Acted:
    if command.item:
        known(command.item, meeting.items, "meeting.item_unknown")
    amendments = _check_text(register, meeting, document, now, command)
    rule = _rule(register, meeting, now, command)
    register.rulebook(command.on).rule(rule, on=command.on)  # a question nobody could decide
    entitled = register.with_right("vote", command.on)
    called = roll(command, entitled)
    put = a.QuestionPut(
        new_id("decision", command.id),
        worded(command.question),
        command.document,
        command.item,
        rule,
        entitled,
        amendments,
        command.units,
        command.departure if amendments or command.motion else {},
        command.method,
        called,
        command.seed if called else "",
        command.motion,
    )
    audience = audience_of(meeting, document.audience)
    return a.Acted(meeting.meeting, audience, command.on, put)


def _rule(register: Register, meeting: Meeting, now: str, command: c.PutQuestion) -> str:
    """The rule that was asked for, or that of the part; motions and amendments by their own."""
    part = part_of(register, meeting)
    if command.motion:
        by = check_motion(Room(register, meeting, command.on, now), command)
        return f"{part}.{command.rule}" if command.rule else by
    if command.rule:
        return f"{part}.{command.rule}"
    own = f"{part}.amendment"
    if command.amendments and register.rulebook(command.on).has(own, on=command.on):
        return own
    return f"{part}.default"


def _check_text(
    register: Register,
    meeting: Meeting,
    document: Document,
    now: str,
    command: c.PutQuestion,
) -> tuple[str, ...]:
    """The amendments that are put; Refused if it is not the turn of what is asked for."""
    if not command.document:
        if command.amendments or command.units:
            raise Refused("document.unknown")
        return ()
    document.still_draft()
    questions = meeting.questions.values()
    if any(q.document == document.document and q.result is None for q in questions):
        raise Refused("vote.text_pending")
    return check_put(floor(register, meeting, document, command.on, now), command)


def _given(meeting: Meeting, document: Document, command: c.GivePosition) -> a.Acted:
    check_answer(meeting, pending(meeting, command.decision), command)
    given = a.PositionGiven(command.decision, command.party, command.choice)
    return a.Acted(meeting.meeting, audience_of(meeting, document.audience), command.on, given)


def _decided(
    register: Register,
    meeting: Meeting,
    document: Document,
    facts: Facts,
    now: str,
    command: c.DecideQuestion,
) -> list[a.Acted]:
    question = pending(meeting, command.decision)
    room = Room(register, meeting, command.on, now)
    rule = room.book.rule(question.rule, on=command.on)
    finding = _announced(command, found(room, rule, question, command))
    if question.document and _is_settled(document, question):
        finding = replace(finding, result="dropped", reason="text_settled", would_change={})
    result = a.QuestionDecided(command.decision, kept(finding))
    carried = finding.result == "adopted"
    led_to = effects(room, question.motion) if question.motion and carried else []
    audience = audience_of(meeting, document.audience)
    acts = [a.Acted(meeting.meeting, audience, command.on, act) for act in (result, *led_to)]
    if question.document and finding.reason not in ("text_settled", "quorum_missing"):
        here = floor(register, meeting, document, command.on, now)
        acts += _consequences(here, facts, command, question, carried=carried)
    return acts


def _announced(command: c.DecideQuestion, finding: Finding) -> Finding:
    """The result that the house gave, if it left the rule: what the rule found stays beside it."""
    if command.announced in ("", finding.result):
        return finding
    known(command.announced, ANNOUNCED, "vote.result_unknown")
    reason = worded(command.departure, "vote.departure_unexplained")
    return replace(
        finding,
        result=command.announced,
        reason="departure",
        would_change={},
        departure={"found": finding.result, "why": finding.reason, "words": reason},
    )


def _is_settled(document: Document, question: Question) -> bool:
    """Whether there is nothing left to decide: the text or all the amendments are settled."""
    states = [document.proposals[name].state for name in question.amendments]
    return document.state != "draft" or (bool(states) and "tabled" not in states)


def _consequences(
    here: Floor,
    facts: Facts,
    command: c.DecideQuestion,
    question: Question,
    *,
    carried: bool,
) -> list[a.Acted]:
    """What follows for the text: amendments settled, paragraphs decided, or its adoption."""
    if question.amendments:
        return here.acted(settled(here, command.decision, question.amendments, carried=carried))
    if question.units:
        return here.acted(a.ParagraphsDecided(command.decision, question.units, carried))
    return _adopted(here, facts, command.decision) if carried else []


def _adopted(here: Floor, facts: Facts, decision: str) -> list[a.Acted]:
    """What adoption brings: the final symbol, and a pledge of each member for each paragraph."""
    meeting, document = here.meeting, here.document
    text = adopted(here.register, document, facts, meeting.meeting, decision)
    members = here.register.members(here.on)
    return [
        *here.acted(*lapsed(document), text),
        *pledges(document, meeting.meeting, meeting.series, members, here.on),
    ]
