"""A roll call: who is called, in which order, and from which seed the first name is drawn."""

import secrets
from typing import Any

from kurultai.gate import register
from kurultai.gate.rules import book_of
from kurultai.gate.viewer import Viewer
from kurultai.language.collate import sort_key
from kurultai.language.words import pick
from kurultai.site.house import house
from kurultai.site.known import known

_SEED = 8  # bytes


def answered_by(viewer: Viewer, meeting: str, method: str) -> dict[str, Any]:
    """How a question is answered, as its command says; a seed that nobody could know before."""
    if method != "roll_call":
        return {"method": method}
    order = alphabetical(viewer, entitled(viewer, meeting))
    return {"method": method, "seed": secrets.token_hex(_SEED), "order": order}


def alphabetical(viewer: Viewer, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The parties as the alphabet of the assembly's first language has their names."""
    found = known(viewer)
    language = found.assembly.languages[0] if found.assembly else "en"
    names = ((pick(found.names.get(p, {}), language)[0] or p, p) for p in parties)
    return tuple(party for _, party in sorted(names, key=lambda n: sort_key(n[0], language)))


def entitled(viewer: Viewer, meeting: str) -> tuple[str, ...]:
    """The parties that may vote today."""
    today = house().today()
    _part, book = book_of(viewer, meeting, today)
    if book is None:
        return ()
    statuses = register.statuses_on(viewer, today)
    return tuple(party for party, status in statuses.items() if book.may(status, "vote"))
