"""What the head and the foot of a paper say in one language, whatever the format."""

from collections.abc import Iterable
from dataclasses import dataclass

from kurultai.language.catalogue import tongue
from kurultai.language.dates import say_day
from kurultai.language.instructions import label
from kurultai.language.messages import N_
from kurultai.language.terms import term
from kurultai.language.words import pick
from kurultai.papers.paper import Paper, PaperAmendment, Remark, Words
from kurultai.texts.number import labels

TABLED_BY = N_("Tabled by: %(parties)s")
DRAFT_OF = N_("Draft, text of %(day)s")
ADOPTED_ON = N_("Adopted on %(day)s")
WITHDRAWN_ON = N_("Withdrawn on %(day)s")
AMENDMENT = N_("Amendment %(number)s")
GAP = N_("[Not yet available in this language]")
BEHIND = N_("[This wording does not follow the text yet]")

STATES = {"draft": DRAFT_OF, "adopted": ADOPTED_ON, "withdrawn": WITHDRAWN_ON}


@dataclass(frozen=True, slots=True)
class Note:
    """A remark below the text: whose it is, and its words, in the language they are in."""

    title: str
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Face:
    """Head and foot in one language; what is not known is empty."""

    language: str
    assembly: str
    kind: str
    symbol: str
    title: str
    state: str
    standing: str
    tabled_by: str
    meeting: str
    decision: str
    notes: tuple[Note, ...]
    gap: str  # stands where a unit has no wording
    behind: str  # stands behind a wording that does not follow the text


def face(paper: Paper, language: str) -> Face:
    """The paper's head and foot."""
    say = tongue(language).gettext
    standing = paper.standings.get(language, "")
    return Face(
        language=language,
        assembly=pick(paper.assembly_names, language)[0],
        kind=term(language, "document_kind", paper.kind),
        symbol=paper.symbol,
        title=pick(paper.names, language)[0],
        state=state(paper, language),
        standing=term(language, "standing", standing) if standing else "",
        tabled_by=say(TABLED_BY) % {"parties": parties(paper.tabled_by, language)}
        if paper.tabled_by
        else "",
        meeting=", ".join(
            part
            for part in (pick(paper.meeting, language)[0], pick(paper.place, language)[0])
            if part
        ),
        decision=pick(paper.decision, language)[0],
        notes=tuple(note(remark, language, paper) for remark in paper.remarks),
        gap=say(GAP),
        behind=say(BEHIND),
    )


def state(paper: Paper, language: str) -> str:
    """The state with its day: "Adopted on 12 June 2026"."""
    if not paper.on:
        return term(language, "document_state", paper.state)
    return tongue(language).gettext(STATES[paper.state]) % {"day": say_day(paper.on, language)}


def note(remark: Remark, language: str, paper: Paper) -> Note:
    """A reservation or an explanation of vote: "Reservation (paragraph 4): Kazakhstan"."""
    words, written_in = pick(remark.words, language)
    what = term(language, "remark", remark.kind)
    if remark.unit is not None and (to := labels(paper.units).get(remark.unit)):
        what = f"{what} ({label(to, language)})"
    return Note(f"{what}: {pick(remark.party, language)[0]}", words, written_in)


def parties(names: Iterable[Words], language: str) -> str:
    """The parties in one line."""
    return ", ".join(pick(name, language)[0] for name in names)


def amendment_title(amendment: PaperAmendment, language: str) -> str:
    """What it is called: "Amendment 3"."""
    return tongue(language).gettext(AMENDMENT) % {"number": amendment.label}
