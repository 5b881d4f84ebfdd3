"""What no source confirms: no flaw of a rulebook, but to be known by whoever uses it."""

from collections.abc import Iterator

from kurultai.procedure.rulebook.entries import Voter
from kurultai.procedure.rulebook.flaws.known import Known, flaw
from kurultai.procedure.rulebook.place import Flaw, Place


def of_sureness(known: Known) -> Iterator[Flaw]:
    """Each entry that is recalled or not confirmed, or what of it is; voters all in one."""
    voters: dict[str, list[Place]] = {"R": [], "?": []}
    for place, entry in known.entries:
        doubts: tuple[str, ...] = getattr(entry, "unconfirmed", ())
        if isinstance(entry, Voter):
            voters.get(entry.confidence, []).append(place)
        elif doubts:
            yield flaw(place, "doubts", "unconfirmed", doubts=", ".join(doubts))
        elif entry.confidence == "R":
            yield flaw(place, "recalled", "confidence")
        elif entry.confidence == "?":
            yield flaw(place, "unconfirmed", "confidence")
    for places in filter(None, voters.values()):
        yield flaw(places[0], "voters_unconfirmed", "confidence", number=len(places))
