"""What somebody made to do harm, or what a transfer broke, is refused by name and does nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.papers import akn
from kurultai.papers.akn.names import AKN
from kurultai.papers.draft import Unreadable
from tests.papers.akn.test_statement import TEXT, paper

HEAD = f'<akomaNtoso xmlns="{AKN}"><statement name="x"><mainBody><p>'
FOOT = "</p></mainBody></statement></akomaNtoso>"
LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(10)
)
GOOD = akn.write(paper(TEXT), "en")


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as fault:
        akn.read(data)
    with pytest.raises(Unreadable) as again:
        akn.read_amendments(data)
    assert again.value.rule in {fault.value.rule, "paper.not_ours"}
    return fault.value.rule


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE akomaNtoso>",
        '<!DOCTYPE akomaNtoso SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE akomaNtoso [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE akomaNtoso [<!ENTITY % p SYSTEM "http://127.0.0.1:9/">]>',
        '<!DOCTYPE akomaNtoso [<!ENTITY e "words">]>',
        '<!DOCTYPE akomaNtoso [<!ATTLIST p class CDATA "x">]>',
    ],
)
def test_no_document_type_is_accepted_whatever_it_says(doctype: str) -> None:
    assert refused(f"{doctype}{HEAD}{FOOT}".encode()) == "paper.entities"


@pytest.mark.parametrize("place", [f"{HEAD}&l9;{FOOT}", f"{HEAD}<i class='&l9;'/>{FOOT}"])
def test_entities_are_not_expanded(place: str) -> None:
    hostile = f"<!DOCTYPE akomaNtoso [{LAUGHS}]>{place}"
    assert refused(hostile.encode()) in {"paper.entities", "paper.broken_xml"}


def test_a_file_beside_it_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("words")
    hostile = (
        f'<akomaNtoso xmlns="{AKN}" xmlns:xi="http://www.w3.org/2001/XInclude"><doc name="x">'
        f'<mainBody><p>a <xi:include href="{tmp_path}/secret" parse="text"/></p></mainBody></doc>'
        "</akomaNtoso>"
    )
    assert [unit.words for unit in akn.read(hostile.encode()).units] == [{"en": "a"}]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "paper.empty"),
        (b"\n\n", "paper.empty"),
        (b"words", "paper.broken_xml"),
        (b"\x89PNG\r\n\x1a\n", "paper.broken_xml"),
        (b"<akomaNtoso", "paper.broken_xml"),
        (b"<html/>", "paper.not_akoma_ntoso"),
        (b"<akomaNtoso/>", "paper.not_akoma_ntoso"),
        (b"<akomaNtoso><words/></akomaNtoso>", "paper.not_akoma_ntoso"),
        (GOOD + GOOD, "paper.broken_xml"),
        (GOOD.replace(b"'utf-8'", b"'utf-16'"), "paper.broken_xml"),
        (GOOD.replace(b"'utf-8'", b"'klingon'"), "paper.broken_xml"),
        (GOOD.replace(b"Recalling", b"Recalling \xff"), "paper.broken_xml"),
        (GOOD.replace(b"Recalling", b"Recalling &nobody;"), "paper.broken_xml"),
        (GOOD.replace(b"Recalling", b"Recalling &#0;"), "paper.broken_xml"),
        (GOOD + b" " * 25_000_000, "paper.too_large"),
        ((HEAD + "<i>" * 100_000).encode(), "paper.broken_xml"),
        ((HEAD + "<i>" * 150 + "</i>" * 150 + FOOT).encode(), "paper.broken_xml"),
        ((HEAD + "<i>" * 300 + "</i>" * 300 + FOOT).encode(), "paper.broken_xml"),
    ],
)
def test_what_is_broken_or_something_else_is_refused(data: bytes, rule: str) -> None:
    assert refused(data) == rule


def test_wherever_it_is_cut_off_it_is_refused() -> None:
    for end in range(1, len(GOOD) - 1, 37):
        assert refused(GOOD[:end]) == "paper.broken_xml"


@given(st.integers(0, len(GOOD) - 1), st.binary(max_size=4))
def test_a_byte_that_changed_ends_in_a_draft_or_a_refusal(at: int, other: bytes) -> None:
    try:
        akn.read(GOOD[:at] + other + GOOD[at + 1 :])
    except Unreadable as fault:
        assert fault.rule.startswith("paper.")  # noqa: PT017 - either is right


def test_a_large_file_below_the_limit_is_read() -> None:
    many = "".join(f"<paragraph><content><p>{n}</p></content></paragraph>" for n in range(20_000))
    data = f'<akomaNtoso xmlns="{AKN}"><doc name="x"><mainBody>{many}</mainBody></doc></akomaNtoso>'
    assert len(akn.read(data.encode()).units) == 20_000
