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
    """Whose words each amendment's are."""
    labels = numbering(viewer, document) if amendments else {}
    return {
        a.amendment: Author(
            labels[a.amendment],
            path_of(a.amendment),
            ", ".join(called(viewer, party) for party in (*a.by, *a.sponsors)),
        )
        for a in amendments
    }


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
