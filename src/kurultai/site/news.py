"""What makes news, in the words of the language that is being spoken."""

from kurultai.gate.news import News
from kurultai.gate.viewer import Viewer
from kurultai.site.known import called
from kurultai.site.pages_environment import ordinal, plain, term


def headline(viewer: Viewer, one: News) -> str:
    """One line: what happened, to what, by whom, with which result."""
    return f"{term('act', one.kind)}: {subject(viewer, one)}{_detail(one)}"


def subject(viewer: Viewer, one: News) -> str:
    """What it is about."""
    if one.ordinal:
        return f"{ordinal(one.ordinal)} {plain(one.names)}"
    number = f", § {one.number}" if one.number else ""
    party = f" · {called(viewer, one.party)}" if one.party else ""
    return f"{one.symbol or plain(one.names)}{number}{party}"


def _detail(one: News) -> str:
    scheme = {"QuestionDecided": "result", "ReportMade": "commitment_state"}.get(one.kind)
    return f": {term(scheme, one.detail)}" if scheme and one.detail else ""
