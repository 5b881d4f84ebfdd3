"""Plain text: reading what was pasted or uploaded, and writing what is taken away."""

from kurultai.papers.plain.marked import structured, written
from kurultai.papers.plain.reading import read
from kurultai.papers.plain.writing import write

__all__ = ["read", "structured", "write", "written"]
