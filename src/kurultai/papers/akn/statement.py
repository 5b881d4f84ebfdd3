"""A text as a statement: one file a language."""

from dataclasses import replace

from lxml import etree

from kurultai.language.terms import term
from kurultai.language.words import pick
from kurultai.papers.akn.head import (
    Address,
    address,
    identification,
    ours_of,
    references,
    step,
)
from kurultai.papers.akn.names import SECRETARIAT, coded
from kurultai.papers.akn.tree import (
    GAP,
    Names,
    Page,
    page,
    parts,
    write_body,
    write_closings,
    write_preamble,
    write_preface,
)
from kurultai.papers.akn.xml import Element, make
from kurultai.papers.paper import Paper
from kurultai.texts.unit import Unit


def write(paper: Paper, language: str) -> bytes:
    """The paper's text in one language: strictly valid Akoma Ntoso 3.0."""
    root = make(None, "akomaNtoso")
    at = address(paper, language)
    name = paper.kind if paper.state == "adopted" else f"{paper.kind}Draft"
    document = make(root, "statement", {"name": name, "contains": "originalVersion"})
    _meta(document, at, paper)
    to = page(paper.units, language)
    parted = parts(paper.units, language)
    write_preface(document, parted.preface, to)
    write_preamble(document, parted, to)
    write_body(document, parted.body, to)
    write_closings(document, parted.closings, to)
    _attachments(document, tuple(parted.annexes), to, at, paper)
    return written(root)


def written(root: Element) -> bytes:
    """The file. Only heads are set out in lines: in the text a line end would be a space."""
    for meta in root.iter(f"{{{root.nsmap[None]}}}meta"):
        etree.indent(meta, space=" ")
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _meta(document: Element, at: Address, paper: Paper) -> None:
    meta = make(document, "meta")
    identification(meta, at, paper)
    step(meta, at, paper.state)
    decision = pick(paper.decision, at.language)[0]
    state = term(at.language, "document_state", paper.state)
    concepts = [(paper.state, ": ".join(filter(None, (state, decision))))]
    references(meta, paper, at.language, concepts, paper.tabled_by)
    _notes(meta, paper, at.language)
    ours_of(meta, paper, at.language)


def _notes(meta: Element, paper: Paper, language: str) -> None:
    """Reservations and explanations of vote, each with whose it is."""
    if not paper.remarks:
        return
    notes = make(meta, "notes", {"source": SECRETARIAT})
    for number, remark in enumerate(paper.remarks, 1):
        note = make(notes, "note", {"eId": f"note_{number}", "class": remark.kind})
        words, _ = pick(remark.words, language)
        make(note, "p", {}, f"{pick(remark.party, language)[0]}: {words}")


def _attachments(
    document: Element, annexes: tuple[Unit, ...], to: Page, at: Address, paper: Paper
) -> None:
    if not annexes:
        return
    row = make(document, "attachments")
    for number, annex in enumerate(annexes, 1):
        name = f"att_{number}"
        to.places[annex.unit] = name
        gap = {} if to.language in annex.words else {"status": GAP}
        attachment = make(row, "attachment", {"eId": name, "wId": coded(annex.unit), **gap})
        make(attachment, "num", {}, to.marks[annex.unit])
        if to.language in annex.words:
            make(attachment, "heading", {}, to.words(annex))
        inside = make(attachment, "doc", {"name": "annex", "contains": "originalVersion"})
        meta = make(inside, "meta")
        identification(meta, replace(at, component=name), paper)
        write_body(inside, annex.below, replace(to, names=Names(f"{name}__")))
