"""What a refusal says to the person whose command was refused."""

import re
from collections.abc import Mapping

from kurultai.language import ENDONYMS
from kurultai.language.catalogue import tongue
from kurultai.language.dates import say_moment, say_when
from kurultai.language.messages import N_
from kurultai.language.refusals_of_counts import SENTENCES as OF_COUNTS
from kurultai.language.refusals_of_following import SENTENCES as OF_FOLLOWING
from kurultai.language.refusals_of_rules import SENTENCES as OF_RULES
from kurultai.language.refusals_of_sheets import SENTENCES as OF_SHEETS
from kurultai.language.refusals_of_sittings import SENTENCES as OF_SITTINGS
from kurultai.language.terms import term

SENTENCES = {
    **OF_COUNTS,
    **OF_FOLLOWING,
    **OF_RULES,
    **OF_SHEETS,
    **OF_SITTINGS,
    "act.in_the_future": N_("%(when)s is in the future. Enter only what has happened."),
    "act.instant": N_(
        "%(when)s is not a moment. Write day and time in UTC, such as 2026-12-01T15:00Z."
    ),
    "act.when": N_("%(when)s is not a date. Write a date such as 2025-04-15."),
    "adopted.not_entitled": N_(
        "Only a party with the right to vote enters a reservation or explains its vote."
    ),
    "agenda.empty": N_("An agenda needs at least one item."),
    "agenda.item_twice": N_("The same item stands on this agenda twice."),
    "agenda.origin_unknown": N_("This origin of an agenda item is not known: %(name)s."),
    "agenda.status_unknown": N_("This status of an agenda is not known: %(name)s."),
    "amendment.by_missing": N_("Name the party that tables the amendment."),
    "amendment.clash": N_(
        "These amendments cannot both be made to the text. Decide between them first."
    ),
    "amendment.empty": N_("The amendment changes nothing. Edit the text before tabling it."),
    "amendment.into_itself": N_(
        "A paragraph cannot be moved into itself. Choose another place for it."
    ),
    "amendment.kind_changed": N_(
        "A paragraph cannot become one of another kind. Delete it and add a new one."
    ),
    "amendment.language_unknown": N_(
        "The text was not distributed in this language. Write the amendment in a language of"
        " the text."
    ),
    "amendment.late": N_(
        "Amendments could be tabled until %(day)s. A sub-amendment or a compromise is still"
        " possible."
    ),
    "amendment.no_subs": N_(
        "The rules of this body know no sub-amendments. Table an amendment to the text."
    ),
    "amendment.none_pending": N_(
        "No amendment is waiting that has the signatures it needs, so that there is nothing to"
        " put in order."
    ),
    "amendment.not_added": N_(
        "A translation gives words only to paragraphs that the amendment adds."
    ),
    "amendment.not_edited": N_("A translation edits only paragraphs that the amendment edits."),
    "amendment.not_linguistic": N_(
        "An amendment of language edits words in one language only. Table it as one of substance."
    ),
    "amendment.not_marshalled": N_(
        "Amendment %(number)s is not on the marshalled list. Put the amendments in order first."
    ),
    "amendment.not_pending": N_("Amendment %(number)s is no longer waiting to be decided."),
    "amendment.not_yours": N_("Only a party that tabled the amendment withdraws it."),
    "amendment.one_level": N_("A sub-amendment cannot be amended. Amend the amendment itself."),
    "amendment.order_incomplete": N_(
        "The order must hold each of the %(there)s waiting amendments exactly once."
    ),
    "amendment.other_language": N_("The edits of a translation are in its own language only."),
    "amendment.out_of_order": N_(
        "It is not the turn of this amendment: the next is number %(next)s. Say why the order"
        " is left, or put that one."
    ),
    "amendment.out_of_range": N_(
        "The amendment changes words that are not there. Edit the text as it stands now."
    ),
    "amendment.outside_parent": N_(
        "A sub-amendment changes only what its amendment changes. Table an amendment to the"
        " text for the rest."
    ),
    "amendment.overlaps": N_(
        "Two changes of the amendment concern the same words or the same paragraph. Make them one."
    ),
    "amendment.own_language": N_(
        "The amendment has its wording in this language already, or concerns one language only."
    ),
    "amendment.replaces_other": N_(
        "A compromise takes the place of amendments to the same text. Name only those."
    ),
    "amendment.rivals": N_(
        "Amendments %(one)s and %(other)s cannot both be adopted. Put them one after the other."
    ),
    "amendment.signatures": N_(
        "Amendment %(number)s has %(have)s of the %(needed)s parties that must stand behind it."
        " Let others join it first."
    ),
    "amendment.splits_letter": N_("The amendment would split a letter. Replace the whole word."),
    "amendment.sponsored_already": N_("This party already stands behind the amendment."),
    "amendment.sub_after_parent": N_(
        "Sub-amendment %(number)s must stand before the amendment that it changes."
    ),
    "amendment.text_moved": N_(
        "The text has moved on to reading %(now)s. Table the amendment against it."
    ),
    "amendment.translation_empty": N_(
        "Give the wording in this language, or say that nothing changes in it."
    ),
    "amendment.translation_partial": N_(
        "Give words to all paragraphs that the amendment adds. Missing: %(count)s."
    ),
    "amendment.unit_twice": N_(
        "A paragraph that the amendment adds stands in the text or in another amendment"
        " already. Add it anew."
    ),
    "amendment.unit_unknown": N_(
        "The amendment names a paragraph that the text does not have. Edit the text as it"
        " stands now."
    ),
    "amendment.unknown": N_("There is no such amendment."),
    "answer.none": N_("Answer at least one paragraph."),
    "answer.reason_missing": N_("Give a reason: only agreement needs none."),
    "answer.unit_unknown": N_("The text has no such paragraph."),
    "answer.unknown": N_("An answer agrees, objects, reserves a position or asks."),
    "circulation.none": N_("The draft has not been circulated yet."),
    "circulation.not_asked": N_("The draft was not circulated to this delegation."),
    "circulation.over": N_(
        "Answers could be given until %(until)s. Ask the Secretariat to circulate the draft again."
    ),
    "circulation.past": N_("%(until)s has passed. Give a deadline in the future."),
    "circulation.text_moved": N_(
        "The text has changed since it was circulated. Ask the Secretariat to circulate it again."
    ),
    "corrigendum.one_language": N_("A corrigendum corrects one language. Issue one for each."),
    "document.amendments_pending": N_(
        "Amendments are waiting to be decided: %(numbers)s. Settle them first."
    ),
    "document.languages_behind": N_(
        "The text is not complete in every language that the rules ask for. Behind:"
        " %(languages)s. Distribute these versions first."
    ),
    "document.no_operative": N_(
        "The text has no operative paragraph yet, so that there is nothing to decide."
    ),
    "document.no_text": N_("The document has no text yet. Distribute one first."),
    "document.not_adopted": N_("The document has not been adopted: %(state)s."),
    "document.not_aligned": N_(
        "The paragraphs do not match the first language version: %(here)s here, %(there)s there."
        " Each must be the same paragraph, of the same kind."
    ),
    "document.not_consolidated": N_(
        "What was adopted is not in the text yet. Consolidate the text first."
    ),
    "document.nothing_adopted": N_(
        "No amendment was adopted and no paragraph struck, so that there is nothing to consolidate."
    ),
    "document.notice": N_(
        "The text must be with the delegations longer: the rules allow this from %(from)s."
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
    "paper.binary": N_("The file holds no text. Upload a DOCX, an Akoma Ntoso or a plain text."),
    "paper.bomb": N_(
        "The file unpacks to more than can be read. Save it anew without pictures and attachments."
    ),
    "paper.broken_xml": N_("The file is broken. Send it again, or save it anew in its program."),
    "paper.broken_zip": N_("The file is broken. Send it again, or save it anew in its program."),
    "paper.doc": N_("This is a document of Word 97 to 2003. Save it as DOCX."),
    "paper.empty": N_("The file is empty."),
    "paper.encoding": N_("The letters of this file cannot be read. Save it as UTF-8."),
    "paper.encrypted": N_("The document is protected by a password. Save it without one."),
    "paper.entities": N_(
        "The file declares a document type or entities, which are not read. Save it without them."
    ),
    "paper.no_document": N_("The DOCX holds no text. Save it anew in a word processor."),
    "paper.not_akoma_ntoso": N_(
        "This XML is not Akoma Ntoso: its first element is %(element)s, not akomaNtoso."
    ),
    "paper.not_docx": N_("This is not a DOCX. Save the text as DOCX, or paste it."),
    "paper.not_ours": N_(
        "Only a file that was made here can be read so, and this one was not, or was changed."
        " Upload the text as DOCX, or paste it."
    ),
    "paper.odt": N_("This is an OpenDocument text. Save it as DOCX."),
    "paper.paths": N_("The file holds a part that leads out of it: %(name)s. Save it anew."),
    "paper.pdf": N_("A PDF does not say where a paragraph ends. Upload a DOCX, or paste the text."),
    "paper.rtf": N_("This is an RTF. Save it as DOCX."),
    "paper.too_large": N_("The file is larger than %(limit)s."),
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
    "silence.none": N_("No silence procedure is running."),
    "silence.not_entitled": N_("This party is not among those that may break the silence."),
    "silence.objected": N_(
        "A delegation objects, so that no silence procedure can begin. Put the text to the vote"
        " instead."
    ),
    "silence.over": N_("The silence ended at %(until)s. It can no longer be broken."),
    "silence.running": N_("The silence procedure runs until %(until)s. Wait for its end."),
    "silence.too_short": N_(
        "A silence lasts at least %(hours)s hours here: until %(earliest)s or later."
    ),
    "vote.casting_needed": N_(
        "The votes are equal and the chair has a casting vote. Enter what the chair said."
    ),
    "vote.choice_unknown": N_("A position is in favour, against or an abstention."),
    "vote.closed": N_("This question has already been decided."),
    "vote.departure_unexplained": N_(
        "Say why the rule was left: it stands beside the result for good."
    ),
    "vote.not_entitled": N_("This delegation is not entitled to vote on this question."),
    "vote.not_present": N_("This delegation is not present."),
    "vote.one_at_a_time": N_("Put amendments or paragraphs to the vote, not both at once."),
    "vote.paragraph_decided": N_("This paragraph has already been voted on separately."),
    "vote.paragraph_unknown": N_("The text has no such paragraph."),
    "vote.result_unknown": N_("This cannot be announced as a result: %(name)s."),
    "vote.text_pending": N_("Another question on this text is still being decided."),
    "vote.twice": N_("A delegation has given two positions."),
    "vote.unknown": N_("There is no such question."),
    "words.missing": N_("Write it in at least one language."),
}
_OTHER = N_("The rules do not allow this (%(rule)s).")
_VOCABULARY = {
    ("document.not_adopted", "state"): "document_state",
    ("document.settled", "state"): "document_state",
    ("meeting.deadline_after", "kind"): "deadline",
    ("motion.out_of_turn", "next"): "motion",
}
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ")
_LANGUAGE = re.compile(r"(\w+) (\d+)")  # "kk 2, tr 1": a language and how many paragraphs


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        """A fact that was not given leaves a dash, never an error in place of an answer."""
        return "–"


def say_refusal(rule: str, facts: Mapping[str, str] | None, language: str) -> str:
    """Which rule forbids it, in a sentence that says what would be allowed."""
    told = _Facts(
        {name: _said(rule, name, str(fact), language) for name, fact in (facts or {}).items()},
        rule=rule,
    )
    return tongue(language).gettext(SENTENCES.get(rule, _OTHER)) % told


def unsaid(rule: str, facts: Mapping[str, str]) -> dict[str, str]:
    """The facts for which the sentence of the rule has no place."""
    sentence = SENTENCES.get(rule, _OTHER)
    return {name: fact for name, fact in facts.items() if fact and f"%({name})s" not in sentence}


def _said(rule: str, name: str, fact: str, language: str) -> str:
    """A fact as people write it: a key as a word, a moment, a day, languages by their names."""
    if name in ("earliest", "from", "until"):
        return say_moment(fact, language, "UTC") if _INSTANT.fullmatch(fact) else fact
    if name == "day":
        return say_when(fact, language) if rule != "count.day_wrong" else fact
    if name == "languages":
        return _LANGUAGE.sub(lambda m: f"{ENDONYMS.get(m[1], m[1])}: {m[2]}", fact)
    return term(language, _VOCABULARY.get((rule, name), ""), fact)
