"""Which commands a viewer may try: one table, command to predicate.

What a viewer may not try is answered like what is not there. Whether the rules then allow it
is for `decide`, which gives a reason.
"""

import json
from collections.abc import Callable, Container, Iterable
from typing import Any

from kurultai.gate.clause import cells
from kurultai.gate.viewer import Viewer
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.procedure.register import OWN_OFFICES

Predicate = Callable[[Viewer, Any], bool]
_OfParty = (
    c.GiveAnswers
    | c.BreakSilence
    | c.SponsorAmendment
    | c.WithdrawAmendment
    | c.EnterReservation
    | c.ExplainVote
    | c.RequestFloor
    | c.MoveMotion
    | c.SecondMotion
    | c.ContestResult
    | c.GivePosition
)
_OfMeeting = (
    c.PutQuestion
    | c.DecideQuestion
    | c.TakeItem
    | c.SuspendSitting
    | c.ResumeSitting
    | c.OpenSpeakersList
    | c.CloseSpeakersList
    | c.GiveFloor
    | c.EndFloor
    | c.RuleOnMotion
    | c.CloseVoting
    | c.OpenElection
    | c.WithdrawCandidate
    | c.OpenBallot
    | c.WithdrawFloorRequest
)


def secretariat(viewer: Viewer, _: object) -> bool:
    """The secretariat's own people."""
    return viewer.secretariat


def delegation(viewer: Viewer, command: c.RegisterDelegation) -> bool:
    """The secretariat, or the head of the delegation that the command is about."""
    return viewer.secretariat or viewer.holds("head_of_delegation", command.party)


def proposer(viewer: Viewer, command: c.RaiseMatter) -> bool:
    """The secretariat, or the head of the delegation in whose name a matter is raised."""
    return viewer.secretariat or viewer.holds("head_of_delegation", command.raised_by)


def own_administrator(viewer: Viewer, command: c.AppointPerson) -> bool:
    """The secretariat, or the parliament's own administrator."""
    return viewer.secretariat or viewer.holds("administrator", command.party)


def own_people(viewer: Viewer, command: c.LeaveOffice) -> bool:
    """The secretariat, or the parliament's own administrator for its own people."""
    return viewer.secretariat or viewer.holds("administrator", command.of)


REPORTERS = ("national_coordinator", "head_of_delegation")  # who reports for a parliament


def reporter(viewer: Viewer, command: c.ReportOnCommitment) -> bool:
    """The coordinator or head of delegation of the parliament whose commitment it is."""
    sql = "SELECT party FROM commitment WHERE commitment = :name AND [commitment]"
    party = cells(viewer, sql, name=command.commitment)
    return any(of in viewer.parties(*REPORTERS) for of in party)


def reminder(viewer: Viewer, command: c.RemindParty) -> bool:
    """The secretariat, of commitments that all may be seen."""
    sql = """SELECT commitment FROM commitment
             WHERE commitment IN (SELECT value FROM json_each(:names)) AND [commitment]"""
    seen = cells(viewer, sql, names=json.dumps(command.commitments))
    return viewer.secretariat and set(command.commitments) <= set(seen)


def successor(viewer: Viewer, command: c.SupersedeCommitment) -> bool:
    """The secretariat, naming one that may be seen."""
    sql = "SELECT 1 FROM commitment WHERE commitment = :name AND [commitment]"
    return viewer.secretariat and (not command.by or bool(cells(viewer, sql, name=command.by)))


DELEGATES = ("head_of_delegation", "delegate")  # who speaks for a parliament on a text


def speaks_for(viewer: Viewer, command: _OfParty) -> bool:
    """The secretariat, or the head or a delegate of the party in whose name it is."""
    return viewer.secretariat or command.party in viewer.parties(*DELEGATES)


def mover(viewer: Viewer, command: c.TableAmendment) -> bool:
    """The secretariat, or who speaks for all in whose names the amendment is tabled.

    Another party joins by itself, as a sponsor.
    """
    own = viewer.parties(*DELEGATES)
    return viewer.secretariat or (bool(command.by) and set(command.by) <= set(own))


def translator(viewer: Viewer, command: c.TranslateAmendment) -> bool:
    """The secretariat, or anybody of a parliament that tabled or sponsors the amendment."""
    sponsors = cells(viewer, _SPONSORS, name=command.amendment)
    return viewer.secretariat or not set(sponsors).isdisjoint(viewer.parties(*OWN_OFFICES))


def chair(viewer: Viewer, command: _OfMeeting) -> bool:
    """The secretariat, or who holds the chair of the organ that meets."""
    return viewer.secretariat or presides(viewer, command.meeting)


def presides(viewer: Viewer, meeting: str) -> bool:
    """Whether the viewer holds the chair of the organ whose meeting it is."""
    return any(viewer.holds("chair", organ) for organ in cells(viewer, _ORGAN, name=meeting))


def withdrawer(viewer: Viewer, command: c.WithdrawFloorRequest) -> bool:
    """Who speaks for the delegation that asked for the floor; the chair strikes off any."""
    return command.party in viewer.parties(*DELEGATES) or chair(viewer, command)


MAY: dict[type[c.Asked], Predicate] = {
    **dict.fromkeys(c.COMMANDS.values(), secretariat),
    c.RegisterDelegation: delegation,
    c.GivePosition: speaks_for,
    c.RaiseMatter: proposer,
    c.AppointPerson: own_administrator,
    c.LeaveOffice: own_people,
    c.ReportOnCommitment: reporter,
    c.RemindParty: reminder,
    c.SupersedeCommitment: successor,
    c.GiveAnswers: speaks_for,
    c.BreakSilence: speaks_for,
    c.SponsorAmendment: speaks_for,
    c.WithdrawAmendment: speaks_for,
    c.EnterReservation: speaks_for,
    c.ExplainVote: speaks_for,
    c.TableAmendment: mover,
    c.TranslateAmendment: translator,
    c.RequestFloor: speaks_for,
    c.MoveMotion: speaks_for,
    c.SecondMotion: speaks_for,
    c.ContestResult: speaks_for,
    c.WithdrawFloorRequest: withdrawer,
    **dict.fromkeys(
        (
            c.PutQuestion,
            c.DecideQuestion,
            c.TakeItem,
            c.SuspendSitting,
            c.ResumeSitting,
            c.OpenSpeakersList,
            c.CloseSpeakersList,
            c.GiveFloor,
            c.EndFloor,
            c.RuleOnMotion,
            c.CloseVoting,
            c.OpenElection,
            c.WithdrawCandidate,
            c.OpenBallot,
        ),
        chair,
    ),
}

_ORGAN = """
SELECT organ FROM meeting JOIN series USING (series) WHERE meeting = :name AND [meeting]
"""

_SPONSORS = """
SELECT value FROM amendment JOIN document USING (document), json_each(amendment.tabled_by)
WHERE amendment = :name AND [document]
UNION
SELECT value FROM amendment JOIN document USING (document), json_each(sponsors)
WHERE amendment = :name AND [document]
"""

_NAMED = {
    "meeting": "SELECT 1 FROM meeting WHERE meeting = :name AND [meeting]",
    "document": "SELECT 1 FROM document WHERE document = :name AND [document]",
    "decision": "SELECT 1 FROM decision WHERE decision = :name AND [decision]",
    "commitment": "SELECT 1 FROM commitment WHERE commitment = :name AND [commitment]",
    "amendment": """SELECT 1 FROM amendment JOIN document USING (document)
                    WHERE amendment = :name AND [document]""",
    "matter": "SELECT 1 FROM matter WHERE matter = :name AND [matter]",
}


def may(viewer: Viewer, command: c.Command) -> bool:
    """True if the viewer may try the command on things that they may see."""
    return MAY[type(command)](viewer, command) and _sees_all(viewer, command)


def may_all(viewer: Viewer, commands: Iterable[c.Command]) -> bool:
    """True if the viewer may try them together; later ones may name what an earlier one makes."""
    made: set[str] = set()
    for command in commands:
        if not (MAY[type(command)](viewer, command) and _sees_all(viewer, command, made)):
            return False
        if isinstance(command, c.TableDocument):
            made.add(new_id("document", command.id))
    return True


def _sees_all(viewer: Viewer, command: c.Command, made: Container[str] = ()) -> bool:
    """What a command names must be visible to who gives it: no acting on what is hidden."""
    named = ((sql, getattr(command, field, None)) for field, sql in _NAMED.items())
    return all(cells(viewer, sql, name=name) for sql, name in named if name and name not in made)
