"""What another system may do: what a parliament's own people may do from the pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from kurultai.language import LANGUAGES
from kurultai.procedure import commands as c
from kurultai.procedure.acts import ParagraphAnswer
from kurultai.procedure.following.commitment import ANSWERS
from kurultai.site.tongue import lazy as _

LONGEST = 20_000  # characters of words in one language
Language = Annotated[str, Meta(pattern="^(" + "|".join(LANGUAGES) + ")$")]
Told = dict[Language, Annotated[str, Meta(min_length=1, max_length=LONGEST)]]
Link = Annotated[str, Meta(pattern=r"^https?://[^\s]+$", max_length=2000)]
Line = Annotated[str, Meta(max_length=300)]
Answer = Annotated[str, Meta(pattern="^(" + "|".join(ANSWERS) + ")$")]
Said = Annotated[str, Meta(pattern="^(agree|object|reserve|ask)$")]


class ReportSent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a parliament did about a commitment: its words by language, what shows it."""

    state: Answer
    words: Told
    evidence: Line = ""
    links: Annotated[tuple[Link, ...], Meta(max_length=50)] = ()
    happened: Line = ""
    milestones: Annotated[tuple[Line, ...], Meta(max_length=50)] = ()


class AnswerSent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a delegation says to one paragraph."""

    unit: Annotated[str, Meta(min_length=1, max_length=120)]
    answer: Said
    words: Told = {}


class AnswersSent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A delegation's answers to a circulated draft."""

    party: Annotated[str, Meta(pattern="^party:[a-z0-9-]{1,40}$")]
    answers: Annotated[tuple[AnswerSent, ...], Meta(min_length=1, max_length=1000)]


class Recorded(msgspec.Struct, frozen=True):
    """The position in the record at which it was recorded."""

    position: int


Ask = Callable[[str, str, Any], c.Command]  # the command's identity, the name, what was sent


@dataclass(frozen=True, slots=True)
class Doing:
    """Something that can be done."""

    path: str
    operation: str
    tells: Any
    takes: type[msgspec.Struct]
    ask: Ask


def _report(identity: str, name: str, sent: ReportSent) -> c.Command:
    return c.ReportOnCommitment(
        id=identity,
        commitment=f"commitment:{name}",
        state=sent.state,
        words=sent.words,
        evidence=sent.evidence,
        links=sent.links,
        happened=sent.happened,
        milestones=sent.milestones,
    )


def _answers(identity: str, name: str, sent: AnswersSent) -> c.Command:
    given = tuple(ParagraphAnswer(a.unit, a.answer, a.words) for a in sent.answers)
    return c.GiveAnswers(id=identity, document=f"document:{name}", party=sent.party, answers=given)


DOING = (
    Doing(
        "commitments/{name}/reports",
        "reportOnCommitment",
        _("Report what a parliament did about a commitment"),
        ReportSent,
        _report,
    ),
    Doing(
        "documents/{name}/answers",
        "giveAnswers",
        _("Answer a circulated draft, paragraph by paragraph"),
        AnswersSent,
        _answers,
    ),
)
