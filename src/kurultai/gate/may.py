"""Which commands a viewer may try: one table, command to predicate.

What a viewer may not try is answered like what is not there. Whether the rules then allow it
is for `decide`, which gives a reason.
"""

from collections.abc import Callable
from typing import Any

from kurultai.gate.clause import cells
from kurultai.gate.viewer import Viewer
from kurultai.procedure import commands as c

Predicate = Callable[[Viewer, Any], bool]


def secretariat(viewer: Viewer, _: object) -> bool:
    """The secretariat's own people."""
    return viewer.secretariat


def delegation(viewer: Viewer, command: c.RegisterDelegation | c.GivePosition) -> bool:
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


def reporter(viewer: Viewer, command: c.ReportOnCommitment) -> bool:
    """The coordinator or head of delegation of the parliament whose commitment it is."""
    sql = "SELECT party FROM commitment WHERE commitment = :name AND [commitment]"
    party = cells(viewer, sql, name=command.commitment)
    offices = ("national_coordinator", "head_of_delegation")
    return any(viewer.holds(office, of) for office in offices for of in party)


MAY: dict[type[c.Asked], Predicate] = {
    **dict.fromkeys(c.COMMANDS.values(), secretariat),
    c.RegisterDelegation: delegation,
    c.GivePosition: delegation,
    c.RaiseMatter: proposer,
    c.AppointPerson: own_administrator,
    c.LeaveOffice: own_people,
    c.ReportOnCommitment: reporter,
}

_NAMED = {
    "meeting": "SELECT 1 FROM meeting WHERE meeting = :name AND [meeting]",
    "document": "SELECT 1 FROM document WHERE document = :name AND [document]",
    "decision": "SELECT 1 FROM decision WHERE decision = :name AND [decision]",
    "commitment": "SELECT 1 FROM commitment WHERE commitment = :name AND [commitment]",
    "matter": "SELECT 1 FROM matter WHERE matter = :name AND [matter]",
}


def may(viewer: Viewer, command: c.Command) -> bool:
    """True if the viewer may try the command on things that they may see."""
    return MAY[type(command)](viewer, command) and _sees_all(viewer, command)


def _sees_all(viewer: Viewer, command: c.Command) -> bool:
    """What a command names must be visible to who gives it: no acting on what is hidden."""
    named = ((sql, getattr(command, field, None)) for field, sql in _NAMED.items())
    return all(cells(viewer, sql, name=name) for sql, name in named if name)
