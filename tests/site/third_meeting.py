"""The third meeting as an example: convened, one text rejected and put again, adopted, reported on.

It gives the pages something of everything: decisions of both results, a matrix, a draft agenda
and a later issue of it, parallel languages.
"""

from dataclasses import dataclass

from kurultai.gate import commitments, documents, meetings
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import AgendaItem, ParagraphTags, Presence, Unit

CLERK = "person:office-secretariat"
MEETING = "meeting:defence-3"
MEMBERS = ("party:az", "party:kz", "party:kg", "party:tr")

_TEXT = {
    "en": (
        "Recommendation on the five areas of joint effort",
        "The chairs of the defence and security committees,",
        "Recommend that joint exercises be reported to the parliaments once a year;",
        "Recommend that each parliament name a contact for cybersecurity;",
        "Ask the Secretariat to gather what each state does against hybrid threats.",
    ),
    "tr": (
        "Beş ortak çaba alanına ilişkin tavsiye",
        "Savunma ve güvenlik komisyonlarının başkanları,",
        "Ortak tatbikatların parlamentolara yılda bir kez bildirilmesini tavsiye eder;",
        "Her parlamentonun siber güvenlik için bir irtibat noktası belirlemesini tavsiye eder;",
        "Sekretaryadan hibrit tehditlere karşı yapılanları derlemesini ister.",
    ),
    "kk": (
        "Бірлескен күш-жігердің бес бағыты туралы ұсыным",
        "Қорғаныс және қауіпсіздік комитеттерінің төрағалары,",
        "Бірлескен жаттығулар туралы парламенттерге жылына бір рет баяндауды ұсынады;",
        "Әр парламентке киберқауіпсіздік бойынша байланыс тұлғасын белгілеуді ұсынады;",
        "Хатшылықтан гибридтік қатерлерге қарсы шараларды жинақтауды сұрайды.",
    ),
}
_KINDS = ("heading", "preamble", "operative", "operative", "operative")
_AREAS = ("tag:joint_exercises", "tag:cybersecurity", "tag:countering_hybrid_threats")


@dataclass(frozen=True)
class Third:
    """What the meeting left on the record."""

    meeting: str
    document: str
    rejected: str
    adopted: str
    commitment: str


def hold(house: House, until: str = "reported") -> Third:
    """Hold the meeting; ``until`` "put" stops while the second question is being decided."""
    _convene(house)
    document = _table(house)
    _sit(house)
    rejected = _put(house, document, "first")
    _answer(house, rejected, {"party:az": "yes", "party:kz": "yes", "party:tr": "abstain"})
    _do(house, c.DecideQuestion(id="t-decide-1", meeting=MEETING, decision=rejected))
    adopted = _put(house, document, "second")
    if until == "put":
        return Third(MEETING, document, rejected, adopted, "")
    _answer(house, adopted, dict.fromkeys(MEMBERS, "yes"))
    _do(house, c.DecideQuestion(id="t-decide-2", meeting=MEETING, decision=adopted))
    return Third(MEETING, document, rejected, adopted, _report(house))


def _do(house: House, command: c.Command) -> None:
    house.submit(CLERK, command).result()


def _convene(house: House) -> None:
    _do(
        house,
        c.ConveneMeeting(
            id="t-convene",
            series="series:defence",
            ordinal=3,
            when=house.today(),
            place={"en": "Astana", "kk": "Астана", "ru": "Астана"},
            host="party:kz",
            theme={"en": "Five areas of joint effort"},
            example=True,
        ),
    )
    for party in ("party:az", "party:kz"):
        _do(
            house,
            c.RegisterDelegation(
                id=f"t-register-{party}",
                meeting=MEETING,
                party=party,
                head="Head of delegation",
                members=("Member one", "Member two"),
            ),
        )
    _do(house, c.DecideCredentials(id="t-cred", meeting=MEETING, party="party:az", accepted=True))
    _reissue(house)


def _reissue(house: House) -> None:
    """Another issue of the agenda: one item added, one reworded, one gone, others moved."""
    with house.viewing(None, "en") as viewer:
        items = meetings.agenda(viewer, MEETING).items
    kept = [AgendaItem(i.item, i.title, i.origin, i.matter, i.document) for i in items]
    first = AgendaItem("", {"en": "Adoption of the agenda"}, "added")
    reworded = AgendaItem(kept[1].item, {"en": "Joint exercises: next steps"}, kept[1].origin)
    changed = (kept[0], first, reworded, *kept[3:])
    issue = c.IssueAgenda(id="t-issue", meeting=MEETING, status="adopted", items=changed)
    _do(house, issue)


def _table(house: House) -> str:
    names = {language: text[0] for language, text in _TEXT.items()}
    table = c.TableDocument(
        id="t-table",
        kind="recommendation",
        names=names,
        meeting=MEETING,
        by=("party:kz", "party:tr"),
        authentic=("en", "kk", "tr"),
    )
    _do(house, table)
    with house.viewing(None, "en") as viewer:
        document = documents.tabled_for(viewer, MEETING)[0].document
    for language, text in _TEXT.items():
        units = tuple(
            Unit(f"u{n}", k, t) for n, (k, t) in enumerate(zip(_KINDS, text, strict=True))
        )
        _do(
            house,
            c.DistributeVersion(
                id=f"t-version-{language}",
                document=document,
                language=language,
                standing="authentic",
                units=units,
            ),
        )
    paragraphs = tuple(ParagraphTags(f"u{n}", (tag,)) for n, tag in enumerate(_AREAS, start=2))
    _do(house, c.TagParagraphs(id="t-tags", document=document, paragraphs=paragraphs))
    return document


def _sit(house: House) -> None:
    _do(house, c.OpenMeeting(id="t-open", meeting=MEETING))
    present = tuple(Presence(party, 3) for party in MEMBERS)
    _do(house, c.TakeAttendance(id="t-present", meeting=MEETING, present=present))
    _do(
        house,
        c.RecordStatement(
            id="t-said",
            meeting=MEETING,
            speaker={"en": "Head of the delegation"},
            on_behalf="party:kg",
            summary={"en": "Supported the exchange of contacts for cybersecurity."},
            tags=("tag:cybersecurity", "tag:terrorism"),
        ),
    )


def _put(house: House, document: str, time: str) -> str:
    question = {"en": "Shall the recommendation be adopted?", "tr": "Tavsiye kabul edilsin mi?"}
    put = c.PutQuestion(id=f"t-{time}", meeting=MEETING, document=document, question=question)
    _do(house, put)
    with house.viewing(None, "en") as viewer:
        return meetings.decisions(viewer, MEETING)[-1].decision


def _answer(house: House, decision: str, choices: dict[str, str]) -> None:
    for party, choice in choices.items():
        _do(
            house,
            c.GivePosition(
                id=f"t-{decision}-{party}",
                meeting=MEETING,
                decision=decision,
                party=party,
                choice=choice,
            ),
        )


def _report(house: House) -> str:
    """Three parliaments report, each in another state; the first commitment reported on."""
    with house.viewing(None, "en") as viewer:
        made = commitments.of_meeting(viewer, MEETING)
    states = ("in_progress", "done", "not_pursued")
    for commitment, state in zip(made, states, strict=False):
        _do(
            house,
            c.ReportOnCommitment(
                id=f"t-report-{commitment.commitment}",
                commitment=commitment.commitment,
                state=state,
                words={"en": "The committee heard the government."},
                evidence="https://example.org/report",
            ),
        )
    return made[0].commitment
