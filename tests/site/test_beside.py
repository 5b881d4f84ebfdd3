"""What stands beside an adopted text."""

from typing import Any

from tests.conftest import Site
from tests.site.drafting import AZ, NAME, adopted, confirm
from tests.site.filling import send
from tests.site.prepared import OFFICER

PATH = f"/documents/{NAME}"


def beside(site: Site) -> Any:  # noqa: ANN401 - as the gate has it
    """What the gate says of the text."""
    from kurultai.gate import drafting

    with site.house.viewing(OFFICER, "en") as viewer:
        return drafting.beside(viewer, f"document:{NAME}")


def test_a_delegation_reserves_its_position_on_a_paragraph(site: Site) -> None:
    adopted(site)
    entered = {"unit": "unit:asks", "words-en": "Within our means."}
    assert send(site.browser(AZ), f"{PATH}/reservations/new", **entered).status_code == 303
    (found,) = beside(site).reservations
    assert (found.party, found.unit, found.words) == (
        "party:az",
        "unit:asks",
        {"en": "Within our means."},
    )


def test_a_delegation_explains_its_vote(site: Site) -> None:
    adopted(site)
    entered = {"words-en": "We voted in favour."}
    assert send(site.browser(AZ), f"{PATH}/explanations/new", **entered).status_code == 303
    assert [said.party for said in beside(site).explanations] == ["party:az"]


def test_a_corrigendum_is_of_one_language_and_shown_before_it_is_issued(site: Site) -> None:
    adopted(site)
    path = f"{PATH}/corrigenda/new?unit=unit:asks&language=tr"
    entered = {
        "words-tr-unit:asks": "Sekreteryadan raporları derlemesini ister.",
        "reason-en": "A slip.",
    }
    assert confirm(site, OFFICER, path, **entered).status_code == 303
    (found,) = beside(site).corrigenda
    assert (found.corrigendum, found.language) == (1, "tr")
    assert "derlemesini" in site.browser().get(f"{PATH}/text?language=tr").content.decode()
