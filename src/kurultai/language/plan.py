"""What a working plan says of a year: one sentence or two a line, in each language.

As in a communiqué, names and titles stand behind a colon or in quotation marks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from kurultai.language.catalogue import Tongue, tongue
from kurultai.language.communique import Sitting, called
from kurultai.language.dates import say_when
from kurultai.language.messages import N_
from kurultai.language.telling import Names, listed
from kurultai.language.words import pick

Words = Mapping[str, str]
HEADINGS = {
    "meeting": N_("Meetings"),
    "paragraph": N_("Commitments due"),
    "matter": N_("Open questions"),
}


@dataclass(frozen=True, slots=True)
class Hold:
    """A meeting that is convened."""

    meeting: Sitting


@dataclass(frozen=True, slots=True)
class Convene:
    """A meeting that is due and not convened."""

    meeting: Sitting  # its date: by when


@dataclass(frozen=True, slots=True)
class CarryOut:
    """What a paragraph of an adopted text asks, of whom, by when."""

    symbol: str
    names: Words  # of the text
    number: int
    words: Words
    due: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakeUp:
    """A question that was left open, for a meeting of its series."""

    title: Words
    series: Words


Item = Hold | Convene | CarryOut | TakeUp


def say_plan(year: int, language: str) -> str:
    """What the plan of a year is called."""
    return tongue(language).gettext(N_("Working plan for %(year)s")) % {"year": year}


def say_heading(part: str, language: str) -> str:
    """What a part of the plan is called."""
    return tongue(language).gettext(HEADINGS[part])


def say_item(item: Item, names: Names, language: str) -> str:
    """A line of the plan."""
    return " ".join(_said(item, names, tongue(language)))


def _said(item: Item, names: Names, said: Tongue) -> Iterator[str]:
    match item:
        case Hold(meeting=meeting):
            yield from _meeting(said, N_("To be held: %(meeting)s."), meeting)
            yield from _placed(said, meeting, names)
        case Convene(meeting=meeting):
            yield from _meeting(said, N_("To be convened: %(meeting)s."), meeting)
            yield _by(said, meeting.when)
        case CarryOut():
            yield from _paragraph(said, item)
            yield _by(said, item.due)
            yield from listed(said, N_("Concerns (%(count)s): %(names)s."), item.parties, names)
        case TakeUp(title=title, series=series):
            question = {"title": pick(title, said.language)[0].rstrip(".")}
            yield said.gettext(N_("To be taken up: “%(title)s”.")) % question
            before = {"series": pick(series, said.language)[0]}
            yield said.gettext(N_("Series: %(series)s.")) % before
        case _:
            assert_never(item)


def _meeting(said: Tongue, sentence: str, meeting: Sitting) -> Iterator[str]:
    yield said.gettext(sentence) % {"meeting": called(meeting, said.language)}


def _placed(said: Tongue, meeting: Sitting, names: Names) -> Iterator[str]:
    day = say_when(meeting.when, said.language).removesuffix(".")
    yield said.gettext(N_("Date: %(day)s.")) % {"day": day}
    if meeting.place:
        yield said.gettext(N_("Place: %(place)s.")) % {
            "place": pick(meeting.place, said.language)[0]
        }
    if meeting.host:
        yield said.gettext(N_("Host: %(name)s.")) % {"name": names(meeting.host)}


def _by(said: Tongue, when: str) -> str:
    day = say_when(when, said.language).removesuffix(".")
    return said.gettext(N_("Due: %(day)s.")) % {"day": day}


def _paragraph(said: Tongue, item: CarryOut) -> Iterator[str]:
    parts = {
        "text": item.symbol or pick(item.names, said.language)[0],
        "number": item.number,
        "words": pick(item.words, said.language)[0].rstrip(".;"),
    }
    yield said.gettext(N_("%(text)s, paragraph %(number)s: “%(words)s”.")) % parts
