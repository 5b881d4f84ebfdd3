"""Dates as official documents of each parliament write them."""

import pytest

from kurultai.language.dates import say_day, say_moment, say_when
from kurultai.language.ordinals import ordinal, roman

DAY = "2025-04-15"
DAYS = "2025-06-11/2025-06-12"
MONTHS = "2025-06-30/2025-07-02"
YEARS = "2025-12-31/2026-01-01"
MONTH = "2024-05"
BETWEEN = "[2015-12..2018-11]"

SAID = {
    "az": {
        DAY: "15 aprel 2025-ci il",
        DAYS: "11–12 iyun 2025-ci il",
        MONTHS: "30 iyun – 2 iyul 2025-ci il",
        YEARS: "31 dekabr 2025-ci il – 1 yanvar 2026-cı il",
        MONTH: "2024-cü il may",
        BETWEEN: "2015-ci il dekabr – 2018-ci il noyabr (dəqiq tarix təsdiqlənməyib)",
    },
    "kk": {
        DAY: "2025 жылғы 15 сәуір",
        DAYS: "2025 жылғы 11–12 маусым",
        MONTHS: "2025 жылғы 30 маусым – 2 шілде",
        YEARS: "2025 жылғы 31 желтоқсан – 2026 жылғы 1 қаңтар",
        MONTH: "2024 жылғы мамыр",
        BETWEEN: "2015 жылғы желтоқсан – 2018 жылғы қараша (нақты күні расталмаған)",
    },
    "ky": {
        DAY: "2025-жылдын 15-апрели",
        DAYS: "2025-жылдын 11–12-июну",
        MONTHS: "2025-жылдын 30-июну – 2-июлу",
        YEARS: "2025-жылдын 31-декабры – 2026-жылдын 1-январы",
        MONTH: "2024-жылдын майы",
        BETWEEN: "2015-жылдын декабры – 2018-жылдын ноябры (так күнү ырасталган эмес)",
    },
    "tr": {
        DAY: "15 Nisan 2025",
        DAYS: "11–12 Haziran 2025",
        MONTHS: "30 Haziran – 2 Temmuz 2025",
        YEARS: "31 Aralık 2025 – 1 Ocak 2026",
        MONTH: "Mayıs 2024",
        BETWEEN: "Aralık 2015 – Kasım 2018 (kesin tarih doğrulanmadı)",
    },
    "uz": {
        DAY: "2025-yil 15-aprel",
        DAYS: "2025-yil 11–12-iyun",
        MONTHS: "2025-yil 30-iyun – 2-iyul",
        YEARS: "2025-yil 31-dekabr – 2026-yil 1-yanvar",
        MONTH: "2024-yil may",
        BETWEEN: "2015-yil dekabr – 2018-yil noyabr (aniq sana tasdiqlanmagan)",
    },
    "tk": {
        DAY: "2025-nji ýylyň 15-nji apreli",
        DAYS: "2025-nji ýylyň 11–12-nji iýuny",
        MONTHS: "2025-nji ýylyň 30-njy iýuny – 2-nji iýuly",
        YEARS: "2025-nji ýylyň 31-nji dekabry – 2026-njy ýylyň 1-nji ýanwary",
        MONTH: "2024-nji ýylyň maýy",
        BETWEEN: "2015-nji ýylyň dekabry – 2018-nji ýylyň noýabry (anyk sene tassyklanmady)",
    },
    "hu": {
        DAY: "2025. április 15.",
        DAYS: "2025. június 11–12.",
        MONTHS: "2025. június 30. – július 2.",
        YEARS: "2025. december 31. – 2026. január 1.",
        MONTH: "2024. május",
        BETWEEN: "2015. december – 2018. november (a pontos nap nem igazolt)",
    },
    "ru": {
        DAY: "15 апреля 2025 года",
        DAYS: "11–12 июня 2025 года",
        MONTHS: "30 июня – 2 июля 2025 года",
        YEARS: "31 декабря 2025 года – 1 января 2026 года",
        MONTH: "май 2024 года",
        BETWEEN: "декабрь 2015 года – ноябрь 2018 года (точная дата не подтверждена)",
    },
    "en": {
        DAY: "15 April 2025",
        DAYS: "11–12 June 2025",
        MONTHS: "30 June – 2 July 2025",
        YEARS: "31 December 2025 – 1 January 2026",
        MONTH: "May 2024",
        BETWEEN: "December 2015 – November 2018 (exact date unconfirmed)",
    },
}


@pytest.mark.parametrize("language", SAID)
def test_every_form_of_a_date_is_said_in_every_language(language: str) -> None:
    assert {when: say_when(when, language) for when in SAID[language]} == SAID[language]


@pytest.mark.parametrize("language", SAID)
def test_a_year_is_a_year(language: str) -> None:
    assert say_when("2026", language) == "2026"


def test_a_day_is_said_like_a_date() -> None:
    assert say_day(DAY, "hu") == "2025. április 15."


def test_what_is_not_a_date_stands_as_it_is() -> None:
    assert say_when("soon", "kk") == "soon"
    assert say_when("", "kk") == ""


def test_a_language_nobody_speaks_here_reads_english_dates() -> None:
    assert say_when(DAY, "de") == "15 April 2025"


def test_a_moment_is_said_by_the_clocks_of_the_seat() -> None:
    said = say_moment("2025-04-15T21:30:00Z", "az", "Asia/Baku")
    assert said == "16 aprel 2025-ci il, 01:30 (UTC+4)"


def test_a_moment_says_how_far_the_zone_is_from_utc() -> None:
    moment = "2025-01-15T12:00:00Z"
    zones = ("UTC", "Asia/Kolkata", "America/St_Johns", "Europe/Budapest")
    offsets = [say_moment(moment, "en", zone).partition(", ")[2] for zone in zones]
    assert offsets == ["12:00 (UTC)", "17:30 (UTC+5:30)", "08:30 (UTC−3:30)", "13:00 (UTC+1)"]


def test_an_ordinal_stands_before_a_noun() -> None:
    said = " ".join(ordinal(3, language) for language in SAID)
    assert said == "3-cü 3-ші III 3. III 3-nji 3. III 3rd"


def test_an_ending_follows_the_last_word_of_the_number() -> None:
    numbers = (1, 6, 9, 10, 20, 30, 40, 50, 60, 90, 100, 116)
    azerbaijani = "1-ci 6-cı 9-cu 10-cu 20-ci 30-cu 40-cı 50-ci 60-cı 90-cı 100-cü 116-cı"
    kazakh = "1-ші 6-шы 9-шы 10-шы 20-шы 30-шы 40-шы 50-ші 60-шы 90-шы 100-ші 116-шы"
    turkmen = "1-nji 6-njy 9-njy 10-njy 20-nji 30-njy 40-njy 50-nji 60-njy 90-njy 100-nji 116-njy"
    assert [ordinal(n, "az") for n in numbers] == azerbaijani.split()
    assert [ordinal(n, "kk") for n in numbers] == kazakh.split()
    assert [ordinal(n, "tk") for n in numbers] == turkmen.split()


def test_english_ordinals_know_the_teens() -> None:
    said = " ".join(ordinal(n, "en") for n in (1, 2, 3, 4, 11, 12, 13, 21, 111, 112, 122))
    assert said == "1st 2nd 3rd 4th 11th 12th 13th 21st 111th 112th 122nd"


def test_roman_figures() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 1999)] == ["I", "IV", "IX", "XIV", "XL", "MCMXCIX"]
