"""The rulebooks that come with the product, as files; each body's own stands on its record."""

from importlib.resources import files


def names() -> tuple[str, ...]:
    """The bodies whose rulebooks are here, sorted."""
    here = files(__name__).iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in here if f.name.endswith(".toml")))


def text(name: str) -> str:
    """The rulebook of that name as written; KeyError if there is none."""
    if name not in names():
        raise KeyError(name)
    return (files(__name__) / f"{name}.toml").read_text(encoding="utf-8")
