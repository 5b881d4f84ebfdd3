"""Every key of every closed vocabulary has a word."""

from typing import get_args, get_type_hints

from kurultai import rulebooks
from kurultai.cli import folder
from kurultai.followers import outbox
from kurultai.followers.tokens import SCOPES
from kurultai.gate.news import TOPICS
from kurultai.language import LANGUAGES
from kurultai.language.terms import TERMS, term
from kurultai.papers import draft
from kurultai.procedure import agenda, document, drafting, question, register, rulebook
from kurultai.procedure.acts import KINDS
from kurultai.procedure.following import commitment, undertaking
from kurultai.procedure.sitting import motions, voting
from kurultai.texts import fate, unit

BOOKS = tuple(rulebook.load(rulebooks.text(name), name) for name in rulebooks.names())
VOCABULARIES: dict[str, tuple[str, ...]] = {
    "status": register.STATUSES,
    "office": register.OFFICES,
    "scheme": register.SCHEMES,
    "organ_kind": get_args(get_type_hints(folder.OrganTable)["kind"]),
    "state": ("convened", "open", "closed"),
    "document_state": ("draft", "adopted", "withdrawn"),
    "standing": document.STANDINGS,
    "unit_kind": unit.KINDS,
    "agenda_status": agenda.STATUSES,
    "origin": agenda.ORIGINS,
    "change": ("kept", "moved", "reworded", "added", "removed"),
    "choice": (*question.CHOICES, "absent"),
    "result": (
        *("adopted", "rejected", "no_quorum", "dropped", "tied", "vetoed", "lapsed"),
        *("elected", "next_round", "invalid"),
    ),
    "credentials": ("accepted", "refused"),
    "commitment_state": commitment.STATES,
    "action": undertaking.ACTIONS,
    "due": ("ahead", "due", "overdue", "unset", "convened"),
    "audience": ("public", "members", "secretariat", "organ", "party", "group"),
    "deadline": ("registration", "documents", "proposals"),
    "confidence": get_args(folder.Confidence),
    "rule_key": tuple(value.key for book in BOOKS for value in book.values),
    "rule_name": tuple(rule.rule for book in BOOKS for rule in book.rules),
    "rule_part": tuple(row.part for book in BOOKS for row in book.parts),
    "motion": tuple(motion.motion for book in BOOKS for motion in book.motions),
    "election": tuple(election.election for book in BOOKS for election in book.elections),
    "role": tuple(rule.veto for book in BOOKS for rule in book.rules if rule.veto),
    "rule_kind": get_args(rulebook.RuleKind),
    "quorum_kind": get_args(rulebook.QuorumKind),
    "right": get_args(rulebook.entries.Act),
    "doubt": get_args(rulebook.Doubt),
    "act": tuple(KINDS),
    "structured": get_args(draft.Structured),
    "left_out": get_args(draft.LeftOut),
    "answer": ("propose", *drafting.ANSWERS),
    "silence_state": ("running", "broken", "kept"),
    "silence_how": ("objection", "amendment"),
    "amendment_state": ("tabled", "adopted", "rejected", "fallen", "withdrawn"),
    "relation": ("clash", "pre_empts", "pre_empted", "identical", "sub", "compromise"),
    "order": get_args(rulebook.Order),
    "flag": ("negation", "untranslated"),
    "fallen_why": (*get_args(fate.Why), "signatures"),
    "remark": ("reservation", "explanation"),
    "speech_kind": get_args(rulebook.entries.SpeechKind),
    "motion_state": ("moved", *motions.RULINGS, "put"),
    "letter_state": outbox.STATES,
    "topic": tuple(TOPICS),
    "scope": SCOPES,
    "hook_state": ("active", "paused"),
    "vote_method": (*voting.METHODS, "paper", "acclamation"),
}


def test_every_key_of_a_vocabulary_has_a_word_and_no_other_has_one() -> None:
    assert {scheme: set(TERMS[scheme]) for scheme in VOCABULARIES} == {
        scheme: set(keys) for scheme, keys in VOCABULARIES.items()
    }


def test_only_kinds_of_documents_are_open_ended() -> None:
    assert set(TERMS) - set(VOCABULARIES) == {"document_kind"}


def test_no_language_says_the_key_itself() -> None:
    bare = [
        (language, scheme, key)
        for language in LANGUAGES
        for scheme, keys in TERMS.items()
        for key in keys
        if term(language, scheme, key) in ("", key)
    ]
    assert bare == []


def test_no_vocabulary_gives_two_keys_one_word() -> None:
    for language in LANGUAGES:
        for scheme, keys in TERMS.items():
            words = [term(language, scheme, key) for key in keys]
            assert len(set(words)) == len(words), (language, scheme)


def test_an_unknown_key_stands_for_itself() -> None:
    assert term("kk", "document_kind", "aide_memoire") == "aide_memoire"
    assert term("kk", "no_such_vocabulary", "x") == "x"
