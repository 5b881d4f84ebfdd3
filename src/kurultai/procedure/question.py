"""A question: put, answered by the delegations, decided by the body's rule."""

from dataclasses import asdict, replace
from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.commitment import pledges
from kurultai.procedure.document import Document, adopted
from kurultai.procedure.facts import Facts, new_id
from kurultai.procedure.majority import Vote, decide_by
from kurultai.procedure.meeting import Meeting, Question, exists
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, known, worded

CHOICES = ("yes", "no", "abstain")


def decide_question(
    register: Register,
    meeting: Meeting,
    document: Document,
    facts: Facts,
    command: c.QuestionCommand,
) -> list[a.Acted]:
    """The acts that follow from putting, answering or closing a question."""
    exists(meeting)
    if meeting.state != "open":
        raise Refused("meeting.not_open")
    match command:
        case c.PutQuestion():
            return [_put(register, meeting, document, command)]
        case c.GivePosition():
            return [_given(meeting, document, command)]
        case c.DecideQuestion():
            return _decided(register, meeting, document, facts, command)
        case _:
            assert_never(command)


def _put(
    register: Register,
    meeting: Meeting,
    document: Document,
    command: c.PutQuestion,
) -> a.Acted:
    if command.item:
        known(command.item, meeting.items, "meeting.item_unknown")
    if command.document:
        _check_text(meeting, document)
    part = register.organs[register.series[meeting.series].organ]
    rule = f"{part}.default"
    register.rulebook(command.on).rule(rule, on=command.on)  # a question nobody could decide
    put = a.QuestionPut(
        new_id("decision", command.id),
        worded(command.question),
        command.document,
        command.item,
        rule,
        register.with_right("vote", command.on),
    )
    return a.Acted(meeting.meeting, _audience(meeting, document), command.on, put)


def _check_text(meeting: Meeting, document: Document) -> None:
    document.still_draft()
    questions = meeting.questions.values()
    if any(q.document == document.document and q.result is None for q in questions):
        raise Refused("vote.text_pending")
    if not any(unit.kind == "operative" for unit in document.units):
        raise Refused("document.no_operative")


def _audience(meeting: Meeting, document: Document) -> str:
    """Who may see a decision: those who may see both the meeting and the text, as marked now."""
    if meeting.audience == "public":
        return document.audience
    if document.audience not in ("public", meeting.audience):
        raise Refused("meeting.audience_wider")
    return meeting.audience


def _pending(meeting: Meeting, decision: str) -> Question:
    known(decision, meeting.questions, "vote.unknown")
    question = meeting.questions[decision]
    if question.result is not None:
        raise Refused("vote.closed")
    return question


def _given(meeting: Meeting, document: Document, command: c.GivePosition) -> a.Acted:
    question = _pending(meeting, command.decision)
    known(command.choice, CHOICES, "vote.choice_unknown")
    known(command.party, question.entitled, "vote.not_entitled")
    known(command.party, meeting.present, "vote.not_present")
    given = a.PositionGiven(command.decision, command.party, command.choice)
    return a.Acted(meeting.meeting, _audience(meeting, document), command.on, given)


def _decided(
    register: Register,
    meeting: Meeting,
    document: Document,
    facts: Facts,
    command: c.DecideQuestion,
) -> list[a.Acted]:
    question = _pending(meeting, command.decision)
    rule = register.rulebook(command.on).rule(question.rule, on=command.on)
    votes = tuple(Vote(party, _choice(question, party)) for party in question.entitled)
    present = tuple(p for p in question.entitled if p in meeting.present)
    finding = decide_by(
        rule,
        votes,
        entitled=question.entitled,
        present=present,
        quorum=meeting.quorum,
    )
    if question.document and document.state != "draft":
        finding = replace(finding, result="dropped", reason="text_settled", would_change={})
    result = a.QuestionDecided(command.decision, asdict(finding))
    acts = [a.Acted(meeting.meeting, _audience(meeting, document), command.on, result)]
    if question.document and finding.result == "adopted":
        acts += _consequences(register, meeting, document, facts, command)
    return acts


def _choice(question: Question, party: str) -> str:
    return question.positions.get(party, "absent")


def _consequences(
    register: Register,
    meeting: Meeting,
    document: Document,
    facts: Facts,
    command: c.DecideQuestion,
) -> list[a.Acted]:
    """What adoption brings: the final symbol, and a pledge of each member for each paragraph."""
    text = adopted(register, document, facts, meeting.meeting, command.decision)
    members = tuple(
        party
        for party in sorted(register.parties)
        if register.status_of(party, command.on) == "member"
    )
    return [
        a.Acted(document.document, document.audience, command.on, text),
        *pledges(document, meeting.meeting, meeting.series, members, command.on),
    ]
