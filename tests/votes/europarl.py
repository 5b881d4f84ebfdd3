"""The European Parliament's voting lists, read as vote events.

A list names for each item what was put to the vote, in order and under headings: the place in the
text, the amendment's number and mover, the part of a split vote, how it was voted, the numbers if
anybody counted, and the outcome. The majority that an item needs stands in its label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.papers.shared import shared
from tests.votes.conftest import Event

OUTCOMES = {"ADOPTED": "adopted", "REJECTED": "rejected", "LAPSED": "lapsed"}
WHOLE = "Motion for a resolution (as a whole)"


@dataclass(frozen=True, slots=True)
class Voting:
    """One question of a list; ``counts`` are for, against and abstentions, where counted."""

    identifier: str
    day: str
    item: str
    title: str
    label: str
    heading: str
    what: str
    place: str
    amendment: str
    mover: str
    part: str
    published: str
    counts: tuple[int, int, int] | None


@cache
def lists() -> tuple[tuple[Voting, ...], ...]:
    """Every item with its questions in order; withdrawn ones and headings of split votes left out.

    Skipped where the lists are absent.
    """
    files = sorted(shared("ep_votlists").glob("*.xml"))
    items = (tuple(_votings(day, item)) for day, item in _items(files))
    return tuple(item for item in items if item)


def _items(files: Sequence[Path]) -> Iterator[tuple[str, ET.Element]]:
    for file in files:
        for sitting in ET.parse(file).iter("sitting"):  # noqa: S314 - Parliament's own files
            for item in sitting.iter("vote"):
                yield sitting.attrib["date"][:10], item


def _votings(day: str, item: ET.Element) -> Iterator[Voting]:
    heading = ""
    for voting in item.iter("voting"):
        if voting.attrib["type"] == "TITLE_BLOCK":
            heading = _text(voting, "title")
        elif voting.get("result") in OUTCOMES:
            yield Voting(
                identifier=voting.attrib["votingId"],
                day=day,
                item=item.attrib["dlvId"],
                title=_text(item, "title"),
                label=_text(item, "label"),
                heading=heading,
                what=_text(voting, "title"),
                place=_text(voting, "amendmentSubject"),
                amendment=_text(voting, "amendmentNumber"),
                mover=_text(voting, "amendmentAuthor"),
                part=_text(voting, "rcv"),
                published=OUTCOMES[voting.attrib["result"]],
                counts=_counts(voting),
            )


def _text(element: ET.Element, tag: str) -> str:
    found = element.find(tag)
    return "" if found is None else " ".join("".join(found.itertext()).split())


def _counts(voting: ET.Element) -> tuple[int, int, int] | None:
    if "numberFavor" not in voting.attrib:
        return None
    favour, against, abstention = (
        int(voting.attrib[f"number{kind}"]) for kind in ("Favor", "Against", "Abstention")
    )
    return favour, against, abstention


def rule_of(voting: Voting) -> str:
    """The rule that the item's label and heading call for; none named: the default."""
    if voting.title.startswith("Election of the Commission"):
        return "plenary.commission"
    if "component Members required" not in voting.label:
        return ""
    if voting.heading == "Amendments to the Rules of Procedure":
        return "plenary.rules_of_procedure"
    objects = voting.title.startswith("Objection pursuant to Rule")
    if objects and voting.what in (WHOLE, "Motion for a resolution"):
        return "plenary.objection_delegated_act"
    return ""  # parts of the text, the decision that carries it, approval of a joint text


def ground(voting: Voting, earlier: Sequence[Voting]) -> tuple[str, dict[str, str]]:
    """Why the question lapses if it does, and which earlier one takes it away with what result.

    Whatever stands under "Other motions for resolutions" falls with the motion before them, and
    the draft act with the provisional agreement: that follows from the headings alone, and is
    said of every question there. Whether two amendments to one place exclude each other stands in
    their texts, which the list does not hold, and so does whether a part can stand without the
    part before it: of these only what the list calls lapsed is tied, to what stands before it.
    """
    if voting.heading.startswith("Other motions for resolutions"):
        motions = [each for each in earlier if each.what == WHOLE]
        return "motion", {each.identifier: "adopted" for each in motions[-1:]}
    if voting.heading == "Draft legislative act":
        agreed = [each for each in earlier if each.heading == "Provisional agreement"]
        if agreed:
            return "agreement", {each.identifier: "adopted" for each in agreed[-1:]}
    if voting.published != "lapsed":
        return "", {}
    here = [each for each in earlier if each.place == voting.place]
    parts = [each for each in here if _same(each, voting) and each.published == "rejected"]
    if parts:
        return "part", {parts[-1].identifier: "rejected"}
    taken = [each for each in here if not _same(each, voting) and each.published == "adopted"]
    return "place", {each.identifier: "adopted" for each in taken[-1:]}


def _same(one: Voting, other: Voting) -> bool:
    return (one.amendment, one.mover) == (other.amendment, other.mover)


def event(voting: Voting, earlier: Sequence[Voting]) -> Event:
    """The question as the command takes it.

    A show of hands that nobody counted is given as the President stated it: no test of the
    counting, but other questions lapse with it.
    """
    _, lapses = ground(voting, earlier)
    made: Event = {
        "identifier": voting.identifier,
        "start_date": voting.day,
        "rule": rule_of(voting),
        "lapses_with": lapses,
    }
    if voting.counts:
        options = zip(("yes", "no", "abstain"), voting.counts, strict=True)
        made["counts"] = [{"option": option, "value": value} for option, value in options]
    elif voting.published != "lapsed":
        made["stated"] = voting.published
    return made


def events() -> list[Event]:
    """Every question of the eight sittings, in order."""
    return [event(each, item[:at]) for item in lists() for at, each in enumerate(item)]
