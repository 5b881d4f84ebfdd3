"""Commands on documents."""

from dataclasses import dataclass, field

from kurultai.procedure.acts import (
    Attachment,
    ParagraphTags,
    Sources,
    Unit,
    Words,
)
from kurultai.procedure.commands.asked import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDocument(Asked):
    """Table a document; without a symbol the next free one of its kind is given.

    One that is entered after the fact keeps the symbol it had, or none if none is known.
    """

    kind: str
    names: Words
    symbol: str = ""
    after_the_fact: bool = False
    by: tuple[str, ...] = ()
    meeting: str | None = None
    item: str | None = None
    authentic: tuple[str, ...] = ()
    link: str = ""
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class FirstVersion:
    """A text in one language, as it is tabled with its document."""

    language: str
    standing: str
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableText(TableDocument):
    """Table a document with its text, in several languages at once: all of it, or none."""

    versions: tuple[FirstVersion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DistributeVersion(Asked):
    """Distribute a language version of a document."""

    document: str
    language: str
    standing: str
    units: tuple[Unit, ...]
    file: Attachment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TagParagraphs(Asked):
    """Put operative paragraphs under challenges, areas, efforts and strategies."""

    document: str
    paragraphs: tuple[ParagraphTags, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordAdoption(Asked):
    """Enter after the fact that a meeting adopted a text."""

    document: str
    meeting: str
    symbol: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMarking(Asked):
    """Change who may see a document; ``audience`` is the new one."""

    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawDocument(Asked):
    """Withdraw a document that has not been adopted."""

    document: str
    reason: Words = field(default_factory=dict)


DocumentCommand = (
    TableDocument
    | TableText
    | DistributeVersion
    | TagParagraphs
    | RecordAdoption
    | ChangeMarking
    | WithdrawDocument
)
