"""A text as paragraphs one below the other, each in every language asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kurultai.papers.face import Face
from kurultai.papers.paper import Paper, PaperAmendment
from kurultai.papers.signs import sign
from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import Run, Traced, trace
from kurultai.texts.base import Base
from kurultai.texts.number import Label, labels
from kurultai.texts.rivals import Rivals

SAID = "said"  # of a run that the paper says, and not the text


@dataclass(frozen=True, slots=True)
class Cell:
    """A unit in one language: what stands before it, and its words in runs (what, words)."""

    language: str
    sign: str
    runs: tuple[tuple[str, str], ...]
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A unit; ``what`` as of `texts.apply.Traced`."""

    unit: str
    kind: str
    depth: int
    indent: int  # how many points it stands in, itself counted
    what: str
    cells: tuple[Cell, ...]


def rows(paper: Paper, faces: Sequence[Face], amendments: Sequence[Amendment]) -> Iterator[Row]:
    """The text, with the amendments' changes marked in it."""
    numbered = labels(paper.units)
    path: list[str] = []
    for each in trace(Base(paper.units), amendments):
        del path[each.depth :]
        path.append(each.kind)
        label = numbered.get(each.unit)
        indent = path.count("point")
        cells = tuple(_cell(each, label, face, paper.behind) for face in faces)
        yield Row(each.unit, each.kind, each.depth, indent, each.what, cells)


def _cell(
    each: Traced, label: Label | None, face: Face, behind: Mapping[str, tuple[str, ...]]
) -> Cell:
    language = face.language
    before = sign(label, language) if label is not None else ""
    found = each.runs.get(language)
    if found is None:
        return Cell(language, before, ((SAID, face.gap),), is_gap=True)
    runs = [(_what(each, run), run.words) for run in found]
    if each.unit in behind.get(language, ()):
        runs.append((SAID, f" {face.behind}"))
    return Cell(language, before, tuple(runs))


def _what(each: Traced, run: Run) -> str:
    match each.what:
        case "added" | "moved_here" if run.what == "kept":
            return "inserted"
        case _:
            return run.what


def compatible(paper: Paper, states: Iterable[str]) -> tuple[Amendment, ...]:
    """The paper's amendments in those states, in that order, without the rivals of earlier ones.

    Sub-amendments are not among them: they change their parents' words, not the text.
    """
    pending = [
        Amendment(one.amendment, one.changes, number)
        for number, one in enumerate(in_states(paper, states))
        if not is_sub(one)
    ]
    rivals = Rivals(Base(paper.units), pending)
    group = {name: members for members in rivals.groups() for name in members}
    found: dict[str, Amendment] = {}
    for one in pending:
        name = one.amendment
        if not any(rivals.rival(name, other) for other in group[name] if other in found):
            found[name] = one
    return tuple(found.values())


def in_states(paper: Paper, states: Iterable[str]) -> tuple[PaperAmendment, ...]:
    """The paper's amendments, those in the first state first."""
    return tuple(one for state in states for one in paper.amendments if one.state == state)


def is_sub(amendment: PaperAmendment) -> bool:
    """Whether it is a sub-amendment, by its label: 3.1."""
    return "." in amendment.label
