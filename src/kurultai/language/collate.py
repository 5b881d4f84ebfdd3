"""Alphabetical order as each language keeps it.

An alphabet is a list of its letters in order; a letter of several characters, such as
Hungarian gy or Uzbek sh, is one letter. Accents that make no letter of their own decide only
between words that are otherwise alike. Figures come before letters, a foreign letter after
the letter of which it is a form, or at the end.
"""

import re
import unicodedata
from functools import cache

from kurultai.language.case import lower

_CYRILLIC = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"
_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
ALPHABETS = {
    "az": "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v y z",
    "kk": "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
    "ky": "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
    "tr": "a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z",
    "uz": "a b d e f g h i j k l m n o p q r s t u v x y z oʻ gʻ sh ch",
    "tk": "a b ç d e ä f g h i j ž k l m n ň o ö p r s ş t u ü w y ý z",
    "hu": "a b c cs d dz dzs e f g gy h i j k l ly m n ny o ö p q r s sz t ty u ü v w x y z zs",
    "ru": _CYRILLIC,
    "en": _LATIN,
}
TWINS = {
    "tr": {"â": "a", "î": "i", "û": "u"},
    "hu": {"á": "a", "é": "e", "í": "i", "ó": "o", "ő": "ö", "ú": "u", "ű": "ü"},
    "ru": {"ё": "е"},
}
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`", "ʻ"))
_DOUBLED = re.compile("ccs|ggy|lly|nny|ssz|tty|zzs")
_SPACE, _FIGURES, _LETTERS, _FOREIGN = 1, 2, 20, 1000  # where each sort of letter begins

Key = tuple[tuple[int, ...], tuple[int, ...], str]


def sort_key(text: str, language: str) -> Key:
    """By letters, then by accents, then by the text itself."""
    ranks = [_rank(letter, language) for letter in _letters(_spelt(text, language), language)]
    letters = tuple(rank for rank, _ in ranks if rank)
    return letters, tuple(accent for rank, accent in ranks if rank), text


def _spelt(text: str, language: str) -> str:
    """In small letters, long Hungarian digraphs in full, one sign for the Uzbek apostrophe."""
    small = lower(text, language)
    match language:
        case "hu":
            return _DOUBLED.sub(lambda m: 2 * m[0][1:], small)
        case "uz":
            return small.translate(_APOSTROPHES)
        case _:
            return small


def _letters(text: str, language: str) -> list[str]:
    """The text cut into letters, the longest that the alphabet knows first."""
    known, longest = _alphabet(language)
    found, at = [], 0
    while at < len(text):
        sizes = (size for size in range(longest, 1, -1) if text[at : at + size] in known)
        size = next(sizes, 1)
        found.append(text[at : at + size])
        at += size
    return found


@cache
def _alphabet(language: str) -> tuple[dict[str, int], int]:
    """Each letter's place, and how many characters the longest has."""
    letters = ALPHABETS.get(language, _LATIN).split()
    places = {letter: _LETTERS + place for place, letter in enumerate(letters)}
    return places, max(map(len, letters))


@cache
def _rank(letter: str, language: str) -> tuple[int, int]:
    """The letter's place and its accent's; a mark of punctuation has no place."""
    known, _ = _alphabet(language)
    twin = TWINS.get(language, {}).get(letter)
    if twin:
        return known[twin], 1
    if letter in known:
        return known[letter], 0
    if letter.isspace():
        return _SPACE, 0
    if letter.isdecimal():
        return _FIGURES + unicodedata.decimal(letter), 0
    return _foreign(letter, known)


def _foreign(letter: str, known: dict[str, int]) -> tuple[int, int]:
    """A foreign letter goes after the letter it is a form of, another script's after all."""
    base = unicodedata.normalize("NFD", letter)[:1]
    if base != letter and base in known:
        return known[base], 1 + ord(letter)
    return (_FOREIGN + ord(letter), 0) if letter.isalpha() else (0, 0)
