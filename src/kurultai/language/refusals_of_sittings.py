"""What a refusal says to those who sit: chair, delegations and clerk."""

from kurultai.language.messages import N_

SENTENCES = {
    "attendance.unchanged": N_("This is how the attendance stands already."),
    "election.ballot_open": N_("A ballot of this election runs. Count it first."),
    "election.decided": N_("This election is over."),
    "election.issued_over": N_(
        "%(issued)s papers cannot have been handed out: %(most)s members are present."
    ),
    "election.method_unknown": N_("A ballot is held on paper or by roll call."),
    "election.no_ballot_open": N_("No ballot runs in this election. Open the next one."),
    "election.no_candidates": N_("Nobody stands. Name at least one candidate."),
    "election.not_standing": N_("This candidate does not stand any more."),
    "election.papers_over": N_(
        "%(papers)s papers were counted and %(issued)s handed out. Count again."
    ),
    "election.rule_unknown": N_("The rulebook has no election %(name)s here. Known: %(known)s."),
    "election.secret": N_("The rules want this election secret. Hold the ballot on paper."),
    "election.tellers_missing": N_("Name the delegations of the tellers: two at least."),
    "election.unknown": N_("There is no such election."),
    "floor.asked_already": N_("This person has asked for the floor already, and waits for it."),
    "floor.kind_unknown": N_("The floor is not asked for like this: %(name)s."),
    "floor.list_closed": N_(
        "The speakers’ list is closed. A point of order or a reply is still possible."
    ),
    "floor.list_open": N_("The speakers’ list is open, with this time for each."),
    "floor.may_not_speak": N_("This delegation does not have the right to speak."),
    "floor.nobody_speaking": N_("Nobody has the floor."),
    "floor.nobody_waiting": N_("Nobody waits for the floor."),
    "floor.of_another": N_("This request is another delegation’s."),
    "floor.request_unknown": N_("Nobody waits for the floor with this request."),
    "floor.seconds_wrong": N_(
        "A speech has 0 to 86400 seconds, 0 without a limit: not %(seconds)s."
    ),
    "floor.too_many_wait": N_(
        "So many of one delegation may wait for this at once: %(most)s. Withdraw a request first."
    ),
    "meeting.ballot_open": N_("A ballot of an election is not counted. Count it before closing."),
    "minutes.not_of_meeting": N_("Nothing of this meeting stands at number %(position)s."),
    "motion.by_itself": N_("A motion is put by itself, without a text."),
    "motion.may_not_move": N_("This delegation does not have the right to move motions."),
    "motion.none": N_("There is no such motion."),
    "motion.out_of_turn": N_(
        "Another motion goes before this one: %(next)s. Put it first, or say why not."
    ),
    "motion.own": N_("Who moves a motion does not second it."),
    "motion.pending": N_("The same motion has been moved and is not decided. Second it instead."),
    "motion.ruled_already": N_("The chair has ruled so already."),
    "motion.ruling_unknown": N_("A motion is in order, out of order, or withdrawn."),
    "motion.seconded_already": N_("This delegation has seconded the motion already."),
    "motion.seconders_missing": N_("The motion needs more seconders: %(missing)s."),
    "motion.settled": N_("The motion was put, withdrawn, or ruled out of order."),
    "motion.unruled": N_("The chair has not found the motion in order. Rule on it first."),
    "sitting.item_taken": N_("This is what is before the house already."),
    "sitting.not_suspended": N_("The sitting is not suspended."),
    "sitting.suspended": N_("The sitting is suspended. Resume it first."),
    "sitting.until_past": N_("%(until)s is over. Name a later moment, or none."),
    "vote.answered": N_(
        "In a roll call a delegation answers once. The clerk can put a position right."
    ),
    "vote.by_hands": N_("This vote is by show of hands: nobody is named."),
    "vote.contested_already": N_("This delegation has contested the result already."),
    "vote.correction_unexplained": N_("Say why the position is put right."),
    "vote.hands_uncounted": N_("The hands have not been counted. Enter the count first."),
    "vote.method_unknown": N_("A vote is open, by show of hands, or by roll call."),
    "vote.not_by_hands": N_("This vote is not by show of hands."),
    "vote.not_closed": N_("The vote still runs. A result is contested when it is closed."),
    "vote.roll_incomplete": N_(
        "The roll has %(here)s of %(there)s delegations. Each is called once."
    ),
    "vote.same_position": N_("This position is recorded already."),
    "vote.too_many_hands": N_("%(hands)s hands were counted, and %(present)s are present."),
    "vote.voting_closed": N_("The vote is closed, and no more positions are taken."),
}
