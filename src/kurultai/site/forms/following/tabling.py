"""A text of plain paragraphs, drafted in many languages, edited, and tabled in all of them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError

from kurultai.language import ENDONYMS, LANGUAGES
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Unit, Words
from kurultai.procedure.facts import new_id
from kurultai.site.forms import fields
from kurultai.site.forms.step import Step
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _

_BLANK = re.compile(r"\n\s*\n")


class TableDrafted(Step):
    """A document whose title and text the record drafts in every language of the interface.

    A language whose text is emptied is left out; the others have the same paragraphs.
    """

    button = _("Publish")
    kind = c.TableText
    is_wide = True
    names = fields.words(_("Title"))
    text = fields.words(_("Text"), rows=16, longest=20_000)

    def languages(self) -> tuple[str, ...]:
        """All of the interface, the viewer's first."""
        return tuple(sorted(LANGUAGES, key=lambda code: code != self.viewer.language))

    def clean(self) -> dict[str, Any]:
        """Every language has a title, and as many paragraphs as the first."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        texts: Words = cleaned.get("text", {})
        counts = {code: len(paragraphs(words)) for code, words in texts.items()}
        most = next(iter(counts.values()), 0)
        self._complain("text", (code for code, n in counts.items() if n != most), _UNEVEN)
        names: Words = cleaned.get("names", {})
        self._complain("names", (code for code in texts if names and code not in names), _UNNAMED)
        return cleaned

    def _complain(self, field: str, languages: Iterable[str], sentence: object) -> None:
        if wrong := ", ".join(ENDONYMS[code] for code in languages):
            self.add_error(field, ValidationError(str(sentence) % {"languages": wrong}))

    def versions(self) -> Iterator[c.FirstVersion]:
        """The text in each language, one that the assembly speaks first and authentic."""
        texts: Words = self.given("text")
        first = next((code for code in super().languages() if code in texts), next(iter(texts)))
        for code in sorted(texts, key=lambda code: code != first):
            standing = "authentic" if code == first else "translation"
            yield c.FirstVersion(code, standing, self.units(code, paragraphs(texts[code])))

    def units(self, language: str, found: tuple[str, ...]) -> tuple[Unit, ...]:
        """The title and the paragraphs as the units of a text, the same in every language."""
        title = Unit("title", "heading", self.given("names")[language])
        return (title, *(Unit(f"par-{n}", "preamble", words) for n, words in enumerate(found, 1)))

    def goes_to(self) -> str:
        """The document."""
        return path_of(new_id("document", self.id))


_UNEVEN = _("Not as many paragraphs as in the first language: %(languages)s.")
_UNNAMED = _("There is no title in: %(languages)s.")


def paragraphs(words: str) -> tuple[str, ...]:
    """What stands between blank lines; a line break within is a space."""
    found = (" ".join(part.split()) for part in _BLANK.split(words))
    return tuple(part for part in found if part)
