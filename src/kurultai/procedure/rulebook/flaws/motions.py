"""Flaws of motions: decided by a rule that is not there, or of one rank with another."""

from collections.abc import Iterator

from kurultai.procedure.rulebook.entries import WHOLE, Motion
from kurultai.procedure.rulebook.flaws.known import Known, flaw
from kurultai.procedure.rulebook.place import Flaw, Place


def of_motions(known: Known) -> Iterator[Flaw]:
    """Of each motion, and of two that go first."""
    parts: dict[str, list[tuple[Place, Motion]]] = {}
    for place, motion in known.of(Motion):
        parts.setdefault(motion.part, []).append((place, motion))
        yield from _of_rule(known, place, motion)
    for motions in parts.values():
        yield from _of_ranks(known, motions)


def _of_rule(known: Known, place: Place, motion: Motion) -> Iterator[Flaw]:
    rules = {r.rule for r in known.book.rules if motion.part in (r.part, WHOLE)}
    if motion.rule not in rules:
        name, named = f"{motion.part}.{motion.rule}", ", ".join(sorted(rules)) or "–"
        yield flaw(place, "motion_rule", "rule", name=name, known=named)


def _of_ranks(known: Known, motions: list[tuple[Place, Motion]]) -> Iterator[Flaw]:
    """Two motions of one rank on the first day on which both hold."""
    ends = {place: known.ends(motion) for place, motion in motions}
    for number, (place, motion) in enumerate(motions):
        for earlier, other in motions[:number]:
            day = max(motion.since, other.since)
            both = day < min(ends[place], ends[earlier])
            if both and motion.rank == other.rank and motion.motion != other.motion:
                facts = {"rank": motion.rank, "line": known.line(earlier), "day": day}
                yield flaw(place, "rank_twice", "rank", **facts)
