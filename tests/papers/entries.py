"""Entries of rulebooks, written shortly, and what is said of them."""

from typing import Any

from kurultai.papers.rules import say_entry
from kurultai.procedure.rulebook import (
    Dated,
    Election,
    Quorum,
    QuorumKind,
    Round,
    Rule,
    RuleKind,
)

ANYWHERE: dict[str, Any] = {"since": "2008-11-21", "confidence": "C"}
GROUND: dict[str, Any] = {**ANYWHERE, "part": "plenary"}


def rule(kind: RuleKind = "majority_cast", **parts: Any) -> Rule:  # noqa: ANN401 - parts of a rule
    return Rule(kind=kind, **{**GROUND, **parts})


def quorum(kind: QuorumKind, **parts: Any) -> Quorum:  # noqa: ANN401 - parts of a quorum
    return Quorum(kind=kind, **{**GROUND, **parts})


def elected(*rounds: Round, **parts: Any) -> Election:  # noqa: ANN401 - parts of an election
    return Election(rounds=rounds, **{**GROUND, **parts})


def said(entry: Dated, language: str = "en") -> str:
    return " ".join(say_entry(entry, language))
