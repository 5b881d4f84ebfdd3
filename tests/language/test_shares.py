"""Parts of a whole as people of each language write them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kurultai.language import LANGUAGES
from kurultai.language.shares import say_share


@pytest.mark.parametrize(
    ("share", "language", "said"),
    [
        ("1/2", "en", "1/2"),
        (Fraction(5, 7), "ru", "5/7"),
        ("8/9", "en", "8/9"),
        ("1/10", "en", "10%"),
        (Fraction(31, 50), "en", "62%"),
        ("31/50", "ru", "62\N{NO-BREAK SPACE}%"),
        ("31/50", "tr", "%62"),
        ("5/8", "hu", "5/8"),
        ("1/16", "hu", "1/16 (≈\N{NO-BREAK SPACE}6,2%)"),
        ("33/40", "az", "82,5%"),
        ("33/40", "en", "82.5%"),
        (Fraction(17, 23), "en", "17/23 (≈\N{NO-BREAK SPACE}73.9%)"),
        ("255/345", "tr", "17/23 (≈\N{NO-BREAK SPACE}%73,9)"),
        ("22/31", "tk", "22/31 (≈\N{NO-BREAK SPACE}71%)"),
        (Fraction(1), "kk", "1"),
        ("", "en", ""),
        (None, "en", ""),
    ],
)
def test_a_share_is_written_so(share: Fraction | str | None, language: str, said: str) -> None:
    assert say_share(share, language) == said


SHARES = st.fractions(min_value=Fraction(1, 999), max_value=1, max_denominator=999)


@given(SHARES, st.sampled_from(LANGUAGES))
def test_no_share_is_told_as_another_one(share: Fraction, language: str) -> None:
    """The exact fraction stands there, or a per cent that is exactly it."""
    told = say_share(share, language)
    if "≈" in told or "%" not in told:
        assert Fraction(told.partition(" (")[0]) == share
    else:
        number = "".join(sign for sign in told if sign.isdecimal() or sign in ".,")
        assert Fraction(number.replace(",", ".")) == share * 100
