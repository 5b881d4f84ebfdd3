"""What every form about one commitment knows of it."""

from kurultai.gate import commitments
from kurultai.gate.shapes import CommitmentPage, CommitmentRow
from kurultai.gate.viewer import Viewer
from kurultai.site.forms.step import Step


class AboutCommitment(Step):
    """A step about one commitment."""

    page: CommitmentPage

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> CommitmentPage:
        """The commitment of that name."""
        return commitments.commitment(viewer, f"commitment:{name}")

    @property
    def row(self) -> CommitmentRow:
        """The commitment."""
        return self.page.commitment

    def about(self) -> dict[str, object]:
        """The commitment."""
        return {"commitment": self.row.commitment}
