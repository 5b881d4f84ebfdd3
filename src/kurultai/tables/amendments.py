"""The amendments' tables: what each would change, where it stands, and what became of it."""

import sqlite3
from collections.abc import Iterable
from typing import Any, assert_never

import msgspec

from kurultai.procedure import acts as a
from kurultai.procedure.amendment import (
    Proposal,
    as_amended,
    complete_in,
    proposed,
    with_translation,
)
from kurultai.record.act import Act
from kurultai.tables.rows import insert, json, one, update
from kurultai.tables.wordings import languages_of, text_of
from kurultai.texts.change import Add, Change, Drop, Edit, Move

Amending = (
    a.AmendmentTabled
    | a.AmendmentTranslated
    | a.AmendmentSponsored
    | a.AmendmentWithdrawn
    | a.AmendmentsMarshalled
    | a.AmendmentsSettled
)
LAST = 1_000_000  # after every marshalled one, in the order of tabling


def project_amendment(db: sqlite3.Connection, recorded: Act, act: Amending) -> None:
    """Write what an act changes in the amendments to a text."""
    match act:
        case a.AmendmentTabled():
            _table(db, recorded, act)
        case a.AmendmentTranslated():
            _translate(db, recorded.stream, act)
        case a.AmendmentSponsored(amendment=amendment, party=party):
            sponsors = (*proposal_of(db, amendment).sponsors, party)
            update(db, "amendment", {"amendment": amendment}, sponsors=json(sponsors))
        case a.AmendmentWithdrawn(amendment=amendment, reason=reason):
            withdrawn = {"state": "withdrawn", "withdrawal": json(reason)}
            update(db, "amendment", {"amendment": amendment}, **withdrawn)
        case a.AmendmentsMarshalled():
            _marshal(db, recorded, act)
        case a.AmendmentsSettled():
            _settle(db, recorded, act)
        case _:
            assert_never(act)


def _table(db: sqlite3.Connection, recorded: Act, act: a.AmendmentTabled) -> None:
    changes = json(act.changes)
    insert(
        db,
        "amendment",
        amendment=act.amendment,
        document=recorded.stream,
        number=act.number,
        label=_label(db, act),
        reading=act.reading,
        state="tabled",
        place=LAST + act.number,
        parent=act.of,
        tabled_by=json(act.by),
        language=act.language,
        translated="[]",
        languages="[]",
        reason=json(act.reason),
        replaces=json(act.replaces),
        linguistic=int(act.linguistic),
        tabled_on=recorded.on,
        position=recorded.position,
    )
    same = {"changes": changes, "tabled_changes": changes}
    insert(db, "amendment_change", amendment=act.amendment, **same)
    _word(db, act.amendment, act.changes)
    _complete(db, proposed(act), languages_of(db, recorded.stream))


def _label(db: sqlite3.Connection, act: a.AmendmentTabled) -> str:
    """Its number; of a sub-amendment behind that of its parent: the first one to 3 is "3.1"."""
    if act.of is None:
        return str(act.number)
    sql = "SELECT label FROM amendment WHERE amendment = ?"
    earlier = one(db, "SELECT count(*) FROM amendment WHERE parent = ?", act.of)
    return f"{one(db, sql, act.of)}.{earlier + 1}"


def _word(db: sqlite3.Connection, amendment: str, changes: tuple[Change, ...]) -> None:
    """These are now its changes: which units they touch, and what they are in each language."""
    for table in ("amendment_unit", "amendment_wording"):
        db.execute(f"DELETE FROM {table} WHERE amendment = ?", (amendment,))  # noqa: S608 - tables of ours
    for unit in units_of(changes):
        insert(db, "amendment_unit", amendment=amendment, unit=unit)
    edited = (change.language for change in changes if isinstance(change, Edit))
    for language in dict.fromkeys(("", *edited)):
        said = json([change for change in changes if _reads(change, language)])
        insert(db, "amendment_wording", amendment=amendment, language=language, changes=said)


def _reads(change: Change, language: str) -> bool:
    """True if the change is one for who reads that language."""
    return not isinstance(change, Edit) or change.language == language


def units_of(changes: Iterable[Change]) -> tuple[str, ...]:
    """The units of the text that changes touch; of an addition, what it stands behind."""
    found: list[str | None] = []
    for change in changes:
        match change:
            case Edit(unit=unit) | Drop(unit=unit) | Move(unit=unit):
                found.append(unit)
            case Add(parent=parent, after=after):
                found.append(after or parent)
    return tuple(dict.fromkeys(unit for unit in found if unit is not None))


def complete_anew(db: sqlite3.Connection, document: str) -> None:
    """The document has other languages now: in which of them each amendment is complete."""
    languages = languages_of(db, document)
    sql = "SELECT amendment FROM amendment WHERE document = ?"
    for (amendment,) in db.execute(sql, (document,)).fetchall():
        _complete(db, proposal_of(db, amendment), languages)


def _complete(db: sqlite3.Connection, proposal: Proposal, languages: tuple[str, ...]) -> None:
    complete = complete_in(proposal, languages)
    said = json([language for language in languages if language in complete])
    update(db, "amendment", {"amendment": proposal.amendment}, languages=said)


def _translate(db: sqlite3.Connection, document: str, act: a.AmendmentTranslated) -> None:
    """The wording given for that language, in place of what it had; all else as it was."""
    proposal = with_translation(proposal_of(db, act.amendment), act)
    changes = json(proposal.changes)
    key = {"amendment": act.amendment}
    update(db, "amendment", key, translated=json(sorted(proposal.translated)))
    update(db, "amendment_change", key, changes=changes, tabled_changes=changes)
    _word(db, act.amendment, proposal.changes)
    _complete(db, proposal, languages_of(db, document))
    _remake(db, document, act.amendment)


def _marshal(db: sqlite3.Connection, recorded: Act, act: a.AmendmentsMarshalled) -> None:
    document = recorded.stream
    reading = one(db, "SELECT reading FROM document WHERE document = ?", document)
    insert(
        db,
        "marshalled",
        document=document,
        issue=act.issue,
        reading=reading,
        on_day=recorded.on,
        position=recorded.position,
        policy=act.order,
        article=act.article,
        link=act.link,
        confidence=act.confidence,
        proposed=json(act.proposed),
        reason=json(act.reason),
    )
    db.execute(_UNPLACE, (LAST, document, reading))
    for number, place in enumerate(act.places, start=1):
        _place(db, {"document": document, "issue": act.issue}, number, place)


_UNPLACE = "UPDATE amendment SET place = ? + number WHERE document = ? AND reading = ?"


def _place(db: sqlite3.Connection, key: dict[str, str | int], number: int, place: a.Place) -> None:
    insert(
        db,
        "marshalled_place",
        **key,
        amendment=place.amendment,
        place=number,
        rivals=place.group,
        figure=place.figure,
        relation=place.relation,
        related=place.to,
        flags=json(place.flags),
    )
    update(db, "amendment", {"amendment": place.amendment}, place=number)


def _settle(db: sqlite3.Connection, recorded: Act, act: a.AmendmentsSettled) -> None:
    by = {"decision": act.decision or None}
    for state, amendments in (("adopted", act.adopted), ("rejected", act.rejected)):
        for amendment in amendments:
            update(db, "amendment", {"amendment": amendment}, state=state, **by)
    for fallen in act.fallen:
        key = {"amendment": fallen.amendment}
        fell = {"because": fallen.because or None, "why": fallen.why}
        update(db, "amendment", key, state="fallen", **fell, **by)
    parent_of = "SELECT parent FROM amendment WHERE amendment = ?"
    parents = dict.fromkeys(one(db, parent_of, amendment) for amendment in act.adopted)
    for parent in filter(None, parents):
        _remake(db, recorded.stream, parent)


def _remake(db: sqlite3.Connection, document: str, parent: str) -> None:
    """A parent as all its adopted sub-amendments make it; nothing to do if there are none."""
    adopted = "SELECT amendment FROM amendment WHERE parent = ? AND state = 'adopted'"
    subs = [name for (name,) in db.execute(f"{adopted} ORDER BY number", (parent,))]
    if subs:
        text = text_of(db, document)
        family = {name: proposal_of(db, name) for name in (parent, *subs)}
        made = as_amended(text.base, family, family[parent], text.languages)
        update(db, "amendment_change", {"amendment": parent}, changes=json(made.changes))
        _word(db, parent, made.changes)


def proposal_of(db: sqlite3.Connection, amendment: str) -> Proposal:
    """The amendment as the procedure has it, by the names of its fields."""
    sql = f"""SELECT {", ".join(_COLUMNS)} FROM amendment JOIN amendment_change USING (amendment)
              WHERE amendment = ?"""  # noqa: S608 - columns of ours
    cells = db.execute(sql, (amendment,)).fetchone()
    return Proposal(
        **{
            field: msgspec.json.decode(cell, type=_JSON[field]) if field in _JSON else cell
            for field, cell in zip(_COLUMNS.values(), cells, strict=True)
        }
    )


_COLUMNS = {  # column -> field of the proposal
    "amendment": "amendment",
    "number": "number",
    "tabled_by": "by",
    "language": "language",
    "reading": "reading",
    "tabled_changes": "changes",
    "parent": "of",
    "replaces": "replaces",
    "linguistic": "linguistic",
    "sponsors": "sponsors",
    "translated": "translated",
    "state": "state",
}
_JSON: dict[str, Any] = {
    "by": tuple[str, ...],
    "changes": tuple[Change, ...],
    "replaces": tuple[str, ...],
    "sponsors": tuple[str, ...],
    "translated": frozenset[str],
}
