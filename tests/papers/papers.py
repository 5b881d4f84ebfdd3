"""Papers for the tests of formats: any text as one, and a resolution with all there can be."""

from kurultai.papers.paper import Paper, PaperAmendment, Remark
from kurultai.texts.change import Add, Change, Drop, Edit, Move
from kurultai.texts.unit import Unit

AZERBAIJAN = {"en": "Azerbaijan", "kk": "Әзербайжан"}
HUNGARY = {"en": "Hungary"}
KAZAKHSTAN = {"en": "Kazakhstan", "kk": "Қазақстан"}
TURKIYE = {"en": "Türkiye", "kk": "Түркия"}


def said(en: str, kk: str = "") -> dict[str, str]:
    """The wording in English, and in Kazakh if there is one."""
    return {"en": en, "kk": kk} if kk else {"en": en}


UNITS = (
    Unit("title", "heading", said("On early warning", "Ерте ескерту туралы")),
    Unit("recalling", "preamble", said("Recalling its declaration,", "Декларацияны еске ала,")),
    Unit("concerned", "preamble", said("Concerned at the loss of life,", "Алаңдап,")),
    Unit(
        "warning",
        "section",
        said("Early warning", "Ерте ескерту"),
        (
            Unit(
                "network",
                "operative",
                said("Calls upon the Governments to connect their services:", "Мүше мемлекеттер:"),
                (
                    Unit(
                        "quakes",
                        "point",
                        said("within one hour for earthquakes:", "бір сағат ішінде:"),
                        (
                            Unit("strong", "point", said("of magnitude 5;", "магнитудасы 5;")),
                            Unit("border", "point", said("in border regions;")),
                        ),
                    ),
                    Unit("floods", "point", said("within six hours for floods;", "алты сағат;")),
                ),
            ),
            Unit("report", "operative", said("Requests a report every year;", "Есеп сұрайды;")),
        ),
    ),
    Unit(
        "assistance",
        "section",
        said("Assistance", "Көмек"),
        (
            Unit("teams", "operative", said("Recommends three rescue teams;", "Үш топ;")),
            Unit("return", "operative", said("Decides to return to the matter.", "Оралады.")),
        ),
    ),
    Unit(
        "data",
        "annex",
        said("Observations", "Бақылаулар"),
        (
            Unit("seismic", "operative", said("Stations transmit time and place.", "Уақыт.")),
            Unit("gauges", "operative", said("Gauges transmit levels.", "Деңгей.")),
        ),
    ),
    Unit("costs", "annex", said("Costs"), (Unit("own", "operative", said("Each bears its own.")),)),
    Unit("done", "closing", said("Turkistan, 12 June 2026", "Түркістан")),
)


def replaced(unit: str, words: str, old: str, new: str, language: str = "en") -> Edit:
    """The edit that replaces some of a unit's words."""
    start = words.index(old)
    return Edit(unit, language, start, start + len(old), new)


def amendment(
    number: int, sponsor: dict[str, str], *changes: Change, state: str = "tabled"
) -> PaperAmendment:
    """An amendment of one sponsor, tabled on the day of its number."""
    label, on = str(number), f"2026-05-{number:02}"
    return PaperAmendment(
        f"amendment:{label}", label, (sponsor,), "en", changes, {"en": "A reason."}, state, on
    )


NETWORK = "Calls upon the Governments to connect their services:"
AMENDMENTS = (
    amendment(1, AZERBAIJAN, replaced("network", NETWORK, "Calls upon", "Urges")),
    amendment(
        2,
        KAZAKHSTAN,
        replaced("report", "Requests a report every year;", "every year", "twice a year"),
        Add(
            "warning",
            "report",
            (
                Unit(
                    "host",
                    "operative",
                    said("Welcomes the offer to host the centre"),
                    (Unit("almaty", "point", said("in Almaty;")),),
                ),
            ),
        ),
    ),
    amendment(3, TURKIYE, Drop("concerned"), Move("teams", "assistance", "return")),
    amendment(4, HUNGARY, replaced("network", NETWORK, "Calls upon the", "Invites all")),
    amendment(5, HUNGARY, replaced("teams", "Recommends three rescue teams;", "three", "five")),
)


def paper(
    units: tuple[Unit, ...],
    amendments: tuple[PaperAmendment, ...] = (),
    remarks: tuple[Remark, ...] = (),
) -> Paper:
    """A text as a paper of an assembly."""
    return Paper(
        document="document:warning",
        assembly="assembly:steppe",
        assembly_names={"en": "Assembly of the Steppe", "kk": "Дала ассамблеясы"},
        kind="recommendation",
        symbol="DEF/3/L.2",
        names={"en": "On early warning", "kk": "Ерте ескерту туралы"},
        units=units,
        standings={"en": "authentic", "kk": "translation"},
        state="adopted",
        on="2026-06-12",
        version=17,
        tabled_by=(KAZAKHSTAN,),
        meeting={"en": "Third meeting"},
        place={"en": "Turkistan"},
        amendments=amendments,
        remarks=remarks,
        decision={"en": "Adopted by consensus."},
    )


RESOLUTION = paper(
    UNITS,
    AMENDMENTS,
    (
        Remark("reservation", AZERBAIJAN, {"en": "Not bound by the time limit."}, "network"),
        Remark("explanation", TURKIYE, {"en": "Each bears its own costs."}),
    ),
)


def worded(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The same tree; a wording that is empty is not there, as in the algebra of texts."""
    return tuple(
        Unit(
            unit.unit,
            unit.kind,
            {language: words for language, words in unit.words.items() if words},
            worded(unit.below),
        )
        for unit in units
    )
