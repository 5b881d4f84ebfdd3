"""The headings of spreadsheets and the words in them, known again in every language."""

import re
from collections.abc import Iterable
from functools import cache

from kurultai.language import LANGUAGES
from kurultai.language.catalogue import tongue
from kurultai.language.columns_known import ALSO
from kurultai.language.messages import P_
from kurultai.language.terms import TERMS

HEADINGS = {
    "commitment": P_("column", "Identity"),
    "seen": P_("column", "As of"),
    "text": P_("column", "Text"),
    "adopted": P_("column", "Adopted"),
    "meeting": P_("column", "Meeting"),
    "paragraph": P_("column", "Paragraph"),
    "words": P_("column", "Wording"),
    "language": P_("column", "Language"),
    "party": P_("column", "Parliament"),
    "proposed_by": P_("column", "Proposed by"),
    "due": P_("column", "Due"),
    "state_now": P_("column", "State now"),
    "state": P_("column", "State"),
    "new_state": P_("column", "New state"),
    "done": P_("column", "What was done"),
    "happened": P_("column", "When"),
    "links": P_("column", "Links"),
    "milestones": P_("column", "Milestones"),
    "reached": P_("column", "Milestones reached"),
    "answered": P_("column", "Answered"),
    "reply": P_("column", "Reply"),
    "link": P_("column", "Link"),
    "action": P_("column", "Action"),
    "tags": P_("column", "Tags"),
    "remark": P_("column", "Remark"),
}
_APART = re.compile(r"[\W_]+")


def heading(language: str, column: str) -> str:
    """What the column is called."""
    return tongue(language).pgettext("column", HEADINGS[column])


def plain(words: str) -> str:
    """The words as they are compared: without case, signs, and what i's and e's differ in."""
    small = words.casefold().replace("\u0307", "").replace("ı", "i").replace("ё", "е")
    return _APART.sub(" ", small).strip()


def column_of(words: str, columns: Iterable[str]) -> str:
    """Which of the columns has that heading, in whichever language; "" if none has."""
    return _columns(tuple(columns)).get(plain(words), "")


@cache
def _columns(columns: tuple[str, ...]) -> dict[str, str]:
    """Headings as they are compared; our own go before what others write."""
    own = (
        (words, column)
        for column in columns
        for words in (column, HEADINGS[column], *_in_all("column", HEADINGS[column]))
    )
    also = ((words, column) for column in columns for words in ALSO["column"].get(column, ()))
    return _first((*own, *also))


def _in_all(context: str, english: str) -> tuple[str, ...]:
    return tuple(tongue(language).pgettext(context, english) for language in LANGUAGES)


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Of two alike the first one has the words."""
    found: dict[str, str] = {}
    for words, key in pairs:
        found.setdefault(plain(words), key)
    return found


def key_of(words: str, scheme: str) -> str:
    """Which key of the vocabulary is called that, in whichever language; "" if none is."""
    return _keys(scheme).get(plain(words), "")


@cache
def _keys(scheme: str) -> dict[str, str]:
    terms, others = TERMS[scheme], ALSO.get(scheme, {})
    own = ((words, key) for key in terms for words in (key, *_in_all(scheme, terms[key])))
    also = ((words, key) for key in terms for words in others.get(key, ()))
    return _first((*own, *also))
