"""The formal sentence of a change."""

from collections.abc import Callable, Iterable, Sequence
from string import Formatter
from typing import assert_never

from kurultai.language import ENDONYMS
from kurultai.language.case import upper
from kurultai.language.instructions.grammar import LEVELS, Chain, Grammar
from kurultai.language.instructions.places import chains, worded
from kurultai.language.instructions.quotes import quote
from kurultai.language.instructions.spots import (
    Spot,
    before,
    exact,
    joined,
    level_of,
    spot,
    without,
)
from kurultai.language.instructions.tongues import grammar_of
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import Unit

CASES = ("nom", "acc", "in", "of", "after")


def sentences(base: Base, changes: Iterable[Change], language: str) -> tuple[str, ...]:
    """A sentence for each change, in the order given; of edits those in the language.

    A unit that is edited in other languages only is said in the first of them, named so.
    """
    given = tuple(changes)
    edits = [change for change in given if isinstance(change, Edit)]
    shown = {edit.unit: edit.language for edit in reversed(edits)}
    shown |= {edit.unit: language for edit in edits if edit.language == language}
    return tuple(
        sentence(base, change, language)
        for change in given
        if not isinstance(change, Edit) or change.language == shown[change.unit]
    )


def sentence(base: Base, change: Change, language: str) -> str:
    """The change as a clerk reads it out; `parse` gives the change again.

    What is moved below or put beside a unit that the amendment itself adds is said to go to
    the new unit, which no reader can turn back.
    """
    grammar = grammar_of(language)
    match change:
        case Edit():
            frame, slots = _edit(base, change, grammar)
        case Drop():
            frame, slots = "drop", {"acc": _place(base, change.unit, grammar)}
        case Add():
            frame, slots = _add(base, change, language)
        case Move():
            frame, slots = _goes(base, change, "move", grammar)
            slots["acc"] = _place(base, change.unit, grammar)
        case _:
            assert_never(change)
    said = capital(fill(grammar.frames[frame], slots), language)
    if isinstance(change, Edit) and change.language != language:
        return f"{ENDONYMS.get(change.language, change.language)}: {said}"
    return said


Slots = dict[str, Callable[[str], str]]


def fill(frame: str, slots: Slots) -> str:
    """The frame with each slot filled; a slot is asked by its own name."""
    parts = Formatter().parse(frame)
    return "".join(text + (slots[slot](slot) if slot else "") for text, slot, _, _ in parts)


def capital(said: str, language: str) -> str:
    """With a capital at the beginning."""
    return upper(said[:1], language) + said[1:]


def called(grammar: Grammar, role: str, words: Spot) -> str:
    """Quoted words as the role has them: the second occurrence of the words “X”."""
    pattern = grammar.said[role][LEVELS.index(words.level)]
    nth = grammar.nth.format(n=grammar.ordinal(words.nth)) if words.nth else ""
    article = grammar.article(nth.strip() or words.words)
    return pattern.format(q=quote(words.words, grammar.quotes), n=nth, a=article)


def phrase(grammar: Grammar, chain: Chain, case: str) -> str:
    """The place in that case."""
    said = grammar.place(chain, case)
    again = chain[-1].again
    return said if again == 1 else f"{said} [{again}]"


def _at(grammar: Grammar, chain: Chain) -> Callable[[str], str]:
    return lambda case: phrase(grammar, chain, case)


def _place(base: Base, unit: str, grammar: Grammar) -> Callable[[str], str]:
    if unit not in base:
        return lambda case: grammar.stranger[case]
    return _at(grammar, chains(base)[unit])


def _said(text: str) -> Callable[[str], str]:
    return lambda _: text


def _edit(base: Base, edit: Edit, grammar: Grammar) -> tuple[str, Slots]:
    wording = base.words(edit.unit, edit.language)
    frame, words = _worded(wording, edit)
    slots = dict.fromkeys(CASES, _at(grammar, worded(base, edit.unit)))
    slots |= {role: _said(called(grammar, role, spoken)) for role, spoken in words.items()}
    return frame, slots | {"words": _said(quote(edit.new, grammar.quotes))}


def _worded(wording: str, edit: Edit) -> tuple[str, dict[str, Spot]]:
    """Which frame the edit has, and which words fill it."""
    start, end, new = edit.start, edit.end, edit.new
    if (start, end) == (0, len(wording)):
        return ("reword" if new else "blank"), {}
    if start == end:
        return _inserted(wording, start, new)
    if not new:
        return "delete", {"cut": _deleted(wording, start, end)}
    old = exact(wording, start, end)
    level = old.level if old.level == "letters" else level_of(new)
    return "replace", {"old": old, "with": Spot(level, new, None)}


def _deleted(wording: str, start: int, end: int) -> Spot:
    """The words without the space that goes with them, if that says it."""
    old = wording[start:end]
    first = start + len(old) - len(old.lstrip())
    last = first + len(old.strip())
    if level_of(old.strip()) != "bare" and without(wording, first, last) == (start, end):
        words = exact(wording, first, last)
        if words.level != "letters":
            return words
    return spot(wording, start, end, "bare")


def _inserted(wording: str, at: int, new: str) -> tuple[str, dict[str, Spot]]:
    """After which words, and the new ones without the space that comes with them."""
    core = new.strip()
    spoken = Spot(level_of(core), core, None)
    bare = Spot("bare", new, None)
    if at in (0, len(wording)):
        plain = spoken.level != "bare" and joined(wording, at, core) == (at, new)
        return ("end" if at else "start"), {"put": spoken if plain else bare}
    for place in (at, at - 1):
        if spoken.level != "bare" and place and joined(wording, place, core) == (at, new):
            return "insert", {"anchor": before(wording, place), "put": spoken}
    return "insert", {"anchor": before(wording, at), "put": bare}


def _goes(base: Base, to: Add | Move, frame: str, grammar: Grammar) -> tuple[str, Slots]:
    """Where units go: after one, first below one, or to the beginning of the text."""
    if to.after is not None:
        return frame, {"after": _place(base, to.after, grammar)}
    if to.parent is not None:
        return f"{frame}_first", {"of": _place(base, to.parent, grammar)}
    return f"{frame}_top", {}


def _add(base: Base, add: Add, language: str) -> tuple[str, Slots]:
    grammar = grammar_of(language)
    frame, slots = _goes(base, add, "add", grammar)
    if len(add.units) == 1:
        (unit,) = add.units
        new, said = grammar.new.get(unit.kind, unit.kind), _unit(unit, grammar, language)
    else:
        new, said = grammar.following, _units(add.units, grammar, language)
    return frame, slots | {"new": _said(new), "units": _said(said)}


def _units(units: Sequence[Unit], grammar: Grammar, language: str) -> str:
    return "; ".join(
        f"{grammar.kinds.get(unit.kind, unit.kind)} {_unit(unit, grammar, language)}"
        for unit in units
    )


def _unit(unit: Unit, grammar: Grammar, language: str) -> str:
    """The unit's words, and in brackets what stands below it."""
    words = unit.words.get(language, "")
    said = quote(words, grammar.quotes) if words else grammar.unworded
    if not unit.below:
        return said
    return f"{said} ({grammar.below} {_units(unit.below, grammar, language)})"
