"""The parts of a package that say nothing of the text."""

import uuid
from collections.abc import Iterable

from kurultai.papers.docx.names import OURS, PACKAGE, REGIONS, TYPES, R, W
from kurultai.papers.docx.runs import field_of
from kurultai.papers.docx.xml import HEADER, attribute, instant, text

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"

# Parts beside the document: their name, the kind of relationship, and of content.
PARTS = (
    ("styles.xml", "styles", f"{_WORD}.styles+xml"),
    ("numbering.xml", "numbering", f"{_WORD}.numbering+xml"),
    ("settings.xml", "settings", f"{_WORD}.settings+xml"),
    ("header1.xml", "header", f"{_WORD}.header+xml"),
    ("footer1.xml", "footer", f"{_WORD}.footer+xml"),
    ("comments.xml", "comments", f"{_WORD}.comments+xml"),
)


def content_types() -> str:
    """[Content_Types].xml."""
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in (
            ("word/document.xml", f"{_WORD}.document.main+xml"),
            *((f"word/{name}", kind) for name, _, kind in PARTS),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            (
                "customXml/itemProps1.xml",
                "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
            ),
        )
    )
    return (
        f'{HEADER}<Types xmlns="{TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def relationships(pairs: Iterable[tuple[str, str]]) -> str:
    """A .rels part: pairs of the kind of relationship and its target."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f'{HEADER}<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def of_package() -> str:
    """_rels/.rels."""
    core = PACKAGE + "/metadata/core-properties"
    return relationships(
        ((f"{R}/officeDocument", "word/document.xml"), (core, "docProps/core.xml"))
    )


def of_document() -> str:
    """word/_rels/document.xml.rels; the numbers are those of `PARTS`."""
    inside = [(f"{R}/{kind}", name) for name, kind, _ in PARTS]
    return relationships([*inside, (f"{R}/customXml", "../customXml/item1.xml")])


def relationship(kind: str) -> str:
    """The number by which the document names its header or footer."""
    return f"rId{next(number for number, part in enumerate(PARTS, 1) if part[1] == kind)}"


def settings(language: str) -> str:
    """word/settings.xml."""
    region = attribute(REGIONS.get(language, language))
    return (
        f'{HEADER}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="567"/><w:autoHyphenation w:val="true"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f"<w:themeFontLang w:val={region}/></w:settings>"
    )


def header(words: str) -> str:
    """word/header1.xml: the symbol on every page but the first."""
    return (
        f'{HEADER}<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{text(words)}</w:t></w:r></w:p></w:hdr>'
    )


def footer() -> str:
    """word/footer1.xml: the page, and of how many."""
    slash = '<w:r><w:t xml:space="preserve"> / </w:t></w:r>'
    return (
        f'{HEADER}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f"{field_of('PAGE')}{slash}{field_of('NUMPAGES')}</w:p></w:ftr>"
    )


def core(title: str, symbol: str, language: str, on: str) -> str:
    """docProps/core.xml: what search and screen readers are told."""
    at = instant(on)
    day = f'<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created>' if at else ""
    return (
        f'{HEADER}<cp:coreProperties xmlns:cp="{_CORE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{text(title)}</dc:title><dc:subject>{text(symbol)}</dc:subject>"
        f"{day}<dc:language>{text(language)}</dc:language></cp:coreProperties>"
    )


def store(document: str) -> str:
    """customXml/itemProps1.xml: the identity of the part that keeps the text's structure."""
    identity = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{OURS}:{document}")).upper()
    return (
        f'{HEADER}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{{{identity}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{OURS}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def of_store() -> str:
    """customXml/_rels/item1.xml.rels."""
    return relationships(((f"{R}/customXmlProps", "itemProps1.xml"),))
