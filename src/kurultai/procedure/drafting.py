"""Drafting together: what follows from a command on a draft, its amendments, an adopted text."""

from typing import assert_never

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure import silence, tabling
from kurultai.procedure.consolidation import consolidated
from kurultai.procedure.document import Document
from kurultai.procedure.facts import Facts, new_id
from kurultai.procedure.floor import Floor, floor
from kurultai.procedure.instant import asked_instant, read_instant, written
from kurultai.procedure.marshal import marshalled
from kurultai.procedure.meeting import Meeting
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, known, worded
from kurultai.texts.unit import walk

ANSWERS = ("agree", "object", "reserve", "ask")


def decide_drafting(
    register: Register,
    meeting: Meeting,
    document: Document,
    facts: Facts,
    now: str,
    command: c.DraftingCommand,
) -> list[a.Acted]:
    """The acts that follow from a command of drafting together."""
    here = floor(register, meeting, document, command.on, now)
    if isinstance(command, c.CloseSilence):
        return silence.kept(here, facts, command)
    return here.acted(*_acts(here, command))


def _acts(here: Floor, command: c.DraftingCommand) -> list[a.ActBody]:  # noqa: C901 - one case a kind
    match command:
        case c.CirculateDraft():
            return [_circulated(here, command)]
        case c.GiveAnswers():
            return [_answered(here, command)]
        case c.OpenSilence():
            return [silence.opened(here, command)]
        case c.BreakSilence():
            return [silence.broken(here, command)]
        case c.TableAmendment():
            return tabling.tabled(here, command)
        case c.TranslateAmendment():
            return [tabling.translated(here, command)]
        case c.SponsorAmendment():
            return [tabling.sponsored(here, command)]
        case c.WithdrawAmendment():
            return tabling.withdrawn(here, command)
        case c.MarshalAmendments():
            return [marshalled(here, command)]
        case c.ConsolidateText():
            return consolidated(here)
        case c.EnterReservation():
            return [_reserved(here, command)]
        case c.ExplainVote(party=party, words=words):
            _check_adopted(here, party)
            return [a.VoteExplained(new_id("explanation", command.id), party, worded(words))]
        case c.CorrectText():
            return [_corrected(here, command)]
        case c.CloseSilence():
            raise AssertionError(command)
        case _:
            assert_never(command)


# --- circulation


def _circulated(here: Floor, command: c.CirculateDraft) -> a.ActBody:
    document = here.document
    document.still_draft()
    if not document.units:
        raise Refused("document.no_text")
    if asked_instant(command.until) <= here.instant:
        raise Refused("circulation.past", {"until": command.until})
    for party in command.parties:
        known(party, here.register.parties, "register.party_unknown")
    text = document.text
    return a.DraftCirculated(
        written(asked_instant(command.until)),
        tuple(dict.fromkeys(command.parties)) or here.register.with_right("propose", command.on),
        text.reading,
        tuple(language for language in text.languages if not text.behind(language)),
        command.note,
    )


def _answered(here: Floor, command: c.GiveAnswers) -> a.ActBody:
    document = here.document
    document.still_draft()
    sent = document.circulation
    if sent is None:
        raise Refused("circulation.none")
    known(command.party, sent.parties, "circulation.not_asked")
    if here.instant >= read_instant(sent.until):
        raise Refused("circulation.over", {"until": sent.until})
    if sent.reading != document.text.reading:
        raise Refused("circulation.text_moved")
    if not command.answers:
        raise Refused("answer.none")
    units = {unit.unit for unit, _ in walk(document.units)}
    return a.AnswersGiven(command.party, tuple(_answer(one, units) for one in command.answers))


def _answer(given: a.ParagraphAnswer, units: set[str]) -> a.ParagraphAnswer:
    known(given.unit, units, "answer.unit_unknown")
    known(given.answer, ANSWERS, "answer.unknown")
    words = {language: text.strip() for language, text in given.words.items() if text.strip()}
    if given.answer != "agree" and not words:
        raise Refused("answer.reason_missing")
    return a.ParagraphAnswer(given.unit, given.answer, words)


# --- beside an adopted text


def _check_adopted(here: Floor, party: str) -> None:
    here.document.is_adopted()
    known(party, here.register.with_right("vote", here.on), "adopted.not_entitled")


def _reserved(here: Floor, command: c.EnterReservation) -> a.ActBody:
    _check_adopted(here, command.party)
    if command.unit is not None:
        units = {unit.unit for unit, _ in walk(here.document.units)}
        known(command.unit, units, "answer.unit_unknown")
    reservation = new_id("reservation", command.id)
    return a.ReservationEntered(reservation, command.party, worded(command.words), command.unit)


def _corrected(here: Floor, command: c.CorrectText) -> a.ActBody:
    document = here.document
    document.is_adopted()
    if any(edit.language != command.language for edit in command.edits):
        raise Refused("corrigendum.one_language")
    edits = tabling.edits_in_nfc(command.edits)
    tabling.checked(document.text.base, edits)
    number = document.corrigenda + 1
    return a.TextCorrected(number, command.language, edits, command.reason)
