"""The rules by which a text is amended, and a question decided."""

from kurultai.gate.clause import cells
from kurultai.gate.register import rulebooks
from kurultai.gate.viewer import Viewer
from kurultai.procedure.register import in_force, loaded
from kurultai.procedure.rulebook import WHOLE, Drafting, Rulebook

_PART = """
SELECT organ.rules FROM document JOIN meeting USING (meeting)
JOIN series USING (series) JOIN organ USING (organ)
WHERE document = :document AND [document] AND [meeting]
"""


_ORGAN = """
SELECT organ.rules FROM meeting JOIN series USING (series) JOIN organ USING (organ)
WHERE meeting = :meeting AND [meeting]
"""


def rules_of(viewer: Viewer, meeting: str, on: str) -> tuple[str, ...]:
    """The rules by which the body of the meeting may decide a question on the ISO day."""
    part, book = book_of(viewer, meeting, on)
    return tuple(rule.rule for rule in book.rules_on(on) if rule.part == part) if book else ()


def book_of(viewer: Viewer, meeting: str, on: str) -> tuple[str, Rulebook | None]:
    """The part by whose rules the meeting sits, and the rulebook in force on the ISO day."""
    return next(iter(cells(viewer, _ORGAN, meeting=meeting)), WHOLE), rulebook_on(viewer, on)


def drafting_rule(viewer: Viewer, document: str, on: str) -> Drafting:
    """How the body for which the document was tabled drafts on the ISO day."""
    part = next(iter(cells(viewer, _PART, document=document)), WHOLE)
    book = rulebook_on(viewer, on)
    if book is None:
        return Drafting(since=on, confidence="?", part=part)
    return book.drafting(part, on=on)


def rulebook_on(viewer: Viewer, on: str) -> Rulebook | None:
    """The rulebook in force on the ISO day; None if none was adopted by then."""
    books = sorted(rulebooks(viewer), key=lambda book: book.position)
    found = in_force([(book.since, book.rulebook, book.text) for book in books], on)
    return loaded(found[2], found[1]) if found else None
