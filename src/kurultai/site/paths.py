"""Where the page of a thing is, by its identity."""

_PAGES = {
    "series": "/series/",
    "meeting": "/meetings/",
    "document": "/documents/",
    "amendment": "/amendments/",
    "decision": "/decisions/",
    "commitment": "/commitments/",
    "party": "/parties/",
    "organ": "/organs/",
    "tag": "/tags/",
}


def path_of(identity: str) -> str:
    """The page of "meeting:defence-3" is /meetings/defence-3; "" if there is no page of its own."""
    kind, _, name = identity.partition(":")
    return f"{_PAGES[kind]}{name}" if name and kind in _PAGES else ""
