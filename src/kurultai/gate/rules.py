"""The rule by which a text is amended and decided on."""

from kurultai.gate.clause import cells
from kurultai.gate.register import rulebooks
from kurultai.gate.viewer import Viewer
from kurultai.procedure.rulebook import WHOLE, Drafting, load

_PART = """
SELECT organ.rules FROM document JOIN meeting USING (meeting)
JOIN series USING (series) JOIN organ USING (organ)
WHERE document = :document AND [document] AND [meeting]
"""


def drafting_rule(viewer: Viewer, document: str, on: str) -> Drafting:
    """How the body for which the document was tabled drafts on the ISO day."""
    part = next(iter(cells(viewer, _PART, document=document)), WHOLE)
    book = next((book for book in rulebooks(viewer) if book.since <= on), None)
    if book is None:
        return Drafting(since=on, confidence="?", part=part)
    return load(book.text, book.rulebook).drafting(part, on=on)
