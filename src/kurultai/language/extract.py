"""Bring the catalogues up to what the pages and the code now say.

``python -m kurultai.language.extract`` in a checkout: finds every message, adds what is new to
each ``locale/*/LC_MESSAGES/kurultai.po`` without a translation, drops what is said no longer, and
guesses nothing. Then translate what it counts as missing, and run tests/language.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from kurultai.language import LANGUAGES
from kurultai.language.catalogue import LOCALE, path_of, read_entries

SOURCES = Path(__file__).parents[1]
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
METHODS = [("**.py", "python"), ("**.html", "jinja2"), ("**.txt", "jinja2")]
KEYWORDS = {
    **dict.fromkeys(("_", "N_", "say", "lazy", "gettext")),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "P_": ((1, "c"), 2),
}
_SLAVIC = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 :"
    " n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)
_HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: Kurultai\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


def template() -> Catalog:
    """Every message that the sources say."""
    said = Catalog()
    silent = {"**.html": {"silent": "false"}}
    found = extract_from_dir(SOURCES, METHODS, options_map=silent, keywords=KEYWORDS)
    for file, _, message, _, context in found:
        said.add(message, None, [(file, 1)], context=context)
    return said


def bring_up(language: str, said: Catalog, locale: Path = LOCALE) -> int:
    """Write the language's catalogue anew; how many of its messages have no translation."""
    path = path_of(language, locale)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    plural = _SLAVIC if language == "ru" else "nplurals=2; plural=(n != 1);"
    now = _translated(Catalog(language), plural, said, before)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as out:
        out.write(_HEADER.format(language=language, plural=plural).encode())
        write_po(out, now, omit_header=True, sort_by_file=True, include_lineno=False)
    return sum(not _whole(message.string) for message in now if message.id)


def _translated(now: Catalog, plural: str, said: Catalog, before: str) -> Catalog:
    """What is said now, with the translations there were before."""
    known = {(e.parts.get("msgctxt"), e.parts["msgid"]): e.forms for e in read_entries(before)}
    now.mime_headers = [("Plural-Forms", plural)]
    for message in said:
        if message.id:
            first = message.id if isinstance(message.id, str) else message.id[0]
            forms = known.get((message.context, first), ())
            string = forms if message.pluralizable else "".join(forms[:1])
            now.add(message.id, string, message.locations, context=message.context)
    return now


def _whole(string: str | Sequence[str] | None) -> bool:
    return bool(string and all(string))


def main() -> int:
    """Bring up every catalogue; 1 if anything is left to translate."""
    said = template()
    missing = {language: bring_up(language, said) for language in TRANSLATED}
    for language, count in missing.items():
        sys.stdout.write(f"{language}: {len(said)} messages, {count} without a translation\n")
    return int(any(missing.values()))


if __name__ == "__main__":
    sys.exit(main())
