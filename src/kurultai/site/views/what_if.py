"""What if: numbers put in, and the result under this body's rules and those of others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from kurultai import rulebooks
from kurultai.gate.rules import rulebook_on
from kurultai.procedure.counting.decide import decide
from kurultai.procedure.counting.event import Count, Outcome, VoteEvent
from kurultai.procedure.rulebook import Rule, Rulebook
from kurultai.site.bar import Bar, bar
from kurultai.site.known import finding_said
from kurultai.site.views.rules import Described, asked_day, body, shipped
from kurultai.site.views.shown import Asking, Shown

CHOICES = ("yes", "no", "abstain", "not voting", "absent")  # in the order of the form
_MOST = 100_000  # of each: more than any assembly has


@dataclass(frozen=True, slots=True)
class Answer:
    """What one rule of one body makes of the numbers."""

    rule: Rule
    outcome: Outcome
    said: tuple[str, ...]
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class Answers:
    """What one body makes of the numbers, rule by rule; ``names`` are of the body."""

    book: str
    names: dict[str, str]
    own: bool
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The numbers as they were put in, and the answers; none before anything is put in."""

    on: str
    numbers: dict[str, int]
    challenged: bool
    wrong: tuple[str, ...]  # choices whose number could not be read
    bodies: tuple[Answers, ...]
    silent: tuple[Described, ...]  # whose rules ask for more than numbers


def what_if(asking: Asking) -> Shown:
    """The form, and the answers to what was put in."""
    on = asked_day(asking)
    numbers, wrong = _numbers(asking.filters)
    challenged = "challenged" in asking.filters
    asked = any(numbers.values()) and not wrong
    bodies = tuple(_bodies(asking, on, numbers, challenged=challenged)) if asked else ()
    silent = tuple(body(b.book) for b in bodies if not b.answers and not b.own)
    page = WhatIf(on, numbers, challenged, wrong, bodies, silent)
    return Shown("what_if.html", page, "", {"choices": CHOICES})


def _numbers(filters: Mapping[str, str]) -> tuple[dict[str, int], tuple[str, ...]]:
    numbers: dict[str, int] = {}
    wrong: list[str] = []
    for choice in CHOICES:
        text = filters.get(choice.replace(" ", "_"), "").strip()
        number = _number(text)
        if number is None:
            wrong.append(choice)
        numbers[choice] = number or 0
    return numbers, tuple(wrong)


def _number(text: str) -> int | None:
    """The number as written, 0 if nothing is; None if it is none, or more than any assembly has."""
    if not text:
        return 0
    digits = text.lstrip("0") or "0"
    if not (text.isascii() and text.isdigit() and len(digits) <= len(str(_MOST))):
        return None
    return int(digits) if int(digits) <= _MOST else None


def _bodies(
    asking: Asking, on: str, numbers: Mapping[str, int], *, challenged: bool
) -> Iterator[Answers]:
    event = VoteEvent(
        identifier="what-if",
        start_date=on,
        counts=tuple(Count(choice, number) for choice, number in numbers.items()),
        challenged=challenged,
    )
    own = rulebook_on(asking.viewer, on)
    if own is not None:
        yield Answers(own.name, {}, True, tuple(_answers(asking, own, on, event)))
    for name in rulebooks.names():
        if own is None or name != own.name:
            answers = tuple(_answers(asking, shipped(name), on, event))
            yield Answers(name, body(name).names, False, answers)


def _answers(asking: Asking, book: Rulebook, on: str, event: VoteEvent) -> Iterator[Answer]:
    for rule in book.rules_on(on):
        outcome = decide(book, replace(event, rule=f"{rule.part}.{rule.rule}"))
        if outcome.result != "invalid":
            finding: dict[str, Any] = outcome.arithmetic
            said = finding_said(asking.viewer, finding).plain
            yield Answer(rule, outcome, said, bar(finding))
