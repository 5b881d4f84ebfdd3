"""Circulation, answers, silence and what stands beside an adopted text, as people read them."""

import pytest

from kurultai.gate import drafting
from kurultai.procedure import acts as a
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
