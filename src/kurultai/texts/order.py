"""The marshalled list: in which order amendments are voted on, by the policy of the assembly."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import combinations
from typing import Literal, assert_never, get_args

from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base, Point
from kurultai.texts.change import Add, Drop
from kurultai.texts.distance import figures
from kurultai.texts.negation import negates
from kurultai.texts.rivals import Rivals
from kurultai.texts.sub import ground

Policy = Literal["furthest", "text", "strike_first", "perfect_first"]
"""furthest: rivals by how far they go from the text (UN General Assembly rules 90 and 130;
European Parliament rule 174). text: strictly in the order of the text (Erskine May 20.42).
strike_first: what takes others in before them; perfect_first: after them (the Scottish
Parliament leaves out a block before it amends inside, and amends a section before it goes)."""
POLICIES: tuple[Policy, ...] = get_args(Policy)


@dataclass(frozen=True, slots=True)
class Placed:
    """An amendment's place in the list; rivals share a group, counted from 1.

    ``figure`` is None without a rival. ``relation`` to ``to``: clash, pre_empts, pre_empted,
    identical, sub (of its parent), compromise (between others), or empty. ``flags``: negation (a
    word such as "not" comes or goes), untranslated (it words a unit that another one words too,
    and they cannot be compared in any language).
    """

    amendment: str
    group: int
    figure: Fraction | None = None
    relation: str = ""
    to: str | None = None
    flags: tuple[str, ...] = ()


Subs = Mapping[str | None, Sequence[Amendment]]


def marshal(
    base: Base, amendments: Iterable[Amendment], policy: Policy = "furthest"
) -> tuple[Placed, ...]:
    """All the amendments in the order of voting, whatever order they come in.

    Identical ones stand together; a compromise stands before its rivals and what it replaces; a
    sub-amendment directly before its parent, which is to be given as it was tabled.
    Sub-amendments without their parent are taken to be against ``base``.
    """
    given = sorted(amendments, key=lambda amendment: amendment.order)
    names = {amendment.amendment for amendment in given}
    levels: dict[str | None, list[Amendment]] = {}
    for amendment in given:
        levels.setdefault(amendment.of, []).append(amendment)
    placed: list[Placed] = []
    for of in sorted((of for of in levels if of not in names), key=lambda of: of or ""):
        before = max((one.group for one in placed), default=0)
        found = _Level(base, levels[of], policy, levels).placed()
        placed += (replace(one, group=one.group + before) for one in found)
    return tuple(placed)


class _Level:
    """Amendments against one text: those to the base, or the sub-amendments of one amendment."""

    def __init__(
        self, base: Base, amendments: Sequence[Amendment], policy: Policy, subs: Subs
    ) -> None:
        self.base = base
        self.policy = policy
        self.subs = subs
        self.rivals = Rivals(base, amendments)
        self.amendment = self.rivals.amendment
        self.point = {name: _first(base, one) for name, one in self.amendment.items()}
        self.figure: dict[str, Fraction] = {}
        self.twins: dict[str, str] = {}

    def placed(self) -> Iterator[Placed]:
        """Every amendment of the level, each after the sub-amendments to it.

        Identical ones are voted on together, so that what would amend any of them comes before.
        """
        groups = [self._group(names) for names in self.rivals.groups()]
        groups.sort(key=lambda group: min(self._key(name) for name in group))
        group_of = {name: group for group in groups for name in group}
        numbers: dict[str, int] = {}
        for name in self._sequence(groups):
            group = group_of[name]
            number = numbers.setdefault(group[0], len(numbers) + 1)
            for one in self._alike(name):
                yield from self._subs(one, number)
            yield self._place(name, number, group)

    def _alike(self, name: str) -> Iterator[str]:
        """The first of identical amendments with all that are as it is; none for the others."""
        if name not in self.twins:
            yield name
            yield from (twin for twin, first in self.twins.items() if first == name)

    def _group(self, names: tuple[str, ...]) -> list[str]:
        """Rivals in the order in which they are voted on."""
        if len(names) == 1:
            return [*names]
        own = [self.rivals.prints[name] for name in names]
        self.figure.update(figures(self.base, own))
        twins = self.rivals.twins(names)
        self.twins.update(twins)
        ordered = self._by_policy([name for name in names if name not in twins])
        ordered.sort(key=lambda name: not self._between(name, names))
        followers: dict[str, list[str]] = {}
        for twin, first in twins.items():
            followers.setdefault(first, []).append(twin)
        return [one for name in ordered for one in (name, *followers.get(name, ()))]

    def _between(self, name: str, names: Iterable[str]) -> bool:
        """Whether the amendment is a compromise that takes the place of others here."""
        return any(other in names for other in self.amendment[name].replaces)

    def _key(self, name: str) -> tuple[Point, tuple[int, str]]:
        return self.point[name], self.amendment[name].order

    def _by_policy(self, names: list[str]) -> list[str]:
        match self.policy:
            case "furthest":
                return sorted(
                    names, key=lambda name: (-self.figure[name], self.amendment[name].order)
                )
            case "text":
                return sorted(names, key=self._key)
            case "strike_first":
                return self._unfolded(names, "pre_empts", 1)
            case "perfect_first":
                return self._unfolded(names, "pre_empted", -1)
            case _:
                assert_never(self.policy)

    def _unfolded(self, names: list[str], first: str, sign: int) -> list[str]:
        """In the order of the text, but each after those that go before it by their relation."""
        waits: dict[str, set[str]] = {name: set() for name in names}
        for one, other in combinations(names, 2):
            relation = self.rivals.relation(one, other)
            if relation in {"pre_empts", "pre_empted"}:
                early, late = (one, other) if relation == first else (other, one)
                waits[late].add(early)
        left = sorted(
            names,
            key=lambda name: (
                self.point[name],
                sign * _leaves(self.amendment[name]),
                self.amendment[name].order,
            ),
        )
        ordered: list[str] = []
        while left:
            # amendments to several places may wait for one another in a circle
            ready = next((name for name in left if not waits[name]), left[0])
            left.remove(ready)
            ordered.append(ready)
            for name in left:
                waits[name].discard(ready)
        return ordered

    def _sequence(self, groups: list[list[str]]) -> list[str]:
        """All in voting order: group after group, or strictly in the order of the text."""
        if self.policy != "text":
            return [name for group in groups for name in group]
        keyed = [(self._in_text(name, group), name) for group in groups for name in group]
        return [name for _, name in sorted(keyed)]

    def _in_text(self, name: str, group: list[str]) -> tuple[Point, bool, object, object]:
        """Where it is called: a compromise where its group begins, a twin with the first one."""
        first = self.twins.get(name, name)
        own = self.amendment[name].order
        if self._between(first, group):
            return min(self.point[one] for one in group), False, self.amendment[first].order, own
        return self.point[first], True, self.amendment[first].order, own

    def _subs(self, name: str, number: int) -> Iterator[Placed]:
        subs = self.subs.get(name)
        if subs:
            text = ground(self.base, self.amendment[name])
            own = {sub.amendment for sub in subs}
            for one in _Level(text, subs, self.policy, self.subs).placed():
                direct = one.amendment in own
                yield replace(
                    one,
                    group=number,
                    relation="sub",
                    to=name if direct else one.to,
                )

    def _place(self, name: str, number: int, group: list[str]) -> Placed:
        relation, to = self._why(name, group)
        flags = {
            "negation": negates(self.base, self.amendment[name]),
            "untranslated": name in self.rivals.untranslated,
        }
        raised = tuple(flag for flag, up in flags.items() if up)
        return Placed(name, number, self.figure.get(name), relation, to, raised)

    def _why(self, name: str, group: list[str]) -> tuple[str, str | None]:
        """Why it stands in its group: by its relation to the first that it is a rival of."""
        for other in self.amendment[name].replaces:
            if other in group:
                return "compromise", other
        if name in self.twins:
            return "identical", self.twins[name]
        for other in group:
            if other != name and self.rivals.rival(name, other):
                return self.rivals.relation(name, other), other
        for other in group:
            if name in self.amendment[other].replaces:
                return "pre_empted", other
        return "", None


def _first(base: Base, amendment: Amendment) -> Point:
    """The first point of the text that the amendment concerns."""
    return min((base.point(change) for change in amendment.changes), default=(-1, 0, 0))


def _leaves(amendment: Amendment) -> int:
    """How much it leaves of what it concerns: 0 if it strikes units, 1 if it replaces them."""
    if not any(isinstance(change, Drop) for change in amendment.changes):
        return 2
    return int(any(isinstance(change, Add) for change in amendment.changes))
