"""Amendments read out in one language: sentence, redline, place and fate."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from kurultai.gate.shapes import AmendmentRow
from kurultai.language import instructions, marshalling
from kurultai.site.drafts.kept import based
from kurultai.site.drafts.lines import shorts
from kurultai.site.drafts.names import drawn
from kurultai.site.drafts.touched import Touched, touched
from kurultai.texts.base import Base
from kurultai.texts.sub import ground
from kurultai.texts.unit import Unit


@dataclass(frozen=True, slots=True)
class Entry:
    """An amendment as the list shows it, in the reader's language or the one it was written in."""

    amendment: AmendmentRow
    label: str
    parent: str  # the label of the one that it amends; empty if it amends the text
    language: str
    sentences: tuple[str, ...]
    touched: tuple[Touched, ...]
    labels: Mapping[str, str]  # of the units of the text that it is against
    placed: str  # why it stands where it stands
    fell: str  # why it fell
    share: int  # of a hundred, how far it goes from the text


@dataclass(frozen=True, slots=True)
class Group:
    """Rivals together; an amendment that has none is a group alone."""

    entries: tuple[Entry, ...]


class Reader:
    """Reads the amendments to one text; ``numbers`` are their labels, ``order`` the policy."""

    def __init__(
        self,
        language: str,
        numbers: Mapping[str, str],
        units: tuple[Unit, ...],
        order: str,
        row_of: Callable[[str], AmendmentRow],
    ) -> None:
        self.language, self.numbers, self.order = language, numbers, order
        self.base = based(units)
        self.labels = shorts(units, language)
        self._row_of = row_of
        self._grounds: dict[str, tuple[Base, Mapping[str, str]]] = {}

    def groups(self, rows: Iterable[AmendmentRow]) -> tuple[Group, ...]:
        """The entries in their order, neighbours of one group together."""
        found = groupby(rows, lambda row: row.amendment if row.group is None else row.group)
        return tuple(Group(tuple(self.entry(row) for row in group)) for _, group in found)

    def entry(self, row: AmendmentRow) -> Entry:
        """One amendment."""
        base, labels = self._against(row)
        language = self.language if self.language in row.languages else row.language
        return Entry(
            row,
            self.numbers[row.amendment],
            self.numbers[row.of] if row.of else "",
            language,
            instructions.sentences(base, row.changes, language),
            touched(base, row.changes, language),
            labels,
            self.placed(row),
            self.fell(row),
            share(row.figure),
        )

    def placed(self, row: AmendmentRow) -> str:
        """Why it stands where it stands; empty of one that is not on the list."""
        if row.place is None:
            return ""
        to = self.numbers.get(row.to or "", "")
        return marshalling.explain_place(
            self.language, self.order, row.relation, row.figure, to, row.flags
        )

    def fell(self, row: AmendmentRow) -> str:
        """Why it is not put to the vote any more; empty of one that did not fall."""
        if row.state != "fallen":
            return ""
        because = self.numbers.get(row.because or "", "–")
        return marshalling.explain_fall(self.language, row.why or "", because)

    def _against(self, row: AmendmentRow) -> tuple[Base, Mapping[str, str]]:
        """The text that it is against, and what its units are called."""
        if row.of is None:
            return self.base, self.labels
        if row.of not in self._grounds:
            self._grounds[row.of] = self._made_by(self._row_of(row.of))
        return self._grounds[row.of]

    def _made_by(self, parent: AmendmentRow) -> tuple[Base, Mapping[str, str]]:
        made = ground(self.base, drawn(parent, parent.tabled_changes))
        return made, shorts(made.units, self.language)


def share(figure: str) -> int:
    """A fraction in whole hundredths, a hundred at most."""
    return min(100, round(Fraction(figure) * 100)) if figure else 0
