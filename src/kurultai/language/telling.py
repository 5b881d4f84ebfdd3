"""What sentences are made of: a closed set, a source, a list of names, a number."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from kurultai.language.catalogue import Tongue
from kurultai.language.collate import sort_key
from kurultai.language.messages import N_
from kurultai.language.terms import term

Names = Callable[[str], str]

UNCONFIRMED = {
    "threshold": N_("No source confirms how many votes in favour this body needs."),
    "absence": N_("No source confirms how this body counts an absent delegation."),
    "abstention": N_("No source confirms how this body counts an abstention."),
    "quorum": N_("No source confirms what quorum this body needs."),
}


def known(said: Tongue, sentences: Mapping[Any, str], key: object) -> Iterator[str]:
    """The sentence of that key, if it has one."""
    if key in sentences:
        yield said.gettext(sentences[key])


def source(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    """The article, if there is one, and how sure it is."""
    if finding["article"]:
        yield said.gettext(N_("Source: %(article)s. %(confidence)s.")) % {
            "article": finding["article"],
            "confidence": term(said.language, "confidence", finding["confidence"]),
        }


def listed(said: Tongue, sentence: str, parties: Iterable[str], names: Names) -> Iterator[str]:
    """The sentence with the names in the order of the language's alphabet; none without names."""
    called = sorted(map(names, parties), key=lambda name: sort_key(name, said.language))
    if called:
        yield said.gettext(sentence) % {"count": len(called), "names": ", ".join(called)}


def doubts(said: Tongue, finding: Mapping[str, Any]) -> Iterator[str]:
    """What no source confirms, one sentence each."""
    for key in finding.get("unconfirmed", ()):
        yield from known(said, UNCONFIRMED, key)


def lot(said: Tongue, drawn: Mapping[str, Any], names: Names) -> Iterator[str]:
    """The lot, by which anybody can draw it again; nothing where none was drawn."""
    if drawn:
        sentence = N_("The lot with the published seed %(seed)s drew in this order: %(names)s.")
        order = ", ".join(map(names, drawn["order"]))
        yield said.gettext(sentence) % {"seed": drawn["seed"], "names": order}


def grammatical(number: int | str | Fraction) -> int:
    """The whole number whose plural form the number takes: a part of a vote takes that of two."""
    exact = Fraction(number)
    return int(exact) if exact.denominator == 1 else 2
