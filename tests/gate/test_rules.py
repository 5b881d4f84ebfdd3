"""The rule by which a text is amended, as the body that it is tabled for has it."""

from kurultai.gate.rules import drafting_rule, rulebook_on
from kurultai.procedure import acts as a
from kurultai.procedure.register import Register, evolve_register
from kurultai.procedure.rulebook import Drafting
from tests.tables.folding import DOCUMENT, EN, Folding

BOOK = """
[[drafting]]
part = "chairs_meeting"
from = "2020-01-01"
order = "text"
silence = 24
confidence = "?"
"""
TABLED = a.DocumentTabled(DOCUMENT, "decision", "", EN, (), "meeting:m", None, ())


def folding(rulebook: str = "") -> Folding:
    """A text for a meeting of chairs; with a rulebook, if one is given."""
    folding = Folding()
    folding.did(
        a.OrganEstablished("organ:o", "chairs", "chairs_meeting", EN, EN),
        a.SeriesOpened("series:s", "organ:o", EN),
        stream="assembly",
    )
    if rulebook:
        adopted = a.RulebookAdopted("test", rulebook)
        folding.did(adopted, stream="assembly", on="2020-01-01")
    convened = a.MeetingConvened("meeting:m", "series:s", 1, "2026-11-25", {}, None, {}, ())
    folding.did(convened, stream="meeting:m")
    folding.did(TABLED)
    return folding


def rule(folding: Folding, on: str = "2026-11-25") -> Drafting:
    return drafting_rule(folding.viewer(), DOCUMENT, on)


def test_a_text_is_amended_by_the_rule_of_the_body_it_is_tabled_for() -> None:
    found = rule(folding(BOOK))
    assert (found.part, found.order, found.silence) == ("chairs_meeting", "text", 24)


def test_before_a_rulebook_was_adopted_practice_stands() -> None:
    for unruled in (rule(folding()), rule(folding(BOOK), "2019-05-05")):
        assert (unruled.order, unruled.rivals, unruled.confidence) == ("furthest", "fall", "?")


def test_whoever_may_not_see_the_meeting_is_told_the_rule_of_the_whole_body() -> None:
    hidden = folding(BOOK)
    hidden.did(a.MarkingChanged(), audience="members")
    assert rule(hidden).order == "furthest"


def test_of_two_rulebooks_adopted_on_one_day_the_later_is_in_force_for_all() -> None:
    held, register = folding(), Register()
    for name in ("first", "second", "third"):
        adopted = a.RulebookAdopted(name, BOOK)
        on = "2021-01-01" if name == "third" else "2020-01-01"
        held.did(adopted, stream="assembly", on=on)
        register = evolve_register(register, on, adopted)
    for day, name in (("2020-01-01", "second"), ("2020-12-31", "second"), ("2021-01-01", "third")):
        book = rulebook_on(held.viewer(), day)
        assert book is not None
        assert (book.name, register.rulebook(day).name) == (name, name)
