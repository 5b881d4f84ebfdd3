"""The texts' tables: how each document stood in each language, and where one does not follow."""

import hashlib
import sqlite3
from typing import assert_never

import msgspec

from kurultai.procedure import acts as a
from kurultai.procedure.text import Text, with_consolidation, with_correction, with_version
from kurultai.record.act import Act
from kurultai.tables.rows import Cell, insert, json, one, update, upsert
from kurultai.tables.trees import Wordings, in_language, merged, without_gaps
from kurultai.texts.unit import walk

_UNITS = msgspec.json.Decoder(tuple[a.Unit, ...])
_STANDING = """
SELECT language, units FROM wording WHERE document = :document AND position = (
    SELECT max(position) FROM wording latest
    WHERE latest.document = :document AND latest.language = wording.language
) ORDER BY language
"""
_STANDINGS = "SELECT language, standing FROM version WHERE document = ? ORDER BY place"
_CLOSE = """
UPDATE behind SET until = :until
WHERE document = :document AND language = :language AND unit = :unit AND until IS NULL
"""


def text_of(db: sqlite3.Connection, document: str) -> Text:
    """The text as the tables have it: what the procedure has, but for the instants."""
    standings = dict(db.execute(_STANDINGS, (document,)).fetchall())
    stale: dict[str, set[str]] = {}
    for language, unit in (pair for pair, is_stale in _marked(db, document).items() if is_stale):
        stale.setdefault(language, set()).add(unit)
    return Text(
        units=merged(_wordings(db, document)),
        reading=one(db, "SELECT reading FROM document WHERE document = ?", document),
        languages=tuple(standings),
        standings=standings,
        stale={language: frozenset(units) for language, units in stale.items()},
    )


def languages_of(db: sqlite3.Connection, document: str) -> tuple[str, ...]:
    """The languages of the document, the one that gives the structure first."""
    return tuple(language for language, _ in db.execute(_STANDINGS, (document,)))


def project_text(
    db: sqlite3.Connection,
    recorded: Act,
    act: a.VersionDistributed | a.TextConsolidated | a.TextCorrected,
) -> None:
    """Write what an act changes in the wordings of a text."""
    match act:
        case a.VersionDistributed():
            _distribute(db, recorded, act)
        case a.TextConsolidated():
            _consolidate(db, recorded, act)
        case a.TextCorrected():
            _correct(db, recorded, act)
        case _:
            assert_never(act)


def _distribute(db: sqlite3.Connection, recorded: Act, act: a.VersionDistributed) -> None:
    """A language version as it was distributed, in place of an earlier one."""
    document = recorded.stream
    text = with_version(text_of(db, document), act)
    key = {"document": document, "language": act.language}
    upsert(
        db,
        "version",
        key,
        standing=act.standing,
        units="[]",
        file=json(act.file) if act.file else None,
        on_day=recorded.on,
        position=recorded.position,
        place=0,
    )
    if act.file:
        named: dict[str, Cell] = {
            "name": act.file.name,
            "media_type": act.file.media_type,
            "size": act.file.size,
        }
        upsert(db, "blob", key, blob=act.file.blob, **named)
    for place, language in enumerate(text.languages):
        update(db, "version", {**key, "language": language}, place=place)
    _keep(db, recorded, text, act.language if act.units else None)


def _consolidate(db: sqlite3.Connection, recorded: Act, act: a.TextConsolidated) -> None:
    """The text of the next reading, in every language; files were of the text before."""
    text = with_consolidation(text_of(db, recorded.stream), act)
    given: dict[str, Cell] = {"file": None, "on_day": recorded.on, "position": recorded.position}
    update(db, "version", {"document": recorded.stream}, **given)
    _keep(db, recorded, text, "")


def _correct(db: sqlite3.Connection, recorded: Act, act: a.TextCorrected) -> None:
    """The text as corrected in one language, and the corrigendum."""
    document, language = recorded.stream, act.language
    text = with_correction(text_of(db, document), act)
    given: dict[str, Cell] = {"on_day": recorded.on, "position": recorded.position}
    update(db, "version", {"document": document, "language": language}, file=None, **given)
    _keep(db, recorded, text, language)
    key: dict[str, Cell] = {
        "document": document,
        "corrigendum": act.corrigendum,
        "language": language,
    }
    insert(db, "corrigendum", **key, reason=json(act.reason), **given)


def _keep(db: sqlite3.Connection, recorded: Act, text: Text, language: str | None) -> None:
    """The text from this act on; ``language`` of the revision, None where no word changed."""
    document = recorded.stream
    update(db, "document", {"document": document}, reading=text.reading)
    worded = {lang for unit, _ in walk(text.units) for lang in unit.words}
    before = _wordings(db, document)
    for lang in sorted({*worded, *before, *text.languages[:1]}):
        units = in_language(text.units, lang)
        key = {"document": document, "language": lang}
        update(db, "version", key, units=json(without_gaps(units)))
        if units != before.get(lang):
            _word(db, recorded.position, key, json(units))
    _mark(db, recorded, text)
    if language is not None:
        shown = [(lang, text.standings[lang]) for lang in text.languages if lang in worded]
        insert(
            db,
            "revision",
            position=recorded.position,
            document=document,
            on_day=recorded.on,
            kind=recorded.kind,
            language=language,
            reading=text.reading,
            standings=json(shown),
        )


def _word(db: sqlite3.Connection, position: int, key: dict[str, str], units: str) -> None:
    digest = hashlib.sha256(units.encode()).hexdigest()
    insert(db, "wording", **key, position=position, digest=digest, units=units)


def _wordings(db: sqlite3.Connection, document: str) -> Wordings:
    found = db.execute(_STANDING, {"document": document})
    return {language: _UNITS.decode(units) for language, units in found}


Marks = dict[tuple[str, str], bool]  # (language, unit) that is behind; True if it is stale


def _marked(db: sqlite3.Connection, document: str) -> Marks:
    sql = "SELECT language, unit, stale FROM behind WHERE document = ? AND until IS NULL"
    return {(language, unit): bool(stale) for language, unit, stale in db.execute(sql, (document,))}


def _mark(db: sqlite3.Connection, recorded: Act, text: Text) -> None:
    """Close the marks that do not hold any more, and open those that hold now."""
    behind = text.languages_behind().items()
    now: Marks = {(language, unit): False for language, units in behind for unit in units}
    now |= {(language, unit): True for language, units in text.stale.items() for unit in units}
    was = _marked(db, recorded.stream)
    for pair in sorted(was.keys() | now.keys()):
        if was.get(pair) == now.get(pair):
            continue
        key = {"document": recorded.stream, "language": pair[0], "unit": pair[1]}
        if pair in was:
            db.execute(_CLOSE, {**key, "until": recorded.position})
        if pair in now:
            insert(db, "behind", **key, stale=int(now[pair]), since=recorded.position)
