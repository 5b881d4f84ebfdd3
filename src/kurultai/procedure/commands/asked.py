"""What every command carries."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What every command carries."""

    id: str
    on: str = ""
    audience: str = "public"
