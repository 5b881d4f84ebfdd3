"""What reading a file or a pasted text gives: a structured draft for a person to confirm.

Nothing is lost silently: what was not understood is named, with its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kurultai.texts.unit import Unit

Structured = Literal["fully", "partly", "not"]
LeftOut = Literal[
    "table",
    "image",
    "footnote",
    "numbering",
    "element",
    "control",
    "textbox",
    "field",
    "header",
    "paragraph",  # of an unclear kind
    "comment",
    "hidden",
    "macro",
    "tracked",  # changes that were read as if they had been accepted
    "change",  # a tracked one that does not fit the text
    "formatting",
]


class Unreadable(Exception):  # noqa: N818 - a finding about a file
    """The file cannot be read at all; ``rule`` and ``facts`` as of a `Refused`, to be said so."""

    def __init__(self, rule: str, facts: Mapping[str, str] | None = None) -> None:
        """For instance ``Unreadable("paper.not_a_zip")``."""
        super().__init__(rule)
        self.rule, self.facts = rule, dict(facts or {})


@dataclass(frozen=True, slots=True)
class Left:
    """Something that was not understood: where it stood, of what kind, and its words if any."""

    where: str  # "line 12", "paragraph 3", an XML element
    what: LeftOut
    words: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as read; unit identities are those of the file, or made up in order ("1", "2" ...)."""

    units: tuple[Unit, ...]
    languages: tuple[str, ...]
    structured: Structured
    symbol: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    left: tuple[Left, ...] = ()
    has_identities: bool = False  # the file carried permanent identities of its own
