"""The words page says what the interface says."""

from pathlib import Path

from kurultai.language import LANGUAGES
from kurultai.language.case import lower
from kurultai.language.terms import term

PAGE = Path(__file__).parents[2] / "docs" / "words.md"
TOLD = {
    "member": ("status", "member"),
    "observer": ("status", "observer"),
    "guest of honour": ("status", "guest_of_honour"),
    "chair": ("office", "chair"),
    "national coordinator": ("office", "national_coordinator"),
    "plenary session": ("organ_kind", "plenary"),
    "operative paragraph": ("unit_kind", "operative"),
    "preamble paragraph": ("unit_kind", "preamble"),
    "authentic text": ("standing", "authentic"),
    "declaration": ("document_kind", "declaration"),
    "recommendation": ("document_kind", "recommendation"),
    "resolution": ("document_kind", "resolution"),
    "in favour": ("choice", "yes"),
    "against": ("choice", "no"),
    "abstains": ("choice", "abstain"),
    "absent": ("choice", "absent"),
    "quorum": ("doubt", "quorum"),
    "adopted": ("result", "adopted"),
    "rejected": ("result", "rejected"),
    "dropped": ("result", "dropped"),
    "tied": ("result", "tied"),
    "vetoed": ("result", "vetoed"),
    "lapsed": ("result", "lapsed"),
    "elected": ("result", "elected"),
    "election": ("election", "election"),
    "departure from a rule": ("rule_name", "departure"),
    "simple majority": ("rule_name", "simple"),
    "roll call": ("rule_key", "roll_call"),
    "sub-amendment": ("relation", "sub"),
    "compromise": ("relation", "compromise"),
    "fallen": ("amendment_state", "fallen"),
    "withdrawn": ("amendment_state", "withdrawn"),
    "silence kept": ("silence_state", "kept"),
    "reservation": ("remark", "reservation"),
    "explanation of vote": ("remark", "explanation"),
    "section": ("unit_kind", "section"),
    "annex": ("unit_kind", "annex"),
    "point": ("unit_kind", "point"),
    "challenge": ("scheme", "challenge"),
    "area": ("scheme", "area"),
    "joint effort": ("scheme", "effort"),
    "strategy": ("scheme", "strategy"),
    "proposed": ("commitment_state", "proposed"),
    "accepted": ("commitment_state", "accepted"),
    "noted": ("commitment_state", "noted"),
    "superseded": ("commitment_state", "superseded"),
    "goal": ("scheme", "goal"),
    "in progress": ("commitment_state", "in_progress"),
    "done": ("commitment_state", "done"),
    "not pursued": ("commitment_state", "not_pursued"),
}
COLUMNS = [language for language in LANGUAGES if language != "en"]


def rows() -> dict[str, list[str]]:
    """The nine-language table: English word to the others."""
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return {first: rest for first, *rest in cells if len(rest) == len(COLUMNS)}


def test_the_words_page_says_what_the_interface_says() -> None:
    said = {
        word: [lower(term(language, *key), language) for language in COLUMNS]
        for word, key in TOLD.items()
    }
    assert {word: rows()[word] for word in TOLD} == said


def test_every_word_on_the_page_has_all_nine_languages() -> None:
    assert [word for word, others in rows().items() if not all(others)] == []
