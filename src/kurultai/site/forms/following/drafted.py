"""A form that can be left and taken up again: what every report has in common.

What is entered is kept as a draft before anything is checked or recorded, so that it is there
whatever happens next, and on another device.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Self

from django.http import QueryDict

from kurultai.gate import coordinators
from kurultai.gate.viewer import Viewer
from kurultai.language.dates import say_moment
from kurultai.language.words import pick
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Words
from kurultai.site.forms import fields
from kurultai.site.forms.sheet import Passage, Section
from kurultai.site.forms.step import Step
from kurultai.site.known import called, known
from kurultai.site.paths import path_of
from kurultai.site.reports.drafts import Kept, Paper, Place
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say


class Reporting(Step):
    """A step of those who report for a parliament: it can be left, and taken up again."""

    kind = c.ReportOnCommitment
    other_buttons: tuple[tuple[str, Any], ...] = (("keep", _("Save as a draft")),)
    no_content = Step.no_content | {"draft", "keep", "kept", "last"}
    draft = fields.hidden()  # which saving of it was seen
    last = fields.hidden()  # the latest report on each commitment that was seen
    papers: tuple[Paper, ...] = ()
    theirs: Kept | None = None

    @property
    def place(self) -> Place:
        """Where its draft lies."""
        raise NotImplementedError

    @property
    def follow_up(self) -> str:
        """The page of the parliament."""
        return f"{path_of(self.place.party)}/follow-up"

    def languages(self) -> tuple[str, ...]:
        """The reporter's own language, then the assembly's."""
        mine = self.viewer.language
        return (mine, *(code for code in super().languages() if code != mine))

    @classmethod
    def resumed(cls, viewer: Viewer, page: object, kept: Kept) -> Self:
        """The form as it was left."""
        entered = QueryDict(mutable=True)
        for name, values in kept.entered.items():
            entered.setlist(name, values)
        sheet = cls(viewer, page, turned=entered)
        sheet.initial["draft"] = str(kept.version)
        sheet.lead = sheet.saved(kept)
        sheet.other_buttons = (*cls.other_buttons, ("discard", _("Discard the draft")))
        sheet.take(kept.papers)
        return sheet

    def _keep(self, entered: Mapping[str, Any]) -> None:
        """Of what the draft holds, the reports seen when it was begun; of what joined, today's."""
        now = _object(self.initial["last"])
        super()._keep(entered)
        joined = {name: last for name, last in now.items() if self.joins(name, entered)}
        self.initial["last"] = json.dumps({**joined, **_object(self.initial["last"])})

    def joins(self, commitment: str, entered: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """True of a commitment that the draft does not hold yet."""
        return False

    def saved(self, kept: Kept) -> str:
        """Who saved the draft, and when."""
        said = say("Draft saved by %(name)s, %(when)s. It is not in the record.")
        assembly = known(self.viewer).assembly
        timezone = assembly.timezone if assembly else "UTC"
        when = say_moment(kept.saved_at, self.viewer.language, timezone)
        return said % {"name": called(self.viewer, kept.person), "when": when}

    def has(self, kept: Kept) -> None:
        """What was sent lies in the draft now, its files too."""
        self.data = self.data.copy()
        self.data["draft"] = str(kept.version)
        self.data.setlist("kept", [paper.digest for paper in kept.papers])
        self.take(kept.papers)

    def meet(self, theirs: Kept) -> None:
        """Somebody else saved it meanwhile: both are shown, and this one can be sent all the same.

        What was sent here is on the page; it lies nowhere else yet.
        """
        self.theirs = theirs
        self.data = self.data.copy()
        self.data["draft"] = str(theirs.version)
        said = say("What you entered is below, and beside it what was saved. Send it once more.")
        self.wrong(f"{self.saved(theirs)} {said}")

    def ask_again(self) -> None:
        """A draft is erased only when that is pressed too."""
        self.wrong(say("The draft is still there. Erase it, with its files?"))
        self.other_buttons = (*type(self).other_buttons, ("erase", _("Erase the draft")))

    def take(self, papers: tuple[Paper, ...]) -> None:
        """Files that came with it before."""
        self.papers = papers

    def files_sent(self) -> object:
        """Files by what is in them: those that lie in the draft are sent only once."""
        return sorted(paper.digest for paper in self.papers)

    def pick_in(self, words: Words) -> Passage:
        """The words in the reporter's language or the nearest, with the language they are in."""
        text, language = pick(words, self.viewer.language)
        return Passage(language, text)

    def beside(self) -> Iterator[Section]:
        """What was saved meanwhile."""
        if self.theirs:
            yield Section(self.saved(self.theirs), (), passages=tuple(_said(self.theirs.entered)))

    def see(self, names: Iterable[str]) -> None:
        """Remember which reports there were when the form was opened."""
        self.initial["last"] = json.dumps(coordinators.last_reports(self.viewer, names))

    def reported_meanwhile(self, names: Iterable[str]) -> set[str]:
        """Those on which somebody reported since; asked once more, it is known."""
        now = coordinators.last_reports(self.viewer, names)
        seen = _object(self.data.get("last", ""))
        self.data = self.data.copy()
        self.data["last"] = json.dumps({**seen, **now})
        return {name for name in now if seen.get(name) != now[name]}


def _said(entered: Mapping[str, list[str]]) -> Iterator[Passage]:
    """The words of a draft, each in its language."""
    written_in = next(iter(entered.get("language", ())), "")
    for name, values in entered.items():
        field, _dash, rest = name.partition("-")
        if field in ("done", "line"):
            yield from (Passage(rest if field == "done" else written_in, v) for v in values if v)


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
