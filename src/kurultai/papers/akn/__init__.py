"""Akoma Ntoso 3.0, the OASIS standard for texts of parliaments: out, and in again."""

from kurultai.papers.akn.amendments import amendment, amendment_list, read_amendments
from kurultai.papers.akn.reading import merge, read
from kurultai.papers.akn.statement import write

__all__ = ["amendment", "amendment_list", "merge", "read", "read_amendments", "write"]
