"""Upper and lower case as each language writes it.

Turkish and Azerbaijani keep the dotted and the dotless i apart; nobody else does. Python's own
`lower` leaves a combining dot behind İ, so that text from users never goes through it alone.
"""

import unicodedata

DOTTED = ("tr", "az")

_UP = str.maketrans({"i": "İ", "ı": "I"})
_DOWN = str.maketrans({"İ": "i", "I": "ı"})
_PLAIN_DOWN = str.maketrans({"İ": "i"})


def upper(text: str, language: str) -> str:
    """The text in capitals."""
    text = unicodedata.normalize("NFC", text)
    return (text.translate(_UP) if language in DOTTED else text).upper()


def lower(text: str, language: str) -> str:
    """The text in small letters."""
    text = unicodedata.normalize("NFC", text)
    return text.translate(_DOWN if language in DOTTED else _PLAIN_DOWN).lower()


def title(text: str, language: str) -> str:
    """The text with a capital at the beginning of each word."""
    return " ".join(_capital(word, language) for word in text.split(" "))


def _capital(word: str, language: str) -> str:
    return upper(word[:1], language) + lower(word[1:], language)
