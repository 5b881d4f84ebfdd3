"""The press communiqué of a meeting: drafted from its public acts, edited by a person."""

from typing import Any

from kurultai.gate.press import PressPage, press
from kurultai.gate.viewer import Viewer
from kurultai.language import LANGUAGES
from kurultai.language.communique import say_communique, say_title
from kurultai.language.ordinals import ordinal
from kurultai.language.words import pick
from kurultai.procedure import commands as c
from kurultai.site.forms.following.tabling import TableDrafted
from kurultai.site.known import known
from kurultai.site.paths import path_of
from kurultai.site.tongue import lazy as _


class Communique(TableDrafted):
    """A communiqué for everybody."""

    title = _("Press communiqué")
    lead = _(
        "Drafted from what is public of the meeting, in every language. Read and edit each one:"
        " what you publish can be read by everybody. Empty a language to leave it out."
    )
    page: PressPage

    @classmethod
    def read(cls, viewer: Viewer, name: str) -> PressPage:
        """What is public of the meeting."""
        return press(viewer, f"meeting:{name}")

    def about(self) -> dict[str, object]:
        """The meeting."""
        return {"meeting": self.page.meeting.meeting.meeting}

    def prepare(self) -> None:
        """Lead back to the meeting."""
        meeting = self.page.meeting
        self.back = path_of(meeting.meeting.meeting)
        number = ordinal(meeting.meeting.ordinal, self.viewer.language)
        self.back_label = f"{number} · {self.pick(meeting.series.names)}"

    def start(self) -> dict[str, Any]:
        """The draft, in every language."""
        texts = {code: "\n\n".join(self._drafted(code)) for code in LANGUAGES}
        titles = {code: say_title(self.page.held, code) for code in LANGUAGES}
        return {"names": titles, "text": texts}

    def _drafted(self, language: str) -> tuple[str, ...]:
        names = known(self.viewer).names

        def called(identity: str) -> str:
            return pick(names.get(identity, {}), language)[0] or identity

        return say_communique(self.page.held, called, language)

    def command(self) -> c.TableText:
        """Table it for everybody."""
        versions = tuple(self.versions())
        return c.TableText(
            id=self.id,
            kind="communique",
            names=self.given("names"),
            meeting=self.page.meeting.meeting.meeting,
            authentic=(versions[0].language,),
            versions=versions,
        )
