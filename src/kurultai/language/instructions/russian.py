"""Russian."""

from kurultai.language.instructions.grammar import Case, Chain, Grammar, Part, great, steps

_CASES = {"nom": 0, "acc": 1, "of": 2, "after": 2, "in": 3}
_NOUNS = {
    "operative": ("пункт", "пункт", "пункта", "пункте"),
    "preamble": ("абзац преамбулы", "абзац преамбулы", "абзаца преамбулы", "абзаце преамбулы"),
    "point": ("подпункт", "подпункт", "подпункта", "подпункте"),
    "section": ("раздел", "раздел", "раздела", "разделе"),
    "annex": ("приложение", "приложение", "приложения", "приложении"),
    "heading": ("заголовок", "заголовок", "заголовка", "заголовке"),
    "title": ("название", "название", "названия", "названии"),
    "closing": (
        "заключительный раздел",
        "заключительный раздел",
        "заключительного раздела",
        "заключительном разделе",
    ),
}
_STEMS = (
    *("перв", "втор", "трет", "четвёрт", "пят", "шест", "седьм", "восьм", "девят", "десят"),
    *("одиннадцат", "двенадцат"),
)
_ENDINGS = ("ый", "ый", "ого", "ом")
_ODD = {  # втор-ой, шест-ой, трет-ий
    2: ("ой", "ой", "ого", "ом"),
    3: ("ий", "ий", "ьего", "ьем"),
    6: ("ой", "ой", "ого", "ом"),
    7: ("ой", "ой", "ого", "ом"),
    8: ("ой", "ой", "ого", "ом"),
}
_FIGURED = ("й", "й", "го", "м")


def ordinal(number: int, case: Case = "in") -> str:
    """The number as a masculine ordinal: in words up to the twelfth, then 13-й."""
    at = _CASES[case]
    if number > len(_STEMS):
        return f"{number}-{_FIGURED[at]}"
    return _STEMS[number - 1] + _ODD.get(number, _ENDINGS)[at]


def place(chain: Chain, case: Case) -> str:
    """The place from the innermost part: подпункт a) пункта 4 приложения I."""
    cases = (*("of" for _ in chain[1:]), case)
    parts = [_part(part, of) for part, of in zip(chain, cases, strict=True)]
    said = " ".join(reversed(parts))
    return _in(said) if case == "in" else said


def _in(said: str) -> str:
    return f"{'во' if said.startswith('втор') else 'в'} {said}"


def _part(part: Part, case: Case) -> str:
    noun = _NOUNS.get(part.kind, (part.kind,) * 4)[_CASES[case]]
    match part.kind:
        case "operative":
            return f"{noun} {part.numbers[0]}"
        case "section" | "annex":
            return f"{noun} {great(part.numbers)}"
        case "point":
            return f"{noun} {''.join(f'{sign})' for sign in steps(part.numbers))}"
        case _:
            return f"{ordinal(part.numbers[0], case)} {noun}" if part.numbers else noun


GRAMMAR = Grammar(
    place=place,
    quotes=(("«", "»"), ("„", "“"), ("‘", "’")),
    frames={
        "replace": "{in} {old} заменить {with}.",
        "delete": "{in} исключить {cut}.",
        "insert": "{in} после {anchor} включить {put}.",
        "start": "В начало {of} включить {put}.",
        "end": "В конец {of} включить {put}.",
        "reword": "Изложить {acc} в следующей редакции: {words}.",
        "blank": "Исключить текст {of}.",
        "drop": "Исключить {acc}.",
        "add": "После {after} включить {new}: {units}.",
        "add_first": "В состав {of} на первое место включить {new}: {units}.",
        "add_top": "В начало текста включить {new}: {units}.",
        "move": "Перенести {acc} на место после {after}.",
        "move_first": "Перенести {acc} на первое место в составе {of}.",
        "move_top": "Перенести {acc} в начало текста.",
    },
    said={
        "old": ("слово {q}{n}", "слова {q}{n}", "текст {q}{n}", "буквы {q}{n}"),
        "cut": ("слово {q}{n}", "слова {q}{n}", "текст {q}{n}", "буквы {q}{n}"),
        "anchor": ("слова {q}{n}", "слов {q}{n}", "текста {q}{n}", "букв {q}{n}"),
        "with": ("словом {q}", "словами {q}", "текстом {q}", "буквами {q}"),
        "put": ("слово {q}", "слова {q}", "текст {q}", "буквы {q}"),
    },
    nth=" {n} случае",
    ordinal=lambda number: _in(ordinal(number)),
    new={
        "heading": "новый заголовок",
        "preamble": "новый абзац преамбулы",
        "operative": "новый пункт",
        "point": "новый подпункт",
        "section": "новый раздел",
        "annex": "новое приложение",
        "closing": "новый заключительный раздел",
    },
    following="следующее",
    kinds={kind: forms[0] for kind, forms in _NOUNS.items() if kind != "title"},
    below="в его составе:",
    unworded="[текста на этом языке ещё нет]",
    stranger={"in": "в новой части", "of": "новой части", "after": "новой части"},
)
