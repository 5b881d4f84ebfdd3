"""Who may look after what goes out of the house."""

from dataclasses import replace

from kurultai.gate.clause import NotFound, cells
from kurultai.gate.viewer import Viewer

_TOLD = {  # what letters tell of
    "meeting": "SELECT 1 FROM meeting WHERE meeting = :name AND [meeting]",
    "document": "SELECT 1 FROM document WHERE document = :name AND [document]",
    "decision": "SELECT 1 FROM decision WHERE decision = :name AND [decision]",
    "commitment": """SELECT 1 FROM commitment JOIN document USING (document)
                     WHERE commitment = :name AND [commitment] AND [document]""",
}


def keeps_outward(viewer: Viewer) -> None:
    """NotFound unless the viewer may look after letters, subscribers and calls: the Secretariat."""
    if not viewer.secretariat:
        raise NotFound


def has_account(viewer: Viewer) -> str:
    """Who the viewer is on the record; NotFound for the public, who have nothing to look after."""
    if viewer.person is None:
        raise NotFound
    return viewer.person


def is_withdrawn_from_all(viewer: Viewer, identity: str) -> bool:
    """True of what letters tell of and everybody may not read, or not any more."""
    sql = _TOLD.get(identity.partition(":")[0])
    everybody = replace(viewer, person=None, offices=())
    return sql is not None and not cells(everybody, sql, name=identity)
