"""Several languages of a text, a file each, are joined by the units' identities."""

from kurultai.papers import akn
from kurultai.papers.draft import Draft, Left
from kurultai.texts.unit import Unit


def draft(language: str, *units: Unit) -> Draft:
    return Draft(units, (language,), "fully", has_identities=True)


def test_wordings_of_a_unit_come_together() -> None:
    joined = akn.merge(
        (
            draft("en", Unit("1", "operative", {"en": "Decides"})),
            draft("ru", Unit("1", "operative", {"ru": "Решает"})),
        )
    )
    assert joined.units == (Unit("1", "operative", {"en": "Decides", "ru": "Решает"}),)
    assert joined.languages == ("en", "ru")


def test_a_unit_that_only_one_has_goes_where_it_stands_there() -> None:
    first = draft("en", Unit("1", "operative", {"en": "a"}), Unit("3", "operative", {"en": "c"}))
    second = draft(
        "ru",
        Unit("0", "heading", {"ru": "-"}),
        Unit("1", "operative", {"ru": "а"}, (Unit("1a", "point", {"ru": "п"}),)),
        Unit("2", "operative", {"ru": "б"}, (Unit("3", "operative", {"ru": "в"}),)),
    )
    assert akn.merge((first, second)).units == (
        Unit("0", "heading", {"ru": "-"}),
        Unit("1", "operative", {"en": "a", "ru": "а"}, (Unit("1a", "point", {"ru": "п"}),)),
        Unit("2", "operative", {"ru": "б"}),
        Unit("3", "operative", {"en": "c", "ru": "в"}),
    )


def test_nothing_that_was_left_is_forgotten_and_the_least_understood_counts() -> None:
    left = (Left("<img>", "image", "x"),)
    other = Draft((), ("ru",), "partly", "A/1", {"ru": "О воде"}, left)
    joined = akn.merge((draft("en"), other))
    assert (joined.structured, joined.symbol, joined.left) == ("partly", "A/1", left)
    assert (joined.names, joined.has_identities) == ({"ru": "О воде"}, False)


def test_of_no_file_there_is_no_text() -> None:
    assert akn.merge(()).structured == "not"
