"""Elections: opened by a rule of the rulebook, ballot after ballot, until the places are filled."""

from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.counting.election import acclaimed, round_of
from kurultai.procedure.counting.finding import kept
from kurultai.procedure.counting.poll import BALLOTS, OTHERWISE
from kurultai.procedure.facts import new_id
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known, worded
from kurultai.procedure.rulebook import Election
from kurultai.procedure.sitting.papers import counted
from kurultai.procedure.sitting.room import Room
from kurultai.procedure.sitting.state import Contest

METHODS = ("paper", "roll_call")

ElectionCommand = c.OpenElection | c.WithdrawCandidate | c.OpenBallot | c.CountPapers


def decide_election(room: Room, command: ElectionCommand) -> list[a.SittingAct]:
    """The acts that follow from opening an election or a ballot, or counting one."""
    match command:
        case c.OpenElection():
            return [_opened(room, command)]
        case c.WithdrawCandidate(election=election, candidate=candidate):
            contest = _between_ballots(room, election)
            known(candidate, contest.standing, "election.not_standing")
            return [a.CandidateWithdrew(election, candidate)]
        case c.OpenBallot():
            return _ballot(room, command)
        case c.CountPapers():
            contest = _running(room, command.election)
            return counted(room, _rule(room, contest.rule), contest, command)
        case _:
            assert_never(command)


def _opened(room: Room, command: c.OpenElection) -> a.ElectionOpened:
    name = f"{room.part}.{command.rule}"
    election = _rule(room, name)
    places = election.places if command.places is None else command.places
    if places < 1:
        raise Refused("election.places_wrong", {"places": str(places)})
    if command.item:
        known(command.item, room.meeting.items, "meeting.item_unknown")
    return a.ElectionOpened(
        new_id("election", command.id),
        worded(command.office),
        name,
        places,
        _candidates(room, command),
        room.register.with_right("vote", room.on),
        command.item,
    )


def _rule(room: Room, name: str) -> Election:
    election = room.book.election(name, on=room.on)
    if election is None:
        own = {e.election for e in room.book.elections if e.part == room.part}
        facts = {"name": name.rpartition(".")[2], "known": ", ".join(sorted(own)) or "–"}
        raise Refused("election.rule_unknown", facts)
    return election


def _candidates(room: Room, command: c.OpenElection) -> tuple[a.Candidate, ...]:
    """Those who stand, each with an identity; Refused if there are none, or one stands twice."""
    if not command.candidates:
        raise Refused("election.no_candidates")
    standing: dict[str, a.Candidate] = {}
    for number, one in enumerate(command.candidates):
        name = one.candidate or new_id("candidate", command.id, str(number))
        if name in standing:
            raise Refused("election.candidate_twice", {"name": name})
        if name in (*OTHERWISE, BALLOTS):
            raise Refused("election.name_reserved", {"name": name})
        if one.party:
            known(one.party, room.register.parties, "register.party_unknown")
        standing[name] = a.Candidate(name, worded(one.names), one.party)
    return tuple(standing.values())


def _running(room: Room, election: str) -> Contest:
    known(election, room.sitting.contests, "election.unknown")
    contest = room.sitting.contests[election]
    if contest.over:
        raise Refused("election.decided")
    return contest


def _between_ballots(room: Room, election: str) -> Contest:
    """The election; Refused while papers or a lot are awaited."""
    contest = _running(room, election)
    if contest.running is not None:
        raise Refused("election.ballot_open")
    return contest


def _ballot(room: Room, command: c.OpenBallot) -> list[a.SittingAct]:
    """The next ballot; its finding too, if nobody needs to vote."""
    known(command.method, METHODS, "election.method_unknown")
    contest = _between_ballots(room, command.election)
    election = _rule(room, contest.rule)
    if election.secret and command.method != "paper":
        raise Refused("election.secret")
    if not contest.standing:
        raise Refused("election.no_candidates")
    standing, number = contest.standing, len(contest.ballots) + 1
    if round_of(election, contest.number) is None:
        raise Refused("election.over", {"number": str(contest.number)})
    finding = acclaimed(election, standing, places=contest.vacant, number=contest.number)
    if finding is None:
        return [a.BallotOpened(command.election, number, command.method, standing)]
    return [
        a.BallotOpened(command.election, number, "acclamation", standing),
        a.BallotFound(command.election, number, kept(finding)),
    ]
