"""Words that turn a sentence round: their coming or going is small in length, not in substance."""

from collections import Counter
from collections.abc import Sequence

from kurultai.texts.amendment import Amendment
from kurultai.texts.apply import spliced
from kurultai.texts.base import Base
from kurultai.texts.change import Edit
from kurultai.texts.patch import patch
from kurultai.texts.wording import pieces

# Whole words only: the suffixes that negate a Turkic verb are those of other words too.
_WORDS = {
    "en": ("not", "no", "never", "without", "nor", "neither", "cannot", "none"),
    "ru": ("не", "нет", "без", "ни", "никогда", "нельзя"),
    "az": ("deyil", "yox", "heç"),
    "kk": ("емес", "жоқ", "ешқашан"),
    "ky": ("эмес", "жок", "эч"),
    "tr": ("değil", "yok", "asla", "hiç"),
    "uz": ("emas", "yo'q", "hech"),
    "tk": ("däl", "ýok", "hiç"),
    "hu": ("nem", "ne", "nincs", "sem", "nélkül", "soha"),
}
_APOSTROPHES = str.maketrans({"‘": "'", "’": "'", "ʻ": "'", "ʼ": "'", "\u0307": None})


def negations(words: str, language: str) -> Counter[str]:
    """The words of negation in a wording, with how often each stands there."""
    known = _WORDS.get(language, ())
    found = (piece.casefold().translate(_APOSTROPHES) for piece in pieces(words))
    return Counter(word for word in found if word in known or word.endswith("n't"))


def negates(base: Base, amendment: Amendment) -> bool:
    """Whether a word of negation comes into a wording that the amendment edits, or goes from it."""
    for unit, languages in patch(base, [amendment]).edits.items():
        for language, spans in languages.items():
            old, new = _around(base.words(unit, language), [edit for edit, _ in spans])
            if negations(old, language) != negations(new, language):
                return True
    return False


def _around(words: str, edits: Sequence[Edit]) -> tuple[str, str]:
    """The old and the new words from the space before the first edit to that after the last."""
    start = max(words.rfind(" ", 0, edits[0].start), 0)
    end = words.find(" ", edits[-1].end)
    end = len(words) if end < 0 else end
    return words[start:end], spliced(words[:end], edits)[start:]
