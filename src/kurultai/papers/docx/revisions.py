"""Amendments as tracked changes: who accepts all has the amended text, who rejects all the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kurultai.language.instructions import sentences
from kurultai.language.words import pick
from kurultai.papers.docx import runs
from kurultai.papers.docx.body import Row
from kurultai.papers.docx.comments import Comment
from kurultai.papers.docx.names import MOVED, bookmark
from kurultai.papers.docx.outline import Place
from kurultai.papers.docx.runs import Author, Ids
from kurultai.papers.face import Face, amendment_title, parties
from kurultai.papers.paper import Paper, PaperAmendment
from kurultai.papers.rows import compatible, in_states
from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import Run, Traced, trace
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Edit, Move
from kurultai.texts.sub import ground
from kurultai.texts.unit import Unit

_ARRIVING = ("added", "moved_here")
_SHOWN = ("adopted", "tabled")  # adopted ones first: they stand against what is still open


@dataclass(frozen=True, slots=True)
class Revisions:
    """The amendments of a paper as one language shows them."""

    base: Base
    shown: tuple[Amendment, ...]
    authors: Mapping[str, Author]
    comments: tuple[Comment, ...]


def revisions(paper: Paper, language: str) -> Revisions:
    """Which amendments are shown as changes, and which, rivals of these, beside the text."""
    base = Base(paper.units)
    pending = in_states(paper, _SHOWN)
    shown = compatible(paper, _SHOWN)
    names = {one.amendment for one in shown}
    parents = {one.label: one for one in pending}
    comments = tuple(
        _comment(base, one, language, parents.get(one.label.rpartition(".")[0]), names)
        for one in pending
    )
    authors = {one.amendment: author(one, language) for one in pending}
    return Revisions(base, shown, authors, comments)


def author(amendment: PaperAmendment, language: str) -> Author:
    """The sponsors as the author of changes; without any, the amendment's own number."""
    name = parties(amendment.sponsors, language)
    return Author(name or amendment_title(amendment, language), amendment.on)


def _comment(
    base: Base,
    one: PaperAmendment,
    language: str,
    parent: PaperAmendment | None,
    shown: set[str],
) -> Comment:
    """The amendment's number and reason, and its sentences where its changes are not shown."""
    if parent is not None:
        base = ground(base, Amendment(parent.amendment, parent.changes))
    seen = any(_is_seen(change, language) for change in one.changes)
    said: tuple[str, ...] = ()
    if not seen:
        said = sentences(base, one.changes, one.language)
    elif one.amendment not in shown:
        said = sentences(base, one.changes, language)
    reason = pick(one.reason, language)[0]
    lines = (amendment_title(one, language), *said, *((reason,) if reason else ()))
    return Comment(_beside(base, one.changes), author(one, language), lines)


def _is_seen(change: Change, language: str) -> bool:
    return not isinstance(change, Edit) or change.language == language


def _beside(base: Base, changes: tuple[Change, ...]) -> str:
    """The first unit of the text that the changes touch."""
    for change in changes:
        unit = (change.after or change.parent) if isinstance(change, Add) else change.unit
        if unit in base:
            return unit or ""
    return ""


def rows(found: Revisions, face: Face, ids: Ids) -> Iterator[Row]:
    """The text with its changes."""
    behind = dict(_behind(found))
    for each in trace(found.base, found.shown):
        row = _Writer(found, face, ids).row(each)
        yield replace(row, after=behind.get(each.unit)) if each.what in _ARRIVING else row


def _behind(found: Revisions) -> Iterator[tuple[str, str]]:
    """Each unit added or moved, and behind which of the text or of the same author it stands."""
    last: dict[tuple[str, str | None, str | None], str] = {}
    for one in found.shown:
        author = found.authors[one.amendment].name
        for change in one.changes:
            if not isinstance(change, Add | Move):
                continue
            gap = (author, change.parent, change.after)
            before = last.get(gap, change.after or "")
            if isinstance(change, Add):
                yield from _in_row(change.units, before)
                last[gap] = change.units[-1].unit
            else:
                yield change.unit, before
                last[gap] = change.unit


def _in_row(units: tuple[Unit, ...], before: str) -> Iterator[tuple[str, str]]:
    for unit in units:
        yield unit.unit, before
        yield from _in_row(unit.below, "")
        before = unit.unit


@dataclass(frozen=True, slots=True)
class _Writer:
    found: Revisions
    face: Face
    ids: Ids

    def row(self, each: Traced) -> Row:
        place = Place(each.unit, each.kind, each.depth, each.what)
        written = each.runs.get(self.face.language)
        match each.what:
            case "added":
                return Row(place, self.whole(each, written, "ins"), self.end(each, "ins"))
            case "dropped":
                return Row(place, self.whole(each, written, "del"), self.end(each, "del"))
            case "moved_away":
                return Row(place, self.moved(each, "moveFrom"), self.end(each, "moveFrom"))
            case "moved_here":
                content = self.moved(each, "moveTo")
                return Row(place, content, self.end(each, "moveTo"), MOVED)
            case _:
                return Row(place, self.mixed(written))

    def end(self, each: Traced, kind: str) -> str:
        """The revision of the paragraph's end."""
        return runs.mark(kind, self.author(each.amendment), self.ids)

    def author(self, amendment: str | None) -> Author:
        return self.found.authors[amendment or ""]

    def whole(self, each: Traced, written: tuple[Run, ...] | None, kind: str) -> str:
        """A paragraph that comes or goes as a whole."""
        element = "delText" if kind == "del" else "t"
        if written is None:
            content = runs.gap(self.face.gap, element)
        else:
            content = runs.run("".join(run.words for run in written), element)
        return runs.revision(kind, content, self.author(each.amendment), self.ids)

    def moved(self, each: Traced, kind: str) -> str:
        """A paragraph that goes elsewhere: as it was there, and with its changes here."""
        mover = self.author(each.amendment)
        written = each.runs.get(self.face.language)
        if kind == "moveFrom":
            original = self.found.base.unit[each.unit].words.get(self.face.language)
            inner = runs.gap(self.face.gap) if original is None else runs.run(original)
            content = runs.revision(kind, inner, mover, self.ids)
        else:
            content = self.mixed(written, mover)
        return runs.around_move(kind, bookmark(each.unit, "move_"), content, mover, self.ids)

    def mixed(self, written: tuple[Run, ...] | None, mover: Author | None = None) -> str:
        """A paragraph whose words are kept, inserted and deleted, by a mover if there is one."""
        if written is None:
            return self.stays(runs.gap(self.face.gap), mover)
        words = "".join(self.piece(run, mover) for run in written)
        return self.filled(written, mover) + words + self.emptied(written)

    def filled(self, written: tuple[Run, ...], mover: Author | None) -> str:
        """The gap that goes where the first words come."""
        if any(run.what != "inserted" for run in written):
            return ""
        gap = runs.gap(self.face.gap, "delText")
        gone = runs.revision("del", gap, self.author(written[0].amendment), self.ids)
        return self.stays(gone, mover)

    def emptied(self, written: tuple[Run, ...]) -> str:
        """The gap that comes where the last words go."""
        if any(run.what != "deleted" for run in written):
            return ""
        gap = runs.gap(self.face.gap)
        return runs.revision("ins", gap, self.author(written[-1].amendment), self.ids)

    def piece(self, run: Run, mover: Author | None) -> str:
        match run.what:
            case "inserted":
                return runs.revision(
                    "ins", runs.run(run.words), self.author(run.amendment), self.ids
                )
            case "deleted":
                inner = runs.run(run.words, "delText")
                gone = runs.revision("del", inner, self.author(run.amendment), self.ids)
                return self.stays(gone, mover)
            case _:
                return self.stays(runs.run(run.words), mover)

    def stays(self, content: str, mover: Author | None) -> str:
        """Content that no change of words concerns, though somebody may move it."""
        return content if mover is None else runs.revision("moveTo", content, mover, self.ids)
