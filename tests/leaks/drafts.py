"""All that drafting together says of a text, with a nonsense word in each part of it."""

from typing import Any

from kurultai.handle import House
from kurultai.procedure import acts as a
from kurultai.procedure.facts import new_id
from kurultai.record.act import Draft
from kurultai.record.sqlite import Record
from kurultai.tables.project import project
from kurultai.texts.change import Add, Edit
from kurultai.texts.unit import Unit

PARTIES = ("party:az", "party:kz", "party:kg", "party:tr")
UNTIL = "2026-12-01T15:00Z"


def happen(house: House, stream: str, audience: str, *bodies: a.ActBody) -> None:
    """Record acts that no command asked for, as the house records those that one did."""

    def record(kept: Record) -> int:
        drafts = [
            Draft(stream, type(body).__name__, audience, house.today(), a.body_of(body))
            for body in bodies
        ]
        for act in kept.append(drafts, actor="", command=""):
            project(kept.connection, act)
        return 0

    house._writer.submit(record).result()


def draft(house: House, audience: str, word: str, document: str, meeting: str) -> None:
    """A text is circulated, answered, put under silence, amended and consolidated."""
    happen(house, document, audience, *_circulated(word), *_silence(word, meeting))
    happen(house, document, audience, *_amended(word), *_settled(word))
    happen(house, document, audience, *_voted(word), _consolidated(word))
    happen(house, document, audience, *_amended(f"{word}-again", reading=2))
    later = new_id("amendment", f"{word}-again-2")
    happen(house, document, audience, a.AmendmentWithdrawn(later, {"en": f"Tired {word}"}))
    fallen = a.Fallen(new_id("amendment", f"{word}-again-1"), "", "signatures")
    happen(house, document, audience, a.AmendmentsSettled("", (), (), (fallen,)))


def beside(house: House, audience: str, word: str, document: str, meeting: str) -> None:
    """What stands beside the text once it is adopted, and a question on its amendment."""
    said = {"en": f"Reserved {word}"}
    happen(
        house,
        document,
        audience,
        a.ReservationEntered(new_id("reservation", word), "party:kz", said, "u2"),
        a.VoteExplained(new_id("explanation", word), "party:az", {"en": f"Explained {word}"}),
        a.TextCorrected(1, "en", (Edit("u2", "en", 0, 0, "Please "),), {"en": f"Slip {word}"}),
    )
    put = a.QuestionPut(
        new_id("decision", f"{word}-amendment"),
        {"en": f"The amendment {word}?"},
        document,
        None,
        "ordinary",
        PARTIES,
        (new_id("amendment", f"{word}-1"),),
        (),
        {"en": f"Out of order {word}"},
    )
    happen(house, meeting, audience, put)


def _circulated(word: str) -> tuple[a.ActBody, ...]:
    units = (
        a.Unit("u1", "heading", f"Başlık {word}"),
        a.Unit("u2", "operative", f"Yap {word}"),
    )
    answer = a.ParagraphAnswer("u2", "object", {"en": f"Never {word}"})
    return (
        a.VersionDistributed("tr", "translation", units),
        a.DraftCirculated(UNTIL, PARTIES, 1, ("en",), {"en": f"Please answer {word}"}),
        a.AnswersGiven("party:kz", (answer,)),
    )


def _silence(word: str, meeting: str) -> tuple[a.ActBody, ...]:
    silence, at = new_id("silence", word), "2026-11-25T09:00Z"
    broken: Any = {"en": f"Broken {word}"}
    return (
        a.SilenceOpened(silence, meeting, UNTIL, {"en": f"For now {word}"}, PARTIES, 1),
        a.SilenceBroken(silence, "party:kz", "objection", at, broken),
    )


def _amended(word: str, reading: int = 1) -> tuple[a.ActBody, ...]:
    """An amendment, one to it, and a list of both; the first in two languages."""
    start = 3 * (reading - 1)
    main, sub = (new_id("amendment", f"{word}-{n}") for n in (1, 2))
    added = Unit(f"n{reading}", "operative", {"en": f"Added {word}"})
    changes = (Edit("u2", "en", 0, 2, f"Undo {word}"), Add(None, "u2", (added,)))
    more = (Edit("u2", "en", 0, 0, f"Perhaps {word} "),)
    why = {"en": f"Because {word}"}
    turkish = (Edit("u2", "tr", 0, 3, f"Geri al {word}"),)
    places = (a.Place(sub, 1, relation="sub", to=main), a.Place(main, 1, "1/2"))
    return (
        a.AmendmentTabled(main, start + 1, ("party:az",), "en", reading, changes, why),
        a.AmendmentTranslated(main, "tr", turkish, {added.unit: f"Eklendi {word}"}),
        a.AmendmentSponsored(main, "party:tr"),
        a.AmendmentTabled(sub, start + 2, ("party:kz",), "en", reading, more, why, of=main),
        a.AmendmentsMarshalled(reading, "furthest", places, reason={"en": f"Order {word}"}),
    )


def _settled(word: str) -> tuple[a.ActBody, ...]:
    main, sub = (new_id("amendment", f"{word}-{n}") for n in (1, 2))
    return (a.AmendmentsSettled("", (sub,), ()), a.AmendmentsSettled("", (main,), ()))


def _voted(word: str) -> tuple[a.ActBody, ...]:
    return (a.ParagraphsDecided(new_id("decision", f"{word}-apart"), ("u2",), kept=False),)


def _consolidated(word: str) -> a.ActBody:
    units = (
        Unit("u1", "heading", {"en": f"Heading {word}", "tr": f"Başlık {word}"}),
        Unit("u2", "operative", {"en": f"Undo {word} it", "tr": f"Geri al {word}"}),
        Unit("n1", "operative", {"en": f"Added {word}", "tr": f"Eklendi {word}"}),
    )
    return a.TextConsolidated(2, (new_id("amendment", f"{word}-1"),), units, {"tr": ("u1",)})
