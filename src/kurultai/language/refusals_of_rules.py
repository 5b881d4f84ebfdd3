"""What a refusal says of a rulebook that cannot be read, or that contradicts itself."""

from kurultai.language.messages import N_

SENTENCES = {
    "rulebook.component_unknown": N_(
        "%(where)s: this is reckoned on the seats of %(part)s. Say in [[seats]] how many there are."
    ),
    "rulebook.condition_empty": N_(
        "%(where)s: this condition demands nothing. Give it a fraction, or least."
    ),
    "rulebook.condition_twice": N_("%(where)s: the same condition stands here before."),
    "rulebook.doubts": N_("%(where)s: no source confirms: %(doubts)s."),
    "rulebook.each_group_of_groups": N_(
        "%(where)s: groups are counted, so that each_group means nothing. Leave it out."
    ),
    "rulebook.empty": N_("There is no entry in this rulebook. Begin with [[rule]]."),
    "rulebook.groups_unknown": N_(
        "%(where)s: this is reckoned by groups, and no [[voter]] has one. Each vote must state it."
    ),
    "rulebook.key_twice": N_("%(where)s: %(key)s and %(known)s are the same. Write one of them."),
    "rulebook.link_missing": N_(
        "%(where)s: a confidence of %(confidence)s needs the link at which the text can be read."
        " Without one it is R or ?."
    ),
    "rulebook.link_wrong": N_("%(where)s: a link begins with https:// or http://."),
    "rulebook.more_than_all": N_(
        "%(where)s: more than the whole is never reached. Leave more_than out, or set a smaller"
        " fraction."
    ),
    "rulebook.more_than_nothing": N_(
        "%(where)s: more_than says nothing without a fraction. Set one, or leave it out."
    ),
    "rulebook.motion_rule": N_(
        "%(where)s: there is no rule %(name)s to decide this motion by. Known: %(known)s."
    ),
    "rulebook.n_missing": N_(
        "%(where)s: set n, the number of objections that do not yet stop a consensus."
    ),
    "rulebook.name_twice": N_(
        "%(where)s: a rule and an election are both named %(name)s. Rename one of them."
    ),
    "rulebook.never": N_(
        "%(where)s: this is never reached: %(least)s are needed, and there are at most %(most)s."
    ),
    "rulebook.not_in_force": N_(
        "This text of the rulebook %(name)s was not put into force. Open the page again."
    ),
    "rulebook.not_of_kind": N_(
        "%(where)s: %(key)s says nothing where the kind is %(kind)s. Leave it out, or change the"
        " kind."
    ),
    "rulebook.only_on_request": N_(
        "%(where)s: all conditions are reckoned only on request, so that nothing is needed if"
        " nobody asks. Let one hold always."
    ),
    "rulebook.overlap": N_(
        "%(where)s: %(voter)s votes until %(until)s by line %(line)s, and this entry begins before"
        " that and ends on another day. End the earlier one before this begins."
    ),
    "rulebook.population_unknown": N_(
        "%(where)s: the population is reckoned, and no [[voter]] has one."
    ),
    "rulebook.purpose_missing": N_("%(where)s: say for what this quorum is needed."),
    "rulebook.purpose_unknown": N_(
        "%(where)s: the purpose %(purpose)s is named nowhere else. Known: %(known)s."
    ),
    "rulebook.rank_twice": N_(
        "%(where)s: the motion in line %(line)s has the rank %(rank)s too on %(day)s. Which one"
        " goes first?"
    ),
    "rulebook.recalled": N_("%(where)s: recalled, and not read in any source."),
    "rulebook.role_unknown": N_("%(where)s: no [[voter]] has the role %(role)s. Known: %(known)s."),
    "rulebook.round_unreachable": N_(
        "%(where)s: this round is never reached, since the one before it goes on until it elects."
    ),
    "rulebook.rule_missing": N_(
        "No rule %(name)s was in force on %(day)s. In force then: %(known)s."
    ),
    "rulebook.says_english": N_("%(where)s: say it in English too, under en."),
    "rulebook.seats_alike": N_(
        "%(where)s: whose a seat is is not known, so that neither population nor groups nor roles"
        " can be reckoned on all seats. Reckon on entitled."
    ),
    "rulebook.seats_late": N_(
        "%(where)s: this is reckoned on the seats of %(part)s, which are known only from %(day)s."
    ),
    "rulebook.size_order": N_("%(where)s: the size is the fewest and then the most members."),
    "rulebook.speech_long": N_(
        "%(where)s: a speech of %(seconds)s seconds is longer than a day. 0 sets no limit."
    ),
    "rulebook.twice": N_(
        "%(where)s: line %(line)s says the same thing from the same day, %(day)s. Keep one of them."
    ),
    "rulebook.unasked": N_(
        "%(where)s: %(key)s says who may ask for the quorum, and it is counted without being asked"
        " for. Set on_challenge = true."
    ),
    "rulebook.unconfirmed": N_("%(where)s: no source confirms this."),
    "rulebook.until_before": N_("%(where)s: the last day is before the first."),
    "rulebook.voters_unconfirmed": N_(
        "%(where)s: of this voter and others no source was read, in all: %(number)s."
    ),
    "toml.key_missing": N_("%(where)s: %(key)s is missing."),
    "toml.key_unknown": N_("%(where)s: %(key)s is not known here. Known: %(known)s."),
    "toml.unreadable": N_("%(file)s cannot be read: %(reason)s"),
    "toml.value_wrong": N_("%(where)s: %(key)s is not right. Expected: %(expected)s."),
}
