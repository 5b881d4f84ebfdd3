"""A rulebook asked for by name or by file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kurultai import rulebooks
from kurultai.language.refusals import say_refusal
from kurultai.procedure.rulebook.place import Fault
from kurultai.procedure.toml import nearest


class NoBook(Exception):  # noqa: N818 - an answer, not an error
    """There is no such rulebook, or it cannot be read as text; the message says what to give."""


@dataclass(frozen=True, slots=True)
class Written:
    """A rulebook as it is written; ``file`` is what faults are pointed at in."""

    name: str
    file: str
    text: str


def written(asked: str) -> Written:
    """The shipped rulebook of that name, or the file; NoBook if there is neither."""
    if asked in rulebooks.names():
        return Written(asked, f"{asked}.toml", rulebooks.text(asked))
    file = Path(asked)
    if not file.is_file():
        near = nearest(asked, rulebooks.names())
        raise NoBook(f"{asked}: neither a file nor a rulebook that comes along. Those are: {near}")
    try:
        return Written(file.stem, asked, file.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as reason:
        raise NoBook(f"{asked}: not UTF-8 at byte {reason.start}. Save it as UTF-8.") from reason


def said(book: Written, faults: Iterable[Fault]) -> Iterator[str]:
    """Each fault as ``file:line: reason``, in English as the rulebook's keys are."""
    for fault in faults:
        facts = {"where": fault.where, **fault.facts}
        yield f"{book.file}:{fault.line}: {say_refusal(fault.rule, facts, 'en')}\n"
