"""What reading and recording amendments costs, in steps of SQLite's machine: no clock is asked."""

from collections.abc import Callable

from kurultai.gate import amendments, drafting
from kurultai.gate.tracked import drawn_in
from kurultai.procedure import acts as a
from kurultai.texts.change import Edit
from tests.tables.folding import DOCUMENT, EN, TABLED, Folding, par, version


def tabled(number: int) -> a.AmendmentTabled:
    edit = Edit("p1", "en", 0, 5, f"{number}")
    return a.AmendmentTabled(f"amendment:{number}", number, ("party:az",), "en", 1, (edit,), EN)


def draft(paragraphs: int, amendments: int = 0) -> Folding:
    """A text of so many paragraphs, with so many amendments in the order of tabling."""
    folding = Folding()
    units = (par(f"p{n}", "Words and words") for n in range(paragraphs))
    folding.did(TABLED, version("en", *units))
    folding.did(*(tabled(n) for n in range(1, amendments + 1)))
    places = tuple(a.Place(f"amendment:{n}", n) for n in range(1, amendments + 1))
    folding.did(a.AmendmentsMarshalled(1, "text", places))
    return folding


def steps(folding: Folding, work: Callable[[], object]) -> int:
    """How many steps, to the next hundred."""
    passed = 0

    def pass_on() -> None:
        nonlocal passed
        passed += 100

    folding.db.set_progress_handler(pass_on, 100)
    work()
    folding.db.set_progress_handler(None, 0)
    return passed


def test_tabling_an_amendment_costs_the_same_whatever_the_length_of_the_text() -> None:
    short, long = draft(3), draft(300)
    assert steps(long, lambda: long.did(tabled(1))) == steps(short, lambda: short.did(tabled(1)))


def test_a_page_of_many_amendments_costs_little_more_than_one_of_few() -> None:
    few, many = draft(3, 60), draft(3, 600)
    of_few = steps(few, lambda: drafting.amendments(few.viewer(), DOCUMENT))
    of_many = steps(many, lambda: drafting.amendments(many.viewer(), DOCUMENT, page=9))
    assert of_many < 3 * of_few  # they are counted by state, and nothing else is read of them


def test_the_amendments_to_one_paragraph_cost_no_more_for_those_to_another() -> None:
    few, many = draft(3, 20), draft(3, 600)
    for folding in (few, many):
        edit = Edit("p2", "en", 0, 5, "Others")
        folding.did(a.AmendmentTabled("amendment:x", 601, ("party:az",), "en", 1, (edit,), EN))

    def touching(folding: Folding) -> None:
        found = amendments.touching(folding.viewer(), DOCUMENT, 1, ("p2",))
        assert [row.amendment for row in found] == ["amendment:x"]

    assert steps(many, lambda: touching(many)) < 2 * steps(few, lambda: touching(few))


def test_a_redline_reads_of_each_amendment_what_it_changes_in_its_language() -> None:
    folding = draft(3, 2)
    turkish = Edit("p1", "tr", 0, 0, "Yeni ")
    folding.did(
        version("tr", par("p0", "Bir"), par("p1", "Iki"), par("p2", "Uc")),
        a.AmendmentTranslated("amendment:1", "tr", (turkish,)),
    )
    for language, expected in (
        ("tr", [(turkish,), ()]),
        ("en", [(Edit("p1", "en", 0, 5, "1"),), (Edit("p1", "en", 0, 5, "2"),)]),
        ("kk", [(), ()]),
    ):
        found = drawn_in(folding.viewer(), DOCUMENT, 1, language)
        assert [row.changes for row in found] == expected
