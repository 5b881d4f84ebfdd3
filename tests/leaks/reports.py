"""All that follows from a text, with a nonsense word in each part of it."""

import hashlib

from kurultai.handle import House
from kurultai.procedure import acts as a
from kurultai.procedure.facts import new_id
from tests.conftest import Site
from tests.leaks.drafts import happen

DRAFT = "zqdraftofazvk"  # what those who report for Azerbaijan have not recorded
THEIRS = ("person:office-az-coordinator", "person:office-az-head")
SECRET = "a-secret-address-of-a-calendar"  # noqa: S105 - of a trial alone


def follow(house: House, audience: str, word: str, document: str) -> None:
    """One parliament is late, another reported with a file; both are reminded."""
    of = {party: _commitment(house, document, f"party:{party}") for party in ("az", "kz")}
    for party, commitment in of.items():
        undertaking = _undertaking(word, f"party:{party}")
        happen(house, commitment, audience, a.CommitmentDescribed(undertaking))
        happen(house, commitment, audience, a.CommitmentReminded(f"party:{party}"))
    happen(house, of["az"], audience, _report(house, word))


def _commitment(house: House, document: str, party: str) -> str:
    sql = "SELECT commitment FROM commitment WHERE document = ? AND party = ?"
    with house.readers.reading() as db:
        return str(db.execute(sql, (document, party)).fetchone()[0])


def _undertaking(word: str, lead: str) -> a.Undertaking:
    return a.Undertaking(
        action="exchange",
        lead=lead,
        owner={"en": f"Committee {word}"},
        due="2026-10-01",
        review=f"meeting:{word}-2",
        indicator={"en": f"Seen by {word}"},
        milestones=(a.Milestone(f"m{word}", {"en": f"Milestone {word}"}, "2026-09-01"),),
        tags=("tag:cybersecurity", "tag:five_areas"),
    )


def _report(house: House, word: str) -> a.ReportMade:
    content = f"A file of {word}".encode()
    file = a.Attachment(house.keep(content), f"{word}.txt", "text/plain", len(content))
    return a.ReportMade(
        new_id("report", word),
        "in_progress",
        {"en": f"Begun {word}"},
        links=(f"https://example.org/{word}",),
        files=(file,),
        happened="2026-10-10",
        milestones=(f"m{word}",),
    )


def write(site: Site) -> None:
    """What is not recorded: a draft of Azerbaijan's, and the secret address of a calendar."""
    from kurultai.site.reports import drafts
    from kurultai.site.reports.models import CalendarAddress

    site.account(THEIRS[0])  # a calendar is there for whoever can sign in
    paper = drafts.Paper("0" * 64, f"{DRAFT}.txt", "text/plain", DRAFT.encode())
    for commitment in ("", _commitment_of_az(site.house)):
        drafts.save(
            drafts.Place("party:az", commitment),
            THEIRS[0],
            {"done-en": [DRAFT], "state": ["done"]},
            (paper,),
            window="trial",
            seen=0,
        )
    CalendarAddress.objects.filter(person=THEIRS[0]).delete()
    digest = hashlib.sha256(SECRET.encode()).hexdigest()
    CalendarAddress.objects.create(person=THEIRS[0], digest=digest)


def _commitment_of_az(house: House) -> str:
    sql = "SELECT commitment FROM commitment WHERE party = 'party:az' ORDER BY rowid DESC"
    with house.readers.reading() as db:
        return str(db.execute(sql).fetchone()[0])
