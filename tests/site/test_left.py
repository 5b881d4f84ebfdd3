"""What was left out of a file is said in words, and in the reader's language."""

from typing import get_args

import pytest

from kurultai.papers.draft import Left, LeftOut
from kurultai.site.forms.left import said_of
from kurultai.site.tongue import LANGUAGE


@pytest.mark.parametrize("language", ["en", "kk", "tr"])
def test_no_kind_is_said_by_its_key(language: str) -> None:
    token = LANGUAGE.set(language)
    try:
        said = said_of(Left("§", what, "…") for what in get_args(LeftOut))
    finally:
        LANGUAGE.reset(token)
    assert not {f"§ · {what} · …" for what in get_args(LeftOut)} & set(said)
    assert len(set(said)) == len(get_args(LeftOut))
