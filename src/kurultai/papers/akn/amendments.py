"""Amendments as Akoma Ntoso: one, or the list in the order in which they will be voted on.

What an amendment does is said three times: as a sentence, in ``mod``, for people; as
``textualMod``, for other programs; and exactly, as JSON in our own namespace, for us.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import msgspec

from kurultai.language.instructions import sentence
from kurultai.language.terms import term
from kurultai.language.words import pick
from kurultai.papers.akn.head import (
    Address,
    address,
    identification,
    proprietary,
    references,
    step,
)
from kurultai.papers.akn.mods import Destinations, destinations, write_mod
from kurultai.papers.akn.names import OURS, SECRETARIAT, day, part
from kurultai.papers.akn.parse import parsed
from kurultai.papers.akn.statement import written
from kurultai.papers.akn.xml import Element, make, ours
from kurultai.papers.draft import Unreadable
from kurultai.papers.face import amendment_title, parties
from kurultai.papers.paper import Paper, PaperAmendment
from kurultai.texts.amendment import Amendment, Faulty
from kurultai.texts.base import Base
from kurultai.texts.change import Change, Edit
from kurultai.texts.sub import ground
from kurultai.texts.unit import Unit

# Two characters that JSON holds and XML does not.
_UNHELD = (("\ufffe", "\\ufffe"), ("\uffff", "\\uffff"))


def amendment(
    paper: Paper, label: str, language: str, base_units: tuple[Unit, ...] | None = None
) -> bytes:
    """One of the paper's amendments; LookupError if it has none of this label.

    ``base_units`` is the text that it is against, if it is another than the paper's.
    """
    chosen = next((one for one in paper.amendments if one.label == label), None)
    if chosen is None:
        raise LookupError(label)
    base = _grounds(paper, base_units)(chosen)
    root = make(None, "akomaNtoso")
    _amendment(root, _Writing(paper, language, base, destinations(paper, language)), chosen)
    return written(root)


def amendment_list(paper: Paper, language: str) -> bytes:
    """All of the paper's amendments, in the order in which it has them."""
    root = make(None, "akomaNtoso")
    attributes = {"name": "marshalledList", "contains": "originalVersion"}
    document = make(root, "amendmentList", attributes)
    at = replace(address(paper, language), kind="amendmentList", subtype="amendmentList")
    meta = make(document, "meta")
    identification(meta, at, paper)
    states = dict.fromkeys(["draft", *(one.state for one in paper.amendments)])
    references(meta, paper, language, _concepts(states, language))
    preface = make(document, "preface")
    title = make(preface, "p", {"eId": "preface__p_1"})
    make(title, "docNumber", {}, paper.symbol or paper.document)
    _components(document, paper, language)
    return written(root)


def read_amendments(data: bytes) -> tuple[PaperAmendment, ...]:
    """The amendments of a file of ours, exactly, in its order.

    Raises Unreadable as `parsed` does, and paper.not_ours for a file without any, or with one
    that is not whole.
    """
    found = list(parsed(data).iter(f"{{{OURS}}}amendment"))
    if not found:
        raise Unreadable("paper.not_ours")
    try:
        return tuple(msgspec.json.decode(one.text or "", type=PaperAmendment) for one in found)
    except msgspec.MsgspecError:
        raise Unreadable("paper.not_ours") from None


@dataclass(frozen=True, slots=True)
class _Writing:
    """What is needed to write an amendment: the text it is against, and where its units are."""

    paper: Paper
    language: str
    base: Base
    to: Destinations
    start: str = ""  # of all names, in a list


@dataclass(frozen=True, slots=True)
class _Grounds:
    """The text that each amendment is against: a sub-amendment, what its parent makes."""

    base: Base
    by_label: Mapping[str, PaperAmendment]

    def __call__(self, one: PaperAmendment) -> Base:
        above, dot, _ = one.label.rpartition(".")
        parent = self.by_label.get(above)
        if not dot or parent is None:
            return self.base
        try:
            return ground(self(parent), Amendment(parent.amendment, parent.changes))
        except Faulty:  # the parent was tabled to another reading
            return self.base


def _grounds(paper: Paper, base_units: tuple[Unit, ...] | None) -> _Grounds:
    by_label = {one.label: one for one in paper.amendments}
    return _Grounds(Base(paper.units if base_units is None else base_units), by_label)


def _components(document: Element, paper: Paper, language: str) -> None:
    body = make(document, "collectionBody")
    if not paper.amendments:
        empty = make(make(body, "component", {"eId": "cmp_0"}), "interstitial", {"eId": "none"})
        make(empty, "p")
        return
    for number, one in enumerate(paper.amendments, 1):
        component = make(body, "component", {"eId": f"cmp_{number}"})
        shown = {"eId": f"cmp_{number}__ref", "href": f"#am_{number}"}
        make(component, "documentRef", {**shown, "showAs": amendment_title(one, language)})
    grounds, to = _grounds(paper, None), destinations(paper, language)
    row = make(document, "components")
    for number, one in enumerate(paper.amendments, 1):
        component = make(row, "component", {"eId": f"am_{number}"})
        writing = _Writing(paper, language, grounds(one), to, f"am_{number}__")
        _amendment(component, writing, one)


def _amendment(parent: Element, writing: _Writing, one: PaperAmendment) -> None:
    paper, language, start = writing.paper, writing.language, writing.start
    document = make(parent, "amendment", {"name": "amendment", "contains": "originalVersion"})
    meta = make(document, "meta")
    at = _address(paper, language, one)
    identification(meta, at, paper)
    step(meta, at, one.state)
    analysis = make(meta, "analysis", {"source": SECRETARIAT}) if one.changes else None
    if not start:
        concepts = _concepts([one.state], language)
        references(meta, paper, language, concepts, one.sponsors)
    ours(proprietary(meta), "amendment", {"label": one.label}, _json(one))
    preface = make(document, "preface")
    head = make(preface, "p", {"eId": f"{start}preface__p_1"})
    make(head, "docNumber", {}, amendment_title(one, language))
    make(head, "docProponent", {}, parties(one.sponsors, language))
    affected = make(head, "affectedDocument", {"href": address(paper, language).expression})
    affected.text = paper.symbol or paper.document
    _body(document, analysis, writing, one)


def _body(
    document: Element, analysis: Element | None, writing: _Writing, one: PaperAmendment
) -> None:
    start = writing.start
    body = make(document, "amendmentBody")
    content = make(body, "amendmentContent", {"eId": f"{start}content"})
    mods = make(analysis, "activeModifications") if analysis is not None else None
    for number, (change, said) in enumerate(_said(writing, one.changes), 1):
        block = make(content, "p", {"eId": f"{start}content__p_{number}"})
        if mods is not None:
            write_mod(block, mods, change, said, writing.base, writing.to, f"{start}mod_{number}")
    if not one.changes:
        make(content, "p")
    reason, _ = pick(one.reason, writing.language)
    if reason:
        justification = make(body, "amendmentJustification", {"eId": f"{start}reason"})
        make(justification, "p", {}, reason)


def _said(writing: _Writing, changes: Iterable[Change]) -> Iterator[tuple[Change, str]]:
    """Each change with its sentence; none for what is in no text that we have."""
    for change in changes:
        try:
            yield change, sentence(writing.base, change, writing.language)
        except (Faulty, LookupError):
            yield change, change.new if isinstance(change, Edit) else ""


def _address(paper: Paper, language: str, one: PaperAmendment) -> Address:
    text = address(paper, language)
    return replace(
        text,
        kind="amendment",
        subtype="modification",
        on=day(one.on or paper.on),
        number=f"{text.number}-Am.{part(one.label)}",
        shown=amendment_title(one, language),
    )


def _concepts(states: Iterable[str], language: str) -> list[tuple[str, str]]:
    """The states an amendment may be in, as concepts."""
    return [
        (state, term(language, "document_state" if state == "draft" else "amendment_state", state))
        for state in states
    ]


def _json(one: PaperAmendment) -> str:
    said = msgspec.json.encode(one).decode()
    for character, escape in _UNHELD:
        said = said.replace(character, escape)
    return said
