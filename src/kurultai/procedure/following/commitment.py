"""Commitments: what each parliament does about each operative paragraph.

The bodies that this serves are advisory (Istanbul Agreement, Art. 1): a commitment is a
voluntary pledge. To take note of it, or not to pursue it, is an answer like any other.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.document import Document
from kurultai.procedure.facts import new_id
from kurultai.procedure.following.undertaking import check_undertaking
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, asked_day, known, worded
from kurultai.procedure.text import operative
from kurultai.texts.unit import Unit

ANSWERS = ("accepted", "noted", "in_progress", "done", "not_pursued")  # what a parliament says
STATES = ("proposed", *ANSWERS, "superseded")
OPEN_STATES = ("proposed", "accepted", "in_progress")  # something is still awaited
_FORMERLY = {"pledged": "accepted"}  # the word of early records


@dataclass(frozen=True, slots=True)
class Commitment:
    """A commitment as the acts so far have made it."""

    commitment: str = ""
    party: str = ""
    document: str = ""
    state: str = ""
    milestones: tuple[str, ...] = ()
    struck: bool = False


def pledges(
    document: Document,
    meeting: str,
    series: str,
    members: tuple[str, ...],
    on: str,
) -> list[a.Acted]:
    """One commitment proposed to each member for each operative paragraph of an adopted text."""
    return [
        _pledge(document, meeting, series, paragraph, party, on)
        for paragraph in operative(document.units)
        for party in members
    ]


def commitment_id(document: str, unit: str, party: str) -> str:
    """The identity of what a paragraph asks of a party."""
    return new_id("commitment", document, f"{unit} {party}")


def _pledge(
    document: Document,
    meeting: str,
    series: str,
    paragraph: tuple[int, Unit],
    party: str,
    on: str,
) -> a.Acted:
    number, unit = paragraph
    under = document.paragraphs.get(unit.unit, a.ParagraphTags(unit.unit, ()))
    commitment = commitment_id(document.document, unit.unit, party)
    made = a.CommitmentMade(
        commitment,
        document.document,
        unit.unit,
        number,
        party,
        meeting,
        series,
        document.text.ordered(unit.words),
        under.due,
        under.tags,
    )
    return a.Acted(commitment, document.audience, on, made)


def decide_commitment(
    register: Register,
    commitment: Commitment,
    document: Document,
    command: c.CommitmentCommand,
) -> list[a.Acted]:
    """What follows from a command on one commitment, marked as its text is marked now."""
    if not commitment.commitment:
        raise Refused("commitment.unknown")
    if commitment.struck:
        raise Refused("commitment.struck")
    act = _act(register, commitment, command)
    return [a.Acted(commitment.commitment, document.audience, command.on, act)]


def _act(register: Register, commitment: Commitment, command: c.CommitmentCommand) -> a.ActBody:
    match command:
        case c.ReportOnCommitment():
            return _reported(commitment, command)
        case c.DescribeCommitment(undertaking=undertaking):
            return a.CommitmentDescribed(check_undertaking(register, undertaking))
        case c.SupersedeCommitment(by=by, reason=reason):
            not_superseded(commitment)
            if by == commitment.commitment:
                raise Refused("commitment.by_itself")
            return a.CommitmentSuperseded(by, reason if by else worded(reason))
        case c.StrikeCommitment(reason=reason):
            return a.CommitmentStruck(worded(reason))
        case _:
            assert_never(command)


def not_superseded(commitment: Commitment) -> None:
    """Refused if another one took its place."""
    if commitment.state == "superseded":
        raise Refused("commitment.superseded")


def _reported(commitment: Commitment, command: c.ReportOnCommitment) -> a.ActBody:
    known(command.state, ANSWERS, "commitment.state_unknown")
    not_superseded(commitment)
    check_links((*((command.evidence,) if command.evidence else ()), *command.links))
    if command.happened and asked_day(command.happened) > command.on:
        raise Refused("act.in_the_future", {"when": command.happened})
    for milestone in command.milestones:
        known(milestone, commitment.milestones, "commitment.milestone_unknown")
    return a.ReportMade(
        new_id("report", command.id),
        command.state,
        worded(command.words),
        command.evidence,
        command.links,
        command.files,
        command.happened,
        command.milestones,
    )


def check_links(links: Iterable[str]) -> None:
    """Refused if one of them is no address that a browser opens."""
    for link in links:
        if not link.startswith(("https://", "http://")):
            raise Refused("commitment.evidence_link")


def evolve_commitment(commitment: Commitment, act: a.ActBody) -> Commitment:
    """The commitment after an act of its stream."""
    match act:
        case a.CommitmentMade(undertaking=undertaking):
            made = Commitment(act.commitment, act.party, act.document, act.state)
            return _carried(made, undertaking) if undertaking else made
        case a.CommitmentDescribed(undertaking=undertaking):
            return _carried(commitment, undertaking)
        case a.ReportMade(state=state):
            return replace(commitment, state=reported_state(state))
        case a.CommitmentSuperseded():
            return replace(commitment, state="superseded")
        case a.CommitmentStruck():
            return replace(commitment, struck=True)
        case _:
            return commitment


def reported_state(said: str) -> str:
    """The state that a report gives, by today's words."""
    return _FORMERLY.get(said, said)


def _carried(commitment: Commitment, undertaking: a.Undertaking) -> Commitment:
    return replace(commitment, milestones=tuple(m.milestone for m in undertaking.milestones))
