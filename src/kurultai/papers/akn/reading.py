"""Reading Akoma Ntoso of any version and kind: statements whole, the rest as far as it goes."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kurultai.papers.akn.growth import DOCUMENTS, grow
from kurultai.papers.akn.names import OURS, two
from kurultai.papers.akn.parse import parsed
from kurultai.papers.akn.prose import Prose, flat
from kurultai.papers.akn.settle import settled
from kurultai.papers.akn.xml import Element, local
from kurultai.papers.draft import Draft, Left, Structured, Unreadable
from kurultai.texts.unit import Unit, walk


def read(data: bytes) -> Draft:
    """The text of a file, in the language it says it is in.

    Raises Unreadable as `parsed` does, and paper.not_akoma_ntoso.
    """
    root = parsed(data)
    if local(root) != "akomaNtoso":
        raise Unreadable("paper.not_akoma_ntoso", {"element": local(root)})
    documents = [child for child in root if local(child) in DOCUMENTS]
    if not documents:
        raise Unreadable("paper.not_akoma_ntoso", {"element": "akomaNtoso"})
    return _draft(root, documents[0])


def _draft(root: Element, document: Element) -> Draft:
    language = _language(document)
    own = next(root.iter(f"{{{OURS}}}paper"), None)
    prose = Prose()
    grown = list(grow(root, prose, ours=own is not None))
    units, named = settled(grown, language, ours=own is not None)
    _notes(root, prose, ours=own is not None)
    return Draft(
        units,
        (language,),
        _structured(units, prose.left),
        _symbol(document, own),
        _names(document, own, language),
        tuple(prose.left),
        has_identities=named,
    )


def _language(document: Element) -> str:
    for element in document.iter():
        if local(element) == "FRBRlanguage":
            return two(element.get("language", ""))
    return "en"


def _symbol(document: Element, own: Element | None) -> str:
    if own is not None:
        return own.get("symbol", "")
    for wanted in ("FRBRnumber", "docNumber"):
        for element in document.iter():
            if local(element) == wanted:
                found = element.get("showAs") or element.get("value") or flat(element)
                if found:
                    return str(found)
    return ""


def _names(document: Element, own: Element | None, language: str) -> Mapping[str, str]:
    if own is not None:
        return {name.get("language", ""): name.text or "" for name in own.iter(f"{{{OURS}}}name")}
    titles = [flat(one) for one in document.iter() if local(one) in {"docTitle", "shortTitle"}]
    return {language: titles[0]} if titles and titles[0] else {}


def _notes(root: Element, prose: Prose, *, ours: bool) -> None:
    """Notes that a file keeps in its head; ours are remarks, which are no part of the text."""
    if not ours:
        for element in root.iter():
            if local(element) == "note":
                prose.name(element, "footnote", flat(element))


def _structured(units: tuple[Unit, ...], left: list[Left]) -> Structured:
    if not any(unit.kind == "operative" for unit, _ in walk(units)):
        return "not"
    return "partly" if left else "fully"


def merge(drafts: tuple[Draft, ...]) -> Draft:
    """One text of several languages, joined by the units' identities.

    The first draft's tree is kept; a unit that only a later one has goes behind the unit that it
    follows there.
    """
    if not drafts:
        return Draft((), (), "not")
    first, *others = drafts
    units = first.units
    for other in others:
        units = _joined(units, other.units)
    levels: tuple[Structured, ...] = ("not", "partly", "fully")
    return Draft(
        units,
        tuple(dict.fromkeys(language for draft in drafts for language in draft.languages)),
        min((draft.structured for draft in drafts), key=levels.index),
        next((draft.symbol for draft in drafts if draft.symbol), ""),
        {key: name for draft in reversed(drafts) for key, name in draft.names.items()},
        tuple(left for draft in drafts for left in draft.left),
        has_identities=all(draft.has_identities for draft in drafts),
    )


def _joined(units: tuple[Unit, ...], others: tuple[Unit, ...]) -> tuple[Unit, ...]:
    wordings = {unit.unit: unit.words for unit, _ in walk(others)}
    known = {unit.unit for unit, _ in walk(units)}
    fresh: dict[tuple[str | None, str | None], list[Unit]] = {}
    _fresh(others, None, known, fresh)
    return tuple(_with(units, None, wordings, fresh))


def _fresh(
    units: tuple[Unit, ...],
    parent: str | None,
    known: set[str],
    found: dict[tuple[str | None, str | None], list[Unit]],
) -> None:
    """Units not known, under the place they have: below which unit, and behind which one."""
    before: str | None = None
    for unit in units:
        if unit.unit in known:
            before = unit.unit
            _fresh(unit.below, unit.unit, known, found)
        else:
            found.setdefault((parent, before), []).append(_only_new(unit, known))


def _only_new(unit: Unit, known: set[str]) -> Unit:
    """The unit without those below it that the tree already has."""
    return replace(
        unit, below=tuple(_only_new(one, known) for one in unit.below if one.unit not in known)
    )


def _with(
    units: tuple[Unit, ...],
    parent: str | None,
    wordings: Mapping[str, Mapping[str, str]],
    fresh: Mapping[tuple[str | None, str | None], list[Unit]],
) -> Iterator[Unit]:
    yield from fresh.get((parent, None), ())
    for unit in units:
        words = {**wordings.get(unit.unit, {}), **unit.words}
        yield replace(unit, words=words, below=tuple(_with(unit.below, unit.unit, wordings, fresh)))
        yield from fresh.get((parent, unit.unit), ())
