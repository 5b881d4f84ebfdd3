"""Reading texts as assemblies write them, in nine languages."""

import pytest

from kurultai.papers import plain
from kurultai.papers.draft import Draft, Left
from kurultai.papers.paper import Paper
from kurultai.texts.unit import Unit, walk


def kinds(draft: Draft) -> list[str]:
    return [unit.kind for unit, _ in walk(draft.units)]


def paper(units: tuple[Unit, ...]) -> Paper:
    return Paper("document:1", "assembly:1", {}, "", "", {}, units, {}, "draft", "", 0)


RESOLUTION = """\
TPA/15/REC/2

Recommendation on the waters
of the Caspian

The Parliamentary Assembly,

Recalling the Charter of the Organi-
zation, and the work of the Organization,
Deeply concerned by the falling level
of the sea,

I. Measuring

1. Decides:
(a) to publish levels;
(b) to do so:
(i) monthly;
(ii) in all languages;

2. Calls upon the members

to take part;

II. Reporting

3. Requests a report.

Adopted unanimously at the 4th meeting

Annex

1. The stations of the first list.
"""


def test_a_recommendation_with_everything() -> None:
    found = plain.read(RESOLUTION, "en")
    en = [(unit.kind, unit.words["en"]) for unit, _ in walk(found.units)]
    assert (found.structured, found.symbol, found.left) == ("fully", "TPA/15/REC/2", ())
    assert en == [
        ("heading", "TPA/15/REC/2"),
        ("heading", "Recommendation on the waters of the Caspian"),
        ("heading", "The Parliamentary Assembly,"),
        (
            "preamble",
            "Recalling the Charter of the Organization, and the work of the Organization,",
        ),
        ("preamble", "Deeply concerned by the falling level of the sea,"),
        ("section", "Measuring"),
        ("operative", "Decides:"),
        ("point", "to publish levels;"),
        ("point", "to do so:"),
        ("point", "monthly;"),
        ("point", "in all languages;"),
        ("operative", "Calls upon the members to take part;"),
        ("section", "Reporting"),
        ("operative", "Requests a report."),
        ("closing", "Adopted unanimously at the 4th meeting"),
        ("annex", "Annex"),
        ("operative", "The stations of the first list."),
    ]
    parents = {unit.words["en"]: parent for unit, parent in walk(found.units)}
    assert (parents["monthly;"], parents["to do so:"], parents["Decides:"]) == ("9", "7", "6")


def test_written_and_read_again_it_is_the_same() -> None:
    units = plain.read(RESOLUTION, "en").units
    assert plain.read(plain.write(paper(units), "en"), "en").units == units


ONE_PARAGRAPH = {
    "az": "Parlament Assambleyası,\n\nNizamnaməni xatırladaraq,\n\nÜzvləri çağırır.\n\n"
    "Bakıda qəbul edilmişdir",
    "en": "The Assembly,\n\nRecalling the Charter,\n\nInvites the members.\n\nAdopted in Baku",
    "hu": "A Közgyűlés,\n\nemlékeztetve az Alapokmányra,\n\nFelkéri a tagokat.\n\n"
    "Elfogadva Bakuban",
    "kk": "Парламенттік Ассамблея,\n\nЖарғыны еске ала отырып,\n\nМүшелерді шақырады.\n\n"
    "Бакуде қабылданды",
    "ky": "Парламенттик Ассамблея,\n\nУставды эске алып,\n\nМүчөлөрдү чакырат.\n\n"
    "Бакуда кабыл алынды",
    "ru": "Парламентская ассамблея,\n\nНапоминая об Уставе,\n\nПризывает членов.\n\nПринято в Баку",
    "tk": "Parlament Assambleýasy,\n\nTertipnamany ýatlap,\n\nAgzalary çagyrýar.\n\n"
    "Bakuda kabul edildi",
    "tr": "Parlamenter Asamble,\n\nTüzüğü hatırlatarak,\n\nÜyeleri davet eder.\n\n"
    "Bakü'de kabul edilmiştir",
    "uz": "Parlament Assambleyasi,\n\nNizomni eslatib,\n\nAʼzolarni chaqiradi.\n\n"
    "Bokuda qabul qilindi",
}


@pytest.mark.parametrize("language", sorted(ONE_PARAGRAPH))
def test_participles_and_verbs_are_known_in_nine_languages(language: str) -> None:
    found = plain.read(ONE_PARAGRAPH[language], language)
    assert kinds(found) == ["heading", "preamble", "operative", "closing"]
    assert found.structured == "fully"
    assert plain.write(paper(found.units), language).strip() == ONE_PARAGRAPH[language]


@pytest.mark.parametrize("language", sorted(ONE_PARAGRAPH))
def test_the_usual_text_comes_back_as_the_same_tree_in_nine_languages(language: str) -> None:
    opening, recalling, inviting, closing = ONE_PARAGRAPH[language].split("\n\n")
    said = iter(range(1, 100))

    def unit(kind: str, words: str, *below: Unit) -> Unit:
        return Unit("", kind, {language: words}, below)

    points = unit("point", "ə;", unit("point", "қ:", unit("point", "ő.")))
    text = (
        unit("heading", "Aral"),
        unit("heading", opening),
        unit("preamble", recalling),
        unit("section", "Qazaq", unit("operative", inviting, unit("point", "ü;"), points)),
        unit("section", "Türk", unit("operative", inviting)),
        unit("closing", closing),
        unit("annex", "Aral", unit("operative", inviting), unit("operative", inviting)),
        unit("annex", "Tisza", unit("section", "Szeged", unit("operative", inviting))),
    )

    def numbered(one: Unit) -> Unit:
        number = str(next(said))
        return Unit(number, one.kind, one.words, tuple(numbered(each) for each in one.below))

    units = tuple(numbered(one) for one in text)
    assert plain.read(plain.write(paper(units), language), language).units == units


ANNEXES = {
    "az": "Əlavə",
    "en": "ANNEX",
    "hu": "Melléklet",
    "kk": "Қосымша",
    "ky": "Тиркеме",
    "ru": "Приложение",
    "tk": "Goşundy",
    "tr": "Ek",
    "uz": "Ilova",
}


@pytest.mark.parametrize("language", sorted(ANNEXES))
def test_annexes_are_known_in_nine_languages(language: str) -> None:
    for name in ("%s", "%s II", "2. %s", "2-%s", "%s:"):
        annex = name % ANNEXES[language]
        text = f"Title\n\n1. Words.\n\n{annex}\nList\n\n1. Words.\n\n(а) More;"
        found = plain.read(text, language)
        assert kinds(found) == ["heading", "operative", "annex", "operative", "point"], name


@pytest.mark.parametrize(
    "form", ["1. %s\n\n2. %s", "1) %s\n\n2) %s", "(1) %s\n\n(2) %s", "1, %s\n\n2, %s"]
)
def test_numbers_in_all_their_forms(form: str) -> None:
    found = plain.read("The Assembly,\n\n" + form % ("Decides;", "Requests."), "en")
    assert [unit.words for unit in found.units[1:]] == [{"en": "Decides;"}, {"en": "Requests."}]
    assert found.structured == "fully"


def test_a_number_out_of_order_stays_in_the_words_and_is_named() -> None:
    found = plain.read("The Assembly,\n\n1. Decides;\n\n3. Requests.", "en")
    assert found.left == (Left("line 5", "numbering", "3. Requests."),)
    assert found.structured == "partly"
    assert plain.write(paper(found.units), "en") == "The Assembly,\n\n1. Decides;\n\n3. Requests.\n"


@pytest.mark.parametrize("form", ["(%s) %s", "%s) %s"])
def test_points_have_latin_letters_or_cyrillic_ones(form: str) -> None:
    points = "\n\n".join(form % one for one in (("а", "раз;"), ("б", "два;"), ("в", "три.")))
    found = plain.read(f"Ассамблея,\n\n1. Постановляет:\n\n{points}", "ru")
    assert [unit.words["ru"] for unit in found.units[1].below] == ["раз;", "два;", "три."]
    assert found.structured == "fully"


def test_what_is_unclear_is_kept_and_named() -> None:
    unclear = "The members of it met that day and spoke of it for a long time."
    text = f"The Assembly,\n\n1. Decides.\n\n{unclear}"
    found = plain.read(text, "en")
    assert [one.what for one in found.left] == ["paragraph"]
    assert found.units[-1].words["en"].startswith("The members")


def test_page_numbers_and_footnotes_are_kept_and_named() -> None:
    text = "The Assembly,\n\n1. Decides.\n\nPage 2\n\nAdopted in Baku\n\n1 Document A/1."
    found = plain.read(text, "en")
    assert [(one.what, one.words) for one in found.left] == [
        ("header", "Page 2"),
        ("footnote", "1 Document A/1."),
    ]


def test_a_text_without_a_paragraph_of_any_kind_is_not_structured() -> None:
    assert plain.read("A letter to the members", "en").structured == "not"
    assert plain.read("", "en").units == ()
    assert plain.read("\ufeff\f\n ", "en").units == ()


def test_words_broken_at_a_lines_end_are_made_whole() -> None:
    text = "Co-\noperation, co-operation and inter-\nnational law; self-\nrule; ratifi-\ncation"
    (unit,) = plain.read(text, "en").units
    assert unit.words["en"] == (
        "Co-operation, co-operation and inter-national law; self-rule; ratification"
    )


def test_the_symbol_and_the_result_are_printed_where_the_text_does_not_say_them() -> None:
    units = (Unit("1", "operative", {"en": "Decides."}),)
    shown = Paper(
        "d",
        "a",
        {},
        "resolution",
        "TPA/1",
        {"en": "On water"},
        units,
        {},
        "adopted",
        "",
        0,
        decision={"en": "Adopted by 5 votes to 2"},
    )
    assert plain.write(shown, "en") == "TPA/1\n\nOn water\n\nDecides.\n\nAdopted by 5 votes to 2\n"


def test_a_gap_is_printed_as_one() -> None:
    units = (Unit("1", "operative", {"en": "Decides."}), Unit("2", "operative", {"ru": "Просит."}))
    assert plain.write(paper(units), "en") == "1. Decides.\n\n2. [...]\n"
