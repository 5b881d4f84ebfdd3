"""Reminding a parliament of what it was asked: the letter is read before it goes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from kurultai.followers.addresses import address_of
from kurultai.followers.outbox import Letter
from kurultai.gate import coordinators
from kurultai.gate.shapes import CommitmentRow
from kurultai.language import ENDONYMS, LANGUAGES
from kurultai.language.dates import say_when
from kurultai.language.reminders import Named, reminder
from kurultai.language.words import pick
from kurultai.procedure import commands as c
from kurultai.site.accounts.models import Account
from kurultai.site.forms import fields
from kurultai.site.forms.following.reporting import called_row
from kurultai.site.forms.parties import PartyStep
from kurultai.site.house import house
from kurultai.site.known import known
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say

_MOST = 200  # commitments of one reminder


@dataclass(frozen=True, slots=True)
class Addressed:
    """A letter as it would go, with the address at which its reader is known."""

    letter: Letter
    address: str


class RemindParty(PartyStep):
    """A reminder is recorded, and a letter goes to those who report for the parliament."""

    title = _("Remind")
    lead = _("The reminder is recorded. The letter says only what everybody may read.")
    button = _("Record the reminder, and let the letter go")
    preview_button = _("Show the letter")
    preview_page = "following/letter_as_it_goes.html"
    kind = c.RemindParty
    base: str = ""  # the address of the site, which its forms do not know
    commitments = fields.several(_("Commitments"), required=True)
    language = fields.choice(_("Language of the letter"), required=False)
    at_once = fields.check(
        _("Send it at once"), hint=_("Otherwise it waits in the outbox, to be worded otherwise.")
    )

    def about(self) -> dict[str, object]:
        """The party; of nothing yet."""
        return {"party": self.party, "commitments": ()}

    def start(self) -> dict[str, Any]:
        """What is late, or else what is not answered."""
        self.rows = self._open()
        late = [row.commitment for row in self.rows if row.is_late(house().today())]
        return {
            "commitments": late or [row.commitment for row in self.rows if row.state == "proposed"],
            "at_once": True,
        }

    def _open(self) -> tuple[CommitmentRow, ...]:
        party, day = self.page.party.party, house().today()
        parts = ("late", "asked", "carried")
        return coordinators.open_of(self.viewer, party, day, *parts, most=_MOST)

    def prepare(self) -> None:
        """Lead back to the parliament's page; offer what is open."""
        super().prepare()
        self.back = f"{path_of(self.party)}/follow-up"
        self.offer("commitments", [(row.commitment, self._said(row)) for row in self.rows])
        tongues = [(code, ENDONYMS[code]) for code in LANGUAGES]
        self.offer("language", tongues, _("The language in which each of them reads"))

    def _said(self, row: CommitmentRow) -> str:
        language = self.viewer.language
        due = f"{say('Due')}: {say_when(row.due, language)}" if row.due else ""
        state = dict(self.terms("commitment_state", row.state))[row.state]
        reminded = ""
        if row.reminded_on:
            reminded = f"{say('Reminded')}: {say_when(row.reminded_on, language)}"
        return " · ".join(filter(None, (called_row(self, row), state, due, reminded)))

    def previewed(self) -> Self:
        """The letters as they would go."""
        self.preview = tuple(
            Addressed(letter, address_of(house().directory, letter.person))
            for letter in self.letters()
        )
        return self

    def letters(self) -> tuple[Letter, ...]:
        """A letter to each who reports for the parliament; nothing in it that is not public."""
        people = coordinators.coordinators(self.viewer, self.party)
        return tuple(self._letter(person, self._reads_in(person)) for person in people)

    def _letter(self, person: str, language: str) -> Letter:
        assembly = known(self.viewer).assembly
        names = known(self.viewer).names.get(person, {})
        said = reminder(
            language,
            assembly=assembly.short if assembly else "",
            person=pick(names, language)[0] or person,
            address=f"{self.base}{self.back}",
            named=self._named(self.given("commitments"), language),
        )
        return Letter("reminder", person, self.party, language, *said)

    def _reads_in(self, person: str) -> str:
        """As chosen; else in which they read here or reported last; else as whoever sends it reads.

        An officer is to read the letter before it goes, so the guess is a language they read.
        """
        if chosen := self.given("language"):
            return str(chosen)
        account = Account.objects.filter(person=person).exclude(language="").first()
        reported = coordinators.written_in(self.viewer, self.party)
        return (account.language if account else "") or reported or self.viewer.language

    def _named(self, chosen: Iterable[str], language: str) -> tuple[Named, ...] | None:
        """What the letter names: nothing at all if a part of it is not for everybody."""
        wanted = set(chosen)
        if coordinators.public(self.viewer, wanted) < wanted:
            return None
        return tuple(
            Named(self._text(row, language), row.due or "")
            for row in self.rows
            if row.commitment in wanted
        )

    def _text(self, row: CommitmentRow, language: str) -> str:
        text = row.symbol or pick(row.document_names, language)[0]
        return f"{text}, § {row.number}" if row.number else text

    def command(self) -> c.RemindParty:
        """Record it."""
        return c.RemindParty(
            id=self.id, party=self.party, commitments=tuple(self.given("commitments"))
        )
