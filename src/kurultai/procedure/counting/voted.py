"""A tally from votes, where it is said who voted how."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kurultai.procedure.counting.counts import entitled_of, present_of
from kurultai.procedure.counting.event import Ballot, VoteEvent
from kurultai.procedure.counting.finding import Number
from kurultai.procedure.counting.hearing import Hearing
from kurultai.procedure.counting.options import GIVEN, choice_of, weight_of
from kurultai.procedure.counting.roll import Member, Roll
from kurultai.procedure.counting.tally import ONE, Bloc, Tally, Worth, whole
from kurultai.procedure.refusal import Refused

_ONE = Member()
_Part = tuple[str, tuple[str, ...], Worth]


def voted(event: VoteEvent, roll: Roll, everybody: Roll, hears: Hearing, seats: int) -> Tally:
    """The tally of the event's votes; ``everybody`` is the roll before some were left out."""
    call = _Call(event, roll, everybody, hears)
    ballots = event.votes or ()
    named = call.at_once(ballots)
    if named is not None:
        call.others(named)
        return call.tally(seats)
    by_voter: dict[str, list[Ballot]] = {}
    for ballot in ballots:
        by_voter.setdefault(ballot.voter_id, []).append(ballot)
    for name, own in by_voter.items():
        call.voter(name, own)
    call.others(by_voter)
    return call.tally(seats)


@dataclass(slots=True)
class _Call:
    """The votes as they are called one after the other."""

    event: VoteEvent
    roll: Roll
    everybody: Roll
    hears: Hearing
    blocs: dict[Bloc, int] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    vetoed_by: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    there: frozenset[str] | None = None  # who is present, if it is said
    weighted: bool = field(init=False)
    vague: int = 0
    loose: int = field(init=False)

    def __post_init__(self) -> None:
        self.weighted = self.roll.weighted
        if isinstance(self.event.present, tuple):
            self.there = frozenset(self.event.present)

    # --- who is named

    def at_once(self, ballots: Sequence[Ballot]) -> frozenset[str] | None:
        """Count them all at once and say who they are; None if one needs to be looked at.

        That is a vote that states its weight, one of somebody who is not on the roll or has a
        role beside it, two of one voter; and every one where it matters who is present or how many
        votes one may cast.
        """
        if self.there is not None or self.hears.cap:
            return None
        rows: dict[tuple[str, str, str, _Part], list[str]] = {}
        voters, part = self.roll.voters, _ONE.part
        for ballot in ballots:
            if voters:
                member = voters.get(ballot.voter_id)
                if member is None or ballot.role:
                    return None
                part = member.part
            if ballot.weight is not None:
                return None
            key = (ballot.option, ballot.group_id, ballot.role, part)
            row = rows.get(key)
            if row is None:
                rows[key] = row = []
            row.append(ballot.voter_id)
        named = frozenset(name for row in rows.values() for name in row)
        if len(named) < len(ballots):
            return None
        for (option, group, role, part), names in rows.items():
            self._row(choice_of(option), group, role, part, names)
        return named

    def _row(self, choice: str, group: str, role: str, part: _Part, names: list[str]) -> None:
        roles = (role,) if role else part[1]
        self.blocs[choice, group or part[0], roles, part[2]] = len(names)
        self.names.setdefault(choice, []).extend(names)
        if choice == "no" and self.hears.veto in roles:
            self.vetoed_by.extend(names)

    def voter(self, name: str, ballots: Sequence[Ballot]) -> None:
        """Count what one voter said; Refused if it may not be said."""
        known = self.roll.voters.get(name)
        if known is None and self.roll.voters:
            self._stranger(name, ballots)
            return
        parts = tuple(self._parts(name, ballots, known))
        member = _stated(known or _ONE, ballots[0])
        total = sum(weight for _, weight in parts)
        if not total and len(parts) > 1:
            raise Refused("vote.weight_missing", {"name": name})
        for choice, weight in parts:
            share = Fraction(weight, total) if weight != total else 1
            self._add(name, choice, member, (weight, share, whole(member.population * share)))
        if self.hears.veto in member.roles and any(choice == "no" for choice, _ in parts):
            self.vetoed_by.append(name)

    def _stranger(self, name: str, ballots: Iterable[Ballot]) -> None:
        """Nobody else may vote; who is on the roll but takes no part may be named as absent."""
        if name not in self.everybody.voters:
            raise Refused("vote.voter_unknown", {"name": name})
        if any(ballot.option not in ("absent", "recused") for ballot in ballots):
            raise Refused("vote.not_entitled_here", {"name": name})

    def _parts(
        self, name: str, ballots: Sequence[Ballot], known: Member | None
    ) -> Iterator[tuple[str, Number]]:
        """Each choice with its votes, and what a voter who may divide them left unused."""
        if len(ballots) > 1 and not self.hears.split:
            raise Refused("vote.twice", {"name": name})
        used: Number = 0
        for ballot in ballots:
            weight = self._weight(ballot, known, alone=len(ballots) == 1)
            used += weight
            yield self._choice(name, ballot.option), weight
        if known is None or not self.hears.split:
            return
        if used > known.weight:
            facts = {"name": name, "votes": str(used), "weight": str(known.weight)}
            raise Refused("vote.more_than_weight", facts)
        if used < known.weight:
            yield self._unused(name), whole(known.weight - used)

    def _weight(self, ballot: Ballot, known: Member | None, *, alone: bool) -> Number:
        if ballot.weight is not None:
            weight = weight_of(ballot.weight, ballot.voter_id)
        elif alone:
            weight = known.weight if known is not None else 1
        else:
            raise Refused("vote.weight_missing", {"name": ballot.voter_id})
        if self.hears.cap and weight > self.hears.cap and ballot.option in GIVEN:
            facts = {"name": ballot.voter_id, "votes": str(weight), "most": str(self.hears.cap)}
            raise Refused("vote.over_cap", facts)
        self.weighted = self.weighted or weight != 1
        return weight

    def _unused(self, name: str) -> str:
        return "silent" if self.there is None or name in self.there else "absent"

    def _choice(self, name: str, option: str) -> str:
        """What was said, as it counts with who is present; Refused if the two contradict."""
        choice = choice_of(option)
        if self.there is None or choice == "recused":
            return choice
        present = name in self.there
        if present == (choice != "absent"):
            return choice
        if present:
            raise Refused("vote.absent_and_present", {"name": name})
        if not self.hears.written:
            raise Refused("vote.not_among_present", {"name": name})
        return "written" if choice == "no" else "absent"

    def _add(self, name: str, choice: str, member: Member, worth: Worth) -> None:
        bloc = (choice, member.group, member.roles, worth)
        self.blocs[bloc] = self.blocs.get(bloc, 0) + 1
        self.names.setdefault(choice, []).append(name)

    # --- who is not named

    def others(self, named: Collection[str]) -> None:
        """Count those who are not named: the rest of the roll, and who is known as a number."""
        unnamed = {name: m for name, m in self.roll.voters.items() if name not in named}
        if self.there is not None:
            self._silent(self.there.difference(named))
            unnamed = {name: m for name, m in unnamed.items() if name not in self.there}
        else:
            there = self._voters("yes", "no", "abstain", "silent")
            self.vague = max(0, present_of(self.event, there) - there)
        rest = self._rest(len(unnamed))
        self.loose = rest + self.vague
        for name, member in unnamed.items():
            self._add(name, "absent", member, (member.weight, 1, member.population))
        worth = (0, 1, 0) if self.weighted else ONE
        self._unknown("silent", worth, self.vague)
        self._unknown("absent", worth, rest)
        if rest:
            self.names["absent"] = [n for n in self.names.get("absent", ()) if n not in unnamed]

    def _silent(self, names: Iterable[str]) -> None:
        """Who is present by name and said nothing."""
        for name in sorted(names):
            if self.roll.voters and name not in self.roll.voters:
                self.strangers.append(name)
                continue
            member = self.roll.voters.get(name, _ONE)
            self._add(name, "silent", member, (member.weight, 1, member.population))

    def _rest(self, unnamed: int) -> int:
        """How many more are absent than are named; less than nothing if some of those are not.

        Refused if more have voted or are present than there can be.
        """
        named = self._voters() + self.vague
        entitled = entitled_of(self.event, self.roll, named, weighted=self.weighted)
        return entitled - named - unnamed

    def _unknown(self, choice: str, worth: Worth, number: int) -> None:
        """So many of whom nothing else is known; less than nothing takes some away again."""
        if number:
            bloc: Bloc = (choice, "", (), worth)
            self.blocs[bloc] = self.blocs.get(bloc, 0) + number

    def _voters(self, *choices: str) -> int:
        """How many voters said one of these, or anything."""
        blocs = self.blocs.items()
        return int(sum(n * b[3][1] for b, n in blocs if not choices or b[0] in choices))

    def tally(self, seats: int) -> Tally:
        """What was called."""
        found = {group for _, group, _, _ in self.blocs if group}.difference(self.roll.groups)
        return Tally(
            self.blocs,
            names={choice: tuple(sorted(set(names))) for choice, names in self.names.items()},
            groups={**self.roll.groups, **dict.fromkeys(sorted(found), 1)},
            component=seats,
            vetoed_by=tuple(sorted(self.vetoed_by)),
            unlisted=not self.roll.voters,
            weighted=self.weighted,
            vague=self.vague,
            loose=self.loose,
            strangers=tuple(self.strangers),
        )


def _stated(member: Member, ballot: Ballot) -> Member:
    """The member with the group and the role that the event states."""
    roles = (*member.roles, ballot.role) if ballot.role not in ("", *member.roles) else member.roles
    return replace(member, group=ballot.group_id or member.group, roles=roles)
