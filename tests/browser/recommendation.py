"""A recommendation in six languages, as a clerk would paste it, and what is proposed to it."""

TITLES = {
    "en": "Recommendation on joint cybersecurity exercises",
    "tr": "Ortak siber güvenlik tatbikatlarına ilişkin tavsiye",
    "az": "Birgə kibertəhlükəsizlik təlimləri haqqında tövsiyə",
    "kk": "Бірлескен киберқауіпсіздік жаттығулары туралы ұсыным",
    "ky": "Биргелешкен киберкоопсуздук машыгуулары жөнүндө сунуштама",
    "uz": "Qoʻshma kiberxavfsizlik mashgʻulotlari toʻgʻrisida tavsiya",
}

BODIES = {
    "en": """Recalling the five areas of joint effort named at the second meeting,

1. Invites the parliaments to review their laws on cybersecurity once a year;

2. Invites the parliaments to name a contact for incidents that cross borders;

3. Recommends that joint exercises:

(a) be held in turn in each member state;

(b) be open to observers;

4. Asks the Secretariat to report on progress at the next meeting.""",
    "tr": """İkinci toplantıda belirlenen beş ortak çalışma alanını hatırlatarak,

1. Parlamentoları siber güvenlik yasalarını yılda bir kez gözden geçirmeye davet eder;

2. Parlamentoları sınır aşan olaylar için bir irtibat kişisi belirlemeye davet eder;

3. Ortak tatbikatların:

(a) sırayla her üye devlette yapılmasını;

(b) gözlemcilere açık olmasını tavsiye eder;

4. Sekretaryadan bir sonraki toplantıda ilerlemeye ilişkin bilgi vermesini ister.""",
    "az": """İkinci iclasda müəyyən edilmiş beş birgə fəaliyyət sahəsini xatırladaraq,

1. Parlamentləri kibertəhlükəsizlik qanunlarını ildə bir dəfə nəzərdən keçirməyə dəvət edir;

2. Parlamentləri sərhədləri aşan hadisələr üçün əlaqələndirici təyin etməyə dəvət edir;

3. Birgə təlimlərin:

(a) növbə ilə hər bir üzv dövlətdə keçirilməsini;

(b) müşahidəçilər üçün açıq olmasını tövsiyə edir;

4. Katiblikdən növbəti iclasda görülən işlər barədə məlumat verməsini xahiş edir.""",
    "kk": """Екінші отырыста аталған бес бірлескен қызмет саласын еске ала отырып,

1. Парламенттерді киберқауіпсіздік туралы заңдарын жылына бір рет қарап шығуға шақырады;

2. Парламенттерді шекарадан өтетін оқиғалар бойынша байланыс тұлғасын тағайындауға шақырады;

3. Бірлескен жаттығулардың:

(a) кезекпен әр мүше мемлекетте өткізілуін;

(b) байқаушылар үшін ашық болуын ұсынады;

4. Хатшылықтан келесі отырыста атқарылған жұмыс туралы баяндауды сұрайды.""",
    "ky": """Экинчи жыйында аталган беш биргелешкен иш тармагын эске алып,

1. Парламенттерди киберкоопсуздук мыйзамдарын жылына бир жолу карап чыгууга чакырат;

2. Парламенттерди чек арадан өткөн окуялар боюнча байланыш адамын дайындоого чакырат;

3. Биргелешкен машыгуулардын:

(a) кезек менен ар бир мүчө мамлекетте өткөрүлүшүн;

(b) байкоочулар үчүн ачык болушун сунуштайт;

4. Катчылыктан кийинки жыйында аткарылган иш жөнүндө баяндоону суранат.""",
    "uz": """Ikkinchi yigʻilishda belgilangan besh qoʻshma faoliyat sohasini eslatib,

1. Parlamentlarni kiberxavfsizlik qonunlarini yiliga bir marta koʻrib chiqishga taklif etadi;

2. Parlamentlarni chegaradan oʻtuvchi hodisalar boʻyicha aloqa shaxsini tayinlashga taklif etadi;

3. Qoʻshma mashgʻulotlarning:

(a) navbat bilan har bir aʼzo davlatda oʻtkazilishini;

(b) kuzatuvchilar uchun ochiq boʻlishini tavsiya etadi;

4. Kotibiyatdan keyingi yigʻilishda bajarilgan ishlar haqida maʼlumot berishni soʻraydi.""",
}

# How often laws are reviewed: as it stands, as Kazakhstan proposes (twice), as Türkiye does (every
# two years), as Kyrgyzstan does (three times), and what Azerbaijan adds to Kazakhstan's proposal.
ONCE = {
    "en": "once a year",
    "tr": "yılda bir kez",
    "az": "ildə bir dəfə",
    "kk": "жылына бір рет",
    "ky": "жылына бир жолу",
    "uz": "yiliga bir marta",
}
TWICE = {
    "en": "twice a year",
    "tr": "yılda iki kez",
    "az": "ildə iki dəfə",
    "kk": "жылына екі рет",
    "ky": "жылына эки жолу",
    "uz": "yiliga ikki marta",
}
RARELY = {
    "en": "every two years",
    "tr": "iki yılda bir",
    "az": "iki ildən bir",
    "kk": "екі жылда бір рет",
    "ky": "эки жылда бир жолу",
    "uz": "ikki yilda bir marta",
}
THRICE = {
    "en": "thrice a year",
    "tr": "yılda üç kez",
    "az": "ildə üç dəfə",
    "kk": "жылына үш рет",
    "ky": "жылына үч жолу",
    "uz": "yiliga uch marta",
}
AT_LEAST = {
    "en": "at least twice a year",
    "tr": "yılda en az iki kez",
    "az": "ildə azı iki dəfə",
    "kk": "жылына кемінде екі рет",
    "ky": "жылына кеминде эки жолу",
    "uz": "yiliga kamida ikki marta",
}


def text(language: str) -> str:
    """The whole text in that language."""
    return f"{TITLES[language]}\n\n{BODIES[language]}"


def first_paragraph(language: str) -> str:
    """The first operative paragraph as it stands, without its number."""
    line = next(part for part in BODIES[language].split("\n\n") if part.startswith("1. "))
    return line.removeprefix("1. ")


def reworded(language: str, proposal: dict[str, str]) -> str:
    """The first operative paragraph with another frequency."""
    return first_paragraph(language).replace(ONCE[language], proposal[language])
