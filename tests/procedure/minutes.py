"""Minutes as tests: given these acts, when this is asked, then these acts follow or a refusal."""

from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.decide import Situation, decide
from kurultai.procedure.document import Document, evolve_document
from kurultai.procedure.facts import Facts
from kurultai.procedure.following.commitment import Commitment, evolve_commitment
from kurultai.procedure.meeting import Meeting, evolve_meeting
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, evolve_register

TODAY = "2026-05-20"
STRICT = """
[[right]]
status = "member"
from = "2008-11-21"
may = ["speak", "propose", "vote"]
confidence = "C"

[[right]]
status = "observer"
from = "2008-11-21"
may = ["speak"]
confidence = "?"

[[rule]]
part = "chairs_meeting"
from = "2008-11-21"
kind = "all_voters_yes"
confidence = "?"
unconfirmed = ["absence", "abstention"]
"""

MEMBERS = ("party:az", "party:kg", "party:kz", "party:tr")
UNITS = (
    a.Unit("p1", "preamble", "Recalling Baku,"),
    a.Unit("o1", "operative", "Holds exercises together;"),
    a.Unit("o2", "operative", "Shares what it learns of cyber threats."),
)


class Minutes:
    """The acts so far, and what is asked next."""

    def __init__(self) -> None:
        self.register = Register()
        self.meeting = Meeting()
        self.document = Document()
        self.commitment = Commitment()
        self.facts = Facts()
        self.now = ""

    def given(
        self, *acts: a.ActBody, on: str = "2024-01-01", audience: str = "public"
    ) -> "Minutes":
        for act in acts:
            self.register = evolve_register(self.register, on, act)
            self.meeting = evolve_meeting(self.meeting, audience, act)
            self.document = evolve_document(self.document, audience, act, f"{on}T00:00Z")
            self.commitment = evolve_commitment(self.commitment, act)
        return self

    def knowing(self, **facts: Any) -> "Minutes":  # noqa: ANN401 - fields of Facts
        self.facts = Facts(**facts)
        return self

    def at(self, now: str) -> "Minutes":
        """From here on it is that instant."""
        self.now = now
        return self

    def governed(self, *entries: str) -> "Minutes":
        """From here on the rulebook says this of drafting too."""
        return self.given(a.RulebookAdopted("test", "\n".join((STRICT, *entries))), on=TODAY)

    def acted(self, command: c.Command) -> list[a.Acted]:
        """What follows, in which stream and for whom."""
        situation = Situation(
            TODAY,
            self.register,
            self.meeting,
            self.document,
            self.commitment,
            self.facts,
            self.now,
        )
        return decide(situation, command)

    def when(self, command: c.Command) -> list[a.ActBody]:
        """The acts that follow."""
        return [acted.act for acted in self.acted(command)]

    def then(self, command: c.Command) -> list[a.ActBody]:
        """The acts that follow, entered in the minutes."""
        acted = self.acted(command)
        for one in acted:
            self.given(one.act, on=one.on, audience=one.audience)
        return [one.act for one in acted]

    def refusal(self, command: c.Command) -> str:
        """The rule that forbids it; fails if nothing does."""
        return self.refused(command).rule

    def refused(self, command: c.Command) -> Refused:
        with pytest.raises(Refused) as refused:
            self.acted(command)
        return refused.value
