"""From the bytes of a text file to its letters: UTF-8, UTF-16, or what was used before them."""

import codecs
import re
import unicodedata

from kurultai.papers.draft import Unreadable
from kurultai.texts.wording import nfc

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CYRILLIC = ("cp1251", "koi8-r", "cp866")
_BEFORE_UNICODE = {
    "az": ("cp1254",),
    "hu": ("cp1250",),
    "kk": ("kz1048", "ptcp154", "koi8-r", "cp866"),
    "ky": ("ptcp154", "cp1251", "koi8-r", "cp866"),
    "ru": _CYRILLIC,
    "tr": ("cp1254",),
    "uz": ("cp1251", "cp1254"),
}
_OTHERS = ("cp1252",)
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffe\uffff]")
_SAMPLE = 4_000  # letters that show which encoding it is


def decoded(data: bytes, language: str) -> str:
    """The text, in NFC. Raises Unreadable: paper.binary if it is none, paper.encoding."""
    text = _unicode(data)
    if text is None:
        if b"\0" in data:
            raise Unreadable("paper.binary")
        text = _older(data, language)
    if _NO_TEXT.search(text):
        raise Unreadable("paper.binary")
    return nfc(text)


def _unicode(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(data[len(mark) :], encoding)
    for encoding, zero in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        # Without a mark: of a text with spaces or digits, every other byte is often nought.
        if zero.count(0) * 8 > len(zero) and len(data) % 2 == 0:
            found = _as(data, encoding)
            if found is not None and not _NO_TEXT.search(found):
                return found
    return _as(data, "utf-8")


def _as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _older(data: bytes, language: str) -> str:
    tried = (_as(data, encoding) for encoding in _BEFORE_UNICODE.get(language, _OTHERS))
    found = [text for text in tried if text is not None]
    if not found:
        raise Unreadable("paper.encoding")
    return max(found, key=_likely)


def _likely(text: str) -> int:
    """Higher the more it looks like words: small letters, and capitals that begin them."""
    sample = [one for one in text if ord(one) > ord("~")][:_SAMPLE]
    return sum(
        1 if unicodedata.category(one) == "Ll" else -1 if unicodedata.category(one) != "Lu" else 0
        for one in sample
    )
