"""Reading XML from anyone: nothing is fetched, nothing expanded, nothing unbounded."""

from lxml import etree


def strict_parser(*, remarks: bool = False) -> etree.XMLParser:
    """A parser for one document; ``remarks``: comments and instructions are kept."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=not remarks,
        remove_pis=not remarks,
    )
