"""The standstill: while a question on a text is open, what it asks does not change."""

from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from tests.procedure.drafts import EN, HERE, THIRD, TURKISH, edit, named, putting, tabled, tabling
from tests.procedure.minutes import Minutes

WHOLE: tuple[tuple[str, ...], ...] = ((),)
FIRST, SECOND = named("a1"), named("a2")
DRILLS, TELLS = edit("o1", 6, 15, "drills"), edit("o2", 0, 6, "Tells")
ASKED: dict[str, Any] = {"id": "x", **HERE}
DISTRIBUTE = c.DistributeVersion(**ASKED, language="tr", standing="authentic", units=TURKISH)
SILENCE = c.OpenSilence(**ASKED, meeting=THIRD, until="2026-06-01T12:00Z", title=EN)
TRANSLATE = c.TranslateAmendment(**ASKED, amendment=FIRST, language="tr", unchanged=True)
WITHDRAW = c.WithdrawAmendment(**ASKED, amendment=FIRST, party="party:az")
MORE = tabling("a3", edit("o1", 0, 5, "Wants"))


@pytest.fixture
def amended(both: Minutes) -> Minutes:
    tabled(both, "a1", DRILLS)
    tabled(both, "a2", TELLS)
    return both


@pytest.mark.parametrize("put", [WHOLE, ((FIRST,),)])
@pytest.mark.parametrize(
    "command",
    [
        DISTRIBUTE,
        SILENCE,
        putting("q", SECOND),
        c.ConsolidateText(**ASKED),
    ],
)
def test_the_text_that_is_voted_on_does_not_move(
    amended: Minutes, put: tuple[tuple[str, ...], ...], command: c.Command
) -> None:
    assert amended.knowing(open_questions=put).refusal(command) == "vote.text_pending"


def test_another_language_may_come_while_the_text_is_voted_on(amended: Minutes) -> None:
    russian = (a.Unit("o1", "operative", "Проводит учения;"),)
    version = c.DistributeVersion(**ASKED, language="ru", standing="translation", units=russian)
    assert amended.knowing(open_questions=WHOLE).when(version)


def test_nobody_amends_a_text_that_is_being_voted_on(amended: Minutes) -> None:
    assert amended.knowing(open_questions=WHOLE).refusal(MORE) == "vote.text_pending"


def test_others_may_still_be_tabled_while_an_amendment_is_voted_on(amended: Minutes) -> None:
    assert amended.knowing(open_questions=((FIRST,),)).when(MORE)


@pytest.mark.parametrize("command", [TRANSLATE, WITHDRAW])
def test_an_amendment_that_is_voted_on_is_neither_withdrawn_nor_reworded(
    amended: Minutes, command: c.Command
) -> None:
    assert amended.when(command)
    amended.knowing(open_questions=((SECOND,),))
    assert amended.when(command)
    amended.knowing(open_questions=((SECOND, FIRST),))
    assert amended.refusal(command) == "vote.text_pending"


def test_a_document_may_be_withdrawn_at_any_time(amended: Minutes) -> None:
    withdraw = c.WithdrawDocument(**ASKED, reason=EN)
    assert amended.knowing(open_questions=WHOLE).when(withdraw) == [a.DocumentWithdrawn(EN)]
