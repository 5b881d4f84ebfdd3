"""What falls: which pending amendments are not put to the vote after what was decided."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base
from kurultai.texts.relation import Footprint, Relation, footprint, related
from kurultai.texts.rivals import Meeting
from kurultai.texts.sub import ground

Why = Literal["clash", "pre_empted", "identical", "parent_rejected", "parent_settled", "replaced"]


@dataclass(frozen=True, slots=True)
class Fate:
    """An amendment that fell, because of which other one, and why."""

    amendment: str
    because: str
    why: Why


def fates(
    base: Base,
    pending: Iterable[Amendment],
    adopted: Iterable[Amendment],
    rejected: Iterable[Amendment],
    policy_rivals: Literal["fall", "put"] = "fall",
) -> tuple[Fate, ...]:
    """Those of the pending that fall now, in the order of tabling, each once.

    Identical to one decided; replaced by an adopted compromise; pre-empted by an adopted one, or
    in clash with it; a sub-amendment whose parent was decided or fell. One that takes in an
    adopted one falls with ``policy_rivals`` "fall"; with "put" it is still put, and if adopted
    supersedes the other. Sub-amendments are compared among those of their parent, on its text;
    where the parent is not given at all, ``base`` is that text.
    """
    ordered = sorted(pending, key=lambda amendment: amendment.order)
    decided = _Decided(base, ordered, adopted, rejected, policy_rivals)
    fallen: dict[str, Fate] = {}
    for amendment in sorted(ordered, key=lambda one: _depth(one, ordered)):
        fate = decided.parent(amendment, fallen) or decided.fate(amendment)
        if fate is not None:
            fallen[amendment.amendment] = fate
    return tuple(fallen[one.amendment] for one in ordered if one.amendment in fallen)


def _depth(amendment: Amendment, pending: Sequence[Amendment]) -> int:
    """How many pending amendments it is an amendment to."""
    of = {one.amendment: one.of for one in pending}
    depth, above = 0, amendment.of
    while above is not None:
        depth, above = depth + 1, of.get(above)
    return depth


class _Decided:
    """What was decided, laid out to be compared with what is pending."""

    def __init__(
        self,
        base: Base,
        pending: Sequence[Amendment],
        adopted: Iterable[Amendment],
        rejected: Iterable[Amendment],
        rivals: str,
    ) -> None:
        self.base = base
        self.pending = {one.amendment: one for one in pending}
        self.adopted = sorted(adopted, key=lambda one: one.order)
        self.rejected = sorted(rejected, key=lambda one: one.order)
        self.falls = rivals == "fall"
        self._levels: dict[str | None, _Level] = {}

    def parent(self, amendment: Amendment, fallen: dict[str, Fate]) -> Fate | None:
        """What a decision on its parent makes of a sub-amendment."""
        of = amendment.of
        if of is None:
            return None
        if any(one.amendment == of for one in self.adopted):
            return Fate(amendment.amendment, of, "parent_settled")
        if of in fallen or any(one.amendment == of for one in self.rejected):
            return Fate(amendment.amendment, of, "parent_rejected")
        return None

    def fate(self, amendment: Amendment) -> Fate | None:
        """What the decisions on its rivals make of an amendment: the strongest reason there is."""
        name = amendment.amendment
        reasons: list[tuple[int, Fate]] = []
        for one in self.adopted:
            if name in one.replaces:
                return Fate(name, one.amendment, "replaced")
        for other, relation, adopted in self._level(amendment.of).relations(amendment):
            if (why := self._why(relation, adopted=adopted)) is not None:
                reasons.append((_RANK[why], Fate(name, other, why)))
        return min(reasons, key=lambda reason: reason[0])[1] if reasons else None

    def _why(self, relation: Relation, *, adopted: bool) -> Why | None:
        """Why an amendment falls to which a decided one stands in this relation."""
        if relation == "identical":
            return "identical"
        if not adopted:
            return None
        if relation == "pre_empts":
            return "pre_empted"
        falls = relation == "clash" or (relation == "pre_empted" and self.falls)
        return "clash" if falls else None

    def _level(self, of: str | None) -> "_Level":
        """What was decided among the amendments to one text."""
        if of not in self._levels:
            decided = [
                (one, adopted)
                for those, adopted in ((self.adopted, True), (self.rejected, False))
                for one in those
                if one.of == of
            ]
            self._levels[of] = _Level(self._ground(of), decided)
        return self._levels[of]

    def _ground(self, of: str | None) -> Base:
        parent = None if of is None else self.pending.get(of)
        return self.base if parent is None else ground(self._ground(parent.of), parent)


class _Level:
    """The amendments to one text that were adopted or rejected."""

    def __init__(self, base: Base, decided: Iterable[tuple[Amendment, bool]]) -> None:
        self.base = base
        self.meeting = Meeting(base)
        self.decided: dict[str, tuple[Footprint, bool]] = {}
        for one, adopted in decided:
            tread = footprint(base, one)
            self.meeting.add(one.amendment, tread)
            self.decided[one.amendment] = tread, adopted

    def relations(self, amendment: Amendment) -> Iterator[tuple[str, Relation, bool]]:
        """How those that it has to do with stand to it: the adopted first, as they were tabled."""
        own = footprint(self.base, amendment)
        met = self.meeting.of(own)
        for name, (tread, adopted) in self.decided.items():
            if name in met:
                yield name, related(self.base, tread, own), adopted


_RANK: dict[Why, int] = {"identical": 0, "pre_empted": 1, "clash": 2}
