"""Flaws of any entry: its day, its source, its words, and a second entry about the same thing."""

from collections.abc import Iterator
from itertools import pairwise

from kurultai.procedure.rulebook.entries import Dated, Quorum, Voter
from kurultai.procedure.rulebook.flaws.known import Known, flaw
from kurultai.procedure.rulebook.place import Flaw, Place
from kurultai.procedure.rulebook.rows import thing_of

_SOURCED = ("C", "S")  # read, or reported by somebody: in either case somewhere


def of_entries(known: Known) -> Iterator[Flaw]:
    """Of each entry for itself, and of two about one thing from the same day."""
    for place, entry in known.entries:
        yield from _of_source(place, entry)
    yield from _twice(known)
    yield from _overlapping(known)
    if not known.entries:
        yield flaw(Place("rule", 0), "empty")


def _of_source(place: Place, entry: Dated) -> Iterator[Flaw]:
    if entry.confidence in _SOURCED and not entry.link:
        yield flaw(place, "link_missing", "confidence", confidence=entry.confidence)
    if entry.link and not entry.link.startswith(("https://", "http://")):
        yield flaw(place, "link_wrong", "link")
    if entry.says and not entry.says.get("en", "").strip():
        yield flaw(place, "says_english", "says")


def _twice(known: Known) -> Iterator[Flaw]:
    first: dict[tuple[str, ...], Place] = {}
    for place, entry in known.entries:
        for thing in _things(entry):
            earlier = first.setdefault((*thing, entry.since), place)
            if earlier is not place:
                line = known.line(earlier)
                yield flaw(place, "twice", "from", line=line, day=entry.since)
                break


def _things(entry: Dated) -> Iterator[tuple[str, ...]]:
    """What the entry is about; a quorum is about each of its purposes."""
    if isinstance(entry, Quorum):
        yield from (("quorum", entry.part, purpose) for purpose in entry.purposes)
    else:
        yield thing_of(entry)


def _overlapping(known: Known) -> Iterator[Flaw]:
    """A voter whose days end before they begin, or end on two days."""
    for place, entry in known.of(Voter):
        if entry.until and entry.until < entry.since:
            yield flaw(place, "until_before", "until")
    entries = sorted(known.of(Voter), key=lambda placed: (placed[1].voter, placed[1].since))
    for (earlier, before), (place, after) in pairwise(entries):
        if before.voter != after.voter or before.since == after.since:
            continue
        if after.since <= before.until != after.until:
            facts = {"voter": before.voter, "until": before.until, "line": known.line(earlier)}
            yield flaw(place, "overlap", "from", **facts)
