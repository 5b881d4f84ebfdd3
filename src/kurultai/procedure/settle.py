"""What a decision settles: amendments adopted, rejected and fallen; paragraphs kept or struck."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kurultai.procedure import acts as a
from kurultai.procedure.amendment import Proposal, ground_of, subs_of
from kurultai.procedure.document import Document
from kurultai.procedure.floor import Floor
from kurultai.procedure.marshal import as_put
from kurultai.texts.fate import fates
from kurultai.texts.relation import relate


def settled(
    floor: Floor, decision: str, put: tuple[str, ...], *, carried: bool
) -> a.AmendmentsSettled:
    """What became of the amendments put, and what falls with them.

    Of identical ones the first listed is adopted, and the others are decided with it.
    """
    document = floor.document
    waiting = tuple(name for name in put if document.proposals[name].state == "tabled")
    if not carried:
        after = _as_if(document, dict.fromkeys(waiting, "rejected"))
        return a.AmendmentsSettled(decision, (), waiting, tuple(_falling(floor, after)))
    same = dict(_identical(document, waiting))
    adopted = tuple(name for name in waiting if name not in same)
    joined = tuple(a.Fallen(name, first, "identical") for name, first in same.items())
    states = {**dict.fromkeys(adopted, "adopted"), **dict.fromkeys(same, "fallen")}
    after = _as_if(document, states)
    return a.AmendmentsSettled(decision, adopted, (), (*joined, *_falling(floor, after)))


def _as_if(document: Document, states: Mapping[str, str]) -> Document:
    proposals = {
        name: replace(proposal, state=states.get(name, proposal.state))
        for name, proposal in document.proposals.items()
    }
    return replace(document, proposals=proposals)


def _identical(document: Document, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each amendment that is the same as an earlier one of these, with that one."""
    firsts: list[Proposal] = []
    for name in names:
        proposal = document.proposals[name]
        ground = ground_of(document.text.base, document.proposals, proposal)
        here = as_put(document, proposal)
        same = (
            first.amendment
            for first in firsts
            if first.of == proposal.of
            and relate(ground, as_put(document, first), here) == "identical"
        )
        first = next(same, None)
        if first is None:
            firsts.append(proposal)
        else:
            yield name, first


def _falling(floor: Floor, document: Document) -> Iterator[a.Fallen]:
    """What cannot be put any more now: rivals, then what would have amended what is settled.

    Rivals fall at each level on its own ground: amendments on the text, the sub-amendments of
    one amendment on the text as that one makes it.
    """
    fallen = {fall.amendment: fall for fall in _rivals(floor, document, None)}
    for proposal in document.of_reading():
        if proposal.of is not None:
            continue
        state = "fallen" if proposal.amendment in fallen else proposal.state
        if state == "tabled":
            for fall in _rivals(floor, document, proposal.amendment):
                fallen.setdefault(fall.amendment, fall)
            continue
        why = "parent_settled" if state == "adopted" else "parent_rejected"
        for sub in subs_of(document.proposals, proposal.amendment):
            if sub.state == "tabled":
                fallen[sub.amendment] = a.Fallen(sub.amendment, proposal.amendment, why)
    yield from fallen.values()


def _rivals(floor: Floor, document: Document, of: str | None) -> Iterator[a.Fallen]:
    here = [p for p in document.of_reading() if p.of == of]
    pending = [p for p in here if p.state == "tabled"]
    if not pending:
        return
    ground = ground_of(document.text.base, document.proposals, pending[0])
    in_state = {
        state: tuple(as_put(document, p) for p in here if p.state == state)
        for state in ("tabled", "adopted", "rejected")
    }
    found = fates(
        ground,
        in_state["tabled"],
        in_state["adopted"],
        in_state["rejected"],
        policy_rivals=floor.rule.rivals,
    )
    for fate in found:
        yield a.Fallen(fate.amendment, fate.because, fate.why)


def lapsed(document: Document) -> list[a.ActBody]:
    """Amendments that never had the signatures they needed fall with the text they were to."""
    left = tuple(
        a.Fallen(p.amendment, "", "signatures")
        for p in document.of_reading()
        if p.state == "tabled"
    )
    return [a.AmendmentsSettled("", (), (), left)] if left else []
