"""What an amendment is called on a page, and whose it is."""

from kurultai.gate.shapes import AmendmentRow
from kurultai.gate.tracked import numbering
from kurultai.gate.viewer import Viewer
from kurultai.site.drafts.marked import Author
from kurultai.site.known import called
from kurultai.site.paths import path_of
from kurultai.texts.amendment import Amendment
from kurultai.texts.change import Change


def authors(
    viewer: Viewer, document: str, amendments: tuple[AmendmentRow, ...]
) -> dict[str, Author]:
    """Whose words each amendment's are; with those of the sub-amendments that were adopted to it.

    All amendments of a reading, its sub-amendments among them.
    """
    labels = numbering(viewer, document) if amendments else {}
    subs: dict[str, list[str]] = {}
    for row in amendments:
        if row.of and row.state == "adopted":
            subs.setdefault(row.of, []).append(f"{labels[row.amendment]}: {_whose(viewer, row)}")
    return {
        row.amendment: Author(
            labels[row.amendment],
            path_of(row.amendment),
            "; ".join((_whose(viewer, row), *subs.get(row.amendment, ()))),
        )
        for row in amendments
    }


def _whose(viewer: Viewer, row: AmendmentRow) -> str:
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
