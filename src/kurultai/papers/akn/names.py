"""Names of Akoma Ntoso 3.0: namespaces, languages, and the addresses of the naming convention.

OASIS LegalDocumentML, Akoma Ntoso Naming Convention 1.0; order of parts as the UN's profile has
it. The country "xt" is of those that ISO 3166 leaves to users: an assembly of several states has
no country of its own.
"""

import re
from urllib.parse import quote

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OURS = "urn:x-kurultai:akn:1"
COUNTRY = "xt"
SECRETARIAT = "#secretariat"

# ISO 639-2, by the language's code in the record.
LANGUAGES = {
    "az": "aze",
    "en": "eng",
    "hu": "hun",
    "kk": "kaz",
    "ky": "kir",
    "ru": "rus",
    "tk": "tuk",
    "tr": "tur",
    "uz": "uzb",
}
_BACK = {three: two for two, three in LANGUAGES.items()}

_PLAIN = re.compile(r"[A-Za-z0-9.-]")
_CODED = re.compile(r"_([0-9a-f]*)_")
_DAY = re.compile(r"\A(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")
NO_DAY = "0001-01-01"  # the schema wants a day where there is none


def three(language: str) -> str:
    """The language's code of three letters; the code itself where we know no other."""
    return LANGUAGES.get(language, language)


def two(language: str) -> str:
    """The language's code in the record, from any that a file may use."""
    first = re.split(r"[-_]", language.strip().lower())[0]
    return _BACK.get(first, first)


def coded(unit: str) -> str:
    """An identity as a `wId`: a valid XML name, whatever the identity is; `decoded` undoes it."""
    made = "".join(one if _PLAIN.match(one) else f"_{ord(one):x}_" for one in unit)
    if not made:
        return "__"
    return made if made[0].isalpha() or made[0] == "_" else f"_{ord(made[0]):x}_{made[1:]}"


def decoded(name: str) -> str:
    """The identity that `coded` was given."""
    return _CODED.sub(lambda found: chr(int(found[1], 16)) if found[1] else "", name)


def part(words: str) -> str:
    """A part of an address: "/" becomes "-", a space "_"; what addresses do not allow is coded."""
    return quote(words.strip().replace("/", "-").replace(" ", "_"), safe="") or "nn"


def slug(identity: str) -> str:
    """The part for an identity: "turkpa" of "assembly:turkpa"."""
    return part(identity.rpartition(":")[2])


def day(on: str) -> str:
    """A whole day for a schema that wants one: of a half-known date its first."""
    found = _DAY.match(on)
    if not found or found[1] == "0000":
        return NO_DAY
    return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}"
