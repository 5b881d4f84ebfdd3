"""What a refusal says of a vote event that cannot be counted."""

from kurultai.language.messages import N_

SENTENCES = {
    "count.day_wrong": N_("%(day)s is not a day. Write start_date as 2026-11-25."),
    "count.differs": N_(
        "The sums and the votes differ for %(option)s: %(count)s stated, %(votes)s voted."
    ),
    "count.entitled_differs": N_(
        "%(entitled)s votes are said to be entitled, and the rulebook knows %(known)s on that day."
    ),
    "count.groups_unknown": N_(
        "This rule is reckoned by groups. State the group of each vote or sum: group_id."
    ),
    "count.instant_wrong": N_(
        "%(instant)s is not a moment. Write day and time in UTC, such as 2026-12-01T15:00Z."
    ),
    "count.more_than_entitled": N_(
        "More have voted (%(voted)s) than were entitled to (%(entitled)s)."
    ),
    "count.more_than_present": N_("More have voted (%(voted)s) than were present (%(present)s)."),
    "count.nothing": N_("There is nothing to count. Give counts, votes, or both."),
    "count.number_wrong": N_("%(key)s is a whole number, 0 or more: not %(value)s."),
    "count.part_unknown": N_(
        "The result of the part %(name)s is not known. Put it to the vote before the whole."
    ),
    "count.rule_empty": N_("The rule %(name)s demands nothing that was asked for."),
    "count.rule_unnamed": N_("The rulebook %(name)s has no rule. Name an election."),
    "count.seats_unknown": N_(
        "This rule is reckoned on all seats, and how many there were is not known."
    ),
    "count.stated_wrong": N_("What the chair found is one of %(known)s, not %(option)s."),
    "count.voters_unknown": N_(
        "This rule needs to know who voted (%(measure)s). Give votes, not sums alone."
    ),
    "election.ballots_wrong": N_(
        "%(votes)s votes cannot stand on %(ballots)s ballots for %(places)s places."
    ),
    "election.base_unknown": N_(
        "This majority is reckoned on a number that is not stated: %(base)s."
    ),
    "election.candidate_twice": N_("%(name)s stands twice among the candidates."),
    "election.candidate_unknown": N_("%(name)s does not stand. Candidates: %(known)s."),
    "election.name_reserved": N_(
        "A candidate cannot be called %(name)s: it is a word for a vote that is for nobody."
    ),
    "election.over": N_("There is no ballot %(number)s in this election."),
    "election.places_wrong": N_("An election fills at least one place, not %(places)s."),
    "election.too_many_names": N_(
        "%(name)s has voted for %(number)s candidates, and there are %(places)s places."
    ),
    "election.weights_differ": N_("%(name)s casts one ballot with two weights."),
    "line.blank": N_("The line is empty. Write one vote event a line, as JSON."),
    "line.failed": N_("This line could not be decided, by a fault of the program: %(why)s."),
    "line.no_event": N_("The document has no vote event."),
    "line.not_json": N_("The line is not JSON: %(why)s."),
    "line.not_object": N_("The line is not an object of JSON: {...}. Write one vote event a line."),
    "line.too_long": N_("The line has %(bytes)s bytes. That is more than can be read."),
    "line.wrong": N_("The vote event is not right: %(why)s."),
    "lot.line_break": N_("A name or a seed for the lot has no line break: %(name)s."),
    "lot.name_twice": N_("%(name)s stands twice in the lot."),
    "lot.seed_missing": N_("A lot needs a seed that was published before it: lot."),
    "motion.unknown": N_("There is no motion %(name)s. Known: %(known)s."),
    "vote.absent_and_present": N_("%(name)s is said to be present and to be absent."),
    "vote.more_than_weight": N_("%(name)s has divided %(votes)s votes and has %(weight)s of them."),
    "vote.not_among_present": N_("%(name)s has voted and is not among those present."),
    "vote.not_entitled_here": N_("%(name)s has voted and is not among those entitled here."),
    "vote.option_unknown": N_("%(option)s cannot be voted. Options: %(known)s."),
    "vote.over_cap": N_("%(name)s has cast %(votes)s votes, and one person at most %(most)s."),
    "vote.voter_unknown": N_("%(name)s is not among the voters of the rulebook on that day."),
    "vote.weight_missing": N_(
        "%(name)s has divided its votes. State with how many each time: weight."
    ),
    "vote.weight_wrong": N_("%(weight)s is not a number of votes for %(name)s to cast."),
}
