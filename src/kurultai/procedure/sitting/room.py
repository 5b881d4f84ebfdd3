"""The room: all that a sitting is decided on, in one place."""

from dataclasses import dataclass

from kurultai.procedure.floor import part_of
from kurultai.procedure.meeting import Meeting
from kurultai.procedure.register import Register, known
from kurultai.procedure.rulebook import Rulebook
from kurultai.procedure.sitting.state import Sitting


@dataclass(frozen=True, slots=True)
class Room:
    """The register, the meeting, the day, and the instant ("2026-05-20T14:00Z")."""

    register: Register
    meeting: Meeting
    on: str
    now: str

    @property
    def sitting(self) -> Sitting:
        """What is before the house."""
        return self.meeting.sitting

    @property
    def part(self) -> str:
        """The part of the rulebook by which the meeting goes."""
        return part_of(self.register, self.meeting)

    @property
    def book(self) -> Rulebook:
        """The rulebook in force on the day."""
        return self.register.rulebook(self.on)

    def may(self, party: str, right: str) -> bool:
        """Whether the party may "speak", "propose" or "vote" on the day; Refused if unknown."""
        known(party, self.register.parties, "register.party_unknown")
        status = self.register.status_of(party, self.on)
        return status is not None and self.book.may(status, right, self.on)
