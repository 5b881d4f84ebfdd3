"""The sentences of changes, as a clerk of each language would read them out.

The folder instructions holds them for readers of each language to check. To write it anew after
a change: KURULTAI_WRITE_SENTENCES=1.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kurultai.language import LANGUAGES
from kurultai.language.instructions import (
    Unclear,
    label,
    parse,
    sentence,
    sentences,
    short,
)
from kurultai.language.instructions.tongues import GRAMMARS
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.number import labels
from kurultai.texts.unit import KINDS, Unit

SENTENCES = Path(__file__).parent / "instructions"
# Words of no language, so that each file shows the grammar alone.
WORDING = "Alpha beta gamma delta beta, epsilon zeta beta."


def text(language: str) -> Base:
    def unit(name: str, kind: str, *below: Unit, words: str = WORDING) -> Unit:
        return Unit(name, kind, {language: words}, below)

    annexed = unit("x1o", "operative", unit("q", "point"))
    points = [unit("o4a", "point", unit("o4ai", "point")), unit("o4b", "point")]
    return Base(
        (
            unit("title", "heading"),
            *(unit(f"p{n}", "preamble") for n in range(1, 4)),
            unit("s1", "section", *(unit(f"o{n}", "operative") for n in range(1, 4))),
            unit(
                "s2",
                "section",
                unit("h", "heading"),
                unit("o4", "operative", *points),
                *(unit(f"o{n}", "operative") for n in range(5, 11)),
            ),
            unit("closing", "closing"),
            unit("x1", "annex", unit("x1p", "preamble"), annexed),
            unit("x2", "annex", unit("x2o", "operative")),
        )
    )


def edit(unit: str, old: str, new: str, nth: int = 1) -> Callable[[str], Change]:
    """The nth occurrence of the old words becomes the new ones; of none, the place behind it."""
    at = -1
    for _ in range(nth):
        at = WORDING.index(old, at + 1)
    return lambda language: Edit(unit, language, at, at + len(old), new)


def put(unit: str, at: int, new: str) -> Callable[[str], Change]:
    return lambda language: Edit(unit, language, at, at, new)


def new(parent: str | None, after: str | None, *units: tuple[str, str]) -> Callable[[str], Change]:
    def change(language: str) -> Change:
        added = [Unit(f"new-{n}", kind, {language: w}) for n, (kind, w) in enumerate(units, 1)]
        return Add(parent, after, tuple(added))

    return change


def always(change: Change) -> Callable[[str], Change]:
    return lambda _: change


def nested(language: str) -> Change:
    points = tuple(Unit(f"new-{n}", "point", {language: "Omega."}) for n in (2, 3))
    return Add("s2", "o5", (Unit("new-1", "operative", {language: "Psi:"}, points),))


END = len(WORDING)
CHANGES: tuple[Callable[[str], Change], ...] = (
    edit("o4", "gamma delta", "kappa lambda"),
    edit("o1", "zeta", "eta"),
    edit("o2", "beta", "eta", nth=2),
    edit("o3", "beta", "eta", nth=3),
    edit("o5", "gamma ", ""),
    edit("o6", "gamma delta ", ""),
    edit("o7", ",", ";"),
    edit("o8", "lph", "n"),
    put("o9", WORDING.index("delta"), "kappa "),
    put("o10", WORDING.index("gamma"), "kappa lambda "),
    put("o4", 0, "Omega "),
    put("o4a", END, " Omega psi."),
    put("o4ai", WORDING.index(","), " (kappa)"),
    edit("o4b", WORDING, "Omega."),
    edit("p2", WORDING, ""),
    *(edit(unit, "gamma", "kappa") for unit in ("title", "p1", "p3", "s1", "h", "closing")),
    *(edit(unit, "gamma", "kappa") for unit in ("x1", "x1p", "x1o", "q")),
    *(always(Drop(unit)) for unit in ("title", "p1", "o4", "o4a", "s2", "closing", "x1", "x2o")),
    *(new(None, "p1", (kind, "Omega.")) for kind in KINDS),
    new("o4", None, ("point", "Omega.")),
    new(None, None, ("heading", "Omega"), ("preamble", "Psi.")),
    nested,
    always(Move("o4", "s2", "o6")),
    always(Move("o5", "s1", None)),
    always(Move("x2", None, None)),
)


def said(language: str) -> Iterator[str]:
    base = text(language)
    for change in CHANGES:
        yield sentence(base, change(language), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentences_read_as_they_were_agreed(language: str) -> None:
    file = SENTENCES / f"{language}.txt"
    now = "\n".join(said(language)) + "\n"
    if os.environ.get("KURULTAI_WRITE_SENTENCES"):
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_of_them_is_read_back(language: str) -> None:
    base = text(language)
    for change in CHANGES:
        wanted = change(language)
        assert parse(base, sentence(base, wanted, language), language) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_units_are_named_alike(language: str) -> None:
    called = [label(one, language) for one in labels(text(language).units).values()]
    assert len(set(called)) == len(called)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_holds_no_mark_of_quotation_of_its_own(language: str) -> None:
    grammar = GRAMMARS[language]
    marks = {mark for pair in grammar.quotes for mark in pair}
    written = [*grammar.frames.values(), *grammar.new.values(), *grammar.kinds.values()]
    written += [grammar.below, grammar.unworded, grammar.following, grammar.nth]
    assert not marks & set("".join(written))


def test_units_are_named_whole_and_short() -> None:
    named = labels(text("en").units)
    wanted = ("p2", "s2", "o4", "o4ai", "x1", "x1o")
    assert [label(named[unit], "en") for unit in wanted] == [
        *("second preambular paragraph", "section II", "paragraph 4", "paragraph 4 (a)(i)"),
        *("annex I", "annex I, paragraph 1"),
    ]
    assert [short(named[unit], "en") for unit in wanted] == [
        *("second preambular paragraph", "section II", "4", "4 (a)(i)"),
        *("annex I", "annex I, 1"),
    ]


def test_only_the_edits_of_the_readers_language_are_said_if_there_are_any() -> None:
    units = (
        Unit("a", "operative", {"en": "old words", "kk": "ескі сөз"}),
        Unit("b", "operative", {"en": "other", "kk": "ескі"}),
    )
    changes = (
        Edit("a", "kk", 0, 4, "жаңа"),
        Edit("a", "en", 0, 3, "new"),
        Edit("b", "kk", 0, 4, "жаңа"),
    )
    assert sentences(Base(units), changes, "en") == (
        "In paragraph 1, replace the word “old” with “new”.",
        "Қазақша: Replace the wording of paragraph 2 with: “жаңа”.",
    )


def test_what_goes_below_a_new_unit_is_said_to_go_there() -> None:
    base = text("en")
    assert sentence(base, Move("o1", "not-there-yet", None), "en") == (
        "Move paragraph 1 to the first place under the new unit."
    )


@pytest.mark.parametrize(
    "told",
    [
        *(
            "",
            "Good morning.",
            "Delete paragraph 99.",
            "In paragraph 1, delete the word “nowhere”.",
        ),
        *("In paragraph 1, delete the word “beta", "In paragraph 1, delete beta."),
        "In paragraph 1, delete the fourth occurrence of the word “beta”.",
        "After paragraph 1, insert the following: nonsense “x”.",
        "After paragraph 1, insert the following: paragraph x.",
    ],
)
def test_what_is_no_sentence_of_a_change_is_unclear(told: str) -> None:
    with pytest.raises(Unclear):
        parse(text("en"), told, "en")
