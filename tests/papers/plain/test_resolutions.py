"""902 resolutions of the Security Council go in and out unchanged."""

import re
import unicodedata
from collections import Counter

from kurultai.papers import plain
from kurultai.papers.paper import Paper
from kurultai.texts.unit import Unit
from tests.papers.shared import resolutions

LETTERS = re.compile(r"\w")
NUMBER = re.compile(r"(?m)^[0-9]+\. ")


def letters(text: str) -> str:
    """All letters and digits in order: line ends, and hyphens at them, are nobody's words."""
    return "".join(LETTERS.findall(unicodedata.normalize("NFC", text)))


def written(units: tuple[Unit, ...]) -> str:
    paper = Paper("document:1", "assembly:1", {}, "", "", {}, units, {}, "draft", "", 0)
    return plain.write(paper, "en")


def added(out: str, text: str) -> int | None:
    """How many paragraph numbers the written text has beyond the source; None if words differ."""
    rest, numbers = letters(text), 0
    for line in out.splitlines():
        has_number = rest.startswith(letters(line))
        said = letters(line if has_number else NUMBER.sub("", line))
        if not rest.startswith(said):
            return None
        numbers += not has_number
        rest = rest[len(said) :]
    return None if rest else numbers


def test_every_word_is_in_the_tree_and_in_order() -> None:
    """Letter for letter; 18 texts have paragraphs without numbers, which gain one."""
    differing = Counter[int | None]()
    for _, text in resolutions():
        differing[added(written(plain.read(text, "en").units), text)] += 1
    assert differing[None] == 0
    assert (differing[0], len(resolutions())) == (884, 902)


def test_written_and_read_again_it_is_the_same_tree() -> None:
    for name, text in resolutions():
        units = plain.read(text, "en").units
        assert plain.read(written(units), "en").units == units, name


def test_the_form_that_a_clerk_edits_is_the_same_tree() -> None:
    for name, text in resolutions():
        units = plain.read(text, "en").units
        assert plain.structured(plain.written(units, "en"), "en").units == units, name


def test_how_many_are_understood() -> None:
    counts = Counter(plain.read(text, "en").structured for _, text in resolutions())
    assert counts == {"fully": 318, "partly": 582, "not": 2}
