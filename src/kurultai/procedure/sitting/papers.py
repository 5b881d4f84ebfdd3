"""The tellers' protocol of a ballot, and what it comes to."""

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.counting.election import ballot
from kurultai.procedure.counting.event import Count, VoteEvent
from kurultai.procedure.counting.finding import ElectionFinding, kept
from kurultai.procedure.counting.poll import BALLOTS, Poll, read_poll
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known
from kurultai.procedure.rulebook import Election
from kurultai.procedure.sitting.quorum import quorum_found
from kurultai.procedure.sitting.room import Room
from kurultai.procedure.sitting.state import Contest, Held

TELLERS = 2  # delegations whose members count, at least
BESIDE = ("no", BALLOTS)  # what a protocol may state besides the candidates' votes


def counted(
    room: Room, election: Election, contest: Contest, command: c.CountPapers
) -> list[a.SittingAct]:
    """The protocol and the finding; again, where a lot was awaited and its seed is now known."""
    held = contest.running
    if held is None:
        raise Refused("election.no_ballot_open")
    _check_tellers(room, command)
    _check_numbers(held, command)
    valid = _valid(contest, command)
    _check_issued(room, contest, command, valid)
    finding = _finding(room, election, contest, held, command, valid)
    protocol = a.PapersCounted(
        command.election,
        held.ballot,
        command.issued,
        command.counts,
        command.blank,
        command.spoiled,
        tuple(dict.fromkeys(command.tellers)),
    )
    return [protocol, a.BallotFound(command.election, held.ballot, kept(finding))]


def _check_tellers(room: Room, command: c.CountPapers) -> None:
    for party in command.tellers:
        known(party, room.register.parties, "register.party_unknown")
    if len(set(command.tellers)) < TELLERS:
        raise Refused("election.tellers_missing")


def _check_numbers(held: Held, command: c.CountPapers) -> None:
    for name in command.counts:
        if name not in (*held.candidates, *BESIDE):
            facts = {"name": name, "known": ", ".join(held.candidates)}
            raise Refused("election.candidate_unknown", facts)
    sums = {"issued": command.issued, "blank": command.blank, "spoiled": command.spoiled}
    for key, number in {**sums, **command.counts}.items():
        if number < 0:
            raise Refused("count.number_wrong", {"key": key, "value": str(number)})


def _valid(contest: Contest, command: c.CountPapers) -> int:
    """How many valid papers there were.

    Where a paper has several names the protocol may say so under "ballots"; if it does not, all
    that were handed out came back, and are valid unless blank or spoiled.
    """
    if BALLOTS in command.counts:
        return command.counts[BALLOTS]
    if contest.vacant == 1:
        return sum(command.counts.values())
    return command.issued - command.blank - command.spoiled


def _check_issued(room: Room, contest: Contest, command: c.CountPapers, valid: int) -> None:
    """Refused if more papers came back than were handed out, or went to more than are there.

    How many are there is known if every delegation's number was stated.
    """
    back = valid + command.blank + command.spoiled
    if back > command.issued:
        facts = {"papers": str(back), "issued": str(command.issued)}
        raise Refused("election.papers_over", facts)
    members = room.meeting.members
    there = [members[party] for party in contest.entitled if party in members]
    most = sum(there)
    if there and all(there) and command.issued > most:
        raise Refused("election.issued_over", {"issued": str(command.issued), "most": str(most)})


def _finding(
    room: Room,
    election: Election,
    contest: Contest,
    held: Held,
    command: c.CountPapers,
    valid: int,
) -> ElectionFinding:
    """By the counts; who are entitled is known where each delegation has one paper at most."""
    entitled = len(contest.entitled)
    quorum = {}
    if not room.meeting.after_the_fact:
        there = room.meeting.members
        series, purpose = room.meeting.series, election.purpose
        quorum = quorum_found(room.register, series, room.on, there, purpose)
    return ballot(
        election,
        _poll(room, contest, held, command, valid),
        number=contest.number,
        places=contest.vacant,
        candidates=held.candidates,
        present=command.issued,
        entitled=entitled if command.issued <= entitled else None,
        component=room.book.component(room.part, on=room.on) or None,
        lot=command.lot,
        quorum=quorum or None,
    )


def _poll(room: Room, contest: Contest, held: Held, command: c.CountPapers, valid: int) -> Poll:
    counts = {**command.counts, "blank": command.blank, "invalid": command.spoiled, BALLOTS: valid}
    event = VoteEvent(
        identifier=command.election,
        start_date=room.on,
        candidates=held.candidates,
        counts=tuple(Count(option, number) for option, number in counts.items()),
    )
    return read_poll(event, places=contest.vacant, weights={})
