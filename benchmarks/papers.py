"""Figures of papers: a large text as PDF, DOCX and HTML, and its tracked changes out and in.

The floor is reading the same text from JSON, as whoever prints it has to; measured in the same
run. Machines differ; the ratios hardly do.

.venv/bin/python benchmarks/papers.py [units] [amendments]
"""

import sys
from functools import partial

import msgspec
from texts import LANGUAGES, Text, tell, timed

from kurultai.papers import docx, pdf, web
from kurultai.papers.paper import Paper, PaperAmendment
from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base
from kurultai.texts.unit import Unit


def main() -> None:
    """Measure and print."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000  # noqa: PLR2004
    text = Text(units)
    base = Base(text.units)
    tabled = [text.amendment(base, number) for number in range(count)]
    paper = printed(text.units, tuple(map(shown, tabled)))
    written = msgspec.json.encode(text.units)
    floor = timed(lambda: msgspec.json.decode(written, type=tuple[Unit, ...]))
    tell(
        f"{len(base.unit):,} units in {len(LANGUAGES)} languages, read from JSON: the floor", floor
    )
    for language in LANGUAGES:
        tell(f"PDF in {language}", timed(partial(pdf.write, paper, (language,))), floor)
    tell("PDF in two columns", timed(partial(pdf.write, paper, ("en", "kk"))), floor)
    tell("PDF in three columns", timed(partial(pdf.write, paper, ("en", "kk", "tr"))), floor)
    tell("HTML in nine languages", timed(partial(web.write, paper, LANGUAGES)), floor)
    tell("DOCX", timed(partial(docx.write, paper, "kk")), floor)
    tell("DOCX read", timed(partial(docx.read, docx.write(paper, "kk"))), floor)
    few = printed(text.units, paper.amendments[:100])
    for name, one in (("100 amendments", few), (f"{count:,} amendments", paper)):
        tracked = partial(docx.write, one, "kk", tracked=True)
        tell(f"DOCX, {name} tracked", timed(tracked), floor)
        back = partial(docx.read_tracked, tracked(), text.units, "kk")
        tell(f"read back, {name}", timed(back), floor)


def shown(one: Amendment) -> PaperAmendment:
    """The amendment with a sponsor of its own, one of twenty."""
    sponsor = {"en": f"Parliament {one.number % 20}"}
    label = str(one.number + 1)
    return PaperAmendment(one.amendment, label, (sponsor,), "en", one.changes, on="2026-11-20")


def printed(units: tuple[Unit, ...], amendments: tuple[PaperAmendment, ...]) -> Paper:
    """The text as a paper."""
    return Paper(
        document="document:large",
        assembly="assembly:large",
        assembly_names={"en": "Assembly"},
        kind="resolution",
        symbol="A/1",
        names={"en": "A large text"},
        units=units,
        standings={},
        state="draft",
        on="2026-11-25",
        version=1,
        amendments=amendments,
    )


if __name__ == "__main__":
    main()
