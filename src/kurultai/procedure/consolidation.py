"""Consolidation: what was adopted becomes the text, and the next reading begins."""

from kurultai.procedure import acts as a
from kurultai.procedure.amended import Amended
from kurultai.procedure.document import nothing_waiting
from kurultai.procedure.floor import Floor
from kurultai.procedure.refusal import Refused
from kurultai.procedure.settle import lapsed
from kurultai.texts.consolidate import consolidate, strike
from kurultai.texts.unit import walk


def consolidated(floor: Floor) -> list[a.ActBody]:
    """The whole text of the next reading; what never had its signatures falls with this one."""
    document = floor.document
    document.still_draft()
    nothing_waiting(document, floor.rule.signatures)
    text = document.text
    adopted = [p for p in document.of_reading() if p.state == "adopted"]
    if not adopted and not document.struck:
        raise Refused("document.nothing_adopted")
    amended = Amended(document)
    main = tuple(amended.made(p) for p in adopted if p.of is None)
    made = consolidate(amended.base, main, text.worded)
    units = strike(made.units, document.struck)
    there = {unit.unit for unit, _ in walk(units)}
    behind = {
        language: tuple(unit for unit in late if unit in there)
        for language, late in made.behind.items()
    }
    act = a.TextConsolidated(
        reading=text.reading + 1,
        amendments=tuple(p.amendment for p in adopted),
        units=units,
        behind={language: late for language, late in behind.items() if late},
    )
    return [*lapsed(document), act]
