"""The language of the request under way, for words that are made before it is known."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.functional import lazy as lazily

from kurultai.language.catalogue import tongue

LANGUAGE: ContextVar[str] = ContextVar("language", default="en")


def say(message: str) -> str:
    """The message in the language of the request."""
    return tongue(LANGUAGE.get()).gettext(message)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Say what is said within in that language, whoever asked: a letter is for somebody else."""
    before = LANGUAGE.set(language)
    try:
        yield
    finally:
        LANGUAGE.reset(before)


lazy = lazily(say, str)  # forms import it as _, so that their labels are found and translated
