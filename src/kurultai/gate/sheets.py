"""What a parliament's spreadsheet is made of: its commitments, and the reports on them."""

from collections import defaultdict
from dataclasses import dataclass

from kurultai.gate.clause import one, rows
from kurultai.gate.commitments import ROW
from kurultai.gate.shapes import CommitmentRow, Party
from kurultai.gate.viewer import Viewer
from kurultai.procedure.acts import Words

_OWN = "commitment.party = :party AND NOT struck AND [commitment] AND [document]"


@dataclass(frozen=True)
class Told:
    """A report, as far as a line of a spreadsheet can say it."""

    commitment: str
    report: str
    state: str
    words: Words
    links: tuple[str, ...]
    evidence: str
    happened: str
    milestones: tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """A party's commitments that the viewer may see, with the reports on each, oldest first."""

    party: Party
    rows: tuple[CommitmentRow, ...]
    told: dict[str, tuple[Told, ...]]


def of_party(viewer: Viewer, party: str) -> Kept:
    """All of a party's commitments, text by text; NotFound if there is no such party."""
    found = one(viewer, Party, f"{_PARTY} WHERE party = :party", party=party)
    own = f"{ROW} WHERE {_OWN} ORDER BY document.rowid, number, commitment.rowid"
    told: dict[str, list[Told]] = defaultdict(list)
    for each in rows(viewer, Told, _TOLD, party=party):
        told[each.commitment].append(each)
    return Kept(
        found,
        rows(viewer, CommitmentRow, own, party=party),
        {commitment: tuple(reports) for commitment, reports in told.items()},
    )


_PARTY = "SELECT party, names, state, status, status_since, sources FROM party"
_TOLD = f"""SELECT commitment, report, report.state, report.words, report.links, evidence, happened,
            report.milestones FROM report JOIN commitment USING (commitment)
            JOIN document USING (document) WHERE {_OWN} ORDER BY position"""  # noqa: S608 - of constants alone
