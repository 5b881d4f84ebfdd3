"""Small assemblies and how they are asked: what the tests of deciding have in common."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Ballot, Count, Outcome, VoteEvent
from kurultai.procedure.rulebook import Quorum, Rule, Rulebook, RuleKind, Seats, Voter

GROUND: dict[str, Any] = {"since": "2000-01-01", "confidence": "C", "article": "Art. 1"}
DAY = "2026-03-14"


@dataclass(frozen=True)
class Member:
    """A voter with what it is worth, and its option; none: it says nothing."""

    name: str
    option: str = ""
    weight: Fraction = Fraction(1)
    population: int = 0
    group: str = ""
    roles: tuple[str, ...] = ()

    def says(self, option: str) -> "Member":
        return replace(self, option=option)


def rule(kind: RuleKind, name: str = "default", **parts: Any) -> Rule:  # noqa: ANN401 - parts of a rule
    return Rule(part="plenary", rule=name, kind=kind, book="body", **{**GROUND, **parts})


def quorum(kind: str, **parts: Any) -> Quorum:  # noqa: ANN401 - parts of a quorum
    return Quorum(part="plenary", kind=kind, **{**GROUND, **parts})  # type: ignore[arg-type]


def body(
    *rules: Rule,
    members: list[Member] | None = None,
    groups: dict[str, Fraction] | None = None,
    seats: int = 0,
    quorums: tuple[Quorum, ...] = (),
) -> Rulebook:
    """The rulebook of a body; its members are its electorate, its groups weigh what is said."""
    voters = [
        Voter(
            voter=m.name,
            weight=m.weight,
            population=m.population,
            group=m.group,
            roles=m.roles,
            **GROUND,
        )
        for m in members or ()
    ]
    voters += [Voter(voter=name, weight=w, **GROUND) for name, w in (groups or {}).items()]
    held = (Seats(part="plenary", seats=seats, **GROUND),) if seats else ()
    return Rulebook("body", (), rules, quorums, (), seats=held, voters=tuple(voters))


def votes(members: list[Member]) -> tuple[Ballot, ...]:
    return tuple(Ballot(m.name, m.option) for m in members if m.option)


def counts(**options: int) -> tuple[Count, ...]:
    """So many of each; not_voting stands for "not voting"."""
    return tuple(Count(option.replace("_", " "), number) for option, number in options.items())


def event(**parts: Any) -> VoteEvent:  # noqa: ANN401 - parts of an event
    return VoteEvent(**{"identifier": "e", "start_date": DAY, **parts})


def decided(book: Rulebook, **parts: Any) -> Outcome:  # noqa: ANN401 - parts of an event
    return decide(book, event(**parts))


def shown(outcome: Outcome, *keys: str) -> tuple[Any, ...]:
    """The result, and what else of the arithmetic is asked for."""
    assert outcome.result != "invalid", outcome.reason
    return (outcome.result, *(outcome.arithmetic[key] for key in keys))
