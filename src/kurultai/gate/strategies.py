"""Reading strategies: their goals, the texts and commitments that carry them, who took them up."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from kurultai.gate import commitments, documents, meetings, register
from kurultai.gate.clause import NotFound, cells, rows
from kurultai.gate.shapes import CommitmentRow, DocumentRow, Statement, Tag
from kurultai.gate.viewer import Viewer
from kurultai.procedure.following.commitment import STATES

_TAKEN_UP = ("accepted", "in_progress", "done")
_LATEST = 10  # of those done
_FIRST = 200  # commitments on the page of a tag


@dataclass(frozen=True)
class Count:
    """So many commitments in a state."""

    state: str
    count: int


@dataclass(frozen=True)
class Carried:
    """A strategy or a goal, with what carries it."""

    tag: Tag
    counts: tuple[Count, ...]  # in the order of the states
    texts: tuple[DocumentRow, ...]

    @property
    def is_taken_up(self) -> bool:
        """True if a parliament accepted something under it, is at it or did it."""
        return any(count.state in _TAKEN_UP for count in self.counts)

    @property
    def total(self) -> int:
        """Its commitments."""
        return sum(count.count for count in self.counts)


@dataclass(frozen=True)
class StrategyPage:
    """A strategy with its goals; ``whole`` counts what stands under it and under any goal once."""

    whole: Carried
    goals: tuple[Carried, ...]
    done: tuple[CommitmentRow, ...]  # the latest

    @property
    def untaken(self) -> tuple[Carried, ...]:
        """The goals in use that nobody took up."""
        return tuple(g for g in self.goals if not (g.is_taken_up or g.tag.until))


@dataclass(frozen=True)
class TagPage:
    """A challenge, area, effort, strategy or goal with what stands under it."""

    tag: Tag
    goals: tuple[Tag, ...]
    statements: tuple[Statement, ...]
    commitments: tuple[CommitmentRow, ...]  # the first
    count: int  # of all of them


def strategies(viewer: Viewer) -> tuple[StrategyPage, ...]:
    """Every strategy, those in use first."""
    every = register.tags(viewer)
    plans = sorted((t for t in every if t.scheme == "strategy"), key=lambda t: bool(t.until))
    return tuple(_page(viewer, plan, every) for plan in plans)


def strategy(viewer: Viewer, name: str) -> StrategyPage:
    """One strategy; NotFound if there is none of that name."""
    every = register.tags(viewer)
    plan = next((t for t in every if t.tag == name and t.scheme == "strategy"), None)
    if plan is None:
        raise NotFound
    return _page(viewer, plan, every)


def _page(viewer: Viewer, plan: Tag, every: Iterable[Tag]) -> StrategyPage:
    goals = tuple(tag for tag in every if tag.under == plan.tag)
    names = (plan.tag, *(goal.tag for goal in goals))
    whole = Carried(plan, _counts(viewer, names), _texts(viewer, names))
    each = (Carried(g, _counts(viewer, (g.tag,)), _texts(viewer, (g.tag,))) for g in goals)
    return StrategyPage(whole, tuple(each), _done(viewer, names))


_UNDER = """SELECT commitment FROM commitment_tag
            WHERE tag IN (SELECT value FROM json_each(:tags))"""


def _counts(viewer: Viewer, tags: tuple[str, ...]) -> tuple[Count, ...]:
    sql = f"""SELECT commitment.state, count(*) FROM commitment JOIN document USING (document)
              WHERE commitment IN ({_UNDER}) AND NOT struck AND [commitment] AND [document]
              GROUP BY commitment.state"""  # noqa: S608 - words of ours
    found = {c.state: c for c in rows(viewer, Count, sql, tags=json.dumps(tags))}
    return tuple(found[state] for state in STATES if state in found)


def _texts(viewer: Viewer, tags: tuple[str, ...]) -> tuple[DocumentRow, ...]:
    """Texts with a paragraph or a commitment under one of these, the latest first."""
    sql = f"""SELECT document.document FROM document WHERE document.state = 'adopted' AND [document]
              AND document.document IN (
                  SELECT document FROM commitment WHERE commitment IN ({_UNDER})
                      AND NOT struck AND [commitment]
                  UNION SELECT paragraph.document FROM paragraph, json_each(paragraph.tags)
                      WHERE json_each.value IN (SELECT value FROM json_each(:tags)))"""  # noqa: S608
    carrying = set(cells(viewer, sql, tags=json.dumps(tags)))
    if not carrying:
        return ()
    every = documents.documents(viewer, "adopted")
    return tuple(row for row in every if row.document in carrying)


def _done(viewer: Viewer, tags: tuple[str, ...]) -> tuple[CommitmentRow, ...]:
    sql = f"""{commitments.ROW} WHERE commitment IN ({_UNDER}) AND commitment.state = 'done'
              AND NOT struck AND [commitment] AND [document]
              ORDER BY reported_on DESC, commitment.rowid DESC LIMIT {_LATEST}"""
    return rows(viewer, CommitmentRow, sql, tags=json.dumps(tags))


def tag(viewer: Viewer, name: str) -> TagPage:
    """A tag; NotFound if there is none of that name."""
    every = register.tags(viewer)
    found = next((t for t in every if t.tag == name), None)
    if found is None:
        raise NotFound
    return TagPage(
        found,
        tuple(t for t in every if t.under == name),
        meetings.statements_on(viewer, name),
        _first(viewer, name),
        sum(count.count for count in _counts(viewer, (name,))),
    )


def _first(viewer: Viewer, tag: str) -> tuple[CommitmentRow, ...]:
    sql = f"""{commitments.ROW} WHERE commitment IN ({_UNDER}) AND NOT struck
              AND [commitment] AND [document] {commitments.ORDER} LIMIT {_FIRST}"""
    return rows(viewer, CommitmentRow, sql, tags=json.dumps((tag,)))
