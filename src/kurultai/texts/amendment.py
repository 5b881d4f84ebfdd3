"""An amendment as the algebra sees it: changes to one frozen text, all in its coordinates."""

from dataclasses import dataclass

from kurultai.texts.change import Add, Change, Edit
from kurultai.texts.unit import walk


class Faulty(Exception):  # noqa: N818 - the name of the state
    """The changes cannot be made to this text; ``rule`` names why, ``facts`` where."""

    def __init__(self, rule: str, **facts: str) -> None:
        super().__init__(rule, facts)
        self.rule = rule
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amendment to a text, or a sub-amendment to another amendment (``of``).

    ``number`` is its place in the order of tabling. ``languages`` are those in which its wording
    is complete, also where it changes nothing there and that is meant.
    """

    amendment: str
    changes: tuple[Change, ...]
    number: int = 0
    of: str | None = None
    replaces: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset()

    def complete_in(self) -> frozenset[str] | None:
        """The languages in which it can be read: as given, else those it uses; None: all.

        It can be read in all where it has no words.
        """
        used = self.written_in()
        return used if used is None else (self.languages or used)

    def written_in(self) -> frozenset[str] | None:
        """The languages of its edits and of the units it adds; None: it has no words."""
        return _used(self.changes)

    @property
    def order(self) -> tuple[int, str]:
        """What puts amendments in the order of tabling."""
        return self.number, self.amendment


def _used(changes: tuple[Change, ...]) -> frozenset[str] | None:
    """The languages of edits and of added units; None: there are no words."""
    used: set[str] = set()
    for change in changes:
        if isinstance(change, Edit):
            used.add(change.language)
        elif isinstance(change, Add):
            for unit, _ in walk(change.units):
                used.update(unit.words)
    return frozenset(used) or None
