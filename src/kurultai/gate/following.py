"""Counting what follows from adopted texts: never more rows than a picture has numbers.

Every number goes through the clause, so each viewer is told of what they may see alone.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache
from itertools import starmap

import msgspec

from kurultai.gate.clause import cells, plain, rows
from kurultai.gate.commitments import ORDER, ROW
from kurultai.gate.shapes import CommitmentRow
from kurultai.gate.shapes.following import (
    BANDS,
    EVERY,
    NO_AREA,
    NONE,
    PAGE,
    Age,
    Chosen,
    Count,
    Funnel,
    Listed,
    Open,
    Rate,
    Rates,
)
from kurultai.gate.viewer import Viewer
from kurultai.procedure import acts as a
from kurultai.procedure.following.commitment import OPEN_STATES, STATES
from kurultai.procedure.register import first_day, last_day

_UNITS = msgspec.json.Decoder(tuple[a.Unit, ...])
_MONTHS = (6, 12, 24, 48)  # at which one age ends and the next begins

# The counts that are kept, under the headings that the pictures have.
_KEPT = """
SELECT party, tag, state, count FROM commitment_count
WHERE [commitment_count]
AND iif(:area = '',
    tag IN (SELECT '*' UNION ALL SELECT '' UNION ALL SELECT tag FROM tag WHERE scheme = 'area'),
    tag = iif(:area = '-', '', :area))
AND (:series = '' OR series = :series) AND (:party = '' OR party = :party)
AND (:state = '' OR state = :state)
"""
# What stands for {chosen}: the clause, and what is asked for and no more, which is read quickest;
# for {open}: the states in which something is awaited.
_CHOSEN = {
    "series": "commitment.series = :series",
    "party": "party = :party",
    "state": "commitment.state = :state",
    "since": "substr(ltrim(made_on, char(91)), 1, 4) >= :since",
    "until": "substr(ltrim(made_on, char(91)), 1, 4) <= :until",
    "strategy": """EXISTS (SELECT 1 FROM commitment_tag plan
        WHERE plan.tag = :strategy AND plan.commitment = commitment.commitment)""",
    "area": """iif(:area = '-',
        NOT EXISTS (SELECT 1 FROM commitment_tag place JOIN tag USING (tag)
            WHERE place.commitment = commitment.commitment AND scheme = 'area'),
        EXISTS (SELECT 1 FROM commitment_tag place
            WHERE place.commitment = commitment.commitment AND place.tag = :area))""",
}
# The same counted from the commitments themselves.
_ANEW = """
WITH asked AS MATERIALIZED (SELECT commitment, party, state FROM commitment WHERE {chosen}),
area AS MATERIALIZED (
    SELECT commitment, tag FROM asked JOIN commitment_tag USING (commitment) JOIN tag USING (tag)
    WHERE tag = :area OR (:area = '' AND scheme = 'area'))
SELECT party, '*', state, count(*) FROM asked WHERE :area = '' GROUP BY party, state
UNION ALL
SELECT party, tag, state, count(*) FROM asked JOIN area USING (commitment)
GROUP BY party, tag, state
UNION ALL
SELECT party, '', state, count(*) FROM asked
WHERE :area IN ('', '-') AND commitment NOT IN (SELECT commitment FROM area)
GROUP BY party, state
"""


def counts(viewer: Viewer, chosen: Chosen) -> tuple[Count, ...]:
    """By party, heading and state; one that is under several areas counts in each.

    Under the heading of all together, or the one that is chosen, each counts once.
    """
    found = plain(viewer, _sql(_ANEW, chosen) if chosen.narrow else _KEPT, **_asked(chosen))
    sums: dict[tuple[str, str, str], int] = {}
    for party, heading, state, number in found:  # those of several audiences come apart
        told = (party, heading, state)
        sums[told] = sums.get(told, 0) + number
    return tuple([Count(*told, number) for told, number in sums.items()])


def _sql(text: str, chosen: Chosen) -> str:
    return _with(text, tuple(name for name in _CHOSEN if getattr(chosen, name)))


@cache
def _with(text: str, asked: tuple[str, ...]) -> str:
    parts = ("[commitment]", "NOT struck", *(_CHOSEN[name] for name in asked))
    return text.format(chosen=" AND ".join(parts), open=OPEN_STATES)


def _asked(chosen: Chosen) -> dict[str, str]:
    return {name: getattr(chosen, name) for name in Chosen.__dataclass_fields__}


def heading_of_all(chosen: Chosen) -> str:
    """The heading under which each of the chosen counts once."""
    return {"": EVERY, NO_AREA: NONE}.get(chosen.area, chosen.area)


def by_state(chosen: Chosen, found: Iterable[Count]) -> dict[str, int]:
    """How many there are by state, each counted once."""
    whole = heading_of_all(chosen)
    return _summed((one.state, one.number) for one in found if one.heading == whole)


def _summed(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    """By state, in the order of the states; those that nobody is in are left out."""
    sums: dict[str, int] = {}
    for state, count in pairs:
        sums[state] = sums.get(state, 0) + count
    return {state: sums[state] for state in STATES if state in sums}


# The latest wording, in whichever language, has all units, gaps and all.
_TEXTS = """
SELECT (SELECT units FROM wording WHERE wording.document = document.document
        ORDER BY wording.position DESC LIMIT 1)
FROM document LEFT JOIN meeting there ON there.meeting = adopted_at AND [there]
WHERE document.state = 'adopted' AND [document] AND (:series = '' OR series = :series)
"""
_CARRIED = """SELECT count(*) FROM (
SELECT 1 FROM commitment INDEXED BY commitment_carried
WHERE unit <> '' AND {chosen} GROUP BY commitment.document, unit)"""


def funnel(viewer: Viewer, chosen: Chosen, found: Iterable[Count]) -> Funnel:
    """From texts to what was done; texts and paragraphs are of no party, area, plan or years."""
    texts = cells(viewer, _TEXTS, series=chosen.series)
    of_all = chosen == Chosen(series=chosen.series)
    (carried,) = cells(viewer, _sql(_CARRIED, chosen), **_asked(chosen))
    return Funnel(
        len(texts) if of_all else None,
        sum(map(_operative, texts)) if of_all else None,
        carried,
        by_state(chosen, found),
    )


@lru_cache(maxsize=1024)
def _operative(units: str | None) -> int:
    """How many operative paragraphs a text has; none if only its name is here."""
    return _counted(_UNITS.decode(units)) if units else 0


def _counted(units: tuple[a.Unit, ...]) -> int:
    own = (unit for unit in units if unit.kind != "annex")  # an annex has numbers of its own
    return sum((unit.kind == "operative") + _counted(unit.below) for unit in own)


_OPEN_NOW = """SELECT made_on, state, until, due, count(*) FROM commitment
WHERE state IN {open} AND {chosen}
GROUP BY made_on, state, until, due"""
_OPEN_ON = """SELECT made_on, span.state, commitment.until, due, count(*)
FROM commitment_state span CROSS JOIN commitment USING (commitment)
WHERE span.state IN {open} AND span.since <= :day
AND (span.until IS NULL OR span.until > :day) AND {chosen}
GROUP BY 1, 2, 3, 4"""


def open_on(viewer: Viewer, chosen: Chosen, day: str, today: str) -> Open:
    """What is open at the end of the ISO day, or was."""
    asked = _asked(chosen)
    if day < today:
        found = plain(viewer, _sql(_OPEN_ON, replace(chosen, state="")), **asked, day=day)
    else:
        found = plain(viewer, _sql(_OPEN_NOW, chosen), **asked)
    still = [
        (made, state, due, count)
        for made, state, until, due, count in found
        if not _ended(until, day) and chosen.state in ("", state)
    ]
    return Open(
        day,
        _summed((state, count) for _, state, _, count in still),
        _ages(((made, state, count) for made, state, _, count in still), day),
        sum(count for _, _, due, count in still if due and last_day(due) < day),
    )


_BY_PARTY = """SELECT party, commitment.until, count(*)
FROM commitment_state span CROSS JOIN commitment USING (commitment)
WHERE span.state IN {open} AND span.since <= :day
AND (span.until IS NULL OR span.until > :day) AND {chosen}
GROUP BY 1, 2"""


def open_by_party(viewer: Viewer, chosen: Chosen, day: str) -> dict[str, int]:
    """How many were open at the end of the ISO day, by party; whatever their state is now."""
    sums: dict[str, int] = {}
    found = plain(viewer, _sql(_BY_PARTY, replace(chosen, state="")), **_asked(chosen), day=day)
    for party, until, count in found:
        if not _ended(until, day):
            sums[party] = sums.get(party, 0) + count
    return sums


_BY_SERIES = """SELECT series, until, count(*) FROM commitment INDEXED BY commitment_open
WHERE state IN {open} AND {chosen} GROUP BY series, until"""


def open_by_series(viewer: Viewer, day: str) -> dict[str, int]:
    """How many are open on the ISO day, today or later, by series."""
    sums: dict[str, int] = {}
    for series, until, count in plain(viewer, _sql(_BY_SERIES, Chosen())):
        if not _ended(until, day):
            sums[series] = sums.get(series, 0) + count
    return sums


_EXAMPLES_OPEN = """SELECT until, count(*)
FROM commitment INDEXED BY commitment_open JOIN meeting there USING (meeting)
WHERE commitment.state IN {open}
AND example AND [there] AND {chosen}
GROUP BY until"""


def open_of_examples(viewer: Viewer, day: str) -> int:
    """How many of those that are open on the ISO day are no history, but examples."""
    found = plain(viewer, _sql(_EXAMPLES_OPEN, Chosen()))
    return sum(count for until, count in found if not _ended(until, day))


_OF_EXAMPLES = """SELECT 1 FROM meeting WHERE example AND [meeting] AND EXISTS (
SELECT 1 FROM commitment WHERE commitment.meeting = meeting.meeting AND {chosen}) LIMIT 1"""


def of_examples(viewer: Viewer, chosen: Chosen) -> bool:
    """True if some of the chosen follow from meetings that are examples and not history."""
    return bool(plain(viewer, _sql(_OF_EXAMPLES, chosen), **_asked(chosen)))


def _ended(until: str | None, day: str) -> bool:
    """True if the end clause lets nothing be awaited any more on the ISO day."""
    return until is not None and _first(until) <= day


_first = lru_cache(maxsize=4096)(first_day)


def _ages(still: Iterable[tuple[str, str, int]], day: str) -> tuple[Age, ...]:
    """By age and state, the youngest first; what nothing is in is left out."""
    sums: dict[tuple[str, str], int] = {}
    starts = tuple(_before(day, months) for months in _MONTHS)
    for made, state, count in still:
        band = BANDS[sum(_first(made) <= start for start in starts)]
        sums[band, state] = sums.get((band, state), 0) + count
    return tuple(
        Age(band, state, sums[band, state])
        for band in BANDS
        for state in OPEN_STATES
        if (band, state) in sums
    )


def _before(day: str, months: int) -> str:
    """The same day of the month so many months before, as text: it need not be in the calendar."""
    year, month = divmod(int(day[:4]) * 12 + int(day[5:7]) - 1 - months, 12)
    return f"{year:04}-{month + 1:02}-{day[8:]}"


_BY_MEETING = """
WITH asked AS (SELECT commitment.meeting, state, count(*) AS count
               FROM commitment INDEXED BY commitment_asked
               WHERE {chosen} GROUP BY commitment.meeting, state)
SELECT coalesce(there.meeting, ''), asked.state, sum(asked.count)
FROM asked LEFT JOIN meeting there ON there.meeting = asked.meeting AND [there]
GROUP BY 1, 2 ORDER BY max(there.first_day) DESC, 1
"""


def by_meeting(viewer: Viewer, chosen: Chosen) -> dict[str, dict[str, int]]:
    """How many follow from each meeting by state, the latest first.

    Those from meetings that the viewer may not know of are under no name.
    """
    met: dict[str, dict[str, int]] = {}
    for meeting, state, number in plain(viewer, _sql(_BY_MEETING, chosen), **_asked(chosen)):
        met.setdefault(meeting, {})[state] = number
    return met


def rates(viewer: Viewer, chosen: Chosen, found: tuple[Count, ...]) -> Rates:
    """Who answered, of what was asked; the meetings latest first, the rest as they were found."""
    whole = heading_of_all(chosen)
    parties: dict[str, dict[str, int]] = {}
    headings: dict[str, dict[str, int]] = {}
    for party, heading, state, number in found:
        if heading == whole:
            parties.setdefault(party, {})[state] = number
        if heading != EVERY:
            own = headings.setdefault(heading, {})
            own[state] = own.get(state, 0) + number
    met = by_meeting(viewer, chosen)
    return Rates(
        tuple(starmap(_rate, met.items())),
        tuple(starmap(_rate, parties.items())),
        tuple(starmap(_rate, headings.items())),
        _rate("", by_state(chosen, found)),
    )


def _rate(of: str, states: dict[str, int]) -> Rate:
    asked = sum(states.values()) - states.get("superseded", 0)
    return Rate(of, asked, asked - states.get("proposed", 0))


_LISTED = """SELECT commitment FROM commitment WHERE {chosen}
              ORDER BY rowid LIMIT :most OFFSET :passed"""
_THESE = f"""{ROW} JOIN json_each(:names) named ON named.value = commitment
             WHERE [commitment] AND [document] {ORDER}"""


def listed(viewer: Viewer, chosen: Chosen, page: int) -> Listed:
    """A page of the list, from 1 on, as they were made; the last one if there are not so many."""
    count = sum(by_state(chosen, counts(viewer, chosen)).values())
    here = max(1, min(page, -(-count // PAGE)))
    passed = {"most": PAGE, "passed": (here - 1) * PAGE}
    names = cells(viewer, _sql(_LISTED, chosen), **_asked(chosen), **passed)
    told = msgspec.json.encode(names).decode()
    return Listed(chosen, rows(viewer, CommitmentRow, _THESE, names=told), here, count)
