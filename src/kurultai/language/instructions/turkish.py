"""Turkish."""

from kurultai.language.instructions import turkic
from kurultai.language.instructions.grammar import Grammar

_HEADING = ("başlık|başlığın|başlıkta|başlıktan", "başlığı|başlığının|başlığında|başlığından")
_GIRIS = "giriş paragrafı|giriş paragrafının|giriş paragrafında|giriş paragrafından"
_CLOSING = "kapanış bölümü|kapanış bölümünün|kapanış bölümünde|kapanış bölümünden"
_NOUNS = {
    "operative": (
        "paragraf|paragrafın|paragrafta|paragraftan",
        "paragrafı|paragrafının|paragrafında|paragrafından",
    ),
    "preamble": (_GIRIS, _GIRIS),
    "point": ("bent|bendin|bentte|bentten", "bendi|bendinin|bendinde|bendinden"),
    "section": ("bölüm|bölümün|bölümde|bölümden", "bölümü|bölümünün|bölümünde|bölümünden"),
    "annex": ("ek|ekin|ekte|ekten", "eki|ekinin|ekinde|ekinden"),
    "heading": _HEADING,
    "title": _HEADING,
    "closing": (_CLOSING, _CLOSING),
}
_WORDS = ("{n}{q} sözü", "{n}{q} sözleri", "{n}{q} ifadesi", "{n}{q} harfleri")

GRAMMAR = Grammar(
    place=turkic.Places(_NOUNS, "{}. ".format, "{}. "),
    quotes=(("“", "”"), ("‘", "’"), ("«", "»")),
    frames={
        "replace": "{in} {old} {with} değiştirilsin.",
        "delete": "{in} {cut} çıkarılsın.",
        "insert": "{in} {anchor} sonra {put} eklensin.",
        "start": "{of} başına {put} eklensin.",
        "end": "{of} sonuna {put} eklensin.",
        "reword": "{of} metni şöyle değiştirilsin: {words}.",
        "blank": "{of} metni çıkarılsın.",
        "drop": "{acc} çıkarılsın.",
        "add": "{after} sonra {new} eklensin: {units}.",
        "add_first": "{of} altında ilk sıraya {new} eklensin: {units}.",
        "add_top": "Metnin başına {new} eklensin: {units}.",
        "move": "{acc} {after} sonraki yere alınsın.",
        "move_first": "{acc} {of} altında ilk sıraya alınsın.",
        "move_top": "{acc} metnin başına alınsın.",
    },
    said={
        "old": _WORDS,
        "cut": _WORDS,
        "anchor": (
            "{n}{q} sözünden",
            "{n}{q} sözlerinden",
            "{n}{q} ifadesinden",
            "{n}{q} harflerinden",
        ),
        "with": ("{q} sözüyle", "{q} sözleriyle", "{q} ifadesiyle", "{q} harfleriyle"),
        "put": ("{q} sözü", "{q} sözleri", "{q} ifadesi", "{q} harfleri"),
    },
    nth="{n} kez geçen ",
    ordinal=lambda number: f"{number}.",
    new=turkic.new(_NOUNS, "yeni bir"),
    following="şunlar",
    kinds=turkic.kinds(_NOUNS),
    below="altında:",
    unworded="[bu dilde henüz metni yok]",
    stranger={"of": "yeni bölümün", "in": "yeni bölümde", "after": "yeni bölümden"},
)
