"""Circulation, answers, silence and what stands beside an adopted text, as people read them."""

import pytest

from kurultai.gate import drafting
from kurultai.gate.tracked import Tracked, numbering, tracked
from kurultai.procedure import acts as a
from kurultai.texts.change import Drop
from kurultai.texts.unit import Unit
from tests.tables.folding import DOCUMENT, EN, TABLED, Folding, par, version

CIRCULATED = a.DraftCirculated("2026-12-01T15:00Z", ("party:az", "party:kz"), 1, ("en",), EN)
SILENT = a.SilenceOpened(
    "silence:1", "meeting:m", "2026-12-01T15:00Z", EN, ("party:az",), 1, "Rule 9", "", "C"
)


@pytest.fixture
def folding() -> Folding:
    folding = Folding()
    folding.did(TABLED, version("en", par("p1", "One"), par("p2", "Two")))
    return folding


def test_the_board_tells_what_each_delegation_answered_to_each_paragraph(
    folding: Folding,
) -> None:
    folding.did(
        CIRCULATED,
        a.AnswersGiven("party:az", (a.ParagraphAnswer("p1", "agree"),)),
        a.AnswersGiven("party:kz", (a.ParagraphAnswer("p1", "object", EN),)),
    )
    board = drafting.board(folding.viewer(), DOCUMENT)
    assert [(x.party, x.unit, x.answer, x.words) for x in board.answers] == [
        ("party:az", "p1", "agree", {}),
        ("party:kz", "p1", "object", EN),
    ]
    assert board.circulation
    assert (board.circulation.until, board.circulation.parties) == (
        "2026-12-01T15:00Z",
        ("party:az", "party:kz"),
    )


def test_a_later_answer_to_a_paragraph_replaces_the_earlier(folding: Folding) -> None:
    folding.did(
        CIRCULATED,
        a.AnswersGiven("party:az", (a.ParagraphAnswer("p1", "object", EN),)),
        a.AnswersGiven("party:az", (a.ParagraphAnswer("p1", "agree"),)),
    )
    (answer,) = drafting.board(folding.viewer(), DOCUMENT).answers
    assert (answer.answer, answer.words, answer.position) == ("agree", {}, 5)


def test_another_circulation_begins_without_answers(folding: Folding) -> None:
    folding.did(CIRCULATED, a.AnswersGiven("party:az", (a.ParagraphAnswer("p1", "agree"),)))
    folding.did(CIRCULATED)
    assert drafting.board(folding.viewer(), DOCUMENT).answers == ()
    assert len(drafting.circulations(folding.viewer(), DOCUMENT)) == 2


def test_a_draft_that_went_to_nobody_has_an_empty_board(folding: Folding) -> None:
    board = drafting.board(folding.viewer(), DOCUMENT)
    assert (board.circulation, board.answers, board.silence) == (None, (), None)


def test_a_silence_is_kept_or_broken_and_tells_by_whom(folding: Folding) -> None:
    second = a.SilenceOpened("silence:2", "meeting:m", "2026-12-09T15:00Z", EN, (), 1)
    folding.did(
        SILENT,
        a.SilenceBroken(
            "silence:1", "party:az", "amendment", "2026-11-25T09:00Z", EN, "amendment:1"
        ),
        second,
    )
    broken, running = drafting.silences(folding.viewer(), DOCUMENT)
    assert (broken.state, broken.broken_by, broken.how) == ("broken", "party:az", "amendment")
    assert (broken.amendment, broken.document) == ("amendment:1", DOCUMENT)
    assert (running.state, running.broken_by) == ("running", None)
    folding.did(a.SilenceKept("silence:2"))
    board = drafting.board(folding.viewer(), DOCUMENT)
    assert board.silence
    assert board.silence.state == "kept"


def test_a_silence_does_not_name_the_meeting_to_who_may_not_see_it(folding: Folding) -> None:
    folding.did(a.SeriesOpened("series:s", "organ:o", EN), stream="assembly")
    convened = a.MeetingConvened("meeting:m", "series:s", 1, "2026-11-25", {}, None, {}, ())
    folding.did(convened, stream="meeting:m", audience="members")
    folding.did(SILENT)
    (seen,) = drafting.silences(folding.viewer())
    assert (seen.silence, seen.meeting) == ("silence:1", "")


def test_what_stands_beside_an_adopted_text_is_in_the_order_in_which_it_came(
    folding: Folding,
) -> None:
    folding.did(
        a.ReservationEntered("beside:1", "party:kz", EN, "p2"),
        a.VoteExplained("beside:2", "party:az", EN),
        a.ReservationEntered("beside:3", "party:az", EN),
        a.TextCorrected(1, "en", (), EN),
    )
    page = drafting.beside(folding.viewer(), DOCUMENT)
    assert [(x.party, x.unit) for x in page.reservations] == [
        ("party:kz", "p2"),
        ("party:az", None),
    ]
    assert [(x.party, x.words) for x in page.explanations] == [("party:az", EN)]
    assert [(x.corrigendum, x.language, x.reason) for x in page.corrigenda] == [(1, "en", EN)]


def test_of_a_hidden_document_nothing_is_told_to_who_may_not_see_it(folding: Folding) -> None:
    tabled = a.AmendmentTabled("amendment:1", 1, ("party:az",), "en", 1, (Drop("p1"),))
    folding.did(CIRCULATED, SILENT, tabled)
    told = (drafting.circulations, drafting.silences, numbering)
    assert all(tell(folding.viewer(), DOCUMENT) for tell in told)
    assert tracked(folding.viewer(), DOCUMENT).amendments
    folding.did(a.MarkingChanged(), audience="members")
    assert not any(tell(folding.viewer(), DOCUMENT) for tell in told)
    assert drafting.silences(folding.viewer()) == ()
    assert tracked(folding.viewer(), DOCUMENT) == Tracked(1, (), ())


def test_amendments_are_numbered_and_those_to_them_after_them(folding: Folding) -> None:
    changes = (Drop("p1"),)
    for number, of in ((1, None), (2, None), (3, "amendment:1"), (4, "amendment:1")):
        name = f"amendment:{number}"
        folding.did(a.AmendmentTabled(name, number, (), "en", 1, changes, {}, of))
    assert list(numbering(folding.viewer(), DOCUMENT).values()) == ["1", "2", "1.1", "1.2"]


def test_what_is_tracked_is_the_last_reading_that_was_amended(folding: Folding) -> None:
    folding.did(a.AmendmentTabled("amendment:1", 1, (), "en", 1, (Drop("p1"),)))
    folding.did(a.TextConsolidated(2, (), (Unit("p2", "operative", {"en": "Two"}),)))
    found = tracked(folding.viewer(), DOCUMENT)
    assert (found.reading, [unit.unit for unit in found.units]) == (1, ["p1", "p2"])
    assert [row.amendment for row in found.amendments] == ["amendment:1"]
