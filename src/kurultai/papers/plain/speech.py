"""How the paragraphs of an assembly's texts begin and end, in nine languages.

Where the verb stands first (English, Russian, Hungarian) a paragraph is known by its beginning;
in the Turkic languages, where it stands last, by its end. Only what a preambular paragraph or
an operative one has of its own is listed; all in lower case.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kurultai.papers.plain.numerals import ANNEX


@dataclass(frozen=True, slots=True)
class Speech:
    """Beginnings (``_first``) and ends (``_last``) as regular expressions over one word or more."""

    preamble_first: str = r"(?!)"
    preamble_last: str = r"(?!)"
    operative_first: str = r"(?!)"
    operative_last: str = r"(?!)"
    closing_first: str = r"(?!)"
    closing_last: str = r"(?!)"


_ADVERB = (
    r"(?:(?:also|further|again|once\s+again|strongly|solemnly|hereby|therefore|deeply|gravely|"
    r"fully|firmly|particularly|seriously|profoundly|greatly|highly|urgently|moreover|finally|"
    r"accordingly|gratefully|unreservedly|unequivocally|extremely|in\s+particular|"
    r"furthermore|likewise|additionally),?\s+)*"
)
_ENGLISH = Speech(
    preamble_first=_ADVERB
    + r"(?:(?!(?:during|bring|king|spring|nothing|anything|something|everything|meeting)\b)"
    r"[a-z]+ing\b|(?:alarmed|appalled|astonished|concerned|convinced|deprived|"
    r"determined|disturbed|dismayed|distressed|encouraged|grieved|guided|gratified|impressed|"
    r"inspired|outraged|persuaded|preoccupied|saddened|satisfied|shocked|troubled|aware|"
    r"cognizant|conscious|desirous|mindful|indignant|anxious|confident|hopeful|eager|deeming|"
    r"whereas|pursuant\s+to|in\s+accordance\s+with|in\s+pursuance\s+of|in\s+view\s+of|in\s+the\s+"
    r"light\s+of|with\s+a\s+view\s+to|while|considering)\b)",
    operative_first=_ADVERB
    + r"(?:accepts|acknowledges|addresses|admits|adopts|amends|continues|creates|defers|delegates|"
    r"dissolves|empowers|enjoins|grants|it\s+is\s+resolved|lifts|modifies|prohibits|records|"
    r"revokes|sets|strengthens|sympathizes|affirms|agrees|appeals|appoints|appreciates|approves|"
    r"asks|authorizes|authorises|believes|calls|commends|concludes|concurs|condemns|confirms|"
    r"congratulates|considers|decides|declares|demands|denounces|deplores|designates|determines|"
    r"directs|draws|emphasizes|emphasises|encourages|endorses|entrusts|establishes|exhorts|"
    r"expresses|extends|finds|holds|insists|instructs|invites|looks|makes|notes|observes|"
    r"orders|pays|pledges|postpones|proclaims|proposes|reaffirms|recalls|recognizes|recognises|"
    r"recommends|refers|regards|regrets|reiterates|rejects|reminds|renews|repeats|reposes|"
    r"requests|requires|reserves|resolves|salutes|shares|stresses|submits|supports|suspends|"
    r"takes|terminates|thanks|transmits|trusts|underlines|underscores|undertakes|urges|"
    r"warns|welcomes|wishes|suggests|deems|desires)\b",
    closing_first=r"(?:ad[ao]pted\b|approved\s+(?:unanimously|at|by)\b|done\s+(?:at|in)\b|signed\s+(?:at|in)\b|voting:|in\s+favour:|"
    r"against:|abstaining:)",
)
_RUSSIAN = Speech(
    preamble_first=r"(?:(?:вновь|также|далее|глубоко|серьёзно|серьезно|полностью|особо|будучи|"
    r"с\s+удовлетворением|с\s+признательностью|с\s+обеспокоенностью|с\s+озабоченностью|"
    r"с\s+интересом|с\s+глубокой\s+\w+)\s+)*(?:\w+(?:ая|яя|уя|вая|ив|ав|ев|ясь|вшись|ывая)\b|"
    r"учитывая|исходя|имея|будучи|памятуя|руководствуясь|в\s+соответствии|принимая|отдавая|"
    r"\w+(?:ена|ён|ены|ено|ена)\s+обеспокоен\w*|обеспокоенн?\w*|убежд[её]нн?\w*|встревоженн?\w*|"
    r"преисполнен\w*)",
    operative_first=r"(?:(?:также|вновь|далее|настоятельно|решительно|торжественно|особо|"
    r"с\s+удовлетворением)\s+)*(?:постановляет|решает|призывает|просит|рекомендует|предлагает|"
    r"поручает|одобряет|утверждает|приветствует|подтверждает|подч[её]ркивает|отмечает|осуждает|"
    r"требует|выражает|заявляет|провозглашает|поддерживает|принимает|поощряет|обращается|"
    r"напоминает|уполномочивает|настаивает|объявляет|признает|признаёт|благодарит|считает|"
    r"сожалеет|учреждает|назначает|определяет|обязуется|продлевает|ссылается|воздает|воздаёт)\b",
    closing_first=r"(?:принят[аоы]?\b|совершено\b|подписан[оаы]?\b|голосовали\b|за:|против:)",
)
_HUNGARIAN = Speech(
    preamble_first=r"(?:(?:mélyen|ismételten|továbbá|ugyancsak|teljes\s+mértékben|elismeréssel|"
    r"megelégedéssel|aggodalommal|nagyra)\s+)*(?:\w+(?:va|ve)\b|tekintettel|tudatában|figyelemmel|"
    r"\w+\s+véve|szem\s+előtt)",
    operative_first=r"(?:(?:továbbá|ismételten|határozottan|nyomatékosan|ünnepélyesen|egyúttal|"
    r"elismeréssel|megelégedéssel)\s+)*(?:úgy\s+(?:határoz|dönt)|elhatározza|felkéri|felhívja|"
    r"felszólítja|sürgeti|javasolja|ajánlja|üdvözli|elítéli|megerősíti|hangsúlyozza|kéri|kijelenti|"
    r"támogatja|jóváhagyja|elfogadja|ösztönzi|megbízza|felhatalmazza|tudomásul\s+veszi|"
    r"elismeri|kifejezi|követeli|emlékeztet|létrehozza|kinyilvánítja|megállapítja|meghívja)\b",
    closing_first=r"(?:elfogadva\b|elfogadta\b|kelt\b|készült\b|aláírva\b)",
    closing_last=r"(?:elfogadva|elfogadták)",
)
_AZERBAIJANI = Speech(
    preamble_last=r"(?:\w+(?:araq|ərək)|alaraq|edərək|olaraq|əsasən|\w+(?:makla|məklə))",
    operative_last=r"(?:\w+(?:ır|ir|ur|ür)|edir|verir|alır|çağırır|bildirir|tapşırır|dəvət\s+edir)",
    closing_first=r"(?:qəbul\s+edil\w+|imzalan\w+|lehinə|əleyhinə)",
    closing_last=r"(?:qəbul\s+edil(?:di|mişdir|ib)|imzalan(?:dı|mışdır|ıb))",
)
_TURKISH = Speech(
    preamble_last=r"(?:\w+(?:arak|erek)|dikkate\s+alarak|\w+(?:makla|mekle)|uyarınca)",
    operative_last=r"(?:\w+(?:ır|ir|ur|ür|er|ar|maktadır|mektedir)|eder|verir|alır|çağırır|ister)",
    closing_first=r"(?:kabul\s+edil\w+|imzalan\w+|lehte|aleyhte)",
    closing_last=r"(?:kabul\s+edil(?:di|miştir)|imzalan(?:dı|mıştır))",
)
_KAZAKH = Speech(
    preamble_last=r"(?:\w+(?:а|е|й)\s+отырып|\w+(?:ып|іп|п)|сүйене\s+отырып|\w+(?:мен|бен))",
    operative_last=r"(?:\w+(?:ады|еді|йды|йді|ды|ді|сын|сін)|етеді|алады|шақырады|тапсырады)",
    closing_first=r"(?:қабылдан\w+|қол\s+қойыл\w+)",
    closing_last=r"(?:қабылдан(?:ды|ған)|қол\s+қойыл(?:ды|ған))",
)
_KYRGYZ = Speech(
    preamble_last=r"(?:\w+(?:ып|ип|уп|үп|п)|эске\s+алып|\w+(?:уу|үү)\s+менен)",
    operative_last=r"(?:\w+(?:ат|ет|от|өт|йт|сын|син)|кылат|берет|чакырат|тапшырат)",
    closing_first=r"(?:кабыл\s+алын\w+|кол\s+коюл\w+)",
    closing_last=r"(?:кабыл\s+алын(?:ды|ган)|кол\s+коюл(?:ду|ган))",
)
_UZBEK = Speech(
    preamble_last=r"(?:\w+(?:ib|ab|gan\s+holda|moqda)|hisobga\s+olib|asosan|muvofiq)",
    operative_last=r"(?:\w+(?:adi|ydi|sin)|qiladi|beradi|chaqiradi|topshiradi)",
    closing_first=r"(?:qabul\s+qilin\w+|imzolan\w+)",
    closing_last=r"(?:qabul\s+qilin(?:di|gan)|imzolan(?:di|gan))",
)
_TURKMEN = Speech(
    preamble_last=r"(?:\w+(?:yp|ip|up|üp|p)|göz\s+öňünde\s+tutup|laýyklykda)",
    operative_last=r"(?:\w+(?:ýar|ýär|syn|sin)|edýär|berýär|çagyrýar|tabşyrýar)",
    closing_first=r"(?:kabul\s+edil\w+|gol\s+çekil\w+)",
    closing_last=r"(?:kabul\s+edil(?:di|en)|gol\s+çekil(?:di|en))",
)
_SPEECHES: Mapping[str, Speech] = {
    "az": _AZERBAIJANI,
    "en": _ENGLISH,
    "hu": _HUNGARIAN,
    "kk": _KAZAKH,
    "ky": _KYRGYZ,
    "ru": _RUSSIAN,
    "tk": _TURKMEN,
    "tr": _TURKISH,
    "uz": _UZBEK,
}
# The body that speaks, in the nominative, at the end of the opening formula.
BODIES = re.compile(
    r"(?:assembly|assembl[eé]e|council|committee|commission|conference|parliament|"
    r"ассамблея|совет|комитет|комиссия|конференция|assambleyası|assambleýasy|assambleyasi|"
    r"asamble(?:si)?|ассамблеясы|ассамблеяси|meclisi?|məclisi?|şurası?|konseyi?|komitesi?|komissiyası?|"
    r"кеңесі?|кеңеши?|кеңес|комитеті|комитети|комиссиясы|keňeşi|komiteti|kengashi|qoʻmitasi|qo'mitasi|"
    r"tanács|közgyűlés|bizottság|konferencia),?\Z",
    re.IGNORECASE,
)
_LEAD = r"\A[\s\"“«„*_]*"
_TAIL = r"[\s\"”»*_]*[,;:.…]?[\s\"”»*_]*\Z"


@dataclass(frozen=True, slots=True)
class Tongue:
    """What a paragraph of one language is, by its words."""

    preamble: re.Pattern[str]
    operative: re.Pattern[str]
    closing: re.Pattern[str]
    annex: re.Pattern[str]
    starts_preamble: re.Pattern[str]  # by its beginning alone
    starts_operative: re.Pattern[str]
    starts_closing: re.Pattern[str]


def _either(first: str, last: str) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}(?:{first})|(?<!\w)(?:{last}){_TAIL}", re.IGNORECASE)


def _starting(first: str) -> re.Pattern[str]:
    return re.compile(rf"{_LEAD}(?:{first})", re.IGNORECASE)


def _annex(word: str) -> re.Pattern[str]:
    """As "Annex", "Annex II", "II əlavə", "2. melléklet", "1-қосымша": alone, or before a title."""
    number = r"(?:[IVXLC]+|[0-9]+)(?:\.[0-9]+)?"
    return re.compile(
        rf"\A(?:(?:{word}|Annex|Appendix)(?:\s+№?\s*(?:{number}|[A-Z]))?|{number}\s*[.-]?\s*{word})"
        r"[.:]?(?=\s|\Z)",
        re.IGNORECASE,
    )


def _tongue(language: str, speech: Speech) -> Tongue:
    return Tongue(
        preamble=_either(speech.preamble_first, speech.preamble_last),
        operative=_either(speech.operative_first, speech.operative_last),
        closing=_either(speech.closing_first, speech.closing_last),
        starts_preamble=_starting(speech.preamble_first),
        starts_operative=_starting(speech.operative_first),
        starts_closing=_starting(speech.closing_first),
        annex=_annex(ANNEX[language]),
    )


TONGUES: Mapping[str, Tongue] = {
    language: _tongue(language, speech) for language, speech in _SPEECHES.items()
}


def tongue(language: str) -> Tongue:
    """The tables of a language; of English for one that has none."""
    return TONGUES.get(language, TONGUES["en"])
