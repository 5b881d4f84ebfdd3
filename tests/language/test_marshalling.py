"""Why an amendment stands where it stands and why it falls, in sentences that end."""

from itertools import product
from typing import get_args

import pytest

from kurultai.language import LANGUAGES
from kurultai.language.marshalling import (
    FALLS,
    FLAGS,
    ORDERS,
    RIVALS,
    SETTLING,
    explain_fall,
    explain_place,
    percent,
)
from kurultai.texts.fate import Why
from kurultai.texts.order import Policy


def test_every_policy_and_every_reason_to_fall_has_its_sentence() -> None:
    assert set(ORDERS) == set(get_args(Policy))
    assert set(FALLS) == {*get_args(Why), "signatures"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_is_explained(language: str) -> None:
    relations = ("", *SETTLING, *RIVALS)
    for order, relation, figure in product(ORDERS, relations, ("", "4/7")):
        said = explain_place(language, order, relation, figure, "2", tuple(FLAGS))
        assert said.endswith("."), (order, relation)
        assert "%(" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fall_names_the_amendment_that_it_is_because_of(language: str) -> None:
    for why in get_args(Why):
        assert "3.1" in explain_fall(language, why, "3.1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_fall_for_want_of_signatures_is_because_of_no_other_amendment(language: str) -> None:
    said = explain_fall(language, "signatures", "")
    assert said.endswith(".")
    assert said == explain_fall(language, "signatures", "3.1")


def test_the_furthest_is_told_with_its_rival_and_how_far_it_goes() -> None:
    assert explain_place("en", "furthest", "clash", "4/7", "2", ()) == (
        "Among its rivals, what is furthest from the text is voted on first. Only one of it and"
        " amendment 2 can be adopted. Of the words that these amendments concern, it changes 57%."
    )


def test_a_sub_amendment_needs_no_other_reason() -> None:
    said = explain_place("en", "furthest", "sub", "1/3", "2", ())
    assert said == "It is a sub-amendment to amendment 2: it is voted on before it."


def test_what_has_no_rival_is_taken_in_the_order_of_the_text() -> None:
    said = explain_place("ru", "furthest", "", "", "", ())
    assert said == "Конкурирующих поправок нет: она рассматривается в порядке текста."


def test_a_negation_is_pointed_out_whatever_the_figure() -> None:
    assert explain_place("en", "furthest", "", "", "", ("negation",)).endswith(
        "A negation comes or goes: the meaning changes more than the number of words says."
    )


def test_a_reason_that_a_later_edition_may_bring_is_said_by_the_amendment() -> None:
    assert explain_fall("en", "odd", "4") == "It falls because of amendment 4."


def test_each_language_writes_per_cent_in_its_own_way() -> None:
    assert [percent("4/7", language) for language in ("tr", "ru", "hu")] == [
        "%57",
        "57\N{NO-BREAK SPACE}%",
        "57%",
    ]
    assert percent("", "en") == ""
