"""Drawing commitments from an adopted text, and reminding parties of them."""

from collections.abc import Iterator

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.document import Document
from kurultai.procedure.facts import Facts, Standing
from kurultai.procedure.following.commitment import OPEN_STATES, commitment_id
from kurultai.procedure.following.undertaking import check_undertaking
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, known, worded
from kurultai.procedure.text import operative


def drawn(
    register: Register, document: Document, facts: Facts, command: c.DrawCommitments
) -> list[a.Acted]:
    """What the paragraphs ask of whom from now on: made, described anew, or struck."""
    document.is_adopted()
    numbers = {unit.unit: number for number, unit in operative(document.units)}
    _check_once(command)
    acts: list[a.Acted] = []
    for paragraph in command.paragraphs:
        known(paragraph.unit, numbers, "document.unit_unknown")
        for party in paragraph.parties:
            known(party, (*register.parties, *register.organs), "register.party_unknown")
        undertaking = check_undertaking(register, paragraph.undertaking)
        drawing = _Drawing(document, facts, command, paragraph, numbers[paragraph.unit])
        acts += drawing.acts(undertaking)
    if not acts:
        raise Refused("commitment.nothing_changes")
    return acts


def _check_once(command: c.DrawCommitments) -> None:
    """Each paragraph is drawn once, and asks each party once."""
    named = [p.unit for p in command.paragraphs]
    twice = any(len(set(p.parties)) < len(p.parties) for p in command.paragraphs)
    if twice or len(set(named)) < len(named):
        raise Refused("commitment.paragraph_twice")


class _Drawing:
    """What one paragraph asked before, and asks now."""

    def __init__(
        self,
        document: Document,
        facts: Facts,
        command: c.DrawCommitments,
        paragraph: c.Drawn,
        number: int,
    ) -> None:
        self.document, self.command = document, command
        self.facts, self.paragraph, self.number = facts, paragraph, number
        here = (s for s in facts.commitments if s.unit == paragraph.unit and not s.struck)
        self.before = {standing.party: standing for standing in here}

    def acts(self, undertaking: a.Undertaking) -> list[a.Acted]:
        """In the order of the parties; those not named any more at the end."""
        named = [self._asked(party, undertaking) for party in self.paragraph.parties]
        return [*(act for act in named if act), *self._struck()]

    def _asked(self, party: str, undertaking: a.Undertaking) -> a.Acted | None:
        before = self.before.get(party)
        if before is None:
            return self._made(party, undertaking)
        if before.undertaking == undertaking:
            return None
        return self._acted(before.commitment, a.CommitmentDescribed(undertaking))

    def _made(self, party: str, undertaking: a.Undertaking) -> a.Acted:
        document, unit = self.document, self.paragraph.unit
        name = commitment_id(document.document, unit, party)
        if any(standing.commitment == name for standing in self.facts.commitments):
            name = commitment_id(document.document, f"{unit} {self.command.id}", party)
        made = a.CommitmentMade(
            name,
            document.document,
            unit,
            self.number,
            party,
            document.adopted_at,
            self.facts.series,
            document.text.ordered(document.words(unit)),
            undertaking.due,
            undertaking.tags,
            undertaking,
        )
        return self._acted(name, made)

    def _struck(self) -> Iterator[a.Acted]:
        for party, standing in self.before.items():
            if party not in self.paragraph.parties:
                reason = worded(self.command.reason)
                yield self._acted(standing.commitment, a.CommitmentStruck(reason))

    def _acted(self, commitment: str, act: a.ActBody) -> a.Acted:
        return a.Acted(commitment, self.document.audience, self.command.on, act)


def reminded(facts: Facts, command: c.RemindParty) -> list[a.Acted]:
    """The party was reminded of each of these; Refused if one is not its own or not open."""
    standing = {one.commitment: one for one in facts.commitments}
    for name in command.commitments:
        known(name, standing, "commitment.unknown")
        _check_awaited(standing[name], command.party)
    if not command.commitments:
        raise Refused("commitment.nothing_awaited")
    return [
        a.Acted(name, standing[name].audience, command.on, a.CommitmentReminded(command.party))
        for name in command.commitments
    ]


def _check_awaited(standing: Standing, party: str) -> None:
    if standing.party != party or standing.struck:
        raise Refused("commitment.unknown")
    if standing.state not in OPEN_STATES:
        raise Refused("commitment.nothing_awaited")
