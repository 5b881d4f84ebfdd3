"""What a paragraph asks of whom, as its words let one guess: for a person to confirm."""

from kurultai.language.undertakings.read import Suggestion, suggest, suggested

__all__ = ["Suggestion", "suggest", "suggested"]
