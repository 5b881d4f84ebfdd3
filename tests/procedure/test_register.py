"""The register: what a clerk enters about the assembly, its organs, parties and people."""

from typing import Any

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, Span, digest_of
from tests.procedure.minutes import STRICT, Minutes

ID: dict[str, Any] = {"id": "c1", "on": "2026-05-01"}
EN = {"en": "Name"}


def founding() -> c.FoundAssembly:
    return c.FoundAssembly(
        **ID,
        assembly="turkpa",
        names={"en": " Assembly ", "tr": " "},
        short="T",
        languages=("en",),
        timezone="UTC",
    )


def test_an_assembly_is_founded_with_the_names_that_have_words(minutes: Minutes) -> None:
    founded = a.AssemblyFounded("turkpa", {"en": "Assembly"}, "T", ("en",), "UTC")
    assert minutes.when(founding()) == [founded]


def test_a_record_holds_one_assembly(assembly: Minutes) -> None:
    refused = assembly.refused(founding())
    assert (refused.rule, refused.facts) == ("register.assembly_exists", {"assembly": "turkpa"})


def test_an_assembly_takes_another_name(assembly: Minutes) -> None:
    assert assembly.when(c.RenameAssembly(**ID, names=EN)) == [a.AssemblyRenamed(EN)]


def test_a_name_without_words_is_no_name(assembly: Minutes) -> None:
    assert assembly.refusal(c.RenameAssembly(**ID, names={"en": "  "})) == "words.missing"


def test_a_rulebook_is_put_into_force(assembly: Minutes) -> None:
    adopted = assembly.then(c.AdoptRulebook(**ID, rulebook="new", text=STRICT))
    assert adopted == [a.RulebookAdopted("new", STRICT)]
    assert assembly.register.rulebook("2026-05-01").name == "new"
    assert assembly.register.rulebook("2026-04-30").name == "test"


def test_a_rulebook_is_signed_as_read_letter_for_letter(assembly: Minutes) -> None:
    digest = digest_of(STRICT)
    signed = assembly.when(c.SignRulebook(**ID, rulebook="test", digest=digest, remark=EN))
    assert signed == [a.RulebookSigned("test", digest, EN)]
    for name, text in (("test", STRICT + " "), ("other", STRICT)):
        refused = assembly.refused(c.SignRulebook(**ID, rulebook=name, digest=digest_of(text)))
        assert (refused.rule, refused.facts) == ("rulebook.not_in_force", {"name": name})


def test_a_rulebook_that_cannot_be_read_is_not_put_into_force(assembly: Minutes) -> None:
    refused = assembly.refused(c.AdoptRulebook(**ID, rulebook="new", text="x ="))
    assert refused.rule == "toml.unreadable"
    assert refused.facts["file"] == "new.toml"


def test_before_the_first_rulebook_the_first_one_counts(assembly: Minutes) -> None:
    assert assembly.register.rulebook("1999-01-01").name == "test"


def test_nothing_is_decided_without_a_rulebook(minutes: Minutes) -> None:
    minutes.given(a.OrganEstablished("organ:o", "chairs", "p", EN))
    minutes.given(a.SeriesOpened("series:s", "organ:o", EN))
    convene = c.ConveneMeeting(**ID, series="series:s", ordinal=1, when="2026-06")
    assert minutes.when(convene)  # nobody is there to be invited
    with pytest.raises(Refused, match=r"register\.no_rulebook"):
        minutes.register.rulebook("2026-05-01")


def test_an_organ_is_established_renamed_and_dissolved(assembly: Minutes) -> None:
    commission: dict[str, Any] = {"organ": "organ:legal", "names": EN}
    assert assembly.then(
        c.EstablishOrgan(**ID, **commission, kind="commission", rules="commission"),
    ) == [a.OrganEstablished("organ:legal", "commission", "commission", EN)]
    assert assembly.then(c.RenameOrgan(**ID, **commission)) == [a.OrganRenamed("organ:legal", EN)]
    assert assembly.then(c.DissolveOrgan(**ID, organ="organ:legal")) == [
        a.OrganDissolved("organ:legal"),
    ]


def test_an_organ_is_established_once(assembly: Minutes) -> None:
    again = c.EstablishOrgan(**ID, organ="organ:defence", kind="chairs", rules="x", names=EN)
    assert assembly.refusal(again) == "register.organ_exists"


@pytest.mark.parametrize(
    "command",
    [
        c.RenameOrgan(**ID, organ="organ:nowhere", names=EN),
        c.DissolveOrgan(**ID, organ="organ:nowhere"),
        c.OpenSeries(**ID, series="series:s", organ="organ:nowhere", names=EN),
        c.TakeOffice(**ID, person="person:clerk", office="chair", of="organ:nowhere"),
    ],
)
def test_an_organ_must_be_known(assembly: Minutes, command: c.Command) -> None:
    refused = assembly.refused(command)
    assert (refused.rule, refused.facts) == ("register.organ_unknown", {"name": "organ:nowhere"})


def test_a_party_is_registered_once(assembly: Minutes) -> None:
    uz = c.RegisterParty(**ID, party="party:uz", names=EN, state=EN)
    assert assembly.then(uz) == [a.PartyRegistered("party:uz", EN, EN)]
    assert assembly.refusal(uz) == "register.party_exists"


@pytest.mark.parametrize(
    "command",
    [
        c.GiveStatus(**ID, party="party:xx", status="member"),
        c.EndStatus(**ID, party="party:xx"),
        c.PassChair(**ID, party="party:xx"),
        c.AppointPerson(**ID, names=EN, office="delegate", party="party:xx"),
        c.TakeOffice(**ID, person="person:clerk", office="delegate", of="party:xx"),
    ],
)
def test_a_party_must_be_known(assembly: Minutes, command: c.Command) -> None:
    assert assembly.refusal(command) == "register.party_unknown"


def test_a_class_of_participation_must_be_known(assembly: Minutes) -> None:
    friend = c.GiveStatus(**ID, party="party:hu", status="friend")
    assert assembly.refusal(friend) == "register.status_unknown"


def test_a_status_ends_where_the_next_begins(assembly: Minutes) -> None:
    given = assembly.then(c.GiveStatus(**ID, party="party:hu", status="member"))
    assert given == [a.StatusGiven("party:hu", "member")]
    assert assembly.register.parties["party:hu"] == (
        Span("observer", "2008-11-21", "2026-05-01"),
        Span("member", "2026-05-01"),
    )
    assert assembly.register.status_of("party:hu", "2026-04-30") == "observer"
    assert assembly.register.status_of("party:hu", "2026-05-01") == "member"


def test_a_status_can_end_with_nothing_after_it(assembly: Minutes) -> None:
    assert assembly.then(c.EndStatus(**ID, party="party:hu")) == [a.StatusEnded("party:hu")]
    assert assembly.register.status_of("party:hu", "2026-05-01") is None


def test_only_members_vote_and_propose(assembly: Minutes) -> None:
    members = ("party:az", "party:kg", "party:kz", "party:tr")
    assert assembly.register.with_right("vote", "2026-05-01") == members
    assert assembly.register.with_right("propose", "2026-05-01") == members
    assert assembly.register.with_right("speak", "2026-05-01") == (
        "party:az",
        "party:hu",
        "party:kg",
        "party:kz",
        "party:tr",
    )


def test_a_person_is_registered_once(assembly: Minutes) -> None:
    person = c.RegisterPerson(**ID, person="person:p", names=EN)
    assert assembly.then(person) == [a.PersonRegistered("person:p", EN)]
    assert assembly.refusal(person) == "register.person_exists"


@pytest.mark.parametrize("of", ["assembly", "organ:defence", "party:az"])
def test_an_office_is_taken_held_once_and_left(assembly: Minutes, of: str) -> None:
    office: dict[str, Any] = {"person": "person:clerk", "office": "chair", "of": of}
    assert assembly.then(c.TakeOffice(**ID, **office)) == [a.OfficeTaken(**office)]
    assert assembly.refusal(c.TakeOffice(**ID, **office)) == "register.office_held_already"
    assert assembly.then(c.LeaveOffice(**ID, **office)) == [a.OfficeLeft(**office)]
    assert assembly.refused(c.LeaveOffice(**ID, **office)).facts == {
        "name": f"person:clerk, chair, {of}",
    }


def test_offices_are_those_of_the_catalogue_of_something_by_somebody(assembly: Minutes) -> None:
    def taking(person: str, office: str, of: str) -> str:
        return assembly.refusal(c.TakeOffice(**ID, person=person, office=office, of=of))

    assert taking("person:nobody", "chair", "assembly") == "register.person_unknown"
    assert taking("person:clerk", "king", "assembly") == "register.office_unknown"
    assert taking("person:clerk", "chair", "moon") == "register.office_of_what"


def test_a_parliament_appoints_its_own_people(assembly: Minutes) -> None:
    person = new_id("person", "c1")
    appoint = c.AppointPerson(**ID, names=EN, office="delegate", party="party:kg")
    assert assembly.when(appoint) == [
        a.PersonRegistered(person, EN),
        a.OfficeTaken(person, "delegate", "party:kg"),
    ]


def test_a_parliament_appoints_nobody_to_the_secretariat(assembly: Minutes) -> None:
    appoint = c.AppointPerson(**ID, names=EN, office="secretary_general", party="party:kg")
    assert assembly.refusal(appoint) == "register.office_unknown"


def test_the_chair_passes(assembly: Minutes) -> None:
    assert assembly.when(c.PassChair(**ID, party="party:kg")) == [a.ChairPassed("party:kg")]


def test_a_series_is_opened_once(assembly: Minutes) -> None:
    series = c.OpenSeries(**ID, series="series:h", organ="organ:defence", names=EN)
    assert assembly.then(series) == [a.SeriesOpened("series:h", "organ:defence", EN)]
    assert assembly.refusal(series) == "register.series_exists"


def test_how_often_a_series_meets_can_be_set_and_unset(assembly: Minutes) -> None:
    for months in (6, None):
        setting = c.SetCadence(**ID, series="series:defence", cadence_months=months)
        assert assembly.then(setting) == [a.CadenceSet("series:defence", months)]
        assert assembly.register.series["series:defence"].cadence_months == months


@pytest.mark.parametrize("months", [0, -12, 121])
def test_an_interval_is_between_a_month_and_ten_years(assembly: Minutes, months: int) -> None:
    setting = c.SetCadence(**ID, series="series:defence", cadence_months=months)
    assert assembly.refusal(setting) == "register.cadence_range"


def test_the_interval_is_of_a_known_series(assembly: Minutes) -> None:
    setting = c.SetCadence(**ID, series="series:x", cadence_months=1)
    assert assembly.refusal(setting) == "register.series_unknown"


def test_a_tag_is_of_a_known_scheme(assembly: Minutes) -> None:
    energy = c.DefineTag(**ID, tag="tag:energy", scheme="area", names=EN)
    assert assembly.then(energy) == [a.TagDefined("tag:energy", "area", EN)]
    assert assembly.register.tags == {"tag:cybersecurity", "tag:energy"}
    mood = c.DefineTag(**ID, tag="tag:energy", scheme="mood", names=EN)
    assert assembly.refusal(mood) == "register.scheme_unknown"


def test_a_group_is_composed_of_people_known(assembly: Minutes) -> None:
    group: dict[str, Any] = {"group": "group:g", "names": EN}
    clerk = c.ComposeGroup(**ID, **group, members=("person:clerk",))
    assert assembly.when(clerk) == [a.GroupComposed("group:g", EN, ("person:clerk",))]
    ghost = c.ComposeGroup(**ID, **group, members=("person:clerk", "person:ghost"))
    assert assembly.refused(ghost).facts == {"name": "person:ghost"}


def test_what_happens_elsewhere_leaves_the_register_as_it_was(assembly: Minutes) -> None:
    before: Register = assembly.register
    assert assembly.given(a.MeetingOpened(), a.ChairPassed("party:az")).register == before


def test_nothing_happens_in_the_future_or_on_no_date(assembly: Minutes) -> None:
    tomorrow = c.RenameAssembly(id="c1", on="2026-05-21", names=EN)
    assert assembly.refusal(tomorrow) == "act.in_the_future"
    someday = c.RenameAssembly(id="c1", on="someday", names=EN)
    assert assembly.refused(someday).facts == {"when": "someday"}
    this_month = c.RenameAssembly(id="c1", on="2026-05", names=EN)
    assert assembly.when(this_month) == [a.AssemblyRenamed(EN)]
