"""A finding as the record keeps it: whole numbers and texts, a fraction as "1/2"."""

from fractions import Fraction
from typing import Any

import msgspec

from kurultai.procedure.counting.finding import ElectionFinding, Finding
from kurultai.procedure.counting.quorum import QuorumFinding


def recorded(finding: Finding | ElectionFinding | QuorumFinding) -> dict[str, Any]:
    """The finding by the names of its parts."""
    plain: dict[str, Any] = msgspec.to_builtins(finding, enc_hook=_written)
    return plain


def _written(value: object) -> object:
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else str(value)
    raise NotImplementedError(type(value))
