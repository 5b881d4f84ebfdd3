"""Words that turn a sentence round."""

import pytest

from kurultai.texts.base import Base
from kurultai.texts.change import Add, Drop, Edit
from kurultai.texts.derive import edits
from kurultai.texts.negation import negates, negations
from kurultai.texts.unit import Unit
from tests.texts.texts import one


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "Parliaments shall report", "Parliaments shall not report"),
        ("en", "They do report", "They don't report"),
        ("en", "with delay", "WITHOUT delay"),
        ("ru", "Парламенты представляют доклад", "Парламенты не представляют доклад"),
        ("ru", "Без согласия", "С согласия"),
        ("az", "Bu məcburi deyil", "Bu məcburidir"),
        ("kk", "Міндетті", "Міндетті емес"),
        ("kk", "Өкілеттігі бар", "Өкілеттігі жоқ"),
        ("ky", "Милдеттүү", "Милдеттүү эмес"),
        ("tr", "Zorunlu", "Zorunlu değil"),
        ("tr", "ZORUNLU DEĞİL", "ZORUNLU"),
        ("uz", "Majburiyat bor", "Majburiyat yo‘q"),
        ("uz", "Majburiyat bor", "Majburiyat yoʻq"),
        ("uz", "Majburiyat bor", "Majburiyat yo'q"),
        ("uz", "Majburiy", "Majburiy emas"),
        ("tk", "Hökmany", "Hökmany däl"),
        ("tk", "Hukugy bar", "Hukugy ýok"),
        ("hu", "A parlament jelent", "A parlament nem jelent"),
        ("hu", "Ne jelentsen", "Jelentsen"),
        ("en", "not this but that", "this but not that and not those"),
    ],
)
def test_a_word_of_negation_comes_or_goes(language: str, old: str, new: str) -> None:
    base = Base([Unit("1", "operative", {language: old})])
    assert negates(base, one("A", *edits("1", language, old, new)))
    there = Base([Unit("1", "operative", {language: new})])
    assert negates(there, one("A", *edits("1", language, new, old)))


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "shall not report", "shall not report yearly"),
        ("en", "shall not report", "will not report"),
        ("en", "note this", "this"),
        ("en", "It is a knot", "It is one"),
        ("ru", "необходимо сделать", "сделать"),
        ("tr", "hiç bu", "hiç şu"),
        ("fr", "il ne faut pas", "il faut"),
    ],
)
def test_nothing_is_turned_round(language: str, old: str, new: str) -> None:
    base = Base([Unit("1", "operative", {language: old})])
    assert negates(base, one("A", *edits("1", language, old, new))) is False


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "not no never without nor neither cannot none isn't"),
        ("ru", "не нет без ни никогда нельзя"),
        ("az", "deyil yox heç"),
        ("kk", "емес жоқ ешқашан"),
        ("ky", "эмес жок эч"),
        ("tr", "değil yok asla hiç"),
        ("uz", "emas yo'q yoʼq yo’q hech"),
        ("tk", "däl ýok hiç"),
        ("hu", "nem ne nincs sem nélkül soha"),
    ],
)
def test_the_words_of_negation(language: str, words: str) -> None:
    for word in words.split():
        assert sum(negations(f"x {word} y", language).values()) == 1


def test_a_word_that_becomes_one_of_negation() -> None:
    base = Base([Unit("1", "operative", {"en": "It is now so, yes"})])
    assert negates(base, one("A", Edit("1", "en", 8, 9, "t"), Edit("1", "en", 12, 12, "x")))
    start = Base([Unit("1", "operative", {"en": "No, yes"})])
    assert negates(start, one("A", Edit("1", "en", 0, 1, "S")))
    end = Base([Unit("1", "operative", {"en": "We say no"})])
    assert negates(end, one("A", Edit("1", "en", 9, 9, "w")))


def test_whole_units_are_not_sentences_turned_round() -> None:
    base = Base([Unit("1", "operative", {"en": "not"})])
    new = Unit("n", "operative", {"en": "not"})
    assert not negates(base, one("A", Drop("1"), Add(None, None, (new,))))


def test_how_often_each_stands_there() -> None:
    assert negations("No, not now; not ever", "en") == {"no": 1, "not": 2}
