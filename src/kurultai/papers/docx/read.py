"""Any DOCX as a draft: our own exactly as it was written, another's as far as it says."""

import unicodedata
from collections.abc import Iterator
from itertools import count

from kurultai.papers.docx import foreign
from kurultai.papers.docx.flat import Flat, grown, usual_depth
from kurultai.papers.docx.loaded import Loaded, loaded
from kurultai.papers.docx.structure import Kept
from kurultai.papers.docx.views import Seen, accepted, view
from kurultai.papers.draft import Draft, Left, Structured


def read(data: bytes, language: str = "") -> Draft:
    """The text with all tracked changes accepted, and all that was not understood in ``left``.

    ``language`` is that of the text, unless the file is ours and says so itself; what others'
    files say of it is often wrong, and counts only if nothing is given. A file that says nothing
    is taken as English. Raises Unreadable (see `package.opened`).
    """
    found = loaded(data)
    spoken = found.structure.language or language or found.language or "en"
    seen = [one for one in view(found.paragraphs, accepted) if one.words or one.is_gap]
    left = list(found.left)
    if _is_tracked(found):
        left.append(Left("document", "tracked"))
    if found.is_ours:
        return _ours(found, seen, left, spoken)
    draft = foreign.read([one for one in seen if one.words.strip()], spoken)
    left += draft.left
    structured: Structured = "partly" if left and draft.structured == "fully" else draft.structured
    return Draft(draft.units, (spoken,), structured, draft.symbol, left=tuple(left))


def _is_tracked(found: Loaded) -> bool:
    return any(
        any(revised.authors())
        for paragraph in found.paragraphs
        for revised in (paragraph.end, *(piece.revised for piece in paragraph.pieces))
    )


def _ours(found: Loaded, seen: list[Seen], left: list[Left], language: str) -> Draft:
    """A paper of ours: each bookmark is a unit, and what stands around the text is known."""
    known = {one.bookmark: one for one in found.structure.units}
    names = _new_names(known)
    row: list[Flat] = []
    for one in seen:
        kept = next((known[b] for b in one.paragraph.bookmarks if b in known), None)
        if kept is not None:
            row.append(_flat(one, kept))
        elif not one.words.strip() or found.is_matter(one):
            continue
        elif one.paragraph.shape.is_matter:
            left.append(Left(f"paragraph {one.paragraph.number}", "header", one.words))
        else:
            row.append(added(one, row, next(names)))
    structure = found.structure
    operative = any(one.kind == "operative" for one in row)
    return Draft(
        units=grown(row, language),
        languages=(language,),
        structured="not" if not operative else "partly" if left else "fully",
        symbol=structure.symbol,
        names={language: structure.title} if structure.title else {},
        left=tuple(left),
        has_identities=True,
    )


def _new_names(known: dict[str, Kept]) -> Iterator[str]:
    """Identities for paragraphs that were written into the file since."""
    taken = {one.unit for one in known.values()}
    return (name for number in count(1) if (name := f"new-{number}") not in taken)


def _flat(one: Seen, kept: Kept) -> Flat:
    level = one.paragraph.shape.level
    return Flat(kept.unit, kept.kind, kept.depth, None if one.is_gap else nfc(one.words), level)


def added(one: Seen, row: list[Flat], name: str) -> Flat:
    """A paragraph without a bookmark: its style says what it is, else the paragraph before it."""
    shape = one.paragraph.shape
    if shape.kind:
        kind = shape.kind
    elif shape.listed:
        kind = "point" if shape.level else "operative"
    else:
        kind = row[-1].kind if row else "preamble"
    depth = usual_depth(row, kind, shape.level)
    return Flat(name, kind, depth, nfc(one.words).strip(), shape.level)


def nfc(words: str) -> str:
    """The words as they are kept."""
    return unicodedata.normalize("NFC", words)
