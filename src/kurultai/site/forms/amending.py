"""Tabling an amendment: paragraphs in text boxes; the changes and sentences follow from them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError

from kurultai.gate import register
from kurultai.gate.may import DELEGATES
from kurultai.language import ENDONYMS
from kurultai.language.instructions import sentences, short
from kurultai.language.terms import term
from kurultai.procedure import commands as c
from kurultai.procedure.amendment import added
from kurultai.procedure.facts import new_id
from kurultai.procedure.refusal import Refused
from kurultai.site.drafts.touched import Touched, touched
from kurultai.site.forms import fields
from kurultai.site.forms.sheet import Section
from kurultai.site.forms.step import Choices, Step
from kurultai.site.forms.units import Names
from kurultai.site.forms.wordings import Insertion, Wanted, places, wanted_text
from kurultai.site.forms.words import WordingField
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say
from kurultai.texts.amendment import Faulty
from kurultai.texts.base import Base
from kurultai.texts.change import Change, Edit
from kurultai.texts.check import check
from kurultai.texts.derive import derive
from kurultai.texts.number import labels
from kurultai.texts.unit import Unit


@dataclass(frozen=True, slots=True)
class Shown:
    """What an amendment would say and do, for a person to confirm."""

    language: str
    said: tuple[tuple[str, tuple[str, ...]], ...]  # by language, the one it is written in first
    touched: tuple[Touched, ...]
    labels: dict[str, str]  # unit -> "4 (a)"


def shown(base: Base, changes: Sequence[Change], language: str, others: tuple[str, ...]) -> Shown:
    """The formal sentences in every language of the text, and the marked paragraphs."""
    spoken = dict.fromkeys((language, *others))
    said = tuple((code, sentences(base, changes, code)) for code in spoken)
    called = {unit: short(label, language) for unit, label in labels(base.units).items()}
    return Shown(language, said, touched(base, changes), called)


def checked(base: Base, changes: Sequence[Change]) -> None:
    """Refused if the changes cannot be made to the text."""
    try:
        check(base, changes)
    except Faulty as fault:
        raise Refused(fault.rule, fault.facts) from None


def own(step: Step) -> tuple[str, ...]:
    """The parties for which the viewer may speak on a text; for the secretariat, all members."""
    if step.viewer.secretariat:
        return tuple(p.party for p in register.parties(step.viewer) if p.status == "member")
    return step.viewer.parties(*DELEGATES)


class AmendStep(Step):
    """An amendment to a text, whichever text it is to."""

    lead = _("Edit the paragraph as it should read. What changes is worked out and shown first.")
    button = _("Table this amendment")
    preview_button = _("Show the amendment")
    preview_page = "forms/amendment.html"
    is_wide = True
    kind: ClassVar[type[c.Asked]] = c.TableAmendment
    preset = ("language",)
    language = fields.choice(_("Written in"))
    another = fields.choice(_("Paragraph"), required=False)
    by = fields.several(_("Tabled by"), required=True)
    linguistic = fields.check(_("It concerns this language only, and changes nothing of substance"))
    reason = fields.words(_("Reason"), required=False, rows=3, longest=5000)
    units = fields.hidden()
    against = fields.hidden()

    @property
    def of(self) -> str | None:
        """The amendment that it amends, if it is to one."""
        return None

    @property
    def text(self) -> tuple[Unit, ...]:
        """The text that is amended."""
        raise NotImplementedError

    @property
    def document(self) -> str:
        """The document's identity."""
        raise NotImplementedError

    @property
    def reading(self) -> int:
        """The reading that the changes are against."""
        raise NotImplementedError

    @property
    def standings(self) -> tuple[str, ...]:
        """The languages of the text."""
        return tuple(sorted(self.base.languages))

    def open_units(self) -> tuple[str, ...]:
        """The paragraphs that can be chosen."""
        return tuple(self.names.units)

    def about(self) -> dict[str, object]:
        """The document, and a party for which the viewer may act."""
        return {"document": self.document, "by": self.viewer.parties(*DELEGATES)}

    def start(self) -> dict[str, Any]:
        """In the viewer's language if the text has it, by the only delegation there is."""
        self.base = Base(self.text)
        self.names = Names(self.base.units)
        mine = own(self)
        first = next((code for code in self._others()), "")
        return {"language": first, "by": mine if len(mine) == 1 else (), "against": self.reading}

    def prepare(self) -> None:
        """Offer languages and parties, and a text box for each paragraph that was chosen."""
        self.offer("language", [(code, ENDONYMS.get(code, code)) for code in self.standings])
        self.offer("by", self.named(*own(self)))
        came = [code for code in self.came_with("language") if code in self.standings]
        self.written_in = (came or [self.initial["language"]])[0]
        self.chosen = self._chosen()
        self.initial["units"] = " ".join(self.chosen)
        rest = [unit for unit in self.open_units() if unit not in self.chosen]
        self.offer("another", [(unit, self.names.named(unit)) for unit in rest], _("Choose"))
        for unit in self.chosen:
            self._open(self.names.units[unit])

    def _chosen(self) -> tuple[str, ...]:
        """Those named in the address, entered before, or chosen just now to be opened too."""
        named = [*self.came_with("unit"), *(u for s in self.came_with("units") for u in s.split())]
        if "turn" in self.came:
            named.extend(self.came_with("another"))
        return tuple(dict.fromkeys(unit for unit in named if unit in self.open_units()))

    def _keep(self, entered: Any) -> None:  # noqa: ANN401 - as Django keeps it
        super()._keep(entered)
        self.initial["units"], self.initial["another"] = " ".join(self.chosen), ""

    def _open(self, unit: Unit) -> None:
        languages = (self.written_in, *(c for c in self.standings if c != self.written_in))
        self.fields[f"words-{unit.unit}"] = WordingField(
            dict(unit.words), languages, label=_("As it should read"), required=bool(unit.words)
        )
        self.fields[f"struck-{unit.unit}"] = fields.check(_("Strike this paragraph"))
        self.fields[f"new-{unit.unit}"] = WordingField(
            {}, languages, label=_("New paragraph"), required=False
        )
        place = f"place-{unit.unit}"
        self.fields[place] = fields.choice(_("Where it stands"))
        self.offer(place, self._places(unit))

    def _places(self, unit: Unit) -> Choices:
        said = {"after": say("After it: %(kind)s"), "below": say("Below it: %(kind)s")}
        return [
            (
                f"{where}:{kind}",
                said[where] % {"kind": term(self.viewer.language, "unit_kind", kind)},
            )
            for where, kind in places(unit.kind)
        ]

    def sections(self) -> tuple[Section, ...]:
        """The language; each paragraph; another one; by whom and why."""
        turn = say("Change the language") if len(self.standings) > 1 else ""
        head = self.section("", ("language",), turn=turn)
        legend = say("Another paragraph too") if self.chosen else say("Which paragraph?")
        more = self.section(legend, ("another",), turn=say("Open this paragraph"))
        if not self.chosen:
            return (head, more)
        paragraphs = (self._paragraph(unit) for unit in self.chosen)
        return (head, *paragraphs, more, *self.closing())

    def closing(self) -> Iterator[Section]:
        """By whom, and why."""
        yield self.section("", ("by", "reason", "linguistic"))

    def _paragraph(self, unit: str) -> Section:
        shown = (f"words-{unit}", f"struck-{unit}")
        folded = (f"new-{unit}", f"place-{unit}")
        label = say("Insert a new paragraph")
        return self.section(self.names.called(unit), shown, folded, folded_label=label)

    def clean(self) -> dict[str, Any]:
        """Something must be wanted, and not two things that exclude each other."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("another") or not self.chosen:
            self.add_error("another", _("Open this paragraph first, or choose none."))
        for unit in self.chosen:
            self._check(given, unit)
        if not self.errors and not self.changes:
            raise ValidationError(_("Nothing has been changed yet."))
        return given

    def _check(self, given: dict[str, Any], unit: str) -> None:
        before, now = self.base.unit[unit].words, given.get(f"words-{unit}", {})
        if given.get(f"struck-{unit}"):
            if now != before:
                self.add_error(f"words-{unit}", _("A paragraph is either struck or reworded."))
        elif any(words and not now.get(code) for code, words in before.items()):
            self.add_error(f"words-{unit}", _("To take the paragraph out, strike it."))

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What turns the text into the one that is wanted."""
        given = self.cleaned_data
        struck = frozenset(unit for unit in self.chosen if given.get(f"struck-{unit}"))
        languages = (self.written_in,) if given.get("linguistic") else self.standings
        words = {unit: given[f"words-{unit}"] for unit in self.chosen if unit not in struck}
        inserted = {unit: new for unit in self.chosen if (new := self._insertion(given, unit))}
        # The same wish gives the same new paragraphs, so that two who have it are seen as one.
        seed = repr((self.document, self.reading, self.of, sorted(struck), words, inserted))
        wanted = Wanted(languages, words, struck, inserted)
        return derive(self.base, wanted_text(self.base.units, wanted, seed), languages)

    def _insertion(self, given: dict[str, Any], unit: str) -> Insertion | None:
        words, place = given.get(f"new-{unit}"), given.get(f"place-{unit}") or ""
        where, _colon, kind = place.partition(":")
        return Insertion(words, kind, where == "below") if words and kind else None

    @property
    def worded_in(self) -> str:
        """The language of the amendment: the one chosen, unless it is written in others only."""
        spoken = {change.language for change in self.changes if isinstance(change, Edit)}
        spoken |= {code for unit in added(self.changes) for code in unit.words}
        others = sorted(spoken, key=lambda code: code != self.written_in)
        return next(iter(others), self.written_in)

    def previewed(self) -> Self:
        """The sentences and the redline of what is entered."""
        if self.given("against") != str(self.reading):
            told = {"reading": self.given("against"), "now": str(self.reading)}
            raise Refused("amendment.text_moved", told)
        checked(self.base, self.changes)
        self.preview = shown(self.base, self.changes, self.worded_in, self.also_said_in())
        return self

    def also_said_in(self) -> tuple[str, ...]:
        """In which languages it is said beside its own."""
        return () if self.given("linguistic") else self._others()

    def _others(self) -> tuple[str, ...]:
        mine = self.viewer.language
        return tuple(sorted(self.standings, key=lambda code: (code != mine, code)))

    def command(self) -> c.TableAmendment | c.CorrectText:
        """Table it."""
        return c.TableAmendment(
            id=self.id,
            document=self.document,
            by=tuple(self.given("by")),
            language=self.worded_in,
            reading=self.reading if self.given("against") == str(self.reading) else 0,
            changes=self.changes,
            reason=self.given("reason"),
            of=self.of,
            replaces=tuple(self.cleaned_data.get("replaces") or ()),
            linguistic=self.given("linguistic"),
        )

    def goes_to(self) -> str:
        """The amendment."""
        return path_of(new_id("amendment", self.id))
