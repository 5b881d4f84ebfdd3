"""What the entries of a rulebook are called."""

from kurultai.language.terms import term
from kurultai.site.tongue import LANGUAGE, say


def rule_name(key: str) -> str:
    """What an entry of a rulebook is about."""
    match key.partition("."):
        case ("right", _, status):
            return term(LANGUAGE.get(), "status", status)
        case ("rule", _, "default"):
            return say("How it decides")
        case ("rule", _, rule):
            return f"{say('How it decides')}: {rule.replace('_', ' ')}"
        case ("quorum", _, _):
            return say("Quorum")
        case ("drafting", _, _):
            return say("Amendments and silence")
        case _:
            return term(LANGUAGE.get(), "rule_key", key).replace("_", " ")
