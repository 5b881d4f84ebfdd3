"""What the Security Council's resolutions seem to ask: how much is recognised, and how well.

Fifty paragraphs were drawn by chance and labelled by reading them, before looking at what is
suggested; the labels stand beside this by number of resolution and paragraph, without the words.
At first 47 of the 48 that were recognised had the right addressee and 41 the right action too;
then a report that is only mentioned was told from one that is asked for.
"""

from functools import cache
from pathlib import Path

from kurultai.language.undertakings import Suggestion, suggest
from kurultai.papers import plain
from kurultai.procedure.text import operative
from kurultai.texts.unit import walk
from tests.papers.shared import resolutions

LABELS = Path(__file__).parent / "undertakings" / "resolutions.txt"


@cache
def suggestions() -> dict[tuple[str, int], Suggestion]:
    """Of each operative paragraph, by the number of its resolution and its own."""
    return {
        (name.removeprefix("S_RES_")[:4], number): suggest(words, "en")
        for name, text in resolutions()
        for number, words in _paragraphs(text)
    }


def _paragraphs(text: str) -> list[tuple[int, str]]:
    units = operative(plain.read(text, "en").units)
    return [(n, " ".join(one.words.get("en", "") for one, _ in walk((u,)))) for n, u in units]


def labels() -> dict[tuple[str, int], tuple[str, str]]:
    """Whom each paragraph of the sample asks, and for what; "-": for none of the actions."""
    lines = (line.split(" ") for line in LABELS.read_text().splitlines())
    return {(document, int(number)): (whom, what) for document, number, whom, what in lines}


def test_how_many_paragraphs_are_recognised() -> None:
    found = suggestions().values()
    recognised = sum(bool(one.found) for one in found)
    asking = sum(bool(one.found) and one.addressed != "nobody" for one in found)
    assert (len(found), recognised, asking) == (4464, 4245, 2643)


def test_how_many_of_fifty_are_recognised_rightly() -> None:
    made = {place: suggestions()[place] for place in labels()}
    told = {place: one for place, one in made.items() if one.found}
    whom = sum(labels()[place][0] == one.addressed for place, one in told.items())
    what = sum(labels()[place] == (one.addressed, one.action or "-") for place, one in told.items())
    assert (len(made), len(told), whom, what) == (50, 50, 49, 46)
