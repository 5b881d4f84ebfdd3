"""DOCX both ways: papers with tracked changes out, drafts and amendments in."""

from kurultai.papers.docx.read import read
from kurultai.papers.docx.tracked import NOBODY, Tracked, TrackedAmendment, read_tracked
from kurultai.papers.docx.write import write

__all__ = ["NOBODY", "Tracked", "TrackedAmendment", "read", "read_tracked", "write"]
