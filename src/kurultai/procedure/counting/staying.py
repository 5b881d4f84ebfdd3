"""Who stands in the next ballot, of those who are not elected."""

from typing import assert_never

from kurultai.procedure.counting.finding import Standing
from kurultai.procedure.counting.lot import draw
from kurultai.procedure.rulebook import Round

Ranked = tuple[Standing, ...]  # most votes first


def staying(held: Round, rest: Ranked, left: int, lot: str) -> tuple[Ranked, dict[str, object]]:
    """Of the rest those who stay by the round, for so many places; and the lot if it was drawn.

    ``lot`` is the seed with which one of those tied for last is drawn; empty: there is none.
    """
    match held.stay:
        case "all":
            return rest, {}
        case "top_two":
            return _first(rest, 2), {}
        case "twice_places":
            return _first(rest, 2 * left), {}
        case "drop_last":
            return _without_last(rest, left, lot)
        case _:
            assert_never(held.stay)


def _first(ranked: Ranked, number: int) -> Ranked:
    """The first so many, and whoever has as many votes as the last of them."""
    line = ranked[min(number, len(ranked)) - 1].votes
    return tuple(each for each in ranked if each.votes >= line)


def _without_last(rest: Ranked, left: int, lot: str) -> tuple[Ranked, dict[str, object]]:
    """All but the last; all of them if otherwise fewer would stay than there are places."""
    last = frozenset(each.candidate for each in rest if each.votes == rest[-1].votes)
    drawn: dict[str, object] = {}
    if len(last) > 1 and lot:
        order = draw(lot, last)
        last = frozenset(order[-1:])
        drawn = {"seed": lot, "order": order}
    stay = tuple(each for each in rest if each.candidate not in last)
    return (stay, drawn) if len(stay) >= left else (rest, {})
