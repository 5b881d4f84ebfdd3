"""A text with its changes as the lines of a page, each word with whoever brought it in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kurultai.site.drafts.marked import Author, marked
from kurultai.texts.amendment import Amendment, Faulty
from kurultai.texts.apply import Run, Traced, trace
from kurultai.texts.base import Base
from kurultai.texts.change import Edit
from kurultai.texts.check import crosses


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A unit as it was and became; ``authors`` are those whose words it has, without repetition."""

    unit: str
    kind: str
    depth: int
    label: str
    what: str  # kept, added, dropped, moved_here or moved_away
    marked: Markup
    authors: tuple[Author, ...]


def paragraphs(
    found: Sequence[Traced],
    language: str,
    labels: Mapping[str, str],
    authors: Mapping[str, Author],
) -> tuple[Paragraph, ...]:
    """The units in that language."""
    return tuple(
        Paragraph(
            each.unit,
            each.kind,
            each.depth,
            labels.get(each.unit, ""),
            each.what,
            marked(each.runs.get(language, ()), authors),
            _whose(each, language, authors),
        )
        for each in found
    )


def _whose(each: Traced, language: str, authors: Mapping[str, Author]) -> tuple[Author, ...]:
    named = (each.amendment, *(run.amendment for run in each.runs.get(language, ())))
    return tuple(authors[name] for name in dict.fromkeys(named) if name and name in authors)


def is_changed(each: Traced, language: str) -> bool:
    """True if a reader of that language sees a change."""
    return each.what != "kept" or _differs(each.runs.get(language, ()))


def _differs(runs: Iterable[Run]) -> bool:
    return any(run.what != "kept" for run in runs)


def named(found: Iterable[Traced], language: str) -> frozenset[str]:
    """The amendments that the units name."""
    return frozenset(
        name
        for each in found
        for name in (each.amendment, *(run.amendment for run in each.runs.get(language, ())))
        if name
    )


def together(
    base: Base, amendments: Sequence[Amendment]
) -> tuple[tuple[Traced, ...], tuple[str, ...]]:
    """The text with the amendments, and those left out: they clash with one that stands before."""
    kept, left = _free(amendments)
    while True:
        try:
            return trace(base, kept), tuple(left)
        except Faulty as clash:
            named = clash.facts.values()
            late = next((a for a in reversed(kept) if a.amendment in named), kept[-1])
            kept.remove(late)
            left.append(late.amendment)


def _free(amendments: Sequence[Amendment]) -> tuple[list[Amendment], list[str]]:
    """Without those that edit the same words as one before: most clashes are of this kind."""
    edits: dict[tuple[str, str], list[Edit]] = {}
    kept, left = [], []
    for amendment in amendments:
        own = [change for change in amendment.changes if isinstance(change, Edit)]
        if any(_met(edit, edits.get((edit.unit, edit.language), ())) for edit in own):
            left.append(amendment.amendment)
            continue
        kept.append(amendment)
        for edit in own:
            edits.setdefault((edit.unit, edit.language), []).append(edit)
    return kept, left


def _met(edit: Edit, others: Iterable[Edit]) -> bool:
    return any(crosses(edit, other) for other in others)
