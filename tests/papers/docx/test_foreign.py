"""A DOCX that others made becomes a draft; what it holds beside its paragraphs is listed."""

from kurultai.papers import docx
from kurultai.papers.docx.names import W
from kurultai.papers.draft import Draft
from kurultai.texts.unit import Unit, walk
from tests.papers.docx import files
from tests.papers.docx.files import NUMBERING, STYLES, numbered, p, styled

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"


def kinds(draft: Draft) -> list[tuple[str, str, str | None]]:
    """Each unit's kind, words, and the words of what stands above it."""
    words = {unit.unit: unit.words.get("en", "") for unit, _ in walk(draft.units)}
    return [
        (unit.kind, words[unit.unit], None if parent is None else words[parent])
        for unit, parent in walk(draft.units)
    ]


def test_paragraphs_that_word_numbers_are_operative_and_their_points_stand_below() -> None:
    draft = docx.read(
        files.docx(
            styled("On early warning", "T")
            + p("Recalling its declaration,")
            + numbered("Calls upon the Governments:")
            + numbered("within one hour;", 1)
            + numbered("in border regions;", 2)
            + numbered("within six hours;", 1)
            + numbered("Decides to return to the matter.")
            + p("Done at Turkistan, 12 June 2026"),
            {"numbering": NUMBERING, "styles": STYLES},
        )
    )
    assert kinds(draft) == [
        ("heading", "On early warning", None),
        ("preamble", "Recalling its declaration,", None),
        ("operative", "Calls upon the Governments:", None),
        ("point", "within one hour;", "Calls upon the Governments:"),
        ("point", "in border regions;", "within one hour;"),
        ("point", "within six hours;", "Calls upon the Governments:"),
        ("operative", "Decides to return to the matter.", None),
        ("closing", "Done at Turkistan, 12 June 2026", None),
    ]
    assert (draft.structured, draft.left, draft.has_identities) == ("fully", (), False)


def test_typed_numbers_do_not_become_words() -> None:
    draft = docx.read(
        files.docx(
            p("Resolution on early warning")
            + p("Recalling its declaration,")
            + p("1. Calls upon the Governments:")
            + p("(a) within one hour;")
            + p("(b) within six hours;")
            + p("2. Decides to return to the matter.")
        )
    )
    assert kinds(draft) == [
        ("heading", "Resolution on early warning", None),
        ("preamble", "Recalling its declaration,", None),
        ("operative", "Calls upon the Governments:", None),
        ("point", "within one hour;", "Calls upon the Governments:"),
        ("point", "within six hours;", "Calls upon the Governments:"),
        ("operative", "Decides to return to the matter.", None),
    ]


def test_titles_by_their_style_are_sections_within_each_other_and_annexes() -> None:
    draft = docx.read(
        files.docx(
            styled("On early warning", "T")
            + styled("Warning", "H1")
            + styled("Networks", "H2")
            + numbered("Calls upon the Governments.")
            + styled("Assistance", "H1")
            + numbered("Recommends three teams.")
            + p("Annex I")
            + numbered("Stations transmit.", listed=1),
            {"numbering": NUMBERING, "styles": STYLES},
        )
    )
    assert kinds(draft) == [
        ("heading", "On early warning", None),
        ("section", "Warning", None),
        ("section", "Networks", "Warning"),
        ("operative", "Calls upon the Governments.", "Networks"),
        ("section", "Assistance", None),
        ("operative", "Recommends three teams.", "Assistance"),
        ("annex", "Annex I", None),
        ("operative", "Stations transmit.", "Annex I"),
    ]


FOOTNOTES = (
    f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{p("See rule 24.")}</w:footnote>'
    "</w:footnotes>"
)
COMMENTS = (
    f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="Aigul">{p("Why?")}</w:comment>'
    "</w:comments>"
)


def test_nothing_is_lost_without_being_named() -> None:
    box = f"<w:txbxContent>{p('In a box')}</w:txbxContent>"
    body = (
        numbered("Decides")
        + p("", before='<w:r><w:footnoteReference w:id="2"/></w:r>')
        + f"<w:p><w:r><w:drawing><x xmlns='a'><d:docPr xmlns:d='{WP}' descr='A map'/></x>"
        "</w:drawing></w:r></w:p>"
        + f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        + f"<w:tbl><w:tr><w:tc>{p('Year')}</w:tc><w:tc>{p('2026')}</w:tc></w:tr></w:tbl>"
        + f"<w:tbl><w:tr><w:tc>{numbered('Requests')}</w:tc></w:tr></w:tbl>"
        + "<w:p><w:fldSimple w:instr=' DATE '><w:r><w:t>today</w:t></w:r></w:fldSimple></w:p>"
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>"
        + '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r></w:p>'
        + f"<w:sdt><w:sdtContent>{numbered('Urges')}</w:sdtContent></w:sdt>"
        + '<w:altChunk xmlns:r="x" r:id="r1"/>'
    )
    draft = docx.read(
        files.docx(body, {"numbering": NUMBERING, "footnotes": FOOTNOTES, "comments": COMMENTS})
    )
    assert [unit.words["en"] for unit in draft.units if unit.kind == "operative"] == [
        "Decides",
        "Requests",
        "Urges",
    ]
    assert [(one.what, one.words) for one in draft.left[:9]] == [
        ("footnote", "See rule 24."),
        ("image", "A map"),
        ("textbox", "In a box"),
        ("table", "Year | 2026"),
        ("field", "DATE"),
        ("hidden", "unseen"),
        ("element", "Wingdings F0E0"),
        ("element", "altChunk"),
        ("comment", "Aigul: Why?"),
    ]
    assert draft.structured == "partly"


def test_tracked_changes_are_read_as_accepted_and_that_is_said() -> None:
    by = 'w:author="A" w:date="2026-05-01T10:00:00Z"'
    draft = docx.read(
        files.docx(
            f"<w:p><w:r><w:t>1. Decides </w:t></w:r><w:ins {by}><w:r><w:t>now</w:t></w:r></w:ins>"
            f"<w:del {by}><w:r><w:delText>later</w:delText></w:r></w:del></w:p>"
        )
    )
    assert draft.units == (Unit("1", "operative", {"en": "Decides now"}),)
    assert [one.what for one in draft.left] == ["tracked"]


def test_macros_are_left_where_they_are_and_that_is_said() -> None:
    parts = files.PARTS | {
        "word/document.xml": files.document(p("1. Decides")),
        "word/vbaProject.bin": "macro",
    }
    draft = docx.read(files.packed(parts))
    assert draft.units == (Unit("1", "operative", {"en": "Decides"}),)
    assert [one.what for one in draft.left] == ["macro"]


def test_the_language_is_the_one_given_else_what_the_file_says_else_english() -> None:
    plain = files.docx(p("1. Decides"))
    marked = files.docx(
        "<w:p><w:r><w:rPr><w:lang w:val='kk-KZ'/></w:rPr><w:t>1. Шешеді</w:t></w:r></w:p>"
    )
    assert docx.read(plain).languages == ("en",)
    assert docx.read(marked).languages == ("kk",)
    assert docx.read(marked, "ky").languages == ("ky",)


def test_a_file_of_word_in_its_strict_form_is_read_too() -> None:
    strict = files.document(p("1. Decides")).replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    rels = files.PARTS["_rels/.rels"].replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    )
    parts = files.PARTS | {"_rels/.rels": rels, "word/document.xml": strict}
    assert docx.read(files.packed(parts)).units == (Unit("1", "operative", {"en": "Decides"}),)


def words_of(body: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The words of a file's paragraphs, and what was left."""
    draft = docx.read(files.docx(body))
    said = [unit.words.get("en", "") for unit, _ in walk(draft.units)]
    return said, [(one.what, one.words) for one in draft.left]


def test_what_a_field_shows_is_read_and_what_it_asks_for_is_listed() -> None:
    field = (
        '<w:p><w:r><w:t>1. See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> REF a </w:instrText></w:r><w:r><w:t>unseen</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>paragraph 4</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
    )
    assert words_of(field) == (["See paragraph 4."], [("field", "REF a")])


def test_signs_that_are_elements_are_words() -> None:
    signs = (
        "<w:p><w:r><w:t>1. one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t>"
        "<w:noBreakHyphen/><w:softHyphen/><w:br w:type='page'/><w:cr/><w:t>four</w:t></w:r></w:p>"
    )
    assert words_of(signs) == (["one\ttwo\nthree\u2011\u00ad\nfour"], [])


def test_words_in_links_controls_and_alternatives_are_read_once() -> None:
    run = "<w:r><w:t>%s</w:t></w:r>"
    body = (
        f"<w:p>{run % '1. a '}<w:hyperlink>{run % 'b '}</w:hyperlink>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run % 'c '}</w:sdtContent></w:sdt>"
        f"<mc:AlternateContent><mc:Choice>{run % 'd '}</mc:Choice><mc:Fallback>{run % 'd '}"
        f"</mc:Fallback></mc:AlternateContent><w:r><w:ruby><w:rt>{run % 'over'}</w:rt>"
        f"<w:rubyBase>{run % 'e'}</w:rubyBase></w:ruby></w:r><w:sdt/><w:strange/></w:p>"
    )
    assert words_of(body) == (["a b c d e"], [("element", "over"), ("element", "strange")])


def test_blocks_within_blocks_are_read_and_a_table_of_contents_is_listed() -> None:
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{p('Contents')}</w:sdtContent></w:sdt>"
    )
    body = (
        '<w:bookmarkStart w:id="1" w:name="x"/>'
        + contents
        + f"<mc:AlternateContent><mc:Choice>{p('1. Decides')}</mc:Choice></mc:AlternateContent>"
        + f"<w:customXml>{p('2. Requests')}</w:customXml><w:sdt/><w:sectPr/>"
    )
    assert words_of(body) == (["Decides", "Requests"], [("field", "Contents")])


def test_bullets_and_typed_letters_are_points_and_wrong_numbers_are_named() -> None:
    draft = docx.read(
        files.docx(
            p("(a) before anything")
            + p("1. Decides:")
            + numbered("by bullet;", listed=2)
            + p("- by dash;")
            + p("7. Requests")
            + p("Adopted at Turkistan on 12 June 2026")
            + p("The Chair")
            + p("A line that nobody can place because it ends in a full stop."),
            {"numbering": NUMBERING},
        )
    )
    assert kinds(draft) == [
        ("heading", "(a) before anything", None),
        ("operative", "Decides:", None),
        ("point", "by bullet;", "Decides:"),
        ("point", "- by dash;", "Decides:"),
        ("operative", "7. Requests", None),
        ("closing", "Adopted at Turkistan on 12 June 2026", None),
        ("closing", "The Chair", None),
        ("closing", "A line that nobody can place because it ends in a full stop.", None),
    ]
    assert [(one.what, one.words) for one in draft.left] == [("numbering", "7. Requests")]


def test_paragraphs_without_any_number_are_known_by_their_words() -> None:
    draft = docx.read(
        files.docx(
            p("Recalling its declaration,")
            + p("Decides to return to the matter.")
            + p("This stands for itself, and says nothing by its first word.")
            + p("A short line")
        )
    )
    assert [kind for kind, _, _ in kinds(draft)] == ["preamble", "operative", "preamble", "heading"]
    assert [one.what for one in draft.left] == ["paragraph"]
