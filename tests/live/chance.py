"""Whatever may be asked for in a sitting, drawn by a seed: much of it is refused."""

from contextlib import suppress
from random import Random
from typing import Any

from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Presence
from kurultai.procedure.refusal import Refused
from tests.site.prepared import MEMBERS, OFFICER, THIRD
from tests.site.sitting.room import STANDING, items, shown

AUDIENCES = ("public", "public", "public", "members", "secretariat", "party:az", "party:kz")
KINDS = ("speech", "point_of_order", "right_of_reply")
MOTIONS = ("suspend_meeting", "adjourn_meeting", "adjourn_debate", "close_debate")
EN = {"en": "In words"}


def happen(house: House, chance: Random, number: int) -> None:
    """So many requests, one after another."""
    for n in range(number):
        command = _draw(house, chance, f"chance-{n}")
        with suppress(Refused):
            house.submit(OFFICER, command).result()


def _draw(house: House, chance: Random, name: str) -> c.Command:
    page = shown(house)
    party = chance.choice((*MEMBERS, "party:hu"))
    audience = chance.choice(AUDIENCES)
    here: dict[str, Any] = {"id": name, "meeting": THIRD, "audience": audience}
    vote = page.vote.decision.decision if page.vote else ""
    motion = chance.choice(page.motions).motion if page.motions else ""
    election = page.elections[-1].election if page.elections else ""
    makes: tuple[Any, ...] = (
        lambda: c.TakeItem(**here, item=chance.choice(["", *items(house)])),
        lambda: c.SuspendSitting(**here) if chance.random() < 0.3 else c.ResumeSitting(**here),
        lambda: c.ResumeSitting(**here),
        lambda: c.ChangeAttendance(**here, party=party, present=chance.random() < 0.7, members=2),
        lambda: c.TakeAttendance(**here, present=tuple(Presence(one, 3) for one in MEMBERS)),
        lambda: c.OpenSpeakersList(**here, seconds=chance.randrange(600)),
        lambda: c.CloseSpeakersList(**here),
        lambda: c.RequestFloor(**here, party=party, kind=chance.choice(KINDS), person=_head(party)),
        lambda: c.RequestFloor(**here, party=party, kind=chance.choice(KINDS), person=_head(party)),
        lambda: c.GiveFloor(**here),
        lambda: c.EndFloor(**here),
        lambda: c.MoveMotion(**here, kind=chance.choice(MOTIONS), party=party),
        lambda: c.SecondMotion(**here, motion=motion, party=party),
        lambda: c.RuleOnMotion(
            **here, motion=motion, ruling=chance.choice(("in_order", "withdrawn"))
        ),
        lambda: c.PutQuestion(**here, question=EN, motion=motion or None),
        lambda: c.PutQuestion(**here, question=EN, method="hands"),
        lambda: c.PutQuestion(**here, question=EN, method="roll_call", seed="7"),
        *(
            lambda: c.GivePosition(
                **here, decision=vote, party=party, choice=chance.choice(("yes", "no", "abstain"))
            ),
        )
        * 3,
        lambda: c.CountHands(**here, decision=vote, yes=3, no=1),
        lambda: c.CloseVoting(**here, decision=vote),
        lambda: c.ContestResult(**here, decision=vote, party=party),
        lambda: c.DecideQuestion(**here, decision=vote),
        lambda: c.OpenElection(**here, office=EN, rule="chair", candidates=STANDING),
        lambda: c.OpenBallot(**here, election=election),
        lambda: c.WithdrawCandidate(**here, election=election, candidate="candidate:b"),
        lambda: c.CountPapers(
            **here, election=election, issued=4, counts={"candidate:a": 3}, tellers=MEMBERS[:2]
        ),
        lambda: c.RecordStatement(
            **here, speaker=EN, on_behalf=party, summary={"en": f"Said {name}"}, tags=()
        ),
        lambda: c.RegisterDelegation(
            **here, party=party, head=f"Head {name}", members=(f"Member {name}",)
        ),
        lambda: c.MoveMeeting(**here, when="2026-11-25", place={"en": f"Hall {name}"}),
        lambda: c.RenameOrgan(
            id=name, organ="organ:chairs-defence", names={"en": f"Chairs {name}"}, mandate={}
        ),
        lambda: c.RegisterPerson(id=name, person=f"person:{name}", names={"en": name}),
    )
    made: c.Command = chance.choice(makes)()
    return made


def _head(party: str) -> str:
    return f"person:office-{party.partition(':')[2]}-head"
