"""Reading a rulebook from its file; Refused says where it is wrong and what is expected there.

TOML of eleven kinds of table, each entry in force from its ``from`` day until the next of its kind:
``[[body]]`` what the body is called, ``[[right]]`` what a class of participation may do,
``[[rule]]`` how a part of the body decides,
``[[election]]`` how it elects, ``[[quorum]]`` who must be there, ``[[seats]]`` of how many it
consists, ``[[voter]]`` who votes with what weight, ``[[motion]]`` which motion goes first,
``[[drafting]]`` how a part amends texts and adopts them by silence, ``[[value]]`` anything else a
reader should find (deadlines, languages, how often). The conditions of a rule and the rounds of
an election are tables within it: ``[[rule.conditions]]``, or ``conditions = [{...}]``.
"""

from dataclasses import replace

from kurultai.procedure.refusal import Refused
from kurultai.procedure.rulebook.book import Rulebook
from kurultai.procedure.rulebook.entries import (
    Body,
    Drafting,
    Election,
    Motion,
    Quorum,
    Right,
    Rule,
    Seats,
    Speaking,
    Value,
    Voter,
)
from kurultai.procedure.rulebook.place import Lines
from kurultai.procedure.rulebook.reading import Read, read_tables
from kurultai.procedure.toml import read_toml


def load(text: str, name: str) -> Rulebook:
    """The rulebook of that name; Refused says where the text is wrong and what is expected.

    Of several faults it names the first; ``check`` names all.
    """
    file = f"{name}.toml"
    read = read_tables(read_toml(text, file))
    if read.flaws:
        lines = Lines(text)
        first = min(map(lines.fault, read.flaws), key=lambda fault: fault.line)
        where = f"{file}, line {first.line}, {first.where}"
        raise Refused(first.rule, {"where": where, **first.facts})
    return book_of(read, name)


def book_of(read: Read, name: str) -> Rulebook:
    """The rulebook of the entries that could be read."""
    return Rulebook(
        name,
        rights=read.of(Right),
        rules=tuple(replace(rule, book=name) for rule in read.of(Rule)),
        quorums=read.of(Quorum),
        values=read.of(Value),
        draftings=read.of(Drafting),
        elections=tuple(replace(election, book=name) for election in read.of(Election)),
        seats=read.of(Seats),
        voters=read.of(Voter),
        motions=read.of(Motion),
        bodies=read.of(Body),
        speaking=read.of(Speaking),
    )
