"""A paper as a plain text: what its reader sees, with the numbers that follow from the order."""

from collections.abc import Iterator

from kurultai.language.words import pick
from kurultai.papers.paper import Paper
from kurultai.papers.plain.marked import GAP
from kurultai.papers.plain.numerals import shown
from kurultai.papers.plain.own import has_own
from kurultai.papers.plain.speech import Tongue, tongue
from kurultai.texts.unit import Unit, walk


def write(paper: Paper, language: str) -> str:
    """The text in one language, a paragraph a line, parted by empty lines.

    Before it the symbol, unless the text says it; below it the result and what parties remarked.
    An operative paragraph that is the only one and begins as such has no number, as is usual.
    """
    blocks = [*_head(paper, language), *_text(paper.units, language), *_foot(paper, language)]
    return "\n\n".join(blocks) + "\n"


def _head(paper: Paper, language: str) -> Iterator[str]:
    said = [unit.words.get(language, "") for unit, _ in walk(paper.units)]
    if paper.symbol and not any(paper.symbol in words for words in said):
        yield paper.symbol
    if not any(unit.kind == "heading" for unit in paper.units):
        name, _ = pick(paper.names, language)
        if name:
            yield name


def _foot(paper: Paper, language: str) -> Iterator[str]:
    result, _ = pick(paper.decision, language)
    if result:
        yield result
    for remark in paper.remarks:
        yield f"{pick(remark.party, language)[0]}: {pick(remark.words, language)[0]}"


def _text(units: tuple[Unit, ...], language: str) -> Iterator[str]:
    speech = tongue(language)
    alone, marks = _alone(units), shown(units, language)
    for unit, _ in walk(units):
        mark = marks[unit.unit]
        words = unit.words.get(language, GAP)
        bare = unit.unit in alone and bool(speech.operative.search(words))
        yield words if bare else _line(unit.kind, mark, words, speech)


def _line(kind: str, mark: str, words: str, speech: Tongue) -> str:
    if not mark or has_own(kind, words, speech.annex):
        return words
    return f"{mark}\n{words}" if kind == "annex" else f"{mark} {words}".strip()


def _alone(units: tuple[Unit, ...]) -> frozenset[str]:
    """The operative paragraph of a text, or of an annex, that has no other."""
    found: list[str] = []
    rest: set[str] = set()
    for unit in units:
        if unit.kind == "annex":
            rest |= _alone(unit.below)
        else:
            found += [one.unit for one, _ in walk((unit,)) if one.kind == "operative"]
    return frozenset(rest | (set(found) if len(found) == 1 else set()))
