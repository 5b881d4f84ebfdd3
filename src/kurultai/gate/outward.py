"""Who may look after what goes out of the house."""

from kurultai.gate.clause import NotFound
from kurultai.gate.viewer import Viewer


def keeps_outward(viewer: Viewer) -> None:
    """NotFound unless the viewer may look after letters, subscribers and calls: the Secretariat."""
    if not viewer.secretariat:
        raise NotFound


def has_account(viewer: Viewer) -> str:
    """Who the viewer is on the record; NotFound for the public, who have nothing to look after."""
    if viewer.person is None:
        raise NotFound
    return viewer.person
