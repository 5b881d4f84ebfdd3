"""The recommendation of two paragraphs, adopted by the third meeting."""

import pytest

from kurultai.procedure import acts as a
from kurultai.procedure.facts import Facts
from tests.procedure.minutes import Minutes


@pytest.fixture
def adopted(text: Minutes) -> Minutes:
    """It was adopted, and nothing stands under it yet."""
    text.given(a.TextAdopted("meeting:defence-3", None, "REC/001/2026"), on="2026-05-20")
    text.facts = Facts(series="series:defence")
    return text
