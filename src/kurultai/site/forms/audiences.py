"""Who may see something: the audiences that an officer may choose from."""

from kurultai.gate import register
from kurultai.site.forms.step import Choices, Step

_GENERAL = ("public", "members", "secretariat")


def audiences(step: Step) -> Choices:
    """Those to which the viewer belongs: nobody puts away what they must go on working with."""
    mine = register.audiences(step.viewer)
    groups = {group.group: step.pick(group.names) for group in register.groups(step.viewer)}
    general = step.terms("audience", *(name for name in _GENERAL if name in mine))
    others = [name for name in mine if name not in _GENERAL]
    return [*general, *((name, groups.get(name) or step.name(name)) for name in others)]
