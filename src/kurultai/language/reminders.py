"""The letter by which a parliament is reminded: nothing stands in it that is not for everybody."""

from dataclasses import dataclass

from kurultai.language.catalogue import tongue
from kurultai.language.dates import say_when
from kurultai.language.messages import N_

_SUBJECT = N_("%(assembly)s: what awaits an answer of your parliament")
_ASKS = N_("the Secretariat asks you to look at the page of your parliament:")
_HIDDEN = N_("What awaits an answer is shown there when you have signed in.")
_ANSWERS = N_("Each answer counts, also to take note of a text or not to pursue it.")
_DUE = N_("due %(day)s")
_LONGEST = 50  # of the commitments that a letter names


@dataclass(frozen=True, slots=True)
class Named:
    """A public commitment: its text and paragraph, and the day by which it is due, if any."""

    text: str
    due: str


def reminder(
    language: str, *, assembly: str, person: str, address: str, named: tuple[Named, ...] | None
) -> tuple[str, str]:
    """Subject and body; ``named`` is None if any of it is not for everybody."""
    said = tongue(language)
    about = [said.gettext(_HIDDEN)] if named is None else _listed(language, named)
    paragraphs = (
        f"{person},",
        f"{said.gettext(_ASKS)}\n{address}",
        "\n".join(about),
        said.gettext(_ANSWERS),
        assembly,
    )
    return said.gettext(_SUBJECT) % {"assembly": assembly}, "\n\n".join(paragraphs) + "\n"


def _listed(language: str, named: tuple[Named, ...]) -> list[str]:
    ngettext = tongue(language).ngettext
    count = len(named)
    head = ngettext(
        "%(num)s commitment awaits an answer or is past its day:",
        "%(num)s commitments await an answer or are past their day:",
        count,
    )
    return [head % {"num": count}, *(_line(language, one) for one in named[:_LONGEST])]


def _line(language: str, one: Named) -> str:
    due = tongue(language).gettext(_DUE) % {"day": say_when(one.due, language)} if one.due else ""
    return "- " + ", ".join(filter(None, (one.text, due)))
