"""Changes as formal sentences, in nine languages, and back.

"In paragraph 4, replace the words “calls upon” with “urges”." The sentence is made from the
change by a template, and read back by the same template, so that it says all of the change.
"""

from kurultai.language.instructions.names import label, short
from kurultai.language.instructions.read import Unclear, parse
from kurultai.language.instructions.say import sentence, sentences

__all__ = ["Unclear", "label", "parse", "sentence", "sentences", "short"]
