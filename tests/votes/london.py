"""The minutes of the council of London, Ontario, and its committees, read as vote events."""

import json
import re
import tarfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.papers.shared import shared
from tests.votes.conftest import Event

OPTIONS = {
    "Yeas": "yes",
    "Nays": "no",
    "Recuse": "recused",
    "Conflict": "recused",
    "Absent": "absent",
    "Abstain(0.00": "abstain",  # in a ballot: names that were left unused
}
SECTIONS = {  # of the Council Procedure By-law, as a motion cites it
    "13.6": "reconsider",
    "35.10": "reconsider",
    "11.3": "leave",
    "18.4": "leave",
}
Tree = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Motion:
    """A motion or a ballot on which members were called by name; ``said`` in the minutes' order."""

    identifier: str
    day: str
    part: str
    item: str
    text: str
    published: str
    said: tuple[tuple[str, tuple[str, ...]], ...]

    def who(self, option: str) -> tuple[str, ...]:
        """Who said the option, as the minutes call it."""
        return next((voters for said, voters in self.said if said == option), ())

    @property
    def is_ballot(self) -> bool:
        return self.published.startswith("Majority Winner")

    @property
    def candidates(self) -> tuple[str, ...]:
        """Whom a ballot was between; the minutes give first names."""
        return tuple(option for option, _ in self.said if option not in OPTIONS)

    @property
    def members(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(voter for _, voters in self.said for voter in voters))


@cache
def motions() -> tuple[Motion, ...]:
    """Every motion and ballot with a roll call, in order; skipped where the minutes are absent."""
    return tuple(
        motion
        for meeting in _meetings()
        for motion in _called(meeting)
        if motion.said  # carried on the voices otherwise, or a text whose parts are voted on
    )


def _meetings() -> Iterator[Tree]:
    with tarfile.open(shared("london_council_meetings.tar.gz")) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            stored = archive.extractfile(member) if member.isfile() else None
            if stored:
                yield json.loads(stored.read())


def _called(meeting: Tree) -> Iterator[Motion]:
    day = meeting["datetime"][:10]
    part = "council" if meeting["meeting_type"] == "Council" else "committee"
    name = f"{day} {meeting['meeting_type']}, meeting {re.findall('[0-9]+', meeting['title'])[0]}"
    for number, (item, content) in enumerate(_contents(meeting), start=1):
        yield Motion(
            identifier=f"{name}, motion {number}",
            day=day,
            part=part,
            item=item,
            text=" ".join(each["string"] for each in content["motion_texts"]),
            published=(content["result"] or {}).get("string", ""),
            said=tuple(_row(row) for row in (content["vote"] or {}).get("rows", ())),
        )


def _contents(node: Tree) -> Iterator[tuple[str, Tree]]:
    """The motions of an item and of the items under it, in the order of the minutes."""
    for item in (node.get("items") or {}).values():
        for content in item["content"] or ():
            if "motion_texts" in content:
                yield item["title"], content
        yield from _contents(item)


def _row(row: Tree) -> tuple[str, tuple[str, ...]]:
    names = (name.removeprefix("Mayor ") for name in row["voters"] if name != "None")
    return row["vote"].removesuffix(":"), tuple(names)


def events() -> list[Event]:
    """Every motion and ballot with a roll call, in order."""
    rounds: dict[tuple[str, str], int] = {}
    made = []
    for motion in motions():
        if motion.is_ballot:
            rounds[motion.day, motion.item] = rounds.get((motion.day, motion.item), 0) + 1
        made.append(_event(motion, rounds.get((motion.day, motion.item), 1)))
    return made


def _event(motion: Motion, number: int) -> Event:
    made: Event = {
        "identifier": motion.identifier,
        "start_date": motion.day,
        "rule": f"{motion.part}.{_rule(motion)}",
        "entitled": motion.members,
        "votes": [
            {"voter_id": voter, "option": OPTIONS.get(option, option)}
            for option, voters in motion.said
            for voter in voters
        ],
    }
    if motion.is_ballot:
        required = re.search(r"Requires (?:up to )?(\d+) Member", motion.item + motion.text)
        places = int(required[1]) if required else 1
        made |= {"round": number, "candidates": motion.candidates, "places": places}
    return made


def _rule(motion: Motion) -> str:
    if motion.is_ballot:
        return "appointment"
    cited = re.search(r"pursuant to section (\d+\.\d+) of the Council Procedure", motion.text)
    return SECTIONS.get(cited[1], "default") if cited else "default"


def dropped(ballot: Motion, after: Sequence[Motion]) -> tuple[str, ...]:
    """Who no longer stands in the next ballot for the same places."""
    following = next(each for each in after if each.is_ballot and each.item == ballot.item)
    return tuple(name for name in ballot.candidates if name not in following.candidates)
