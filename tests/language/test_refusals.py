"""Every rule that can refuse has a sentence."""

import ast
import re
from pathlib import Path

from kurultai.language import LANGUAGES
from kurultai.language.refusals import SENTENCES, say_refusal, unsaid

SOURCES = Path(__file__).parents[2] / "src" / "kurultai"
RULE = re.compile(r"[a-z]+\.[a-z_]+")
FACT = re.compile(r"%\((\w+)\)s")


def rules_named_in(path: Path) -> set[str]:
    """Constants that name a rule where `Refused`, `known` or `absent` is called."""
    calls = (n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Call))
    named = (
        argument.value
        for call in calls
        if getattr(call.func, "id", getattr(call.func, "attr", ""))
        in ("Refused", "known", "absent", "Faulty", "Flaw", "worded")
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    )
    return {name for name in named if RULE.fullmatch(name)}


def flaws_named_in(path: Path) -> set[str]:
    """What rulebooks are refused for: constants in second place where `flaw` is called."""
    calls = (n for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Call))
    named = (call.args[1] for call in calls if getattr(call.func, "id", "") == "flaw")
    return {f"rulebook.{rule.value!s}" for rule in named if isinstance(rule, ast.Constant)}


def rules_of_papers(path: Path) -> set[str]:
    """Constants that name what makes a file unreadable; style sheets have such names too."""
    constants = (
        n.value for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Constant)
    )
    return {
        one
        for one in constants
        if isinstance(one, str) and re.fullmatch(r"paper\.(?!css$|typ$)[a-z_]+", one)
    }


def test_every_rule_that_can_refuse_has_a_sentence_and_no_other_has_one() -> None:
    named = {rule for path in SOURCES.rglob("*.py") for rule in rules_named_in(path)}
    named |= {rule for path in SOURCES.rglob("rulebook/**/*.py") for rule in flaws_named_in(path)}
    named |= {rule for path in SOURCES.rglob("papers/**/*.py") for rule in rules_of_papers(path)}
    named.add("words.missing")  # what `worded` refuses by if nothing else is said
    assert set(SENTENCES) == named


def test_a_refusal_says_its_facts() -> None:
    said = say_refusal("meeting.ordinal_next", {"next": "3"}, "kk")
    assert said == "Бұл топтаманың келесі отырысының нөмірі – 3."


def test_a_fact_that_is_a_key_is_said_as_a_word() -> None:
    said = say_refusal("document.settled", {"state": "adopted"}, "ru")
    assert said == "Документ больше не проект: Принят."


def test_a_fact_that_is_missing_leaves_a_dash() -> None:
    assert say_refusal("document.symbol_taken", None, "en") == "Another document has the symbol –."


def test_facts_that_the_sentence_has_no_place_for_are_known() -> None:
    facts = {"name": "a/b.c", "day": "2012-01-01", "line": "7", "until": ""}
    assert unsaid("rulebook.rule_missing", facts) == {"line": "7"}
    assert unsaid("body.odd", {"line": "7"}) == {"line": "7"}


def test_a_rule_that_nobody_wrote_down_is_named() -> None:
    assert say_refusal("body.odd", {}, "tr") == "Kurallar buna izin vermiyor (body.odd)."


def test_every_refusal_is_a_sentence_in_every_language() -> None:
    for language in LANGUAGES:
        for rule, sentence in SENTENCES.items():
            facts = dict.fromkeys(FACT.findall(sentence), "x")
            said = say_refusal(rule, facts, language)
            assert "%" not in said, (language, rule)
            assert said != rule, (language, rule)
