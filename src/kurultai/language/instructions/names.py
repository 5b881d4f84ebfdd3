"""Names of units: "paragraph 4 (a)", "second preambular paragraph", "annex I, paragraph 3"."""

from kurultai.language.instructions.grammar import steps
from kurultai.language.instructions.places import way
from kurultai.language.instructions.tongues import grammar_of
from kurultai.texts.number import Label

_ARTICLES = {"en": ("the ",), "hu": ("a ", "az ")}


def label(label: Label, language: str) -> str:
    """The unit's whole name, without an article."""
    said = grammar_of(language).place(way(label), "nom")
    articles = _ARTICLES.get(language, ())
    return next((said.removeprefix(one) for one in articles if said.startswith(one)), said)


def short(label: Label, language: str) -> str:
    """The name for narrow places: of a paragraph and its points the number alone, "4 (a)"."""
    if not _by_number(label):
        return _whole(label, language)
    outer = [step for step in label.within if step.kind == "annex"][-1:]
    above = [str(step.numbers[0]) for step in label.within if step.kind == "operative"]
    points = "".join(f"({sign})" for sign in steps(label.numbers))
    own = points if label.kind == "point" else str(label.numbers[0])
    return ", ".join([*(_whole(step, language) for step in outer), " ".join([*above, own])])


def _by_number(label: Label) -> bool:
    if label.kind == "point":
        return all(step.kind in ("operative", "annex") for step in label.within)
    return label.kind == "operative"


_whole = label
