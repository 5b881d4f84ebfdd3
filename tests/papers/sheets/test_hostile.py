"""Files that an enemy made, or a program that was interrupted: an answer in words, never a fall."""

import io
import zipfile
from collections.abc import Mapping

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kurultai.language.refusals import SENTENCES
from kurultai.papers.draft import Unreadable
from kurultai.papers.sheets import Column, Table, read
from kurultai.papers.sheets.book import write_xlsx
from kurultai.papers.sheets.table import COLUMNS, LINES

WHOLE = write_xlsx(Table("T", (Column("A"), Column("B")), (("1", "x"), ("2", "y"))))
SHEET = "xl/worksheets/sheet1.xml"
BOMB = b"<!DOCTYPE a [<!ENTITY b 'bbbb'>]><a>&b;</a>"


def parts(data: bytes = WHOLE) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts_: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts_.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_sheet(old: bytes, new: bytes) -> bytes:
    found = parts()
    assert old in found[SHEET]
    return packed({**found, SHEET: found[SHEET].replace(old, new)})


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as fault:
        read("file", data, "en")
    assert fault.value.rule in SENTENCES
    assert fault.value.facts["file"] == "file"
    return fault.value.rule


def answered(data: bytes, language: str) -> bool:
    """True if the file is read, or refused by a rule that has a sentence."""
    try:
        return bool(read("file", data, language).lines)
    except Unreadable as fault:
        return fault.rule in SENTENCES


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "paper.empty"),
        (b" \r\n ", "paper.empty"),
        (b";;;\r\n;;", "paper.sheet_empty"),
        (b"\x00\x01\x02" * 50, "paper.binary"),
        (b"PK\x03\x04nothing", "paper.broken_zip"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 50, "paper.not_a_sheet"),
        (packed({"a.txt": b"x"}), "paper.not_a_sheet"),
        (packed({"[Content_Types].xml": b"<a/>"}), "paper.not_a_sheet"),
        (packed({**parts(), SHEET: BOMB}), "paper.entities"),
        (packed({**parts(), SHEET: BOMB.decode().encode("utf-16")}), "paper.entities"),
        (packed({**parts(), SHEET: b"<worksheet"}), "paper.not_a_sheet"),
        (packed({**parts(), "../out": b"x"}), "paper.paths"),
        (packed({**parts(), "xl/x.bin": b"\0" * 20_000_000}), "paper.bomb"),
        (WHOLE[: len(WHOLE) // 2], "paper.broken_zip"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_in_words(data: bytes, rule: str) -> None:
    assert refused(data) == rule


def test_too_many_lines_are_refused_in_both_formats() -> None:
    assert refused(b"a\n" * (LINES + 1)) == "paper.too_many_lines"
    last = str(LINES + 1).encode()
    found = parts()[SHEET]
    for cell in (b'<row r="3"', b'r="A3"', b'r="B3"'):
        found = found.replace(cell, cell.replace(b"3", last))
    assert refused(packed({**parts(), SHEET: found})) == "paper.too_many_lines"


def test_a_cell_at_the_end_of_the_earth_costs_nothing() -> None:
    far = with_sheet(b'r="B3"', b'r="XFD3"')
    assert read("file", far, "en").body[-1].cells == ("2",)
    below = with_sheet(b'<row r="3"', b'<row r="1048576"')
    assert read("file", below, "en").body[0].cells == ("1", "x")


def test_too_many_columns_are_refused_in_both_formats() -> None:
    assert refused(b";".join([b"x"] * (COLUMNS + 1))) == "paper.too_many_columns"


def test_a_cell_that_is_too_long_is_refused() -> None:
    assert refused(b"a;b\n" + b"x" * 40_000 + b";y") == "paper.cell_too_long"
    assert refused(b'a;b\n"' + b"x" * 400_000) == "paper.cell_too_long"


def test_a_formula_is_not_believed() -> None:
    book = openpyxl.Workbook()
    book.active.append(["A", "B"])
    book.active.append(["=1+1", "x"])
    out = io.BytesIO()
    book.save(out)
    line = read("file", out.getvalue(), "en").body[0]
    assert line.cells == ("", "x")
    assert line.formulas == {0}


def test_what_a_formula_came_to_before_is_not_believed_either() -> None:
    data = with_sheet(b't="inlineStr"><is><t>x</t></is>', b't="str"><f>1+1</f><v>2</v>')
    line = read("file", data, "en").body[0]
    assert line.cells == ("1",)
    assert line.formulas == {1}


def test_only_a_sheet_in_sight_is_read() -> None:
    book = openpyxl.Workbook()
    book.active.append(["hidden"])
    book.active.sheet_state = "hidden"
    book.create_sheet("seen").append(["seen"])
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    assert read("file", out.getvalue(), "en").head.cells == ("seen",)


@settings(max_examples=150)
@given(st.data())
def test_a_workbook_with_a_part_changed_by_chance_is_read_or_refused(data: st.DataObject) -> None:
    found = parts()
    name = data.draw(st.sampled_from(sorted(found)))
    part = bytearray(found[name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(part) - 1))
        part[at : at + 1] = data.draw(st.binary(max_size=3))
    assert answered(packed({**found, name: bytes(part)}), "en")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert answered(data, "kk")
