"""A recommendation that was adopted, and what stands under it, as the facts tell it."""

from dataclasses import replace

from kurultai.procedure import acts as a
from kurultai.procedure import commands as c
from kurultai.procedure.facts import Facts, Standing
from kurultai.procedure.following.commitment import commitment_id

TEXT = "document:rec"
ON = "2026-05-20"
EN = {"en": "Because."}
EXERCISE = a.Undertaking("exercise", due="2027-06-30", tags=("tag:cybersecurity",))


def name(unit: str, party: str) -> str:
    """The identity of what a paragraph asks of a party, drawn for the first time."""
    return commitment_id(TEXT, unit, party)


def draw(*paragraphs: c.Drawn, command: str = "c1", reason: bool = True) -> c.DrawCommitments:
    """Draw these from the recommendation."""
    words = EN if reason else {}
    return c.DrawCommitments(id=command, on=ON, document=TEXT, paragraphs=paragraphs, reason=words)


def after(facts: Facts, acts: list[a.Acted]) -> Facts:
    """The facts as the tables tell them once these acts are recorded."""
    standing = {one.commitment: one for one in facts.commitments}
    for acted in acts:
        standing.update(_after(standing, acted))
    return replace(facts, commitments=tuple(standing.values()))


def _after(standing: dict[str, Standing], acted: a.Acted) -> dict[str, Standing]:
    before, at = standing.get(acted.stream), acted.stream
    match acted.act:
        case a.CommitmentMade() as made:
            carried = made.undertaking or a.Undertaking()
            one = Standing(
                at, made.unit, made.party, made.state, acted.audience, undertaking=carried
            )
        case a.CommitmentDescribed(undertaking=undertaking) if before:
            one = replace(before, undertaking=undertaking)
        case a.ReportMade(state=state) if before:
            one = replace(before, state=state)
        case a.CommitmentStruck() if before:
            one = replace(before, struck=True)
        case _:
            return {}
    return {at: one}
