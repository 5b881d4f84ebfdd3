"""DOCX files made by hand, of any parts: honest ones and others."""

import io
import zipfile
from collections.abc import Mapping

from kurultai.papers.docx.names import PACKAGE, TYPES, R, W

RELATED = f'<Relationships xmlns="{PACKAGE}">%s</Relationships>'
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
    "_rels/.rels": RELATED
    % f'<Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/>',
}


def document(body: str) -> str:
    """word/document.xml with that body."""
    return (
        f'<w:document xmlns:w="{W}" xmlns:r="{R}"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}</w:body></w:document>"
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts in a zip, as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def docx(body: str, beside: Mapping[str, str] | None = None) -> bytes:
    """A DOCX with that body; ``beside`` are parts such as "numbering", by their kind."""
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>'
        for kind in beside or {}
    )
    parts = PARTS | {
        "word/document.xml": document(body),
        "word/_rels/document.xml.rels": RELATED % relations,
    }
    for kind, content in (beside or {}).items():
        parts[f"word/{kind}.xml"] = content
    return packed(parts)


def p(words: str, properties: str = "", before: str = "") -> str:
    """A paragraph."""
    text = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>' if words else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{before}{text}</w:p>"


def numbered(words: str, level: int = 0, listed: int = 1) -> str:
    """A paragraph that Word numbers."""
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>')


NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="lowerRoman"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/></w:style>'
    "</w:styles>"
)


def styled(words: str, style: str) -> str:
    """A paragraph of a style."""
    return p(words, f'<w:pStyle w:val="{style}"/>')
