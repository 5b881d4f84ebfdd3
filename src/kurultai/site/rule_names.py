"""What the entries of a rulebook are called, and what they say."""

from kurultai.language.messages import N_
from kurultai.language.terms import term
from kurultai.papers.rules import say_entry
from kurultai.procedure.rulebook import Dated
from kurultai.site.tongue import LANGUAGE, say


def rule_name(key: str) -> str:
    """What an entry of a rulebook is about."""
    match key.partition("."):
        case ("right", _, status):
            return term(LANGUAGE.get(), "status", status)
        case ("rule", _, name):
            return _called("rule_name", name)
        case ("motion" | "election" as scheme, _, name):
            return f"{say(_SCHEMES[scheme])}: {_called(scheme, name)}"
        case ("speaking", _, kind):
            return f"{say(_SCHEMES['speaking'])}: {_called('speech_kind', kind)}"
        case ("seats", "", _):
            return say("Seats")
        case ("quorum", _, _):
            return say("Quorum")
        case ("drafting", _, _):
            return say("Amendments and silence")
        case _:
            return _called("rule_key", key)


_SCHEMES = {"motion": N_("Motion"), "election": N_("Election"), "speaking": N_("Floor")}


def _called(scheme: str, key: str) -> str:
    """The word for a key; a rulebook may have keys of its own, which are shown as they are."""
    return term(LANGUAGE.get(), scheme, key).replace("_", " ")


def part_name(part: str) -> str:
    """What a part of a body is called where no organ of this assembly stands for it."""
    return _called("rule_part", part)


def choice_name(choice: str) -> str:
    """What a voter did, in an arithmetic."""
    if choice in ("silent", "not voting"):
        return say("Present without voting")
    return term(LANGUAGE.get(), "choice", choice)


def rule_said(entry: Dated) -> str:
    """What an entry of a rulebook says by its data, in one piece."""
    return " ".join(say_entry(entry, LANGUAGE.get()))
