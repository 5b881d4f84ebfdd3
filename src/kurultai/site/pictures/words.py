"""What the lines of the pictures are called."""

from kurultai.gate.shapes.following import Rate
from kurultai.language.messages import N_
from kurultai.language.shares import say_percent
from kurultai.site.tongue import LANGUAGE, say

_LINES = {
    "texts": N_("Operative paragraphs of adopted texts"),
    "carried": N_("Paragraphs from which commitments follow"),
    "proposed": N_("Proposed"),
    "answered": N_("Answered"),
    "accepted": N_("Accepted or further"),
    "begun": N_("In progress or done"),
    "done": N_("Done"),
    "silent": N_("No answer yet"),
    "noted": N_("Noted"),
    "not_pursued": N_("Not pursued"),
    "superseded": N_("Superseded"),
    "months_6": N_("Up to 6 months"),
    "months_12": N_("6 to 12 months"),
    "years_2": N_("1 to 2 years"),
    "years_4": N_("2 to 4 years"),
    "older": N_("More than 4 years"),
}
_OF = N_("%(part)s of %(whole)s")


def line_word(key: str) -> str:
    """What a line is called, in the language of the request."""
    return say(_LINES[key])


def rate_said(rate: Rate) -> str:
    """How many answered of those asked."""
    return part_said(rate.answered, rate.asked)


def part_said(part: int, whole: int) -> str:
    """So many of so many, and what share that is."""
    numbers = say(_OF) % {"part": part, "whole": whole}
    if not whole or part in (0, whole):
        return numbers
    return f"{numbers} ({say_percent(part, whole, LANGUAGE.get())})"
