"""Taking over what an assembly already has, and taking it back."""

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.document import Document
from kurultai.procedure.facts import Facts, new_id
from kurultai.procedure.following.commitment import ANSWERS, STATES, check_links
from kurultai.procedure.following.undertaking import check_undertaking
from kurultai.procedure.refusal import Refused
from kurultai.procedure.register import Register, asked_day, known, worded
from kurultai.procedure.text import operative


def imported(
    register: Register, document: Document, facts: Facts, command: c.ImportCommitments
) -> list[a.Acted]:
    """Every line as a commitment, with what was answered to it on its day.

    Refused with the number of the line at the first one that cannot stand; nothing is then taken
    over.
    """
    document.is_adopted()
    if not command.lines:
        raise Refused("import.empty")
    if command.digest in facts.digests:
        raise Refused("import.already", {"name": command.name})
    name = new_id("import", command.id)
    taken = a.CommitmentsImported(name, command.name, command.digest, len(command.lines))
    units = dict(operative(document.units))
    acts = [a.Acted(document.document, document.audience, command.on, taken)]
    for line in command.lines:
        unit = units.get(line.number)
        acts += _line(register, document, facts, command, line, name, unit.unit if unit else "")
    return acts


def _line(
    register: Register,
    document: Document,
    facts: Facts,
    command: c.ImportCommitments,
    line: c.ImportedLine,
    imported_: str,
    unit: str,
) -> list[a.Acted]:
    try:
        undertaking = _checked(register, line, command.on)
    except Refused as refused:
        facts_of_line = {**refused.facts, "line": str(line.line)}
        raise Refused(refused.rule, facts_of_line) from refused
    name = new_id("commitment", command.id, str(line.line))
    made = a.CommitmentMade(
        name,
        document.document,
        unit,
        line.number,
        line.party,
        document.adopted_at,
        facts.series,
        worded(line.words),
        undertaking.due,
        undertaking.tags,
        undertaking,
        line.state,
        line.proposed_by,
        imported_,
    )
    answers = [
        a.Acted(name, document.audience, answer.on, _answer(command.id, line, at, answer))
        for at, answer in enumerate(line.answers)
    ]
    return [a.Acted(name, document.audience, command.on, made), *answers]


def _checked(register: Register, line: c.ImportedLine, on: str) -> a.Undertaking:
    worded(line.words)
    known(line.party, (*register.parties, *register.organs), "register.party_unknown")
    known(line.state, STATES, "commitment.state_unknown")
    before = on
    for answer in line.answers:
        known(answer.state, ANSWERS, "commitment.state_unknown")
        check_links(answer.links)
        if asked_day(answer.on) < asked_day(before):
            raise Refused("import.answer_before", {"when": answer.on})
        before = answer.on
    return check_undertaking(register, line.undertaking)


def _answer(command: str, line: c.ImportedLine, at: int, answer: c.Answered) -> a.ReportMade:
    report = new_id("report", command, f"{line.line} {at}")
    return a.ReportMade(report, answer.state, answer.words, links=answer.links)


def undone(document: Document, facts: Facts, command: c.UndoImport) -> list[a.Acted]:
    """Everything that came from that file is struck, for one reason."""
    reason = worded(command.reason)
    standing = [one for one in facts.commitments if not one.struck]
    if not standing:
        raise Refused("import.nothing_to_undo")
    undone_ = a.ImportUndone(command.imported, reason)
    strike = a.CommitmentStruck(reason)
    return [
        a.Acted(document.document, document.audience, command.on, undone_),
        *(a.Acted(one.commitment, document.audience, command.on, strike) for one in standing),
    ]
