"""Flaws of quorums: never reached, always reached, asked for by nobody, needed for nothing."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import chain

from kurultai.procedure.rulebook.entries import Election, Quorum, Rule, Voter
from kurultai.procedure.rulebook.flaws.known import Known, flaw
from kurultai.procedure.rulebook.flaws.rules import more_than_all
from kurultai.procedure.rulebook.place import Flaw, Place

PURPOSES = ("open", "debate", "decide", "elect", "roll_call")  # for which a house may need one
_EACH = "fraction_of_each_delegation"


def of_quorums(known: Known) -> Iterator[Flaw]:
    """Of each quorum, and of the purposes of rules and elections."""
    for place, quorum in known.of(Quorum):
        yield from _of_kind(place, quorum)
        yield from _of_asking(place, quorum)
        yield from _of_number(known, place, quorum)
        yield from _of_purposes(known, place, quorum)
    yield from _needed(known)


def _of_kind(place: Place, quorum: Quorum) -> Iterator[Flaw]:
    fractional = quorum.kind.startswith("fraction")
    fits = {
        "fraction": fractional,
        "more_than": fractional,
        "least": quorum.kind == "number",
        "size": quorum.kind == _EACH,
    }
    for key, fit in fits.items():
        if getattr(quorum, key) not in (None, False, 0, (0, 0)) and not fit:
            yield flaw(place, "not_of_kind", key, kind=quorum.kind)
    if fractional:
        yield from more_than_all(place, quorum.fraction, more_than=quorum.more_than)
    fewest, most = quorum.size
    if fewest > most:
        yield flaw(place, "size_order", "size")


def _of_asking(place: Place, quorum: Quorum) -> Iterator[Flaw]:
    for key in ("askers", "asking_groups"):
        if getattr(quorum, key) and not quorum.on_challenge:
            yield flaw(place, "unasked", key)


def _of_number(known: Known, place: Place, quorum: Quorum) -> Iterator[Flaw]:
    """More members than there are."""
    if quorum.kind != "number":
        return
    start, end = quorum.since, known.ends(quorum)
    most = known.most_seats(quorum.part, start, end) or known.most(_heads, start, end)
    if 0 < most < quorum.least:
        yield flaw(place, "never", "least", least=quorum.least, most=most)


def _heads(voters: Iterable[Voter]) -> Fraction:
    return Fraction(sum(1 for _ in voters))


def _of_purposes(known: Known, place: Place, quorum: Quorum) -> Iterator[Flaw]:
    deciding: tuple[Rule | Election, ...] = (*known.book.rules, *known.book.elections)
    purposes = {*PURPOSES, *(entry.purpose for entry in deciding)}
    if not quorum.purposes:
        yield flaw(place, "purpose_missing", "purposes")
    for purpose in quorum.purposes:
        if purpose not in purposes:
            named = ", ".join(sorted(purposes))
            yield flaw(place, "purpose_unknown", "purposes", purpose=purpose, known=named)


def _needed(known: Known) -> Iterator[Flaw]:
    """A rule that needs a quorum for a purpose that no quorum has."""
    purposes = {*PURPOSES, *(p for quorum in known.book.quorums for p in quorum.purposes)}
    deciding: Iterator[tuple[Place, Rule | Election]] = chain(known.of(Rule), known.of(Election))
    for place, entry in deciding:
        if entry.purpose not in purposes:
            named = ", ".join(sorted(purposes))
            yield flaw(place, "purpose_unknown", "purpose", purpose=entry.purpose, known=named)
