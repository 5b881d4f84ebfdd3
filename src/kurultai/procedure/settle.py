"""What a decision settles: amendments adopted, rejected and fallen; paragraphs kept or struck."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kurultai.procedure import acts as a
from kurultai.procedure.amended import Amended
from kurultai.procedure.amendment import Proposal
from kurultai.procedure.document import Document
from kurultai.procedure.floor import Floor
from kurultai.texts.fate import Fate, fates
from kurultai.texts.rivals import Rivals


def settled(
    floor: Floor, decision: str, put: tuple[str, ...], *, carried: bool
) -> a.AmendmentsSettled:
    """What became of the amendments put, and what falls with them.

    Of identical ones one is adopted, and the others are decided with it.
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
    """Each amendment that is the same as another of these, with the one that stands for both.

    That is the one with its wording in most languages, so that no translation is lost.
    """
    amended = Amended(document)
    spoken = {name: len(amended.made(document.proposals[name]).languages) for name in names}
    for level in amended.levels(names):
        here = sorted(
            (name for name in names if name in level.amendment), key=lambda name: -spoken[name]
        )
        yield from level.twins(here).items()


def _falling(floor: Floor, document: Document) -> Iterator[a.Fallen]:
    """What cannot be put any more now: rivals, then what would have amended what is settled.

    Rivals fall at each level on its own ground: amendments on the text, the sub-amendments of
    one amendment on the text as that one makes it.
    """
    amended = Amended(document)
    levels: dict[str | None, list[Proposal]] = {}
    for proposal in document.of_reading():
        levels.setdefault(proposal.of, []).append(proposal)
    rivals = _rivals(floor, amended, levels.pop(None, []))
    yield from rivals
    fallen = {fall.amendment for fall in rivals}
    for of, subs in levels.items():
        parent = document.proposals[of or ""]
        if parent.state == "tabled" and parent.amendment not in fallen:
            yield from _rivals(floor, amended, subs)
            continue
        why = "parent_settled" if parent.state == "adopted" else "parent_rejected"
        yield from (
            a.Fallen(sub.amendment, parent.amendment, why) for sub in subs if sub.state == "tabled"
        )


def _rivals(floor: Floor, amended: Amended, level: Sequence[Proposal]) -> tuple[a.Fallen, ...]:
    """What falls of one level, group by group: what has no rival decided stays."""
    if not any(proposal.state == "tabled" for proposal in level):
        return ()
    compared = [p.amendment for p in level if p.state in ("tabled", "adopted", "rejected")]
    (here,) = amended.levels(compared)
    found = [fate for group in here.groups() for fate in _fates(floor, amended, here, group)]
    found.sort(key=lambda fate: amended.proposals[fate.amendment].number)
    return tuple(a.Fallen(fate.amendment, fate.because, fate.why) for fate in found)


def _fates(
    floor: Floor, amended: Amended, level: Rivals, group: tuple[str, ...]
) -> tuple[Fate, ...]:
    states = {
        state: [level.amendment[name] for name in group if amended.proposals[name].state == state]
        for state in ("tabled", "adopted", "rejected")
    }
    if not states["tabled"] or len(states["tabled"]) == len(group):
        return ()
    return fates(
        level.base,
        states["tabled"],
        states["adopted"],
        states["rejected"],
        policy_rivals=floor.rule.rivals,
    )


def lapsed(document: Document) -> list[a.ActBody]:
    """Amendments that never had the signatures they needed fall with the text they were to."""
    left = tuple(
        a.Fallen(p.amendment, "", "signatures")
        for p in document.of_reading()
        if p.state == "tabled"
    )
    return [a.AmendmentsSettled("", (), (), left)] if left else []
