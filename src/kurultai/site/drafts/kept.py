"""What is made of a text and asked for by page after page: kept for the last few texts."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from kurultai.texts.base import Base
from kurultai.texts.unit import Unit

P = ParamSpec("P")
R = TypeVar("R")
Units = tuple[Unit, ...]
_KEPT = 32


def kept(make: Callable[Concatenate[Units, P], R]) -> Callable[Concatenate[Units, P], R]:
    """Make it once of the same text; nobody may change what was made.

    The gate hands out the same object while the words are the same. The text is kept with what
    was made of it, so that no other can have its identity.
    """
    found: OrderedDict[Any, tuple[Units, R]] = OrderedDict()

    @wraps(make)
    def once(units: Units, /, *args: P.args, **named: P.kwargs) -> R:
        key = (id(units), *args, *named.values())
        held = found.get(key)
        if held is None:
            held = found[key] = units, make(units, *args, **named)
            while len(found) > _KEPT:
                found.popitem(last=False)
        return held[1]

    return once


@kept
def based(units: Units) -> Base:
    """The text with its index."""
    return Base(units)
