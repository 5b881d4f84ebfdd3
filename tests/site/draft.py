"""A recommendation in six languages, circulated at the third meeting, answered and amended.

Kazakhstan and Türkiye want other wordings of paragraph 1, Azerbaijan amends Kazakhstan's and
strikes point (b), Kyrgyzstan adds a paragraph. Uzbek lacks the last paragraph.
"""

import re

from kurultai.gate import drafting
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import ParagraphAnswer, Presence, Unit
from kurultai.procedure.facts import new_id
from kurultai.texts.change import Add, Change, Drop, Edit
from kurultai.texts.derive import edits
from kurultai.texts.unit import Unit as Tree
from tests.browser.recommendation import (
    AT_LEAST,
    BODIES,
    RARELY,
    TITLES,
    TWICE,
    first_paragraph,
    reworded,
)

CLERK = "person:office-secretariat"
MEETING = "meeting:defence-3"
MEMBERS = ("party:az", "party:kz", "party:kg", "party:tr")
DOCUMENT = new_id("document", "d-table")
TWICE_A_YEAR, RARE, NO_OBSERVERS, EXCHANGE = (
    new_id("amendment", name) for name in ("d-kz", "d-tr", "d-az", "d-kg")
)
AT_LEAST_TWICE = new_id("amendment", "d-sub")
LANGUAGES = ("az", "kk", "ky", "tr", "uz", "en")


def path(identity: str) -> str:
    """The name in an address."""
    return identity.partition(":")[2]


def draft(house: House) -> None:
    """Table it in all its languages, with the meeting open."""
    _do(
        house,
        c.ConveneMeeting(
            id="d-convene",
            series="series:defence",
            ordinal=3,
            when=house.today(),
            place={"en": "Astana"},
            host="party:kz",
            example=True,
        ),
        c.TableDocument(
            id="d-table",
            kind="recommendation",
            names=TITLES,
            meeting=MEETING,
            by=("party:kz", "party:tr"),
            authentic=LANGUAGES,
        ),
        *(
            c.DistributeVersion(
                id=f"d-in-{language}",
                document=DOCUMENT,
                language=language,
                standing="translation" if language == "uz" else "authentic",
                units=units(language),
            )
            for language in LANGUAGES
        ),
        c.OpenMeeting(id="d-open", meeting=MEETING),
        c.TakeAttendance(
            id="d-present", meeting=MEETING, present=tuple(Presence(p, 3) for p in MEMBERS)
        ),
    )


def units(language: str) -> tuple[Unit, ...]:
    """The text as its clerk would structure it; the same identities in every language."""
    found = [Unit("u0", "heading", TITLES[language])]
    for number, part in enumerate(BODIES[language].split("\n\n"), start=1):
        name, mark = f"u{number}", re.match(r"(\d\. |\([a-z]\) )?", part)
        words = part[mark.end() :] if mark else part
        if part.startswith("("):
            above = found.pop()
            point = Unit(name, "point", words)
            found.append(Unit(above.unit, above.kind, above.words, (*above.below, point)))
        else:
            found.append(Unit(name, "operative" if words != part else "preamble", words))
    return tuple(found[:-1] if language == "uz" else found)


def circulate(house: House) -> None:
    """Send it to the members and let them answer; Kyrgyzstan says nothing to most of it."""
    send = c.CirculateDraft(
        id="d-send", document=DOCUMENT, until="2026-12-01T15:00Z", parties=MEMBERS
    )
    _do(
        house,
        send,
        _answers("az", u1="agree", u2="agree", u3="agree", u4="agree", u6="ask", u7="agree"),
        _answers("kz", u1="agree", u3="agree", u4="agree", u5="agree", u6="agree", u7="agree"),
        _answers("tr", u1="agree", u3="object", u4="agree", u6="reserve", u7="agree"),
        _answers("kg", u1="agree", u4="agree"),
    )


_WORDS = {
    "ask": {"az": "Müşahidəçilər kimlərdir?"},
    "object": {"en": "Governments name contacts."},
    "reserve": {"tr": "Talimat bekleniyor."},
}


def _answers(party: str, **said: str) -> c.GiveAnswers:
    given = tuple(
        ParagraphAnswer(unit, answer, _WORDS.get(answer, {})) for unit, answer in said.items()
    )
    return c.GiveAnswers(
        id=f"d-answers-{party}", document=DOCUMENT, party=f"party:{party}", answers=given
    )


def amend(house: House) -> None:
    """Table four amendments and a sub-amendment; none is in Uzbek."""
    new = Tree("n1", "operative", {"ky": "Тажрыйба алмашууга чакырат;", "en": "Invites exchange;"})
    _do(
        house,
        _tabled("d-kz", "kk", *_frequency(TWICE, "kk"), reason={"en": "Threats change quickly."}),
        *(
            c.TranslateAmendment(
                id=f"d-kz-{language}",
                document=DOCUMENT,
                amendment=TWICE_A_YEAR,
                language=language,
                edits=_frequency(TWICE, language),
            )
            for language in ("en", "tr", "az", "ky")
        ),
        c.SponsorAmendment(
            id="d-joined", document=DOCUMENT, amendment=TWICE_A_YEAR, party="party:kg"
        ),
        _tabled("d-tr", "tr", *_frequency(RARELY, "tr"), *_frequency(RARELY, "en")),
        _tabled("d-az", "az", Drop("u6")),
        _tabled("d-kg", "ky", Add(None, "u4", (new,))),
        _sub(),
    )


def amend_again(house: House) -> None:
    """Strike the first point, in the second reading."""
    drop = c.TableAmendment(
        id="d-again",
        document=DOCUMENT,
        by=("party:tr",),
        language="tr",
        reading=2,
        changes=(Drop("u5"),),
    )
    _do(house, drop)


def _sub() -> c.TableAmendment:
    """To Kazakhstan's: at least twice."""
    twice, least = (reworded("en", proposal) for proposal in (TWICE, AT_LEAST))
    return c.TableAmendment(
        id="d-sub",
        document=DOCUMENT,
        by=("party:az",),
        language="en",
        reading=1,
        changes=edits("u2", "en", twice, least),
        of=TWICE_A_YEAR,
    )


def _tabled(
    name: str, language: str, *changes: Change, reason: dict[str, str] | None = None
) -> c.TableAmendment:
    party = name.rpartition("-")[2]
    return c.TableAmendment(
        id=name,
        document=DOCUMENT,
        by=(f"party:{party}",),
        language=language,
        reading=1,
        changes=changes,
        reason=reason or {},
    )


def _frequency(proposal: dict[str, str], language: str) -> tuple[Edit, ...]:
    return edits("u2", language, first_paragraph(language), reworded(language, proposal))


def marshal(house: House, *order: str) -> None:
    """Put them in order: as the rule does, or in another order with a reason."""
    reason = {"en": "Observers first: the host asks for it."} if order else {}
    _do(
        house,
        c.MarshalAmendments(id=f"d-list-{order}", document=DOCUMENT, order=order, reason=reason),
    )


def decide(
    house: House,
    name: str,
    *amendments: str,
    units: tuple[str, ...] = (),
    yes: bool = True,
) -> str:
    """Put amendments, paragraphs or the text to the vote and decide; the decision's identity."""
    decision = new_id("decision", name)
    put = c.PutQuestion(
        id=name,
        meeting=MEETING,
        document=DOCUMENT,
        question={"en": f"Adopt {name}?"},
        amendments=amendments,
        units=units,
    )
    positions = (
        c.GivePosition(
            id=f"{name}-{party}",
            meeting=MEETING,
            decision=decision,
            party=party,
            choice="yes" if yes else "no",
        )
        for party in MEMBERS
    )
    close = c.DecideQuestion(id=f"{name}-decide", meeting=MEETING, decision=decision)
    _do(house, put, *positions, close)
    return decision


def vote(house: House, *adopted: str) -> dict[str, str]:
    """Put what is pending in the order of the list; amendment -> the decision on it."""
    decisions: dict[str, str] = {}
    while waiting := _pending(house):
        first = waiting[0]
        decisions[first] = decide(house, f"vote-{path(first)}", first, yes=first in adopted)
    return decisions


def _pending(house: House) -> tuple[str, ...]:
    with house.viewing(None, "en") as viewer:
        return tuple(row.amendment for row in drafting.pending(viewer, DOCUMENT))


def consolidate(house: House) -> None:
    """Work what was adopted into the text."""
    _do(house, c.ConsolidateText(id="d-consolidate", document=DOCUMENT))


def silence(house: House) -> None:
    """Open a silence procedure at the meeting; nobody objects."""
    _do(
        house,
        _whole(),
        c.OpenSilence(
            id="d-silence",
            document=DOCUMENT,
            meeting=MEETING,
            until="2026-12-04T15:00Z",
            title={"en": "Cyber exercises, interim"},
        ),
    )


def break_silence(house: House) -> None:
    """Türkiye objects in writing."""
    reason = {"en": "Too early."}
    _do(house, c.BreakSilence(id="d-break", document=DOCUMENT, party="party:tr", reason=reason))


def _whole() -> c.DistributeVersion:
    """The Uzbek text with its last paragraph."""
    last = units("en")[-1]
    uzbek = (*units("uz"), Unit(last.unit, last.kind, "Kotibiyatdan hisobot soʻraydi."))
    return c.DistributeVersion(
        id="d-in-uz-2", document=DOCUMENT, language="uz", standing="translation", units=uzbek
    )


def adopt(house: House) -> str:
    """Adopt it, with a reservation, an explanation of vote and a corrigendum; the decision."""
    _do(house, _whole())
    decision = decide(house, "whole")
    correction = edits(
        "u2", "en", first_paragraph("en"), first_paragraph("en").replace("once", "one time")
    )
    words = {"en": "We do not take part in point (b)."}
    _do(
        house,
        c.EnterReservation(
            id="d-reserve", document=DOCUMENT, party="party:tr", words=words, unit="u6"
        ),
        c.ExplainVote(
            id="d-explain", document=DOCUMENT, party="party:kz", words={"en": "We look ahead."}
        ),
        c.CorrectText(id="d-correct", document=DOCUMENT, language="en", edits=correction),
    )
    return decision


def _do(house: House, *commands: c.Command) -> None:
    for command in commands:
        house.submit(CLERK, command).result()
