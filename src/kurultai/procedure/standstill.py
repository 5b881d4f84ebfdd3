"""The standstill: what is voted on stays as it was put until the question is decided.

As UN General Assembly rule 88 has it: once voting has begun nothing interrupts it; and rule 80:
a motion is withdrawn before voting on it has begun, not later.
"""

from kurultai.procedure import commands as c
from kurultai.procedure.document import Document
from kurultai.procedure.facts import Facts
from kurultai.procedure.refusal import Refused


def check_standstill(document: Document, facts: Facts, command: c.Command) -> None:
    """Refused if a question on the document is open and the command would change what it asks."""
    match command:
        case c.DistributeVersion(language=language):  # one more language changes no words
            hindered = bool(facts.open_questions) and language in document.languages
        case c.OpenSilence() | c.ConsolidateText() | c.PutQuestion():
            hindered = bool(facts.open_questions)  # at whichever meeting
        case c.TableAmendment():
            hindered = () in facts.open_questions
        case c.TranslateAmendment(amendment=name) | c.WithdrawAmendment(amendment=name):
            hindered = any(name in put for put in facts.open_questions)
        case _:
            hindered = False
    if hindered:
        raise Refused("vote.text_pending")
