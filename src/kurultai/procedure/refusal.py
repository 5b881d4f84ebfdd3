"""Refusal: the rule that forbids a command, with what a person needs to know about it."""

from collections.abc import Mapping


class Refused(Exception):  # noqa: N818 - an answer, not an error
    """A rule forbids it; ``rule`` names the rule, ``facts`` what the sentence about it needs."""

    def __init__(self, rule: str, facts: Mapping[str, str] | None = None) -> None:
        """Refuse by that rule."""
        self.rule = rule
        self.facts: dict[str, str] = dict(facts or {})
        said = ", ".join(f"{name} {value}" for name, value in self.facts.items())
        super().__init__(f"{rule}: {said}" if said else rule)
