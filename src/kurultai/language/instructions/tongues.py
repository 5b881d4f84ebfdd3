"""The grammar of each language."""

from kurultai.language.instructions import (
    azerbaijani,
    english,
    hungarian,
    kazakh,
    kyrgyz,
    russian,
    turkish,
    turkmen,
    uzbek,
)
from kurultai.language.instructions.grammar import Grammar

GRAMMARS: dict[str, Grammar] = {
    "az": azerbaijani.GRAMMAR,
    "kk": kazakh.GRAMMAR,
    "ky": kyrgyz.GRAMMAR,
    "tr": turkish.GRAMMAR,
    "uz": uzbek.GRAMMAR,
    "tk": turkmen.GRAMMAR,
    "hu": hungarian.GRAMMAR,
    "ru": russian.GRAMMAR,
    "en": english.GRAMMAR,
}


def grammar_of(language: str) -> Grammar:
    """The language's grammar; English for one that the interface does not speak."""
    return GRAMMARS.get(language, GRAMMARS["en"])
