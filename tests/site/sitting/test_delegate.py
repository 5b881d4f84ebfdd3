"""The page of a delegation: one press, and what the record then holds is said."""

import base64
import re
from typing import Any

import pytest

from kurultai.procedure import commands as c
from kurultai.procedure.acts import Unit
from kurultai.procedure.facts import new_id
from kurultai.record.checkpoint import open_checkpoint
from kurultai.record.keys import read_vkey, vkey_path
from kurultai.record.tree import included, leaf_hash
from tests.conftest import Site
from tests.site.drafting import TEXT, amended, drafted
from tests.site.filling import send
from tests.site.prepared import MEMBERS, OFFICER, THIRD, size
from tests.site.sitting.room import (
    MOTION,
    SITTING,
    asking,
    close,
    decide,
    do,
    fill,
    open_meeting,
    put,
)

HEAD, OTHER = "person:office-tr-head", "person:office-kz-head"
PAGE, MINE = f"{SITTING}/delegate", f"{SITTING}/delegate/mine"


@pytest.fixture
def room(site: Site) -> Site:
    """The site with a meeting that sits."""
    open_meeting(site.house)
    return site


def mine(site: Site, person: str = HEAD, language: str = "en") -> str:
    """What is the person's own, as bare text."""
    return bare(site.browser(person, language).get(MINE).content.decode())


def bare(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def appoint(site: Site) -> str:
    """A delegate of the Turkish delegation besides its head."""
    do(
        site.house,
        c.AppointPerson(
            id="second", names={"en": "Aylin Kaya"}, party="party:tr", office="delegate"
        ),
    )
    return new_id("person", "second")


def vote(site: Site, choice: str, person: str = HEAD) -> Any:  # noqa: ANN401 - Django ships no types
    path = f"{SITTING}/positions/new?back={PAGE}"
    return send(site.browser(person), path, party="party:tr", choice=choice)


def test_only_who_acts_for_a_delegation_has_the_page(room: Site) -> None:
    answers = {
        person: (
            room.browser(person).get(PAGE).status_code,
            room.browser(person).get(MINE).status_code,
        )
        for person in ("", OFFICER, HEAD)
    }
    assert answers == {"": (404, 404), OFFICER: (404, 404), HEAD: (200, 200)}


def test_what_is_of_a_person_is_kept_nowhere(room: Site) -> None:
    for path in (PAGE, MINE):
        assert room.browser(HEAD).get(path)["Cache-Control"] == "no-store"


def test_one_press_and_what_the_record_holds_is_said(room: Site) -> None:
    put(room.house)
    assert "Your delegation has given no position yet." in mine(room)
    done = vote(room, "yes")
    entry = done["Location"].partition("recorded=")[2]
    assert done["Location"].startswith(PAGE)
    assert f"Your delegation: In favour Entry {entry} of the record" in mine(room)
    assert f'href="/record/{entry}"' in room.browser(HEAD).get(PAGE).content.decode()


def test_two_devices_and_two_persons_of_a_delegation_agree(room: Site) -> None:
    second = appoint(room)
    put(room.house)
    vote(room, "yes")
    assert "Your delegation: In favour" in mine(room, second)
    vote(room, "abstain", second)
    for person in (HEAD, second):
        assert "Your delegation: Abstains" in mine(room, person)
        assert "Given by Aylin Kaya" in mine(room, person)


def test_what_another_delegation_said_is_not_shown_while_the_vote_runs(room: Site) -> None:
    put(room.house)
    vote(room, "no")
    for path in (PAGE, MINE):
        assert "Your delegation: Against" not in room.browser(OTHER).get(path).content.decode()


def test_a_live_screen_is_told_who_answered_and_not_what(room: Site) -> None:
    put(room.house)
    marks = []
    for choice in ("yes", "no"):
        vote(room, choice)
        html = room.browser(OTHER).get(PAGE).content.decode()
        assert "1 of 4 delegations have answered." in bare(html)
        marks.append(re.findall(r'data-mark="[^"]* party:tr=(\d+)"', html))
    assert marks == [[str(size(room.house) - 1)], [str(size(room.house))]]


def test_a_closed_vote_takes_no_position_and_can_be_contested(room: Site) -> None:
    put(room.house)
    vote(room, "no")
    close(room.house)
    shown = room.browser(HEAD).get(MINE).content.decode()
    assert f"{SITTING}/positions/new" not in shown
    assert f"{SITTING}/contests/new" in shown
    send(room.browser(HEAD), f"{SITTING}/contests/new", party="party:tr")
    assert "Your delegation contests the result." in mine(room)
    decide(room.house)
    assert "The last result Shall it be so?" in mine(room)


def test_a_delegation_is_told_its_place_and_that_it_has_the_floor(room: Site) -> None:
    do(room.house, asking("party:kz", "first"))
    send(room.browser(HEAD), f"{SITTING}/floor-requests/new", party="party:tr")
    assert "Your place on the list: 2" in mine(room)
    do(room.house, c.GiveFloor(id="give", meeting=THIRD, request=new_id("request", "first")))
    assert "You are heard next." in mine(room)
    do(room.house, c.EndFloor(id="end", meeting=THIRD), c.GiveFloor(id="next", meeting=THIRD))
    assert "You have the floor." in mine(room)
    assert 'data-seconds="300"' in room.browser(HEAD).get(MINE).content.decode()


def test_a_point_of_order_goes_before_the_list(room: Site) -> None:
    do(room.house, asking("party:kz", "first"))
    path = f"{SITTING}/floor-requests/new"
    send(room.browser(HEAD), path, party="party:tr", speech_kind="point_of_order")
    assert "You are heard next. Point of order" in mine(room)


def test_who_moved_a_motion_is_not_asked_to_second_it(room: Site) -> None:
    fill(room.house)
    assert "Moved by: Kazakhstan" in mine(room)
    assert "Moved by: Kazakhstan" not in mine(room, OTHER)
    assert "Moved by your delegation: Close the debate Moved" in mine(room, OTHER)


def test_a_motion_that_was_seconded_is_not_offered_again(room: Site) -> None:
    fill(room.house)
    send(room.browser(HEAD), f"{SITTING}/seconders/new", party="party:tr", motion=MOTION)
    assert "Seconded by your delegation: Close the debate" in mine(room)
    assert "Moved by: Kazakhstan Second it" not in mine(room)


def test_in_a_roll_call_a_delegation_answers_when_it_is_called(room: Site) -> None:
    put(room.house, "roll_call")
    shown = {party: mine(room, f"person:office-{party[6:]}-head") for party in MEMBERS}
    called = [party for party, said in shown.items() if "is being called" in said]
    numbered = re.findall(r"as number (\d) of", " ".join(shown.values()))
    assert len(called) == 1
    assert sorted(numbered) == ["2", "3", "4"]


def test_an_absent_delegation_is_told_so(room: Site) -> None:
    do(
        room.house,
        c.ChangeAttendance(id="left", meeting=THIRD, party="party:tr", present=False),
    )
    put(room.house)
    assert "not entered as present" in mine(room)
    assert f"{SITTING}/positions/new" not in room.browser(HEAD).get(MINE).content.decode()


def test_the_amendment_put_is_shown_as_a_redline_in_the_readers_language(room: Site) -> None:
    drafted(room.house, THIRD)
    name = f"amendment:{amended(room.house)}"
    question = {"en": "Amendment 1", "tr": "Değişiklik 1"}
    do(
        room.house,
        c.MarshalAmendments(id="marshal", document=TEXT),
        c.PutQuestion(
            id="put", meeting=THIRD, question=question, document=TEXT, amendments=(name,)
        ),
    )
    english = bare(room.browser(HEAD).get(PAGE).content.decode())
    turkish = room.browser(HEAD, "tr").get(PAGE).content.decode()
    assert "[deleted: every ]" in english
    assert "Being voted on" in english
    assert "Parlamentoları her yıl şu konularda rapor vermeye davet eder:" in turkish


def test_a_separate_vote_shows_its_paragraphs(room: Site) -> None:
    drafted(room.house, THIRD)
    do(
        room.house,
        c.PutQuestion(
            id="put", meeting=THIRD, question={"en": "2"}, document=TEXT, units=("unit:asks",)
        ),
    )
    shown = room.browser(HEAD, "tr").get(PAGE).content.decode()
    voted = shown[shown.index('<article class="voted">') :].partition("</article>")[0]
    assert "Sekreteryadan raporları toplamasını ister." in voted
    assert "Parlamentoları" not in voted


def test_a_text_that_the_viewer_may_not_see_is_as_if_there_were_none(room: Site) -> None:
    hidden = c.TableDocument(
        id="own", kind="decision", names={"en": "Ours alone"}, audience="secretariat", meeting=THIRD
    )
    document = new_id("document", "own")
    version = c.DistributeVersion(
        id="words",
        document=document,
        language="en",
        standing="authentic",
        units=(Unit("unit:1", "operative", "Asks for patience."),),
    )
    question = c.PutQuestion(id="put", meeting=THIRD, question={"en": "?"}, document=document)
    do(room.house, hidden, version, question)
    shown = room.browser(HEAD).get(PAGE).content.decode()
    assert not any(words in shown for words in ("Ours alone", "Asks for patience."))


def test_a_position_is_proved_offline(room: Site) -> None:
    put(room.house)
    entry = int(vote(room, "yes")["Location"].partition("recorded=")[2])
    kept = room.browser().get(f"/record/{entry}.tlog-proof")
    lines, _, note = kept.content.partition(b"\n\n")
    head, extra, index, *hashes = lines.decode().split("\n")
    assert (head, index) == ("c2sp.org/tlog-proof@v1", f"index {entry - 1}")
    checkpoint = open_checkpoint(note, read_vkey(vkey_path(room.house.directory)))
    held = base64.b64decode(extra.removeprefix("extra "))
    path = [base64.b64decode(one) for one in hashes]
    assert included(leaf_hash(held), entry - 1, checkpoint.size, checkpoint.root, path)
    assert not included(leaf_hash(b"another"), entry - 1, checkpoint.size, checkpoint.root, path)


def test_an_act_that_is_hidden_is_not_proved_to_who_may_not_see_it(room: Site) -> None:
    hidden = c.TableDocument(id="own", kind="decision", names={"en": "?"}, audience="secretariat")
    room.house.submit(OFFICER, hidden).result()
    entry = size(room.house)
    answers = {
        person: room.browser(person).get(f"/record/{entry}.tlog-proof").status_code
        for person in ("", HEAD, OFFICER)
    }
    assert answers == {"": 404, HEAD: 404, OFFICER: 200}


def test_there_is_no_proof_of_what_is_not_on_the_record(room: Site) -> None:
    for position in ("0", "999999", "9" * 40):
        assert room.browser().get(f"/record/{position}.tlog-proof").status_code == 404
