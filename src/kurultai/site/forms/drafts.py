"""Steps about a draft with all that is said of it."""

from kurultai.gate import drafting
from kurultai.gate.shapes import BoardPage
from kurultai.gate.viewer import Viewer
from kurultai.site.forms.step import Step
from kurultai.site.paths import path_of


class DraftStep(Step):
    """A step about a draft, with its answers and amendments."""

    page: BoardPage

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> BoardPage:
        """The draft of that name."""
        return drafting.board(viewer, f"document:{name}")

    @property
    def document(self) -> str:
        """The document's identity."""
        return self.page.text.document.document

    def about(self) -> dict[str, object]:
        """The document."""
        return {"document": self.document}

    def prepare(self) -> None:
        """Lead back to the document."""
        super().prepare()
        row = self.page.text.document
        self.back = path_of(row.document)
        self.back_label = " · ".join(
            dict.fromkeys(filter(None, (row.symbol, self.pick(row.names))))
        )
