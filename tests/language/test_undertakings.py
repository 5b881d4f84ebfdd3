"""What a paragraph seems to ask: sentences of our own in each language, and real resolutions."""

from pathlib import Path

import pytest

from kurultai.language import LANGUAGES
from kurultai.language.undertakings import Suggestion, suggest, suggested
from kurultai.procedure.following.undertaking import ACTIONS

SENTENCES = Path(__file__).parent / "undertakings"
_ALL = sorted(ACTIONS)


def _sentences(language: str) -> list[tuple[str, str, str]]:
    lines = (SENTENCES / f"{language}.txt").read_text().splitlines()
    parted = (line.partition(" | ") for line in lines)
    return [(*label.split(" "), words) for label, _, words in parted]  # type: ignore[misc]


CASES = [(language, *case) for language in LANGUAGES for case in _sentences(language)]


@pytest.mark.parametrize(("language", "addressed", "action", "words"), CASES)
def test_verbs_tell_what_is_asked_of_whom(
    language: str, addressed: str, action: str, words: str
) -> None:
    found = suggest(words, language)
    assert (found.addressed, found.action or "-") == (addressed, action)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_is_known_in_every_language(language: str) -> None:
    tried = {action for _, action, _ in _sentences(language)} - {"-"}
    assert sorted({*tried, "other"}) == _ALL


@pytest.mark.parametrize(("language", "words"), [(case[0], case[3]) for case in CASES])
def test_the_words_that_told_it_stand_in_the_paragraph(language: str, words: str) -> None:
    found = suggest(words, language)
    assert found.found
    assert all(part in words for part in found.found)


def test_what_nothing_is_recognised_in_suggests_nothing() -> None:
    assert suggest("The sky is blue.", "en") == Suggestion()
    assert suggest("", "tr") == suggest("Anything", "xx") == Suggestion()


def test_of_several_languages_the_first_in_which_something_is_recognised_tells() -> None:
    words = {"en": "The sky is blue.", "tr": "Üyeleri ortak tatbikata çağırır."}
    assert suggested(words, ("en",)).language == "tr"
    assert suggested(words).action == "exercise"
