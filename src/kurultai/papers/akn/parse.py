"""Taking in a document of Akoma Ntoso, whoever wrote it."""

from lxml import etree

from kurultai.papers.akn.xml import Element
from kurultai.papers.draft import Unreadable
from kurultai.papers.strict import strict_parser

LARGEST = 25_000_000  # bytes
_DEEPEST = 120  # elements inside each other


def parsed(data: bytes) -> Element:
    """The root of a document.

    Raises Unreadable: paper.empty, paper.too_large, paper.broken_xml (also for what is nested
    deeper than anybody writes, or in an encoding other than it says), paper.entities for any
    document type declaration, whatever it declares.
    """
    if not data.strip():
        raise Unreadable("paper.empty")
    if len(data) > LARGEST:
        raise Unreadable("paper.too_large", {"limit": "25 MB"})
    try:
        root = etree.fromstring(data, strict_parser())
    except etree.XMLSyntaxError as broken:
        raise Unreadable("paper.broken_xml", {"line": str(broken.lineno or 1)}) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable("paper.entities")
    if _is_deep(root):
        raise Unreadable("paper.broken_xml", {"line": "1"})
    return root


def _is_deep(root: Element) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False
