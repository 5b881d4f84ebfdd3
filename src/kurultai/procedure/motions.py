"""Motions on procedure: which is put first when several are made, and who is heard on each."""

from collections.abc import Iterable
from dataclasses import dataclass

from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook import WHOLE, Motion, Rulebook
from kurultai.procedure.toml import nearest


@dataclass(frozen=True, slots=True)
class Made:
    """A motion made from the floor: which, by whom, and who seconds it."""

    motion: str
    by: str
    seconds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A motion when its turn has come.

    ``speakers_for`` and ``speakers_against`` may be heard besides the mover; ``missing`` is how
    many more must second it before it is put; ``also`` made the same motion later. ``rule`` is
    the name of the rule that decides it, "part.rule".
    """

    motion: str
    by: str
    rank: int
    speakers_for: int
    speakers_against: int
    missing: int
    also: tuple[str, ...]
    rule: str
    article: str
    link: str
    confidence: str


def in_turn(book: Rulebook, part: str, made: Iterable[Made], *, on: str) -> tuple[Turn, ...]:
    """The motions, given in the order in which they were made, as they are put on the ISO day.

    By their rank in the part (or in the whole body, if the part ranks none), of equal rank the
    earlier one first. The same motion is put once; who makes it again seconds it. Refused if a
    motion is not one of the body's.
    """
    known = motions_of(book, part, on=on)
    first: dict[str, list[Made]] = {}
    for one in made:
        if one.motion not in known:
            facts = {"name": one.motion, "known": nearest(one.motion, known)}
            raise Refused("motion.unknown", facts)
        first.setdefault(one.motion, []).append(one)
    order = sorted(first, key=lambda name: known[name].rank)
    return tuple(_turn(part, known[name], first[name]) for name in order)


_PRACTICE = ("suspend_meeting", "adjourn_meeting", "adjourn_debate", "close_debate")


def motions_of(book: Rulebook, part: str, *, on: str) -> dict[str, Motion]:
    """The motions known in the part on the ISO day, the one that goes before all others first.

    Where the body's rules were not found to rank any, those of the United Nations in the order
    of General Assembly rule 77, as common practice.
    """
    own = book.motions_in_order(part, on=on) or book.motions_in_order(WHOLE, on=on)
    return {entry.motion: entry for entry in own or _practice(part, on)}


def _practice(part: str, on: str) -> tuple[Motion, ...]:
    return tuple(
        Motion(since=on, confidence="?", part=part, motion=name, rank=rank)
        for rank, name in enumerate(_PRACTICE, start=1)
    )


def _turn(part: str, entry: Motion, made: list[Made]) -> Turn:
    mover = made[0].by
    also = dict.fromkeys(one.by for one in made if one.by != mover)
    seconds = {name for one in made for name in (one.by, *one.seconds)} - {mover}
    return Turn(
        motion=entry.motion,
        by=mover,
        rank=entry.rank,
        speakers_for=entry.speakers_for,
        speakers_against=entry.speakers_against,
        missing=max(0, entry.seconders - len(seconds)),
        also=tuple(also),
        rule=f"{part}.{entry.rule}",
        article=entry.article,
        link=entry.link,
        confidence=entry.confidence,
    )
