"""DOCX both ways: papers with tracked changes out, drafts and amendments in."""

from kurultai.papers.docx.read import read
from kurultai.papers.docx.write import write

__all__ = ["read", "write"]
