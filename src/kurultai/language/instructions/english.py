"""English."""

from kurultai.language.instructions.grammar import Case, Chain, Grammar, Part, great, steps
from kurultai.language.ordinals import ordinal

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)


def nth(number: int) -> str:
    """The number as an ordinal: in words up to the twelfth."""
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else ordinal(number, "en")


def place(chain: Chain, case: Case) -> str:  # noqa: ARG001 - English has no cases
    """The place from the outermost part: annex I, paragraph 4 (a)."""
    if chain[-1].kind == "title" and len(chain) > 1:
        return f"the title of {place(chain[:-1], 'nom')}"
    said = ""
    for before, part in zip((None, *chain), chain, strict=False):
        if before is None:
            said = _part(part)
        elif part.kind == "point" and before.kind == "operative":
            said += " " + "".join(f"({sign})" for sign in steps(part.numbers))
        else:
            said += ", " + _part(part)
    return said


def _part(part: Part) -> str:
    match part.kind:
        case "operative":
            return f"paragraph {part.numbers[0]}"
        case "preamble":
            return f"the {nth(part.numbers[0])} preambular paragraph"
        case "point":
            return "point " + "".join(f"({sign})" for sign in steps(part.numbers))
        case "section" | "annex":
            return f"{part.kind} {great(part.numbers)}"
        case "heading":
            return f"the {nth(part.numbers[0])} heading" if part.numbers else "the heading"
        case "closing":
            return (
                f"the {nth(part.numbers[0])} closing part" if part.numbers else "the closing part"
            )
        case _:
            return "the title" if part.kind == "title" else f"the {part.kind}"


_WORDS = ("{n}the word {q}", "{n}the words {q}", "{n}{q}", "{n}the letters {q}")
_PUT = ("the word {q}", "the words {q}", "{q}", "the letters {q}")

GRAMMAR = Grammar(
    place=place,
    quotes=(("“", "”"), ("‘", "’"), ("«", "»")),
    frames={
        "replace": "In {in}, replace {old} with {with}.",
        "delete": "In {in}, delete {cut}.",
        "insert": "In {in}, after {anchor}, insert {put}.",
        "start": "At the beginning of {of}, insert {put}.",
        "end": "At the end of {of}, insert {put}.",
        "reword": "Replace the wording of {of} with: {words}.",
        "blank": "Delete the wording of {of}.",
        "drop": "Delete {acc}.",
        "add": "After {after}, insert {new}: {units}.",
        "add_first": "In the first place under {of}, insert {new}: {units}.",
        "add_top": "At the beginning of the text, insert {new}: {units}.",
        "move": "Move {acc} to the place after {after}.",
        "move_first": "Move {acc} to the first place under {of}.",
        "move_top": "Move {acc} to the beginning of the text.",
    },
    said={
        "old": _WORDS,
        "cut": _WORDS,
        "anchor": _WORDS,
        "with": ("{q}", "{q}", "{q}", "{q}"),
        "put": _PUT,
    },
    nth="the {n} occurrence of ",
    ordinal=nth,
    new={
        "heading": "a new heading",
        "preamble": "a new preambular paragraph",
        "operative": "a new paragraph",
        "point": "a new point",
        "section": "a new section",
        "annex": "a new annex",
        "closing": "a new closing part",
    },
    following="the following",
    kinds={
        "heading": "heading",
        "preamble": "preambular paragraph",
        "operative": "paragraph",
        "point": "point",
        "section": "section",
        "annex": "annex",
        "closing": "closing part",
    },
    below="with, below it,",
    unworded="[no wording in this language yet]",
    stranger={"in": "the new unit", "of": "the new unit", "after": "the new unit"},
)
