"""What may happen next in a sitting under the rules, and why: the chair's short list.

It is drawn from what all see. The chair may do otherwise: the floor is the chair's to give, and
the house may leave a rule if it says why.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kurultai.gate.shapes.sitting import ElectionRow, MotionRow, SittingPage, Speech, Vote
from kurultai.gate.viewer import Viewer
from kurultai.language.terms import term
from kurultai.site.forms.sitting.elections import running
from kurultai.site.forms.sitting.motions import motion_name
from kurultai.site.known import called
from kurultai.site.tongue import say


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that may happen, why, and the step by which it does; "" if it is not the chair's.

    A step without a button is a link to its form.
    """

    said: str
    why: str = ""
    noun: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    button: str = ""


def hints(viewer: Viewer, page: SittingPage) -> tuple[Hint, ...]:
    """What may happen next, what goes first first; what stands in the way before all."""
    if page.meeting.state != "open":
        return ()
    if page.suspended:
        return (Hint(say("The sitting is suspended."), "", "resumptions", {}, say("Resume")),)
    return tuple(_hints(viewer, page))


def next_on_roll(page: SittingPage) -> str:
    """The delegation that is called next: of those present the first that has not answered."""
    vote = page.vote
    if vote is None or vote.method != "roll_call" or vote.closed:
        return ""
    given = {position.party for position in vote.positions}
    here = {one.party for one in page.parties if one.present}
    return next((party for party in vote.roll if party in here - given), "")


def interrupted(page: SittingPage) -> Speech | None:
    """Whose speech ended with a point of order, when that is heard; None if nobody's did."""
    if page.speaking or len(page.spoken) < 2:  # noqa: PLR2004 - the one and the other
        return None
    order, before = page.spoken[:2]
    is_cut = order.kind == "point_of_order" and before.ended_at == order.given_at
    return before if is_cut else None


def _hints(viewer: Viewer, page: SittingPage) -> Iterator[Hint]:
    if page.quorum.get("reached") is False:
        yield Hint(say("There is no quorum."), say("A vote now would decide nothing."))
    if page.vote:
        yield from _vote(viewer, page, page.vote)
    yield from _floor(viewer, page)
    if not page.vote:
        yield from _motions(viewer, page.motions)
    for election in page.elections:
        yield from _election(viewer, election)
    if page.item is None and page.agenda:
        item = {"item": page.agenda[0].item}
        yield Hint(say("No item is before the house."), "", "items", item, say("Take up the first"))


def _vote(viewer: Viewer, page: SittingPage, vote: Vote) -> Iterator[Hint]:
    decision = {"decision": vote.decision.decision}
    if vote.contested_by:
        names = ", ".join(called(viewer, party) for party in vote.contested_by)
        said = say("The result is contested by: %(names)s.") % {"names": names}
        yield Hint(said, say("Have the clerk put right what was heard wrongly, or announce it."))
    if vote.closed:
        why = say("The vote is closed.")
        yield Hint(say("Announce the result."), why, "results", decision, say("Announce"))
    elif party := next_on_roll(page):
        yield Hint(say("Next on the roll: %(name)s.") % {"name": called(viewer, party)})
    elif vote.method == "hands" and not vote.counts:
        yield Hint(say("Have the hands counted."), say("The clerk enters the count."))
    else:
        yield Hint(say("Close the vote."), _why_close(vote), "closings", decision, say("Close"))


def _why_close(vote: Vote) -> str:
    match vote.method:
        case "hands":
            return say("The hands are counted.")
        case "roll_call":
            return say("All who are present have answered.")
        case _:
            return say("Delegations may change their position until then.")


def _floor(viewer: Viewer, page: SittingPage) -> Iterator[Hint]:
    """Who is heard next; a speech is interrupted only by what goes before it."""
    first = next(iter(page.waiting), None)
    is_order = first is not None and first.kind == "point_of_order"
    if not is_order and (cut := interrupted(page)):
        said = say("Give the floor back to: %(name)s.") % {"name": called(viewer, cut.party)}
        again = {"request": cut.request}
        yield Hint(said, say("A point of order interrupted."), "turns", again, say("Give it back"))
    if first is None or (page.speaking and not is_order):
        return
    said = say("Give the floor to: %(name)s.") % {"name": called(viewer, first.party)}
    why = say("Next on the speakers’ list.")
    if first.kind != "speech":
        kind = term(viewer.language, "speech_kind", first.kind)
        why = say("%(kind)s: goes before speeches.") % {"kind": kind}
    yield Hint(said, why, "turns", {"request": first.request}, say("Give the floor"))


def _motions(viewer: Viewer, motions: tuple[MotionRow, ...]) -> Iterator[Hint]:
    for motion in (m for m in motions if m.state == "moved"):
        named = {"motion": motion_name(motion.kind, viewer.language)}
        ruling = {"motion": motion.motion, "ruling": "in_order"}
        said = say("Rule on the motion: %(motion)s.") % named
        yield Hint(said, "", "rulings", ruling, say("In order"))
    first = next((m for m in motions if m.state == "in_order"), None)
    if first is not None:
        yield _first(viewer, first, len(motions))


def _first(viewer: Viewer, motion: MotionRow, among: int) -> Hint:
    """The motion that goes before the others: put, or not seconded yet."""
    named = {"motion": motion_name(motion.kind, viewer.language)}
    missing = motion.needed - len(motion.seconders)
    if missing > 0:
        lacks = say("Seconders that it still needs: %(number)s.") % {"number": missing}
        return Hint(say("Ask who seconds the motion: %(motion)s.") % named, lacks)
    why = say("It goes before the others.") if among > 1 else ""
    put = {"motion": motion.motion, "method": "open", "item": ""}
    return Hint(say("Put the motion: %(motion)s.") % named, why, "questions", put, say("Put it"))


def _election(viewer: Viewer, election: ElectionRow) -> Iterator[Hint]:
    if election.over:
        return
    office = next(iter(election.office.values()), "")
    named = {"office": election.office.get(viewer.language, office)}
    if running(election):
        said = say("Have the papers counted: %(office)s.") % named
        yield Hint(said, say("The clerk enters the tellers’ protocol."))
    else:
        opening = {"election": election.election, "method": "paper"}
        said = say("Open ballot %(number)s: %(office)s.") % {
            **named,
            "number": len(election.ballots) + 1,
        }
        yield Hint(said, "", "ballots", opening, say("Open the ballot"))
