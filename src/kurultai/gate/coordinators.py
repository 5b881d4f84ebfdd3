"""What a parliament is asked, what it answered, and what waits: the reading of its coordinators.

What is public of it everybody reads; whoever may report for the parliament reads the rest too.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from kurultai.gate.clause import NotFound, cells, one, plain, rows
from kurultai.gate.commitments import ROW
from kurultai.gate.may import REPORTERS
from kurultai.gate.shapes import CommitmentRow, Party
from kurultai.gate.viewer import PUBLIC, Viewer
from kurultai.procedure.acts import Attachment, Words
from kurultai.procedure.following.commitment import OPEN_STATES

PARTS = ("late", "asked", "carried", "over")  # each commitment stands in one of them
SHOWN = 25  # of each part at first
_REPORTS = 10
_MOST_FILES = 10_000  # of a report; there is none of a higher number

# The last day of what may be known as a month or a year only: as text, no month ends after its 31.
_LAST = """CASE length(due) WHEN 10 THEN due WHEN 7 THEN due || '-31' WHEN 4 THEN due || '-12-31'
           ELSE coalesce(nullif(substr(due, 12), ''), '9999') END"""
_PART = f"""CASE
    WHEN commitment.state NOT IN {OPEN_STATES} OR until <= :day THEN 'over'
    WHEN due <> '' AND {_LAST} < :day THEN 'late'
    WHEN commitment.state = 'proposed' THEN 'asked' ELSE 'carried' END"""
_OWN = "commitment.party = :party AND NOT struck AND [commitment] AND [document]"


@dataclass(frozen=True)
class Part:
    """The commitments that wait in one way, or not any more: the first of so many."""

    part: str
    count: int
    rows: tuple[CommitmentRow, ...]


@dataclass(frozen=True)
class Beside:
    """What another party did about the same paragraph."""

    of: str  # the commitment beside which it stands
    commitment: str
    party: str
    state: str


@dataclass(frozen=True)
class Review:
    """A meeting that is to look at open commitments; when is empty as long as nobody may know."""

    meeting: str
    count: int
    when: str
    state: str


@dataclass(frozen=True)
class Reported:
    """A report in a parliament's list."""

    report: str
    commitment: str
    symbol: str
    document_names: Words
    number: int
    state: str
    words: Words
    on: str


@dataclass(frozen=True)
class Reminded:
    """How many commitments a parliament was reminded of on a day."""

    on: str
    count: int


@dataclass(frozen=True)
class FollowUpPage:
    """All that is followed up with one parliament."""

    party: Party
    parts: tuple[Part, ...]
    beside: tuple[Beside, ...]
    reviews: tuple[Review, ...]
    reports: tuple[Reported, ...]
    reminders: tuple[Reminded, ...]

    def count(self, part: str) -> int:
        """How many stand in that part."""
        return next((p.count for p in self.parts if p.part == part), 0)


@dataclass(frozen=True)
class Awaited:
    """What a party has not answered, and what is late; when it was last reminded of any of it."""

    party: str
    late: int
    asked: int
    reminded_on: str | None


def follow_up(
    viewer: Viewer, party: str, day: str, *, only: str = "", page: int = 1
) -> FollowUpPage:
    """The parliament's page on the ISO day: every part from its beginning, or a page of one."""
    found = one(viewer, Party, f"{_PARTY} WHERE party = :party", party=party)
    counts = counted(viewer, party, day)
    parts = tuple(
        Part(part, counts.get(part, 0), _rows(viewer, party, day, part, page))
        for part in PARTS
        if only in ("", part)
    )
    return FollowUpPage(
        found,
        parts,
        beside(viewer, (row for part in parts for row in part.rows)),
        reviews(viewer, party, day),
        _reports(viewer, party),
        _reminders(viewer, party),
    )


_PARTY = "SELECT party, names, state, status, status_since, sources FROM party"


def counted(viewer: Viewer, party: str, day: str) -> dict[str, int]:
    """How many of the party's commitments stand in each part."""
    sql = f"""SELECT {_PART}, count(*) FROM commitment JOIN document USING (document)
              WHERE {_OWN} GROUP BY 1"""  # noqa: S608 - of constants alone
    return dict(plain(viewer, sql, party=party, day=day))


def _rows(viewer: Viewer, party: str, day: str, part: str, page: int) -> tuple[CommitmentRow, ...]:
    """Those that are due first stand first; those that are over, the last that was reported."""
    order = "coalesce(reported_on, made_on) DESC" if part == "over" else f"{_LAST}"
    sql = f"""{ROW} WHERE {_OWN} AND {_PART} = :part
              ORDER BY {order}, document.rowid, number LIMIT {SHOWN} OFFSET :skip"""
    skip = SHOWN * (page - 1)
    return rows(viewer, CommitmentRow, sql, party=party, day=day, part=part, skip=skip)


def beside(viewer: Viewer, of: Iterable[CommitmentRow]) -> tuple[Beside, ...]:
    """What the others did about the paragraphs of these commitments, in the register's order.

    Where a party has several on one paragraph, as files that were taken over may have it, the last.
    """
    mine = tuple(row for row in of if row.unit)
    sql = """SELECT other.document, other.unit, other.party, other.commitment, other.state,
             max(other.rowid) FROM json_each(:paragraphs) AS paragraph JOIN commitment other
             ON other.document = value ->> 0 AND other.number = value ->> 1
             AND other.unit = value ->> 2
             LEFT JOIN party ON party.party = other.party WHERE NOT other.struck AND [other]
             GROUP BY other.document, other.unit, other.party
             ORDER BY party.rowid IS NULL, party.rowid, other.rowid"""
    paragraphs = json.dumps(sorted({(row.document, row.number, row.unit) for row in mine}))
    found: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for document, unit, *other, _last in plain(viewer, sql, paragraphs=paragraphs):
        found.setdefault((document, unit), []).append(tuple(other))
    return tuple(
        Beside(row.commitment, commitment, party, state)
        for row in mine
        for party, commitment, state in found.get((row.document, row.unit), ())
        if party != row.party
    )


def reviews(viewer: Viewer, party: str, day: str) -> tuple[Review, ...]:
    """The meetings that review what is open, soonest first; those not convened yet last."""
    sql = f"""SELECT review, count(*), coalesce(min(held.when_text), ''),
              coalesce(min(held.state), '') FROM commitment JOIN document USING (document)
              LEFT JOIN meeting held ON held.meeting = review AND [held]
              WHERE {_OWN} AND review <> '' AND {_PART} <> 'over'
              GROUP BY review ORDER BY coalesce(min(held.first_day), '9999'), review"""  # noqa: S608 - of constants alone
    return rows(viewer, Review, sql, party=party, day=day)


def _reports(viewer: Viewer, party: str) -> tuple[Reported, ...]:
    sql = f"""SELECT report, commitment, symbol, names, number, report.state, report.words, on_day
              FROM report JOIN commitment USING (commitment) JOIN document USING (document)
              WHERE {_OWN} ORDER BY on_day DESC, position DESC LIMIT {_REPORTS}"""  # noqa: S608 - of constants alone
    return rows(viewer, Reported, sql, party=party)


def _reminders(viewer: Viewer, party: str) -> tuple[Reminded, ...]:
    sql = f"""SELECT on_day, count(DISTINCT commitment) FROM reminder
              JOIN commitment USING (commitment) JOIN document USING (document)
              WHERE {_OWN} GROUP BY on_day ORDER BY on_day DESC LIMIT {_REPORTS}"""  # noqa: S608 - of constants alone
    return rows(viewer, Reminded, sql, party=party)


def open_of(
    viewer: Viewer, party: str, day: str, *parts: str, most: int
) -> tuple[CommitmentRow, ...]:
    """The party's commitments in those parts, the late before what is due later; so many."""
    sql = f"""{ROW} WHERE {_OWN} AND {_PART} IN (SELECT value FROM json_each(:parts))
              ORDER BY {_LAST}, document.rowid, number LIMIT :most"""  # noqa: S608 - of constants alone
    asked = {"party": party, "day": day, "parts": json.dumps(parts), "most": most}
    return rows(viewer, CommitmentRow, sql, **asked)


def named(viewer: Viewer, party: str, names: Iterable[str]) -> tuple[CommitmentRow, ...]:
    """Those of the party's commitments that are named, in that order; none that may not be seen."""
    wanted = json.dumps(tuple(names))
    sql = f"""{ROW} JOIN json_each(:names) AS wanted ON wanted.value = commitment
              WHERE {_OWN} ORDER BY wanted.key"""
    return rows(viewer, CommitmentRow, sql, party=party, names=wanted)


def last_reports(viewer: Viewer, names: Iterable[str]) -> dict[str, str]:
    """The latest report on each of these commitments that has one."""
    sql = """SELECT commitment, report, max(position) FROM report JOIN commitment USING (commitment)
             WHERE commitment IN (SELECT value FROM json_each(:names)) AND [commitment]
             GROUP BY commitment"""
    found = plain(viewer, sql, names=json.dumps(tuple(names)))
    return {commitment: report for commitment, report, _position in found}


def file(viewer: Viewer, report: str, number: int) -> Attachment:
    """A file of a report, from 1; NotFound unless the viewer may see the commitment."""
    sql = """SELECT value ->> 'blob', value ->> 'name', value ->> 'media_type', value ->> 'size'
             FROM report JOIN commitment USING (commitment) JOIN document USING (document),
             json_each(report.files)
             WHERE report = :report AND key = :number - 1 AND [commitment] AND [document]"""
    return one(viewer, Attachment, sql, report=report, number=min(number, _MOST_FILES))


def awaited(viewer: Viewer, day: str) -> tuple[Awaited, ...]:
    """Every party that is asked something, in the register's order: for the Secretariat."""
    if not viewer.secretariat:
        raise NotFound
    sql = f"""SELECT commitment.party, sum({_PART} = 'late'), sum({_PART} = 'asked'),
              max(reminded_on) FROM commitment JOIN document USING (document)
              JOIN party ON party.party = commitment.party
              WHERE NOT struck AND [commitment] AND [document]
              GROUP BY commitment.party ORDER BY party.rowid"""  # noqa: S608 - of constants alone
    return rows(viewer, Awaited, sql, day=day)


def public(viewer: Viewer, names: Iterable[str]) -> frozenset[str]:
    """Those of the commitments that everybody may see."""
    sql = f"""SELECT commitment FROM commitment JOIN document USING (document)
              WHERE commitment IN (SELECT value FROM json_each(:names)) AND [commitment]
              AND commitment.audience_id = {PUBLIC} AND document.audience_id = {PUBLIC}"""  # noqa: S608 - of constants alone
    return frozenset(cells(viewer, sql, names=json.dumps(tuple(names))))


def reports_for(viewer: Viewer, party: str) -> bool:
    """Whether the viewer is one of those who report for the party, and see what they draft."""
    return party in viewer.parties(*REPORTERS)


def coordinators(viewer: Viewer, party: str) -> tuple[str, ...]:
    """Who is written to about its commitments: its coordinators, or else its head of delegation."""
    sql = """SELECT person, office FROM office WHERE of = :party AND until IS NULL
             ORDER BY position"""
    held = plain(viewer, sql, party=party)
    for office in REPORTERS:
        if found := tuple(dict.fromkeys(person for person, of in held if of == office)):
            return found
    return ()


def written_in(viewer: Viewer, party: str) -> str:
    """The language in which the party last reported, as far as the viewer may read it; or none."""
    sql = f"""SELECT (SELECT key FROM json_each(report.words) LIMIT 1)
              FROM report JOIN commitment USING (commitment) JOIN document USING (document)
              WHERE {_OWN} ORDER BY position DESC LIMIT 1"""  # noqa: S608 - of constants alone
    return next(iter(cells(viewer, sql, party=party)), "") or ""
