"""Amendments: tabled, translated, sponsored, withdrawn."""

from collections.abc import Iterable

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.amended import Amended
from kurultai.procedure.amendment import (
    Proposal,
    added,
    amendment_of,
    complete_in,
    subs_of,
)
from kurultai.procedure.document import Document, counted
from kurultai.procedure.facts import new_id
from kurultai.procedure.floor import Floor
from kurultai.procedure.instant import days_before
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import absent, known
from kurultai.procedure.silence import broken_by_amendment
from kurultai.procedure.when import read_when
from kurultai.texts.amendment import Faulty
from kurultai.texts.base import Base, in_nfc
from kurultai.texts.change import Add, Change, Edit
from kurultai.texts.check import check
from kurultai.texts.sub import check_sub
from kurultai.texts.unit import KINDS, walk
from kurultai.texts.wording import nfc


def tabled(floor: Floor, command: c.TableAmendment) -> list[a.ActBody]:
    """The amendment, and the end of the silence that it breaks."""
    document = floor.document
    document.still_draft()
    changes = tuple(_in_nfc(command.changes))
    _check_who(floor, command.by)
    _check_reading(document, command)
    _check_deadline(floor, command)
    _check_relatives(floor, command)
    _check_changes(document, command.of, changes)
    _check_kinds(changes)
    _check_identities(document, command.of, changes)
    if command.linguistic:
        _check_linguistic(changes)
    act = a.AmendmentTabled(
        amendment=new_id("amendment", command.id),
        number=len(document.proposals) + 1,
        by=tuple(dict.fromkeys(command.by)),
        language=command.language,
        reading=command.reading,
        changes=changes,
        reason=command.reason,
        of=command.of,
        replaces=command.replaces,
        linguistic=command.linguistic,
    )
    return [act, *broken_by_amendment(floor, act)]


def _check_who(floor: Floor, by: tuple[str, ...]) -> None:
    if not by:
        raise Refused("amendment.by_missing")
    proposers = floor.register.with_right("propose", floor.on)
    for party in by:
        known(party, proposers, "meeting.may_not_propose")


def _check_reading(document: Document, command: c.TableAmendment) -> None:
    text = document.text
    if not text.units:
        raise Refused("document.no_text")
    known(command.language, text.languages, "amendment.language_unknown")
    if command.reading != text.reading:
        told = {"reading": str(command.reading), "now": str(text.reading)}
        raise Refused("amendment.text_moved", told)


def _check_deadline(floor: Floor, command: c.TableAmendment) -> None:
    """A sub-amendment or a compromise answers what was tabled in time: no deadline binds it."""
    when, span = floor.meeting.when, floor.rule.deadline
    if not (when and span) or command.of or command.replaces:
        return
    last = days_before(read_when(when).first, span).isoformat()
    if read_when(floor.on).last.isoformat() > last:
        raise Refused("amendment.late", {"day": last})


def _check_relatives(floor: Floor, command: c.TableAmendment) -> None:
    document = floor.document
    for name in command.replaces:
        if pending(document, name).of != command.of:
            raise Refused("amendment.replaces_other")
    if command.of is None:
        return
    if not floor.rule.sub_amendments:
        raise Refused("amendment.no_subs")
    parent = pending(document, command.of)
    if parent.of is not None:
        raise Refused("amendment.one_level")


def _check_changes(document: Document, of: str | None, changes: tuple[Change, ...]) -> None:
    """A sub-amendment changes what its parent changes, and nothing else."""
    if of is None:
        checked(document.text.base, changes)
        return
    parent = amendment_of(document.proposals[of], document.languages)
    try:
        check_sub(document.text.base, parent, changes)
    except Faulty as fault:
        raise Refused(fault.rule, fault.facts) from fault
    _check_worded(document, of, changes)


def _check_worded(document: Document, of: str | None, changes: Iterable[Change]) -> None:
    """Where its parent has no wording yet there is none that a sub-amendment could edit.

    The parent's own would move the words under it.
    """
    if of is None:
        return
    spoken = complete_in(document.proposals[of], document.languages)
    for change in changes:
        if isinstance(change, Edit) and change.language not in spoken:
            raise Refused("amendment.outside_parent", {"unit": change.unit})


def checked(base: Base, changes: tuple[Change, ...]) -> None:
    """Refused if the changes cannot be made to the text."""
    try:
        check(base, changes)
    except Faulty as fault:
        raise Refused(fault.rule, fault.facts) from fault


def _check_kinds(changes: Iterable[Change]) -> None:
    for unit in added(changes):
        known(unit.kind, KINDS, "document.unit_kind_unknown")


def _check_identities(document: Document, of: str | None, changes: tuple[Change, ...]) -> None:
    """A new unit's identity is nobody else's; only an identical amendment has the same."""
    new = {unit.unit for unit in added(changes)}
    taken = {unit.unit for unit, _ in walk(document.units)}
    for proposal in document.live():
        if (proposal.of, proposal.changes) != (of, changes):
            taken |= {unit.unit for unit in added(proposal.changes)}
    for unit in sorted(new & taken):
        raise Refused("amendment.unit_twice", {"unit": unit})


def _check_linguistic(changes: Iterable[Change]) -> None:
    languages = {change.language if isinstance(change, Edit) else "" for change in changes}
    if "" in languages or len(languages) > 1:
        raise Refused("amendment.not_linguistic")


def _in_nfc(changes: Iterable[Change]) -> Iterable[Change]:
    for change in changes:
        match change:
            case Edit(unit=unit, language=language, start=start, end=end, new=new):
                yield Edit(unit, language, start, end, nfc(new))
            case Add(parent=parent, after=after, units=units):
                yield Add(parent, after, in_nfc(units))
            case _:
                yield change


def edits_in_nfc(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits with their new words in NFC."""
    return tuple(edit for edit in _in_nfc(edits) if isinstance(edit, Edit))


def pending(document: Document, name: str) -> Proposal:
    """The amendment of this reading that is still to be decided; Refused if there is none."""
    known(name, document.proposals, "amendment.unknown")
    proposal = document.proposals[name]
    if proposal.state != "tabled" or proposal.reading != document.text.reading:
        raise Refused("amendment.not_pending", {"number": str(proposal.number)})
    return proposal


def translated(floor: Floor, command: c.TranslateAmendment) -> a.ActBody:
    """The amendment's wording in another language."""
    document = floor.document
    document.still_draft()
    proposal = pending(document, command.amendment)
    known(command.language, document.languages, "amendment.language_unknown")
    edits = edits_in_nfc(command.edits)
    words = {u: nfc(w) for u, w in command.words.items() if w.strip()}
    _check_translation(proposal, command, words)
    if edits:
        others = (c_ for c_ in proposal.changes if not _edits_in(c_, command.language))
        checked(Amended(document).ground(proposal.of), (*others, *edits))
        _check_worded(document, proposal.of, edits)
    _check_not_amended(document, proposal, command.language)
    return a.AmendmentTranslated(command.amendment, command.language, edits, words)


def _check_not_amended(document: Document, parent: Proposal, language: str) -> None:
    """The wording that a sub-amendment edits stays as it is: its changes are in places of it."""
    live = (sub for sub in document.live() if sub.of == parent.amendment)
    editing = [s for s in live if any(_edits_in(change, language) for change in s.changes)]
    if editing:
        raise Refused("document.amendments_pending", counted(editing))


def _edits_in(change: Change, language: str) -> bool:
    return isinstance(change, Edit) and change.language == language


def _check_translation(
    proposal: Proposal, command: c.TranslateAmendment, words: dict[str, str]
) -> None:
    if proposal.linguistic or command.language == proposal.language:
        raise Refused("amendment.own_language")
    if any(edit.language != command.language for edit in command.edits):
        raise Refused("amendment.other_language")
    worded = {unit.unit for unit in added(proposal.changes) if unit.words}
    for unit in words:
        known(unit, worded, "amendment.not_added")
    edited = {e.unit for e in proposal.changes if isinstance(e, Edit)}
    for edit in command.edits:
        known(edit.unit, edited, "amendment.not_edited")
    if not command.unchanged and not (command.edits or words):
        raise Refused("amendment.translation_empty")
    if worded - set(words):
        raise Refused("amendment.translation_partial", {"count": str(len(worded - set(words)))})


def sponsored(floor: Floor, command: c.SponsorAmendment) -> a.ActBody:
    """A party joins the sponsors."""
    floor.document.still_draft()
    proposal = pending(floor.document, command.amendment)
    proposers = floor.register.with_right("propose", floor.on)
    known(command.party, proposers, "meeting.may_not_propose")
    absent(command.party, (*proposal.by, *proposal.sponsors), "amendment.sponsored_already")
    return a.AmendmentSponsored(command.amendment, command.party)


def withdrawn(floor: Floor, command: c.WithdrawAmendment) -> list[a.ActBody]:
    """The amendment is withdrawn, and what would have amended it falls."""
    document = floor.document
    document.still_draft()
    proposal = pending(document, command.amendment)
    known(command.party, proposal.by, "amendment.not_yours")
    subs = [s for s in subs_of(document.proposals, command.amendment) if s.state == "tabled"]
    fallen = tuple(a.Fallen(s.amendment, command.amendment, "parent_settled") for s in subs)
    return [
        a.AmendmentWithdrawn(command.amendment, command.reason),
        *([a.AmendmentsSettled("", (), (), fallen)] if fallen else []),
    ]
