"""A file is what is in it, whatever it is called; what is no text is refused by name."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.papers import akn, docx, reading, web
from kurultai.papers.draft import Draft, Unreadable
from kurultai.papers.paper import Paper
from kurultai.texts.unit import Unit

TEXT = "Ассамблея,\n\nНапоминая об Уставе,\n\n1. Постановляет."
UNITS = (
    Unit("u1", "heading", {"ru": "Ассамблея,"}),
    Unit("u2", "preamble", {"ru": "Напоминая об Уставе,"}),
    Unit("u3", "operative", {"ru": "Постановляет."}),
)


def words(draft: Draft) -> list[str]:
    return [unit.words["ru"] for unit in draft.units]


WORDS = [unit.words["ru"] for unit in UNITS]
PAPER = Paper(
    "document:1",
    "assembly:1",
    {"ru": "А"},
    "resolution",
    "A/1",
    {"ru": "О"},
    UNITS,
    {"ru": "authentic"},
    "draft",
    "2026-06-12",
    1,
)


def refused(data: bytes, language: str = "en") -> str:
    with pytest.raises(Unreadable) as fault:
        reading.read("a.txt", data, language)
    assert fault.value.facts["file"] == "a.txt"
    return fault.value.rule


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1251",
        "koi8-r",
        "cp866",
    ],
)
def test_a_text_in_any_encoding(encoding: str) -> None:
    assert words(reading.read("a.docx", TEXT.encode(encoding), "ru")) == WORDS


@pytest.mark.parametrize(
    ("language", "encoding", "text"),
    [
        ("kk", "kz1048", "Ассамблея шешім қабылдады, өңір, ұлт"),
        ("ky", "ptcp154", "Жыйналыш чечим кабыл алды, өңүр"),
        ("tr", "cp1254", "Başkanlık Divanı çağrı yaptı, ığüşöç İstanbul"),
        ("hu", "cp1250", "A Közgyűlés határozata, őű"),
        ("en", "cp1252", "The “Assembly” – Décidé"),
    ],
)
def test_what_was_used_before_unicode(language: str, encoding: str, text: str) -> None:
    (unit,) = reading.read("a", text.encode(encoding), language).units
    assert unit.words == {language: text}


def test_akoma_ntoso_docx_and_html_by_what_they_hold() -> None:
    for data in (akn.write(PAPER, "ru"), docx.write(PAPER, "ru"), web.write(PAPER, ("ru",))):
        assert words(reading.read("text.pdf", data, "ru")) == WORDS
    wide = akn.write(PAPER, "ru").decode().replace("encoding='utf-8'", "encoding='utf-16'")
    assert words(reading.read("text", wide.encode("utf-16"), "ru")) == WORDS


def zipped(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(name, "words")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "paper.empty"),
        (b" \n", "paper.empty"),
        (b"%PDF-1.7 ...", "paper.pdf"),
        (b"{\\rtf1 words}", "paper.rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "paper.doc"),
        (zipped("words.txt"), "paper.not_docx"),
        (b"PK\x03\x04 cut off", "paper.broken_zip"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "paper.binary"),
        (b"\x7fELF\x02\x01\x01\0", "paper.binary"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "paper.binary"),
        (b"words \x01 and \x02 more", "paper.binary"),
        (b"\x81 nowhere \x8d", "paper.encoding"),
        (b"x" * 25_000_001, "paper.too_large"),
        (b"<?xml version='1.0'?><act/>", "paper.not_akoma_ntoso"),
        (b"<akomaNtoso", "paper.broken_xml"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, rule: str) -> None:
    assert refused(data) == rule


@given(st.binary(max_size=400))
def test_no_bytes_end_in_anything_but_a_draft_or_a_refusal(data: bytes) -> None:
    try:
        reading.read("a", data, "en")
    except Unreadable as fault:
        assert fault.rule.startswith("paper.")  # noqa: PT017 - either is right
