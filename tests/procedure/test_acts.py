"""Acts as plain data: there and back, and those of earlier releases."""

from typing import Any

import msgspec
import pytest

from kurultai.procedure import acts as a
from kurultai.procedure.acts import act_of, body_of
from kurultai.texts.change import Add, Drop, Edit, Move
from kurultai.texts.unit import Unit

EN = {"en": "Words"}
UNIT = Unit("s", "section", {"en": "S", "tr": "B"}, (Unit("o1", "operative", {"en": "One."}),))
CHANGES = (
    Edit("o1", "kk", 0, 3, "Қол"),
    Drop("o2"),
    Add("s", None, (UNIT,)),
    Move("o3", None, "o1"),
)
ACTS: tuple[a.ActBody, ...] = (
    a.DraftCirculated("2026-12-01T15:00Z", ("party:az",), 1, ("en",), EN),
    a.AnswersGiven("party:az", (a.ParagraphAnswer("o1", "object", EN),)),
    a.SilenceOpened("silence:s", "meeting:m", "2026-12-01T15:00Z", EN, ("party:az",), 1),
    a.SilenceBroken("silence:s", "party:az", "amendment", "2026-12-01T14:00Z", EN, "amendment:a"),
    a.SilenceKept("silence:s"),
    a.AmendmentTabled("amendment:a", 1, ("party:az",), "kk", 1, CHANGES, EN, "amendment:p"),
    a.AmendmentTranslated("amendment:a", "tr", (Edit("o1", "tr", 0, 1, "A"),), {"s": "B"}),
    a.AmendmentSponsored("amendment:a", "party:kz"),
    a.AmendmentWithdrawn("amendment:a", EN),
    a.AmendmentsMarshalled(
        1, "furthest", (a.Place("amendment:a", 1, "3/7", "clash", "amendment:b", ("negation",)),)
    ),
    a.AmendmentsSettled(
        "decision:d", ("amendment:a",), (), (a.Fallen("amendment:b", "amendment:a", "clash"),)
    ),
    a.ParagraphsDecided("decision:d", ("o1",), kept=False),
    a.TextConsolidated(2, ("amendment:a",), (UNIT,), {"tr": ("o1",)}),
    a.ReservationEntered("reservation:r", "party:az", EN, "o1"),
    a.VoteExplained("explanation:e", "party:az", EN),
    a.TextCorrected(1, "en", (Edit("o1", "en", 0, 1, "A"),), EN),
    a.QuestionPut("decision:d", EN, None, None, "p.default", (), ("amendment:a",), ("o1",), EN),
    a.VersionDistributed(
        "en", "authentic", (a.Unit("s", "section", "S", (a.Unit("o1", "operative", "One."),)),)
    ),
)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: type(act).__name__)
def test_an_act_comes_back_from_its_bytes_as_it_was(act: a.ActBody) -> None:
    kept = msgspec.json.decode(msgspec.json.encode(body_of(act)))
    assert act_of(type(act).__name__, kept) == act


OLD: tuple[tuple[str, dict[str, Any], a.ActBody], ...] = (
    (
        "VersionDistributed",
        {
            "language": "en",
            "standing": "authentic",
            "units": [{"unit": "o1", "kind": "operative", "words": "One."}],
        },
        a.VersionDistributed("en", "authentic", (a.Unit("o1", "operative", "One."),)),
    ),
    (
        "QuestionPut",
        {
            "decision": "decision:d",
            "question": EN,
            "document": None,
            "item": None,
            "rule": "p.default",
            "entitled": ["party:az"],
        },
        a.QuestionPut("decision:d", EN, None, None, "p.default", ("party:az",)),
    ),
)


@pytest.mark.parametrize(("kind", "body", "act"), OLD)
def test_an_act_recorded_before_texts_were_trees_is_still_read(
    kind: str, body: dict[str, Any], act: a.ActBody
) -> None:
    assert act_of(kind, body) == act


def test_an_act_of_another_release_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="no act of kind Dreamt"):
        act_of("Dreamt", {})
