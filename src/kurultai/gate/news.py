"""What happened that others may want to hear of: the acts of the record that make news.

Each is read under its own audience and that of the thing it is about.
"""

from dataclasses import dataclass

from kurultai.gate.clause import rows
from kurultai.gate.viewer import Viewer
from kurultai.procedure.acts import Words

TOPICS: dict[str, tuple[str, ...]] = {
    "meetings": (
        *("MeetingConvened", "MeetingMoved", "AgendaIssued", "MeetingOpened", "MeetingClosed"),
        "MinutesApproved",
    ),
    "decisions": ("QuestionDecided",),
    "texts": ("DraftCirculated", "TextAdopted", "TextCorrected", "DocumentWithdrawn"),
    "commitments": ("ReportMade", "CommitmentSuperseded"),
}


@dataclass(frozen=True)
class News:
    """One act, what it is about and what that is called.

    ``detail`` is the result of a decision, the state that was reported, or nothing.
    """

    position: int
    at: str
    on: str
    kind: str
    identity: str  # whose page tells more
    series: str  # empty if it belongs to none that may be named
    names: Words
    ordinal: int  # of a meeting
    symbol: str  # of a text
    number: int  # of a paragraph
    party: str
    detail: str
    tags: tuple[str, ...]


_OF = {
    "meetings": """
SELECT minute.position AS position, minute.at, minute.on_day, minute.kind, meeting.meeting,
       meeting.series, series.names, ordinal, '', 0, '', '', json_array()
FROM minute JOIN meeting ON meeting.meeting = minute.stream JOIN series USING (series)
WHERE {chosen} AND [minute] AND [meeting]""",
    "decisions": """
SELECT minute.position AS position, minute.at, minute.on_day, minute.kind, decision.decision,
       meeting.series, question, 0, '', 0, '', coalesce(result, ''), json_array()
FROM minute JOIN decision ON decision.decided_at = minute.position
JOIN meeting ON meeting.meeting = decision.meeting
WHERE {chosen} AND [minute] AND [decision] AND [meeting]""",
    "texts": """
SELECT minute.position AS position, minute.at, minute.on_day, minute.kind, document.document,
       coalesce(there.series, '') AS series, names, 0, symbol, 0, '', '',
       (SELECT json_group_array(DISTINCT value) FROM paragraph, json_each(paragraph.tags)
        WHERE paragraph.document = document.document)
FROM minute JOIN document ON document.document = minute.stream
LEFT JOIN meeting there ON there.meeting = coalesce(adopted_at, document.meeting) AND [there]
WHERE {chosen} AND [minute] AND [document]""",
    "commitments": """
SELECT minute.position AS position, minute.at, minute.on_day, minute.kind, commitment.commitment,
       coalesce(there.series, '') AS series, names, 0, symbol, number, party,
       coalesce(report.state, ''), commitment.tags
FROM minute JOIN commitment ON commitment.commitment = minute.stream AND NOT struck
JOIN document ON document.document = commitment.document
LEFT JOIN report ON report.position = minute.position
LEFT JOIN meeting there ON there.meeting = commitment.meeting AND [there]
WHERE {chosen} AND [minute] AND [commitment] AND [document]""",
}
_CHOSEN = "minute.position > :after AND minute.kind IN ({kinds})"


def news(
    viewer: Viewer,
    topic: str | None = None,
    *,
    after: int = 0,
    series: str | None = None,
    limit: int = 50,
) -> tuple[News, ...]:
    """The latest of a topic or of all, newest first; of one series if it is named."""
    topics = (topic,) if topic else tuple(TOPICS)
    found = [one for of in topics for one in _news(viewer, of, after, series, limit)]
    return tuple(sorted(found, key=lambda one: -one.position)[:limit])


def _news(
    viewer: Viewer, topic: str, after: int, series: str | None, limit: int
) -> tuple[News, ...]:
    kinds = ", ".join(f"'{kind}'" for kind in TOPICS[topic])
    sql = _OF[topic].format(chosen=_CHOSEN.format(kinds=kinds))
    sql = f"""SELECT * FROM ({sql}) WHERE :series IS NULL OR series = :series
              ORDER BY position DESC LIMIT :limit"""  # noqa: S608 - of our own parts
    asked: dict[str, object] = {"after": after, "series": series, "limit": limit}
    return rows(viewer, News, sql, **asked)
