"""Joint efforts: paragraphs that several carry out together, one of them leading."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kurultai.gate.shapes import CommitmentRow


@dataclass(frozen=True, slots=True)
class Joint:
    """One paragraph, with who leads and who goes along."""

    number: int
    lead: str
    rows: tuple[CommitmentRow, ...]  # the leading party's first

    @property
    def action(self) -> str:
        """What they do together."""
        return self.rows[0].action

    @property
    def due(self) -> str | None:
        """Until when."""
        return self.rows[0].due


def joint_efforts(commitments: Iterable[CommitmentRow]) -> tuple[Joint, ...]:
    """Those of one text, by paragraph; what one party does alone is none."""
    led = sorted((c for c in commitments if c.lead), key=lambda c: (c.number, c.unit, c.lead))
    grouped = groupby(led, key=lambda c: (c.number, c.unit, c.lead))
    found = (Joint(key[0], key[2], _leading_first(tuple(rows), key[2])) for key, rows in grouped)
    return tuple(joint for joint in found if len(joint.rows) > 1)


def _leading_first(rows: tuple[CommitmentRow, ...], lead: str) -> tuple[CommitmentRow, ...]:
    return tuple(sorted(rows, key=lambda row: row.party != lead))
