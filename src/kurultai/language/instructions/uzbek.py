"""Uzbek."""

from kurultai.language.instructions import turkic
from kurultai.language.instructions.grammar import Grammar

_HEADING = (
    "sarlavha|sarlavhaning|sarlavhada|sarlavhadan",
    "sarlavhasi|sarlavhasining|sarlavhasida|sarlavhasidan",
)
_XATBOSHI = "xatboshisi|xatboshisining|xatboshisida|xatboshisidan"
_NOUNS = {
    "operative": ("band|bandning|bandda|banddan", "bandi|bandining|bandida|bandidan"),
    "preamble": (_XATBOSHI, _XATBOSHI),
    "point": (
        "kichik band|kichik bandning|kichik bandda|kichik banddan",
        "kichik bandi|kichik bandining|kichik bandida|kichik bandidan",
    ),
    "section": (
        "boʻlim|boʻlimning|boʻlimda|boʻlimdan",
        "boʻlimi|boʻlimining|boʻlimida|boʻlimidan",
    ),
    "annex": ("ilova|ilovaning|ilovada|ilovadan", "ilovasi|ilovasining|ilovasida|ilovasidan"),
    "heading": _HEADING,
    "title": _HEADING,
    "closing": (
        "yakuniy qism|yakuniy qismning|yakuniy qismda|yakuniy qismdan",
        "yakuniy qismi|yakuniy qismining|yakuniy qismida|yakuniy qismidan",
    ),
}
_WORDS = ("{n}{q} soʻzi", "{n}{q} soʻzlari", "{n}{q} matni", "{n}{q} harflari")
_NAMES = {"preamble": "muqaddima xatboshisi"}

GRAMMAR = Grammar(
    place=turkic.Places(_NOUNS, "{}-".format, preamble=("muqaddimaning ", "muqaddimasining ")),
    quotes=(("“", "”"), ("‘", "’"), ("«", "»")),
    frames={
        "replace": "{in} {old} {with} bilan almashtirilsin.",
        "delete": "{in} {cut} chiqarib tashlansin.",
        "insert": "{in} {anchor} keyin {put} qoʻshilsin.",
        "start": "{of} boshiga {put} qoʻshilsin.",
        "end": "{of} oxiriga {put} qoʻshilsin.",
        "reword": "{of} matni quyidagi tahrirda bayon etilsin: {words}.",
        "blank": "{of} matni chiqarib tashlansin.",
        "drop": "{acc} chiqarib tashlansin.",
        "add": "{after} keyin {new} qoʻshilsin: {units}.",
        "add_first": "{of} ostiga birinchi oʻringa {new} qoʻshilsin: {units}.",
        "add_top": "Matnning boshiga {new} qoʻshilsin: {units}.",
        "move": "{acc} {after} keyingi oʻringa koʻchirilsin.",
        "move_first": "{acc} {of} ostiga birinchi oʻringa koʻchirilsin.",
        "move_top": "{acc} matnning boshiga koʻchirilsin.",
    },
    said={
        "old": _WORDS,
        "cut": _WORDS,
        "anchor": (
            "{n}{q} soʻzidan",
            "{n}{q} soʻzlaridan",
            "{n}{q} matnidan",
            "{n}{q} harflaridan",
        ),
        "with": ("{q} soʻzi", "{q} soʻzlari", "{q} matni", "{q} harflari"),
        "put": ("{q} soʻzi", "{q} soʻzlari", "{q} matni", "{q} harflari"),
    },
    nth="{n}marta uchragan ",
    ordinal=lambda number: f"{number}-",
    new={**turkic.new(_NOUNS, "yangi"), "preamble": "muqaddimaning yangi xatboshisi"},
    following="quyidagilar",
    kinds=turkic.kinds(_NOUNS) | _NAMES,
    below="ostida:",
    unworded="[bu tilda hali matni yoʻq]",
    stranger={"of": "yangi qismning", "in": "yangi qismda", "after": "yangi qismdan"},
)
