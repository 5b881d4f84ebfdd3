"""The words inside an element, and what stands among them that is no words."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kurultai.papers.akn.xml import Element, folded, kept, local, named_character
from kurultai.papers.draft import Left, LeftOut

BLOCKS = frozenset(("p", "block", "listIntroduction", "listWrapUp", "li", "caption", "th", "td"))
_NOTES = frozenset(("authorialNote", "noteRef"))
_MARKERS = frozenset(("eol", "br", "eop", "marker"))
# Inline elements that hold more than a line of words: their structure is given up, and named.
_STRUCTURES = frozenset(
    ("quotedStructure", "embeddedStructure", "subFlow", "foreign", "ins", "del", "fillIn")
)


@dataclass(slots=True)
class Prose:
    """Reads words; what is left out or flattened is added to ``left``."""

    left: list[Left] = field(default_factory=list)

    def words(self, element: Element) -> str:
        """All words inside, in order; footnotes apart, which are named."""
        return folded("".join(self._raw(element)))

    def _raw(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            yield from self._child(child)
            yield child.tail or ""

    def _child(self, child: Element) -> Iterator[str]:
        name = local(child)
        character = named_character(child)
        if character is not None:
            yield kept(character)
        elif name in {"eol", "br"}:
            yield kept("\n")
        elif name in _MARKERS:
            return
        elif name in _NOTES:
            self.note(child)
        elif name == "img":
            self.name(child, "image", child.get("alt") or child.get("src") or "")
        else:
            if name in _STRUCTURES:
                self.name(child, "element", flat(child))
            block = name in BLOCKS or name in _STRUCTURES or _holds_blocks(child)
            yield " " if block else ""
            yield from self._raw(child)
            yield " " if block else ""

    def note(self, element: Element) -> None:
        """A footnote goes out of the words and is named with its own."""
        said = " ".join(filter(None, (element.get("marker"), flat(element))))
        if said:
            self.name(element, "footnote", said)

    def name(self, element: Element, what: LeftOut, words: str) -> None:
        """Something that was not understood."""
        self.left.append(Left(f"<{local(element)}>", what, words))


def flat(element: Element) -> str:
    """All text inside, with a space between elements."""
    return folded(" ".join(one for one in element.itertext() if isinstance(one, str)))


def _holds_blocks(element: Element) -> bool:
    return any(local(child) in BLOCKS for child in element)
