"""The language of the request under way, for words that are made before it is known."""

from contextvars import ContextVar

from django.utils.functional import lazy as lazily

from kurultai.language.catalogue import tongue

LANGUAGE: ContextVar[str] = ContextVar("language", default="en")


def say(message: str) -> str:
    """The message in the language of the request."""
    return tongue(LANGUAGE.get()).gettext(message)


lazy = lazily(say, str)  # forms import it as _, so that their labels are found and translated
