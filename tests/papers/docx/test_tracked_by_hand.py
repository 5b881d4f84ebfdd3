"""Tracked changes as people make them in Word, in our files and in files that lost their marks."""

import io
import re
import zipfile

import msgspec

from kurultai.papers import docx
from kurultai.papers.docx import NOBODY, Tracked
from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import Unit
from tests.papers.docx import files
from tests.papers.docx.files import p, packed
from tests.papers.papers import paper

UNITS = (
    Unit("r", "preamble", {"en": "Recalling its declaration,", "kk": "Еске ала отырып,"}),
    Unit("c", "operative", {"en": "Calls upon the Governments to act;", "kk": "Шақырады;"}),
    Unit("q", "operative", {"en": "Requests a report every year;", "kk": "Сұрайды;"}),
    Unit("d", "operative", {"en": "Decides to return to the matter.", "kk": "Шешеді."}),
)
WHEN = 'w:date="2026-05-01T10:00:00Z"'


def ins(words: str, author: str = "Ann") -> str:
    return f'<w:ins w:author="{author}" {WHEN}>{run(words)}</w:ins>'


def gone(words: str, author: str = "Ann") -> str:
    inner = f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return f'<w:del w:author="{author}" {WHEN}>{inner}</w:del>'


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def para(content: str, end: str = "", author: str = "Ann") -> str:
    mark = f'<w:rPr><w:{end} w:author="{author}" {WHEN}/></w:rPr>' if end else ""
    return f"<w:p><w:pPr>{mark}</w:pPr>{content}</w:p>"


def lost(*paragraphs: str) -> Tracked:
    """A file without bookmarks, such as other programs write."""
    return read(files.docx("".join(paragraphs)), UNITS)


def read(data: bytes, units: tuple[Unit, ...]) -> Tracked:
    """What a file changes; the identities of new units without what tells files apart."""
    tracked = docx.read_tracked(data, units, "en")
    written = re.sub(rb"new-[0-9a-f]{8}-", b"new-", msgspec.json.encode(tracked))
    return msgspec.json.decode(written, type=Tracked)


def ours(old: str, new: str) -> Tracked:
    """Our own file after somebody changed it."""
    data = docx.write(paper(UNITS), "en")
    parts = unpacked(data)
    assert old in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(old, new)
    return read(packed(parts), UNITS)


def unpacked(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def changes(tracked: Tracked) -> dict[str, tuple[Change, ...]]:
    return {one.author: one.changes for one in tracked.amendments}


REST = (p("3. Decides to return to the matter."),)


def test_without_bookmarks_a_paragraph_is_the_unit_whose_words_it_has() -> None:
    tracked = lost(
        p("Recalling its declaration,"),
        para(run("1. Calls upon ") + gone("the") + ins("all") + run(" Governments to act;")),
        para(gone("2. Requests a report every year;", "Bob"), "del", "Bob"),
        *REST,
    )
    assert changes(tracked) == {"Ann": (Edit("c", "en", 11, 14, "all"),), "Bob": (Drop("q"),)}
    assert [one.on for one in tracked.amendments] == ["2026-05-01", "2026-05-01"]
    assert tracked.left == ()


def test_a_new_paragraph_gets_an_identity_and_the_kind_of_the_one_before() -> None:
    tracked = lost(
        p("Recalling its declaration,"),
        p("1. Calls upon the Governments to act;"),
        para(ins("Welcomes the offer;"), "ins"),
        p("2. Requests a report every year;"),
        *REST,
    )
    new = Unit("new-1", "operative", {"en": "Welcomes the offer;"})
    assert changes(tracked) == {"Ann": (Add(None, "c", (new,)),)}


def test_what_went_here_and_came_there_was_moved() -> None:
    words = "Requests a report every year;"
    tracked = lost(
        p("Recalling its declaration,"),
        p("1. Calls upon the Governments to act;"),
        para(gone(words), "del"),
        p("3. Decides to return to the matter."),
        para(ins(words), "ins"),
        p("* * *"),
    )
    [amendment] = tracked.amendments
    assert amendment.changes == (Move("d", None, "c"),)  # which says the same


def test_all_words_struck_is_the_paragraph_struck_though_its_end_was_left() -> None:
    words = "Requests a report every year;"
    assert changes(ours(run(words), gone(words))) == {"Ann": (Drop("q"),)}


def test_a_paragraph_split_in_two_keeps_its_identity_in_the_first() -> None:
    parts = unpacked(docx.write(paper(UNITS), "en"))
    before, paragraph = parts["word/document.xml"].split(run("Requests a report every year;"))
    at = before.rindex("</w:pPr>")
    end = f'<w:rPr><w:ins w:author="Ann" {WHEN}/></w:rPr>'
    second = '</w:p><w:p><w:pPr><w:pStyle w:val="KOperative"/></w:pPr>' + run(" every year;")
    first = before[:at] + end + before[at:] + run("Requests a report")
    parts["word/document.xml"] = first + second + paragraph
    [amendment] = read(packed(parts), UNITS).amendments
    new = Unit("new-1", "operative", {"en": "every year;"})
    assert amendment.changes == (Edit("q", "en", 17, 29, ""), Add(None, "q", (new,)))


def test_what_was_changed_without_tracking_is_nobodys_and_the_rest_still_fits() -> None:
    tracked = ours(
        run("Requests a report every year;"),
        run("Requests a long report every ") + gone("year") + ins("month") + run(";"),
    )
    assert changes(tracked) == {
        NOBODY: (Edit("q", "en", 11, 11, "long "),),
        "Ann": (Edit("q", "en", 24, 28, "month"),),
    }


def test_a_change_within_anothers_new_words_is_named_and_not_guessed() -> None:
    inside = f'<w:ins w:author="Bob" {WHEN}>{run("all ")}{gone("good ", "Ann")}</w:ins>'
    tracked = ours(
        run("Requests a report every year;"), inside + run("Requests a report every year;")
    )
    assert changes(tracked) == {"Bob": (Edit("q", "en", 0, 0, "all good "),)}
    assert [(one.what, one.words) for one in tracked.left] == [("change", "Ann: good ")]


def test_a_gap_that_somebody_fills_becomes_the_wording() -> None:
    units = (*UNITS[:3], Unit("d", "operative", {"kk": "Шешеді."}))
    parts = unpacked(docx.write(paper(units), "en"))
    document = parts["word/document.xml"]
    found = re.search(r'<w:r><w:rPr><w:rStyle w:val="KGap"/></w:rPr>.*?</w:r>', document)
    assert found
    away = found[0].replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")
    filled = f'<w:del w:author="Ann" {WHEN}>{away}</w:del>' + ins("Decides.")
    parts["word/document.xml"] = document.replace(found[0], filled)
    tracked = read(packed(parts), units)
    assert changes(tracked) == {"Ann": (Edit("d", "en", 0, 0, "Decides."),)}


def test_a_paragraph_that_the_file_lacks_is_not_struck_but_named() -> None:
    tracked = lost(
        p("Recalling its declaration,"),
        p("1. Calls upon the Governments to act;"),
        *REST,
    )
    assert changes(tracked) == {}
    assert [(one.where, one.what, one.words) for one in tracked.left] == [
        ("q", "paragraph", "Requests a report every year;")
    ]


def test_a_draft_says_of_a_paper_what_was_written_into_it() -> None:
    parts = unpacked(docx.write(paper(UNITS), "en"))
    new = '<w:p><w:pPr><w:pStyle w:val="KOperative"/></w:pPr><w:r><w:t>Thanks.</w:t></w:r></w:p>'
    at = parts["word/document.xml"].index("* * *")
    at = parts["word/document.xml"].rindex("<w:p>", 0, at)
    text = parts["word/document.xml"]
    parts["word/document.xml"] = (text[:at] + new + text[at:]).replace("Adopted on", "Drafted on")
    draft = docx.read(packed(parts))
    assert draft.units[-1] == Unit("new-1", "operative", {"en": "Thanks."})
    assert [(one.what, one.words) for one in draft.left] == [("header", "Drafted on 12 June 2026")]


def test_what_the_text_has_no_place_for_is_named() -> None:
    tracked = lost(
        p("Recalling its declaration,"),
        para(gone("A paragraph that the text never had, of many words;"), "del"),
        p("1. Calls upon the Governments to act;"),
        p("2. Requests a report every year;"),
        *REST,
    )
    assert changes(tracked) == {}
    assert [(one.where, one.what, one.words) for one in tracked.left] == [
        ("Ann", "change", "Drop"),
        ("document", "paragraph", "A paragraph that the text never had, of many words;"),
    ]


def test_a_change_within_words_that_nobody_tracked_is_named() -> None:
    tracked = ours(
        run("Requests a report every year;"),
        run("Requests a lo") + gone("ooo") + run("ng report every year;"),
    )
    assert changes(tracked) == {NOBODY: (Edit("q", "en", 11, 11, "loooong "),)}
    assert [(one.where, one.what) for one in tracked.left] == [("Ann", "change")]


def test_new_paragraphs_go_behind_a_stranger_to_where_the_text_has_a_place() -> None:
    tracked = lost(
        p("Recalling its declaration,"),
        p("1. Calls upon the Governments to act;"),
        p("Nobody knows where this paragraph of several words comes from;"),
        para(ins("Welcomes the offer;"), "ins"),
        p("2. Requests a report every year;"),
        *REST,
    )
    [amendment] = [one for one in tracked.amendments if one.author == "Ann"]
    [change] = amendment.changes
    assert isinstance(change, Add)
    assert (change.parent, change.after) == (None, "c")
    assert [unit.words for unit in change.units] == [{"en": "Welcomes the offer;"}]


def test_a_look_that_was_changed_is_named() -> None:
    change = f'<w:pPrChange w:author="Ann" {WHEN}><w:pPr/></w:pPrChange></w:pPr>'
    parts = unpacked(docx.write(paper(UNITS), "en"))
    before, after = parts["word/document.xml"].split("Requests", 1)
    at = before.rindex("</w:pPr>")
    parts["word/document.xml"] = before[:at] + change + before[at + 8 :] + "Requests" + after
    tracked = read(packed(parts), UNITS)
    assert tracked.amendments == ()
    assert [one.what for one in tracked.left] == ["formatting"]


def test_words_written_into_what_stands_around_the_text_are_named() -> None:
    tracked = ours("Adopted on 12 June 2026", "Adopted on 13 June 2026")
    assert tracked.amendments == ()
    assert [(one.what, one.words) for one in tracked.left] == [
        ("header", "Adopted on 13 June 2026")
    ]


def test_a_new_point_goes_below_its_paragraph_and_a_deeper_one_below_it() -> None:
    units = (
        Unit("s", "section", {"en": "Act"}, (Unit("a", "operative", {"en": "Asks:"}),)),
        Unit("x", "annex", {"en": "Data"}, (Unit("b", "operative", {"en": "Gauges."}),)),
        Unit("z", "closing", {"en": "Done"}),
    )
    parts = unpacked(docx.write(paper(units), "en"))
    new = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="{level}"/>'
        f'<w:numId w:val="1"/></w:numPr><w:rPr><w:ins w:author="Ann" {WHEN}/></w:rPr></w:pPr>'
        f"{ins(words)}</w:p>"
        for style, level, words in (
            ("KPoint", 1, "one;"),
            ("KPoint", 2, "deeper;"),
            ("KPoint", 1, "two;"),
            ("KOperative", 0, "Thanks;"),
            ("KSection", 0, "Aid"),
            ("KAnnex", 0, "More"),
            ("KHeading", 0, "Inside"),
        )
    )
    text = parts["word/document.xml"]
    at = text.index("</w:p>", text.index("Asks:")) + len("</w:p>")
    parts["word/document.xml"] = text[:at] + new + text[at:]
    [amendment] = read(packed(parts), units).amendments
    changed = apply(Base(units), [Amendment("a", amendment.changes)])
    assert shape(changed) == [
        ("Act", 0), ("Asks:", 1), ("one;", 2), ("deeper;", 3), ("two;", 2), ("Thanks;", 1),
        ("Aid", 0), ("More", 0), ("Inside", 1), ("Data", 0), ("Gauges.", 1), ("Done", 0),
    ]  # fmt: skip


def shape(units: tuple[Unit, ...], depth: int = 0) -> list[tuple[str, int]]:
    """The words of each unit, and how deep it stands."""
    return [
        line
        for unit in units
        for line in ((unit.words.get("en", ""), depth), *shape(unit.below, depth + 1))
    ]


def test_new_paragraphs_of_two_files_are_two() -> None:
    first, second = (
        docx.read_tracked(
            files.docx(p(UNITS[0].words["en"]) + para(ins(words), "ins")), UNITS, "en"
        )
        for words in ("Thanks all;", "Thanks some;")
    )
    [one], [other] = first.amendments[0].changes, second.amendments[0].changes
    assert isinstance(one, Add)
    assert isinstance(other, Add)
    assert one.units[0].unit != other.units[0].unit
