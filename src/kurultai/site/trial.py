"""Commands with nothing said but what they are about: enough for the gate to say who may try."""

from dataclasses import MISSING, fields
from typing import Any

from kurultai.gate.may import may
from kurultai.gate.viewer import Viewer
from kurultai.procedure import commands as c


def trial(kind: type[c.Asked], **about: object) -> Any:  # noqa: ANN401 - of the kind asked for
    """A command of that kind about these things, blank in all else."""
    blank = {
        part.name: ""
        for part in fields(kind)
        if part.default is MISSING and part.default_factory is MISSING
    }
    made: Any = kind
    return made(**{**blank, **about})


def may_try(viewer: Viewer, kind: type[c.Asked], **about: object) -> bool:
    """True if the viewer may try such a command about these things."""
    return may(viewer, trial(kind, **about))
