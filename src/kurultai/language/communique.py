"""What a press communiqué says of a meeting, for a person to edit: one paragraph a matter.

Names, titles and places stand behind a colon or in quotation marks, so that none of them has to
be declined; dates are written as each language writes them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kurultai.language.catalogue import Tongue, tongue
from kurultai.language.dates import say_when
from kurultai.language.findings import RESULTS, SUMS, WHO
from kurultai.language.messages import N_
from kurultai.language.ordinals import ordinal
from kurultai.language.telling import Names, known, listed
from kurultai.language.words import pick

Words = Mapping[str, str]
_NAMED = ("yes", "no", "abstain")  # those who are told of; the rest is in the minutes


@dataclass(frozen=True, slots=True)
class Sitting:
    """Which meeting it is, and when and where it is held."""

    series: Words
    ordinal: int
    when: str
    place: Words = field(default_factory=dict)
    host: str = ""  # a party


@dataclass(frozen=True, slots=True)
class Text:
    """A text that was adopted; with what was found, if it was put to the vote."""

    symbol: str
    names: Words
    finding: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decided:
    """A question, and what was found."""

    question: Words
    finding: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Elected:
    """An election that is over, and who was elected."""

    office: Words
    elected: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What is public of a meeting."""

    meeting: Sitting
    theme: Words = field(default_factory=dict)
    present: tuple[str, ...] = ()  # parties
    agenda: tuple[Words, ...] = ()
    spoken: int = 0  # statements on the record
    about: tuple[str, ...] = ()  # tags of what was said
    adopted: tuple[Text, ...] = ()
    decided: tuple[Decided, ...] = ()
    elected: tuple[Elected, ...] = ()
    left_open: tuple[Words, ...] = ()
    following: Sitting | None = None  # the next meeting of the series


def say_title(held: Held, language: str) -> str:
    """What the communiqué is called."""
    meeting = called(held.meeting, language)
    return tongue(language).gettext(N_("Communiqué: %(meeting)s")) % {"meeting": meeting}


def say_communique(held: Held, names: Names, language: str) -> tuple[str, ...]:
    """Where and when, who took part, what was discussed, decided and left open, what is next."""
    said = tongue(language)
    paragraphs = (
        _opening(said, held),
        listed(said, N_("Took part (%(count)s): %(names)s."), held.present, names),
        _discussed(said, held, names),
        *(_adopted(said, text, names) for text in held.adopted),
        *(_decided(said, one, names) for one in held.decided),
        *(_elected(said, one) for one in held.elected),
        _titles(said, N_("Left open for the next meeting: %(titles)s."), held.left_open),
        _following(said, held.following),
    )
    together = (" ".join(sentences) for sentences in paragraphs)
    return tuple(paragraph for paragraph in together if paragraph)


def called(meeting: Sitting, language: str) -> str:
    """The number of the meeting with the name of its series."""
    return f"{ordinal(meeting.ordinal, language)} {pick(meeting.series, language)[0]}"


def _opening(said: Tongue, held: Held) -> Iterator[str]:
    meeting = called(held.meeting, said.language)
    yield said.gettext(N_("The %(meeting)s was held.")) % {"meeting": meeting}
    yield from _when_and_where(said, held.meeting)
    if held.theme:
        theme = pick(held.theme, said.language)[0]
        yield said.gettext(N_("Theme: “%(theme)s”.")) % {"theme": theme}


def _when_and_where(said: Tongue, meeting: Sitting) -> Iterator[str]:
    day = say_when(meeting.when, said.language).removesuffix(".")
    yield said.gettext(N_("Date: %(day)s.")) % {"day": day}
    if meeting.place:
        place = pick(meeting.place, said.language)[0]
        yield said.gettext(N_("Place: %(place)s.")) % {"place": place}


def _discussed(said: Tongue, held: Held, names: Names) -> Iterator[str]:
    yield from _titles(said, N_("On the agenda: %(titles)s."), held.agenda)
    if held.spoken:
        sentence = N_("Statements on the record: %(count)s.")
        yield said.gettext(sentence) % {"count": held.spoken}
    yield from listed(said, N_("What was spoken about: %(names)s."), held.about, names)


def _titles(said: Tongue, sentence: str, titles: tuple[Words, ...]) -> Iterator[str]:
    """The sentence with titles in the order given; nothing without any."""
    if titles:
        told = "; ".join(pick(title, said.language)[0].rstrip(".") for title in titles)
        yield said.gettext(sentence) % {"titles": told}


def _adopted(said: Tongue, text: Text, names: Names) -> Iterator[str]:
    parts = {"title": pick(text.names, said.language)[0], "symbol": text.symbol}
    with_symbol, without = N_("Adopted: “%(title)s” (%(symbol)s)."), N_("Adopted: “%(title)s”.")
    yield said.gettext(with_symbol if text.symbol else without) % parts
    yield from _votes(said, text.finding, names)


def _decided(said: Tongue, one: Decided, names: Names) -> Iterator[str]:
    question = {"question": pick(one.question, said.language)[0]}
    yield said.gettext(N_("Put to the vote: “%(question)s”.")) % question
    yield from known(said, RESULTS, one.finding["result"])
    yield from _votes(said, one.finding, names)


def _votes(said: Tongue, finding: Mapping[str, Any], names: Names) -> Iterator[str]:
    """Who said what where that is open, and else how many."""
    if any(finding.get(choice) for choice in _NAMED):
        for choice in _NAMED:
            yield from listed(said, WHO[choice], finding.get(choice, ()), names)
        return
    sums = finding.get("sums") or {}
    counted = [said.gettext(SUMS[c]) % {"count": sums[c]} for c in _NAMED if sums.get(c)]
    if counted:
        yield f"{'; '.join(counted)}."


def _elected(said: Tongue, one: Elected) -> Iterator[str]:
    people = ", ".join(pick(names, said.language)[0] for names in one.elected)
    parts = {"office": pick(one.office, said.language)[0], "names": people}
    yield said.gettext(N_("Elected (%(office)s): %(names)s.")) % parts


def _following(said: Tongue, meeting: Sitting | None) -> Iterator[str]:
    if meeting is not None:
        named = {"meeting": called(meeting, said.language)}
        yield said.gettext(N_("Next: %(meeting)s.")) % named
        yield from _when_and_where(said, meeting)
