"""Plain text: reading what was pasted or uploaded, and writing what is taken away."""

from kurultai.papers.plain.marked import structured, written

__all__ = ["structured", "written"]
