"""Every message that is said has a translation, written in the letters of its language."""

import re
import unicodedata
from collections.abc import Iterator
from gettext import c2py
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from kurultai.language.case import lower
from kurultai.language.catalogue import Entry, path_of, read_entries, tongue
from kurultai.language.collate import ALPHABETS, TWINS
from kurultai.language.extract import TRANSLATED, template

CYRILLIC = {"kk", "ky", "ru"}
PLACEHOLDER = re.compile(r"%\(\w+\)s")
# What stands in Latin letters in every language: formats, addresses, units, and keys.
FOREIGN = {
    "TOML",
    "MB",
    "PDF",
    "https",
    "http",
    "UTC",
    "a",
    "z",
    "Kurultai",
    "SHA",
    "DOCX",
    "Akoma",
    "Ntoso",
    "akomaNtoso",
    "OpenDocument",
    "RTF",
    "UTF",
    "Word",
    "XML",
    "T",
    "Z",
    "JSON",
    "CSV",
    "XLSX",
    "example",
    "checkpoint",
    *("name", "parliament"),  # of an address
    *("record", "vkey", "manifest", "json"),  # files
    *("Idempotency", "Key", "Standard", "Webhooks"),
}
# Keys of a vote event or of a rulebook, which are written as they are in every language.
WRITTEN = {
    *("start_date", "group_id", "present", "weight", "lot", "rule", "seats", "voter", "entitled"),
    *("each_group", "more_than", "on_challenge = true", "least", "fraction", "en", "n", "R"),
}
FOREIGN |= {word for key in WRITTEN for word in re.findall(r"[^\W\d_]+", key)}


@pytest.fixture(scope="module")
def said() -> Catalog:
    return template()


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def entries(language: str) -> dict[str, Entry]:
    text = path_of(language).read_text(encoding="utf-8")
    return {entry.key: entry for entry in read_entries(text) if entry.key}


def key(context: str | None, first: str) -> str:
    return first if context is None else f"{context}\x04{first}"


def messages(said: Catalog) -> Iterator[tuple[str, tuple[str, ...]]]:
    for message in said:
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        if ids[0]:
            yield key(message.context, ids[0]), ids


def test_nothing_that_is_said_is_untranslated(said: Catalog, entries: dict[str, Entry]) -> None:
    missing = [
        ids[0]
        for found, ids in messages(said)
        if found not in entries or not all(entries[found].forms)
    ]
    assert missing == []


def test_no_translation_is_kept_of_what_is_said_no_longer(
    said: Catalog, entries: dict[str, Entry]
) -> None:
    assert sorted(set(entries) - {found for found, _ in messages(said)}) == []


def test_no_translation_is_a_guess(language: str) -> None:
    assert "fuzzy" not in path_of(language).read_text(encoding="utf-8")


def test_a_translation_says_the_same_facts(said: Catalog, entries: dict[str, Entry]) -> None:
    wrong = []
    for found, ids in messages(said):
        asked = {frozenset(PLACEHOLDER.findall(text)) for text in ids}
        forms = entries[found].forms if found in entries else ()
        given = {frozenset(PLACEHOLDER.findall(form)) for form in forms}
        if not given <= asked:
            wrong.append(ids[0])
    assert wrong == []


def test_a_translation_formats(entries: dict[str, Entry]) -> None:
    facts = {name[2:-2]: "x" for e in entries.values() for name in PLACEHOLDER.findall(e.key)}
    for entry in entries.values():
        for form in entry.forms:
            assert (form % facts) != ""


def test_a_sentence_ends_as_its_original_does(entries: dict[str, Entry]) -> None:
    ends = (".", "?")
    wrong = [
        form
        for entry in entries.values()
        for form in entry.forms
        for end in ends
        if entry.parts["msgid"].endswith(end) != form.endswith(end)
    ]
    assert wrong == []


def test_every_plural_has_the_forms_of_its_language(
    language: str, entries: dict[str, Entry]
) -> None:
    forms = 3 if language == "ru" else 2
    for entry in entries.values():
        if "msgid_plural" in entry.parts:
            assert len(entry.forms) == forms, entry.key


def test_a_number_takes_the_form_that_unicode_says(language: str) -> None:
    header = path_of(language).read_text(encoding="utf-8").partition("\n\n")[0]
    rule = re.search(r"plural=(.+);", header)
    assert rule is not None
    form_of = c2py(rule[1])
    order = {"ru": ("one", "few", "many")}.get(language, ("one", "other"))
    categories = Locale.parse(language).plural_form
    assert [order[form_of(n)] for n in range(1, 200)] == [categories(n) for n in range(1, 200)]


def letters_of(text: str) -> Iterator[tuple[str, set[str]]]:
    """Each word with the scripts of its letters."""
    for word in re.findall(r"[^\W\d_]+", PLACEHOLDER.sub(" ", text)):
        yield word, {unicodedata.name(letter).split()[0] for letter in word if letter.isalpha()}


def test_no_word_mixes_scripts_or_is_in_the_wrong_one(
    language: str, entries: dict[str, Entry]
) -> None:
    right = {"CYRILLIC"} if language in CYRILLIC else {"LATIN", "MODIFIER"}
    wrong = [
        (word, form)
        for entry in entries.values()
        for form in entry.forms
        for word, scripts in letters_of(form)
        if not scripts <= right and word not in FOREIGN
    ]
    assert wrong == []


def test_every_letter_is_of_the_language_s_alphabet(
    language: str, entries: dict[str, Entry]
) -> None:
    alphabet = set(ALPHABETS[language].replace(" ", "")) | set(TWINS.get(language, {})) | {"ʼ"}
    wrong = sorted(
        {
            (word, letter)
            for entry in entries.values()
            for form in entry.forms
            for word, _ in letters_of(form)
            if word not in FOREIGN
            for letter in lower(word, language)
            if letter not in alphabet
        }
    )
    assert wrong == []


def test_uzbek_is_written_with_its_own_signs() -> None:
    text = path_of("uz").read_text(encoding="utf-8")
    said = "".join(form for e in read_entries(text) for form in e.forms if e.key)
    assert re.findall(r"\w*['’‘`]\w*", said) == []
    assert re.findall(r"[ogOG]ʼ", said) == []


def test_a_language_nobody_speaks_here_is_english() -> None:
    assert tongue("de").gettext("Agenda") == "Agenda"


def test_a_message_without_a_translation_is_said_in_english() -> None:
    assert tongue("kk").gettext("Nobody ever said this.") == "Nobody ever said this."
    assert tongue("ru").ngettext("%(num)s yak", "%(num)s yaks", 3) == "%(num)s yaks"


def test_russian_counts_in_three_forms() -> None:
    russian = tongue("ru")
    counted = [
        russian.ngettext("%(num)s source", "%(num)s sources", n) % {"num": n}
        for n in (1, 2, 5, 11, 21, 22)
    ]
    expected = ["1 источник", "2 источника", "5 источников"]
    assert counted == [*expected, "11 источников", "21 источник", "22 источника"]


def test_a_word_may_mean_two_things() -> None:
    turkish = tongue("tr")
    assert turkish.pgettext("document_kind", "Statement") == "Beyan"
    assert turkish.gettext("Statement") == "Konuşma"


def test_catalogues_are_read_as_babel_reads_them(language: str) -> None:
    path = path_of(language)
    ours = {e.key: e.forms for e in read_entries(path.read_text(encoding="utf-8")) if e.key}
    theirs = {}
    with path.open("rb") as file:
        for message in read_po(file, locale=language):
            ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
            strings = message.string
            forms = (strings,) if isinstance(strings, str) else tuple(strings or ())
            if ids[0]:
                theirs[key(message.context, ids[0])] = forms
    assert ours == theirs


def test_every_language_has_its_catalogue() -> None:
    found = {path.parts[-3] for path in Path(path_of("ru")).parents[2].glob("*/*/kurultai.po")}
    assert found == set(TRANSLATED)


def test_an_escape_is_read_as_what_it_stands_for() -> None:
    text = 'msgid "a\\n"\n"\\"b\\""\nmsgstr "c\\\\d\\te"\n'
    (entry,) = read_entries(text)
    assert (entry.key, entry.forms) == ('a\n"b"', ("c\\d\te",))


def test_a_line_that_no_catalogue_has_is_pointed_out() -> None:
    with pytest.raises(ValueError, match="not a line of a catalogue: oops"):
        list(read_entries('msgid "a"\noops\n'))


def test_a_number_may_depend_on_its_context_too() -> None:
    assert tongue("kk").npgettext("herd", "%(num)s yak", "%(num)s yaks", 2) == "%(num)s yaks"
