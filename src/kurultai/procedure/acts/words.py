"""What many acts are made of: words by language, and where a fact was read."""

from dataclasses import dataclass

Words = dict[str, str]  # language -> wording


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read; confidence C, S, R or ? as in docs/words.md."""

    confidence: str
    link: str = ""
    note: str = ""


Sources = tuple[Source, ...]
