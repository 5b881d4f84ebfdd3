"""What the six Turkic languages share: a place is a chain of genitives, numbers stand first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kurultai.language.instructions.grammar import Case, Chain, Part, great, steps

_CASES = {"nom": 0, "acc": 0, "of": 1, "in": 2, "after": 3}


@dataclass(frozen=True, slots=True)
class Places:
    """A language's words for places.

    ``nouns`` gives for each kind two rows of four cases (nominative, genitive, locative,
    ablative): alone, and as a part of something. ``figure`` writes the number before a noun,
    ``great`` the Roman one. ``preamble`` is "of the preamble", alone and as a part of an annex,
    where the language says it before the number.
    """

    nouns: Mapping[str, tuple[str, str]]
    figure: Callable[[int], str]
    great: str = "{} "
    preamble: tuple[str, str] = ("", "")

    def __call__(self, chain: Chain, case: Case) -> str:
        """The place from the outermost part: I əlavənin 4-cü bəndinin (a) yarımbəndi."""
        cases = (*("of" for _ in chain[1:]), case)
        parts = zip(chain, cases, strict=True)
        return " ".join(self._part(part, of, at > 0) for at, (part, of) in enumerate(parts))

    def _part(self, part: Part, case: Case, owned: bool) -> str:  # noqa: FBT001 - one of two rows
        rows = self.nouns.get(part.kind, (f"{part.kind}|{part.kind}|{part.kind}|{part.kind}",) * 2)
        noun = rows[owned].split("|")[_CASES[case]]
        return self._before(part, owned) + noun

    def _before(self, part: Part, owned: bool) -> str:  # noqa: FBT001
        match part.kind:
            case "section" | "annex":
                return self.great.format(great(part.numbers))
            case "point":
                return "".join(f"({sign})" for sign in steps(part.numbers)) + " "
            case "preamble":
                return self.preamble[owned] + self.figure(part.numbers[0])
            case _:
                return self.figure(part.numbers[0]) if part.numbers else ""


def kinds(nouns: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Each kind of unit by its name."""
    return {kind: rows[0].split("|")[0] for kind, rows in nouns.items() if kind != "title"}


def new(nouns: Mapping[str, tuple[str, str]], word: str) -> dict[str, str]:
    """A new one of each kind."""
    return {kind: f"{word} {name}" for kind, name in kinds(nouns).items()}
