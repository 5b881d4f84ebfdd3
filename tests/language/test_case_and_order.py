"""Capitals, alphabetical order and the choice of a wording, as each language has them."""

import pytest

from kurultai.language import ENDONYMS, LANGUAGES
from kurultai.language.case import lower, title, upper
from kurultai.language.collate import ALPHABETS, sort_key
from kurultai.language.words import pick


def test_turkish_and_azerbaijani_keep_two_letters_i_apart() -> None:
    for language in ("tr", "az"):
        assert upper("ırmaq iki", language) == "IRMAQ İKİ"
        assert lower("IRMAQ İKİ", language) == "ırmaq iki"
        assert title("istanbul ılıca", language) == "İstanbul Ilıca"


def test_nobody_else_does() -> None:
    for language in ("uz", "tk", "hu", "en"):
        assert upper("iki", language) == "IKI"
        assert lower("IKI", language) == "iki"
        assert title("istanbul", language) == "Istanbul"


def test_no_combining_dot_stays_behind() -> None:
    for language in LANGUAGES:
        assert lower("İstanbul", language) == "istanbul"


def test_cyrillic_letters_have_their_own_i() -> None:
    for language in ("kk", "ky", "ru"):
        assert upper("іс ұлы өң һәм", language) == "ІС ҰЛЫ ӨҢ ҺӘМ"
        assert lower("ІС ҰЛЫ ӨҢ ҺӘМ", language) == "іс ұлы өң һәм"


def test_letters_composed_of_two_signs_are_one() -> None:
    assert upper("mu\u0308da\u0308fa", "tr") == "MÜDÄFA"


def ordered(words: str, language: str) -> str:
    given = words.split()
    given.reverse()
    return " ".join(sorted(given, key=lambda word: sort_key(word, language)))


ORDERS = {
    "tr": "Ankara cami çağ dağ gam ğam hava ılık ince kaza oba öz para su şube uzak ün zaman",
    "az": "Ad cəm çay dil ev əl fil gün hava xalq il kitab qanun lalə ot öküz sən şəhər ulu üz",
    "kk": "ай әке бас гүл ғылым ел көз қазақ нан ңы от өмір сөз ұл үй хат һәм шай ыдыс іс эфир",
    "ky": "ай бала гүл ел жол кыз нан ңа ой өмүр суу ун үй чай шаар эл",
    "uz": "ad bola dala eshik hayvon ish juma kitob non ota qalam soz toʻy xalq yoʻl zar"
    " oʻrmon gʻalaba shahar choy",
    "tk": "at baş çaga doly el äri geň hat iş jan žurnal kitap nar ňa on öý söz şäher ulag üç"
    " we ýyl zat",
    "hu": "ablak cél csap dal dzéta dzsem ég gáz gyár hal lap lyuk nap nyár ok öl sas szál tal"
    " tyúk ül zab zsák",
    "ru": "ад ёлка ель еще жар йод край юг яр",
    "en": "apple Banana cherry naïve nation zoo",
}


@pytest.mark.parametrize("language", ORDERS)
def test_words_stand_in_the_order_of_the_alphabet(language: str) -> None:
    assert ordered(ORDERS[language], language) == ORDERS[language]


def test_every_letter_of_an_alphabet_comes_in_its_order() -> None:
    for language, alphabet in ALPHABETS.items():
        assert ordered(alphabet, language) == alphabet


def test_capitals_sort_with_small_letters() -> None:
    assert ordered("ağaç Bahçe cam Çan ıs İl", "tr") == "ağaç Bahçe cam Çan ıs İl"


def test_a_hungarian_accent_decides_only_between_words_otherwise_alike() -> None:
    assert ordered("kor kór korok kórok", "hu") == "kor kór korok kórok"


def test_a_long_hungarian_digraph_is_two_letters() -> None:
    assert ordered("kasza kassza kasztor", "hu") == "kasza kassza kasztor"


def test_uzbek_apostrophes_of_every_kind_are_one_letter() -> None:
    assert sort_key("o'zbek", "uz")[:2] == sort_key("oʻzbek", "uz")[:2]
    assert sort_key("o‘zbek", "uz")[:2] == sort_key("oʻzbek", "uz")[:2]


def test_spaces_and_figures_come_before_letters() -> None:
    words = ["ab", "a b", "a 1", "a1"]
    assert sorted(words, key=lambda w: sort_key(w, "en")) == ["a 1", "a b", "a1", "ab"]


def test_a_foreign_letter_goes_with_the_letter_it_is_a_form_of() -> None:
    assert ordered("era Érd erdő", "tr") == "era Érd erdő"


def test_other_scripts_come_after_the_own() -> None:
    assert ordered("zaman Ядро", "tr") == "zaman Ядро"


def test_a_reader_is_shown_their_language_else_english_else_any() -> None:
    assert pick({"en": "Agenda", "kk": "Күн тәртібі"}, "kk") == ("Күн тәртібі", "kk")
    assert pick({"en": "Agenda", "kk": "Күн тәртібі"}, "uz") == ("Agenda", "en")
    assert pick({"kk": "Күн тәртібі"}, "uz") == ("Күн тәртібі", "kk")
    assert pick({"uz": "", "en": "Agenda"}, "uz") == ("Agenda", "en")
    assert pick({}, "uz") == ("", "")


def test_every_language_is_offered_under_its_own_name() -> None:
    assert tuple(ENDONYMS) == LANGUAGES
