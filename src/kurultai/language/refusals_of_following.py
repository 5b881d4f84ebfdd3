"""What a refusal says of commitments, of their reports, and of what is taken over from files."""

from kurultai.language.messages import N_

SENTENCES = {
    "commitment.action_unknown": N_("This kind of action is not known: %(name)s."),
    "commitment.by_itself": N_("A commitment cannot take its own place. Name another one."),
    "commitment.ends_before_due": N_(
        "It would end on %(until)s, before it is due on %(due)s. Change one of the days."
    ),
    "commitment.evidence_link": N_("Evidence must be a link that begins with https:// or http://."),
    "commitment.milestone_twice": N_("Each milestone needs a key of its own."),
    "commitment.milestone_unknown": N_("The commitment has no such milestone: %(name)s."),
    "commitment.nothing_awaited": N_(
        "Nothing is awaited of this commitment. Remind only of what is open."
    ),
    "commitment.nothing_changes": N_("This would change nothing. Change something first."),
    "commitment.paragraph_twice": N_(
        "A paragraph, or a party under it, is named twice. Name each once."
    ),
    "commitment.state_unknown": N_("This state of a commitment is not known: %(name)s."),
    "commitment.struck": N_("The commitment was struck. Nothing more is entered on it."),
    "commitment.superseded": N_(
        "Another commitment took the place of this one. Report on that one."
    ),
    "commitment.unknown": N_("There is no such commitment."),
    "import.already": N_(
        "The lines of the file %(name)s stand under this text already. Undo that first."
    ),
    "import.answer_before": N_(
        "The answer of %(when)s is earlier than what it answers. Correct the day in the file."
    ),
    "import.empty": N_("The file has no line that could be taken over."),
    "import.nothing_to_undo": N_("Nothing of that file stands any more."),
    "register.scheme_other": N_(
        "%(name)s is of another kind already, and what stands under it would change its meaning."
        " Enter another one."
    ),
    "register.strategy_unknown": N_(
        "There is no such strategy: %(name)s. A goal stands under one."
    ),
}
