"""A long list in pages, each with an address of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from urllib.parse import urlencode

T = TypeVar("T")
R = TypeVar("R")
_LONGEST = 9  # digits of a number in an address


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """One page of a list; ``page`` counts from 1."""

    rows: Sequence[T]
    page: int
    pages: int
    count: int

    def of(self, rows: Sequence[R]) -> "Paged[R]":
        """The same page of other rows, one for each of these."""
        return Paged(rows, self.page, self.pages, self.count)


def paged(rows: Sequence[T], page: int, size: int) -> Paged[T]:
    """That page of the rows, or the nearest there is."""
    pages = max(1, -(-len(rows) // size))
    here = min(max(page, 1), pages)
    return Paged(rows[(here - 1) * size : here * size], here, pages, len(rows))


class Located(Protocol):
    """What stands for one unit of a text."""

    @property
    def unit(self) -> str:
        """Its identity."""


L = TypeVar("L", bound=Located)


def with_unit(rows: Sequence[L], filters: Mapping[str, str], size: int) -> Paged[L]:
    """The page that has the unit asked for in an address, or the one asked for by its number."""
    wanted = filters.get("unit", "")
    at = next((place for place, row in enumerate(rows) if row.unit == wanted), None)
    page = number(filters.get("page", ""), 1) if at is None else at // size + 1
    return paged(rows, page, size)


def turning(path: str, several: Mapping[str, Sequence[str]]) -> Callable[[int], str]:
    """The addresses of the pages of what was asked for."""
    kept = {key: values for key, values in several.items() if key != "unit"}
    return lambda page: address(path, kept, page=str(page))


def number(text: str, otherwise: int = 0) -> int:
    """A number from an address; anything else in its place is the other one."""
    fits = text.isascii() and text.isdecimal() and len(text) <= _LONGEST
    return int(text) if fits else otherwise


def address(path: str, several: Mapping[str, Sequence[str]], **changed: str) -> str:
    """The address of a page with what was chosen, and some of it chosen otherwise."""
    kept = {**several, **{key: [value] if value else [] for key, value in changed.items()}}
    query = urlencode(kept, doseq=True)
    return f"{path}?{query}" if query else path


def near(page: int, pages: int) -> tuple[int, ...]:
    """The pages to which a long list links: those about this one, the first and the last."""
    about = range(max(1, page - 2), min(pages, page + 2) + 1)
    return tuple(sorted({1, *about, pages}))
