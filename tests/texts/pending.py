"""Amendments to a short text that wait for their vote."""

from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base
from kurultai.texts.change import Add, Drop, Edit
from kurultai.texts.order import Placed, Policy, marshal
from kurultai.texts.unit import Unit
from tests.texts.texts import one

BASE = Base(
    [
        Unit("1", "operative", {"en": "Calls upon three Parliaments to report every year"}),
        Unit(
            "2",
            "section",
            {"en": "Trade"},
            (
                Unit("3", "operative", {"en": "Asks them to meet", "tr": "Toplanmalarını ister"}),
                Unit("4", "operative", {"en": "Thanks them"}),
            ),
        ),
        Unit("5", "operative", {"en": "Decides to remain seized"}),
    ]
)
URGES = one("urges", Edit("1", "en", 0, 10, "Urges"), number=1)
INVITES = one("invites", Edit("1", "en", 0, 10, "Kindly and warmly invites"), number=2)
STRIKE = one("strike", Drop("1"), number=3)
TWO = one("two", Edit("1", "en", 11, 16, "two"), number=4)
LAST = one("last", Edit("5", "en", 0, 7, "Resolves"), number=0)
SECTION = one("section", Drop("2"), number=5)
MEET = one("meet", Edit("3", "en", 13, 17, "sit"), number=6)
PARAGRAPH = one("paragraph", Drop("3"), number=7)
REPLACE = one("replace", Drop("3"), Add("2", "3", (Unit("n", "operative", {"en": "N"}),)), number=8)


def names(*amendments: Amendment, policy: Policy = "furthest") -> list[str]:
    return [placed.amendment for placed in marshal(BASE, amendments, policy)]


def places(*amendments: Amendment, policy: Policy = "furthest") -> dict[str, Placed]:
    return {placed.amendment: placed for placed in marshal(BASE, amendments, policy)}
