"""Hungarian. The article before a figure or a quotation follows the sound that comes next."""

from kurultai.language.instructions.grammar import Case, Chain, Grammar, Part, great, steps

_CASES = {"nom": 0, "of": 0, "after": 0, "acc": 1, "in": 2}
_NOUNS = {  # each alone and as a part of something
    "operative": ("bekezdés|bekezdést|bekezdésben", "bekezdése|bekezdését|bekezdésében"),
    "preamble": (
        "preambulumbekezdés|preambulumbekezdést|preambulumbekezdésben",
        "preambulumbekezdése|preambulumbekezdését|preambulumbekezdésében",
    ),
    "point": ("pont|pontot|pontban", "pontja|pontját|pontjában"),
    "section": ("szakasz|szakaszt|szakaszban", "szakasza|szakaszát|szakaszában"),
    "annex": ("melléklet|mellékletet|mellékletben", "melléklete|mellékletét|mellékletében"),
    "heading": ("alcím|alcímet|alcímben", "alcíme|alcímét|alcímében"),
    "title": ("cím|címet|címben", "címe|címét|címében"),
    "closing": ("záró rész|záró részt|záró részben", "záró része|záró részét|záró részében"),
}
_LETTERS = frozenset("aeiouflmnrsxyáéíóöőúüű")  # named with a vowel: ef, el, em ...
_VOWELS = frozenset("aeiouáéíóöőúüű")
_ONE, _FIVE, _THOUSANDS = "1", "5", (1, 4, 7)  # egy, ezer, egymillió; öt, ötven, ötszáz


def article(text: str) -> str:
    """The article before that text."""
    word = text.lstrip("„»‘(")
    if word[:1].isdigit():
        return "az" if _figure_in_vowel(word) else "a"
    if word[:1].isalpha() and not word[1:2].isalpha():
        return "az" if word[0].lower() in _LETTERS else "a"
    return "az" if word[:1].lower() in _VOWELS else "a"


def _figure_in_vowel(word: str) -> bool:
    digits = word[: next((at for at, sign in enumerate(word) if not sign.isdigit()), len(word))]
    return digits[0] == _FIVE or (digits[0] == _ONE and len(digits) in _THOUSANDS)


def place(chain: Chain, case: Case) -> str:
    """The place from the outermost part: az I. melléklet 4. bekezdés a) pontja."""
    parts = [_part(part, "nom", 0) for part in chain[:-1]]
    parts.append(_part(chain[-1], case, int(len(chain) > 1)))
    said = " ".join(parts)
    return f"{_article(chain[0], said)} {said}"


def _article(part: Part, said: str) -> str:
    if part.kind in ("section", "annex"):
        return article(str(part.numbers[0]))
    return article(said)


def _part(part: Part, case: Case, owned: int) -> str:
    forms = _NOUNS.get(part.kind, (f"{part.kind}|{part.kind}|{part.kind}",) * 2)
    noun = forms[owned].split("|")[_CASES[case]]
    match part.kind:
        case "section" | "annex":
            return f"{great(part.numbers)}. {noun}"
        case "point":
            return f"{''.join(f'{sign})' for sign in steps(part.numbers))} {noun}"
        case _:
            return f"{part.numbers[0]}. {noun}" if part.numbers else noun


GRAMMAR = Grammar(
    place=place,
    quotes=(("„", "”"), ("»", "«"), ("‘", "’")),
    frames={
        "replace": "{in} {old} helyébe {with}.",
        "delete": "{in} {cut} el kell hagyni.",
        "insert": "{in} {anchor} után {put} kell beilleszteni.",
        "start": "{of} elejére {put} kell beilleszteni.",
        "end": "{of} végére {put} kell beilleszteni.",
        "reword": "{of} szövege helyébe a következő lép: {words}.",
        "blank": "{of} szövegét el kell hagyni.",
        "drop": "{acc} el kell hagyni.",
        "add": "{after} után {new} kell beilleszteni: {units}.",
        "add_first": "{of} alá első helyre {new} kell beilleszteni: {units}.",
        "add_top": "A szöveg elejére {new} kell beilleszteni: {units}.",
        "move": "{acc} {after} utáni helyre kell áthelyezni.",
        "move_first": "{acc} {of} alá az első helyre kell áthelyezni.",
        "move_top": "{acc} a szöveg elejére kell áthelyezni.",
    },
    said={
        "old": (
            "{a} {n}{q} szó",
            "{a} {n}{q} szavak",
            "{a} {n}{q} szövegrész",
            "{a} {n}{q} betűk",
        ),
        "cut": (
            "{a} {n}{q} szót",
            "{a} {n}{q} szavakat",
            "{a} {n}{q} szövegrészt",
            "{a} {n}{q} betűket",
        ),
        "anchor": (
            "{a} {n}{q} szó",
            "{a} {n}{q} szavak",
            "{a} {n}{q} szövegrész",
            "{a} {n}{q} betűk",
        ),
        "with": (
            "{a} {q} szó lép",
            "{a} {q} szavak lépnek",
            "{a} {q} szöveg lép",
            "{a} {q} betűk lépnek",
        ),
        "put": (
            "{a} {q} szót",
            "{a} {q} szavakat",
            "{a} {q} szöveget",
            "{a} {q} betűket",
        ),
    },
    nth="{n} helyen szereplő ",
    ordinal=lambda number: f"{number}.",
    new={
        "heading": "új alcímet",
        "preamble": "új preambulumbekezdést",
        "operative": "új bekezdést",
        "point": "új pontot",
        "section": "új szakaszt",
        "annex": "új mellékletet",
        "closing": "új záró részt",
    },
    following="a következőket",
    kinds={kind: forms[0].split("|")[0] for kind, forms in _NOUNS.items() if kind != "title"},
    below="alatta:",
    unworded="[ezen a nyelven még nincs szövege]",
    stranger={"in": "az új részben", "of": "az új rész", "after": "az új rész"},
    article=article,
)
