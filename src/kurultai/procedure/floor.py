"""The floor: all that drafting is decided on, in one place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kurultai.procedure import acts as a
from kurultai.procedure.document import Document, nothing_pending
from kurultai.procedure.instant import after, read_instant, written
from kurultai.procedure.meeting import Meeting
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register
from kurultai.procedure.rulebook import WHOLE, Drafting, Stage


@dataclass(frozen=True, slots=True)
class Floor:
    """The register, the meeting, its document, the rule in force on the day, and the instant."""

    register: Register
    meeting: Meeting
    document: Document
    rule: Drafting
    on: str
    now: str

    @property
    def instant(self) -> datetime:
        """Now."""
        return read_instant(self.now)

    def acted(self, *acts: a.ActBody) -> list[a.Acted]:
        """The acts in the document's stream, for those who see the document."""
        document = self.document
        return [a.Acted(document.document, document.audience, self.on, act) for act in acts]

    def check_text(self, *stages: Stage) -> None:
        """Refused unless the rulebook's gates before these stages are open."""
        if any(stage in self.rule.languages_before for stage in stages):
            self.check_languages()
        if {"debate", "silence"} & set(stages):
            self.check_notice()

    def check_languages(self) -> None:
        """Refused while a language that the rule asks for is behind."""
        text = self.document.text
        behind = {lang: len(text.behind(lang)) for lang in self.languages()}
        told = ", ".join(f"{lang} {count}" for lang, count in behind.items() if count)
        if told:
            raise Refused("document.languages_behind", {"languages": told})

    def languages(self) -> tuple[str, ...]:
        """The languages that the rule asks for: those it names, or the authentic ones."""
        standings = self.document.text.standings.items()
        authentic = (
            *self.document.authentic,
            *(lang for lang, how in standings if how == "authentic"),
        )
        return tuple(dict.fromkeys(self.rule.languages or authentic))

    def check_notice(self) -> None:
        """Refused until the text has been with the delegations as long as the rule asks."""
        text = self.document.text
        given = [text.given.get(lang, "") for lang in (*self.languages(), text.first)]
        if not (self.rule.notice and any(given)):
            return
        from_when = after(read_instant(max(given)), self.rule.notice)
        if self.instant < from_when:
            raise Refused("document.notice", {"from": written(from_when)})

    def nothing_pending(self) -> None:
        """Refused unless the amendments are settled and what was adopted is in the text."""
        nothing_pending(self.document, self.rule.signatures)


def floor(register: Register, meeting: Meeting, document: Document, on: str, now: str) -> Floor:
    """The floor on the day and at the instant; the rule is that of the body that meets."""
    rule = register.rulebook(on).drafting(part_of(register, meeting), on=on)
    return Floor(register, meeting, document, rule, on, now)


def part_of(register: Register, meeting: Meeting) -> str:
    """The part of the rulebook by which the meeting goes; without a meeting, the whole body's."""
    if meeting.series not in register.series:
        return WHOLE
    return register.organs[register.series[meeting.series].organ]


def named(parties: Iterable[str]) -> str:
    """Parties in one fact."""
    return ", ".join(parties)
