"""From a text as it was read to a language version: identities that stay and are shared."""

from hypothesis import given
from hypothesis import strategies as st

from kurultai.papers.plain import structured, written
from kurultai.site.forms.versions import (
    every,
    identified,
    in_language,
    kept,
    proposed,
    shapes,
    version,
)
from kurultai.texts.unit import Unit
from tests.conftest import Site
from tests.site.drafting import NAME, drafted, page
from tests.site.filling import read_form, send
from tests.site.prepared import OFFICER

TEXT = """# On networks

Recalling the meeting,

1. Invites the parliaments to report on:

(a) laws;

(b) budgets;

2. Asks for reports."""
FORM = f"/documents/{NAME}/versions/new"


def read(text: str, command: str = "first") -> tuple[Unit, ...]:
    """The text as it would be distributed first."""
    return identified(structured(text, "en").units, command)


def again(text: str, before: tuple[Unit, ...]) -> list[str]:
    """The identities of a text that takes the place of an earlier one."""
    found = structured(text, "en").units
    return [unit.unit for unit in every(identified(found, "again", kept(found, before, "en")))]


def test_a_paragraph_that_was_only_reworded_stays_the_same_one() -> None:
    before = read(TEXT)
    assert again(TEXT.replace("budgets", "means"), before) == [u.unit for u in every(before)]


def test_an_inserted_paragraph_is_a_new_one_and_moves_no_other() -> None:
    before = [unit.unit for unit in every(read(TEXT))]
    after = again(TEXT.replace("2. Asks", "2. Thanks the host.\n\n3. Asks"), read(TEXT))
    assert (after[:5], after[6:]) == (before[:5], before[5:])
    assert after[5] not in before


def test_a_paragraph_that_became_a_point_is_another_one() -> None:
    before = [unit.unit for unit in every(read(TEXT))]
    assert again(TEXT.replace("2. Asks", "(c) Asks"), read(TEXT))[5] not in before


def test_the_same_paragraphs_in_another_language_are_laid_by_order() -> None:
    first = read(TEXT)
    found = structured(TEXT.replace("laws", "kanunlar"), "tr").units
    words = proposed(found, first, "tr").words
    assert [words[unit.unit] for unit in every(first)][3] == "kanunlar;"


def test_another_structure_is_laid_by_length_and_what_has_no_place_is_named() -> None:
    first = read(TEXT)
    found = structured("# Ağlar hakkında\n\n1. Rapor ister.\n\n2. Bir şey daha.", "tr").units
    laid = proposed(found, first, "tr")
    said = " ".join((*laid.words.values(), *laid.left))
    assert all(words in said for words in ("Ağlar", "Rapor ister.", "Bir şey daha."))


def test_a_unit_without_words_is_left_out_unless_the_whole_is_asked_for() -> None:
    units = read(TEXT)
    words = in_language(units, "en")
    words.pop(units[1].unit)
    assert len(version(units, words)) == len(units) - 1
    assert len(version(units, words, whole=True)) == len(units)


@given(st.lists(st.sampled_from(["# A", "B", "1. C", "(a) D", "## E"]), min_size=1, max_size=8))
def test_a_text_entered_again_unchanged_is_the_same_text(blocks: list[str]) -> None:
    before = read("\n\n".join(blocks))
    assert again(written(before, "en"), before) == [unit.unit for unit in every(before)]
    assert shapes(structured(written(before, "en"), "en").units) == shapes(before)


def test_a_missing_language_begins_with_the_paragraphs_that_await_their_words(site: Site) -> None:
    drafted(site.house)
    (text,) = read_form(site.browser(OFFICER).get(f"{FORM}?language=az")).values["text"]
    assert text.split("\n\n") == [
        "# [...]",
        "[...]",
        "1. [...]",
        "(a) [...]",
        "(b) [...]",
        "2. [...]",
    ]
    filled = text.replace("(a) [...]", "(a) qanunlar;", 1)
    answer = send(site.browser(OFFICER), FORM, language="az", text=filled)
    assert answer.status_code == 303
    units = page(site, f"/documents/{NAME}/text")["units"]
    assert units[2]["below"][0]["words"]["az"] == "qanunlar;"


def test_the_leading_language_keeps_a_paragraph_that_awaits_its_words(site: Site) -> None:
    drafted(site.house)
    browser = site.browser(OFFICER)
    (text,) = read_form(browser.get(f"{FORM}?language=en")).values["text"]
    entered = text.replace("2. Asks the secretariat to gather the reports.", "2. [...]")
    assert send(browser, FORM, language="en", text=entered).status_code == 303
    found = page(site, f"/documents/{NAME}/text")
    assert [unit["unit"] for unit in found["units"]][-1] == "unit:asks"
    assert found["behind"]["en"] == ["unit:asks"]


def test_a_title_needs_no_mark(site: Site) -> None:
    drafted(site.house)
    officer = site.browser(OFFICER)
    for title, kind in (("Şəbəkələr haqqında", "heading"), ("İclası xatırladaraq,", "preamble")):
        answer = send(officer, "/documents/new", **{"names-az": "Tövsiyə", "authentic": "az"})
        assert answer.status_code == 303, answer.content.decode()
        draft = answer.headers["Location"].partition("?")[0]
        text = f"{title}\n\n1. Məlumat verir."
        assert send(officer, f"{draft}/versions/new", language="az", text=text).status_code == 303
        units = page(site, f"{draft}/text")["units"]
        assert [unit["kind"] for unit in units] == [kind, "operative"]
