"""A field for words in each of the assembly's languages."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kurultai.language import ENDONYMS
from kurultai.procedure.acts import Words
from kurultai.site.forms.plain import plain
from kurultai.site.tongue import lazy as _

_BREAK = re.compile(r"\s*\n\s*")
_NAMED = 'name="{0}" id="id_{0}" lang="{1}" maxlength="{3}"'
_LINE = f'<input type="text" {_NAMED} value="{{2}}">'
_AREA = f'<textarea {_NAMED} rows="{{4}}">\n{{2}}</textarea>'


class WordsInput(forms.Widget):
    """One labelled input a language: the viewer's in sight, the others a step away."""

    use_fieldset = True
    languages: tuple[str, ...] = ("en",)

    def __init__(self, rows: int, longest: int) -> None:
        """Single lines, or areas of so many rows."""
        super().__init__()
        self.rows, self.longest = rows, longest

    def value_from_datadict(
        self,
        data: Mapping[str, str],
        files: object,  # noqa: ARG002 - as Django calls it
        name: str,
    ) -> Words:
        """The words by language, as they were sent."""
        return {language: data.get(f"{name}-{language}", "") for language in self.languages}

    def render(
        self,
        name: str,
        value: Words | None,
        attrs: dict[str, Any] | None = None,  # noqa: ARG002 - as Django calls it
        renderer: object = None,  # noqa: ARG002
    ) -> SafeString:
        """The inputs as HTML."""
        words = value or {}
        first, *others = (self._input(name, code, words.get(code, "")) for code in self.languages)
        if not others:
            return first
        filled = [code for code in self.languages[1:] if words.get(code)]
        is_open = bool(filled) and not words.get(self.languages[0])
        return format_html(
            "{}<details{}><summary>{}{}</summary>{}</details>",
            first,
            SafeString(" open") if is_open else "",
            _("Other languages"),
            f" ({len(filled)})" if filled else "",
            format_html_join("", "{}", ((other,) for other in others)),
        )

    def _input(self, name: str, code: str, text: str) -> SafeString:
        shape = _AREA if self.rows > 1 else _LINE
        label = '<div class="word"><label for="id_{0}" lang="{1}">{2}</label>{3}</div>'
        full = f"{name}-{code}"
        inner = format_html(shape, full, code, text, self.longest, self.rows)
        return format_html(label, full, code, ENDONYMS.get(code, code), inner)


class WordsField(forms.Field):
    """Words by language; at least one language where they are needed."""

    def __init__(self, *, rows: int = 1, longest: int = 300, **options: Any) -> None:  # noqa: ANN401
        """Lines, or longer texts of so many rows."""
        super().__init__(widget=WordsInput(rows, longest), **options)
        self.longest = longest

    def speak(self, languages: tuple[str, ...]) -> None:
        """Ask for words in these languages, the first in sight."""
        self.widget.languages = languages

    def clean(self, value: Words) -> Words:
        """The words in the languages that have any."""
        kept = {code: plain(text) for code, text in value.items() if plain(text)}
        if self.required and not kept:
            raise ValidationError(_("Write this in at least one language."))
        if any(len(text) > self.longest for text in kept.values()):
            raise ValidationError(_("This is too long."))
        return kept


class WordingField(WordsField):
    """The wording of one paragraph, in the languages of its text, whichever the assembly speaks.

    A line break that was not in the wording before is a space.
    """

    def __init__(self, before: Words, languages: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401
        """Beside the wording as it is; text boxes as long as it needs."""
        longest = max(map(len, before.values()), default=0)
        super().__init__(rows=2 + longest // 70, longest=50_000, **options)
        self.before, self.initial = before, dict(before)
        self.widget.languages = languages

    def speak(self, languages: tuple[str, ...]) -> None:
        """It has languages of its own."""

    def clean(self, value: Words) -> Words:
        """The wording by language."""
        cleaned = super().clean(value).items()
        return {code: one_line(words, self.before.get(code, "")) for code, words in cleaned}


def one_line(words: str, before: str) -> str:
    """The words of a text box; a line break that was not there before is a space."""
    return words if "\n" in before else _BREAK.sub(" ", words)
