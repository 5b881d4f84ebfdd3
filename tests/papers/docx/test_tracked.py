"""Amendments go out as tracked changes and come back as amendments, each to its author."""

from dataclasses import replace

from hypothesis import given, settings

from kurultai.papers import docx
from kurultai.papers.docx.loaded import loaded
from kurultai.papers.docx.views import accepted, rejected, view
from kurultai.papers.rows import compatible
from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.derive import derive
from kurultai.texts.unit import Unit, walk
from tests.papers.papers import AMENDMENTS, RESOLUTION, UNITS, paper


def lines(units: tuple[Unit, ...]) -> list[str]:
    return [words for unit, _ in walk(units) if (words := unit.words.get("en", ""))]


def shown(data: bytes, sees: object) -> list[str]:
    found = loaded(data)
    row = [one for one in view(found.paragraphs, sees) if not one.paragraph.shape.is_matter]
    return [one.words for one in row if one.words and not one.is_gap]


def test_all_accepted_is_the_amended_text_and_all_rejected_the_text() -> None:
    data = docx.write(RESOLUTION, "en", tracked=True)
    amended = apply(Base(UNITS), compatible(RESOLUTION, ("adopted", "tabled")))
    assert shown(data, accepted) == lines(amended)
    assert shown(data, rejected) == lines(UNITS)


def test_each_author_gets_their_own_changes_back() -> None:
    tracked = docx.read_tracked(docx.write(RESOLUTION, "en", tracked=True), UNITS, "en")
    assert [one.author for one in tracked.amendments] == [
        "Türkiye",
        "Azerbaijan",
        "Kazakhstan",
        "Hungary",
    ]
    base = Base(UNITS)
    for number, name in ((1, "Azerbaijan"), (2, "Kazakhstan"), (3, "Türkiye"), (5, "Hungary")):
        amendment = compatible(
            replace(RESOLUTION, amendments=(AMENDMENTS[number - 1],)), ("tabled",)
        )
        [read] = [one for one in tracked.amendments if one.author == name]
        assert read.changes == derive(base, apply(base, amendment), ("en",))
        assert read.on == f"2026-05-{number:02}"
    assert tracked.left == ()
