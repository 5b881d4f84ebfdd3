"""The nine languages of the interface, in the order in which they are offered."""

LANGUAGES = ("az", "kk", "ky", "tr", "uz", "tk", "hu", "ru", "en")

ENDONYMS = {
    "az": "Azərbaycanca",
    "kk": "Қазақша",
    "ky": "Кыргызча",
    "tr": "Türkçe",
    "uz": "Oʻzbekcha",
    "tk": "Türkmençe",
    "hu": "Magyar",
    "ru": "Русский",
    "en": "English",
}
