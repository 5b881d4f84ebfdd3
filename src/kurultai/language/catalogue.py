"""The translations of the interface: one catalogue a language, read from its .po once.

A catalogue is read as text, in a few milliseconds, so there is nothing to compile and nothing
that could be older than its source. A message that has no translation is said in English.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from gettext import NullTranslations, c2py
from itertools import groupby
from pathlib import Path

from kurultai.language import LANGUAGES

LOCALE = Path(__file__).parent / "locale"

_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(.*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_PLURAL = re.compile(r"plural=([^;]+);")
_CONTEXT = "\x04"  # as in compiled catalogues


@dataclass(slots=True)
class Entry:
    """A message of a catalogue: its parts by their keyword."""

    parts: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The message, behind its context if it has one."""
        context = self.parts.get("msgctxt")
        return self.parts["msgid"] if context is None else context + _CONTEXT + self.parts["msgid"]

    @property
    def forms(self) -> tuple[str, ...]:
        """The translation, or one for each plural form; empty where there is none."""
        return tuple(text for part, text in self.parts.items() if part.startswith("msgstr"))


class Tongue(NullTranslations):
    """One language's messages."""

    def __init__(
        self,
        language: str,
        messages: dict[str, tuple[str, ...]],
        form_of: Callable[[int], int],
    ) -> None:
        super().__init__()
        self.language = language
        self._messages = messages
        self._form_of = form_of

    def gettext(self, message: str) -> str:
        """The message in this language."""
        forms = self._messages.get(message)
        return forms[0] if forms else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of the message that goes with the number."""
        forms = self._messages.get(msgid1, ())
        form = self._form_of(n)
        if form < len(forms):
            return forms[form]
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:
        """The message as it is said in that context."""
        forms = self._messages.get(context + _CONTEXT + message)
        return forms[0] if forms else message

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The form of the message, in that context, that goes with the number."""
        found = self.ngettext(context + _CONTEXT + msgid1, context + _CONTEXT + msgid2, n)
        return found.rpartition(_CONTEXT)[2]


def tongue(language: str) -> Tongue:
    """The catalogue of the language; English for one that the interface does not speak."""
    return _tongue(language if language in LANGUAGES else "en")


def path_of(language: str, locale: Path = LOCALE) -> Path:
    """Where the language's catalogue is."""
    return locale / language / "LC_MESSAGES" / "kurultai.po"


@cache
def _tongue(language: str) -> Tongue:
    path = path_of(language)
    entries = list(read_entries(path.read_text(encoding="utf-8"))) if path.exists() else []
    messages = {e.key: e.forms for e in entries if e.key and all(e.forms)}
    return Tongue(language, messages, _form_of(entries))


def _form_of(entries: list[Entry]) -> Callable[[int], int]:
    header = next((entry.forms[0] for entry in entries if not entry.key), "")
    rule = _PLURAL.search(header)
    chosen: Callable[[int], int] = c2py(rule[1] if rule else "n != 1")
    return chosen


def read_entries(text: str) -> Iterator[Entry]:
    """The entries of a .po file; what is commented out is not read."""
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    for blank, block in groupby(lines, key=lambda line: not line.strip()):
        if not blank:
            yield _entry(block)


def _entry(lines: Iterator[str]) -> Entry:
    entry = Entry()
    keyword = ""
    for line in lines:
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise ValueError(f"not a line of a catalogue: {line}")
        keyword = match[1] or keyword
        entry.parts[keyword] = entry.parts.get(keyword, "") + _unescaped(match[2])
    return entry


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda match: _ESCAPED.get(match[1], match[1]), text)
