"""Words that may be left out."""

from kurultai.procedure import acts as a


def said(words: a.Words) -> a.Words:
    """The words in the languages that have any; they may be none."""
    kept = {language: text.strip() for language, text in words.items()}
    return {language: text for language, text in kept.items() if text}
