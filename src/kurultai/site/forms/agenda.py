"""The next issue of an agenda: the latest one, reordered, reworded, added to."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from kurultai.gate.inherited import waiting
from kurultai.gate.shapes import AgendaItem as Item
from kurultai.procedure import commands as c
from kurultai.procedure.acts import AgendaItem
from kurultai.procedure.facts import new_id
from kurultai.site.forms import fields
from kurultai.site.forms.meetings import MeetingStep
from kurultai.site.forms.sheet import Section
from kurultai.site.house import house
from kurultai.site.tongue import lazy as _

_NEW = 3  # lines for new items


class IssueAgenda(MeetingStep):
    """An issue of the agenda; the earlier ones stay as they were released."""

    title = _("Issue the agenda")
    lead = _("Each issue is a release of its own. The earlier ones stay as they were.")
    button = title
    kind = c.IssueAgenda
    status = fields.choice(_("Issue as"))

    def prepare(self) -> None:
        """A part of the form for each item, and some for new ones."""
        super().prepare()
        statuses = ("reported",) if self._is_past else ("provisional", "adopted")
        self.offer("status", self.terms("agenda_status", *statuses))
        for n, item in enumerate(self.page.agenda, start=1):
            self._add(n, item.title)
            self.fields[f"removed-{n}"] = fields.check(_("Leave this item out"))
        self._offer_open()
        for n in self._new():
            self._add(n, {})

    def _offer_open(self) -> None:
        """What was left open and is not on the agenda yet, to be taken up."""
        self.open = {} if self._is_past else {item.item: item for item in self._waiting()}
        if self.open:
            self.fields["open"] = fields.several(_("Open and not on the agenda yet"))
            self.offer("open", [(name, self.pick(i.title)) for name, i in self.open.items()])
            self.initial["open"] = list(self.open)

    def _waiting(self) -> Iterator[AgendaItem]:
        found = waiting(self.viewer, self.meeting, self.page.agenda, house().today())
        for document, rows in groupby(found.commitments, key=lambda row: row.document):
            several = tuple(rows)
            yield AgendaItem(
                new_id("item", self.meeting, document),
                several[0].document_names,
                "commitments",
                document=document,
                commitments=tuple(row.commitment for row in several),
            )
        for matter in found.matters:
            origin = "proposed" if matter.meeting == self.meeting else "open"
            item = new_id("item", self.meeting, matter.matter)
            yield AgendaItem(item, matter.title, origin, matter=matter.matter)

    @property
    def _is_past(self) -> bool:
        return bool(self.page.meeting.after_the_fact)

    def _add(self, n: int, title: dict[str, str]) -> None:
        self.fields[f"place-{n}"] = fields.number(_("Place on the agenda"), least=1, most=999)
        self.fields[f"title-{n}"] = fields.words(_("Title"), required=bool(title))
        self.initial[f"place-{n}"] = n
        self.initial[f"title-{n}"] = title

    def _new(self) -> range:
        first = len(self.page.agenda) + 1
        return range(first, first + _NEW)

    def sections(self) -> tuple[Section, ...]:
        """How to issue it; each item; new items."""
        head = [name for name in ("status", "on") if name in self.fields]
        more = [self.section("", ("open",))] if self.open else []
        return (self.section("", head), *more, *self._items(), *self._lines())

    def _items(self) -> Iterator[Section]:
        for n, item in enumerate(self.page.agenda, start=1):
            legend = f"{n}. {self.pick(item.title)}"
            names = (f"place-{n}", f"removed-{n}", f"title-{n}")
            yield self.section(legend, names, in_row=True)

    def _lines(self) -> Iterator[Section]:
        for n in self._new():
            yield self.section(_("New item"), (f"place-{n}", f"title-{n}"), in_row=True)

    def command(self) -> c.IssueAgenda:
        """Issue it."""
        items = tuple(item for _place, item in sorted(self._placed(), key=lambda pair: pair[0]))
        return c.IssueAgenda(**self.asked(), status=self.given("status"), items=items)

    def _placed(self) -> Iterator[tuple[tuple[int, int], AgendaItem]]:
        """The items by place; one moved up goes before who has that place, one moved down after."""
        for n, item in enumerate(self.page.agenda, start=1):
            if not self.given(f"removed-{n}"):
                kept = replace(_kept(item), title=self.given(f"title-{n}"))
                yield self._place(n), self._with_open(kept)
        here = {item.item for item in self.page.agenda}
        for name in self._taken():
            if name not in here:  # before the last item: the next meeting's date and place
                yield (len(self.page.agenda), -1), self.open[name]
        for n in self._new():
            title: dict[str, Any] = self.given(f"title-{n}")
            if title:
                origin = "reported" if self._is_past else "added"
                yield self._place(n), AgendaItem("", title, origin)

    def _taken(self) -> tuple[str, ...]:
        return tuple(self.cleaned_data.get("open", ()))

    def _with_open(self, item: AgendaItem) -> AgendaItem:
        """An item for the same text has what became open since, too."""
        more = self.open[item.item].commitments if item.item in self._taken() else ()
        return replace(item, commitments=(*item.commitments, *more))

    def _place(self, n: int) -> tuple[int, int]:
        place: int = self.given(f"place-{n}")
        return place, (place > n) - (place < n)


def _kept(item: Item) -> AgendaItem:
    return AgendaItem(
        item.item, item.title, item.origin, item.matter, item.document, item.commitments
    )
