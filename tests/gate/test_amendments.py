"""Amendments as people read them: listed, paged, each by itself, and as sub-amendments made it."""

import pytest

from kurultai.gate import amendments, drafting, meetings
from kurultai.gate.clause import NotFound
from kurultai.gate.shapes import AmendmentRow
from kurultai.gate.tracked import numbering
from kurultai.procedure import acts as a
from kurultai.tables.rebuild import differences, fold
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import Unit
from tests.tables.folding import DOCUMENT, EN, TABLED, Folding, par, version

MEETING = "meeting:m"
CONVENED = a.MeetingConvened(MEETING, "series:s", 1, "2026-11-25", {}, None, {}, ())
OPENED = a.SeriesOpened("series:s", "organ:o", EN)
WORDS = "The Assembly calls upon the members to meet every year"


@pytest.fixture
def folding() -> Folding:
    """A text of three paragraphs in English and Turkish."""
    folding = Folding()
    folding.did(OPENED, stream="assembly")
    folding.did(CONVENED, stream=MEETING)
    folding.did(
        TABLED,
        version("en", par("p1", WORDS), par("p2", "Two"), par("p3", "Three")),
        version("tr", par("p1", "Meclis üyeleri her yıl toplanmaya çağırır"), par("p2", "İki")),
    )
    return folding


def tabled(number: int, *changes: Change, of: str | None = None) -> a.AmendmentTabled:
    """The amendment of that number, by Azerbaijan."""
    name = f"amendment:{number}"
    return a.AmendmentTabled(name, number, ("party:az",), "en", 1, changes, EN, of)


def edit(unit: str, new: str, start: int = 0, end: int = 3, language: str = "en") -> Edit:
    return Edit(unit, language, start, end, new)


def names(rows: tuple[AmendmentRow, ...]) -> list[int]:
    return [row.number for row in rows]


def row(folding: Folding, number: int) -> AmendmentRow:
    return drafting.amendment_row(folding.viewer(), f"amendment:{number}")


def places(*numbers: int) -> tuple[a.Place, ...]:
    return tuple(a.Place(f"amendment:{number}", 1, "1/2", "clash") for number in numbers)


def test_an_amendment_is_shown_as_it_was_tabled(folding: Folding) -> None:
    position = folding.did(tabled(1, edit("p1", "This")))
    shown = row(folding, 1)
    assert shown == AmendmentRow(
        amendment="amendment:1",
        document=DOCUMENT,
        number=1,
        by=("party:az",),
        sponsors=(),
        language="en",
        languages=("en",),
        reading=1,
        changes=(edit("p1", "This"),),
        tabled_changes=(edit("p1", "This"),),
        reason=EN,
        of=None,
        replaces=(),
        linguistic=False,
        state="tabled",
        because=None,
        why=None,
        decision=None,
        tabled_on="2026-11-25",
        position=position,
        place=None,
        group=None,
        figure="",
        relation="",
        to=None,
        flags=(),
    )


def test_who_joins_an_amendment_is_named_in_order(folding: Folding) -> None:
    folding.did(
        tabled(1, edit("p1", "This")),
        a.AmendmentSponsored("amendment:1", "party:tr"),
        a.AmendmentSponsored("amendment:1", "party:kz"),
    )
    assert row(folding, 1).sponsors == ("party:tr", "party:kz")


def test_a_translation_gives_its_edits_and_the_words_of_what_is_added(folding: Folding) -> None:
    new = Add(None, "p3", (Unit("n", "operative", {"en": "New"}),))
    turkish = edit("p1", "Bu", language="tr")
    folding.did(tabled(1, edit("p1", "This"), new))
    folding.did(a.AmendmentTranslated("amendment:1", "tr", (turkish,), {"n": "Yeni"}))
    both = Add(None, "p3", (Unit("n", "operative", {"en": "New", "tr": "Yeni"}),))
    assert row(folding, 1).changes == (edit("p1", "This"), both, turkish)
    assert row(folding, 1).languages == ("en", "tr")


def test_a_later_translation_takes_the_place_of_the_earlier(folding: Folding) -> None:
    folding.did(
        tabled(1, edit("p1", "This")),
        a.AmendmentTranslated("amendment:1", "tr", (edit("p1", "Şu", language="tr"),)),
        a.AmendmentTranslated("amendment:1", "tr", (edit("p1", "Bu", language="tr"),)),
    )
    assert row(folding, 1).changes == (edit("p1", "This"), edit("p1", "Bu", language="tr"))


@pytest.mark.parametrize("change", [Drop("p2"), Move("p2", None, None)])
def test_what_has_no_words_is_complete_in_every_language(folding: Folding, change: Change) -> None:
    folding.did(tabled(1, change))
    assert row(folding, 1).languages == ("en", "tr")


def test_the_list_is_in_the_marshalled_order_and_then_as_tabled(folding: Folding) -> None:
    folding.did(*(tabled(n, edit("p1", f"x{n}")) for n in (1, 2, 3, 4)))
    folding.did(a.AmendmentsMarshalled(1, "furthest", places(3, 1), "Rule 7"))
    page = drafting.amendments(folding.viewer(), DOCUMENT)
    assert names(page.amendments) == [3, 1, 2, 4]
    assert [r.place for r in page.amendments] == [1, 2, None, None]
    assert page.marshalled
    assert (page.marshalled.issue, page.marshalled.article) == (1, "Rule 7")
    assert page.states == {"tabled": 4}
    assert [unit.unit for unit in page.units] == ["p1", "p2", "p3"]


def test_a_later_list_takes_the_place_of_the_earlier(folding: Folding) -> None:
    folding.did(*(tabled(n, edit("p1", f"x{n}")) for n in (1, 2, 3)))
    folding.did(
        a.AmendmentsMarshalled(1, "furthest", places(3, 2, 1)),
        a.AmendmentsMarshalled(2, "text", places(2), reason=EN, proposed=("amendment:1",)),
    )
    page = drafting.amendments(folding.viewer(), DOCUMENT)
    assert names(page.amendments) == [2, 1, 3]
    assert [r.group for r in page.amendments] == [1, None, None]
    assert page.marshalled
    assert (page.marshalled.order, page.marshalled.reason) == ("text", EN)


def test_a_page_of_amendments_is_a_page(folding: Folding) -> None:
    folding.did(*(tabled(n, edit("p1", f"x{n}")) for n in range(1, 8)))
    page = drafting.amendments(folding.viewer(), DOCUMENT, page=2, size=3)
    assert (names(page.amendments), page.count, page.page, page.pages) == ([4, 5, 6], 7, 2, 3)
    for beyond in (0, 4, -1):
        with pytest.raises(NotFound):
            drafting.amendments(folding.viewer(), DOCUMENT, page=beyond, size=3)


def test_a_text_without_amendments_has_one_empty_page(folding: Folding) -> None:
    page = drafting.amendments(folding.viewer(), DOCUMENT)
    assert (page.amendments, page.count, page.pages, page.marshalled) == ((), 0, 1, None)


def test_what_became_of_each_is_told_with_the_decision(folding: Folding) -> None:
    folding.did(*(tabled(n, edit("p1", f"x{n}")) for n in (1, 2, 3, 4, 5)))
    put = a.QuestionPut("decision:1", EN, DOCUMENT, None, "r", ("party:az",), ("amendment:1",))
    folding.did(put, stream=MEETING)
    fell = a.Fallen("amendment:3", "amendment:1", "clash")
    folding.did(
        a.AmendmentsSettled("decision:1", ("amendment:1",), ("amendment:2",), (fell,)),
        a.AmendmentWithdrawn("amendment:4", EN),
    )
    assert [row(folding, n).state for n in (1, 2, 3, 4, 5)] == [
        "adopted",
        "rejected",
        "fallen",
        "withdrawn",
        "tabled",
    ]
    assert row(folding, 4).withdrawal == EN
    assert (row(folding, 3).because, row(folding, 3).why) == ("amendment:1", "clash")
    assert row(folding, 1).decision == "decision:1"
    assert names(drafting.pending(folding.viewer(), DOCUMENT)) == [5]
    (decided,) = drafting.amendment(folding.viewer(), "amendment:1").decisions
    assert (decided.decision, decided.amendments) == ("decision:1", ("amendment:1",))
    assert drafting.amendment(folding.viewer(), "amendment:2").decisions == ()


def test_a_decision_of_a_hidden_meeting_is_not_named(folding: Folding) -> None:
    hidden = "meeting:h"
    secret = a.MeetingConvened(hidden, "series:s", 2, "2026-11-25", {}, None, {}, ())
    folding.did(secret, stream=hidden, audience="members")
    folding.did(tabled(1, edit("p1", "x")))
    put = a.QuestionPut("decision:1", EN, DOCUMENT, None, "r", (), ("amendment:1",))
    folding.did(put, stream=hidden, audience="members")
    folding.did(a.AmendmentsSettled("decision:1", ("amendment:1",), ()))
    assert (row(folding, 1).state, row(folding, 1).decision) == ("adopted", None)
    assert drafting.amendment(folding.viewer(), "amendment:1").decisions == ()


@pytest.mark.parametrize(("of_meeting", "of_vote"), [("members", "public"), ("public", "members")])
def test_a_decision_is_told_only_if_it_and_its_meeting_may_be_seen(
    folding: Folding, of_meeting: str, of_vote: str
) -> None:
    here = "meeting:h"
    convened = a.MeetingConvened(here, "series:s", 2, "2026-11-25", {}, None, {}, ())
    folding.did(convened, stream=here, audience=of_meeting)
    folding.did(tabled(1, edit("p1", "x")))
    put = a.QuestionPut("decision:1", EN, DOCUMENT, None, "r", (), ("amendment:1",))
    folding.did(put, stream=here, audience=of_vote)
    folding.did(a.AmendmentsSettled("decision:1", ("amendment:1",), ()))
    assert row(folding, 1).decision is None
    assert drafting.amendment(folding.viewer(), "amendment:1").decisions == ()


def test_a_question_tells_what_it_is_on(folding: Folding) -> None:
    put = a.QuestionPut("decision:1", EN, DOCUMENT, None, "r", (), (), ("p1", "p2"), {"en": "Why"})
    folding.did(put, stream=MEETING)
    found = meetings.decision(folding.viewer(), "decision:1").decision
    assert (found.amendments, found.units, found.departure) == ((), ("p1", "p2"), {"en": "Why"})


def test_an_amendment_is_shown_with_its_rivals_parent_and_subs(folding: Folding) -> None:
    folding.did(
        tabled(1, edit("p1", "This")),
        tabled(2, edit("p1", "Our")),
        tabled(3, Edit("p1", "en", 0, 4, "Their"), of="amendment:1"),
        a.AmendmentsMarshalled(1, "furthest", places(1, 2)),
    )
    page = drafting.amendment(folding.viewer(), "amendment:1")
    assert (names(page.rivals), names(page.subs), page.parent) == ([2], [3], None)
    assert page.units[0].words["en"] == WORDS
    sub = drafting.amendment(folding.viewer(), "amendment:3")
    assert sub.parent == page.amendment
    assert sub.units[0].words["en"] == WORDS.replace("The", "This", 1)


def test_the_board_lists_the_main_amendments_alone_at_what_they_touch(folding: Folding) -> None:
    new = (Unit("n", "operative", {"en": "New"}),)
    folding.did(
        tabled(1, edit("p1", "This"), edit("p1", "Bu", language="tr"), Drop("p3")),
        tabled(2, edit("p1", "That"), of="amendment:1"),
        tabled(3, Add(None, "p2", new)),
        tabled(4, Add("p1", None, new), Move("p3", None, "p2")),
        tabled(5, Add(None, None, new)),
        tabled(6, edit("p1", "That")),
        a.AmendmentWithdrawn("amendment:6", EN),
        a.AmendmentsMarshalled(1, "text", places(4, 3, 1)),
    )
    wordings = drafting.board(folding.viewer(), DOCUMENT).wordings
    assert [(w.amendment[-1], w.unit, w.by) for w in wordings] == [
        ("4", "p1", ("party:az",)),
        ("4", "p3", ("party:az",)),
        ("3", "p2", ("party:az",)),
        ("1", "p1", ("party:az",)),
        ("1", "p3", ("party:az",)),
    ]


def test_the_amendments_that_touch_some_units_are_found(folding: Folding) -> None:
    folding.did(
        tabled(1, edit("p1", "This")),
        tabled(2, edit("p2", "Four"), edit("p3", "x")),
        tabled(3, Drop("p3")),
        a.AmendmentsSettled("decision:1", (), ("amendment:3",)),
    )
    for units, numbers in ((("p1",), [1]), (("p1", "p3"), [1, 2]), ((), []), (("p9",), [])):
        found = amendments.touching(folding.viewer(), DOCUMENT, 1, units)
        assert names(found) == numbers
    assert amendments.touching(folding.viewer(), DOCUMENT, 2, ("p1",)) == ()


def test_what_a_sub_amendment_makes_its_parent_touch_is_found_too(folding: Folding) -> None:
    folding.did(
        tabled(1, edit("p1", "This")),
        tabled(2, edit("p2", "Four"), of="amendment:1"),
        a.AmendmentsSettled("decision:1", ("amendment:2",), ()),
    )
    assert names(amendments.touching(folding.viewer(), DOCUMENT, 1, ("p2",))) == [1]


def test_how_far_a_reading_is(folding: Folding) -> None:
    assert amendments.progress(folding.viewer(), DOCUMENT) == amendments.Progress(0, 0, 0)
    folding.did(*(tabled(n, edit("p1", f"x{n}")) for n in (1, 2, 3, 4)))
    folding.did(a.AmendmentsMarshalled(1, "text", places(2, 1)))
    folding.did(a.AmendmentsSettled("decision:1", ("amendment:2",), ()))
    assert amendments.progress(folding.viewer(), DOCUMENT) == amendments.Progress(3, 2, 1)
    folding.did(a.MarkingChanged(), audience="members")
    assert amendments.progress(folding.viewer(), DOCUMENT) == amendments.Progress(0, 0, 0)


def test_a_sub_amendment_is_numbered_behind_its_parent(folding: Folding) -> None:
    parents = (None, "amendment:1", None, "amendment:1", "amendment:4", "amendment:3")
    for number, parent in enumerate(parents, start=1):
        folding.did(tabled(number, edit("p1", "x"), of=parent))
    labels = numbering(folding.viewer(), DOCUMENT)
    assert list(labels.values()) == ["1", "1.1", "3", "1.2", "1.2.1", "3.1"]


def test_an_amendment_to_a_text_with_a_new_language_is_complete_there_if_it_has_no_words(
    folding: Folding,
) -> None:
    folding.did(tabled(1, edit("p1", "This")), tabled(2, Drop("p2")))
    folding.did(version("kk", par("p1", "Бір"), par("p2", "Екі"), par("p3", "Үш")))
    assert row(folding, 1).languages == ("en",)
    assert row(folding, 2).languages == ("en", "tr", "kk")
    assert list(differences(folding.db, fold(folding.acts))) == []


def test_an_adopted_sub_amendment_changes_its_parent_and_not_what_was_tabled(
    folding: Folding,
) -> None:
    start = WORDS.index("calls upon")
    to_urge = Edit("p1", "en", start, start + 10, "urges")
    strongly = Edit("p1", "en", start, start, "strongly ")
    folding.did(
        tabled(1, to_urge),
        tabled(2, strongly, of="amendment:1"),
        a.AmendmentsSettled("decision:1", ("amendment:2",), ()),
    )
    assert row(folding, 1).changes == (Edit("p1", "en", start, start + 10, "strongly urges"),)
    assert row(folding, 1).tabled_changes == (to_urge,)
    assert row(folding, 2).changes == (strongly,)
    assert list(differences(folding.db, fold(folding.acts))) == []


def test_a_translation_after_an_adopted_sub_amendment_keeps_what_that_made(
    folding: Folding,
) -> None:
    turkish = edit("p2", "Üç", language="tr")
    folding.did(
        tabled(1, edit("p2", "Three")),
        tabled(2, Edit("p2", "en", 0, 5, "Four"), of="amendment:1"),
        a.AmendmentsSettled("decision:1", ("amendment:2",), ()),
        a.AmendmentTranslated("amendment:1", "tr", (turkish,)),
    )
    assert set(row(folding, 1).changes) == {edit("p2", "Four"), turkish}
    assert row(folding, 1).tabled_changes == (edit("p2", "Three"), turkish)


def test_the_next_reading_begins_without_amendments_and_the_old_are_still_there(
    folding: Folding,
) -> None:
    units = (Unit("p1", "operative", {"en": "One"}),)
    folding.did(
        tabled(1, edit("p2", "x")),
        a.AmendmentsMarshalled(1, "text", places(1)),
        a.AmendmentsSettled("decision:1", ("amendment:1",), ()),
        a.TextConsolidated(2, ("amendment:1",), units),
    )
    page = drafting.amendments(folding.viewer(), DOCUMENT)
    assert (page.reading, page.count, page.marshalled) == (2, 0, None)
    old = drafting.amendment(folding.viewer(), "amendment:1")
    assert [unit.unit for unit in old.units] == ["p1", "p2", "p3"]
    assert old.amendment.place == 1


def test_an_amendment_to_a_hidden_document_is_not_found(folding: Folding) -> None:
    folding.did(tabled(1, edit("p1", "x")), a.MarkingChanged(), audience="members")
    for name in ("amendment:1", "amendment:nowhere"):
        for read in (drafting.amendment, drafting.amendment_row):
            with pytest.raises(NotFound):
                read(folding.viewer(), name)
