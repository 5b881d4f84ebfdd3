"""Tracked changes of a DOCX as amendments: what each author did, against the text they had."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from kurultai.papers.docx.alone import alone, inside_anothers
from kurultai.papers.docx.carry import carried
from kurultai.papers.docx.flat import grown
from kurultai.papers.docx.gather import Places, gathered
from kurultai.papers.docx.identity import identities
from kurultai.papers.docx.loaded import loaded
from kurultai.papers.docx.runs import Author
from kurultai.papers.docx.standing import Standings
from kurultai.papers.docx.views import by, rejected
from kurultai.papers.draft import Left
from kurultai.texts.amendment import Faulty
from kurultai.texts.base import Base
from kurultai.texts.change import Change, Edit
from kurultai.texts.check import check
from kurultai.texts.derive import derive
from kurultai.texts.unit import Unit

NOBODY = ""  # who changed a file without having it tracked


@dataclass(frozen=True, slots=True)
class TrackedAmendment:
    """What one author changed; ``on`` is the last day of it, if the file says.

    An empty author: what differs from the text although no change was tracked.
    """

    author: str
    on: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Tracked:
    """The amendments of a file, by author in order of appearance, and what is none."""

    amendments: tuple[TrackedAmendment, ...]
    left: tuple[Left, ...] = ()


def read_tracked(data: bytes, units: tuple[Unit, ...], language: str) -> Tracked:
    """Each author's tracked changes, as changes to ``units`` in one language.

    A paragraph is the unit that its bookmark says, else the one whose words it has. Each author
    is read as if the others had changed nothing. Raises Unreadable (see `package.opened`).
    """
    reading = _Reading.of(data, Base(units), language)
    amendments = [reading.untracked(), *map(reading.by, reading.authors())]
    sound = [one for one in amendments if one.changes and reading.is_sound(one)]
    reading.note_the_rest()
    return Tracked(tuple(sound), tuple(reading.left))


@dataclass(slots=True)
class _Reading:
    """One file against one text; ``base`` is the text as the file had it before all changes."""

    text: Base
    language: str
    standings: Standings
    base: Base
    left: list[Left]

    @classmethod
    def of(cls, data: bytes, text: Base, language: str) -> "_Reading":
        """Take in the file."""
        found = loaded(data)
        standings = Standings(
            found, identities(found, text, language), text, hashlib.sha256(data).hexdigest()[:8]
        )
        row = standings.row(standings.who.paragraphs, rejected)
        return cls(text, language, standings, Base(grown(row, language)), list(found.left))

    def authors(self) -> list[str]:
        """In order of appearance."""
        return list(dict.fromkeys(one.name for one in self._revisions()))

    def _revisions(self) -> Iterator[Author]:
        for paragraph in self.standings.who.paragraphs:
            for revised in (*(piece.revised for piece in paragraph.pieces), paragraph.end):
                yield from revised.authors()

    def by(self, author: str) -> TrackedAmendment:
        """What the author changed."""
        row = self.standings.row(alone(self.standings.who, author), by(author))
        moved = self.standings.find_moved(row, self.base, author)
        places = Places.of(self.base, self.standings.found.structure)
        edited = grown(gathered(row, places, moved), self.language)
        changes = derive(self.base, edited, (self.language,))
        on = max((one.on for one in self._revisions() if one.name == author), default="")
        return TrackedAmendment(author, on, tuple(self._carried(changes, author)))

    def _carried(self, changes: tuple[Change, ...], author: str) -> Iterator[Change]:
        for change in changes:
            if (moved := carried(change, self.base, self.text)) is not None:
                yield moved
            else:
                self.left.append(Left(author, "change", _words(change)))

    def untracked(self) -> TrackedAmendment:
        """What differs from the text without being tracked.

        Of a file that lost its bookmarks only words: paragraphs that it lacks were not struck.
        """
        changes = derive(self.text, self.base.units, (self.language,))
        whole = not self.standings.who.by_words and not self.standings.who.missing
        kept = tuple(one for one in changes if whole or isinstance(one, Edit))
        return TrackedAmendment(NOBODY, "", kept)

    def is_sound(self, amendment: TrackedAmendment) -> bool:
        """Whether the changes can be made to the text; else they are told in ``left``."""
        try:
            check(self.text, amendment.changes)
        except Faulty:
            words = "\n".join(map(_words, amendment.changes))
            self.left.append(Left(amendment.author, "change", words))
            return False
        return True

    def note_the_rest(self) -> None:
        """What was changed and is in no amendment, and what the file lacks."""
        who = self.standings.who
        for paragraph, author, words in inside_anothers(who):
            where = f"paragraph {paragraph.number}"
            self.left.append(Left(where, "change", f"{author.name}: {words}"))
        for paragraph in who.paragraphs:
            if paragraph.formatted:
                self.left.append(Left(f"paragraph {paragraph.number}", "formatting"))
        for unit in who.missing:
            self.left.append(Left(unit, "paragraph", self.text.words(unit, self.language)))
        self.left += self.standings.strangers(self.base)


def _words(change: Change) -> str:
    match change:
        case Edit():
            return change.new
        case _:
            return type(change).__name__
