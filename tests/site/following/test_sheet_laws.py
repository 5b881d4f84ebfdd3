"""Whatever a spreadsheet says: each of its lines goes one way, and recorded it says nothing new."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kurultai.gate.shapes import CommitmentRow, Party
from kurultai.gate.sheets import Kept, Told
from kurultai.language.columns import heading
from kurultai.papers.sheets import Grid, Line, read
from kurultai.papers.sheets.book import write_xlsx
from kurultai.procedure.acts import Milestone
from kurultai.site.sheets.given import given as given_out
from kurultai.site.sheets.returned import Returned, returned, to_be_seen

TODAY = "2026-11-25"
PARTY = Party("party:az", {"en": "Parliament"}, {"en": "State"}, "member", "2008-11-21", ())


def row(number: int, state: str = "accepted") -> CommitmentRow:
    return CommitmentRow(
        commitment=f"commitment:{number}",
        document="document:d",
        unit=f"u{number}",
        number=number,
        party="party:az",
        meeting="",
        series="",
        words={"en": f"Do {number}"},
        due="2026-12-01",
        tags=(),
        state=state,
        made_on="2020-01-01",
        reported_on=None,
        symbol="REC/1",
        document_names={"en": "A text"},
        milestones=(Milestone("law", {"en": "Law in force"}),),
    )


KEPT = Kept(PARTY, (row(1), row(2, "proposed"), row(3, "superseded")), {})
WORDS = st.sampled_from(["", "Done", "Accepted", "In progress", "Noted", "no state", "=1", "x"])
CELLS = {
    "commitment": st.sampled_from([*(r.commitment for r in KEPT.rows), "", "commitment:9"]),
    "seen": st.sampled_from(["", "old"]),
    "new_state": WORDS,
    "done": st.sampled_from(["", "Held in Ganja", "-"]),
    "happened": st.sampled_from(["", "2026-05-01", "1.5.2026", "2027-01-01", "soon"]),
    "links": st.sampled_from(["", "https://a.az", "https://a.az https://b.az", "ftp://x"]),
    "reached": st.sampled_from(["", "law", "Law in force", "moon"]),
}
LINES = st.lists(st.fixed_dictionaries(CELLS), max_size=6)


def grid(lines: list[dict[str, str]], *, fresh: bool = False) -> Grid:
    """The lines as a file; ``fresh``: about the commitments as they stand."""
    seen = {line.cells[0]: line.cells[1] for line in _out().body}
    head = Line(1, tuple(heading("en", name) for name in CELLS))
    cells = (
        {**line, "seen": seen.get(line["commitment"], "")} if fresh else line for line in lines
    )
    body = (Line(n, tuple(each.values())) for n, each in enumerate(cells, 2))
    return Grid((head, *body))


def _out() -> Grid:
    return read("x", write_xlsx(given_out(KEPT, "en")), "en")


def sorted_out(found: Returned) -> int:
    return (
        len(found.entries)
        + found.unchanged
        + found.already
        + len(found.meanwhile)
        + len(found.faults)
    )


def recorded(found: Returned) -> Kept:
    """The record after the reports were made."""
    told: dict[str, tuple[Told, ...]] = {
        entry.row.commitment: (
            Told(
                entry.row.commitment,
                entry.id,
                entry.state,
                {"en": entry.words},
                entry.links,
                "",
                entry.happened,
                entry.reached,
            ),
        )
        for entry in found.entries
    }
    states = {entry.row.commitment: entry.state for entry in found.entries}
    rows = tuple(replace(r, state=states.get(r.commitment, r.state)) for r in KEPT.rows)
    return Kept(PARTY, rows, told)


@given(LINES, st.booleans())
def test_each_line_goes_one_way(lines: list[dict[str, str]], fresh: bool) -> None:  # noqa: FBT001
    found = returned(grid(lines, fresh=fresh), KEPT, TODAY, "en")
    assert sorted_out(found) == len(lines)


@given(LINES)
def test_what_was_recorded_is_in_the_record_when_the_file_comes_again(
    lines: list[dict[str, str]],
) -> None:
    file = grid(lines, fresh=True)
    found = returned(file, KEPT, TODAY, "en")
    again = returned(file, recorded(found), TODAY, "en")
    assert again.entries == ()
    assert again.already == len(found.entries)


@given(LINES, st.booleans())
def test_every_line_that_is_not_right_comes_back_with_a_remark(
    lines: list[dict[str, str]],
    fresh: bool,  # noqa: FBT001
) -> None:
    file = grid(lines, fresh=fresh)
    found = returned(file, KEPT, TODAY, "en")
    table = to_be_seen(file, KEPT, found, "en")
    assert len(table.rows) == len(found.faults) + len(found.meanwhile)
    assert all(each[-1] for each in table.rows)


@given(LINES)
def test_a_line_that_was_overtaken_is_recorded_when_it_is_sent_again(
    lines: list[dict[str, str]],
) -> None:
    file = grid(lines)
    found = returned(file, KEPT, TODAY, "en")
    if found.meanwhile:
        back = read("x", write_xlsx(to_be_seen(file, KEPT, found, "en")), "en")
        again = returned(back, KEPT, TODAY, "en")
        assert len(again.entries) == len(found.meanwhile)


def test_a_file_as_it_was_given_out_changes_nothing() -> None:
    found = returned(_out(), KEPT, TODAY, "en")
    assert (found.unchanged, sorted_out(found)) == (3, 3)
