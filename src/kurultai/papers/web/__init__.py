"""A paper as one HTML file, and back."""

from kurultai.papers.web.read import read
from kurultai.papers.web.write import write

__all__ = ["read", "write"]
