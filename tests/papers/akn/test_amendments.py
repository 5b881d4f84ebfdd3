"""Amendments as Akoma Ntoso: valid, readable by others, and exact when they come back."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kurultai.papers import akn
from kurultai.papers.draft import Unreadable
from kurultai.papers.paper import PaperAmendment
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import Unit
from tests.papers.akn.test_statement import EN, RU, TEXT, faults, paper, strings
from tests.papers.trees import trees, wordings, words

NEW = Unit("unit:n", "operative", {"en": "Invites:"}, (Unit("unit:m", "point", {"en": "all;"}),))
CHANGES: tuple[Change, ...] = (
    Edit("unit:1", "en", 0, 7, "Resolves"),
    Edit("unit:a", "en", 7, 7, " soon"),
    Edit("unit:c", "ru", 0, 4, ""),
    Drop("unit:p"),
    Add("unit:s", "unit:1", (NEW,)),
    Add(None, None, (Unit("unit:o", "heading", {"en": "Draft"}),)),
    Move("unit:h", "unit:s", "unit:1"),
)
FIRST = PaperAmendment("amendment:1", "1", (EN, RU), "en", CHANGES, {"en": "Clearer"}, "tabled")
SUB = PaperAmendment(
    "amendment:2", "1.1", (RU,), "en", (Edit("unit:n", "en", 0, 7, "Asks"),), {}, "adopted", "2026"
)
AMENDED = paper(TEXT, amendments=(FIRST, SUB))


def test_an_amendment_is_valid_and_comes_back_exactly() -> None:
    for one in (FIRST, SUB):
        data = akn.amendment(AMENDED, one.label, "en")
        assert faults(data) == []
        assert akn.read_amendments(data) == (one,)


def test_so_is_the_list_in_its_order() -> None:
    for language in ("en", "ru", "kk"):
        data = akn.amendment_list(AMENDED, language)
        assert faults(data) == []
        assert akn.read_amendments(data) == (FIRST, SUB)


def test_a_list_without_amendments_is_valid() -> None:
    data = akn.amendment_list(paper(TEXT), "en")
    assert faults(data) == []
    with pytest.raises(Unreadable, match=r"paper\.not_ours"):
        akn.read_amendments(data)


def test_it_says_to_others_what_it_does() -> None:
    root = etree.fromstring(akn.amendment(AMENDED, "1", "en"))
    assert strings(root, "//a:textualMod/@type") == [
        "substitution",
        "insertion",
        "repeal",
        "repeal",
        "insertion",
        "insertion",
        "repeal",
        "insertion",
    ]
    first = strings(root, "(//a:textualMod)[1]/a:destination/@href")
    assert first == [
        "/akn/xt/statement/deliberation/turkpa/2026-06-12/TPA-15-REC_2/eng@v17#sec_I__para_1"
    ]
    assert strings(root, "(//a:mod)[1]/a:quotedText/text()") == ["Decides", "Resolves"]
    assert strings(root, "(//a:mod)[1]/text()")[0].startswith("In ")
    assert strings(root, "//a:quotedStructure//a:paragraph/@wId") == ["unit_3a_n"]
    assert strings(root, "//a:amendmentJustification/a:p/text()") == ["Clearer"]
    assert strings(root, "//a:step/@outcome") == ["#tabled"]


def test_every_reference_inside_a_file_goes_somewhere() -> None:
    for data in (akn.amendment(AMENDED, "1", "en"), akn.amendment_list(AMENDED, "en")):
        root = etree.fromstring(data)
        wanted = strings(root, "//@href | //@source | //@by | //@outcome")
        inside = {one[1:] for one in wanted if one.startswith("#")}
        assert inside <= set(strings(root, "//@eId"))


def test_an_unknown_amendment_is_a_mistake_of_the_asker() -> None:
    with pytest.raises(LookupError):
        akn.amendment(AMENDED, "7", "en")


def test_one_against_a_text_that_is_not_here_is_still_written() -> None:
    lost = replace(FIRST, changes=(Edit("unit:?", "en", 0, 1, "x"), Drop("unit:??")))
    data = akn.amendment(paper(TEXT, amendments=(lost,)), "1", "en", ())
    assert faults(data) == []
    assert akn.read_amendments(data) == (lost,)


def test_what_is_not_whole_is_refused() -> None:
    data = akn.amendment(AMENDED, "1", "en")
    for broken in (b'{"amendment":1', b'{"label":"1"'):
        with pytest.raises(Unreadable, match=r"paper\.not_ours"):
            akn.read_amendments(data.replace(b'{"amendment":"amendment:1"', broken))


def changes() -> st.SearchStrategy[Change]:
    """Changes of any kind, to units that a text may have or not."""
    unit = st.sampled_from(["1", "2", "3", "\x01 \uffff"])
    place = st.none() | unit
    span = st.integers(0, 5)
    return st.one_of(
        st.builds(
            lambda one, at, size, new: Edit(one, "en", at, at + size, new),
            unit,
            span,
            span,
            words(),
        ),
        st.builds(Drop, unit),
        st.builds(Move, unit, place, place),
        st.builds(Add, place, place, trees(("en", "ru"))),
    )


@settings(deadline=None)
@given(trees(("en",)), st.lists(changes(), max_size=4).map(tuple), wordings(("en", "ru")), words())
def test_any_amendment_is_valid_and_exact(
    units: tuple[Unit, ...], made: tuple[Change, ...], reason: dict[str, str], label: str
) -> None:
    assert unicodedata.is_normalized("NFC", label)
    one = PaperAmendment("amendment:\x02", label, (reason,), "en", made, reason)
    whole = paper(units, amendments=(one,))
    for data in (akn.amendment(whole, label, "en"), akn.amendment_list(whole, "en")):
        assert faults(data) == []
        assert akn.read_amendments(data) == (one,)
