"""Which meeting of a series: its number as it stands before a noun.

Where a language adds an ending to the figure, the ending follows the last word of the number
as it is spoken: Turkmen 6-njy (altynjy) but 7-nji (ýedinji). Where the ending would follow the
noun's gender, or a bare hyphen would tie the figure to it, Roman figures stand.
"""

# The numbers whose spoken ordinals end alike: birinci, üçüncü, altıncı, doqquzuncu ...
_AZ = {
    "ci": {1, 2, 5, 7, 8, 20, 50, 70, 80, 1000},
    "cü": {3, 4, 100},
    "cı": {6, 40, 60, 90},
    "cu": {9, 10, 30},
}
_KK_BACK = {6, 9, 10, 20, 30, 40, 60, 90, 1000}  # алтыншы, тоғызыншы, оныншы, жиырмасыншы ...
_TK_BACK = {6, 9, 10, 30, 40, 60, 90}  # altynjy, dokuzynjy, onunjy, otuzynjy, kyrkynjy ...
_EN = {1: "st", 2: "nd", 3: "rd"}
_EN_TEENS = (11, 12, 13)
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def ordinal(number: int, language: str) -> str:
    """The number as an ordinal: 3rd, 3-cü, 3-ші, 3., III."""
    match language:
        case "az" | "kk" | "tk":
            return hyphened(number, language)
        case "en":
            return f"{number}{_english(number)}"
        case "tr" | "hu":
            return f"{number}."
        case _:
            return roman(number)


def hyphened(number: int, language: str) -> str:
    """The figure with the ending of its last spoken word, in az, kk or tk."""
    spoken = _last_word(number)
    match language:
        case "az":
            ending = next(ending for ending, words in _AZ.items() if spoken in words)
            return f"{number}-{ending}"
        case "kk":
            return f"{number}-{'шы' if spoken in _KK_BACK else 'ші'}"
        case _:
            return f"{number}-{'njy' if spoken in _TK_BACK else 'nji'}"


def roman(number: int) -> str:
    """The number in Roman figures."""
    written = ""
    for value, figure in _ROMAN:
        times, number = divmod(number, value)
        written += figure * times
    return written


def _last_word(number: int) -> int:
    """The last word with which the number is spoken: 2025 five, 1990 ninety, 300 hundred."""
    for place in (10, 100):
        if number % place:
            return number % place
    return 100 if number % 1000 else 1000


def _english(number: int) -> str:
    return "th" if number % 100 in _EN_TEENS else _EN.get(number % 10, "th")
