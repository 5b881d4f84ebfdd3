"""Dates as each parliament writes them, from the forms in which the record holds them.

The names of the months are Babel's. The order around them is that of official documents in
each language, where "2025 жылғы 11 маусым" and "2025-yil 11-iyun" are written in full.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale

from kurultai.language import LANGUAGES
from kurultai.language.catalogue import tongue
from kurultai.language.messages import N_
from kurultai.language.ordinals import hyphened

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_BETWEEN = re.compile(r"\[(.+)\.\.(.+)\]")

_UNSURE = N_("%(start)s – %(end)s (exact date unconfirmed)")

# The month with the ending it takes after "of the year ..." in Kyrgyz and Turkmen.
_POSSESSED = {
    "ky": (
        *("январы", "февралы", "марты", "апрели", "майы", "июну"),
        *("июлу", "августу", "сентябры", "октябры", "ноябры", "декабры"),
    ),
    "tk": (
        *("ýanwary", "fewraly", "marty", "apreli", "maýy", "iýuny"),
        *("iýuly", "awgusty", "sentýabry", "oktýabry", "noýabry", "dekabry"),
    ),
}


@dataclass(frozen=True, slots=True)
class Order:
    """How a language puts a day, a span across months, and a month; {d}, {m}, {y} are ready."""

    day: str  # also of a span within a month: {d} is then 11–12
    span: str  # across months of one year
    month: str


_ORDERS = {
    "az": Order("{d} {m} {y} il", "{d} {m} – {e} {n} {y} il", "{y} il {m}"),
    "kk": Order("{y} жылғы {d} {m}", "{y} жылғы {d} {m} – {e} {n}", "{y} жылғы {m}"),
    "ky": Order("{y}-жылдын {d}-{m}", "{y}-жылдын {d}-{m} – {e}-{n}", "{y}-жылдын {m}"),
    "tr": Order("{d} {m} {y}", "{d} {m} – {e} {n} {y}", "{m} {y}"),
    "uz": Order("{y}-yil {d}-{m}", "{y}-yil {d}-{m} – {e}-{n}", "{y}-yil {m}"),
    "tk": Order("{y} ýylyň {d} {m}", "{y} ýylyň {d} {m} – {e} {n}", "{y} ýylyň {m}"),
    "hu": Order("{y}. {m} {d}.", "{y}. {m} {d}. – {n} {e}.", "{y}. {m}"),
    "ru": Order("{d} {m} {y} года", "{d} {m} – {e} {n} {y} года", "{m} {y} года"),
    "en": Order("{d} {m} {y}", "{d} {m} – {e} {n} {y}", "{m} {y}"),
}


def say_when(when: str, language: str) -> str:
    """A day, days, a month, a year or a span in which it must lie; other text as it stands."""
    known = language if language in LANGUAGES else "en"
    if between := _BETWEEN.fullmatch(when):
        start, end = (_point(part, known) for part in between.groups())
        return tongue(known).gettext(_UNSURE) % {"start": start, "end": end}
    start_day, _, end_day = when.partition("/")
    if end_day and _DAY.fullmatch(start_day) and _DAY.fullmatch(end_day):
        return _days(date.fromisoformat(start_day), date.fromisoformat(end_day), known)
    return _point(when, known)


def say_day(iso: str, language: str) -> str:
    """An ISO day."""
    return say_when(iso, language)


def say_moment(rfc3339: str, language: str, timezone: str) -> str:
    """A moment by the clocks of a time zone, with that zone's distance from UTC."""
    at = datetime.fromisoformat(rfc3339).astimezone(ZoneInfo(timezone))
    day = say_when(at.date().isoformat(), language)
    return f"{day}, {at:%H:%M} ({_offset(at)})"


def _offset(at: datetime) -> str:
    """UTC+4 or UTC+5:30."""
    hours, minutes = f"{at:%z}"[:3], f"{at:%z}"[3:5]
    if (hours, minutes) == ("+00", "00"):
        return "UTC"
    sign = "−" if hours[0] == "-" else "+"
    return f"UTC{sign}{int(hours[1:])}" + (f":{minutes}" if minutes != "00" else "")


def _point(text: str, language: str) -> str:
    if _DAY.fullmatch(text):
        day = date.fromisoformat(text)
        return _days(day, day, language)
    if month := _MONTH.fullmatch(text):
        return _month(int(month[1]), int(month[2]), language)
    return text  # a year is a year in every language


def _days(first: date, last: date, language: str) -> str:
    order = _ORDERS[language]
    if first.year != last.year:
        return f"{_days(first, first, language)} – {_days(last, last, language)}"
    whole = order.day if first.month == last.month else order.span
    return whole.format(
        y=_year(first.year, language),
        d=_figure(first, last, language),
        m=_months(language)[first.month - 1],
        e=_numbered(last.day, language),
        n=_months(language)[last.month - 1],
    )


def _figure(first: date, last: date, language: str) -> str:
    """11, or 11–12 within a month."""
    if first == last or first.month != last.month:
        return _numbered(first.day, language)
    return f"{first.day}–{_numbered(last.day, language)}"


def _numbered(day: int, language: str) -> str:
    return hyphened(day, "tk") if language == "tk" else str(day)


def _year(year: int, language: str) -> str:
    return hyphened(year, language) if language in ("az", "tk") else str(year)


def _month(year: int, month: int, language: str) -> str:
    name = _names(language, "stand-alone" if language == "ru" else "format")[month - 1]
    possessed = _months(language)[month - 1] if language in _POSSESSED else name
    return _ORDERS[language].month.format(y=_year(year, language), m=possessed)


@cache
def _months(language: str) -> tuple[str, ...]:
    """The months as they stand behind a day."""
    if language in _POSSESSED:
        return _POSSESSED[language]
    return _names(language, "format")


@cache
def _names(language: str, context: str) -> tuple[str, ...]:
    names = Locale.parse("en_GB" if language == "en" else language).months[context]["wide"]
    return tuple(names[month] for month in range(1, 13))
