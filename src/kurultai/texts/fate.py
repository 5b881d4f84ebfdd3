"""What falls: which pending amendments are not put to the vote after what was decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base
from kurultai.texts.relation import Footprint, footprint, related
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
    decided = _Decided(base, ordered, tuple(adopted), tuple(rejected), policy_rivals)
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
        adopted: Sequence[Amendment],
        rejected: Sequence[Amendment],
        rivals: str,
    ) -> None:
        self.pending = {one.amendment: one for one in pending}
        self.adopted = sorted(adopted, key=lambda one: one.order)
        self.rejected = sorted(rejected, key=lambda one: one.order)
        self.falls = rivals == "fall"
        self._grounds: dict[str | None, Base] = {None: base}
        self._base = base

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
        """What the decisions on its rivals make of an amendment."""
        for one in self.adopted:
            if amendment.amendment in one.replaces:
                return Fate(amendment.amendment, one.amendment, "replaced")
        text = self._ground(amendment.of)
        own = footprint(text, amendment)
        return self._settled(text, own) or self._told(text, own)

    def _told(self, text: Base, own: Footprint) -> Fate | None:
        """Identical to a rejected one: the assembly has said what it thinks of it."""
        for one in self.rejected:
            here = one.of == own.amendment.of
            if here and related(text, footprint(text, one), own) == "identical":
                return Fate(own.amendment.amendment, one.amendment, "identical")
        return None

    def _settled(self, text: Base, own: Footprint) -> Fate | None:
        found: Fate | None = None
        for one in self.adopted:
            if one.of == own.amendment.of and (why := self._why(text, one, own)):
                fate = Fate(own.amendment.amendment, one.amendment, why)
                if found is None or _RANK[why] < _RANK[found.why]:
                    found = fate
        return found

    def _why(self, text: Base, one: Amendment, own: Footprint) -> Why | None:
        match related(text, footprint(text, one), own):
            case "identical":
                return "identical"
            case "pre_empts":
                return "pre_empted"
            case "clash":
                return "clash"
            case "pre_empted":
                return "clash" if self.falls else None
            case _:
                return None

    def _ground(self, of: str | None) -> Base:
        if of not in self._grounds:
            parent = self.pending.get(of or "")
            self._grounds[of] = (
                self._base if parent is None else ground(self._ground(parent.of), parent)
            )
        return self._grounds[of]


_RANK = {"identical": 0, "pre_empted": 1, "clash": 2}
