"""What the minutes of drafting together are written with."""

from typing import Any

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import new_id
from kurultai.texts.change import Add, Change, Edit
from kurultai.texts.unit import Unit
from tests.procedure.minutes import TODAY, Minutes

EN = {"en": "Words"}
THIRD = "meeting:defence-3"
HERE: dict[str, Any] = {"on": TODAY, "document": "document:rec"}
NOON = "2026-05-20T12:00Z"
TURKISH = (
    a.Unit("p1", "preamble", "Bakü'yü hatırlatarak,"),
    a.Unit("o1", "operative", "Birlikte tatbikat yapar;"),
    a.Unit("o2", "operative", "Siber tehditler hakkında öğrendiğini paylaşır."),
)


def drafting(**parts: Any) -> str:  # noqa: ANN401 - keys of a rulebook
    """An entry of a rulebook on drafting."""
    given = {"part": "chairs_meeting", "from": "2000-01-01", "confidence": "?", **parts}
    return "\n".join(("[[drafting]]", *(f"{key} = {_toml(v)}" for key, v in given.items())))


def _toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case tuple():
            return "[" + ", ".join(_toml(one) for one in value) + "]"
        case _:
            return f'"{value}"'


def edit(unit: str, start: int, end: int, new: str, language: str = "en") -> Edit:
    return Edit(unit, language, start, end, new)


def word(minutes: Minutes, unit: str, old: str, new: str, language: str = "en") -> Edit:
    """Another word in the place of one."""
    words = minutes.document.words(unit)[language]
    at = words.index(old)
    return Edit(unit, language, at, at + len(old), new)


def adding(unit: str, after: str | None, **words: str) -> Add:
    return Add(None, after, (Unit(unit, "operative", words),))


def tabling(name: str, *changes: Change, **parts: Any) -> c.TableAmendment:  # noqa: ANN401 - parts of a command
    given: dict[str, Any] = {"by": ("party:az",), "language": "en", "reading": 1, **parts}
    return c.TableAmendment(id=name, **HERE, changes=changes, **given)


def named(name: str) -> str:
    """The identity of the amendment that the command of that id tables."""
    return new_id("amendment", name)


def tabled(minutes: Minutes, name: str, *changes: Change, **parts: Any) -> str:  # noqa: ANN401 - as above
    """An amendment is tabled; its identity."""
    acts = minutes.then(tabling(name, *changes, **parts))
    assert isinstance(acts[0], a.AmendmentTabled)
    return acts[0].amendment


def marshalled(minutes: Minutes, **parts: Any) -> list[str]:  # noqa: ANN401 - as above
    """The amendments are put in order; their identities in it."""
    (act,) = minutes.then(c.MarshalAmendments(id="m", **HERE, **parts))
    assert isinstance(act, a.AmendmentsMarshalled)
    return [place.amendment for place in act.places]


def putting(name: str, *amendments: str, **parts: Any) -> c.PutQuestion:  # noqa: ANN401 - as above
    asked: dict[str, Any] = {"question": EN, "meeting": THIRD, "amendments": amendments, **parts}
    return c.PutQuestion(id=name, **HERE, **asked)


def decided(minutes: Minutes, put: c.PutQuestion, *, carried: bool) -> list[a.ActBody]:
    """What follows when the question is put and decided that way, after the decision itself."""
    (question,) = minutes.then(put)
    assert isinstance(question, a.QuestionPut)
    here: dict[str, Any] = {"on": TODAY, "meeting": THIRD, "decision": question.decision}
    for party in question.entitled:
        choice = "yes" if carried else "no"
        give = c.GivePosition(id=f"{put.id} {party}", **here, party=party, choice=choice)
        minutes.then(give)
    return minutes.then(c.DecideQuestion(id=f"{put.id} decided", **here))[1:]


def fate(minutes: Minutes, amendment: str) -> str:
    return minutes.document.proposals[amendment].state
