"""Elections: opened with candidates, ballot after ballot, the tellers' protocol."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.core.exceptions import ValidationError

from kurultai.gate.shapes.sitting import Ballot, ElectionRow
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Candidate
from kurultai.procedure.counting.poll import BALLOTS
from kurultai.procedure.sitting.elections import METHODS
from kurultai.site.forms import fields
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.sitting.step import SittingStep
from kurultai.site.rule_names import rule_name
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say

_ROWS = 12  # candidates that a form takes
_SHOWN = 4  # of which so many stand in sight
_PAPERS = 99_999


class OpenElection(SittingStep):
    """An election by a rule of the rulebook, with those who stand."""

    title = _("Open an election")
    button = title
    kind = c.OpenElection
    preset = ("rule",)
    rule = fields.choice(_("Rule"), hint=_("By which rule of the body it is held."))
    office = fields.words(_("Office"))
    places = fields.number(
        _("Places"), least=1, most=999, required=False, hint=_("Empty: what the rule says.")
    )
    item = fields.choice(_("Agenda item"), required=False)

    def prepare(self) -> None:
        """Offer the elections of the body, and lines for the candidates."""
        super().prepare()
        part, book = self.book()
        own = dict.fromkeys(e.election for e in book.elections if e.part == part) if book else {}
        self.offer_one_of("rule", [(name, rule_name(f"election.{name}")) for name in own])
        if not own:
            self.lead = _("The rulebook of this body has no election. Adopt one that has first.")
        self.offer("item", self.items(), _("None"))
        put_forward = self.named(*(one.party for one in self.page.parties))
        for n in range(1, _ROWS + 1):
            self.fields[f"name-{n}"] = fields.line(_("Name"), required=False)
            self.fields[f"party-{n}"] = fields.choice(_("Put forward by"), required=False)
            self.offer(f"party-{n}", put_forward, _("Nobody"))

    def sections(self) -> tuple[Section, ...]:
        """The election, and a line for each candidate."""
        return (
            self.section("", ("rule", "office", "places", "item")),
            *(
                self.section(f"{say('Candidate')} {n}", (f"name-{n}", f"party-{n}"), in_row=True)
                for n in range(1, _SHOWN + 1)
            ),
            self.section("", (), self._others(), folded_label=say("More candidates")),
        )

    @staticmethod
    def _others() -> tuple[str, ...]:
        others = range(_SHOWN + 1, _ROWS + 1)
        return tuple(name for n in others for name in (f"name-{n}", f"party-{n}"))

    def command(self) -> c.OpenElection:
        """Open it."""
        return c.OpenElection(
            **self.asked(),
            office=self.given("office"),
            rule=self.given("rule"),
            places=self.given("places"),
            item=self.given("item") or None,
            candidates=tuple(self._candidates()),
        )

    def _candidates(self) -> Iterator[Candidate]:
        """A name is written as the viewer writes it."""
        language = self.languages()[0]
        for n in range(1, _ROWS + 1):
            if name := self.given(f"name-{n}"):
                yield Candidate("", {language: name}, self.given(f"party-{n}"))


class ElectionStep(SittingStep):
    """A step about an election that is not over."""

    preset: ClassVar[tuple[str, ...]] = ("election",)
    election = fields.choice(_("Election"))

    def prepare(self) -> None:
        """Offer the elections that the step can be about."""
        super().prepare()
        self.held = {e.election: e for e in self.page.elections if not e.over and self.fits(e)}
        named = [(e.election, self.pick(e.office)) for e in self.held.values()]
        self.offer_one_of("election", named)

    def fits(self, election: ElectionRow) -> bool:  # noqa: ARG002 - for those that choose
        """Whether the step can be about it."""
        return True

    def asked(self) -> dict[str, Any]:
        """The meeting and the election."""
        return {**super().asked(), "election": self.given("election")}


class WithdrawCandidate(ElectionStep):
    """A candidate no longer stands."""

    title = _("A candidate withdraws")
    button = _("Enter the withdrawal")
    kind = c.WithdrawCandidate
    preset = ("election", "candidate")
    candidate = fields.choice(_("Candidate"))

    def prepare(self) -> None:
        """Offer everybody who stands."""
        super().prepare()
        standing = [
            (one.candidate, self.pick(one.names))
            for election in self.held.values()
            for one in election.candidates
            if one.candidate not in (*election.withdrawn, *election.elected)
        ]
        self.offer_one_of("candidate", standing)

    def command(self) -> c.WithdrawCandidate:
        """Enter it."""
        return c.WithdrawCandidate(**self.asked(), candidate=self.given("candidate"))


class OpenBallot(ElectionStep):
    """The next ballot, among those who stand in it by the rule."""

    title = _("Open a ballot")
    button = title
    kind = c.OpenBallot
    preset = ("election", "method")
    method = fields.radio(_("How it is held"))

    def prepare(self) -> None:
        """Offer paper and roll call."""
        super().prepare()
        self.offer("method", self.terms("vote_method", *METHODS))
        self.initial.setdefault("method", METHODS[0])

    def fits(self, election: ElectionRow) -> bool:
        """One in which no ballot runs."""
        return running(election) is None

    def command(self) -> c.OpenBallot:
        """Open it."""
        return c.OpenBallot(**self.asked(), method=self.given("method"))


def running(election: ElectionRow) -> Ballot | None:
    """The ballot whose papers, or whose lot, are awaited."""
    last = election.ballots[-1] if election.ballots else None
    is_open = last and (not last.finding or last.finding.get("reason") == "lot_missing")
    return last if is_open else None


class CountPapers(ElectionStep):
    """The tellers' protocol: how many papers there were, and for whom."""

    title = _("Enter the tellers’ protocol")
    lead = _("The rule finds who is elected, or who stands in the next ballot.")
    button = _("Enter the protocol")
    kind = c.CountPapers
    issued = fields.number(_("Papers handed out"), least=0, most=_PAPERS)
    blank = fields.number(_("Blank papers"), least=0, most=_PAPERS)
    spoiled = fields.number(_("Spoiled papers"), least=0, most=_PAPERS)
    tellers = fields.several(_("Delegations of the tellers"), hint=_("Two at least."))
    lot = fields.line(
        _("Seed of the lot"), required=False, hint=_("Only where the rules have the lot decide.")
    )

    def prepare(self) -> None:
        """A field for each candidate of the ballot."""
        super().prepare()
        chosen = next(iter(self.came_with("election")), next(iter(self.held), ""))
        self.contest = self.held.get(chosen)
        if self.contest:
            self.initial["election"] = chosen
        self.offer("tellers", self.named(*(one.party for one in self.page.parties)))
        self.initial.setdefault("blank", 0)
        self.initial.setdefault("spoiled", 0)
        for name, label in self._options():
            self.fields[f"count-{name}"] = fields.number(label, least=0, most=_PAPERS)
        if self.contest and self.contest.places > 1:
            self.fields[f"count-{BALLOTS}"] = fields.number(
                _("Valid papers"), least=0, most=_PAPERS, required=False
            )

    def _options(self) -> Iterator[tuple[str, str]]:
        """The candidates of the ballot; a single one can be voted against."""
        ballot = running(self.contest) if self.contest else None
        standing = ballot.candidates if ballot else ()
        for one in self.contest.candidates if self.contest else ():
            if one.candidate in standing:
                yield one.candidate, self.pick(one.names)
        if len(standing) == 1:
            yield "no", say("Against")

    def fits(self, election: ElectionRow) -> bool:
        """One whose ballot is not counted yet."""
        return running(election) is not None

    def sections(self) -> tuple[Section, ...]:
        """The papers, the votes, the tellers."""
        votes = tuple(name for name in self.fields if name.startswith("count-"))
        papers = self.section(say("Papers"), ("issued", "blank", "spoiled"), in_row=True)
        return (
            self.section("", ("election",)),
            papers,
            self.section(say("Votes"), votes),
            self.section("", ("tellers",), ("lot",)),
        )

    def clean(self) -> dict[str, Any]:
        """The protocol is of the election whose candidates were shown."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if self.contest and given.get("election") not in (None, self.contest.election):
            self.add_error("election", ValidationError(_("Choose one of those offered.")))
        return given

    def command(self) -> c.CountPapers:
        """Enter it."""
        counted = {
            name.removeprefix("count-"): number
            for name, number in self.cleaned_data.items()
            if name.startswith("count-") and number is not None
        }
        return c.CountPapers(
            **self.asked(),
            issued=self.given("issued"),
            counts=counted,
            blank=self.given("blank"),
            spoiled=self.given("spoiled"),
            tellers=tuple(self.given("tellers")),
            lot=self.given("lot"),
        )
