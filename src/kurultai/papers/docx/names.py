"""Names of WordprocessingML, and the names by which a file keeps which unit a paragraph is."""

import hashlib
import re

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = R
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OURS = "urn:kurultai:paper:1"

KEPT = "_k_"  # a bookmark around a unit where it stands
MOVED = "_m_"  # around a unit where an amendment puts it
_LONGEST = 40  # characters of a bookmark's name that Word keeps
_PLAIN = re.compile(r"[a-z0-9]")

# Each kind's style: its identity in our files, and the name that Word shows and others keep.
STYLES = {
    "heading": ("KHeading", "Heading in the text"),
    "preamble": ("KPreamble", "Preambular paragraph"),
    "operative": ("KOperative", "Operative paragraph"),
    "point": ("KPoint", "Point of a paragraph"),
    "section": ("KSection", "Section title"),
    "annex": ("KAnnex", "Annex title"),
    "closing": ("KClosing", "Closing lines"),
}
TITLE = ("Title", "Title")  # of the first heading
MATTER = {
    "assembly": ("KAssembly", "Paper assembly"),
    "symbol": ("KSymbol", "Paper symbol"),
    "kind": ("KKind", "Paper kind"),
    "title": ("KTitle", "Paper title"),
    "line": ("KLine", "Paper line"),
    "end": ("KEnd", "Paper end"),
    "note_title": ("KNoteTitle", "Paper note title"),
    "note": ("KNote", "Paper note"),
}
GAP = ("KGap", "Wording missing")
REGIONS = {
    "az": "az-Latn-AZ",
    "kk": "kk-KZ",
    "ky": "ky-KG",
    "tr": "tr-TR",
    "uz": "uz-Latn-UZ",
    "tk": "tk-TM",
    "hu": "hu-HU",
    "ru": "ru-RU",
    "en": "en-GB",
}


def w(name: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def bookmark(unit: str, prefix: str = KEPT) -> str:
    """A bookmark's name for a unit: different in lower case, which is all that Word looks at.

    An identity too long for a bookmark stands by its digest.
    """
    written = "".join(char if _PLAIN.match(char) else f"_{ord(char):x}_" for char in unit)
    if len(prefix + written) > _LONGEST:
        written = "__" + hashlib.sha256(unit.encode()).hexdigest()[:32]
    return prefix + written
