"""Laws of drafting together: whatever is tabled and however it is voted on, the text holds."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.refusal import Refused
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import Unit, walk
from tests.procedure.drafts import EN, HERE, NOON, decided, drafting, putting, tabling
from tests.procedure.minutes import MEMBERS, STRICT, TODAY, Minutes

ENGLISH = (
    a.Unit("p", "preamble", "Recalling what was said in Baku,"),
    a.Unit(
        "s",
        "section",
        "On exercises",
        (
            a.Unit("o1", "operative", "Holds exercises:", (a.Unit("x", "point", "every year;"),)),
            a.Unit("o2", "operative", "Shares what it learns."),
        ),
    ),
    a.Unit("o3", "operative", "Meets again in a year."),
)
TURKISH = (
    a.Unit("p", "preamble", "Bakü'de söyleneni hatırlatarak,"),
    a.Unit("s", "section", "Tatbikat", (a.Unit("o2", "operative", "Öğrendiğini paylaşır."),)),
    a.Unit("o3", "operative", "Bir yıl sonra yine toplanır."),
)
UNITS = ("p", "s", "o1", "x", "o2", "o3", "n1", "n2")
FINAL = ("adopted", "rejected", "fallen", "withdrawn")

units = st.sampled_from(UNITS)
edits = st.builds(
    lambda unit, language, start, length, new: Edit(unit, language, start, start + length, new),
    units,
    st.sampled_from(("en", "tr")),
    st.integers(0, 16),
    st.integers(0, 9),
    st.sampled_from(("", "new", " not ", "yeni")),
)
adds = st.builds(
    lambda unit, parent, after: Add(parent, after, (Unit(unit, "operative", {"en": "New."}),)),
    st.sampled_from(("n1", "n2", "n3", "n4")),
    st.sampled_from((None, "s")),
    st.sampled_from((None, "p", "o2", "o3")),
)
changes: st.SearchStrategy[Change] = st.one_of(
    edits,
    edits,
    st.builds(Drop, units),
    adds,
    st.builds(Move, units, st.sampled_from((None, "s")), st.sampled_from((None, "o1", "o3"))),
)
amendments = st.lists(
    st.fixed_dictionaries(
        {
            "changes": st.lists(changes, min_size=1, max_size=3),
            "to": st.none() | st.integers(0, 5),  # an earlier one that it would amend
            "replaces": st.none() | st.integers(0, 5),
            "again": st.booleans(),  # by another party too
        }
    ),
    min_size=1,
    max_size=7,
)
votes = st.lists(
    st.tuples(st.booleans(), st.integers(0, 3), st.integers(1, 3)), min_size=1, max_size=12
)


def sitting(rule: str) -> Minutes:
    """A text in two languages, one with gaps, before an open meeting."""
    minutes = Minutes().at(NOON)
    minutes.given(
        a.OrganEstablished("organ:o", "chairs", "chairs_meeting", EN),
        *(a.PartyRegistered(party, EN, EN) for party in MEMBERS),
        *(a.StatusGiven(party, "member") for party in MEMBERS),
        a.SeriesOpened("series:s", "organ:o", EN),
        a.RulebookAdopted("test", f"{STRICT}\n{rule}"),
        on="2008-11-21",
    )
    return minutes.given(
        a.MeetingConvened("meeting:defence-3", "series:s", 1, TODAY, {}, None, {}, MEMBERS),
        a.MeetingOpened(),
        a.AttendanceTaken(tuple(a.Presence(party) for party in MEMBERS)),
        a.DocumentTabled("document:rec", "report", "", EN, (), None, None, ("en",)),
        a.VersionDistributed("en", "authentic", ENGLISH),
        a.VersionDistributed("tr", "translation", TURKISH),
        on=TODAY,
    )


def table_all(minutes: Minutes, asked: list[dict[str, Any]]) -> None:
    """Those that can be made to the text are tabled; the others are refused."""
    for number, one in enumerate(asked):
        there = list(minutes.document.proposals)
        chosen: dict[str, Any] = {}
        if one["to"] is not None and one["to"] < len(there):
            chosen["of"] = there[one["to"]]
        if one["replaces"] is not None and one["replaces"] < len(there):
            chosen["replaces"] = (there[one["replaces"]],)
        parties = ("party:az", "party:tr") if one["again"] else ("party:az",)
        for party in parties:
            table = tabling(f"{number} {party}", *one["changes"], by=(party,), **chosen)
            try:
                minutes.then(table)
            except Refused:
                break


def waiting(minutes: Minutes) -> list[str]:
    document = minutes.document
    listed = [place.amendment for place in document.order]
    return [name for name in listed if document.proposals[name].state == "tabled"]


def vote(minutes: Minutes, number: int, how: tuple[bool, int, int]) -> list[a.ActBody]:
    """One vote: some of those waiting, in turn or out of it, or the next alone if rivals."""
    carried, skip, several = how
    names = waiting(minutes)
    start = skip if skip < len(names) else 0
    chosen = names[start : start + several]
    bloc = putting(f"q{number}", *chosen, departure=EN)
    try:
        return decided(minutes, bloc, carried=carried)
    except Refused:  # only what can stand together goes en bloc
        assert minutes.refusal(bloc) == "amendment.rivals"
        return decided(minutes, putting(f"r{number}", names[0]), carried=carried)


@pytest.mark.parametrize("order", ["furthest", "text", "strike_first", "perfect_first"])
@pytest.mark.parametrize("rivals", ["fall", "put"])
@settings(max_examples=60)
@given(asked=amendments, ballots=votes)
def test_any_votes_settle_each_amendment_once_and_leave_a_text(
    order: str, rivals: str, asked: list[dict[str, Any]], ballots: list[tuple[bool, int, int]]
) -> None:
    minutes = sitting(drafting(order=order, rivals=rivals))
    table_all(minutes, asked)
    told: Counter[str] = Counter()
    number = 0
    if minutes.document.proposals:
        minutes.then(c.MarshalAmendments(id="m", **HERE))
    while waiting(minutes):
        acts = vote(minutes, number, ballots[number % len(ballots)])
        for act in acts:
            assert isinstance(act, a.AmendmentsSettled)
            told.update((*act.adopted, *act.rejected, *(f.amendment for f in act.fallen)))
        number += 1
    states = {name: p.state for name, p in minutes.document.proposals.items()}
    assert set(states.values()) <= set(FINAL)
    assert told == Counter(dict.fromkeys(states, 1))
    if "adopted" in states.values():
        consolidates(minutes)


def consolidates(minutes: Minutes) -> None:
    (act,) = minutes.then(c.ConsolidateText(id="k", **HERE))
    assert isinstance(act, a.TextConsolidated)
    names = [unit.unit for unit, _ in walk(act.units)]
    assert len(names) == len(set(names))
    assert minutes.document.units == act.units
    assert minutes.document.text.reading == 2
    assert not minutes.document.live()
