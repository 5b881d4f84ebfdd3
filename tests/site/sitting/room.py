"""A meeting that sits, with something of everything before it."""

from kurultai.gate.shapes.sitting import SittingPage
from kurultai.gate.sitting import sitting
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Candidate, Presence, Unit
from kurultai.procedure.facts import new_id
from kurultai.rulebooks import text as shipped
from tests.site.prepared import MEMBERS, OFFICER, THIRD

SITTING = "/meetings/defence-3/sitting"
ELECTION = """
[[election]]
part = "chairs_meeting"
election = "chair"
from = "2008-11-21"
rounds = [
    { majority = "absolute", of = "cast", ballots = 1, stay = "top_two" },
    { majority = "relative", of = "cast", ballots = 0 },
]
confidence = "?"
"""
ASKED, QUESTION = new_id("request", "ask-az"), new_id("decision", "put")
MOTION, OTHER = new_id("motion", "close"), new_id("motion", "suspend")
CONTEST = new_id("election", "elect")
DRAFT = new_id("document", "table")
CONVENED = c.ConveneMeeting(id="convene", series="series:defence", ordinal=3, when="2026-11-25")
STANDING = (
    Candidate("candidate:a", {"en": "Aliya Nurlanova"}, "party:kz"),
    Candidate("candidate:b", {"en": "Mehmet Demir"}, "party:tr"),
)
EN = {"en": "In words"}


def do(house: House, *commands: c.Command) -> None:
    """Carry these out in the name of the secretariat."""
    for command in commands:
        house.submit(OFFICER, command).result()


def open_meeting(house: House) -> None:
    """The third meeting of the defence chairs sits, its list of speakers open."""
    do(
        house,
        c.AdoptRulebook(id="rules", rulebook="turkpa", text=shipped("turkpa") + ELECTION),
        CONVENED,
        c.OpenMeeting(id="open", meeting=THIRD),
        c.TakeAttendance(
            id="attend", meeting=THIRD, present=tuple(Presence(one, 3) for one in MEMBERS)
        ),
    )
    do(
        house,
        c.TakeItem(id="item", meeting=THIRD, item=items(house)[0]),
        c.OpenSpeakersList(id="list", meeting=THIRD, seconds=300),
    )


def fill(house: House) -> None:
    """Somebody speaks, somebody waits, motions are moved, an election is held."""
    do(
        house,
        asking("party:az", "ask-az"),
        asking("party:kz", "ask-kz"),
        c.GiveFloor(id="give", meeting=THIRD, request=new_id("request", "ask-kz")),
        c.MoveMotion(id="close", meeting=THIRD, kind="close_debate", party="party:kz"),
        c.MoveMotion(id="suspend", meeting=THIRD, kind="suspend_meeting", party="party:az"),
        c.RuleOnMotion(id="rule", meeting=THIRD, motion=OTHER, ruling="in_order"),
        c.OpenElection(
            id="elect", meeting=THIRD, office={"en": "Chair"}, rule="chair", candidates=STANDING
        ),
    )


def asking(party: str, name: str, kind: str = "speech") -> c.RequestFloor:
    """A delegation asks for the floor by its head."""
    person = f"person:office-{party.partition(':')[2]}-head"
    return c.RequestFloor(id=name, meeting=THIRD, party=party, kind=kind, person=person)


def put(house: House, method: str = "open") -> None:
    """A question is before the house."""
    seed = "0123456789abcdef" if method == "roll_call" else ""
    question = {"en": "Shall it be so?"}
    do(
        house,
        c.PutQuestion(id="put", meeting=THIRD, question=question, method=method, seed=seed),
    )


def answer(house: House, **choices: str) -> None:
    """Delegations answer, by the last part of their name."""
    for party, choice in choices.items():
        given = c.GivePosition(
            id=f"answer-{party}",
            meeting=THIRD,
            decision=QUESTION,
            party=f"party:{party}",
            choice=choice,
        )
        do(house, given)


def close(house: House) -> None:
    """No more positions are taken."""
    do(house, c.CloseVoting(id="close-voting", meeting=THIRD, decision=QUESTION))


def decide(house: House) -> None:
    """The result is announced."""
    do(house, c.DecideQuestion(id="decide", meeting=THIRD, decision=QUESTION))


def ballot(house: House) -> None:
    """A ballot runs."""
    do(house, c.OpenBallot(id="ballot", meeting=THIRD, election=CONTEST))


def count_papers(house: House) -> None:
    """The tellers' protocol: the first candidate has three votes of four."""
    protocol = c.CountPapers(
        id="count",
        meeting=THIRD,
        election=CONTEST,
        issued=4,
        counts={"candidate:a": 3, "candidate:b": 1},
        tellers=("party:az", "party:tr"),
    )
    do(house, protocol)


def count_hands(house: House) -> None:
    """Three hands in favour, one against."""
    do(house, c.CountHands(id="hands", meeting=THIRD, decision=QUESTION, yes=3, no=1))


def suspend(house: House) -> None:
    """The sitting is suspended."""
    do(house, c.SuspendSitting(id="suspended", meeting=THIRD))


def draft(house: House) -> None:
    """A draft with a paragraph lies before the meeting."""
    units = (Unit("unit:1", "operative", "Invites the parliaments to report."),)
    do(
        house,
        c.TableDocument(
            id="table", kind="recommendation", names={"en": "On five areas"}, meeting=THIRD
        ),
        c.DistributeVersion(
            id="version", document=DRAFT, language="en", standing="authentic", units=units
        ),
    )


def items(house: House) -> list[str]:
    """The items of the agenda."""
    return [item.item for item in shown(house).agenda]


def shown(house: House, person: str = OFFICER) -> SittingPage:
    """The sitting as that person may see it."""
    with house.viewing(person, "en") as viewer:
        return sitting(viewer, THIRD)
