"""Trees of units such as nobody would write, and such as everybody does, for the laws of papers."""

import unicodedata
from itertools import count

from hypothesis import strategies as st

from kurultai.texts.unit import KINDS, Unit

LANGUAGES = ("az", "en", "hu", "kk", "ky", "ru", "tk", "tr", "uz")
_WORDS = (
    "Recalling its resolution 12 (2024),",
    "Müşahidə edərək,",
    'Қайта растай отырып, <b>&amp;</b> "тырнақша" ]]>',
    "Árvíztűrő tükörfúrógép",
    "1. Decides",
    "(a) and so on;",
    "# not a heading",
    "[...]",
    "> < \\ \\n \\e",
    "Two\nlines\n\nand a third",
    "Annex",
    "I. Union",
    "",
    " ",
    " edges\u00a0 \t",
    "a  b",
    "-- done",
    "\u2028\u0085\r",
)


def words() -> st.SearchStrategy[str]:
    """A wording in NFC, of any characters that can be stored."""
    storable = st.characters(exclude_categories=["Cs"])  # a surrogate cannot be stored
    some = st.sampled_from(_WORDS) | st.text(storable, max_size=30)
    return some.map(lambda one: unicodedata.normalize("NFC", one))


def wordings(languages: tuple[str, ...]) -> st.SearchStrategy[dict[str, str]]:
    """A wording in some of the languages, or in none."""
    return st.dictionaries(st.sampled_from(languages), words())


def trees(languages: tuple[str, ...] = LANGUAGES) -> st.SearchStrategy[tuple[Unit, ...]]:
    """Any tree of units; identities "1", "2" ... in the order of the text."""
    leaf = st.builds(Unit, st.just(""), st.sampled_from(KINDS), wordings(languages))
    unit = st.recursive(
        leaf,
        lambda below: st.builds(
            Unit,
            st.just(""),
            st.sampled_from(KINDS),
            wordings(languages),
            st.lists(below, max_size=4).map(tuple),
        ),
        max_leaves=14,
    )
    return st.lists(unit, max_size=5).map(lambda row: numbered(tuple(row)))


def numbered(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The same tree, with identities "1", "2" ... in the order of the text."""
    numbers = count(1)

    def one(unit: Unit) -> Unit:
        number = str(next(numbers))
        return Unit(number, unit.kind, unit.words, tuple(one(child) for child in unit.below))

    return tuple(one(unit) for unit in units)


def only(units: tuple[Unit, ...], language: str) -> tuple[Unit, ...]:
    """The same tree with one language's words."""
    return tuple(
        Unit(
            unit.unit,
            unit.kind,
            {language: unit.words[language]} if language in unit.words else {},
            only(unit.below, language),
        )
        for unit in units
    )
