"""A tally from votes, where it is said who voted how."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from kurultai.procedure.counting.counts import entitled_of, present_of
from kurultai.procedure.counting.event import Ballot, VoteEvent
from kurultai.procedure.counting.finding import Number
from kurultai.procedure.counting.hearing import Hearing
from kurultai.procedure.counting.options import GIVEN, choice_of, weight_of
from kurultai.procedure.counting.roll import Member, Roll
from kurultai.procedure.counting.tally import Key, Tally, Worth, whole
from kurultai.procedure.refusal import Refused

_ONE = Member()


def voted(event: VoteEvent, roll: Roll, everybody: Roll, hears: Hearing, seats: int) -> Tally:
    """The tally of the event's votes; ``everybody`` is the roll before some were left out."""
    call = _Call(event, roll, everybody, hears)
    by_voter: dict[str, list[Ballot]] = {}
    for ballot in event.votes or ():
        by_voter.setdefault(ballot.voter_id, []).append(ballot)
    for name, ballots in by_voter.items():
        call.voter(name, ballots)
    call.others(by_voter)
    return call.tally(seats)


@dataclass(slots=True)
class _Call:
    """The votes as they are called one after the other."""

    event: VoteEvent
    roll: Roll
    everybody: Roll
    hears: Hearing
    blocs: dict[Key, Worth] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    vetoed_by: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)
    there: frozenset[str] | None = None  # who is present, if it is said
    weighted: bool = False
    vague: Number = 0

    def __post_init__(self) -> None:
        self.weighted = self.roll.weighted
        if isinstance(self.event.present, tuple):
            self.there = frozenset(self.event.present)

    def voter(self, name: str, ballots: Sequence[Ballot]) -> None:
        """Count what one voter said; Refused if it may not be said."""
        known = self.roll.voters.get(name)
        if known is None and self.roll.voters:
            self._stranger(name, ballots)
            return
        parts = tuple(self._parts(name, ballots, known))
        member = _stated(known or _ONE, ballots[0])
        total = sum(weight for _, weight in parts)
        for choice, weight in parts:
            share = Fraction(weight, total) if weight != total else 1
            self._add(
                name, choice, member, (weight, whole(share), whole(member.population * share))
            )
        if self.hears.veto in member.roles and any(choice == "no" for choice, _ in parts):
            self.vetoed_by.append(name)

    def _parts(
        self, name: str, ballots: Sequence[Ballot], known: Member | None
    ) -> Iterator[tuple[str, Number]]:
        """Each choice with its votes, what a voter left unused among them."""
        if len(ballots) > 1 and not self.hears.split:
            raise Refused("vote.twice", {"name": name})
        used: Number = 0
        for ballot in ballots:
            weight = self._weight(ballot, known, alone=len(ballots) == 1)
            used += weight
            yield self._choice(name, ballot.option), weight
        if known is not None and self.hears.split:
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

    def _stranger(self, name: str, ballots: Sequence[Ballot]) -> None:
        """Nobody else may vote; who is on the roll but takes no part may be named as absent."""
        if name not in self.everybody.voters:
            raise Refused("vote.voter_unknown", {"name": name})
        if any(ballot.option not in ("absent", "recused") for ballot in ballots):
            raise Refused("vote.not_entitled_here", {"name": name})

    def _add(self, name: str, choice: str, member: Member, worth: Worth) -> None:
        key = (choice, member.group, member.roles)
        votes, voters, population = self.blocs.get(key, (0, 0, 0))
        self.blocs[key] = (votes + worth[0], voters + worth[1], population + worth[2])
        self.names.setdefault(choice, []).append(name)

    def others(self, named: dict[str, list[Ballot]]) -> None:
        """Count those who are not named: the rest of the roll, and who is known as a number."""
        place = 0 if self.weighted else 1
        explicit = self._of(place)
        if self.there is not None:
            self._silent(named)
        there = self._of(1, "yes", "no", "abstain", "silent")
        self.vague = max(0, present_of(self.event, there) - there) if self.there is None else 0
        unnamed = [name for name in self.roll.voters if name not in named]
        if self.there is not None:
            unnamed = [name for name in unnamed if name not in self.there]
            explicit = self._of(place)
        entitled = entitled_of(
            self.event, self.roll, explicit + (0 if self.weighted else self.vague)
        )
        known = sum(self.roll.voters[name].weight for name in unnamed)
        for name in unnamed:
            member = self.roll.voters[name]
            self._add(name, "absent", member, (member.weight, 1, member.population))
        rest = entitled - explicit - known
        if not self.weighted:
            rest -= self.vague
        elif self.vague > len(unnamed) and self.roll.voters:
            facts = {"voted": str(self.vague + there), "entitled": str(len(self.roll.voters))}
            raise Refused("count.more_than_entitled", facts)
        self._unknown("silent", 0 if self.weighted else self.vague, self.vague)
        self._unknown("absent", rest, -self.vague if self.weighted else rest)
        if unnamed and (self.vague or rest):
            self.names["absent"] = [n for n in self.names.get("absent", ()) if n in named]

    def _silent(self, named: dict[str, list[Ballot]]) -> None:
        """Who is present by name and said nothing."""
        for name in sorted(self.there or ()):
            if name in named:
                continue
            member = self.roll.voters.get(name, _ONE)
            if self.roll.voters and name not in self.roll.voters:
                self.strangers.append(name)
            else:
                self._add(name, "silent", member, (member.weight, 1, member.population))

    def _unknown(self, choice: str, votes: Number, voters: Number) -> None:
        """So many of whom nothing else is known; less than nothing takes some away again."""
        key: Key = (choice, "", ())
        had = self.blocs.get(key, (0, 0, 0))
        if votes or voters:
            self.blocs[key] = (had[0] + votes, had[1] + voters, had[2])

    def _of(self, place: int, *choices: str) -> Number:
        """How much of votes (0) or voters (1) said one of these, or anything."""
        found = (w[place] for key, w in self.blocs.items() if not choices or key[0] in choices)
        return sum(found)

    def tally(self, seats: int) -> Tally:
        """What was called."""
        named = {group for _, group, _ in self.blocs if group}
        groups = {**self.roll.groups, **dict.fromkeys(sorted(named - set(self.roll.groups)), 1)}
        return Tally(
            self.blocs,
            names={choice: tuple(sorted(set(names))) for choice, names in self.names.items()},
            groups=groups,
            component=seats,
            vetoed_by=tuple(sorted(self.vetoed_by)),
            weighted=self.weighted,
            vague=self.vague,
            strangers=tuple(self.strangers),
        )


def _stated(member: Member, ballot: Ballot) -> Member:
    """The member with the group and the role that the event states."""
    if not ballot.group_id and (not ballot.role or ballot.role in member.roles):
        return member
    roles = (*member.roles, ballot.role) if ballot.role else member.roles
    return replace(member, group=ballot.group_id or member.group, roles=roles)
