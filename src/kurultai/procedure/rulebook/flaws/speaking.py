"""Flaws of speeches: longer than any sitting."""

from collections.abc import Iterator

from kurultai.procedure.rulebook.entries import Speaking
from kurultai.procedure.rulebook.flaws.known import Known, flaw
from kurultai.procedure.rulebook.place import Flaw

LONGEST = 86_400  # seconds: a day


def of_speaking(known: Known) -> Iterator[Flaw]:
    """Of each kind of speech: a time in a smaller unit than seconds shows by its size."""
    for place, speech in known.of(Speaking):
        if speech.seconds > LONGEST:
            yield flaw(place, "speech_long", "seconds", seconds=speech.seconds)
