"""PDF, set by Typst."""

from kurultai.papers.pdf.write import write

__all__ = ["write"]
