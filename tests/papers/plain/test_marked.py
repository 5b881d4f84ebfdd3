"""The form a clerk edits: readable for the usual text, exact for any."""

from hypothesis import given

from kurultai.papers import plain
from kurultai.texts.unit import Unit, walk
from tests.papers.trees import only, trees

TEXT = (
    Unit("1", "heading", {"en": "On water"}),
    Unit("2", "preamble", {"en": "Recalling the Charter,"}),
    Unit(
        "3",
        "section",
        {"en": "Rivers"},
        (
            Unit(
                "4",
                "operative",
                {"en": "Decides:"},
                (
                    Unit("5", "point", {"en": "to meet:"}, (Unit("6", "point", {"en": "soon;"}),)),
                    Unit("7", "point", {"en": "to report;"}),
                ),
            ),
            Unit("8", "operative", {}),
        ),
    ),
    Unit("9", "closing", {"en": "Baku, 12 June 2026"}),
    Unit("10", "annex", {"en": "Rivers"}, (Unit("11", "operative", {"en": "The Kura."}),)),
)
FORM = """\
# On water

Recalling the Charter,

## Rivers

1. Decides:

(a) to meet:

(i) soon;

(b) to report;

2. [...]

-- Baku, 12 June 2026

### Rivers

1. The Kura."""


def test_a_text_is_written_with_its_numbers_and_marks() -> None:
    assert plain.written(TEXT, "en") == FORM


def test_and_read_back_it_is_the_same() -> None:
    found = plain.structured(FORM, "en")
    assert (found.units, found.structured) == (TEXT, "fully")


@given(trees(("en",)))
def test_any_tree_comes_back_exactly(units: tuple[Unit, ...]) -> None:
    assert plain.structured(plain.written(units, "en"), "en").units == units


@given(trees())
def test_a_language_comes_back_with_its_gaps(units: tuple[Unit, ...]) -> None:
    assert plain.structured(plain.written(units, "ky"), "ky").units == only(units, "ky")


def test_what_a_clerk_wraps_or_numbers_wrongly_is_understood() -> None:
    found = plain.structured("#  Title\r\n\r\n7) Decides\r\n   to meet;\r\n\r\n(z) soon", "en")
    assert found.units == (
        Unit("1", "heading", {"en": "Title"}),
        Unit("2", "operative", {"en": "Decides to meet;"}, (Unit("3", "point", {"en": "soon"}),)),
    )


def test_a_text_made_to_be_too_deep_is_still_read() -> None:
    deep = "\n\n".join(">" * n + " x" for n in range(3_000))
    assert len(list(walk(plain.structured(deep, "en").units))) == 3_000
    points = "1. Decides:\n\n(a) x:\n\n(i) x:\n\n" + "(1) x:\n\n" * 3_000
    assert len(list(walk(plain.read(points, "en").units))) == 3_003
