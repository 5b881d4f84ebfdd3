"""What the pages of a long draft cost: CPU of one request, beside a view that says "ok".

    .venv/bin/python benchmarks/drafts.py [units] [amendments]

Nine languages; circulated, answered, amended and marshalled. The last column is the same page as
the secretariat reads it, who are also told what can be done next. Figures are the least of
several rounds: compare the ratios.
"""

import itertools
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from pages import CLERK, ROOT, asking, cost, tell
from texts import DICE, LANGUAGES, Text

from kurultai.cli.folder_read import read_folder
from kurultai.cli.load import load
from kurultai.cli.serve import prepared
from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.procedure.acts import ParagraphAnswer
from kurultai.procedure.acts import Unit as Worded
from kurultai.procedure.facts import new_id
from kurultai.tables.trees import in_language
from kurultai.texts.amendment import Amendment, Faulty
from kurultai.texts.base import Base
from kurultai.texts.check import check
from kurultai.texts.unit import Unit, walk

LIMIT = 50.0  # ms of any page
MEMBERS = ("party:az", "party:kz", "party:kg", "party:tr")
DOCUMENT = new_id("document", "long")
HERE = "/documents/" + DOCUMENT.partition(":")[2]
AMENDMENT = "/amendments/" + new_id("amendment", "amend-7").partition(":")[2]


def main() -> int:
    """Measure and print; 1 if a page costs more than it may."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    amendments = int(sys.argv[2]) if len(sys.argv) > 2 else 1000  # noqa: PLR2004
    data = Path(tempfile.mkdtemp(prefix="kurultai-drafts-")) / "data"
    os.environ["KURULTAI_DATA"] = str(data)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kurultai.site.settings"
    versions = fill(data, units, amendments)
    application = prepared()
    public, clerk = asking(application), asking(application, signed_in())
    floor = cost(lambda: public("/health"))
    tell(f"{units} units in {len(LANGUAGES)} languages, {amendments:,} amendments")
    tell(f"{'':34}{'ms':>8}{'x floor':>9}{'KiB':>8}{'limit':>7}{'signed in':>11}")
    tell(f"{'floor (health)':34}{floor:8.2f}{1:9.1f}")
    return max([measured(public, clerk, floor, *page) for page in pages(*versions)])


def signed_in() -> str:
    """The cookie of the secretariat's browser."""
    from django.test import Client  # noqa: PLC0415 - Django must be set up first

    from kurultai.site.accounts.models import Account  # noqa: PLC0415 - as above

    browser = Client()
    browser.force_login(Account.objects.open(CLERK, CLERK, "long enough for a trial"))
    return "; ".join(f"{name}={cookie.value}" for name, cookie in browser.cookies.items())


def pages(was: int, at: int) -> Iterator[tuple[str, str]]:
    """What is measured, and where it is."""
    yield "document", HERE
    yield "text, two languages", f"{HERE}/text"
    yield "text, nine languages", f"{HERE}/text?" + "&".join(f"language={x}" for x in LANGUAGES)
    yield "board", f"{HERE}/board"
    yield "board, last page, what is open", f"{HERE}/board?show=open&page=99"
    yield "list of amendments", f"{HERE}/amendments"
    yield "list of amendments, page 20", f"{HERE}/amendments?page=20"
    yield "one amendment", AMENDMENT
    yield "redline of versions", f"{HERE}/redline?from={was}&to={at}"
    yield "redline with all amendments", f"{HERE}/redline?amendments=all"


Ask = Callable[[str], bytes]


def measured(public: Ask, clerk: Ask, floor: float, name: str, address: str) -> int:
    """Print a line; 1 if the page costs more than it may."""
    made, within = anew(public, address), anew(clerk, address)
    size = len(public(address)) / 1024
    tell(f"{name:34}{made:8.2f}{made / floor:9.1f}{size:8.1f}{LIMIT:7.0f}{within:11.2f}")
    return int(max(made, within) > LIMIT)


def anew(ask: Ask, address: str) -> float:
    """What the page costs when none is kept."""
    from kurultai.site.views.shown import forget  # noqa: PLC0415 - Django must be set up first

    def made() -> None:
        forget()
        ask(address)

    return cost(made)


def fill(data: Path, units: int, amendments: int) -> tuple[int, int]:
    """TURKPA's example with a long draft; the positions of two versions of its text."""
    load(read_folder(ROOT / "examples" / "turkpa"), data)
    house = House(data)
    text = Text(units)
    was = house.submit_all(CLERK, distributed(text)).result()
    text.units = tuple(reworded(text, unit) for unit in text.units)
    at = house.submit_all(CLERK, [version(text.units, "en", "again")]).result()
    house.submit_all(CLERK, circulated(text)).result()
    house.submit_all(CLERK, amended(text, amendments)).result()
    house.submit(CLERK, c.MarshalAmendments(id="list", document=DOCUMENT)).result()
    house.close()
    return was, at


def distributed(text: Text) -> Iterator[c.Command]:
    """The text in every language."""
    title = {language: text.sentence(language, 6) for language in LANGUAGES}
    yield c.TableDocument(id="long", kind="recommendation", names=title, authentic=LANGUAGES)
    for language in LANGUAGES:
        yield version(text.units, language, language)


def version(units: tuple[Unit, ...], language: str, name: str) -> c.DistributeVersion:
    """The text in one language."""
    worded: tuple[Worded, ...] = in_language(units, language)
    return c.DistributeVersion(
        id=name, document=DOCUMENT, language=language, standing="authentic", units=worded
    )


def reworded(text: Text, unit: Unit) -> Unit:
    """One in five with another English beginning."""
    below = tuple(reworded(text, each) for each in unit.below)
    if DICE.randrange(5):
        return replace(unit, below=below)
    english = f"{text.sentence('en', 4)} {unit.words['en'].partition(' ')[2]}"
    return replace(unit, words={**unit.words, "en": english}, below=below)


def circulated(text: Text) -> Iterator[c.Command]:
    """Sent to the members, who answer to two paragraphs of three."""
    until = "2099-12-01T15:00Z"
    yield c.CirculateDraft(id="send", document=DOCUMENT, until=until, parties=MEMBERS)
    named = [unit.unit for unit, _ in walk(text.units)]
    for party in MEMBERS:
        answers = tuple(answer(unit) for unit in named if DICE.randrange(3))
        yield c.GiveAnswers(id=f"{party}", document=DOCUMENT, party=party, answers=answers)


def answer(unit: str) -> ParagraphAnswer:
    """One in ten objects or asks, and says why."""
    said = DICE.choice(("agree",) * 18 + ("object", "ask"))
    why = {} if said == "agree" else {"en": "We would like to see this in other words."}
    return ParagraphAnswer(unit, said, why)


def amended(text: Text, count: int) -> Iterator[c.Command]:
    """So many amendments, each in every language; without those that by chance change nothing."""
    base = Base(text.units)
    tabled = (text.amendment(base, number) for number in itertools.count())
    for number, amendment in enumerate(itertools.islice(filter(changing(base), tabled), count)):
        yield c.TableAmendment(
            id=f"amend-{number}",
            document=DOCUMENT,
            by=(DICE.choice(MEMBERS),),
            language=DICE.choice(LANGUAGES),
            reading=1,
            changes=amendment.changes,
            reason={"en": "It says more clearly who is to do what."},
        )


def changing(base: Base) -> Callable[[Amendment], bool]:
    """Whether an amendment can be made to the text, and changes it."""

    def changes(amendment: Amendment) -> bool:
        try:
            check(base, amendment.changes)
        except Faulty:
            return False
        return True

    return changes


if __name__ == "__main__":
    sys.exit(main())
