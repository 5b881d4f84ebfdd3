import shutil
from pathlib import Path

from kurultai.gate import register
from kurultai.handle import House


def test_a_data_directory_may_have_any_name(turkpa: Path, tmp_path: Path) -> None:
    odd = tmp_path / "a?b#c%d"
    shutil.copytree(turkpa, odd)
    house = House(odd)
    with house.viewing(None, "en") as viewer:
        assert register.assembly(viewer).short == "TURKPA"
    house.close()
