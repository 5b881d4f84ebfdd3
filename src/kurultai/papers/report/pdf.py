"""A report as tagged PDF, in its own language."""

import json
import re
from collections.abc import Callable, Sequence
from functools import partial
from importlib.resources import files
from typing import Any, assert_never

from kurultai.papers.pdf.write import printable
from kurultai.papers.report import Block, Items, Picture, Report, Says, Section, Table

Plain = dict[str, Any]  # what becomes JSON

_NUMBER = re.compile(r"[\d.,/%\s]+")
_FONT = "Libertinus Serif"  # comes with Typst, has the letters of all nine languages


def to_pdf(report: Report) -> bytes:
    """The report; the same report is always the same bytes.

    Conforms to PDF/UA-1, if all its letters are known to the fonts. Users' words reach Typst as
    JSON and are never read as its markup.
    """
    import typst  # noqa: PLC0415 - large, and only papers need it

    template = files(__package__).joinpath("report.typ").read_bytes()
    compiled: Callable[..., Any] = partial(  # the stubs give what it may write to a file instead
        typst.compile,
        template,
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(_told(report))},
    )
    try:
        content: bytes = compiled(pdf_standards="ua-1")
    except typst.TypstError:
        # A letter of a script for which there is no font: the report is printed all the same.
        content = compiled()
    return content


def _told(report: Report) -> Plain:
    """What the template prints."""
    return {
        "title": printable(report.title),
        "assembly": printable(report.assembly),
        "language": report.language,
        "day": printable(report.day),
        "foot": " · ".join(filter(None, (printable(report.assembly), printable(report.day)))),
        "lead": printable(report.lead),
        "marking": printable(report.marking),
        "sections": [_section(section) for section in report.sections],
    }


def _section(section: Section) -> Plain:
    return {
        "heading": printable(section.heading),
        "blocks": [told for block in section.blocks if (told := _block(block))],
    }


def _block(block: Block) -> Plain | None:
    """The block, or None if there is nothing in it."""
    match block:
        case Says(text=text):
            return {"kind": "says", "text": printable(text)}
        case Items(items=items):
            return (
                {"kind": "items", "items": [printable(item) for item in items]} if items else None
            )
        case Table():
            return _table(block) if block.head else None
        case Picture(svg=svg, says=says):
            return {"kind": "picture", "svg": _lettered(svg), "says": printable(says)}
        case _:
            assert_never(block)


def _table(table: Table) -> Plain:
    rows = [[printable(cell) for cell in row] for row in table.rows]
    return {
        "kind": "table",
        "caption": printable(table.caption),
        "head": [printable(cell) for cell in table.head],
        "rows": rows,
        "numbers": [n for n in range(1, len(table.head)) if _all_numbers(rows, n)],
    }


def _all_numbers(rows: Sequence[Sequence[str]], column: int) -> bool:
    """A column of numbers stands to the right; a dash or nothing stands for none."""
    found = [row[column] for row in rows if row[column] not in ("", "–")]
    return bool(found) and all(_NUMBER.fullmatch(cell) for cell in found)


def _lettered(svg: str) -> str:
    """The drawing with its letters in the font that is there; whatever it names is not."""
    head, tag, rest = svg.partition("<svg")
    return f'{head}{tag} font-family="{_FONT}"{rest}'
