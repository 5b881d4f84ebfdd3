"""What a refusal says to the person whose command was refused."""

from collections.abc import Mapping

from kurultai.language.catalogue import tongue
from kurultai.language.messages import N_
from kurultai.language.terms import term

SENTENCES = {
    "act.in_the_future": N_("%(when)s is in the future. Enter only what has happened."),
    "act.when": N_("%(when)s is not a date. Write a date such as 2025-04-15."),
    "agenda.empty": N_("An agenda needs at least one item."),
    "agenda.item_twice": N_("The same item stands on this agenda twice."),
    "agenda.origin_unknown": N_("This origin of an agenda item is not known: %(name)s."),
    "agenda.status_unknown": N_("This status of an agenda is not known: %(name)s."),
    "commitment.evidence_link": N_("Evidence must be a link that begins with https:// or http://."),
    "commitment.state_unknown": N_("This state of a commitment is not known: %(name)s."),
    "commitment.unknown": N_("There is no such commitment."),
    "document.no_operative": N_(
        "The text has no operative paragraph yet, so that there is nothing to decide."
    ),
    "document.not_aligned": N_(
        "The paragraphs do not match the first language version: %(here)s here, %(there)s there."
        " Each must be the same paragraph, of the same kind."
    ),
    "document.settled": N_("The document is no longer a draft: %(state)s."),
    "document.standing_unknown": N_("This standing of a language version is not known: %(name)s."),
    "document.symbol_taken": N_("Another document has the symbol %(name)s."),
    "document.unit_kind_unknown": N_("This kind of paragraph is not known: %(name)s."),
    "document.unit_twice": N_("A paragraph stands in this version twice."),
    "document.unit_unknown": N_("The text has no such operative paragraph."),
    "document.unknown": N_("There is no such document."),
    "document.version_empty": N_("A language version needs a text or a file."),
    "meeting.audience_wider": N_(
        "What happens at this meeting cannot be shown to more people than the meeting itself."
    ),
    "meeting.closed": N_("The meeting is closed."),
    "meeting.deadline_after": N_("A deadline is after the meeting: %(kind)s."),
    "meeting.delegation_unregistered": N_("This delegation has not been registered."),
    "meeting.head_missing": N_("Name the head of the delegation."),
    "meeting.in_the_past": N_(
        "The meeting would be in the past. Enter a past meeting as entered after the fact."
    ),
    "meeting.item_unknown": N_("The agenda has no such item."),
    "meeting.matter_not_open": N_("This question is not open in the series."),
    "meeting.may_not_propose": N_("This party does not have the right to propose."),
    "meeting.members_negative": N_("The number of members present cannot be less than zero."),
    "meeting.not_invited": N_("This party is not invited to the meeting."),
    "meeting.not_open": N_("The meeting is not open."),
    "meeting.not_to_be_moved": N_("Only a meeting that has not been opened can be moved."),
    "meeting.not_to_be_opened": N_("The meeting has already been opened."),
    "meeting.ordinal_next": N_("The next meeting of this series is number %(next)s."),
    "meeting.ordinal_range": N_("Meetings are numbered from 1."),
    "meeting.ordinal_taken": N_("Meeting number %(name)s of this series exists already."),
    "meeting.question_pending": N_("A question is still being decided. Decide it before closing."),
    "meeting.unknown": N_("There is no such meeting."),
    "meeting.when": N_("%(when)s is not a date. Write a date such as 2025-04-15."),
    "register.assembly_exists": N_("The record already holds an assembly."),
    "register.cadence_range": N_("An interval is between 1 and 120 months."),
    "register.no_rulebook": N_("No rulebook has been put into force yet."),
    "register.office_held_already": N_("This person already holds this office."),
    "register.office_not_held": N_("This person does not hold this office."),
    "register.office_of_what": N_("An office is of the assembly, of a body or of a party."),
    "register.office_unknown": N_("This office is not known: %(name)s."),
    "register.organ_exists": N_("This body exists already."),
    "register.organ_unknown": N_("There is no such body."),
    "register.party_exists": N_("This party exists already."),
    "register.party_unknown": N_("There is no such party."),
    "register.person_exists": N_("This person exists already."),
    "register.person_unknown": N_("There is no such person."),
    "register.scheme_unknown": N_("This kind of tag is not known: %(name)s."),
    "register.series_exists": N_("This series exists already."),
    "register.series_unknown": N_("There is no such series."),
    "register.status_unknown": N_("This status is not known: %(name)s."),
    "register.tag_unknown": N_("There is no such tag."),
    "rulebook.rule_missing": N_("No rule %(name)s was in force on %(day)s."),
    "toml.key_missing": N_("%(where)s: %(key)s is missing."),
    "toml.key_unknown": N_("%(where)s: %(key)s is not known here. Known: %(known)s."),
    "toml.unreadable": N_("%(file)s cannot be read: %(reason)s"),
    "toml.value_wrong": N_("%(where)s: %(key)s is not right. Expected: %(expected)s."),
    "vote.choice_unknown": N_("A position is in favour, against or an abstention."),
    "vote.closed": N_("This question has already been decided."),
    "vote.not_entitled": N_("This delegation is not entitled to vote on this question."),
    "vote.not_present": N_("This delegation is not present."),
    "vote.text_pending": N_("Another question on this text is still being decided."),
    "vote.twice": N_("A delegation has given two positions."),
    "vote.unknown": N_("There is no such question."),
    "words.missing": N_("Write it in at least one language."),
}
_OTHER = N_("The rules do not allow this (%(rule)s).")
_VOCABULARY = {
    ("document.settled", "state"): "document_state",
    ("meeting.deadline_after", "kind"): "deadline",
}


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        """A fact that was not given leaves a dash, never an error in place of an answer."""
        return "–"


def say_refusal(rule: str, facts: Mapping[str, str] | None, language: str) -> str:
    """Which rule forbids it, in a sentence that says what would be allowed."""
    told = _Facts(
        {
            name: term(language, _VOCABULARY.get((rule, name), ""), str(fact))
            for name, fact in (facts or {}).items()
        },
        rule=rule,
    )
    return tongue(language).gettext(SENTENCES.get(rule, _OTHER)) % told
