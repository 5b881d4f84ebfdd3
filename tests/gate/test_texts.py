"""Texts as people read them: as they stand, and as they stood at any position."""

import pytest

from kurultai.gate import documents, drafting, standing, texts
from kurultai.gate.clause import NotFound
from kurultai.procedure import acts as a
from kurultai.texts.change import Edit
from kurultai.texts.unit import Unit
from tests.tables.folding import DOCUMENT, TABLED, Folding, par, version


@pytest.fixture
def folding() -> Folding:
    """A text distributed in two languages (2, 3), consolidated (4) and corrected (5)."""
    folding = Folding()
    folding.did(
        TABLED,
        version("en", par("h", "Title", kind="heading"), par("p1", "One"), par("p2", "Two")),
        version("tr", par("p1", "Bir"), standing="translation"),
        a.TextConsolidated(
            2,
            ("amendment:1",),
            (
                Unit("p1", "operative", {"en": "Only", "tr": "Bir"}),
                Unit("p3", "operative", {}, (Unit("q", "point", {"en": "A point"}),)),
            ),
            {"tr": ("p1",)},
        ),
        a.TextCorrected(1, "en", (Edit("p1", "en", 0, 4, "Sole"),)),
    )
    return folding


def test_the_text_as_it_stands(folding: Folding) -> None:
    page = drafting.text(folding.viewer(), DOCUMENT)
    assert (page.at, page.reading) == (5, 2)
    assert page.units[0].words == {"en": "Sole", "tr": "Bir"}
    assert page.standings == {"en": "authentic", "tr": "translation"}
    assert page.behind == {"tr": ("p1", "q")}
    assert [(r.position, r.kind, r.language, r.reading) for r in page.revisions] == [
        (2, "VersionDistributed", "en", 1),
        (3, "VersionDistributed", "tr", 1),
        (4, "TextConsolidated", "", 2),
        (5, "TextCorrected", "en", 2),
    ]


def test_the_text_in_one_language_is_the_text_without_the_words_of_the_others(
    folding: Folding,
) -> None:
    viewer = folding.viewer()
    for at in range(6):
        whole = standing.standing_at(viewer, DOCUMENT, at)
        for language in ("en", "tr", "kk"):
            assert standing.alone_at(viewer, DOCUMENT, at, language) == alone(whole, language)
    first = standing.standing_in(viewer, DOCUMENT, 1)
    assert standing.alone_in(viewer, DOCUMENT, 1, "tr") == alone(first, "tr")


def alone(units: tuple[Unit, ...], language: str) -> tuple[Unit, ...]:
    """The units with their words in the language."""
    return tuple(
        Unit(
            unit.unit,
            unit.kind,
            {code: said for code, said in unit.words.items() if code == language},
            alone(unit.below, language),
        )
        for unit in units
    )


def test_the_same_wordings_are_the_same_text_whoever_reads_them(folding: Folding) -> None:
    viewer, member = folding.viewer(), folding.viewer("person:member")
    text = standing.standing_at(viewer, DOCUMENT)
    assert standing.standing_at(member, DOCUMENT) is text
    folding.did(a.MarkingChanged(), audience="members")
    assert standing.standing_at(folding.viewer(), DOCUMENT) == ()
    assert standing.alone_at(folding.viewer(), DOCUMENT, 5, "en") == ()


def test_how_a_text_was_revised_is_known_without_reading_it(folding: Folding) -> None:
    viewer = folding.viewer()
    for at in (None, 0, 2, 3, 5):
        page, told = drafting.text(viewer, DOCUMENT, at), texts.revised(viewer, DOCUMENT, at)
        assert (told.document, told.at, told.reading) == (page.document, page.at, page.reading)
        assert (told.standings, told.revisions) == (page.standings, page.revisions)


def test_the_text_as_it_stood(folding: Folding) -> None:
    before = drafting.text(folding.viewer(), DOCUMENT, at=3)
    assert [unit.unit for unit in before.units] == ["h", "p1", "p2"]
    assert before.units[1].words == {"en": "One", "tr": "Bir"}
    assert before.behind == {"tr": ("h", "p2")}
    assert (before.at, before.reading) == (3, 1)
    first = drafting.text(folding.viewer(), DOCUMENT, at=2)
    assert first.standings == {"en": "authentic"}
    assert first.behind == {}
    assert len(first.revisions) == 4


def test_before_anything_was_distributed_there_is_no_text(folding: Folding) -> None:
    page = drafting.text(folding.viewer(), DOCUMENT, at=1)
    assert (page.at, page.reading, page.units, page.standings) == (0, 0, (), {})


def test_a_position_between_two_revisions_shows_the_earlier(folding: Folding) -> None:
    folding.did(a.MarkingChanged())
    assert drafting.text(folding.viewer(), DOCUMENT, at=6).at == 5


def test_a_paragraph_struck_by_a_separate_vote_is_named(folding: Folding) -> None:
    folding.did(
        a.ParagraphsDecided("decision:1", ("p1",), kept=True),
        a.ParagraphsDecided("decision:2", ("p3",), kept=False),
    )
    assert drafting.text(folding.viewer(), DOCUMENT).struck == ("p3",)
    assert drafting.text(folding.viewer(), DOCUMENT, at=4).struck == ()


def test_the_text_of_a_hidden_document_is_not_found(folding: Folding) -> None:
    folding.did(a.MarkingChanged(), audience="party:az")
    read = (
        drafting.text,
        texts.revised,
        drafting.board,
        drafting.amendments,
        drafting.pending,
        drafting.beside,
    )
    for one in read:
        with pytest.raises(NotFound):
            one(folding.viewer(), DOCUMENT)
    assert drafting.silences(folding.viewer(), DOCUMENT) == ()


def test_paragraphs_of_a_page_are_in_the_order_of_the_text_with_their_labels() -> None:
    folding = Folding()
    point, part = par("q", "a point", kind="point"), par("r", "a part", kind="point")
    inner = a.Unit("q", "point", point.words, (part,))
    annex = a.Unit("x", "annex", "Annex", (par("y", "One again"),))
    folding.did(TABLED, version("en", par("p1", "One"), par("p2", "Two", inner), annex))
    shown = documents.document(folding.viewer(), DOCUMENT).paragraphs
    assert [(p.unit, p.depth, p.number) for p in shown] == [
        ("p1", 0, 1),
        ("p2", 0, 2),
        ("q", 1, 0),
        ("r", 2, 0),
        ("x", 0, 0),
        ("y", 1, 1),
    ]
    labels = {p.unit: p.label for p in shown}
    assert labels["r"]
    assert labels["r"].numbers == (1, 1)
