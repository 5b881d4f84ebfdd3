"""What the lines of the pictures are called."""

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from kurultai.gate.shapes import MeetingRow
from kurultai.gate.viewer import Viewer
from kurultai.language.messages import N_
from kurultai.language.shares import say_percent
from kurultai.site.known import known
from kurultai.site.pages_environment import ordinal, term, words
from kurultai.site.paths import path_of
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
_KINDS = {
    "answered": N_("Answered"),
    "silent": N_("No answer yet"),
    "paragraph": N_("Paragraphs"),
}
_OTHER = N_("Other")
_OF = N_("%(part)s of %(whole)s")


def line_word(key: str) -> str:
    """What a line is called, in the language of the request."""
    return say(_LINES[key])


def kind_word(kind: str) -> str:
    """What a piece stands for: a state, or one of our own."""
    return say(_KINDS[kind]) if kind in _KINDS else term("commitment_state", kind)


def key_word(kind: str) -> str:
    """The same in the key of a picture, where "proposed" is told from all that was proposed."""
    said = kind_word(kind)
    return f"{said} ({kind_word('silent')})" if kind == "proposed" else said


def linked(viewer: Viewer, met: Mapping[str, MeetingRow]) -> Callable[[str], Markup]:
    """What a line is about, with the way to its page; of meetings, those in ``met`` alone."""
    names = known(viewer).names

    def link(of: str) -> Markup:
        if of in met:
            named = _meeting(met[of])
        elif of in names:
            named = words(names[of])
        else:  # under no area, or at a meeting that is not the viewer's to know of
            return escape(say(_OTHER))
        return Markup(f'<a href="{escape(path_of(of))}">{named}</a>')  # noqa: S704 - both escaped

    return link


def _meeting(row: MeetingRow) -> Markup:
    return escape(f"{ordinal(row.ordinal)} ") + words(row.series_names)


def part_said(part: int, whole: int) -> str:
    """So many of so many, and what share that is."""
    numbers = say(_OF) % {"part": part, "whole": whole}
    if not whole or part in (0, whole):
        return numbers
    return f"{numbers} ({say_percent(part, whole, LANGUAGE.get())})"
