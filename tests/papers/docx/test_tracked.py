"""Amendments go out as tracked changes and come back as amendments, each to its author."""

import io
import zipfile
from dataclasses import replace
from itertools import permutations

from hypothesis import assume, given

from kurultai.papers import docx
from kurultai.papers.docx.loaded import loaded
from kurultai.papers.docx.views import Sees, accepted, rejected, view
from kurultai.papers.paper import PaperAmendment
from kurultai.papers.rows import compatible
from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.change import Edit
from kurultai.texts.derive import derive
from kurultai.texts.unit import Unit, walk
from tests.papers.papers import AMENDMENTS, KAZAKHSTAN, RESOLUTION, TURKIYE, UNITS, paper
from tests.papers.trees import only
from tests.texts.texts import cases


def lines(units: tuple[Unit, ...]) -> list[str]:
    return [words for unit, _ in walk(units) if (words := unit.words.get("en", ""))]


def shown(data: bytes, sees: Sees) -> list[str]:
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


@given(cases(4))
def test_any_amendments_go_out_and_come_back(case: tuple[Base, list[Amendment]]) -> None:
    """Accepting all is consolidating, rejecting all the text, and each author has their own."""
    base, tabled = case
    tabled_paper = paper(base.units, tuple(map(as_paper, tabled)))
    together = compatible(tabled_paper, ("tabled",))
    assume(
        not any(both_fill_and_empty(base, one, other) for one, other in permutations(together, 2))
    )
    for language in sorted(base.languages):
        data = docx.write(tabled_paper, language, tracked=True)
        assert docx.read(data).units == only(apply(base, together), language)
        tracked = docx.read_tracked(data, base.units, language)
        alone = {one.amendment: derive(base, apply(base, [one]), (language,)) for one in together}
        read = {one.author: one.changes for one in tracked.amendments}
        assert read == {name: changes for name, changes in alone.items() if changes}


def both_fill_and_empty(base: Base, one: Amendment, other: Amendment) -> bool:
    """Whether one takes all words of a unit, and the other inserts some in the same language.

    No tracked change can say that the paragraph stays for the first: it is read as struck.
    """
    left = Base(apply(base, [one]))
    return any(
        isinstance(change, Edit)
        and change.unit in left
        and bool(base.words(change.unit, change.language))
        and not left.words(change.unit, change.language)
        for change in other.changes
    )


def as_paper(one: Amendment) -> PaperAmendment:
    """The amendment with its own name as its sponsor's."""
    label = str(one.number)
    return PaperAmendment(one.amendment, label, ({"en": one.amendment},), "en", one.changes)


def test_a_rival_and_a_sub_amendment_stand_beside_the_text_with_their_sentences() -> None:
    sub = PaperAmendment(
        "sub", "1.1", (TURKIYE,), "en", (Edit("network", "en", 0, 5, "Invites"),), state="tabled"
    )
    data = docx.write(paper(UNITS, (*AMENDMENTS, sub)), "en", tracked=True)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        comments = package.read("word/comments.xml").decode()
    rival, below = comments.split("Amendment 4", 1)[1], comments.split("Amendment 1.1", 1)[1]
    assert "“Invites all”" in rival.split("</w:comment>")[0]
    assert "“Urges”" in below
    assert "“Invites”" in below


def test_an_amendment_in_another_language_is_told_in_that_language() -> None:
    kazakh = PaperAmendment(
        "kk", "1", (KAZAKHSTAN,), "kk", (Edit("report", "kk", 0, 4, "Баяндама"),)
    )
    data = docx.write(paper(UNITS, (kazakh,)), "en", tracked=True)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "«Баяндама»" in package.read("word/comments.xml").decode()
    assert docx.read_tracked(data, UNITS, "en").amendments == ()
