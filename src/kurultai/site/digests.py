"""Letters to subscribers: the first one, and what is new since the last."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kurultai.followers import outbox, subscribers
from kurultai.followers.outbox import Letter
from kurultai.followers.subscribers import Choice, Subscriber
from kurultai.gate import register
from kurultai.gate.news import TOPICS, News, news
from kurultai.gate.outward import is_withdrawn_from_all
from kurultai.gate.viewer import Viewer
from kurultai.site.house import house
from kurultai.site.news import headline
from kurultai.site.pages_environment import plain, say_when
from kurultai.site.paths import path_of
from kurultai.site.tongue import say, speaking

_MOST = 200  # of a letter
_LINK = re.compile(r"://[^/\s]+/(meeting|document|decision|commitment)s/([^/?#\s]+)")


def first_letter(subscriber: Subscriber, base: str) -> None:
    """Ask whether it was they who asked. Nothing that anybody entered stands in it."""
    language = subscriber.choice.language
    with house().viewing(None, language) as viewer, speaking(language):
        assembly = register.assembly(viewer)
        lines = (
            say("Somebody asked that news of %(assembly)s be sent to this address.")
            % {"assembly": plain(assembly.names)},
            say("If it was you, open this page and say yes, or choose something else there:"),
            f"{base}/subscriptions/{subscriber.secret}",
            say("If it was not, do nothing: nothing more is sent."),
        )
        subject = f"{assembly.short}: {say('Do you want to hear of what is new?')}"
    letter = Letter("confirmation", "", "", language, subject, "\n\n".join(lines))
    outbox.put(house().directory, _addressed(letter, subscriber, base), at_once=True)


def drafted(base: str) -> tuple[int, int]:
    """Lay out a letter for each subscriber for whom something is new; how many, and of how many."""
    every = subscribers.confirmed(house().directory)
    made: dict[tuple[Choice, int], Letter | None] = {}  # many chose the same
    with house().viewing(None, "en") as viewer:
        for one in every:
            if (one.choice, one.position) not in made:
                made[one.choice, one.position] = _digest(viewer, one, base)
        pairs = ((made[one.choice, one.position], one) for one in every)
        letters = [_addressed(letter, one, base) for letter, one in pairs if letter]
        outbox.put_all(house().directory, letters)
        subscribers.told(house().directory, (one.id for one in every), viewer.position)
    return len(letters), len(every)


def _digest(viewer: Viewer, subscriber: Subscriber, base: str) -> Letter | None:
    found = wanted(viewer, subscriber)
    if not found:
        return None
    language = subscriber.choice.language
    with house().viewing(None, language) as reader, speaking(language):
        subject = f"{register.assembly(reader).short}: {say('What is new')}"
        body = "\n\n".join(_told(reader, one, base) for one in found)
    return Letter("digest", "", "", language, subject, body)


def wanted(viewer: Viewer, subscriber: Subscriber) -> tuple[News, ...]:
    """What is new of what they chose, in the order in which it happened."""
    choice = subscriber.choice
    found = (
        one
        for topic in choice.topics or TOPICS
        for one in news(viewer, topic, after=subscriber.position, limit=_MOST)
        if _is_wanted(choice, one)
    )
    return tuple(sorted(found, key=lambda one: one.position)[-_MOST:])


def _is_wanted(choice: Choice, one: News) -> bool:
    in_series = not choice.series or one.series in choice.series
    in_area = not choice.areas or bool(set(one.tags) & set(choice.areas))
    return in_series and in_area


def without_hidden(viewer: Viewer, body: str) -> str:
    """A letter without the passages on what was marked since it was drafted, not to be public."""
    passages = body.replace("\r\n", "\n").split("\n\n")
    return "\n\n".join(
        passage
        for passage in passages
        if not any(is_withdrawn_from_all(viewer, one) for one in _linked(passage))
    )


def _linked(passage: str) -> Iterator[str]:
    """What it leads to."""
    for kind, name in _LINK.findall(passage):
        yield f"{kind}:{name}"


def _told(viewer: Viewer, one: News, base: str) -> str:
    return f"{headline(viewer, one)}\n{say_when(one.on)}\n{base}{path_of(one.identity)}"


def _addressed(letter: Letter, to: Subscriber, base: str) -> Letter:
    ends = f"{base}/subscriptions/{to.secret}/end"
    return replace(letter, to=to.address, unsubscribe=ends)
