"""A text's tables: every language as it stood, and what is behind in which."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.procedure import acts as a
from kurultai.procedure.document import Document, evolve_document
from kurultai.tables.rebuild import differences, fold
from kurultai.tables.wordings import text_of
from kurultai.texts.change import Edit
from kurultai.texts.unit import Unit
from tests.tables.folding import DOCUMENT, TABLED, Folding, par, version

BEHIND = "SELECT language, unit FROM behind WHERE until IS NULL ORDER BY 1, 2"
SHOWN = "SELECT units FROM version WHERE language = ?"


@pytest.fixture
def folding() -> Folding:
    """A text of three paragraphs in English, of two in Turkish."""
    folding = Folding()
    folding.did(
        TABLED,
        version("en", par("p1", "One", par("q", "a point", kind="point")), par("p2", "Two")),
        version("tr", par("p1", "Bir", par("q", "bir nokta", kind="point"))),
    )
    return folding


def test_a_paragraph_without_words_in_a_language_is_behind_there(folding: Folding) -> None:
    assert folding.cells(BEHIND) == [("tr", "p2")]


def test_a_paragraph_is_not_behind_once_its_words_are_given(folding: Folding) -> None:
    folding.did(
        version("tr", par("p1", "Bir", par("q", "bir nokta", kind="point")), par("p2", "İki"))
    )
    assert folding.cells(BEHIND) == []
    assert folding.cells("SELECT since, until FROM behind") == [(3, 4)]


def test_where_the_first_language_is_reworded_the_others_do_not_follow(folding: Folding) -> None:
    folding.did(
        version("en", par("p1", "First", par("q", "a point", kind="point")), par("p2", "Two"))
    )
    assert folding.cells(BEHIND) == [("tr", "p1"), ("tr", "p2")]


def test_where_another_language_is_reworded_the_first_still_stands(folding: Folding) -> None:
    folding.did(version("tr", par("p1", "İlk", par("q", "bir nokta", kind="point"))))
    assert folding.cells(BEHIND) == [("tr", "p2")]


def test_a_consolidation_gives_every_language_and_names_who_does_not_follow(
    folding: Folding,
) -> None:
    units = (
        Unit("p1", "operative", {"en": "One", "tr": "Bir"}),
        Unit("p3", "operative", {"tr": "Üç"}),
    )
    folding.did(a.TextConsolidated(2, (), units, {"tr": ("p1",)}))
    assert folding.cells(BEHIND) == [("en", "p3"), ("tr", "p1")]
    assert "Üç" in folding.cells(SHOWN, "tr")[0]
    assert "p3" not in folding.cells(SHOWN, "en")[0]
    assert text_of(folding.db, DOCUMENT).units == units
    assert folding.cells("SELECT reading FROM document") == [2]


def test_a_file_is_of_the_text_that_it_was_given_with(folding: Folding) -> None:
    file = a.Attachment("0" * 64, "x.pdf", "application/pdf", 9)
    folding.did(a.VersionDistributed("kk", "translation", (), file))
    assert folding.cells("SELECT file IS NOT NULL FROM version ORDER BY place") == [0, 0, 1]
    folding.did(a.TextConsolidated(2, (), (Unit("p1", "operative", {"en": "One"}),)))
    assert folding.cells("SELECT file IS NOT NULL FROM version ORDER BY place") == [0, 0, 0]


def test_a_corrigendum_corrects_one_language_and_leaves_nobody_behind(folding: Folding) -> None:
    folding.did(a.TextCorrected(1, "en", (Edit("p1", "en", 0, 3, "Once"),), {"en": "A slip"}))
    units = text_of(folding.db, DOCUMENT).units
    assert units[0].words == {"en": "Once", "tr": "Bir"}
    assert folding.cells(BEHIND) == [("tr", "p2")]
    assert folding.cells("SELECT corrigendum, language FROM corrigendum") == [(1, "en")]


def test_only_the_language_that_changed_is_kept_again(folding: Folding) -> None:
    folding.did(version("tr", par("p1", "İlk", par("q", "bir nokta", kind="point"))))
    kept = "SELECT language, position FROM wording ORDER BY position"
    assert folding.cells(kept) == [("en", 2), ("tr", 3), ("tr", 4)]


# --- the tables and the procedure have one and the same text

_LANGUAGES = ("en", "tr", "kk")
_words = st.sampled_from(("", "One", "Two", "Üç", "Ҳ"))
_names = st.lists(st.sampled_from("pqrs"), unique=True, max_size=4)


@st.composite
def _units(draw: st.DrawFn) -> tuple[a.Unit, ...]:
    names = draw(_names)
    flat = [a.Unit(name, "operative", draw(_words)) for name in names]
    if len(flat) > 2 and draw(st.booleans()):
        point = a.Unit(flat[-1].unit, "point", flat[-1].words)
        return (*flat[:-2], a.Unit(flat[-2].unit, "operative", flat[-2].words, (point,)))
    return tuple(flat)


@st.composite
def _in_all(draw: st.DrawFn) -> tuple[Unit, ...]:
    return tuple(
        Unit(name, "operative", draw(st.dictionaries(st.sampled_from(_LANGUAGES), _some)))
        for name in draw(_names)
    )


_some = _words.filter(bool)
_language = st.sampled_from(_LANGUAGES)
_act: st.SearchStrategy[Any] = st.one_of(
    st.builds(a.VersionDistributed, _language, st.just("authentic"), _units()),
    st.builds(
        a.TextConsolidated,
        st.integers(2, 9),
        st.just(()),
        _in_all(),
        st.dictionaries(_language, st.lists(st.sampled_from("pqrs"), max_size=2).map(tuple)),
    ),
    st.builds(lambda lang: ("correct", lang), _language),
)


def _acts(document: Document, drawn: Any) -> a.ActBody | None:  # noqa: ANN401 - an act, or what is to become one
    """A corrigendum is to words that are there, a consolidation of a text that is there."""
    if not isinstance(drawn, tuple):
        body: a.ActBody = drawn
        return body if document.units or isinstance(body, a.VersionDistributed) else None
    language = drawn[1]
    there = next((u.unit for u in document.units if u.words.get(language)), None)
    return a.TextCorrected(1, language, (Edit(there, language, 0, 1, "Ə"),)) if there else None


@given(st.lists(_act, max_size=8))
def test_the_text_of_the_tables_is_the_text_of_the_procedure(drawn: list[Any]) -> None:
    folding = Folding()
    folding.did(TABLED)
    document = evolve_document(Document(), "public", TABLED)
    for number, one in enumerate(drawn):
        body = _acts(document, one)
        if body is None:
            continue
        if isinstance(body, a.TextCorrected):
            body = a.TextCorrected(number, body.language, body.edits)
        folding.did(body)
        document = evolve_document(document, "public", body)
        text, kept = document.text, text_of(folding.db, DOCUMENT)
        assert (kept.reading, kept.languages, kept.standings) == (
            text.reading,
            text.languages,
            text.standings,
        )
        assert kept.units == text.units
        assert {k: v for k, v in text.stale.items() if v} == kept.stale
    assert list(differences(folding.db, fold(folding.acts))) == []
