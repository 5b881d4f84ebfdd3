"""Turkmen."""

from kurultai.language.instructions import turkic
from kurultai.language.instructions.grammar import Grammar
from kurultai.language.ordinals import ordinal

_HEADING = (
    "sözbaşy|sözbaşynyň|sözbaşyda|sözbaşydan",
    "sözbaşysy|sözbaşysynyň|sözbaşysynda|sözbaşysyndan",
)
_GIRIS = "giriş abzasy|giriş abzasynyň|giriş abzasynda|giriş abzasyndan"
_NOUNS = {
    "operative": ("bent|bendiň|bentde|bentden", "bendi|bendiniň|bendinde|bendinden"),
    "preamble": (_GIRIS, _GIRIS),
    "point": (
        "kiçi bent|kiçi bendiň|kiçi bentde|kiçi bentden",
        "kiçi bendi|kiçi bendiniň|kiçi bendinde|kiçi bendinden",
    ),
    "section": ("bölüm|bölümiň|bölümde|bölümden", "bölümi|bölüminiň|bölüminde|bölüminden"),
    "annex": (
        "goşundy|goşundynyň|goşundyda|goşundydan",
        "goşundysy|goşundysynyň|goşundysynda|goşundysyndan",
    ),
    "heading": _HEADING,
    "title": _HEADING,
    "closing": (
        "jemleýji bölek|jemleýji bölegiň|jemleýji bölekde|jemleýji bölekden",
        "jemleýji bölegi|jemleýji böleginiň|jemleýji böleginde|jemleýji böleginden",
    ),
}
_WORDS = ("{n}{q} sözi", "{n}{q} sözleri", "{n}{q} teksti", "{n}{q} harplary")


def _nth(number: int) -> str:
    return ordinal(number, "tk")


GRAMMAR = Grammar(
    place=turkic.Places(_NOUNS, lambda number: f"{_nth(number)} "),
    quotes=(("“", "”"), ("‘", "’"), ("«", "»")),
    frames={
        "replace": "{in} {old} {with} bilen çalşyrylsyn.",
        "delete": "{in} {cut} aýrylsyn.",
        "insert": "{in} {anchor} soň {put} goşulsyn.",
        "start": "{of} başyna {put} goşulsyn.",
        "end": "{of} ahyryna {put} goşulsyn.",
        "reword": "{of} teksti şu görnüşde beýan edilsin: {words}.",
        "blank": "{of} teksti aýrylsyn.",
        "drop": "{acc} aýrylsyn.",
        "add": "{after} soň {new} goşulsyn: {units}.",
        "add_first": "{of} aşagyna birinji orna {new} goşulsyn: {units}.",
        "add_top": "Tekstiň başyna {new} goşulsyn: {units}.",
        "move": "{acc} {after} soňky orna geçirilsin.",
        "move_first": "{acc} {of} aşagyna birinji orna geçirilsin.",
        "move_top": "{acc} tekstiň başyna geçirilsin.",
    },
    said={
        "old": _WORDS,
        "cut": _WORDS,
        "anchor": (
            "{n}{q} sözünden",
            "{n}{q} sözlerinden",
            "{n}{q} tekstinden",
            "{n}{q} harplaryndan",
        ),
        "with": ("{q} sözi", "{q} sözleri", "{q} teksti", "{q} harplary"),
        "put": ("{q} sözi", "{q} sözleri", "{q} teksti", "{q} harplary"),
    },
    nth="{n} gezek gelýän ",
    ordinal=_nth,
    new=turkic.new(_NOUNS, "täze"),
    following="şular",
    kinds=turkic.kinds(_NOUNS),
    below="aşagynda:",
    unworded="[bu dilde entek teksti ýok]",
    stranger={"of": "täze bölegiň", "in": "täze bölekde", "after": "täze bölekden"},
)
