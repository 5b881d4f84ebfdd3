"""What was left out of a file that was read, said on a form."""

from collections.abc import Iterable

from kurultai.language.terms import term
from kurultai.papers.draft import Left
from kurultai.site.tongue import LANGUAGE


def said_of(left: Iterable[Left]) -> tuple[str, ...]:
    """Each with where it stood, what it is in the language of the request, and its words."""
    return tuple(
        " · ".join(filter(None, (one.where, term(LANGUAGE.get(), "left_out", one.what), one.words)))
        for one in left
    )
