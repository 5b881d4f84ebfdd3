"""How the minutes stand when a test begins."""

import pytest

from kurultai.procedure import acts as a
from tests.procedure.drafts import NOON, TURKISH
from tests.procedure.minutes import MEMBERS, STRICT, UNITS, Minutes


@pytest.fixture
def minutes() -> Minutes:
    """An empty record."""
    return Minutes()


@pytest.fixture
def assembly(minutes: Minutes) -> Minutes:
    """An assembly of four members and an observer with a series of chairs' meetings."""
    parties = [a.PartyRegistered(p, {"en": p}, {"en": p}) for p in (*MEMBERS, "party:hu")]
    minutes.given(
        a.AssemblyFounded(
            "turkpa",
            {"en": "Assembly"},
            "TURKPA",
            ("tr", "en"),
            "Asia/Baku",
            symbols={"recommendation": "REC/{number:03}/{year}", "final": "{symbol}/FINAL"},
        ),
        a.RulebookAdopted("test", STRICT),
        a.OrganEstablished("organ:defence", "chairs", "chairs_meeting", {"en": "Chairs"}),
        *parties,
        *(a.StatusGiven(party, "member") for party in MEMBERS),
        a.StatusGiven("party:hu", "observer"),
        a.PersonRegistered("person:clerk", {"en": "Clerk"}),
        a.SeriesOpened(
            "series:defence",
            "organ:defence",
            {"en": "Chairs"},
            12,
            core=({"en": "Opening"}, {"en": "Date of the next meeting"}),
        ),
        a.TagDefined("tag:cybersecurity", "area", {"en": "Cybersecurity"}),
        on="2008-11-21",
    )
    return minutes


@pytest.fixture
def convened(assembly: Minutes) -> Minutes:
    """The third meeting, convened for 20 May 2026."""
    convening = a.MeetingConvened(
        "meeting:defence-3",
        "series:defence",
        3,
        "2026-05-20",
        {"en": "Astana"},
        "party:kz",
        {},
        MEMBERS,
    )
    return assembly.given(convening, on="2026-03-01")


@pytest.fixture
def sitting(convened: Minutes) -> Minutes:
    """The third meeting, opened, with all four members there."""
    present = tuple(a.Presence(party, 2) for party in MEMBERS)
    return convened.given(a.MeetingOpened(), a.AttendanceTaken(present), on="2026-05-20")


@pytest.fixture
def text(sitting: Minutes) -> Minutes:
    """A draft recommendation with two operative paragraphs, before the sitting meeting."""
    return sitting.given(
        a.DocumentTabled(
            "document:rec",
            "recommendation",
            "REC/001/2026",
            {"en": "Five areas"},
            (),
            "meeting:defence-3",
            None,
            ("en",),
        ),
        a.VersionDistributed("en", "authentic", UNITS),
        on="2026-05-20",
    )


@pytest.fixture
def both(text: Minutes) -> Minutes:
    """The recommendation in English, which leads, and in Turkish; both authentic; at noon."""
    turkish = a.VersionDistributed("tr", "authentic", TURKISH)
    return text.given(turkish, on="2026-05-20").at(NOON)
