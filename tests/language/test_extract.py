"""Catalogues are brought up to what is said: new messages come, old ones go, none is guessed."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from kurultai.language import extract
from kurultai.language.catalogue import path_of, read_entries


@pytest.fixture
def said() -> Catalog:
    catalogue = Catalog()
    catalogue.add("Agenda", None, [("site/pages/meeting.html", 1)])
    catalogue.add("Open", None, [("language/terms.py", 1)], context="state")
    catalogue.add(("%(num)s source", "%(num)s sources"), None, [("site/pages/x.html", 1)])
    return catalogue


def translate(path: Path, message: str, translation: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(f'msgid "{message}"\nmsgstr ""', f'msgid "{message}"\nmsgstr "{translation}"'),
        encoding="utf-8",
    )


def test_a_new_language_has_everything_to_translate(said: Catalog, tmp_path: Path) -> None:
    assert extract.bring_up("kk", said, tmp_path) == 3


def test_a_translation_stays_when_a_message_comes_or_goes(said: Catalog, tmp_path: Path) -> None:
    extract.bring_up("kk", said, tmp_path)
    translate(path_of("kk", tmp_path), "Open", "Ашық")
    said.delete("Agenda")
    said.add("Minutes", None, [("site/pages/minutes.html", 1)])
    assert extract.bring_up("kk", said, tmp_path) == 2
    text = path_of("kk", tmp_path).read_text(encoding="utf-8")
    found = {entry.key: entry.forms for entry in read_entries(text) if entry.key}
    assert found == {
        "state\x04Open": ("Ашық",),
        "Minutes": ("",),
        "%(num)s source": ("", ""),
    }


def test_a_similar_message_is_not_a_translation(said: Catalog, tmp_path: Path) -> None:
    extract.bring_up("kk", said, tmp_path)
    translate(path_of("kk", tmp_path), "Agenda", "Күн тәртібі")
    said.delete("Agenda")
    said.add("Agendas", None, [("site/pages/meeting.html", 1)])
    assert extract.bring_up("kk", said, tmp_path) == 3


def test_bringing_up_twice_changes_nothing(said: Catalog, tmp_path: Path) -> None:
    extract.bring_up("ru", said, tmp_path)
    first = path_of("ru", tmp_path).read_bytes()
    extract.bring_up("ru", said, tmp_path)
    assert path_of("ru", tmp_path).read_bytes() == first


def test_russian_has_room_for_three_forms(said: Catalog, tmp_path: Path) -> None:
    extract.bring_up("ru", said, tmp_path)
    text = path_of("ru", tmp_path).read_text(encoding="utf-8")
    assert text.count("msgstr[") == 3


def test_what_pages_forms_and_tables_say_is_found() -> None:
    said = extract.template()
    assert said.get("Agenda") is not None  # a page
    assert said.get("Sign in") is not None  # a form
    assert said.get("Open", context="state") is not None  # a table of terms
    assert said.get("%(num)s source") is not None  # a plural
