"""What every page needs of the register: the assembly, and what things are called."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kurultai.gate import register
from kurultai.gate.clause import NotFound
from kurultai.gate.screens import register_position
from kurultai.gate.shapes import Assembly
from kurultai.gate.viewer import Viewer
from kurultai.handle import House
from kurultai.language import LANGUAGES
from kurultai.language.ballots import say_election
from kurultai.language.catalogue import tongue
from kurultai.language.findings import UNCONFIRMED, say_finding, say_quorum
from kurultai.language.words import pick
from kurultai.procedure.acts import Words
from kurultai.site.house import house


@dataclass(frozen=True, slots=True)
class Known:
    """The register as of its latest act; public, so the same for every viewer."""

    house: House
    position: int  # of that act
    assembly: Assembly | None
    names: dict[str, Words]


_last: list[tuple[int, Known]] = []  # at most one, and the position at which it was last looked up


def known(viewer: Viewer) -> Known:
    """The register as the viewer reads it, read once for all until another act of it."""
    for position, last in _last:
        if last.house is house() and position == viewer.position:
            return last
    found = _known(viewer, register_position(viewer))
    _last[:] = [(viewer.position, found)]
    return found


def _known(viewer: Viewer, position: int) -> Known:
    for _, last in _last:
        if last.house is house() and last.position == position:
            return last
    return Known(house(), position, _assembly(viewer), register.names(viewer))


@dataclass(frozen=True, slots=True)
class Said:
    """A finding in sentences; what no source confirms stands apart."""

    plain: tuple[str, ...]
    doubts: tuple[str, ...]


def finding_said(viewer: Viewer, finding: dict[str, Any]) -> Said:
    """A finding in the sentences a clerk would sign; none while there is no finding."""
    if not finding:
        return Said((), ())
    return _said(viewer, finding, say_finding(finding, _calling(viewer), viewer.language))


def election_said(viewer: Viewer, finding: dict[str, Any], names: dict[str, Words]) -> Said:
    """The finding on a ballot of an election, whose candidates have those names."""
    if "standing" not in finding:
        return Said((), ())
    calling = _calling_in({**known(viewer).names, **names}, viewer.language)
    return _said(viewer, finding, say_election(finding, calling, viewer.language))


def _said(viewer: Viewer, finding: dict[str, Any], sentences: tuple[str, ...]) -> Said:
    open_points = tuple(tongue(viewer.language).gettext(text) for text in _doubts(finding))
    plain = tuple(sentence for sentence in sentences if sentence not in open_points)
    return Said(plain, open_points)


def said_everywhere(viewer: Viewer, finding: dict[str, Any]) -> Words:
    """A finding in every language, its sentences in one piece; empty while there is no finding."""
    names = known(viewer).names
    return {
        language: " ".join(say_finding(finding, _calling_in(names, language), language))
        for language in LANGUAGES
        if finding
    }


def _doubts(finding: dict[str, Any]) -> tuple[str, ...]:
    return tuple(UNCONFIRMED[doubt] for doubt in finding["unconfirmed"])


def quorum_said(viewer: Viewer, finding: dict[str, Any]) -> tuple[str, ...]:
    """A finding on the quorum in sentences; none if no rule was known or asked."""
    return say_quorum(finding, _calling(viewer), viewer.language) if finding else ()


def called(viewer: Viewer, identity: str) -> str:
    """What a thing of the register is called, in the viewer's language."""
    return _calling(viewer)(identity)


def _calling(viewer: Viewer) -> Callable[[str], str]:
    return _calling_in(known(viewer).names, viewer.language)


def _calling_in(names: dict[str, Words], language: str) -> Callable[[str], str]:
    return lambda identity: pick(names.get(identity, {}), language)[0] or identity


def _assembly(viewer: Viewer) -> Assembly | None:
    try:
        return register.assembly(viewer)
    except NotFound:
        return None
