"""Which paragraphs of two versions belong together."""

from hypothesis import given
from hypothesis import strategies as st

from kurultai.texts.align import Bead, align
from tests.texts.texts import law

ENGLISH = [
    "The Assembly, meeting in Baku on 12 June 2026,",
    "Recalling resolution 2401 on energy and transport between the member States of the region,",
    "1. Calls upon Parliaments to ratify the agreement before 31 December 2027;",
    "2. Asks the Secretary-General to report every year on what was done;",
    "3. Thanks all;",
]
TURKISH = [
    "12 Haziran 2026 tarihinde Bakü'de toplanan Meclis,",
    "Bölge üyesi Devletler arasında enerji ve ulaştırmaya ilişkin 2401 sayılı kararı hatırlatarak,",
    "1. Parlamentoları, anlaşmayı 31 Aralık 2027'den önce onaylamaya çağırır;",
    "2. Genel Sekreter'den yapılanlar hakkında her yıl rapor vermesini ister;",
    "3. Herkese teşekkür eder;",
]


def one_to_one(count: int) -> list[Bead]:
    return [Bead((n,), (n,)) for n in range(count)]


@law
@given(st.lists(st.text("ab 12", max_size=30), max_size=6), st.lists(st.text("xy 12"), max_size=6))
def test_every_paragraph_is_in_one_bead_and_in_order(left: list[str], right: list[str]) -> None:
    beads = align(left, right)
    assert [n for bead in beads for n in bead.left] == list(range(len(left)))
    assert [n for bead in beads for n in bead.right] == list(range(len(right)))
    assert all(1 <= len(bead.left) + len(bead.right) <= 4 for bead in beads)
    assert all(max(len(bead.left), len(bead.right)) <= 2 for bead in beads)


@law
@given(st.lists(st.text("abc 12", min_size=1, max_size=60), min_size=1, max_size=8))
def test_a_text_is_aligned_with_itself_paragraph_by_paragraph(texts: list[str]) -> None:
    assert list(align(texts, texts)) == one_to_one(len(texts))


def test_two_versions_of_one_text() -> None:
    assert list(align(ENGLISH, TURKISH)) == one_to_one(5)


def test_a_paragraph_that_was_divided() -> None:
    divided = [TURKISH[0], TURKISH[1][:47], TURKISH[1][47:], *TURKISH[2:]]
    assert align(ENGLISH, divided)[1] == Bead((1,), (1, 2))
    assert align(divided, ENGLISH)[1] == Bead((1, 2), (1,))


def test_a_paragraph_that_is_missing() -> None:
    shorter = [TURKISH[0], *TURKISH[2:]]
    assert align(ENGLISH, shorter)[1] == Bead((1,), ())
    assert align(shorter, ENGLISH)[1] == Bead((), (1,))


def test_numbers_decide_where_lengths_do_not() -> None:
    left = ["a" * 40 + " 1/2026", "b" * 40, "c" * 40 + " 3.5"]
    right = ["x" * 40, "y" * 40 + " 1/2026", "z" * 40, "w" * 40 + " 3.5"]
    beads = align(left, right)
    assert Bead((2,), (3,)) in beads
    assert all(0 not in bead.left or 1 in bead.right for bead in beads)


def test_a_text_and_nothing() -> None:
    assert align([], []) == ()
    assert align(["a", "b"], []) == (Bead((0,), ()), Bead((1,), ()))
    assert align([], ["a"]) == (Bead((), (0,)),)


def test_a_long_text_beside_a_much_shorter_one() -> None:
    left = [f"paragraph {n} with its words" for n in range(120)]
    beads = align(left, left[:5])
    assert sum(len(bead.left) for bead in beads) == 120
    assert sum(len(bead.right) for bead in beads) == 5


def test_a_version_that_has_only_the_end_of_the_text() -> None:
    end = [f"{n}. " + "word " * (n % 7 + 20) for n in range(60)]
    beads = align(["x"] * 100 + end, end)
    assert [bead for bead in beads if bead.right][1:] == [
        Bead((n + 100,), (n,)) for n in range(1, 60)
    ]


def test_two_paragraphs_that_were_divided_at_another_place() -> None:
    left = ["a" * 60, "b" * 100, "c" * 100, "d" * 60]
    right = ["w" * 60, "x" * 190, "y" * 10, "z" * 60]
    assert align(left, right) == (Bead((0,), (0,)), Bead((1, 2), (1, 2)), Bead((3,), (3,)))


def test_what_is_missing_between_paragraphs_of_one_length_is_told_by_its_number() -> None:
    left = ["a" * 100 + " 1", "b" * 100 + " 2", "c" * 100]
    assert align(left, ["x" * 100 + " 1", "z" * 100])[1] == Bead((1,), ())
    assert align(["x" * 100 + " 1", "z" * 100], left)[1] == Bead((), (1,))


def test_a_long_text_beside_itself() -> None:
    texts = [f"{n}. " + "word " * (n % 7 + 2) for n in range(120)]
    assert list(align(texts, texts)) == one_to_one(120)
