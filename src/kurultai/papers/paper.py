"""A paper: everything that is printed of a document, whatever the format."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kurultai.texts.change import Change
from kurultai.texts.unit import Unit

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PaperAmendment:
    """An amendment as a paper shows it."""

    amendment: str  # identity
    label: str  # "3", or "3.1" of a sub-amendment
    sponsors: tuple[Words, ...]  # names of the parties
    language: str
    changes: tuple[Change, ...]
    reason: Words = field(default_factory=dict)
    state: str = "tabled"
    on: str = ""  # ISO day on which it was tabled


@dataclass(frozen=True, slots=True)
class Remark:
    """A reservation (``kind`` reservation) or explanation of vote (explanation) of a party."""

    kind: str
    party: Words
    words: Words
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document's text with what its head and foot say."""

    document: str  # identity: "document:abc"
    assembly: str  # identity: "assembly:turkpa"
    assembly_names: Words
    kind: str  # of the vocabulary document_kind: recommendation, resolution ...
    symbol: str
    names: Words
    units: tuple[Unit, ...]
    standings: Mapping[str, str]  # language -> authentic, translation or unofficial
    state: str  # draft, adopted or withdrawn
    on: str  # ISO day: of adoption, or of the text as it stands
    version: int  # the record's position of the text
    tabled_by: tuple[Words, ...] = ()
    meeting: Words = field(default_factory=dict)  # its title
    place: Words = field(default_factory=dict)
    amendments: tuple[PaperAmendment, ...] = ()
    remarks: tuple[Remark, ...] = ()
    decision: Words = field(default_factory=dict)  # the result in a sentence
    behind: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
