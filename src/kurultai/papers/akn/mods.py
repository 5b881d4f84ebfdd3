"""A change as a modification: where it goes, what is quoted, and the sentence that says it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from kurultai.papers.akn.head import address
from kurultai.papers.akn.names import coded
from kurultai.papers.akn.tree import (
    Names,
    page,
    parts,
    write_body,
    write_closings,
    write_preamble,
    write_preface,
    write_unit,
)
from kurultai.papers.akn.xml import Element, make, write_words
from kurultai.papers.paper import Paper
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move


@dataclass(frozen=True, slots=True)
class Destinations:
    """Where each unit of the text is: the text's address, and the names it gives."""

    text: str
    places: Mapping[str, str]
    language: str

    def of(self, unit: str | None) -> str:
        """The unit's address; by its permanent name if the text does not have it."""
        if unit is None:
            return self.text
        return f"{self.text}#{self.places.get(unit, coded(unit))}"


def destinations(paper: Paper, language: str) -> Destinations:
    """As `statement.write` names them."""
    to, parted = page(paper.units, language), parts(paper.units, language)
    scrap = make(None, "statement")
    write_preface(scrap, parted.preface, to)
    write_preamble(scrap, parted, to)
    write_body(scrap, parted.body, to)
    write_closings(scrap, parted.closings, to)
    for number, annex in enumerate(parted.annexes, 1):
        to.places[annex.unit] = f"att_{number}"
        write_body(scrap, annex.below, replace(to, names=Names(f"att_{number}__")))
    return Destinations(address(paper, language).expression, to.places, language)


def write_mod(
    block: Element,
    mods: Element,
    change: Change,
    said: str,
    base: Base,
    to: Destinations,
    name: str,
) -> None:
    """The sentence into ``block``, and what it does into ``mods``."""
    mod = make(block, "mod", {"eId": name})
    named = _sentence(mod, said, _quoted(change, base), name)
    if isinstance(change, Add) and change.units:
        named["new"] = f"{name}__new"
        _structure(mod, change, named["new"], to.language)
    for number, (kind, unit, pos) in enumerate(_does(change), 1):
        at = f"{name}__textualMod_{number}"
        textual = make(mods, "textualMod", {"type": kind, "eId": at})
        make(textual, "source", {"href": f"#{name}"})
        make(textual, "destination", {"href": to.of(unit), "pos": pos})
        for quoted in ("old", "new"):
            if quoted in named:
                make(textual, quoted, {"href": f"#{named[quoted]}"})


def _sentence(mod: Element, said: str, quoted: tuple[str, str], name: str) -> dict[str, str]:
    """The sentence, what it quotes marked in it: the names of the old and the new words."""
    named: dict[str, str] = {}
    for kind, words in zip(("old", "new"), quoted, strict=True):
        before, found, after = said.partition(words) if words else (said, "", "")
        if found:
            write_words(mod, before)
            named[kind] = f"{name}__{kind}"
            make(mod, "quotedText", {"eId": named[kind]}, words)
            said = after
    write_words(mod, said)
    return named


def _quoted(change: Change, base: Base) -> tuple[str, str]:
    if not isinstance(change, Edit):
        return "", ""
    unit = base.unit.get(change.unit)
    words = unit.words.get(change.language, "") if unit else ""
    return words[change.start : change.end], change.new


def _structure(mod: Element, change: Add, name: str, language: str) -> None:
    """New units, as they will stand in the text."""
    quoted = make(mod, "quotedStructure", {"eId": name})
    to = page(change.units, language, f"{name}__")
    to.names = Names(f"{name}__")
    for unit in change.units:
        write_unit(quoted, unit, replace(to), top=True)


def _does(change: Change) -> Iterator[tuple[str, str | None, str]]:
    """What is done, to which unit, and at which place of it."""
    match change:
        case Edit():
            kind = "substitution" if change.end > change.start else "insertion"
            yield ("repeal" if not change.new else kind), change.unit, "inside"
        case Drop():
            yield "repeal", change.unit, "unspecified"
        case Add():
            yield "insertion", *_gap(change.parent, change.after)
        case Move():
            yield "repeal", change.unit, "unspecified"
            yield "insertion", *_gap(change.parent, change.after)
        case _:
            assert_never(change)


def _gap(parent: str | None, after: str | None) -> tuple[str | None, str]:
    return (parent, "start") if after is None else (after, "after")
