"""Who may see something: the audiences that an officer may choose from."""

from kurultai.gate import register
from kurultai.site.forms.step import Choices, Step


def audiences(step: Step) -> Choices:
    """Everybody, the members, the secretariat, and each organ and party."""
    organs = (organ.organ for organ in register.organs(step.viewer))
    parties = (party.party for party in register.parties(step.viewer))
    general = step.terms("audience", "public", "members", "secretariat")
    return [*general, *step.named(*organs, *parties)]
