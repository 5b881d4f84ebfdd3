"""What is recorded of a file of the past: its texts where they are new, then its lines."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kurultai.procedure import commands as c
from kurultai.procedure.acts import Unit, Words
from kurultai.procedure.facts import new_id
from kurultai.site.sheets.past import PastLine


@dataclass(frozen=True, slots=True)
class Taking:
    """How a file is taken over."""

    name: str  # of the file
    digest: str
    audience: str
    kind: str  # of the texts that are not here yet
    asked: str = ""  # of the request: sent twice it is one, asked for anew it is another


@dataclass(frozen=True, slots=True)
class Group:
    """The lines under one text."""

    text: str
    document: str  # "" if it is not here yet
    adopted: str
    meeting: str
    lines: tuple[PastLine, ...]

    @property
    def is_new(self) -> bool:
        """True if the text is entered too."""
        return not self.document


def groups(lines: tuple[PastLine, ...]) -> tuple[Group, ...]:
    """The lines text by text, in the order of the file."""
    found: dict[str, list[PastLine]] = defaultdict(list)
    for line in lines:
        found[line.document or line.text].append(line)
    return tuple(
        Group(of[0].text, of[0].document, of[0].adopted, of[0].meeting, tuple(of))
        for of in found.values()
    )


def plan(lines: tuple[PastLine, ...], taking: Taking) -> tuple[c.Command, ...]:
    """All that is recorded together; the last command stands for all of them."""
    said = repr((taking, [line.imported for line in lines]))
    base = f"sheet:{hashlib.sha256(said.encode()).hexdigest()[:32]}"
    found = groups(lines)
    commands = [
        command
        for number, group in enumerate(found, 1)
        for command in _group(group, taking, f"{base}-{number}")
    ]
    return (*commands[:-1], _renamed(commands[-1], base)) if commands else ()


def _renamed(last: c.Command, base: str) -> c.Command:
    """The last command stands for all of them."""
    return replace(last, id=base)


def _group(group: Group, taking: Taking, base: str) -> Iterator[c.Command]:
    document = group.document or new_id("document", f"{base}-text")
    if group.is_new:
        yield from _entered(group, taking, base, document)
    yield c.ImportCommitments(
        id=base,
        document=document,
        name=taking.name,
        digest=taking.digest,
        lines=tuple(line.imported for line in group.lines),
        on=group.adopted,
    )


def _entered(group: Group, taking: Taking, base: str, document: str) -> Iterator[c.Command]:
    """The text, with its paragraphs if every one of them is there, adopted on its day."""
    yield c.TableDocument(
        id=f"{base}-text",
        kind=taking.kind,
        names=_title(group),
        symbol=group.text if looks_like_symbol(group.text) else "",
        after_the_fact=True,
        audience=taking.audience,
        on=group.adopted,
    )
    for language, units in worded(group).items():
        yield c.DistributeVersion(
            id=f"{base}-{language}",
            document=document,
            language=language,
            standing="authentic",
            units=units,
            on=group.adopted,
        )
    yield c.RecordAdoption(
        id=f"{base}-adopted", document=document, meeting=group.meeting, on=group.adopted
    )


def _title(group: Group) -> Words:
    language = next(iter(group.lines[0].imported.words))
    return {language: group.text}


def looks_like_symbol(words: str) -> bool:
    """A symbol has a number and no spaces."""
    return " " not in words and any(letter.isdigit() for letter in words)


def worded(group: Group) -> dict[str, tuple[Unit, ...]]:
    """The paragraphs in each language that has all of them, from 1 on, each in one wording."""
    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for line in group.lines:
        for language, words in line.imported.words.items():
            found[language][line.imported.number].add(words)
    numbers = {line.imported.number for line in group.lines}
    if numbers != set(range(1, len(numbers) + 1)):
        return {}
    return {
        language: tuple(
            Unit(f"p{number}", "operative", next(iter(wordings[number])))
            for number in sorted(numbers)
        )
        for language, wordings in found.items()
        if set(wordings) == numbers and all(len(each) == 1 for each in wordings.values())
    }


@dataclass(frozen=True, slots=True)
class Sums:
    """How many lines there are by party, by state and by text."""

    parties: tuple[tuple[str, int], ...]
    states: tuple[tuple[str, int], ...]
    texts: tuple[tuple[Group, int], ...]


def sums(lines: tuple[PastLine, ...], parties: tuple[str, ...], states: tuple[str, ...]) -> Sums:
    """Counted in the order of the register, of the course of a commitment, and of the file."""
    of = Counter(line.imported.party for line in lines)
    by = Counter(line.state for line in lines)
    return Sums(
        tuple(
            (party, of[party]) for party in (*parties, *sorted(set(of) - {*parties})) if of[party]
        ),
        tuple((state, by[state]) for state in states if by[state]),
        tuple((group, len(group.lines)) for group in groups(lines)),
    )
