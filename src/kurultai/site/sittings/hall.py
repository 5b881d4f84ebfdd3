"""The projector of a hall: no person's page, in one language or in several that take turns."""

from dataclasses import replace

from django.http import HttpRequest

from kurultai.gate.shapes.sitting import SittingPage
from kurultai.gate.viewer import Viewer
from kurultai.language import LANGUAGES
from kurultai.site.sittings.parts import SHOWN, Part, changed, render


def languages(request: HttpRequest, usual: str) -> tuple[str, ...]:
    """Those that the address asks for, in its order; else the usual one."""
    asked = request.GET.get("languages", "").split(",")
    known = tuple(dict.fromkeys(language for language in asked if language in LANGUAGES))
    return known or (usual,)


def spoken(viewer: Viewer, page: SittingPage, tongues: tuple[str, ...]) -> dict[str, Part]:
    """The parts of the projector, each in all of the languages, one after the other."""
    speakers = tuple(replace(viewer, language=tongue) for tongue in tongues)
    return {
        name: Part(
            name,
            changed(page, name),
            "".join(render(speaker, page, "projector", name) for speaker in speakers),
        )
        for name in SHOWN["projector"]
    }
