"""Why an amendment stands where it stands in the marshalled list, and why one fell.

Amendments are named by their number as it is printed, "3" or "3.1", so that none is declined.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kurultai.language import shares
from kurultai.language.catalogue import tongue
from kurultai.language.messages import N_

NO_RIVAL = N_("It has no rival: it is taken in the order of the text.")
ORDERS = {
    "furthest": N_("Among its rivals, what is furthest from the text is voted on first."),
    "text": N_("It has rivals: they are taken in the order of the text."),
    "strike_first": N_("A deletion is voted on before changes to what it deletes."),
    "perfect_first": N_("Changes are voted on before the deletion of what they change."),
}
FIGURE = N_("Of the words that these amendments concern, it changes %(part)s.")
SETTLING = {
    "sub": N_("It is a sub-amendment to amendment %(to)s: it is voted on before it."),
    "identical": N_("It is identical with amendment %(to)s: there is one vote on both."),
    "compromise": N_("It is a compromise: it is voted on before the amendments that it replaces."),
}
RIVALS = {
    "clash": N_("Only one of it and amendment %(to)s can be adopted."),
    "pre_empts": N_("If it is adopted, amendment %(to)s falls."),
    "pre_empted": N_("If amendment %(to)s is adopted, it falls."),
}
FLAGS = {
    "negation": N_(
        "A negation comes or goes: the meaning changes more than the number of words says."
    ),
    "untranslated": N_("It cannot be compared until it is translated."),
}
FALLS = {
    "clash": N_("It falls because amendment %(because)s was adopted: both change the same words."),
    "pre_empted": N_(
        "It falls because amendment %(because)s was adopted: what it changes is gone."
    ),
    "identical": N_("It was decided together with amendment %(because)s: they are identical."),
    "parent_rejected": N_(
        "It falls because amendment %(because)s, which it would change, was rejected."
    ),
    "parent_settled": N_(
        "It falls because amendment %(because)s, which it would change, is already decided."
    ),
    "replaced": N_("It falls because the compromise, amendment %(because)s, was adopted."),
    "signatures": N_("It falls because it never had the signatures that it needed."),
}
OTHER_FALL = N_("It falls because of amendment %(because)s.")


def explain_place(
    language: str, order: str, relation: str, figure: str, to_label: str, flags: Iterable[str] = ()
) -> str:
    """Why the amendment stands there: its relation to another, the order applied, its distance.

    ``order``, ``relation``, ``figure`` ("4/7") and ``flags`` are as in an act's `Place`;
    ``to_label`` is the number of the amendment that the relation is to.
    """
    said = tongue(language)
    told = (*_reasons(order, relation, figure), *(FLAGS[f] for f in flags if f in FLAGS))
    facts = {"to": to_label or "–", "part": percent(figure, language)}
    return " ".join(said.gettext(sentence) % facts for sentence in told)


def explain_fall(language: str, why: str, because_label: str) -> str:
    """Why the amendment is not put to the vote any more; ``why`` is as in an act's `Fallen`.

    ``because_label`` is not said of a fall for want of signatures, which no other amendment causes.
    """
    sentence = FALLS.get(why, OTHER_FALL)
    return tongue(language).gettext(sentence) % {"because": because_label}


def percent(figure: str, language: str) -> str:
    """A fraction as the language writes it in whole per cent; of nothing, nothing."""
    if not figure:
        return ""
    return shares.percent(str(round(Fraction(figure) * 100)), language)


def _reasons(order: str, relation: str, figure: str) -> Iterator[str]:
    if relation in SETTLING:
        yield SETTLING[relation]
        return
    if not relation and not figure:
        yield NO_RIVAL
        return
    yield from (table[key] for table, key in ((ORDERS, order), (RIVALS, relation)) if key in table)
    if figure and order == "furthest":
        yield FIGURE
