"""Parts of a whole as people write them: 2/3, 62 %, and 17/23 with what it comes to."""

from fractions import Fraction

_PLAIN = 9  # the greatest denominator that is read at a glance


def say_share(share: Fraction | str | None, language: str) -> str:
    """The share; a fraction that nobody reads at a glance with its per cent, to the tenth.

    "2/3" stays as it is, 31/50 is 62 %, and 17/23 is written with 73.9 % beside it. Nothing for
    nothing.
    """
    if not share:
        return ""
    exact = Fraction(share)
    tenths = exact * 1000
    if exact.denominator <= _PLAIN:
        return str(exact)
    told = percent(_tenths(round(tenths), language), language)
    return told if tenths.denominator == 1 else f"{exact} (≈\N{NO-BREAK SPACE}{told})"


def say_percent(part: int, whole: int, language: str) -> str:
    """So many of so many as per cent, to the tenth; "≈" before it if it is not exact."""
    tenths = Fraction(part * 1000, whole)
    told = percent(_tenths(round(tenths), language), language)
    return told if tenths.denominator == 1 else f"≈\N{NO-BREAK SPACE}{told}"


def percent(number: str, language: str) -> str:
    """The number as per cent, with the sign where the language has it."""
    match language:
        case "tr":
            return f"%{number}"
        case "ru" | "kk" | "ky":
            return f"{number}\N{NO-BREAK SPACE}%"
        case _:
            return f"{number}%"


def _tenths(tenths: int, language: str) -> str:
    whole, tenth = divmod(tenths, 10)
    mark = "." if language == "en" else ","
    return f"{whole}{mark}{tenth}" if tenth else str(whole)
