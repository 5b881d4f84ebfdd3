"""Runs of a redline as markup: told by element, by line and by words, never by colour alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from kurultai.site.tongue import LANGUAGE, say
from kurultai.texts.apply import Run

_AS = {
    "inserted": Markup('<ins>{}{}<span class="vh">] </span></ins>{}'),
    "deleted": Markup('<del>{}{}<span class="vh">] </span></del>{}'),
}
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
    said = {"inserted": _aloud(say("[inserted:")), "deleted": _aloud(say("[deleted:"))}
    last = (*(run.amendment for run in runs[1:]), None)  # two runs of one amendment are marked once
    return Markup("").join(
        escape(run.words)
        if run.what == "kept"
        else _AS[run.what].format(
            said[run.what], run.words, "" if run.amendment == after else _by(run, authors or {})
        )
        for run, after in zip(runs, last, strict=False)
    )


def _aloud(words: str) -> Markup:
    """Words of the page's language, within words of another, for who listens only."""
    return _SAID.format(LANGUAGE.get(), words)


def _by(run: Run, authors: Mapping[str, Author]) -> Markup:
    author = authors.get(run.amendment or "")
    if author is None:
        return Markup("")
    whose = say("Amendment %(number)s") % {"number": author.label}
    return _BY.format(author.path, _aloud(whose), author.label)
