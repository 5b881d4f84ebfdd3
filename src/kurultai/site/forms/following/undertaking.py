"""The fields of an undertaking: of one commitment, or of one paragraph among many."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from django.core.exceptions import ValidationError

from kurultai.gate import meetings, register
from kurultai.gate.shapes import CommitmentRow, Tag
from kurultai.procedure.acts import Milestone, Undertaking, Words
from kurultai.procedure.following.undertaking import ACTIONS
from kurultai.procedure.meeting import meeting_id
from kurultai.site.forms import fields
from kurultai.site.forms.plain import PlainField
from kurultai.site.forms.step import Choices, Step
from kurultai.site.forms.words import WordsField
from kurultai.site.tongue import lazy as _
from kurultai.site.tongue import say

PARTS = ("action", "lead", "owner", "due", "review", "until", "indicator", "milestones", "tags")
IN_SIGHT = ("action", "due", "review")
_LINE = re.compile(r"\A(?:([0-9]{4}-[0-9]{2}-[0-9]{2})\s+)?(\S.*)\Z")


def undertaking_of(row: CommitmentRow) -> Undertaking:
    """How the commitment is carried."""
    return Undertaking(
        row.action,
        row.lead,
        row.owner,
        row.due,
        row.review,
        row.until,
        row.indicator,
        row.milestones,
        row.tags,
    )


class OwnWords(WordsField):
    """Words in the language of the form alone; what is there in others stays."""

    def speak(self, languages: tuple[str, ...]) -> None:
        """Ask for words in the first of these languages."""
        super().speak(languages[:1])


class MilestonesField(PlainField):
    """A milestone a line, with its day before it if it has one."""

    def clean(self, value: object) -> list[tuple[str, str]]:
        """Day and words of each line."""
        lines = (line.strip() for line in str(super().clean(value)).splitlines())
        return [_milestone(line) for line in lines if line]


def _milestone(line: str) -> tuple[str, str]:
    found = _LINE.match(line)
    try:
        day = found[1] or "" if found else "no day"
        return (date.fromisoformat(day).isoformat() if day else ""), found[2] if found else ""
    except ValueError:
        raise ValidationError(_("Write the day as 2026-05-15.")) from None


class Carrying:
    """What the fields offer is read once for a form, however many paragraphs it has."""

    def __init__(self, step: Step, series: str) -> None:
        """For a form on commitments of that series."""
        self.step = step
        parties = [p.party for p in register.parties(step.viewer) if p.status]
        self.parties = step.named(*parties)
        self.tags = _tags(step)
        self.reviews = _reviews(step, series)
        self.actions = step.terms("action", *ACTIONS)

    def lay(self, undertaking: Undertaking, at: str = "", *, whole: bool = True) -> None:
        """Lay the fields, filled with the undertaking; ``whole``: in every language."""
        step, words = self.step, fields.words if whole else _own
        made = {
            "action": fields.choice(_("Kind of action"), required=False),
            "lead": fields.choice(_("Led by"), required=False),
            "owner": words(_("Office or committee that sees to it"), required=False),
            "due": fields.day(_("To be done by")),
            "review": fields.choice(_("Looked at by the meeting"), required=False),
            "until": fields.day(_("Followed up until"), hint=_("Empty: until it is answered.")),
            "indicator": words(_("By what one will see that it is done"), required=False),
            "milestones": _milestones_field(),
            "tags": fields.several(_("Tags")),
        }
        start = self._start(undertaking)
        for part, field in made.items():
            step.fields[f"{part}{at}"] = field
            step.initial[f"{part}{at}"] = start[part]
        step.offer(f"action{at}", self.actions, _("Not said"))
        step.offer(f"lead{at}", self._with(self.parties, undertaking.lead), _("Nobody named"))
        step.offer(f"review{at}", self._with(self.reviews, undertaking.review), _("None named"))
        step.fields[f"tags{at}"].choices = self.tags

    def _with(self, choices: Choices, now: str) -> Choices:
        """What is chosen now stays on offer."""
        is_there = not now or any(key == now for key, _label in choices)
        return choices if is_there else [*choices, *self.step.named(now)]

    def _start(self, undertaking: Undertaking) -> dict[str, object]:
        lines = (f"{m.due} {self.step.pick(m.words)}".strip() for m in undertaking.milestones)
        return {
            "action": undertaking.action,
            "lead": undertaking.lead,
            "owner": undertaking.owner,
            "due": undertaking.due,
            "review": undertaking.review,
            "until": undertaking.until,
            "indicator": undertaking.indicator,
            "milestones": "\n".join(lines),
            "tags": list(undertaking.tags),
        }

    def entered(self, before: Undertaking, at: str = "") -> Undertaking:
        """The undertaking that was entered where ``before`` stood."""
        step = self.step
        return Undertaking(
            step.given(f"action{at}"),
            step.given(f"lead{at}"),
            self._words(before.owner, f"owner{at}"),
            step.day(f"due{at}") or None,
            step.given(f"review{at}"),
            step.day(f"until{at}") or None,
            self._words(before.indicator, f"indicator{at}"),
            self._milestones(before.milestones, step.given(f"milestones{at}")),
            self._tagged(before.tags, step.given(f"tags{at}")),
        )

    def _words(self, before: Words, name: str) -> Words:
        asked = self.step.fields[name].widget.languages
        kept = {code: words for code, words in before.items() if code not in asked}
        return {**kept, **self.step.given(name)}

    def _tagged(self, before: tuple[str, ...], entered: Iterable[str]) -> tuple[str, ...]:
        """As they stood, then those that came; what has ended and is not offered stays."""
        offered = {tag for _scheme, tags in self.tags for tag, _name in tags}
        chosen = [tag for tag in before if tag not in offered or tag in set(entered)]
        return tuple(dict.fromkeys((*chosen, *entered)))

    def _milestones(
        self, before: tuple[Milestone, ...], entered: Iterable[tuple[str, str]]
    ) -> tuple[Milestone, ...]:
        """Those whose words stand already keep their key, and their words in other languages."""
        known = {self.step.pick(one.words): one for one in before}
        taken = {one.milestone for one in before}
        return tuple(self._one(known, taken, day, words) for day, words in entered)

    def _one(
        self, known: Mapping[str, Milestone], taken: set[str], day: str, words: str
    ) -> Milestone:
        if same := known.get(words):
            return Milestone(same.milestone, same.words, day)
        key = next(f"m{n}" for n in range(1, len(taken) + 2) if f"m{n}" not in taken)
        taken.add(key)
        return Milestone(key, {self.step.languages()[0]: words}, day)


def _own(label: object, *, required: bool) -> OwnWords:
    return OwnWords(label=label, required=required)


def _milestones_field() -> MilestonesField:
    field = fields.text(_("Milestones"), required=False, rows=3)
    hint = _("One a line, its day before it: 2027-03-01 A draft law is before the committee.")
    return MilestonesField(
        label=field.label,
        required=False,
        help_text=hint,
        max_length=5000,
        widget=field.widget,
        error_messages=field.error_messages,
    )


def _tags(step: Step) -> list[tuple[str, Choices]]:
    """Those in use, by what they are."""
    schemes: dict[str, list[Tag]] = {}
    for tag in register.tags(step.viewer):
        if tag.until is None:
            schemes.setdefault(tag.scheme, []).append(tag)
    labels = dict(step.terms("scheme", *schemes))
    return [
        (labels[scheme], [(tag.tag, step.pick(tag.names)) for tag in tags])
        for scheme, tags in schemes.items()
    ]


def _reviews(step: Step, series: str) -> Choices:
    """The meetings of the series that are still to come, and the one after them."""
    held = [m for m in meetings.meetings(step.viewer) if m.series == series]
    if not held:
        return []
    coming = [m.ordinal for m in held if m.state != "closed"]
    later = max(m.ordinal for m in held) + 1
    name = step.name(series)
    labelled = {n: f"{name} {n}" for n in sorted((*coming, later))}
    to_come = f"{labelled[later]} ({say('not yet convened')})"
    return [(meeting_id(series, n), to_come if n == later else labelled[n]) for n in labelled]
