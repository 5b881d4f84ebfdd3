"""All that is said in a sitting, with a nonsense word in each part of it."""

from kurultai.handle import House
from kurultai.procedure import acts as a
from kurultai.procedure.facts import new_id
from tests.leaks.drafts import PARTIES, happen

OF_ALL = "meeting:defence-2"  # everybody may see it, but not all that is said there


def sit(house: House, audience: str, word: str, meeting: str) -> None:
    """In its own meeting, and in one that everybody may see."""
    for held in (meeting, OF_ALL):
        name = f"{word}-{held}"
        happen(house, held, audience, *_moved(name, word), *_elected(name, word))
        happen(house, held, audience, *_voted(name, word))


def _moved(name: str, word: str) -> tuple[a.ActBody, ...]:
    motion, other = new_id("motion", name), new_id("motion", f"{name}-other")
    said = {"en": f"Enough {word}"}
    return (
        a.MotionMoved(motion, "close_debate", "party:kz", said),
        a.MotionMoved(other, f"motion_{word}", "party:tr", said),
        a.MotionRuled(motion, "in_order", {"en": f"Ruled {word}"}),
        a.FloorRequested(new_id("request", name), "", "party:kz", "speech"),
    )


def _elected(name: str, word: str) -> tuple[a.ActBody, ...]:
    standing = (a.Candidate("candidate:a", {"en": f"Candidate {word}"}, "party:az"),)
    office = {"en": f"Office {word}"}
    election = new_id("election", name)
    return (a.ElectionOpened(election, office, f"turkpa/{word}.chair", 1, standing, PARTIES),)


def _voted(name: str, word: str) -> tuple[a.ActBody, ...]:
    """A question that was contested and is not announced yet."""
    decision = new_id("decision", f"{name}-put")
    question, why = {"en": f"Put {word}?"}, {"en": f"Misheard {word}"}
    return (
        a.QuestionPut(decision, question, None, None, "ordinary", PARTIES),
        a.PositionGiven(decision, "party:kz", "yes"),
        a.VotingClosed(decision),
        a.ResultContested(decision, "party:kz", why),
        a.PositionCorrected(decision, "party:kz", "yes", "no", why),
    )
