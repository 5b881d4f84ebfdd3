"""What a plain count would say, so that a test can state what it would get wrong."""

from collections import Counter

from tests.votes.conftest import Event


def plainly(event: Event) -> str:
    """The result if more in favour than against were all that matters."""
    said: Counter[str] = Counter()
    for count in event.get("counts", ()):
        said[count["option"]] += count["value"]
    said.update(vote["option"] for vote in event.get("votes", ()))
    return "adopted" if said["yes"] > said["no"] else "rejected"
