"""Reporting what a parliament did: on one commitment, or on several from one list."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from django.core.exceptions import ValidationError

from kurultai.gate import coordinators
from kurultai.gate.register import PartyPage
from kurultai.gate.register import party as read_party
from kurultai.gate.shapes import CommitmentRow
from kurultai.gate.viewer import Viewer
from kurultai.language import ENDONYMS, LANGUAGES
from kurultai.language.dates import say_day
from kurultai.language.terms import term
from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.following.commitment import ANSWERS
from kurultai.site.forms import fields
from kurultai.site.forms.following.about import AboutCommitment
from kurultai.site.forms.following.drafted import Reporting
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.step import Step
from kurultai.site.house import house
from kurultai.site.paths import path_of
from kurultai.site.reports.drafts import Paper, Place
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say
from kurultai.site.trial import may_try

_ROWS = 25  # of the list
_OPEN = ("late", "asked", "carried")


class ReportOnCommitment(AboutCommitment, Reporting):
    """What was done about one commitment."""

    title = _("Report on a commitment")
    lead = _("Not to pursue it is an answer like any other.")
    button = title
    state = fields.radio(_("State"))
    done = fields.words(_("What was done"), rows=5, longest=20_000)
    happened = fields.day(_("When it happened"), hint=_("Empty: not said."))
    milestones = fields.several(_("Milestones reached"))
    evidence = fields.links(
        _("Evidence"), hint=_("Links to a law, a decision or a report, one a line.")
    )
    kept = fields.several(_("Files"), hint=_("Those that are ticked go with the report."))
    documents = fields.uploads(_("Add files"), hint=_("As many as needed, at most 25 MB together."))

    @property
    def place(self) -> Place:
        """With its party."""
        return Place(self.row.party, self.row.commitment)

    def start(self) -> dict[str, Any]:
        """The state it is in, if a parliament said so."""
        state = self.row.state
        return {"state": state} if state in ANSWERS else {}

    def prepare(self) -> None:
        """Lead back to the commitment, and offer its states and milestones."""
        self.back = path_of(self.row.commitment)
        self.back_label = called_row(self, self.row)
        self.offer("state", self.terms("commitment_state", *ANSWERS))
        ahead = [m for m in self.row.milestones if m.milestone not in self.row.reached]
        self.offer("milestones", [(m.milestone, self._milestone(m)) for m in ahead])
        if not ahead:
            del self.fields["milestones"]
        self.see((self.row.commitment,))
        self.take(())

    def _milestone(self, milestone: a.Milestone) -> str:
        due = say_day(milestone.due, self.viewer.language) if milestone.due else ""
        return " · ".join(filter(None, (self.pick(milestone.words), due)))

    def take(self, papers: tuple[Paper, ...]) -> None:
        """They are offered, ticked."""
        super().take(papers)
        if not papers:
            self.fields.pop("kept", None)
            return
        self.fields.setdefault("kept", deepcopy(self.base_fields["kept"]))
        self.offer("kept", [(paper.digest, paper.name) for paper in papers])
        self.initial["kept"] = [paper.digest for paper in papers]

    def sections(self) -> tuple[Section, ...]:
        """The paragraph, what was done, and what shows it."""
        words = self.pick_in(self.row.words)
        files = tuple(name for name in ("kept", "documents") if name in self.fields)
        reached = tuple(name for name in ("milestones",) if name in self.fields)
        return (
            Section("", (), passages=(words,)),
            *self.beside(),
            self.section("", ("state", "done", "happened", *reached, "evidence", *files)),
        )

    def clean(self) -> dict[str, Any]:
        """A report that somebody made meanwhile is shown before another one follows it."""
        given: dict[str, Any] = super().clean()
        if self.reported_meanwhile((self.row.commitment,)):
            raise ValidationError(self._meanwhile())
        return given

    def _meanwhile(self) -> str:
        last = self.page.reports[-1]
        said = say("Another report was recorded meanwhile: %(state)s, “%(words)s”. Send once more.")
        state = term(self.viewer.language, "commitment_state", last.state)
        return said % {"state": state, "words": self.pick(last.words)}

    def command(self) -> c.ReportOnCommitment:
        """Report it."""
        return c.ReportOnCommitment(
            id=self.id,
            commitment=self.row.commitment,
            state=self.given("state"),
            words=self.given("done"),
            links=self.given("evidence"),
            files=tuple(map(_attached, self.papers)),
            happened=self.day("happened"),
            milestones=tuple(self.cleaned_data.get("milestones", ())),
        )


def _attached(paper: Paper) -> a.Attachment:
    """The file, kept beside the record before the act names it."""
    digest = house().keep(paper.content)
    return a.Attachment(digest, paper.name, paper.media_type, len(paper.content))


def called_row(step: Step, row: CommitmentRow) -> str:
    """The text and the paragraph."""
    text = row.symbol or step.pick(row.document_names)
    return f"{text}, § {row.number}" if row.number else text


class ReportOnSeveral(Reporting):
    """A state and a line for each of several commitments, recorded together."""

    title = _("Answer several")
    lead = _("A state and a line for each that you answer; leave the others as they are.")
    button = _("Report these")
    is_wide = True
    page: PartyPage
    language = fields.choice(_("Written in"))

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> PartyPage:
        """The party of that name."""
        return read_party(viewer, f"party:{name}")

    @property
    def place(self) -> Place:
        """With the party."""
        return Place(self.page.party.party)

    def allowed(self) -> bool:
        """True if something of it can be reported on."""
        names = (row.commitment for row in self.rows[:1])
        return any(may_try(self.viewer, self.kind, commitment=name) for name in names)

    def start(self) -> dict[str, Any]:
        """The language of the page."""
        return {"language": self.viewer.language}

    def prepare(self) -> None:
        """Lead back to the parliament's page; a row for each commitment of the list."""
        self.back, self.back_label = self.follow_up, self.pick(self.page.party.state)
        self.offer("language", [(code, ENDONYMS[code]) for code in LANGUAGES])
        self.rows = self._rows()
        states = self.terms("commitment_state", *ANSWERS)
        for row in self.rows:
            name = row.commitment
            self.fields[f"state-{name}"] = fields.choice(_("State"), required=False)
            self.offer(f"state-{name}", states, _("Leave it"))
            self.fields[f"line-{name}"] = fields.line(_("What was done"), required=False)
        self.see(row.commitment for row in self.rows)

    def _rows(self) -> tuple[CommitmentRow, ...]:
        """Those that were sent or kept, and those that are open as far as the list goes."""
        party = self.place.party
        sent = [key.removeprefix("state-") for key in self.came if key.startswith("state-")]
        kept = coordinators.named(self.viewer, party, sent[: 4 * _ROWS])
        if self.is_bound:
            return kept
        parts = tuple(part for part in self.came_with("only") if part in _OPEN) or _OPEN
        found = coordinators.open_of(self.viewer, party, house().today(), *parts, most=_ROWS)
        there = {row.commitment for row in kept}
        return (*kept, *(row for row in found if row.commitment not in there))

    def joins(self, commitment: str, entered: Mapping[str, Any]) -> bool:
        """True of a row that the draft does not hold yet."""
        return f"state-{commitment}" not in entered

    def sections(self) -> tuple[Section, ...]:
        """The language, and a section a commitment."""
        rows = (
            self.section(
                called_row(self, row),
                (f"state-{row.commitment}", f"line-{row.commitment}"),
                passages=(self.pick_in(row.words),),
                note=self._stands(row),
            )
            for row in self.rows
        )
        return (*self.beside(), self.section("", ("language",)), *rows)

    def _stands(self, row: CommitmentRow) -> str:
        state = term(self.viewer.language, "commitment_state", row.state)
        due = say_day(row.due, self.viewer.language) if row.due else ""
        late = say("late") if row.is_late(house().today()) else ""
        return " · ".join(filter(None, (state, due and f"{say('Due')}: {due}", late)))

    def clean(self) -> dict[str, Any]:
        """A state needs a line, a line needs a state; what was answered meanwhile is said."""
        given: dict[str, Any] = super().clean()
        answered = [row.commitment for row in self.rows if self._is_touched(given, row)]
        for name in answered:
            self._check(given, name)
        if not answered:
            raise ValidationError(_("Choose a state for at least one of them."))
        for name in self.reported_meanwhile(answered):
            said = _("A report on this was recorded meanwhile. Look at it, then send once more.")
            self.add_error(f"state-{name}", said)
        return given

    def _is_touched(self, given: Mapping[str, Any], row: CommitmentRow) -> bool:
        return any(given.get(f"{part}-{row.commitment}") for part in ("state", "line"))

    def _check(self, given: Mapping[str, Any], name: str) -> None:
        for part in ("state", "line"):
            field = f"{part}-{name}"
            if not given.get(field) and field not in self.errors:
                self.add_error(field, _("This is needed."))

    def commands(self) -> tuple[c.ReportOnCommitment, ...]:
        """A report on each; the last has the identity of the form, as it is recorded last."""
        answered = [row for row in self.rows if self.given(f"state-{row.commitment}")]
        return tuple(
            c.ReportOnCommitment(
                id=f"{self.id}-{left}" if left else self.id,
                commitment=row.commitment,
                state=self.given(f"state-{row.commitment}"),
                words={self.given("language"): self.given(f"line-{row.commitment}")},
            )
            for left, row in zip(reversed(range(len(answered))), answered, strict=True)
        )
