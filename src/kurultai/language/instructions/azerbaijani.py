"""Azerbaijani."""

from kurultai.language.instructions import turkic
from kurultai.language.instructions.grammar import Grammar
from kurultai.language.ordinals import ordinal

_HEADING = ("başlıq|başlığın|başlıqda|başlıqdan", "başlığı|başlığının|başlığında|başlığından")
_PREAMBLE = "preambula abzası|preambula abzasının|preambula abzasında|preambula abzasından"
_NOUNS = {
    "operative": ("bənd|bəndin|bənddə|bənddən", "bəndi|bəndinin|bəndində|bəndindən"),
    "preamble": (_PREAMBLE, _PREAMBLE),
    "point": (
        "yarımbənd|yarımbəndin|yarımbənddə|yarımbənddən",
        "yarımbəndi|yarımbəndinin|yarımbəndində|yarımbəndindən",
    ),
    "section": ("bölmə|bölmənin|bölmədə|bölmədən", "bölməsi|bölməsinin|bölməsində|bölməsindən"),
    "annex": ("əlavə|əlavənin|əlavədə|əlavədən", "əlavəsi|əlavəsinin|əlavəsində|əlavəsindən"),
    "heading": _HEADING,
    "title": _HEADING,
    "closing": (
        "yekun hissə|yekun hissənin|yekun hissədə|yekun hissədən",
        "yekun hissəsi|yekun hissəsinin|yekun hissəsində|yekun hissəsindən",
    ),
}
_WORDS = ("{n}{q} sözü", "{n}{q} sözləri", "{n}{q} ifadəsi", "{n}{q} hərfləri")


def _nth(number: int) -> str:
    return ordinal(number, "az")


GRAMMAR = Grammar(
    place=turkic.Places(_NOUNS, lambda number: f"{_nth(number)} "),
    quotes=(("«", "»"), ("“", "”"), ("‘", "’")),
    frames={
        "replace": "{in} {old} {with} əvəz edilsin.",
        "delete": "{in} {cut} çıxarılsın.",
        "insert": "{in} {anchor} sonra {put} əlavə edilsin.",
        "start": "{of} əvvəlinə {put} əlavə edilsin.",
        "end": "{of} sonuna {put} əlavə edilsin.",
        "reword": "{of} mətni bu şəkildə verilsin: {words}.",
        "blank": "{of} mətni çıxarılsın.",
        "drop": "{acc} çıxarılsın.",
        "add": "{after} sonra {new} əlavə edilsin: {units}.",
        "add_first": "{of} altında birinci yerə {new} əlavə edilsin: {units}.",
        "add_top": "Mətnin əvvəlinə {new} əlavə edilsin: {units}.",
        "move": "{acc} {after} sonrakı yerə keçirilsin.",
        "move_first": "{acc} {of} altında birinci yerə keçirilsin.",
        "move_top": "{acc} mətnin əvvəlinə keçirilsin.",
    },
    said={
        "old": _WORDS,
        "cut": _WORDS,
        "anchor": (
            "{n}{q} sözündən",
            "{n}{q} sözlərindən",
            "{n}{q} ifadəsindən",
            "{n}{q} hərflərindən",
        ),
        "with": ("{q} sözü ilə", "{q} sözləri ilə", "{q} ifadəsi ilə", "{q} hərfləri ilə"),
        "put": ("{q} sözü", "{q} sözləri", "{q} ifadəsi", "{q} hərfləri"),
    },
    nth="{n} dəfə işlədilən ",
    ordinal=_nth,
    new=turkic.new(_NOUNS, "yeni"),
    following="bunlar",
    kinds=turkic.kinds(_NOUNS),
    below="altında:",
    unworded="[bu dildə hələ mətni yoxdur]",
    stranger={"of": "yeni hissənin", "in": "yeni hissədə", "after": "yeni hissədən"},
)
