"""Words as runs of a paragraph, and revisions around them."""

import re
from dataclasses import dataclass, field

from kurultai.papers.docx.names import GAP
from kurultai.papers.docx.xml import attributes, instant, text

# What is an element of its own: a line's end, a tab, and what XML cannot hold.
_APART = re.compile("([\n\t\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff])")
UNPRINTED = "Unprinted"  # the font named for a character that XML cannot hold


@dataclass(frozen=True, slots=True)
class Author:
    """Whose a revision is, and on which ISO day, if that is known."""

    name: str
    on: str = ""


@dataclass(slots=True)
class Ids:
    """Numbers of revisions and bookmarks, each used once in a document."""

    last: int = field(default=0)

    def new(self) -> str:
        """The next."""
        self.last += 1
        return str(self.last)


def run(words: str, element: str = "t", properties: str = "") -> str:
    """A run; line ends and tabs are elements of their own."""
    if not words:
        return ""
    pieces = "".join(_piece(piece, element) for piece in _APART.split(words) if piece)
    return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}{pieces}</w:r>"


def _piece(piece: str, element: str) -> str:
    if piece == "\n":
        return "<w:br/>"
    if piece == "\t":
        return "<w:tab/>"
    if _APART.fullmatch(piece):
        return f'<w:sym w:font="{UNPRINTED}" w:char="{ord(piece):04X}"/>'
    return f'<w:{element} xml:space="preserve">{text(piece)}</w:{element}>'


def gap(words: str, element: str = "t") -> str:
    """What stands where a unit has no wording."""
    return run(words, element, f'<w:rStyle w:val="{GAP[0]}"/>')


def revision(kind: str, content: str, author: Author, ids: Ids) -> str:
    """Content inserted or deleted (``kind`` ins, del, moveFrom, moveTo); empty content is none."""
    return f"<w:{kind}{_stamp(author, ids)}>{content}</w:{kind}>" if content else ""


def mark(kind: str, author: Author, ids: Ids) -> str:
    """The same of the paragraph's end, for its w:rPr."""
    return f"<w:{kind}{_stamp(author, ids)}/>"


def around_move(kind: str, name: str, content: str, author: Author, ids: Ids) -> str:
    """A paragraph's content within a named move (``kind`` moveFrom or moveTo)."""
    identity = ids.new()
    stamp = attributes(id=identity, name=name, author=author.name, date=instant(author.on))
    ends = attributes(id=identity)
    return f"<w:{kind}RangeStart{stamp}/>{content}<w:{kind}RangeEnd{ends}/>"


def field_of(instruction: str) -> str:
    """A field that Word computes."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def around_bookmark(name: str, content: str, ids: Ids) -> str:
    """Content that a bookmark names."""
    identity = ids.new()
    return (
        f"<w:bookmarkStart{attributes(id=identity, name=name)}/>{content}"
        f"<w:bookmarkEnd{attributes(id=identity)}/>"
    )


def paragraph(style: str, content: str, *, end: str = "", more: str = "") -> str:
    """A paragraph; ``end`` is its end's revision, ``more`` further properties, in their order."""
    properties = f'<w:pStyle w:val="{style}"/>{more}{end and f"<w:rPr>{end}</w:rPr>"}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def _stamp(author: Author, ids: Ids) -> str:
    return attributes(id=ids.new(), author=author.name, date=instant(author.on))
