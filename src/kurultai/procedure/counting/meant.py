"""What an event means, whatever its capitals: "Yes" and "YES" are yes.

Nothing else is guessed at: another word, or an abbreviation, is refused later on.
"""

from collections.abc import Container, Iterable
from typing import TypeVar

from msgspec.structs import replace

from kurultai.procedure.counting.event import Ballot, Count, VoteEvent
from kurultai.procedure.counting.expiry import AMENDMENT
from kurultai.procedure.counting.options import OPTIONS
from kurultai.procedure.counting.poll import BALLOTS, OTHERWISE

WORDS = frozenset((*OPTIONS, *OTHERWISE, BALLOTS, AMENDMENT))
Said = TypeVar("Said", Ballot, Count)


def as_meant(event: VoteEvent) -> VoteEvent:
    """The event with its options as we write them; a candidate who stands keeps the name."""
    names = frozenset(event.candidates)
    asked = event.departure
    if asked is not None:
        asked = replace(
            asked, counts=_meant(asked.counts, names) or (), votes=_meant(asked.votes, names) or ()
        )
    votes, counts = _meant(event.votes, names), _meant(event.counts, names)
    chair = _word(event.chair_vote, names)
    if (votes, counts, chair, asked) == (event.votes, event.counts, event.chair_vote, None):
        return event
    return replace(event, votes=votes, counts=counts, chair_vote=chair, departure=asked)


def _meant(said: tuple[Said, ...] | None, names: Container[str]) -> tuple[Said, ...] | None:
    """The same, unless one is written otherwise: as many votes as there are, words are few."""
    if not any(_word(option, names) != option for option in _options(said or ())):
        return said
    return tuple(replace(each, option=_word(each.option, names)) for each in said or ())


def _options(said: Iterable[Ballot | Count]) -> frozenset[str]:
    return frozenset(each.option for each in said)


def _word(option: str, names: Container[str]) -> str:
    plain = option.lower()
    return plain if plain in WORDS and option not in names else option
