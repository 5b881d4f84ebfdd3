"""The verbs of Uzbek texts: asking, taking note, and what is to be done."""

from kurultai.language.undertakings.verbs import Verbs

UZBEK = Verbs(
    language="uz",
    asks=(
        "chaqir(adi|amiz|iladi)",
        "murojaat (qil|et)",
        "taklif (qil|et)",
        "sora(ydi|ymiz|ladi)",
        "talab qil",
        "tavsiya (qil|et)",
        "topshir",
        "yukla(ydi|tiladi|nadi)",
        "iltimos qil",
        "undaydi",
        "ragbatlantir",
        "qaror qil",
        "majburiyat",
        "zimmasiga",
    ),
    rests=(
        "olqishla",
        "qutla",
        "mamnun",
        "qayd (et|qil)",
        "etiborga ol",
        "eslat",
        "esga ol",
        "tasdiqla",
        "takidla",
        "qorala",
        "minnatdor",
        "tashakkur",
        "qollab-quvvatla",
        "tabrikla",
        "tashvish",
        "xotirlat",
        "afsus",
    ),
    office=("kotibiyat(ga|ni|dan|iga|ini|idan)$", "bosh kotib(ga|ni|dan)$"),
    subject=("kotibiyat", "bosh kotib"),
    actions={
        "model_law": ("model(li)? qonun", "namunaviy qonun"),
        "harmonise": (
            "(qonun|qonunchilik) .. (uygunlashtir|yaqinlashtir|muvofiqlashtir)",
            "uygunlashtir",
        ),
        "legislate": (
            "(qonun|qonunchilik) .. (qabul|ishlab|ozgart|ozgarish|takomil|kirit|tayyorla)",
            "(konvensiya|bitim|protokol) .. ratifikatsiya",
        ),
        "declare": ("qoshma (bayonot|deklaratsiya)",),
        "coordinate": (
            "(pozitsiya|nuqtai|mavqe|ovoz) .. (muvofiqlashtir|kelish)",
            "(umumiy|yagona|birgalikdagi) (pozitsiya|mavqe)",
        ),
        "exercise": (
            "(qoshma|harbiy|birgalikda) .. (mashq|mashgulot|oquv|manyovr)",
            "oquv-mashg",
            "harbiy mashq",
        ),
        "exchange": (
            "(tajriba|ekspert|mutaxassis|delegatsiya|talaba) .. (almash|bolish)",
            "ozaro tashrif",
        ),
        "share": ("(axborot|malumot|razvedka) .. (almash|bolish)",),
        "budget": (
            "(byudjet|mablag|moliya) .. (ajrat|taminla|oshir|kopaytir)",
            "moliyaviy (yordam|qollab|hissa)",
            "moliyalashtir",
        ),
        "convene": (
            "(yigilish|majlis|konferensiya|forum|seminar|uchrashuv|kengash) .. (otkaz|tashkil)",
        ),
        "report": ("hisobot", "hisob ber", "(axborot|malumot) (ber|taqdim)", "xabardor"),
        "study": ("organ(ish|ib|adi|sin)", "tadqiq", "tahlil", "tekshir", "korib chiq"),
    },
)
