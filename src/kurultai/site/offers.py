"""A step that fits a page; whether the viewer may try it is for the gate."""

from dataclasses import dataclass
from typing import Any

from kurultai.gate.viewer import Viewer
from kurultai.site.forms.step import Step
from kurultai.site.paths import path_of


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that fits the state of the page, with the address of its form."""

    step: type[Step]
    address: str
    about: dict[str, object]
    first: bool = True  # worth a button when it is the first that is open to the viewer


def at(
    step: type[Step],
    subject: str,
    part: str,
    about: dict[str, object],
    *,
    first: bool = True,
) -> Offer:
    """A step under the page of its subject."""
    return Offer(step, f"{path_of(subject)}/{part}", about, first)


def own(
    viewer: Viewer,
    about: dict[str, object],
    field: str,
    *offices: str,
) -> dict[str, Any]:
    """The same, in the name of the delegation for which the viewer speaks, if any."""
    mine = viewer.parties(*(offices or ("head_of_delegation",)))
    return {**about, field: mine[0]} if mine else {**about}
