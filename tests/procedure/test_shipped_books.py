"""Every rulebook that is shipped: what each entry must carry."""

from collections.abc import Iterator

import pytest

from kurultai import rulebooks
from kurultai.language import LANGUAGES
from kurultai.procedure.rulebook import Row, Rulebook, load

BOOKS: dict[str, Rulebook] = {name: load(rulebooks.text(name), name) for name in rulebooks.names()}
ASSEMBLIES = (
    *("turkpa", "baltic", "aipa", "cis_ipa", "osce_permanent_council", "osce_pa", "pace", "ipu"),
    *("nato_pa_1970s", "pam", "pabsec", "oas_general_assembly", "unga", "apa", "nordic_council"),
    *("opec_conference", "wipo_diplomatic_conference"),
)
DOUBTFUL = (
    *(
        "not confirmed",
        "not found",
        "no rule was",
        "no rule on",
        "nothing was found",
        "no quorum was found",
    ),
    *("recalled", "not read", "named only by"),
)


def rows() -> Iterator[tuple[str, Row]]:
    for name, book in BOOKS.items():
        yield from ((f"{name}: {row.part}.{row.key}", row) for row in book.parts)


def test_the_bodies_of_the_product_have_rulebooks() -> None:
    assert set(ASSEMBLIES) <= set(BOOKS)


@pytest.mark.parametrize("name", BOOKS)
def test_a_book_says_at_its_head_whose_rules_it_has(name: str) -> None:
    assert rulebooks.text(name).startswith("# ")
    assert BOOKS[name].rules


def test_every_entry_says_in_english_what_it_rules() -> None:
    silent = [where for where, row in rows() if not row.key.startswith("voter.") and not row.says]
    assert silent == []
    sentences = ((where, row) for where, row in rows() if row.says and row.key != "body")
    assert [where for where, row in sentences if not row.says["en"].endswith(".")] == []


def test_what_was_read_or_reported_names_its_source() -> None:
    sources = ("http://", "https://")
    assert [
        w for w, row in rows() if row.confidence in "CS" and not row.link.startswith(sources)
    ] == []
    assert [w for w, row in rows() if row.link and not row.link.startswith(sources)] == []


@pytest.mark.parametrize("name", ASSEMBLIES)
def test_an_assembly_reads_its_rules_in_every_language_of_the_interface(name: str) -> None:
    assert [
        (row.part, row.key) for row in BOOKS[name].parts if set(LANGUAGES) - set(row.says)
    ] == []


@pytest.mark.parametrize("name", ASSEMBLIES)
def test_a_rule_that_was_not_read_names_what_is_not_confirmed(name: str) -> None:
    unread = [rule for rule in BOOKS[name].rules if rule.confidence in "R?"]
    assert [rule.name for rule in unread if not rule.unconfirmed] == []


@pytest.mark.parametrize("name", ASSEMBLIES)
def test_what_an_assembly_leaves_open_is_said_in_words(name: str) -> None:
    for row in BOOKS[name].parts:
        text = row.says["en"].lower()
        if row.confidence in "R?":
            assert any(word in text for word in DOUBTFUL), row
        if row.confidence == "R":
            assert "recalled" in text, row
