"""LibreOffice reads a paper as we mean it, and settles its tracked changes as Word would."""

import io
import os
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kurultai.papers import docx
from kurultai.papers.rows import compatible
from kurultai.papers.signs import sign
from kurultai.texts.apply import apply
from kurultai.texts.base import Base
from kurultai.texts.number import labels
from kurultai.texts.unit import Unit, walk
from tests.papers.papers import RESOLUTION, UNITS
from tests.papers.trees import only

PYTHON = "/usr/bin/python3"  # the system's own has LibreOffice's bridge
OFFICE = Path(__file__).with_name("office.py")
COMMENTS = re.compile(
    r"<w:comment(?:RangeStart|RangeEnd)[^>]*/>|<w:r><w:commentReference[^>]*/></w:r>"
)


@pytest.fixture
def bridge(need: Callable[[str], str]) -> None:
    """LibreOffice, and a Python that can talk to it."""
    need("soffice")
    found = subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True)
    if found.returncode:
        missing = "python3-uno is not installed; ./test installs it"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)


def without_comments(data: bytes) -> bytes:
    """LibreOffice without windows cannot draw comments beside the text, and stops."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            new.writestr(name, COMMENTS.sub("", part) if name == "word/document.xml" else part)
    return out.getvalue()


def settled(directory: Path, data: bytes, *slots: str) -> list[list[str]]:
    """The lines of the file's text after each."""
    source = directory / "paper.docx"
    source.write_bytes(without_comments(data))
    jobs = [part for slot in slots for part in (slot, str(source), str(directory / slot))]
    command = [PYTHON, str(OFFICE), str(directory / "profile"), *jobs]
    subprocess.run(command, check=True, timeout=180, stdin=subprocess.DEVNULL)
    texts = ((directory / slot).read_text("utf-8-sig") for slot in slots)
    return [[line.strip() for line in text.splitlines() if line.strip()] for text in texts]


def numbered(units: tuple[Unit, ...], language: str) -> list[str]:
    """The text as it is printed: each line with its number."""
    named = labels(units)
    lines = []
    for unit, _ in walk(units):
        before = sign(named[unit.unit], language)
        before += ":" if unit.kind == "annex" else ""
        lines.append(f"{before} {unit.words[language]}".strip())
    return lines


@pytest.mark.usefixtures("bridge")
def test_accepting_all_gives_the_amended_text_and_rejecting_all_the_text(tmp_path: Path) -> None:
    data = docx.write(RESOLUTION, "en", tracked=True)
    accepted, rejected = settled(
        tmp_path, data, "AcceptAllTrackedChanges", "RejectAllTrackedChanges"
    )
    amended = apply(Base(UNITS), compatible(RESOLUTION, ("adopted", "tabled")))
    assert within(accepted) == numbered(amended, "en")
    # Where it takes back a paragraph that two authors wrote in, LibreOffice gives the next one
    # its look, and so its number; the words are right.
    assert list(map(bare, within(rejected))) == list(map(bare, numbered(UNITS, "en")))


def within(lines: list[str]) -> list[str]:
    """The text alone, without what stands before and after it."""
    return lines[lines.index("On early warning") : lines.index("* * *")]


def bare(line: str) -> str:
    """A line without its number."""
    return re.sub(r"\A(?:\(?\w{1,4}[.)]|Annex \w+:) ", "", line)


@pytest.mark.usefixtures("bridge")
def test_a_paper_saved_anew_elsewhere_keeps_its_identities_and_its_authors(tmp_path: Path) -> None:
    for name, tracked in (("plain", False), ("tracked", True)):
        (tmp_path / f"{name}.docx").write_bytes(docx.write(RESOLUTION, "en", tracked=tracked))
    office = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    files = [str(tmp_path / "plain.docx"), str(tmp_path / "tracked.docx")]
    command = [*office, "--convert-to", "docx", "--outdir", str(tmp_path / "anew"), *files]
    subprocess.run(command, check=True, timeout=180, stdin=subprocess.DEVNULL, capture_output=True)
    plain, tracked_anew = ((tmp_path / "anew" / Path(file).name).read_bytes() for file in files)
    draft = docx.read(plain)
    assert (draft.units, draft.left) == (only(UNITS, "en"), ())
    before = docx.read_tracked((tmp_path / "tracked.docx").read_bytes(), UNITS, "en")
    assert docx.read_tracked(tracked_anew, UNITS, "en") == before
