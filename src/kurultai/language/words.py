"""Words that people wrote in several languages: which of them a reader is shown."""

from collections.abc import Mapping


def pick(words: Mapping[str, str], language: str) -> tuple[str, str]:
    """The wording and the language it is in: the reader's, else English, else any there is."""
    for wanted in (language, "en", *words):
        if words.get(wanted):
            return words[wanted], wanted
    return "", ""
