"""How a commitment is carried: the closed set of actions, and what makes sense together."""

from dataclasses import replace

from kurultai.procedure import acts as a
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, asked_day, known, worded

ACTIONS = (
    "legislate",  # a law of its own
    "harmonise",  # laws brought closer to those of the others
    "model_law",  # a model law prepared or followed
    "report",
    "exchange",  # of experts, experience, visits
    "exercise",  # joint exercises
    "share",  # data, information
    "budget",
    "coordinate",  # positions elsewhere, in other bodies
    "declare",  # a joint statement
    "convene",  # a meeting, a conference
    "study",
    "other",
)


def check_undertaking(register: Register, undertaking: a.Undertaking) -> a.Undertaking:
    """The undertaking with its words tidied; Refused if a part names nothing that is there."""
    if undertaking.action:
        known(undertaking.action, ACTIONS, "commitment.action_unknown")
    if undertaking.lead:
        known(undertaking.lead, register.parties, "register.party_unknown")
    for tag in undertaking.tags:  # what stood under one that has ended goes on standing there
        known(tag, register.tags | register.ended, "register.tag_unknown")
    for day in (undertaking.due, undertaking.until):
        if day:
            asked_day(day)
    _check_end(undertaking)
    return replace(undertaking, milestones=_milestones(undertaking))


def _check_end(undertaking: a.Undertaking) -> None:
    due, until = undertaking.due, undertaking.until
    if due and until and asked_day(until) < asked_day(due):
        raise Refused("commitment.ends_before_due", {"due": due, "until": until})


def _milestones(undertaking: a.Undertaking) -> tuple[a.Milestone, ...]:
    names = [milestone.milestone for milestone in undertaking.milestones]
    if len(set(names)) < len(names) or not all(names):
        raise Refused("commitment.milestone_twice")
    for milestone in undertaking.milestones:
        if milestone.due:
            asked_day(milestone.due)
    return tuple(replace(m, words=worded(m.words)) for m in undertaking.milestones)
