"""The amendments to a reading, laid out so that they can be compared and made."""

from collections.abc import Iterable, Iterator

from kurultai.procedure.amendment import Proposal, Proposals, amendment_of, as_amended
from kurultai.procedure.document import Document
from kurultai.texts.amendment import Amendment
from kurultai.texts.base import Base
from kurultai.texts.rivals import Rivals
from kurultai.texts.sub import ground


class Amended:
    """The text of a document with the amendments to it; what was found once is not sought again."""

    def __init__(self, document: Document) -> None:
        """The document as it stands."""
        self.proposals = document.proposals
        self.base = document.text.base
        self._languages = document.languages
        self._families = _families(document.proposals)
        self._grounds: dict[str | None, Base] = {None: self.base}
        self._made: dict[str, Amendment] = {}

    def ground(self, of: str | None) -> Base:
        """The text that amendments are against; a sub-amendment's is as its parent makes it."""
        if of not in self._grounds:
            self._grounds[of] = ground(self.base, self.tabled(self.proposals[of or ""]))
        return self._grounds[of]

    def tabled(self, proposal: Proposal) -> Amendment:
        """The amendment as it was tabled and translated."""
        return amendment_of(proposal, self._languages)

    def made(self, proposal: Proposal) -> Amendment:
        """The amendment as its adopted sub-amendments have made it."""
        name = proposal.amendment
        if name not in self._made:
            family = self._families.get(name, {})
            self._made[name] = as_amended(self.base, family, proposal, self._languages)
        return self._made[name]

    def levels(self, names: Iterable[str]) -> Iterator[Rivals]:
        """The amendments, each compared with the others that are to the same text."""
        found: dict[str | None, list[Amendment]] = {}
        for name in names:
            proposal = self.proposals[name]
            found.setdefault(proposal.of, []).append(self.made(proposal))
        for of, level in found.items():
            yield Rivals(self.ground(of), level)


def _families(proposals: Proposals) -> dict[str, dict[str, Proposal]]:
    """The sub-amendments of each amendment that has any."""
    found: dict[str, dict[str, Proposal]] = {}
    for name, proposal in proposals.items():
        if proposal.of is not None:
            found.setdefault(proposal.of, {})[name] = proposal
    return found
