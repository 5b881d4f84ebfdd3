"""The Jinja2 environment of the pages: words in the language of the request."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from kurultai.gate.may import REPORTERS
from kurultai.language import ENDONYMS, LANGUAGES, dates, ordinals, terms
from kurultai.language.catalogue import tongue
from kurultai.language.findings import OPEN, UNCONFIRMED
from kurultai.language.words import pick
from kurultai.procedure.acts import Words
from kurultai.site.drafts.marked import marked
from kurultai.site.known import Known, known
from kurultai.site.paths import path_of
from kurultai.site.rule_names import choice_name, part_name, rule_name, rule_said
from kurultai.site.tongue import LANGUAGE, say


def environment(**options: Any) -> Environment:  # noqa: ANN401 - whatever Django passes on
    """What Django's Jinja2 backend renders with."""
    env = Environment(  # noqa: S701 - autoescape is on, whatever else is passed
        **{**options, "auto_reload": False, "undefined": StrictUndefined, "autoescape": True},
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: tongue(LANGUAGE.get()).gettext(text),
        lambda one, many, n: tongue(LANGUAGE.get()).ngettext(one, many, n),
        newstyle=True,
        pgettext=lambda context, text: tongue(LANGUAGE.get()).pgettext(context, text),
    )
    env.globals.update(_GLOBALS)
    return env


def language() -> str:
    """The language of the page."""
    return LANGUAGE.get()


def term(scheme: str, key: str | None) -> str:
    """A word of a closed vocabulary."""
    return terms.term(LANGUAGE.get(), scheme, key) if key else ""


def words(by_language: Words) -> Markup:
    """The words in the page's language, or marked with the language they are in."""
    text, written_in = pick(by_language, LANGUAGE.get())
    if not text or written_in == LANGUAGE.get():
        return escape(text)
    return Markup('<span lang="{}">{}</span>').format(written_in, text)


def plain(by_language: Words) -> str:
    """The words in the page's language or the nearest, as bare text for titles and labels."""
    return pick(by_language, LANGUAGE.get())[0]


def say_when(text: str | None) -> str:
    """A date as far as it is known."""
    return dates.say_when(text, LANGUAGE.get()) if text else ""


def say_day(iso: str | None) -> str:
    """A day."""
    return dates.say_day(iso, LANGUAGE.get()) if iso else ""


@pass_context
def say_moment(context: Context, at: str) -> str:
    """A moment, by the clock of the assembly's seat."""
    found = frame(context)
    timezone = found.assembly.timezone if found and found.assembly else "UTC"
    return dates.say_moment(at, LANGUAGE.get(), timezone)


def ordinal(number: int) -> str:
    """First, second, third."""
    return ordinals.ordinal(number, LANGUAGE.get())


@pass_context
def frame(context: Context) -> Known | None:
    """What the register says for every page; None before the viewer is seated."""
    viewer = getattr(context.get("request"), "viewer", None)
    return known(viewer) if viewer else None


@pass_context
def own_parliaments(context: Context) -> tuple[str, ...]:
    """The parliaments for which the viewer reports."""
    viewer = getattr(context.get("request"), "viewer", None)
    return viewer.parties(*REPORTERS) if viewer else ()


@pass_context
def name(context: Context, identity: str) -> Markup:
    """What a thing of the register is called."""
    found = frame(context)
    return words(found.names[identity]) if found and identity in found.names else escape(identity)


@pass_context
def plain_name(context: Context, identity: str) -> str:
    """What a thing of the register is called, as bare text."""
    found = frame(context)
    return plain(found.names[identity]) if found and identity in found.names else identity


def unconfirmed(doubt: str) -> str:
    """What no source confirms about a rule."""
    return say({**UNCONFIRMED, **OPEN}[doubt])


@cache
def static(path: str) -> str:
    """The address of a static file, new whenever its content is."""
    content = (Path(settings.STATIC_ROOT) / path).read_bytes()
    return f"{settings.STATIC_URL}{path}?v={hashlib.sha256(content).hexdigest()[:12]}"


COMMITMENT_SIGNS = {
    "proposed": "○",
    "accepted": "◔",
    "noted": "–",
    "in_progress": "◑",
    "done": "●",
    "not_pursued": "✕",
    "superseded": "→",
}
_GLOBALS: dict[str, Any] = {
    "ENDONYMS": ENDONYMS,
    "choice_name": choice_name,
    "commitment_signs": COMMITMENT_SIGNS,
    "LANGUAGES": LANGUAGES,
    "frame": frame,
    "language": language,
    "marked": marked,
    "name": name,
    "ordinal": ordinal,
    "part_name": part_name,
    "own_parliaments": own_parliaments,
    "path_of": path_of,
    "plain": plain,
    "plain_name": plain_name,
    "rule_name": rule_name,
    "rule_said": rule_said,
    "say_day": say_day,
    "say_moment": say_moment,
    "say_when": say_when,
    "static": static,
    "term": term,
    "unconfirmed": unconfirmed,
    "words": words,
}
