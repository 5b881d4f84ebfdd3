"""The one House of this process."""

from functools import cache
from pathlib import Path

from django.conf import settings

from kurultai.handle import House


@cache
def house() -> House:
    """The house, opened at first use."""
    return House(Path(settings.DATA), settings.CLOCK)
