"""A vote: by which method, in which order, counted by hand, closed, contested, put right."""

from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.counting.finding import Finding
from kurultai.procedure.counting.lot import draw
from kurultai.procedure.counting.majority import Vote, decide_by
from kurultai.procedure.counting.tally import ONE, Bloc, Tally
from kurultai.procedure.counting.verdict import Sitting, find
from kurultai.procedure.meeting import Meeting, Question
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known, said, worded
from kurultai.procedure.rulebook import Rule
from kurultai.procedure.sitting.quorum import quorum_found
from kurultai.procedure.sitting.room import Room

CHOICES = ("yes", "no", "abstain")
METHODS = ("open", "hands", "roll_call")

VotingCommand = c.CloseVoting | c.CountHands | c.ContestResult | c.CorrectPosition


def decide_voting(room: Room, command: VotingCommand) -> list[a.SittingAct]:
    """The acts that follow from closing, counting, contesting, or putting a position right."""
    question = pending(room.meeting, command.decision)
    match command:
        case c.CloseVoting():
            _not_closed(question)
            return [a.VotingClosed(command.decision)]
        case c.CountHands():
            return [_hands(room, question, command)]
        case c.ContestResult():
            return [_contested(question, command)]
        case c.CorrectPosition():
            return [_corrected(question, command)]
        case _:
            assert_never(command)


def pending(meeting: Meeting, decision: str) -> Question:
    """The question put; Refused if there is none, or if its result was announced."""
    known(decision, meeting.questions, "vote.unknown")
    question = meeting.questions[decision]
    if question.result is not None:
        raise Refused("vote.closed")
    return question


def roll(command: c.PutQuestion, entitled: tuple[str, ...]) -> tuple[str, ...]:
    """In which order a roll call calls, from the name drawn first; empty by another method.

    The order is the one that the command gives, alphabetical in the language of the sitting, or
    else that of the parties' identities. Refused if not all those entitled stand in it once.
    """
    known(command.method, METHODS, "vote.method_unknown")
    if command.method != "roll_call":
        return ()
    order = command.order or entitled
    if sorted(order) != sorted(entitled):
        facts = {"here": str(len(set(order) & set(entitled))), "there": str(len(entitled))}
        raise Refused("vote.roll_incomplete", facts)
    first = order.index(draw(command.seed, entitled)[0])
    return order[first:] + order[:first]


def check_answer(meeting: Meeting, question: Question, command: c.GivePosition) -> None:
    """Refused unless the delegation may give this position now.

    In a roll call a delegation answers once; in an open vote it may change until it is closed.
    """
    if question.method == "hands":
        raise Refused("vote.by_hands")
    _not_closed(question)
    known(command.choice, CHOICES, "vote.choice_unknown")
    known(command.party, question.entitled, "vote.not_entitled")
    known(command.party, meeting.present, "vote.not_present")
    if question.method == "roll_call" and command.party in question.positions:
        raise Refused("vote.answered")


def _not_closed(question: Question) -> None:
    if question.closed:
        raise Refused("vote.voting_closed")


def _hands(room: Room, question: Question, command: c.CountHands) -> a.HandsCounted:
    if question.method != "hands":
        raise Refused("vote.not_by_hands")
    counts = {"yes": command.yes, "no": command.no, "abstain": command.abstain}
    for choice, number in counts.items():
        if number < 0:
            raise Refused("count.number_wrong", {"key": choice, "value": str(number)})
    raised, there = sum(counts.values()), len(_there(room.meeting, question))
    if raised > there:
        raise Refused("vote.too_many_hands", {"hands": str(raised), "present": str(there)})
    return a.HandsCounted(command.decision, counts)


def _contested(question: Question, command: c.ContestResult) -> a.ResultContested:
    if not question.closed:
        raise Refused("vote.not_closed")
    known(command.party, question.entitled, "vote.not_entitled")
    if command.party in question.contested:
        raise Refused("vote.contested_already")
    return a.ResultContested(command.decision, command.party, said(command.reason))


def _corrected(question: Question, command: c.CorrectPosition) -> a.PositionCorrected:
    """A position that was heard wrongly, or not at all: ``was`` is empty then."""
    if question.method == "hands":
        raise Refused("vote.by_hands")
    known(command.choice, CHOICES, "vote.choice_unknown")
    known(command.party, question.entitled, "vote.not_entitled")
    was = question.positions.get(command.party, "")
    if was == command.choice:
        raise Refused("vote.same_position")
    reason = worded(command.reason, "vote.correction_unexplained")
    return a.PositionCorrected(command.decision, command.party, was, command.choice, reason)


def _there(meeting: Meeting, question: Question) -> frozenset[str]:
    """Who is there, or was when they gave their position: a vote given is not lost by leaving."""
    there = {*meeting.present, *question.positions}
    return frozenset(there.intersection(question.entitled))


def found(room: Room, rule: Rule, question: Question, command: c.DecideQuestion) -> Finding:
    """What the rule makes of the positions given, or of the hands counted.

    Refused if votes are equal and the chair, whose vote decides, has not said anything, nor the
    house announced a result of its own.
    """
    there = _there(room.meeting, question)
    quorum = _quorum(room, rule, question)
    if question.method == "hands":
        finding = _by_hands(rule, question, len(there), command.casting, quorum=quorum)
    else:
        said_by_each = question.positions
        votes = (Vote(p, said_by_each.get(p, "absent")) for p in question.entitled)
        who = question.entitled
        finding = decide_by(
            rule,
            tuple(votes),
            entitled=who,
            present=there,
            quorum=quorum,
            electorate=room.book.electorate(on=room.on),
            seats=room.book.component(room.part, on=room.on),
            casting=command.casting,
        )
    if finding.result == "tied" and rule.tie == "chair" and not command.announced:
        raise Refused("vote.casting_needed")
    return finding


def _quorum(room: Room, rule: Rule, question: Question) -> bool | None:
    """Whether those who are there are a quorum for this vote; None if that cannot be said."""
    meeting, purpose = room.meeting, rule.purpose
    own = room.book.quorum(room.part, on=room.on, purpose=question.method)
    if question.method == "roll_call" and own is not None:
        purpose = question.method
    if purpose == "decide" or meeting.after_the_fact:
        return meeting.quorum
    asked = quorum_found(room.register, meeting.series, room.on, meeting.members, purpose)
    reached: bool | None = asked.get("reached")
    return reached


def _by_hands(
    rule: Rule, question: Question, there: int, casting: str, *, quorum: bool | None
) -> Finding:
    """Nobody is named, so that only the sums are known; who raised no hand was silent."""
    if not question.counts:
        raise Refused("vote.hands_uncounted")
    raised = sum(question.counts.values())
    present = max(there, raised)
    sums = {
        **question.counts,
        "silent": present - raised,
        "absent": len(question.entitled) - present,
    }
    blocs: dict[Bloc, int] = {
        (choice, "", (), ONE): number for choice, number in sums.items() if number
    }
    tally = Tally(blocs, anonymous=True)
    here = bool(present) and quorum is not False
    return find(rule, tally, Sitting(there=here, chair_vote=casting))
