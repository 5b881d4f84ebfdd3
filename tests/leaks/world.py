"""A record in which each audience holds things with a nonsense word of its own."""

from dataclasses import dataclass
from datetime import date, timedelta

from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import ParagraphTags, Presence, Unit
from tests.leaks.drafts import beside, draft
from tests.leaks.reports import follow
from tests.leaks.sittings import sit

CLERK = "person:office-secretariat"
AUDIENCES = ("members", "secretariat", "organ:chairs-defence", "party:az", "group:five")
VIEWERS: dict[str, tuple[str, ...]] = {  # whose pages may hold which words
    "": (),
    "person:office-secretariat": ("members", "secretariat", "organ:chairs-defence"),
    "person:office-az-head": ("members", "party:az"),
    "person:office-az-coordinator": ("members", "party:az"),
    "person:office-az-administrator": ("members", "party:az"),
    "person:office-kz-head": ("members", "group:five"),
    "person:office-tr-head": ("members",),
    "person:office-hu-head": (),
}


def canary(audience: str) -> str:
    """A word that stands nowhere else."""
    return "zq" + audience.replace(":", "").replace("-", "") + "vk"


@dataclass(frozen=True)
class Hidden:
    """What one audience holds, by the name of the address's argument."""

    audience: str
    document: str
    meeting: str | None
    decision: str | None
    commitment: str | None
    amendment: str | None


def furnish(house: House) -> tuple[Hidden, ...]:
    """Give each audience a document, and where the rules allow a meeting with all that belongs."""
    do(
        house,
        c.ComposeGroup(
            id="leak-group",
            group="group:five",
            names={"en": "The five"},
            members=("person:office-kz-head",),
        ),
    )
    return tuple(_furnish(house, audience) for audience in AUDIENCES)


def do(house: House, command: c.Command) -> None:
    house.submit(CLERK, command).result()


def _furnish(house: House, audience: str) -> Hidden:
    word = canary(audience)
    meeting = _meeting(house, audience, word)
    document = _document(house, audience, word, meeting)
    draft(house, audience, word, document, meeting)
    decision = _decision(house, word, meeting, document)
    beside(house, audience, word, document, meeting)
    follow(house, audience, word, document)
    sit(house, audience, word, meeting)
    amendment = _found(house, "SELECT amendment FROM amendment WHERE document = ?", document)
    commitment = _found(house, "SELECT commitment FROM commitment WHERE document = ?", document)
    return Hidden(audience, document, meeting, decision, commitment, amendment)


def _meeting(house: House, audience: str, word: str) -> str:
    """A meeting of its own series, open, with agenda, delegation, statement and matter."""
    number = sum(ord(letter) for letter in word)  # series are public: their names may not tell
    series = f"series:trial-{number}"
    words = {"en": f"A meeting {word}"}
    do(
        house,
        c.OpenSeries(
            id=f"{word}-series",
            series=series,
            organ="organ:chairs-defence",
            names={"en": "Series of trial"},
            cadence_months=12,
        ),
    )
    ahead = (date.fromisoformat(house.today()) + timedelta(days=30)).isoformat()
    do(
        house,
        c.ConveneMeeting(
            id=f"{word}-meeting",
            series=series,
            ordinal=1,
            when=ahead,
            place=words,
            theme=words,
            notes=words,
            audience=audience,
        ),
    )
    meeting = f"meeting:trial-{number}-1"
    do(
        house,
        c.MoveMeeting(
            id=f"{word}-move",
            meeting=meeting,
            when=ahead,
            place={"en": f"Elsewhere {word}"},
            audience=audience,
        ),
    )
    do(
        house,
        c.RegisterDelegation(
            id=f"{word}-delegation",
            meeting=meeting,
            party="party:az",
            head=f"Head {word}",
            members=(f"Member {word}",),
            audience=audience,
        ),
    )
    do(house, c.OpenMeeting(id=f"{word}-open", meeting=meeting, audience=audience))
    present = tuple(Presence(f"party:{p}") for p in ("az", "kz", "kg", "tr"))
    do(
        house,
        c.TakeAttendance(
            id=f"{word}-attendance", meeting=meeting, present=present, audience=audience
        ),
    )
    do(
        house,
        c.RecordStatement(
            id=f"{word}-statement",
            meeting=meeting,
            speaker=words,
            on_behalf="",
            summary=words,
            tags=("tag:terrorism",),
            audience=audience,
        ),
    )
    do(house, c.RaiseMatter(id=f"{word}-matter", meeting=meeting, title=words, audience=audience))
    return meeting


def _document(house: House, audience: str, word: str, meeting: str) -> str:
    words = {"en": f"A text {word}"}
    do(
        house,
        c.TableDocument(
            id=f"{word}-document",
            kind="recommendation",
            names=words,
            symbol=f"REC/{word}",
            meeting=meeting,
            audience=audience,
        ),
    )
    document = _found(house, "SELECT document FROM document WHERE symbol = ?", f"REC/{word}")
    assert document is not None
    units = (Unit("u1", "heading", f"Heading {word}"), Unit("u2", "operative", f"Do {word}"))
    do(
        house,
        c.DistributeVersion(
            id=f"{word}-version",
            document=document,
            language="en",
            standing="authentic",
            units=units,
        ),
    )
    do(
        house,
        c.TagParagraphs(
            id=f"{word}-tags",
            document=document,
            paragraphs=(ParagraphTags("u2", ("tag:cybersecurity",)),),
        ),
    )
    return document


def _decision(house: House, word: str, meeting: str, document: str) -> str | None:
    do(
        house,
        c.PutQuestion(
            id=f"{word}-question",
            meeting=meeting,
            document=document,
            question={"en": f"Adopt {word}?"},
        ),
    )
    decision = _found(house, "SELECT decision FROM decision WHERE document = ?", document)
    assert decision is not None
    for party in ("az", "kz", "kg", "tr"):
        do(
            house,
            c.GivePosition(
                id=f"{word}-{party}",
                meeting=meeting,
                decision=decision,
                party=f"party:{party}",
                choice="yes",
            ),
        )
    do(house, c.DecideQuestion(id=f"{word}-decide", meeting=meeting, decision=decision))
    return decision


def _found(house: House, sql: str, value: str) -> str | None:
    with house.readers.reading() as db:
        row = db.execute(sql, (value,)).fetchone()
    return str(row[0]) if row else None
