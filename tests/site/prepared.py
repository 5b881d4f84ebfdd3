"""Where the forms are, and meetings in the state that a form needs."""

from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Presence, Unit
from kurultai.procedure.facts import new_id

OFFICER = "person:office-secretariat"
THIRD = "meeting:defence-3"
MEMBERS = ("party:az", "party:kz", "party:kg", "party:tr")
MISSING = {  # for each kind of address, something that is there
    "series": "defence",
    "meetings": "defence-2",
    "documents": "draft",
    "amendments": "tabled",
    "decisions": "put",
    "commitments": "none",
    "parties": "az",
    "organs": "plenary",
    "strategies": "body_own",
    "tags": "terrorism",
}


def addresses() -> list[str]:
    """Every address of a form, about something that is there if anything is."""
    from kurultai.site.forms.steps import STEPS

    found = (*STEPS, "parties/<name>/people/new", "parties/<name>/people/sign-ins/new")
    named = [a.replace("<name>", MISSING.get(a.split("/")[0], "")) for a in found]
    return ["/" + address for address in (*named, "register/", "register/sign-ins/new")]


def size(house: House) -> int:
    """How many acts the record holds."""
    with house.viewing(OFFICER, "en") as viewer:
        return viewer.position


def convene(house: House) -> None:
    """The third meeting of the defence chairs, convened."""
    house.submit(
        OFFICER,
        c.ConveneMeeting(id="convene", series="series:defence", ordinal=3, when="2026-12-01"),
    ).result()


def put(house: House) -> str:
    """The third meeting, sitting, with a question; the question's name."""
    convene(house)
    present = tuple(Presence(party, 3) for party in (*MEMBERS, "party:hu"))
    document = new_id("document", "table")
    for command in (
        c.OpenMeeting(id="open", meeting=THIRD),
        c.TakeAttendance(id="attend", meeting=THIRD, present=present),
        c.TableDocument(id="table", kind="recommendation", names={"en": "On five areas"}),
        c.DistributeVersion(
            id="distribute",
            document=document,
            language="en",
            standing="authentic",
            units=(Unit("unit:1", "operative", "Invites the parliaments to report."),),
        ),
        c.PutQuestion(id="put", meeting=THIRD, question={"en": "To adopt it?"}, document=document),
    ):
        house.submit(OFFICER, command).result()
    return new_id("decision", "put").removeprefix("decision:")


def voted(house: House) -> str:
    """The same with the question decided, so that its text is a draft that nobody votes on."""
    question = put(house)
    command = c.DecideQuestion(id="decide", meeting=THIRD, decision=f"decision:{question}")
    house.submit(OFFICER, command).result()
    return question
