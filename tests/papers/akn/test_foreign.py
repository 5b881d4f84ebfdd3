"""Files that others made: every version, every kind of document; no word without a trace."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kurultai.papers import akn
from kurultai.papers.akn.names import AKN
from kurultai.papers.draft import Draft, Left
from kurultai.texts.unit import walk
from tests.papers.shared import shared

WORD = re.compile(r"\w+")


def document(name: str, inside: str, namespace: str = AKN, meta: str = "") -> bytes:
    return (
        f'<akomaNtoso xmlns="{namespace}"><{name} name="x"><meta>{meta}</meta>{inside}</{name}>'
        "</akomaNtoso>"
    ).encode()


def shown(draft: Draft) -> list[tuple[str, str]]:
    return [(unit.kind, "".join(unit.words.values())) for unit, _ in walk(draft.units)]


STATEMENT = """
<preface><longTitle><p>On <docTitle>water</docTitle></p></longTitle></preface>
<preamble><formula name="f"><p>The Assembly,</p></formula>
 <recitals><recital %(id)s="r1"><p><i>Recalling</i>
   the Charter,</p></recital></recitals></preamble>
<%(body)s><paragraph %(id)s="p1"><num>1.</num><list><intro><p>Decides:</p></intro>
  <point %(id)s="p1a"><num>a)</num><content><p>to <b>meet</b>;</p></content></point></list>
  </paragraph>
 <paragraph %(id)s="p3"><num>3.</num><content><p>Requests.</p></content></paragraph></%(body)s>
<conclusions><p>Baku</p></conclusions>
"""
SHOWN = [
    ("heading", "On water"),
    ("heading", "The Assembly,"),
    ("preamble", "Recalling the Charter,"),
    ("operative", "Decides:"),
    ("point", "to meet;"),
    ("operative", "3. Requests."),
    ("closing", "Baku"),
]


@pytest.mark.parametrize(
    ("namespace", "name"),
    [
        (AKN, "eId"),
        (f"{AKN}/WD17", "eId"),
        (f"{AKN}/CSD13", "wId"),
        ("http://www.akomantoso.org/2.0", "id"),
        ("http://www.akomantoso.org/1.0", "id"),
    ],
)
def test_a_statement_of_any_version_is_read_whole(namespace: str, name: str) -> None:
    body = STATEMENT % {"id": name, "body": "mainBody"}
    found = akn.read(document("statement", body, namespace))
    assert (shown(found), found.structured, found.left) == (SHOWN, "fully", ())
    assert {"r1", "p1", "p1a", "p3"} <= {unit.unit for unit, _ in walk(found.units)}
    assert not found.has_identities  # the title and the place have none


def test_two_languages_of_version_2_come_together() -> None:
    def one(language: str, words: str) -> bytes:
        meta = f'<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression>'
        inside = f'<body><article id="a1"><content><p>{words}</p></content></article></body>'
        return document("bill", inside, "http://www.akomantoso.org/2.0", meta)

    joined = akn.merge((akn.read(one("eng", "Water")), akn.read(one("rus", "Вода"))))
    assert [unit.words for unit in joined.units] == [{"en": "Water", "ru": "Вода"}]


def test_the_symbol_and_the_title_are_found() -> None:
    meta = '<FRBRWork><FRBRnumber value="12" showAs="A/12"/></FRBRWork>'
    inside = "<preface><p><docTitle>On water</docTitle></p></preface><mainBody><p>x</p></mainBody>"
    found = akn.read(document("doc", inside, meta=meta))
    assert (found.symbol, dict(found.names)) == ("A/12", {"en": "On water"})
    number = "<preface><p><docNumber>B/1</docNumber></p></preface><mainBody><p>x</p></mainBody>"
    assert akn.read(document("doc", number)).symbol == "B/1"


def test_an_act_with_parts_articles_and_paragraphs() -> None:
    inside = """<body><part><num>Part 1</num><heading>Water</heading>
      <article><num>1</num><heading>Scope</heading><paragraph><content><p>All.</p></content></paragraph>
      <paragraph><num>2.</num><content><p>More.</p></content></paragraph></article></part></body>"""
    assert shown(akn.read(document("act", inside))) == [
        ("section", "Part 1 Water"),
        ("section", "1 Scope"),
        ("operative", "All."),
        ("operative", "More."),
    ]


def test_text_around_points_keeps_its_place() -> None:
    inside = """<mainBody><paragraph><intro><p>Before:</p><p>and</p></intro>
      <point><num>(a)</num><content><p>one</p></content></point>
      <wrapUp><p>after.</p></wrapUp></paragraph></mainBody>"""
    assert shown(akn.read(document("statement", inside))) == [
        ("operative", "Before:\nand"),
        ("point", "one"),
        ("preamble", "after."),
    ]


def test_what_is_not_words_is_named() -> None:
    inside = """<mainBody><p>See<authorialNote marker="1"><p>Page 2</p></authorialNote> it
      <img src="a.png"/><ins>new</ins></p>
      <table><caption>T</caption><tr><th><p>A</p></th><td><p>B</p></td></tr></table>
      <foreign><x xmlns="urn:x">math</x></foreign></mainBody>"""
    found = akn.read(document("doc", inside))
    assert shown(found) == [
        ("preamble", "See it new"),
        ("preamble", "T\nA | B"),
        ("preamble", "math"),
    ]
    assert found.left == (
        Left("<authorialNote>", "footnote", "1 Page 2"),
        Left("<img>", "image", "a.png"),
        Left("<ins>", "element", "new"),
        Left("<table>", "table", "T A B"),
        Left("<foreign>", "element", "math"),
    )
    assert found.structured == "not"


def test_annexes_and_documents_of_a_collection() -> None:
    inner = "<meta/><mainBody><paragraph><content><p>Words.</p></content></paragraph></mainBody>"
    inside = f"""<collectionBody><component><interstitial><p>First</p></interstitial></component>
      <component><documentRef href="#x" showAs="Other"/></component></collectionBody>
      <components><component><heading>List</heading><doc name="a">{inner}</doc></component>
      </components>"""
    found = akn.read(document("documentCollection", inside))
    assert shown(found) == [
        ("annex", ""),
        ("preamble", "First"),
        ("annex", "List"),
        ("operative", "Words."),
    ]
    assert ("<documentRef>", "Other") in [(one.where, one.words) for one in found.left]


def test_a_debate_is_read_as_far_as_it_goes() -> None:
    inside = """<debateBody><debateSection name="s"><heading>Water</heading>
      <speech by="#x"><from>Mr Smith:</from><p>I agree.</p></speech>
      <scene>Applause</scene></debateSection></debateBody>"""
    found = akn.read(document("debate", inside))
    assert [words for _, words in shown(found)] == ["Water", "Mr Smith:", "I agree.", "Applause"]
    assert [one.where for one in found.left] == ["<debateSection>", "<speech>", "<from>", "<scene>"]
    assert found.structured == "not"


def test_doubled_identities_are_told_apart() -> None:
    inside = '<mainBody><p eId="a">x</p><p eId="a">y</p><p eId="a">z</p><p>w</p></mainBody>'
    assert [unit.unit for unit in akn.read(document("doc", inside)).units] == [
        "a",
        "a-1",
        "a-2",
        "4",
    ]


EXAMPLES = {
    "cl_Sesion56_2.xml": "not",
    "eu_COM(2013)0619_EN-8.xml": "partly",
    "it_senato_ddl_2013.xml": "partly",
    "ke_Debate_Bungeni_2011-06-10.xml": "not",
    "uk_pga-2014-27-enacted-data.xml": "partly",
    "us_Act_2011-11-29.xml": "partly",
    "us_Title9-Chap3-eng.xml": "partly",
    "uy_bill_2010-09-27.xml": "partly",
    "za_Judgement_2008-11-26.xml": "not",
}


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_examples_of_oasis_lose_no_word(name: str) -> None:
    data = shared(f"akn_oasis/{name}").read_bytes()
    found = akn.read(data)
    assert found.structured == EXAMPLES[name]
    kept = [word for unit, _ in walk(found.units) for word in unit.words.values()]
    named = [one.words for one in found.left if one.what == "footnote"]
    assert letters(*kept, *named) >= without_marks(data)


def letters(*texts: str) -> Counter[str]:
    return Counter(letter for text in texts for letter in "".join(WORD.findall(text)))


def without_marks(data: bytes) -> Counter[str]:
    """The letters of a file outside its head, without numbers that follow from the order."""
    root = etree.fromstring(data, etree.XMLParser(remove_comments=True, remove_pis=True))
    for element in list(root.iter()):
        if etree.QName(element).localname in {"meta", "num"}:
            tail = element.tail
            element.clear()
            element.tail = tail
    return letters(*(str(text) for text in root.itertext()))


NAMES = re.findall(
    r"\w+",
    """
    statement doc act debate attachments attachment components component preface
    preamble body mainBody debateBody conclusions header coverPage formula recitals
    recital citation container section article paragraph point list intro content wrapUp
    num heading subheading crossHeading hcontainer item blockList listIntroduction ul li
    table tr td th caption p block div i b ref mod quotedText quotedStructure
    authorialNote noteRef foreign ins del speech from debateSection scene interstitial
    documentRef longTitle docTitle toc tocItem tblock words blockContainer
    """,
)


@st.composite
def anything(draw: st.DrawFn) -> tuple[bytes, int]:
    """Elements of every kind in places that no schema allows, with words everywhere."""
    said = 0

    def text() -> str:
        nonlocal said
        if draw(st.integers(0, 2)):
            return ""
        said += 1
        return f" w{said}w "

    def element(depth: int) -> str:
        name = draw(st.sampled_from(NAMES))
        inside = "".join(
            element(depth + 1) + text() for _ in range(draw(st.integers(0, 3 if depth < 5 else 0)))
        )
        return f"<{name}>{text()}{inside}</{name}>"

    inside = "".join(text() + element(0) for _ in range(draw(st.integers(1, 4))))
    document = f'<akomaNtoso xmlns="{AKN}"><doc name="x"/>{inside}</akomaNtoso>'
    return document.encode(), said


@settings(deadline=None, max_examples=300)
@given(anything())
def test_no_word_is_lost_wherever_it_stands(made: tuple[bytes, int]) -> None:
    data, said = made
    found = akn.read(data)
    kept = [word for unit, _ in walk(found.units) for word in unit.words.values()]
    words = set(WORD.findall(" ".join([*kept, *(one.words for one in found.left)])))
    assert {f"w{number}w" for number in range(1, said + 1)} <= words
