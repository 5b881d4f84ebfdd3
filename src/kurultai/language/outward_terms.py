"""Words of closed vocabularies that concern what goes out: letters, subscriptions, tokens."""

from kurultai.language.messages import P_

OUTWARD_TERMS: dict[str, dict[str, str]] = {
    "letter_state": {
        "waiting": P_("letter_state", "To be read"),
        "approved": P_("letter_state", "On the way"),
        "sent": P_("letter_state", "Sent"),
        "failed": P_("letter_state", "Could not be sent"),
        "discarded": P_("letter_state", "Discarded"),
    },
    "topic": {
        "meetings": P_("topic", "Meetings"),
        "decisions": P_("topic", "Decisions"),
        "texts": P_("topic", "Texts"),
        "commitments": P_("topic", "Commitments and reports"),
    },
    "hook_state": {
        "active": P_("hook_state", "Is called"),
        "paused": P_("hook_state", "Is not called"),
    },
    "scope": {
        "read:public": P_("scope", "Read what is public"),
        "read:mine": P_("scope", "Read what you may read"),
        "report": P_("scope", "Report and answer in your parliament's name"),
    },
}
