"""What a viewer may do now on a page."""

from dataclasses import dataclass

from kurultai.gate.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Action:
    """A link to the form of a step."""

    label: str
    url: str
    primary: bool = False


def actions_for(viewer: Viewer, subject: str, page: object) -> tuple[Action, ...]:  # noqa: ARG001
    """The steps open to the viewer on the page of the subject, the next one first."""
    return ()
