"""Runs of a redline as markup: told by element, by line and by words, never by colour alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup, escape

from kurultai.site.tongue import LANGUAGE, say
from kurultai.texts.apply import Run

_ELEMENT = {"inserted": "ins", "deleted": "del"}
_SAID = Markup('<span class="vh" lang="{}">{} </span>')
_BY = Markup('<a class="by" href="{}">{}<span aria-hidden="true">{}</span></a>')


@dataclass(frozen=True, slots=True)
class Author:
    """Whose words they are: the label of the amendment, its page, and who sponsors it."""

    label: str
    path: str
    sponsors: str


def marked(runs: Sequence[Run], authors: Mapping[str, Author] | None = None) -> Markup:
    """The runs; what was inserted or deleted is also said in words for who listens."""
    said = _begun(LANGUAGE.get())
    last = (*(run.amendment for run in runs[1:]), None)  # two runs of one amendment are marked once
    parts: list[str] = []
    for run, after in zip(runs, last, strict=False):
        words = escape(run.words)
        if run.what == "kept":
            parts.append(words)
            continue
        element = _ELEMENT[run.what]
        parts += f"<{element}>", said[run.what], words, f'<span class="vh">] </span></{element}>'
        if authors and run.amendment != after:
            parts.append(_by(run, authors))
    return Markup("".join(parts))  # noqa: S704 - each part is escaped or ours


@cache
def _begun(language: str) -> Mapping[str, Markup]:
    """How a change begins for who listens, in the language of the page."""
    found = {"inserted": say("[inserted:"), "deleted": say("[deleted:")}
    return {what: _SAID.format(language, words) for what, words in found.items()}


def _aloud(words: str) -> Markup:
    """Words of the page's language, within words of another, for who listens only."""
    return _SAID.format(LANGUAGE.get(), words)


def _by(run: Run, authors: Mapping[str, Author]) -> Markup:
    author = authors.get(run.amendment or "")
    if author is None:
        return Markup("")
    whose = say("Amendment %(number)s") % {"number": author.label}
    return _BY.format(author.path, _aloud(whose), author.label)
