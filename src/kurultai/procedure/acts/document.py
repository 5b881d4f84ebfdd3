"""Acts of documents: tabled, distributed, tagged, adopted, withdrawn."""

from dataclasses import dataclass, field

from kurultai.procedure.acts.words import Sources, Words


@dataclass(frozen=True, slots=True)
class DocumentTabled:
    """A document was tabled; one symbol for all its languages."""

    document: str
    kind: str
    symbol: str
    names: Words
    by: tuple[str, ...]
    meeting: str | None
    item: str | None
    authentic: tuple[str, ...]
    link: str = ""
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in one language; the same ``unit`` in every language; kinds as in `texts.unit`."""

    unit: str
    kind: str
    words: str
    below: tuple["Unit", ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept beside the record under its SHA-256."""

    blob: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class VersionDistributed:
    """A language version was distributed: authentic, translation or unofficial."""

    language: str
    standing: str
    units: tuple[Unit, ...]
    file: Attachment | None = None


@dataclass(frozen=True, slots=True)
class ParagraphTags:
    """Under what an operative paragraph falls, and by when it is to be done."""

    unit: str
    tags: tuple[str, ...]
    due: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphsTagged:
    """The operative paragraphs were put under challenges, areas, efforts and strategies."""

    paragraphs: tuple[ParagraphTags, ...]


@dataclass(frozen=True, slots=True)
class TextAdopted:
    """The document was adopted as it stood, under its final symbol."""

    meeting: str
    decision: str | None
    symbol: str


@dataclass(frozen=True, slots=True)
class MarkingChanged:
    """Who may see the document was changed; the envelope's audience is the new one."""


@dataclass(frozen=True, slots=True)
class DocumentWithdrawn:
    """The document was withdrawn by those who tabled it."""

    reason: Words = field(default_factory=dict)
