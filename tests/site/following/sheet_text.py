"""What a text of 2025 asks of Azerbaijan and Kazakhstan, and one that is for Azerbaijan alone."""

from kurultai.procedure import commands as c
from kurultai.procedure.acts import Milestone, Undertaking, Unit
from kurultai.procedure.facts import new_id
from kurultai.procedure.following.commitment import commitment_id
from tests.conftest import Site

OFFICER = "person:office-secretariat"
COORDINATOR = "person:office-az-coordinator"
PUBLIC, HIDDEN = new_id("document", "asked"), new_id("document", "asked-hidden")
WORDS = ("Asks for joint exercises", "Asks for a law on cyber defence", "=Invites to an exchange")
PLAN = Undertaking(
    due="2026-06-30",
    milestones=(
        Milestone("draft", {"en": "Draft law", "tr": "Kanun taslağı"}, "2026-03-01"),
        Milestone("law", {"en": "Law in force"}),
    ),
)


def ask(site: Site) -> None:
    """Three paragraphs to Azerbaijan, the second with milestones, the first to Kazakhstan too."""
    _text(site, "asked", PUBLIC, "public", WORDS)
    _text(site, "asked-hidden", HIDDEN, "party:az", ("Asks zqhiddenvk",))
    drawn = (
        c.Drawn("u1", ("party:az", "party:kz")),
        c.Drawn("u2", ("party:az",), PLAN),
        c.Drawn("u3", ("party:az",)),
    )
    do(site, c.DrawCommitments(id="draw", document=PUBLIC, paragraphs=drawn))
    hidden = c.DrawCommitments(
        id="draw-hidden", document=HIDDEN, paragraphs=(c.Drawn("u1", ("party:az",)),)
    )
    do(site, hidden)


def _text(site: Site, name: str, document: str, audience: str, words: tuple[str, ...]) -> None:
    do(
        site,
        c.TableDocument(
            id=name,
            kind="recommendation",
            names={"en": f"On {name}"},
            symbol=f"REC/{name}",
            audience=audience,
            on="2025-04-15",
            after_the_fact=True,
        ),
    )
    units = tuple(Unit(f"u{n}", "operative", each) for n, each in enumerate(words, 1))
    version = c.DistributeVersion(
        id=f"{name}-en", document=document, language="en", standing="authentic", units=units
    )
    do(site, version)
    do(
        site,
        c.RecordAdoption(
            id=f"{name}-adopted", document=document, meeting="meeting:defence-2", on="2025-04-15"
        ),
    )


def do(site: Site, command: c.Command) -> None:
    site.house.submit(OFFICER, command).result()


def commitment(unit: str, party: str = "party:az", document: str = PUBLIC) -> str:
    return commitment_id(document, unit, party)
