"""An adopted text with commitments drawn from it: one late, one due, one done."""

from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import Undertaking, Unit
from kurultai.procedure.facts import new_id
from kurultai.procedure.following.commitment import commitment_id

CLERK = "person:office-secretariat"
DOCUMENT = new_id("document", "pledged")
LATE, DUE, DONE = (commitment_id(DOCUMENT, unit, "party:kz") for unit in ("late", "due", "done"))
_WORDS = {
    "late": ("Report on the exercise.", "Tatbikat hakkında rapor verir."),
    "due": ("Harmonise the laws.", "Kanunları uyumlaştırır."),
    "done": ("Exchange experts.", "Uzman değişimi yapar."),
}


def pledge(house: House, *, audience: str = "public", review: str = "") -> None:
    """Adopt the text at the fourteenth plenary, and say what it asks of Kazakhstan."""
    for command in (*_text(audience), *_drawn(review)):
        house.submit(CLERK, command).result()


def _text(audience: str) -> tuple[c.Command, ...]:
    names = {"en": "On exercises", "tr": "Tatbikatlar hakkında"}
    versions = tuple(
        c.DistributeVersion(
            id=f"pledged-{language}",
            document=DOCUMENT,
            language=language,
            standing="authentic",
            units=tuple(Unit(u, "operative", words[n]) for u, words in _WORDS.items()),
        )
        for n, language in enumerate(("en", "tr"))
    )
    return (
        c.TableDocument(
            id="pledged",
            on="2025-06-11",
            kind="recommendation",
            names=names,
            symbol="REC/7/2025",
            audience=audience,
        ),
        *versions,
        c.RecordAdoption(
            id="pledged-adopted", on="2025-06-12", document=DOCUMENT, meeting="meeting:plenary-14"
        ),
    )


def _drawn(review: str) -> tuple[c.Command, ...]:
    due = {"late": "2026-03-01", "due": "2027-05-01", "done": None}
    paragraphs = tuple(
        c.Drawn(unit, ("party:kz",), Undertaking(action="report", due=day, review=review))
        for unit, day in due.items()
    )
    return (
        c.DrawCommitments(
            id="pledged-drawn", on="2025-06-12", document=DOCUMENT, paragraphs=paragraphs
        ),
        c.ReportOnCommitment(
            id="pledged-done", on="2026-02-01", commitment=DONE, state="done", words={"en": "Done."}
        ),
    )
