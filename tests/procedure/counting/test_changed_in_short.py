"""What would have changed a vote, in short: each row is a vote that tells one error from the truth.

A condition is its measure and its base, with a share ("1/2", or ">1/2": more than that), "least2",
"elders" (of these only), "each" (in each group), "waived2" (below two not in favour). A member is
"+" in favour, "-" against, "0" abstaining, "." silent or "_" absent, then the first letter of its
group, its votes if they are not one, "p" and its people if not one, and "*" if it is an elder.
All were found by trying every smaller change, as the laws do.
"""

from dataclasses import replace
from fractions import Fraction

import pytest

from kurultai.procedure.rulebook import Condition
from tests.procedure.counting.sittings import Member, body, decided, rule, votes

SAYS = {"+": "yes", "-": "no", "0": "abstain", ".": "not voting", "_": "absent"}
GROUPS = {"n": "north", "s": "south", "w": "west"}
WEIGHTS = {"north": Fraction(1, 2), "south": Fraction(2)}


def condition(text: str) -> Condition:
    measure, of, *words = text.split()
    asked = Condition(measure=measure, of=of)  # type: ignore[arg-type]
    for word in words:
        if word == "elders":
            asked = replace(asked, role="elder")
        elif word == "each":
            asked = replace(asked, each_group=True)
        elif word.startswith("least"):
            asked = replace(asked, least=int(word.removeprefix("least")))
        elif word.startswith("waived"):
            asked = replace(asked, waived_below=int(word.removeprefix("waived")))
        else:
            share = Fraction(word.removeprefix(">"))
            asked = replace(asked, fraction=share, more_than=word.startswith(">"))
    return asked


def member(name: str, text: str) -> Member:
    weight, _, people = text[2:].rstrip("*").partition("p")
    return Member(
        name,
        SAYS[text[0]],
        weight=Fraction(weight or 1),
        population=int(people or 1),
        group=GROUPS[text[1]],
        roles=("elder",) if text.endswith("*") else (),
    )


ADOPTED: list[tuple[str, str, str, dict[str, int]]] = [
    ("votes cast >1/2", "+n +n +n 0n*", "veto", {"fewer_yes": 2}),
    ("votes cast 1/2; votes cast 2/3", "+n +n +n +n +n -n", "", {"fewer_yes": 2}),
    ("groups cast", "+n +n +n +n -n -n", "", {"fewer_yes": 1}),
    ("groups cast", "+n +n +n", "", {"fewer_yes": 2}),
    ("groups cast", "+n3 +n", "", {"fewer_yes": 1}),
    ("groups cast", "+np4", "ties weights", {"fewer_yes": 1}),
    ("groups cast each waived2", "+s3* _wp3", "", {}),
    ("groups cast least2", "+n +s +s +s", "", {"fewer_yes": 1}),
    ("groups entitled each waived3", "+n +n +n +n +n _n _n +s +s +s", "", {"fewer_yes": 3}),
    ("groups entitled elders", "+n* +sp2* .s*", "", {"fewer_yes": 2}),
    (
        "groups given >3/5 each; voters entitled >1/2 waived3",
        "+s2p5 +sp3 _sp4",
        "",
        {"fewer_yes": 1},
    ),
    ("groups given least1", "+s3p3 _w", "", {"fewer_yes": 1}),
    ("groups given waived2", "+np2*", "ties", {}),
    ("groups given waived3", "_s +np3*", "ties veto", {"fewer_yes": 1}),
    ("groups present 2/3 least1", "+np5* +s", "", {"fewer_yes": 1}),
    ("groups present >3/5 least1 each", "+sp3*", "weights", {"fewer_yes": 1}),
    ("groups present least1", "+wp4* -sp4", "weights", {"fewer_yes": 1}),
    ("groups present waived3", "+n -np4* +np4 -wp2* .np4* -w3p4", "", {"fewer_yes": 1}),
    (
        "population cast 1/2 least1 waived2",
        "0np5* +wp3* +s3p3* 0sp5",
        "ties weights",
        {"fewer_yes": 2},
    ),
    ("population cast least1 each", "+sp3* +n3*", "ties", {"fewer_yes": 1}),
    ("population cast least9 waived2", "+n -n", "", {"fewer_yes": 1}),
    ("population given >2/3 each waived2", "+n3p4 .sp4* -np4", "weights", {"fewer_yes": 1}),
    ("population given >3/5 waived2", "0sp2* +s3p5* +np3", "", {"fewer_yes": 1}),
    ("voters cast 1/2 waived2", "_wp4 +np5*", "", {"fewer_yes": 1}),
    ("voters present >1/2 least3 elders each waived2", "_n2* +n2p2*", "", {"fewer_yes": 1}),
    ("votes cast >3/5", "+n3* _np4*", "weights", {"fewer_yes": 2}),
    ("votes cast least2 each", "+n +n +n +s2 +s2 +s2", "", {"fewer_yes": 2}),
    ("votes cast least2 each waived2", "+n +n _n +s +s", "", {"fewer_yes": 1}),
    ("votes cast least2 elders", "+n* +n* +n* +n3", "", {"fewer_yes": 2}),
    ("votes given", "+w2 _np4*", "veto weights", {"fewer_yes": 1}),
    ("votes present least1 elders", "+sp5*", "", {"fewer_yes": 1}),
]

REJECTED: list[tuple[str, str, str, dict[str, int]]] = [
    ("groups cast >1/2", "+w -s -n -n -n", "", {"more_yes": 1}),
    ("votes cast least3 each", "+n -n -n +s3 -s5", "", {"more_yes": 2}),
    ("population present 2/3", "+n -n -n", "", {"more_yes": 1}),
    ("population present 2/3", "+n .n .n", "", {"more_yes": 1}),
    ("votes cast 4/5 least3", "-n 0n 0n 0n", "", {"more_yes": 3}),
    ("votes given 4/5 least3", "0n 0n 0n .n .n .n", "", {"more_yes": 3}),
    ("votes present 4/5 least3", ".n .n .n", "", {"more_yes": 3}),
    ("votes entitled 3/4", "+n _n _n _n", "", {"more_yes": 2}),
    ("votes given 1/2; votes entitled 1/2", "+n 0n _n", "", {"more_yes": 1}),
    ("votes given 1/2", "+n 0n -n*", "veto", {"more_yes": 1}),
    ("votes cast least9", "+n +n +n +n +n _n", "", {}),
    ("votes cast >1/2", "+n -n 0n* 0n*", "veto", {"more_yes": 1}),
    ("groups cast >1/2", "-n* -s +w", "veto", {"more_yes": 1}),
    ("population entitled 3/4", "+n* -n* -n -n", "veto", {"more_yes": 2}),
    ("votes cast >1/2", "+n +n -n* -n*", "veto", {"more_yes": 2}),
    ("groups cast >1 each", "-s", "weights", {}),
    ("groups cast 1/2 each", "+s3p4 -s3p2 .wp5*", "ties", {"more_yes": 2}),
    ("groups cast >1/2 waived2", "-sp3 .w3 -s* .wp2", "ties", {"more_yes": 2}),
    ("groups cast >1/2 waived2", "-sp4 -sp5* _wp4*", "", {"more_yes": 2}),
    ("groups entitled", "0w3p3", "", {"more_yes": 1}),
    ("groups entitled 1/2", ".np4 _s", "", {"more_yes": 1}),
    ("groups entitled 1/2 elders", "-wp4* .sp2*", "veto weights", {"more_yes": 2}),
    ("groups entitled 2/3 least3 each waived2", "_wp2* -n2 _wp2", "", {"more_yes": 1}),
    ("groups entitled 3/5 least4 waived2", "+n3p5 .sp2* _n*", "", {"more_yes": 1}),
    ("groups entitled 3/5; votes present least4", ".np2* _wp2", "ties", {}),
    ("groups entitled >3/5 each", ".np5 .n2p4*", "ties weights", {"more_yes": 1}),
    ("groups given", "_np4 .sp5* .sp4", "", {"more_yes": 1}),
    ("groups given 1/2 each", "-np3", "", {"more_yes": 1}),
    ("groups given 1/2 waived2", "_np5 0w*", "", {"more_yes": 1}),
    (
        "groups given 1/2; votes cast >1/2",
        "+n 0s .s -w +n",
        "",
        {"more_yes": 1, "fewer_abstentions": 1},
    ),
    ("groups given 2/3 least4", ".wp3* 0sp5 +s3* .np3", "", {}),
    ("groups given >1/2", "+n 0s .s", "", {"more_yes": 1, "fewer_abstentions": 1}),
    ("groups given >2/3 least2", ".np5* 0sp2", "", {"more_yes": 2}),
    (
        "groups given >3/5 least1 each waived2",
        ".sp3 .sp4 -w2* +n* _s* -n2p2*",
        "weights",
        {"more_yes": 1},
    ),
    ("groups given elders each", "-n2p2 0sp2* -np4* .sp5*", "ties weights", {"more_yes": 2}),
    ("groups given least2 each", "-s*", "", {}),
    (
        "groups given; votes present 2/3 least2 each waived2",
        "0wp2 _np2 -n2p3* +sp4* -sp3*",
        "weights",
        {"more_yes": 1},
    ),
    ("groups present 1/2", ".n* -n2p4*", "", {"more_yes": 1}),
    ("groups present 2/3", "+np2 .n2p3 0sp4* .np4", "", {"more_yes": 1, "fewer_abstentions": 1}),
    (
        "groups present 2/3 waived2",
        "_sp2* 0np2* 0s3p5 +wp2",
        "",
        {"more_yes": 1, "fewer_abstentions": 2},
    ),
    ("groups present 3/5; votes entitled 3/5", "0sp3* .sp3*", "", {"more_yes": 2}),
    ("groups present >1/2", "+n 0s .s", "", {"more_yes": 1}),
    ("groups present >1/2", "0np2 -wp5* 0w3p3 +n*", "", {"more_yes": 1}),
    ("population entitled 1/2", "-sp5*", "veto", {"more_yes": 1}),
    ("population entitled >3/5 least2 each", "0np2 +n* 0np2 -s3p4*", "", {"more_yes": 3}),
    ("population given 1/2 least3 elders", ".np5 -np2* .n2p2*", "", {"more_yes": 2}),
    ("population given 1/2 waived2", "_sp2 -wp2* 0n* 0n2p2", "ties", {"more_yes": 2}),
    ("population given >2/3", "0np3 +np4", "", {"more_yes": 1, "fewer_abstentions": 1}),
    ("population given elders", "0n* .n3p4", "ties", {"more_yes": 1}),
    (
        "population present least3 elders; groups given >1/2",
        "_np3* -np2*",
        "ties weights",
        {"more_yes": 2},
    ),
    (
        "voters cast >1/2; population present least4 elders",
        "+wp5* -wp2 0sp3 _sp3*",
        "",
        {"more_yes": 1},
    ),
    ("voters cast least4", "0np4", "ties", {}),
    ("voters entitled each waived2", ".np2* -sp3* 0np4 0sp3*", "ties", {"more_yes": 2}),
    ("voters given elders", ".n3p5", "ties", {}),
    ("voters present 1/2 least3", ".sp2* -n2p2*", "ties weights", {}),
    (
        "voters present >1/2; votes given >1/2",
        "+n 0n 0n",
        "",
        {"more_yes": 1, "fewer_abstentions": 2},
    ),
    ("voters present >3/5", ".s3p5* 0s2p2 +s3p5*", "weights", {"more_yes": 1}),
    ("votes cast >1/2", "+n +n -n* -n* -n", "veto", {"more_yes": 2}),
    ("votes entitled 1/2", "-np4", "", {"more_yes": 1}),
    ("votes entitled 1/2", "0s3p3*", "ties", {"more_yes": 2}),
    ("votes given >2/3 each", ".sp4* -np4", "veto", {"more_yes": 2}),
    ("votes present 2/3", "+s 0w3 +s2p2", "weights", {"more_yes": 1, "fewer_abstentions": 2}),
    ("votes present least4 each", "+w3*", "", {}),
]

VETOED: list[tuple[str, str, str, dict[str, int]]] = [
    ("votes given 2/3 least3 waived3", "-wp2*", "veto", {"more_yes": 1, "fewer_objections": 1}),
]
ROWS = [
    *(("adopted", *row) for row in ADOPTED),
    *(("rejected", *row) for row in REJECTED),
    *(("vetoed", *row) for row in VETOED),
]


@pytest.mark.parametrize(("result", "asked", "said", "how", "changed"), ROWS)
def test_it_would_have_come_out_otherwise(
    result: str, asked: str, said: str, how: str, changed: dict[str, int]
) -> None:
    by = rule(
        "conditions",
        conditions=tuple(map(condition, asked.split("; "))),
        tie="adopted" if "ties" in how else "rejected",
        veto="elder" if "veto" in how else "",
    )
    members = [member(f"m{n}", text) for n, text in enumerate(said.split())]
    in_groups = {each.group for each in members} if "weights" in how else set()
    groups = {group: weight for group, weight in WEIGHTS.items() if group in in_groups}
    outcome = decided(body(by, members=members, groups=groups), votes=votes(members))
    assert (outcome.result, outcome.arithmetic["would_change"]) == (result, changed)
