"""Which paragraph of a file is which unit of a text: by its bookmark, else by its words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from kurultai.papers.docx.loaded import Loaded
from kurultai.papers.docx.names import KEPT, MOVED, bookmark
from kurultai.papers.docx.paragraphs import Paragraph, Piece
from kurultai.papers.docx.views import rejected, view
from kurultai.papers.plain.own import NUMBER, POINT
from kurultai.texts.base import Base

_LIKE = 60  # per cent of likeness from which a paragraph is taken for a changed unit


@dataclass(frozen=True, slots=True)
class Known:
    """A paragraph that is a unit: of the text, or one that an amendment of the file adds."""

    unit: str
    is_moved: bool = False  # stands where a move put it
    kind: str = ""
    depth: int | None = None  # where the file says so


@dataclass(slots=True)
class Identities:
    """The paragraphs of a file by number, with those that were found to be units."""

    paragraphs: list[Paragraph]
    known: dict[int, Known] = field(default_factory=dict)
    by_words: bool = False  # some were found by their words
    missing: tuple[str, ...] = ()  # units with words that no paragraph is


def identities(found: Loaded, text: Base, language: str) -> Identities:
    """Every paragraph that is a unit of the text, or that the file itself says to be one."""
    result = Identities(list(found.paragraphs))
    names = dict(_names(found, text))
    for paragraph in result.paragraphs:
        known = next((names[one] for one in paragraph.bookmarks if one in names), None)
        if known is not None:
            result.known[paragraph.number] = known
    _by_words(found, result, text, language)
    return result


def _names(found: Loaded, text: Base) -> Iterator[tuple[str, Known]]:
    for unit in text.unit.values():
        for prefix in (KEPT, MOVED):
            yield bookmark(unit.unit, prefix), Known(unit.unit, prefix == MOVED, unit.kind)
    for kept in found.structure.units:
        is_moved = kept.bookmark.startswith(MOVED)
        yield kept.bookmark, Known(kept.unit, is_moved, kept.kind, kept.depth)


def _by_words(found: Loaded, result: Identities, text: Base, language: str) -> None:
    """Find the units that no bookmark names among the paragraphs that have none."""
    taken = {known.unit for known in result.known.values()}
    wanted = [name for name in text.unit if name not in taken and text.words(name, language)]
    free = [
        seen
        for seen in view(result.paragraphs, rejected)
        if seen.words.strip()
        and seen.paragraph.number not in result.known
        and not found.is_matter(seen)
    ]
    pairs = aligned([_bare(one.words) for one in free], [text.words(u, language) for u in wanted])
    at = {paragraph.number: n for n, paragraph in enumerate(result.paragraphs)}
    for left, right in pairs:
        paragraph, unit = free[left].paragraph, wanted[right]
        number = len(free[left].words) - len(_bare(free[left].words))
        result.known[paragraph.number] = Known(unit, kind=text.unit[unit].kind)
        result.paragraphs[at[paragraph.number]] = _without(paragraph, number)
    found_units = {wanted[right] for _, right in pairs}
    result.by_words = bool(pairs)
    result.missing = tuple(unit for unit in wanted if unit not in found_units)


def _bare(words: str) -> str:
    """The words without a typed number before them, and without white space there."""
    words = words.lstrip()
    found = NUMBER.match(words) or POINT.match(words)
    return words[found.end() :] if found else words


def _without(paragraph: Paragraph, count: int) -> Paragraph:
    """The paragraph without its first characters, those inserted by somebody not counted."""
    pieces: list[Piece] = []
    for piece in paragraph.pieces:
        cut = min(count, len(piece.words)) if rejected(piece.revised) else 0
        count -= cut
        pieces.append(replace(piece, words=piece.words[cut:]))
    return replace(paragraph, pieces=pieces)


def aligned(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs in order: equal ones, and between these the ones that are alike."""
    pairs: list[tuple[int, int]] = []
    gap: tuple[list[int], list[int]] = ([], [])
    ours, theirs = [" ".join(x.split()) for x in left], [" ".join(x.split()) for x in right]
    for step in Indel.opcodes(ours, theirs):
        lefts = range(step.src_start, step.src_end)
        rights = range(step.dest_start, step.dest_end)
        if step.tag == "equal":
            pairs += [*_alike(gap, ours, theirs), *zip(lefts, rights, strict=True)]
            gap = ([], [])
        else:
            gap[0].extend(lefts)
            gap[1].extend(rights)
    return [*pairs, *_alike(gap, ours, theirs)]


def _alike(
    gap: tuple[Iterable[int], Iterable[int]], left: Sequence[str], right: Sequence[str]
) -> list[tuple[int, int]]:
    """Within a stretch: each takes the next that is like it."""
    pairs: list[tuple[int, int]] = []
    rest = list(gap[1])
    for one in gap[0]:
        scores = [fuzz.ratio(left[one], right[other]) for other in rest]
        if scores and max(scores) >= _LIKE:
            best = scores.index(max(scores))
            pairs.append((one, rest[best]))
            del rest[: best + 1]
    return pairs
