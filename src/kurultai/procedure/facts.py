"""What a decision needs to know that is not in the one stream it concerns.

Read from the tables in the same transaction, so never stale; plain data, so that a test can
write it down.
"""

import hashlib
from base64 import b32encode
from dataclasses import dataclass, field, replace

from kurultai.procedure.acts import Undertaking, Words


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """A question that earlier meetings of the series left open."""

    matter: str
    title: Words
    audience: str = "public"


@dataclass(frozen=True, slots=True)
class OpenText:
    """An adopted text of the series with commitments that are not yet done."""

    document: str
    symbol: str
    names: Words
    commitments: tuple[str, ...]
    audience: str = "public"


@dataclass(frozen=True, slots=True)
class Standing:
    """A commitment as it stands: whose, about which paragraph, carried how."""

    commitment: str
    unit: str
    party: str
    state: str
    audience: str
    struck: bool = False
    undertaking: Undertaking = field(default_factory=Undertaking)


@dataclass(frozen=True, slots=True)
class Facts:
    """About the series of the command's meeting, its document, and symbols."""

    ordinals: tuple[int, ...] = ()  # of the series' meetings, ascending
    open_matters: tuple[OpenMatter, ...] = ()
    open_texts: tuple[OpenText, ...] = ()
    adopted_here: tuple[str, ...] = ()  # documents adopted by the command's meeting
    symbols: frozenset[str] = frozenset()  # every symbol given so far
    # of each question on the document that is not decided: the amendments that it puts, or none
    open_questions: tuple[tuple[str, ...], ...] = ()
    # of the act at the position that the command names: its stream, "" if there is no such act
    stream: str | None = None
    # those of the command's text, of the import it undoes, or that it names
    commitments: tuple[Standing, ...] = ()
    series: str = ""  # of the meeting that adopted the command's text
    digests: frozenset[str] = frozenset()  # of the files whose lines stand under that text

    def fit_for(self, audience: str) -> "Facts":
        """Without what those who may see a meeting of that audience may not all see."""
        fit = ("public", audience)
        return replace(
            self,
            open_matters=tuple(m for m in self.open_matters if m.audience in fit),
            open_texts=tuple(t for t in self.open_texts if t.audience in fit),
        )


def new_id(kind: str, command: str, part: str = "") -> str:
    """An identity that the same command always gives again: 60 bits, not to be guessed."""
    digest = hashlib.sha256(f"{kind}\n{command}\n{part}".encode()).digest()
    return f"{kind}:{b32encode(digest)[:12].decode().lower()}"
