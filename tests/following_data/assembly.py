"""An assembly with nothing but its parties and tags, for the data of others to be followed in."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from kurultai.handle import House
from kurultai.procedure import commands as c
from kurultai.record.sqlite import Record

CLERK = "person:clerk"
SERIES = "series:sessions"


def found(directory: Path, parties: Mapping[str, str], areas: Mapping[str, str]) -> House:
    """A house with these parties and areas, key to name, and one series of meetings."""
    Record.create(directory, "kurultai/trial", now).close()
    house = House(directory, now)
    submit(
        house,
        (
            c.FoundAssembly(
                id="found",
                assembly="trial",
                names={"en": "Assembly of trial"},
                short="Trial",
                languages=("en",),
                timezone="UTC",
                on="2000-01-01",
            ),
            c.EstablishOrgan(
                id="organ",
                organ="organ:plenary",
                kind="plenary",
                rules="plenary",
                names={"en": "Plenary"},
                on="2000-01-01",
            ),
            c.RegisterPerson(id="clerk", person=CLERK, names={"en": "Clerk"}),
            c.TakeOffice(id="office", person=CLERK, office="secretary_general", of="assembly"),
            *(each for key, name in parties.items() for each in _party(key, name)),
            *(_area(key, name) for key, name in areas.items()),
            c.OpenSeries(
                id="series",
                series=SERIES,
                organ="organ:plenary",
                names={"en": "Sessions"},
                on="2000-01-01",
            ),
        ),
    )
    return house


def submit(house: House, commands: Iterable[c.Command]) -> None:
    """All of them together."""
    house.submit_all(CLERK, tuple(commands)).result()


def now() -> datetime:
    """When all this is entered."""
    return datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def _party(key: str, name: str) -> Iterator[c.Command]:
    names = {"en": name}
    yield c.RegisterParty(id=key, party=key, names=names, state=names, on="2000-01-01")
    yield c.GiveStatus(id=f"{key} status", party=key, status="member", on="2000-01-01")


def _area(key: str, name: str) -> c.Command:
    return c.DefineTag(id=key, tag=key, scheme="area", names={"en": name}, on="2000-01-01")
