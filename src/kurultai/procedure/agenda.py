"""The agenda: each issue of it a frozen release, its items with identities of their own."""

from collections.abc import Iterable
from dataclasses import replace

from kurultai.procedure.acts import AgendaIssued, AgendaItem, Words
from kurultai.procedure.facts import Facts, OpenText, new_id
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import known, worded

STATUSES = ("provisional", "adopted", "reported")
ORIGINS = ("core", "open", "commitments", "proposed", "added", "reported")


def provisional(meeting: str, core: tuple[Words, ...], facts: Facts) -> AgendaIssued:
    """The first provisional issue: the standing core, around what earlier meetings left open.

    The last item of the core (date and place of the next meeting) stays last.
    """
    opening = [_standing(meeting, n, title) for n, title in enumerate(core)]
    inherited = (
        *(_follow_up(meeting, text) for text in facts.open_texts),
        *(_open(meeting, matter.matter, matter.title) for matter in facts.open_matters),
    )
    closing = opening[-1:] if len(opening) > 1 else []
    first = opening[: len(opening) - len(closing)]
    return AgendaIssued(1, "provisional", (*first, *inherited, *closing))


def _standing(meeting: str, number: int, title: Words) -> AgendaItem:
    return AgendaItem(new_id("item", meeting, f"core {number}"), title, "core")


def _open(meeting: str, matter: str, title: Words) -> AgendaItem:
    return AgendaItem(new_id("item", meeting, matter), title, "open", matter=matter)


def _follow_up(meeting: str, text: OpenText) -> AgendaItem:
    """One item for each adopted text, under its own names, with what is open in it."""
    return AgendaItem(
        new_id("item", meeting, text.document),
        text.names,
        "commitments",
        document=text.document,
        commitments=text.commitments,
    )


def issued(
    meeting: str,
    last_issue: int,
    status: str,
    items: tuple[AgendaItem, ...],
    command: str,
) -> AgendaIssued:
    """The next issue of the agenda; items without an identity are given one."""
    known(status, STATUSES, "agenda.status_unknown")
    if not items:
        raise Refused("agenda.empty")
    named = tuple(_named(item, command, number) for number, item in enumerate(items))
    _check_once(meeting, (item.item for item in named))
    return AgendaIssued(last_issue + 1, status, named)


def _named(item: AgendaItem, command: str, number: int) -> AgendaItem:
    known(item.origin, ORIGINS, "agenda.origin_unknown")
    title = worded(item.title)
    return replace(item, item=item.item or new_id("item", command, str(number)), title=title)


def _check_once(meeting: str, items: Iterable[str]) -> None:
    seen: set[str] = set()
    for item in items:
        if item in seen:
            raise Refused("agenda.item_twice", {"meeting": meeting, "item": item})
        seen.add(item)
