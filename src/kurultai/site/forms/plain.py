"""Text without what no reader sees: control signs, and signs that turn the writing round."""

from typing import Any

from django import forms

_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """The text without them; a name must not look like another in the minutes."""
    kept = (sign for sign in text.replace("\r\n", "\n") if _is_seen(sign))
    return "".join(kept).strip()


def _is_seen(sign: str) -> bool:
    return sign in "\n\t" or (sign >= " " and sign != "\x7f" and sign not in _TURNING)


class PlainField(forms.CharField):
    """A text that is kept as `plain` leaves it."""

    def to_python(self, value: Any) -> str:  # noqa: ANN401 - as Django calls it
        """The text without what no reader sees."""
        return plain(super().to_python(value))
