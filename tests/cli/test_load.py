"""Loading: the examples whole, twice the same, and every fault named with its place."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kurultai import rulebooks
from kurultai.cli.folder_read import Faulty, read_folder
from kurultai.cli.load import load
from kurultai.gate import documents, meetings, register
from kurultai.gate.record import acts
from kurultai.gate.viewer import Viewer
from kurultai.handle import House
from kurultai.procedure.cadence import Due
from tests.conftest import EXAMPLES, noon

TODAY = date(2026, 11, 25)


@pytest.fixture
def baltic(tmp_path: Path) -> Path:
    """The smaller example, to be spoilt, with a rulebook of its own beside it."""
    shutil.copytree(EXAMPLES / "baltic", tmp_path / "examples" / "baltic")
    (tmp_path / "rulebooks").mkdir()
    own = tmp_path / "rulebooks" / "baltic.toml"
    own.write_text(rulebooks.text("baltic"), encoding="utf-8")
    folder = tmp_path / "examples" / "baltic"
    spoil(
        folder, "assembly.toml", 'rulebook = "baltic"', 'rulebook = "../../rulebooks/baltic.toml"'
    )
    return folder


def spoil(folder: Path, file: str, old: str, new: str) -> int:
    """Write something else in one place; the line of it."""
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def faults(folder: Path) -> list[str]:
    """What is wrong with it, without the path of the folder."""
    with pytest.raises(Faulty) as faulty:
        read_folder(folder)
    return [fault.replace(f"{folder}/", "") for fault in faulty.value.faults]


# --- the examples


def test_baku_2025_stands_with_six_parliaments_and_nothing_adopted(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        baku = meetings.meeting(viewer, "meeting:defence-2")
    present = [party.party.removeprefix("party:") for party in baku.parties if party.present]
    assert sorted(present) == ["az", "kg", "kz", "tr", "trnc", "uz"]
    assert baku.meeting.theme["en"] == (
        "Strengthening Security and Defence Cooperation among the Turkic States: "
        "Role of Parliaments"
    )
    assert (baku.meeting.state, baku.meeting.after_the_fact) == ("closed", True)
    assert (baku.adopted, baku.documents, baku.decisions) == ((), (), ())


def test_what_was_said_in_baku_is_found_by_challenge_and_area(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        schemes = {tag.tag: tag.scheme for tag in register.tags(viewer)}
        statements = meetings.statements(viewer, "meeting:defence-2")
        tags = {tag for statement in statements for tag in statement.tags}
        on_terrorism = meetings.statements_on(viewer, "tag:terrorism")
    assert {schemes[tag] for tag in tags} == {"challenge", "area"}
    assert [statement.on_behalf for statement in on_terrorism] == ["assembly"]


def test_what_baku_left_open_is_one_matter_for_each_area_and_two_more(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        page = meetings.series(viewer, "series:defence", TODAY)
    assert [matter.tags for matter in page.open_matters] == [
        ("tag:joint_exercises",),
        ("tag:defence_industry",),
        ("tag:counter_terrorism",),
        ("tag:cybersecurity",),
        ("tag:countering_hybrid_threats",),
        (),
        (),
    ]


def test_the_third_defence_meeting_is_overdue(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        page = meetings.series(viewer, "series:defence", TODAY)
    assert page.due == Due("overdue", "2026-04-15", 224)
    assert page.next_ordinal == 3
    assert [source.confidence for source in page.series.cadence_sources] == ["?"]


def test_a_meeting_that_was_only_planned_counts_as_not_held(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        plenary = meetings.series(viewer, "series:plenary", TODAY)
        informal = meetings.series(viewer, "series:speakers-informal", TODAY)
    assert plenary.due == Due("convened", "2026-01-01")
    assert [m.state for m in plenary.meetings] == ["closed"] * 14 + ["convened"]
    assert informal.due == Due("unset")


def test_three_baku_declarations_are_three_texts_with_the_symbols_they_have(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        found = documents.documents(viewer, "adopted")
    baku = [text for text in found if text.names["en"] == "Baku Declaration"]
    assert [(text.adopted_at, text.symbol) for text in baku] == [
        ("meeting:plenary-13", ""),
        ("meeting:plenary-9", "DECL/002/2019/FINAL"),
        ("meeting:plenary-1", ""),
    ]


def test_a_venue_that_changed_shows_both(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        twelfth = meetings.meeting(viewer, "meeting:plenary-12")
    assert twelfth.meeting.place["en"] == "Ankara"
    assert [move.was_place["en"] for move in twelfth.moves] == ["Istanbul"]


def test_an_organ_keeps_the_names_it_had(house: House) -> None:
    with house.viewing(None, "en") as viewer:
        page = register.organ(viewer, "organ:environment")
    assert [name.since for name in page.names] == ["2011-04-27", "2021"]
    assert page.organ.names == page.names[-1].names


def test_nobody_loaded_is_hidden_from_anybody(house: House) -> None:
    def all_seen(viewer: Viewer) -> int:
        return acts(viewer)[0].position

    with house.viewing(None, "en") as viewer:
        assert all_seen(viewer) == viewer.position


@pytest.mark.parametrize("name", ["turkpa", "baltic"])
def test_loading_twice_changes_nothing(name: str, tmp_path: Path) -> None:
    read = read_folder(EXAMPLES / name)
    assert load(read, tmp_path / "data", noon) > 40
    assert load(read, tmp_path / "data", noon) == 0


def test_a_second_body_decides_by_rules_of_its_own(tmp_path: Path) -> None:
    load(read_folder(EXAMPLES / "baltic"), tmp_path / "data", noon)
    house = House(tmp_path / "data", noon)
    with house.viewing(None, "en") as viewer:
        assert register.assembly(viewer).short == "BA"
        assert [book.rulebook for book in register.rulebooks(viewer)] == ["baltic"]
        sessions = meetings.series(viewer, "series:session", TODAY)
    house.close()
    assert [meeting.ordinal for meeting in sessions.meetings] == [38, 41, 42]


def test_another_assembly_is_not_loaded_over_the_first(baltic: Path, tmp_path: Path) -> None:
    load(read_folder(baltic), tmp_path / "data", noon)
    with pytest.raises(Faulty, match="The record already holds an assembly"):
        load(read_folder(EXAMPLES / "turkpa"), tmp_path / "data", noon)
    assert load(read_folder(baltic), tmp_path / "data", noon) == 0


# --- faults


def test_broken_toml_is_named_with_line_column_and_what_is_expected(baltic: Path) -> None:
    line = spoil(baltic, "parties.toml", 'id = "lv"', 'id "lv"')
    assert faults(baltic) == [
        (
            "parties.toml: this is not TOML: Expected '=' after a key in a key/value pair "
            f"(at line {line}, column 4)"
        ),
    ]


def test_what_ends_too_early_is_named_with_the_last_line(baltic: Path) -> None:
    (baltic / "more.toml").write_text('[[tag]]\nid = "x"\nscheme =', encoding="utf-8")
    assert faults(baltic) == ["more.toml: this is not TOML: Invalid value (at line 3, the end)"]


def test_a_time_zone_and_patterns_of_symbols_are_tried(baltic: Path) -> None:
    line = spoil(baltic, "assembly.toml", "Europe/Riga", "Europe/Rigga")
    symbols = """symbols = { decision = "D/{nr}", final = "{", report = "{number:zz}" }\nseat ="""
    spoil(baltic, "assembly.toml", "seat =", symbols)
    zone, *patterns = faults(baltic)
    where = f"assembly.toml, line {line}, [assembly]: timezone: unknown 'Europe/Rigga'; known are"
    assert zone.startswith(f"{where} Europe/Riga")
    assert [pattern.partition(": symbols: ")[2].split()[0] for pattern in patterns] == [
        "'D/{nr}'",
        "'{'",
        "'{number:zz}'",
    ]


def test_what_is_not_utf8_is_named_with_the_byte(baltic: Path) -> None:
    (baltic / "more.toml").write_bytes(b'x = "\xff"')
    assert faults(baltic) == ["more.toml: this is not UTF-8 from byte 5 on"]


def test_a_date_without_quotation_marks_is_asked_for_with_them(baltic: Path) -> None:
    line = spoil(baltic, "sessions.toml", 'since = "2022-01-01"', "since = 2022-01-01")
    assert faults(baltic) == [
        (
            f"sessions.toml, line {line}, [[chairmanship]] number 1: since: "
            "expected `str`, got `date`"
        ),
    ]


def test_a_value_where_tables_belong_is_named(baltic: Path) -> None:
    (baltic / "more.toml").write_text('party = "az"', encoding="utf-8")
    (fault,) = faults(baltic)
    assert fault.startswith("more.toml, line 0, [[party]] number 1")


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (
            "parties.toml",
            'status = "member"',
            'status = "membr"',
            (
                "parties.toml, line {line}, [[party.status]] number 1: "
                "status: invalid enum value 'membr'; one of member, observer, guest_of_honour, "
                "invited_organisation is expected"
            ),
        ),
        (
            "sessions.toml",
            "ordinal = 41",
            'ordinal = "41"',
            "sessions.toml, line {line}, [[meeting]] number 2: ordinal: expected `int`, got `str`",
        ),
        (
            "tags.toml",
            'scheme = "area"',
            'schema = "area"',
            "tags.toml, line {line}, [[tag]] number 1: unknown key schema; known are scheme",
        ),
        (
            "sessions.toml",
            'host = "ee"',
            'host = "eee"',
            "sessions.toml, line {line}, [[meeting]] number 3: host: unknown 'eee'; known are ee",
        ),
        (
            "sessions.toml",
            'present = ["ee"',
            'present = ["fi"',
            (
                "sessions.toml, line {line}, [[meeting]] number 3: present: unknown 'fi'; "
                "known are ee, lt, lv"
            ),
        ),
        (
            "sessions.toml",
            'series = "session"',
            'series = "sesion"',
            (
                "sessions.toml, line {line}, [[meeting]] number 1: series: unknown 'sesion'; "
                "known are session"
            ),
        ),
        (
            "sessions.toml",
            'since = "2022-01-01"',
            'since = "January"',
            (
                "sessions.toml, line {line}, [[chairmanship]] number 1: "
                "since: 'January' is not a date: write 2025-04-15, 2009-09-28/2009-09-29, "
                "2024-05, 2026 or [2015-12..2018-11]"
            ),
        ),
        (
            "sign-ins.toml",
            "office-lt-head",
            "office-lt-haed",
            (
                "sign-ins.toml, line {line}, [[sign_in]] number 4: "
                "person: unknown 'office-lt-haed'; known are office-lt-head, office-lv-head, "
                "office-ee-head"
            ),
        ),
        (
            "sessions.toml",
            "ordinal = 41",
            "ordinal = 38",
            "sessions.toml, line {line}, [[meeting]] number 2: session 38 stands twice",
        ),
        (
            "assembly.toml",
            "[assembly]",
            "[assambly]",
            "assembly.toml: unknown table [[assambly]]; known are assembly",
        ),
    ],
)
def test_a_fault_is_named_with_file_line_table_and_what_is_known(
    baltic: Path, file: str, old: str, new: str, fault: str
) -> None:
    line = spoil(baltic, file, old, new)
    assert faults(baltic)[0] == fault.replace("{line}", str(line))


def test_a_missing_key_is_named_with_the_line_of_its_table(baltic: Path) -> None:
    line = spoil(baltic, "tags.toml", 'scheme = "area"\n', "")
    (fault,) = faults(baltic)
    assert fault == f"tags.toml, line {line - 2}, [[tag]] number 1: the key scheme is missing"


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ('scheme = "goal"\n', "under: unknown ''"),
        ('scheme = "area"\nunder = "plan"\n', "only a goal stands `under` a strategy"),
        ('scheme = "area"\ndue = "2027"\n', "only a goal stands `under` a strategy"),
    ],
)
def test_only_a_goal_stands_under_a_strategy_and_it_must(
    baltic: Path, written: str, fault: str
) -> None:
    spoil(baltic, "tags.toml", 'scheme = "area"\n', written)
    assert fault in faults(baltic)[0]


def test_a_rulebook_that_is_not_there_is_named(baltic: Path) -> None:
    line = spoil(baltic, "assembly.toml", "rulebooks/baltic.toml", "rulebooks/lost.toml")
    lost = baltic.parents[1] / "rulebooks" / "lost.toml"
    known = ", ".join(rulebooks.names())
    said = f"there is no rulebook at {lost}, and none that comes with Kurultai: {known}"
    assert faults(baltic) == [f"assembly.toml, line {line}, [assembly]: {said}"]


def test_a_fault_in_the_rulebook_is_named_in_the_rulebook(baltic: Path) -> None:
    rulebook = baltic.parents[1] / "rulebooks"
    line = spoil(rulebook, "baltic.toml", 'kind = "all_voters_yes"', 'kind = "all"')
    (fault,) = faults(baltic)
    place = f"{rulebook / 'baltic.toml'}: baltic.toml, line {line}, [[rule]] number 1: kind"
    assert fault.startswith(place)


def test_a_folder_without_tables_or_without_an_assembly_is_no_assembly(tmp_path: Path) -> None:
    assert faults(tmp_path) == [f"{tmp_path}: there are no .toml files in this folder"]
    (tmp_path / "a.toml").write_text("", encoding="utf-8")
    assert faults(tmp_path) == [f"{tmp_path}: [assembly] must stand once, but stands 0 times"]


def test_all_faults_are_named_at_once(baltic: Path) -> None:
    spoil(baltic, "sessions.toml", 'host = "lv"', 'host = "lvv"')
    spoil(baltic, "sign-ins.toml", "office-lt-head", "office-lt-haed")
    spoil(baltic, "organs.toml", 'rules = "presidium"', 'rules = "praesidium"')
    assert [fault.partition(":")[2].strip() for fault in faults(baltic)] == [
        "rules: unknown 'praesidium'; known are presidium",
        "host: unknown 'lvv'; known are lv",
        (
            "person: unknown 'office-lt-haed'; known are office-lt-head, office-lv-head, "
            "office-ee-head"
        ),
    ]


MEETING = """
[[meeting]]
series = "presidium"
ordinal = 7
when = "2027"
state = "planned"
sources = []
"""


def test_a_meeting_planned_by_nobody_knows_when_is_asked_about(baltic: Path) -> None:
    (baltic / "more.toml").write_text(MEETING, encoding="utf-8")
    assert faults(baltic) == [
        (
            "more.toml, line 2, [[meeting]] number 1: a planned meeting needs `decided`: "
            "the day on which it was planned"
        ),
    ]


INNER = """
[[meeting]]
series = "presidium"
ordinal = 7
when = "2020-01-01"
state = "held"

[[meeting.statement]]
speaker = { en = "S" }
on_behalf = "party:ee"
summary = { en = "S" }

[[meeting.statement]]
speaker = { en = "S" }
on_behalf = "party:fi"
summary = { en = "S" }
tags = ["fishing"]

[[meeting.matter]]
id = "m"
title = { en = "M" }
tags = ["fishing"]

[[meeting.moved]]
decided = "2019-13"
when = "2020-01-02"
place = { en = "P" }
host = "fi"
"""


def test_a_fault_inside_a_meeting_is_named_with_its_own_line(baltic: Path) -> None:
    (baltic / "more.toml").write_text(INNER, encoding="utf-8")
    assert [fault.split(": ")[:2] for fault in faults(baltic)] == [
        ["more.toml, line 25, [[meeting.moved]] number 1", "decided"],
        ["more.toml, line 28, [[meeting.moved]] number 1", "host"],
        ["more.toml, line 15, [[meeting.statement]] number 1", "on_behalf"],
        ["more.toml, line 17, [[meeting.statement]] number 1", "tags"],
        ["more.toml, line 22, [[meeting.matter]] number 1", "tags"],
    ]


def test_what_a_rule_forbids_is_named_and_nothing_is_recorded(baltic: Path, tmp_path: Path) -> None:
    line = spoil(baltic, "sessions.toml", 'since = "2026-01-01"', 'since = "2027-01-01"')
    with pytest.raises(Faulty) as faulty:
        load(read_folder(baltic), tmp_path / "data", noon)
    (fault,) = faulty.value.faults
    assert fault == (
        f"{baltic}/sessions.toml, line {line - 2}, [[chairmanship]] number 5: PassChair of "
        "2027-01-01: 2027-01-01 is in the future. Enter only what has happened."
    )
    house = House(tmp_path / "data", noon)
    with house.viewing(None, "en") as viewer:
        assert viewer.position == 0
    house.close()


def test_once_mended_the_folder_loads_into_the_same_place(baltic: Path, tmp_path: Path) -> None:
    spoil(baltic, "sessions.toml", 'since = "2026-01-01"', 'since = "2027-01-01"')
    with pytest.raises(Faulty):
        load(read_folder(baltic), tmp_path / "data", noon)
    spoil(baltic, "sessions.toml", 'since = "2027-01-01"', 'since = "2026-01-01"')
    assert load(read_folder(baltic), tmp_path / "data", noon) > 40


# --- the rest of what a folder may hold

MORE = """
[[meeting]]
series = "presidium"
ordinal = 1
when = "2020-01-01"
state = "held"
agenda = [{ en = "First" }, { en = "Second" }]

[[meeting.matter]]
id = "settled"
title = { en = "Settled later" }
settled = "2021-02-01"

[[meeting.text]]
id = "text"
kind = "decision"
names = { en = "Decision" }
symbol = "D/1"

[[meeting]]
series = "presidium"
ordinal = 2
when = "2021-01-01"
state = "held"

[[meeting]]
series = "presidium"
ordinal = 3
when = "2027-01"
state = "planned"
place = { en = "Tartu" }

[[meeting.moved]]
decided = "2026"
when = "2027-02"
place = { en = "Narva" }

[[organ]]
id = "old"
kind = "group"
rules = "session"
until = "2005-01-01"
[[organ.name]]
since = "2000-01-01"
names = { en = "Old" }

[[party]]
id = "fi"
names = { en = "F" }
state = { en = "F" }
[[party.status]]
status = "observer"
since = "2001-01-01"
until = "2002-01-01"

[[party]]
id = "se"
names = { en = "S" }
state = { en = "S" }

[[person]]
id = "p"
names = { en = "P" }
[[person.office]]
office = "chair"
of = "organ:old"
since = "2001-01-01"
until = "2002-01-01"

[[person]]
id = "q"
names = { en = "Q" }
"""


def test_agendas_settled_matters_ends_and_moves_are_loaded_too(
    baltic: Path, tmp_path: Path
) -> None:
    (baltic / "more.toml").write_text(MORE, encoding="utf-8")
    load(read_folder(baltic), tmp_path / "data", noon)
    house = House(tmp_path / "data", noon)
    with house.viewing(None, "en") as viewer:
        first = meetings.meeting(viewer, "meeting:presidium-1")
        third = meetings.meeting(viewer, "meeting:presidium-3")
        old = register.organ(viewer, "organ:old")
        spans = register.party(viewer, "party:fi").spans
    house.close()
    assert [item.title["en"] for item in first.agenda] == ["First", "Second"]
    assert [(m.settled_on, m.settled_at) for m in first.matters] == [
        ("2021-02-01", "meeting:presidium-2"),
    ]
    assert [text.symbol for text in first.adopted] == ["D/1"]
    assert (third.meeting.state, third.meeting.when) == ("convened", "2027-02")
    assert third.meeting.convened_on == "2021-01-01"
    assert old.organ.until == "2005-01-01"
    assert [office.until for office in old.offices] == ["2002-01-01"]
    assert [(span.since, span.until) for span in spans] == [("2001-01-01", "2002-01-01")]


# --- the command


def kurultai(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kurultai.cli.main", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command_says_what_it_loaded_and_keeps_the_sign_ins_for_their_owner(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    done = kurultai("load", str(EXAMPLES / "baltic"), "--data", str(data))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Baltic Assembly: 3 parties, 3 organs" in done.stdout
    assert (data / "sign-ins.txt").stat().st_mode & 0o777 == 0o600
    kept = (data / "sign-ins.txt").read_text(encoding="utf-8").splitlines()
    assert [line.split()[0] for line in kept] == ["secretariat", "ee-head", "lv-head", "lt-head"]
    assert all(line in done.stdout for line in kept)
    assert len({line.split()[1] for line in kept}) == 4


def test_where_the_accounts_were_lost_loading_again_makes_them_anew(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o755)
    kurultai("load", str(EXAMPLES / "baltic"), "--data", str(data))
    before = (data / "sign-ins.txt").read_text(encoding="utf-8").splitlines()
    assert (data / "site.db").stat().st_mode & 0o777 == 0o600
    for lost in data.glob("site.db*"):
        lost.unlink()
    done = kurultai("load", str(EXAMPLES / "baltic"), "--data", str(data))
    assert "\n0 acts recorded" in done.stdout
    after = (data / "sign-ins.txt").read_text(encoding="utf-8").splitlines()
    assert [line.split()[0] for line in after] == [line.split()[0] for line in before]
    assert not set(after) & set(before)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert faults(tmp_path / "nowhere") == [f"{tmp_path / 'nowhere'}: no such folder"]


def test_the_command_says_that_nothing_was_recorded(baltic: Path, tmp_path: Path) -> None:
    spoil(baltic, "sessions.toml", 'host = "lv"', 'host = "lvv"')
    done = kurultai("load", str(baltic), "--data", str(tmp_path / "data"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("Nothing was recorded.\n")
    assert not (tmp_path / "data").exists()


def test_the_command_does_not_write_beside_a_running_house(house: House) -> None:
    done = kurultai("load", str(EXAMPLES / "turkpa"), "--data", str(house.directory))
    assert done.returncode == 1
    assert "Another process writes the record" in done.stderr


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file, not a folder", encoding="utf-8")
    done = kurultai("load", str(EXAMPLES / "baltic"), "--data", str(tmp_path / "data"))
    assert done.returncode == 1
    assert "Nothing was recorded." in done.stderr
    assert "Traceback" not in done.stderr
