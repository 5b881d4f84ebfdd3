"""What an amendment is called on a page, and whose it is."""

from collections.abc import Collection, Iterable, Mapping

from kurultai.gate.shapes import AmendmentRow
from kurultai.gate.tracked import Drawn
from kurultai.gate.viewer import Viewer
from kurultai.site.drafts.marked import Author
from kurultai.site.known import called
from kurultai.site.paths import path_of
from kurultai.texts.amendment import Amendment
from kurultai.texts.change import Change


def authors(
    viewer: Viewer, labels: Mapping[str, str], every: Iterable[Drawn], names: Collection[str]
) -> dict[str, Author]:
    """Whose words those of the named are; with those of the sub-amendments adopted to them.

    ``every`` amendment of the reading, its sub-amendments among them.
    """
    every = tuple(every)
    subs: dict[str, list[str]] = {}
    for row in every:
        if row.of and row.of in names and row.state == "adopted":
            subs.setdefault(row.of, []).append(f"{labels[row.amendment]}: {_whose(viewer, row)}")
    return {
        row.amendment: Author(
            labels[row.amendment],
            path_of(row.amendment),
            "; ".join((_whose(viewer, row), *subs.get(row.amendment, ()))),
        )
        for row in every
        if row.amendment in names
    }


def _whose(viewer: Viewer, row: Drawn) -> str:
    return ", ".join(called(viewer, party) for party in (*row.by, *row.sponsors))


def drawn(row: AmendmentRow, changes: tuple[Change, ...] | None = None) -> Amendment:
    """The amendment as the algebra sees it; with other changes than it has now, if given."""
    return Amendment(
        row.amendment,
        row.changes if changes is None else changes,
        row.number,
        row.of,
        row.replaces,
        frozenset(row.languages),
    )
