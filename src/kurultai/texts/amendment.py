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
        """The languages in which the amendment can be read; None: all, it has no words."""
        written: set[str] = set()
        worded = False
        for change in self.changes:
            match change:
                case Edit():
                    written.add(change.language)
                    worded = True
                case Add():
                    worded = True
                    for unit, _ in walk(change.units):
                        written.update(lang for lang, words in unit.words.items() if words)
                case _:
                    continue
        return self.languages | written if worded else None

    @property
    def order(self) -> tuple[int, str]:
        """What puts amendments in the order of tabling."""
        return self.number, self.amendment
