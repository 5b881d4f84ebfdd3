"""What many tests stand on: TURKPA's example, loaded once and copied for each test."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from kurultai.cli.folder_read import read_folder
from kurultai.cli.load import load
from kurultai.handle import House

# A busy machine is no fault of what is tested.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

EXAMPLES = Path(__file__).parents[1] / "examples"

# Django reads where its own tables are when it is first imported: a place for this run alone.
os.environ["KURULTAI_DATA"] = tempfile.mkdtemp(prefix="kurultai-tests-")
os.environ["DJANGO_SETTINGS_MODULE"] = "kurultai.site.settings"

PASSWORD = "long enough for a trial"  # noqa: S105 - of accounts that nobody else can reach


def noon() -> datetime:
    """The moment at which every test takes place: some months after the third meeting was due."""
    return datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def from_noon() -> Callable[[], datetime]:
    """A clock that goes on from that moment, for what takes its time."""
    begun = time.monotonic()
    return lambda: noon() + timedelta(seconds=time.monotonic() - begun)


@pytest.fixture(scope="session")
def turkpa(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of TURKPA's example, not to be changed."""
    data = tmp_path_factory.mktemp("turkpa") / "data"
    load(read_folder(EXAMPLES / "turkpa"), data, noon)
    return data


@pytest.fixture
def house(turkpa: Path, tmp_path: Path) -> Iterator[House]:
    """A house of its own for the test, with TURKPA's example in it."""
    shutil.copytree(turkpa, tmp_path / "data")
    opened = House(tmp_path / "data", noon)
    yield opened
    opened.close()


@pytest.fixture
def need() -> Callable[[str], str]:
    """Where a program is; without it the test fails in CI, and elsewhere is left out aloud."""

    def find(program: str) -> str:
        found = shutil.which(program)
        if found is None:
            missing = f"{program} is not installed; ./test installs it"
            (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
        return str(found)

    return find


@pytest.fixture(scope="session")
def accounts() -> Callable[[str], Any]:
    """The account of a person of the record; Django's own tables are made at the first call."""
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from kurultai.site.accounts.models import Account

    def account(person: str) -> Any:  # noqa: ANN401 - Django ships no types
        found = Account.objects.filter(person=person).first()
        return found or Account.objects.open(person, person, PASSWORD)

    return account


@dataclass(frozen=True)
class Site:
    """The site over a house of its own."""

    house: House
    account: Callable[[str], Any]

    def browser(self, person: str = "", language: str = "en") -> Any:  # noqa: ANN401 - as above
        """A browser in which that person of the record is signed in; "" is the public."""
        from django.test import Client

        client = Client(headers={"accept-language": language})
        if person:
            client.force_login(self.account(person))
        return client


@pytest.fixture
def site(turkpa: Path, tmp_path: Path, accounts: Callable[[str], Any]) -> Iterator[Site]:
    """The site, with TURKPA's example in it."""
    from django.test import override_settings

    from kurultai.site.house import house
    from kurultai.site.reports.models import Draft

    Draft.objects.all().delete()  # they lie beside the accounts, which all tests share
    shutil.copytree(turkpa, tmp_path / "data")
    own = {"DATA": tmp_path / "data", "CLOCK": from_noon()}
    with override_settings(**own, ALLOWED_HOSTS=["testserver"]):
        house.cache_clear()
        opened = house()
        yield Site(opened, accounts)
        opened.close()
        house.cache_clear()
