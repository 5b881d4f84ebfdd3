"""A paper as tagged PDF: one language, or two or three side by side, paragraph by paragraph."""

import json
import re
from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources import files
from typing import Any

from kurultai.papers.face import Face, face
from kurultai.papers.paper import Paper
from kurultai.papers.rows import Row, compatible, rows

MOST = 3  # languages that fit beside each other

# What no font has a letter for: control characters, but for the end of a line and the tab.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")

Plain = dict[str, Any]  # what becomes JSON


def write(paper: Paper, languages: Sequence[str], *, redline: bool = False) -> bytes:
    """The paper; the same paper is always the same bytes. At most three languages.

    ``redline``: with its adopted and pending amendments, what goes struck, what comes underlined.
    Conforms to PDF/UA-1, if all its letters are known to the fonts. Users' words reach Typst as
    JSON and are never read as its markup.
    """
    if not 1 <= len(languages) <= MOST:
        raise ValueError(f"one to {MOST} languages, not {len(languages)}")
    import typst  # noqa: PLC0415 - large, and only papers need it

    template = files(__package__).joinpath("paper.typ").read_bytes()
    compiled: Callable[..., Any] = partial(  # the stubs give what it may write to a file instead
        typst.compile,
        template,
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(_told(paper, languages, redline=redline))},
    )
    try:
        content: bytes = compiled(pdf_standards="ua-1")
    except typst.TypstError:
        # A letter of a script for which there is no font: the paper is printed all the same,
        # tagged as ever, but does not claim to conform.
        content = compiled()
    return content


def _told(paper: Paper, languages: Sequence[str], *, redline: bool) -> Plain:
    """What the template prints."""
    faces = [face(paper, language) for language in languages]
    amendments = compatible(paper, ("adopted", "tabled")) if redline else ()
    found = list(rows(paper, faces, amendments))
    titled = bool(found) and found[0].kind == "heading"
    return {
        "title": faces[0].title or faces[0].kind,
        "symbol": paper.symbol,
        "running": paper.symbol or faces[0].title,
        "columns": [_column(one, leads=not n, titled=titled) for n, one in enumerate(faces)],
        "rows": [_row(row, first=not n) for n, row in enumerate(found)],
    }


def _column(one: Face, *, leads: bool, titled: bool) -> Plain:
    lines = (one.state, one.standing, one.tabled_by, one.meeting)
    return {
        "language": one.language,
        "leads": leads,
        "assembly": one.assembly,
        "kind": one.kind,
        "title": "" if titled else one.title,
        "lines": [line for line in lines if line],
        "decision": one.decision,
        "notes": [
            {"title": note.title, "words": note.words, "language": note.language or one.language}
            for note in one.notes
        ],
    }


def _row(row: Row, *, first: bool) -> Plain:
    return {
        "kind": row.kind,
        "first": first,
        "indent": row.indent,
        "cells": [
            {
                "sign": cell.sign,
                "leads": not number,
                "runs": [{"what": what, "words": printable(words)} for what, words in cell.runs],
            }
            for number, cell in enumerate(row.cells)
        ],
    }


def printable(words: str) -> str:
    """The words without what no font has a letter for."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", words.replace("\t", " "))
