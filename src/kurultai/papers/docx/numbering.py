"""Numbers that Word counts itself, so that a paragraph put in or taken out needs no retyping."""

from dataclasses import dataclass, field

from kurultai.papers.docx.names import W
from kurultai.papers.docx.xml import HEADER, attribute

_STEP = 567  # a centimetre
_POINTS = ("lowerLetter", "lowerRoman")  # (a), below it (i), then figures
DEEPEST = 8  # Word knows nine levels


@dataclass(slots=True)
class Numbers:
    """The lists of one document: each counts from 1, whatever others did before it."""

    point: str  # how a point's sign is written, with %s
    annex: str  # how an annex is numbered, with %s
    lists: list[str] = field(default_factory=list)
    known: dict[tuple[str, str], int] = field(default_factory=dict)

    def paragraphs(self, scope: str) -> int:
        """The list of the numbered paragraphs of the text, or of an annex, and their points."""
        forms = ("decimal", *_POINTS, *(["decimal"] * (DEEPEST - len(_POINTS))))
        texts = ("%1.", *(self.point % f"%{number + 2}" for number in range(DEEPEST)))
        levels = zip(forms, texts, strict=True)
        return self._list(
            "paragraphs", scope, "".join(_hanging(n, *level) for n, level in enumerate(levels))
        )

    def sections(self, scope: str) -> int:
        """The list of the sections of the text, or of an annex: I., inside it I.2."""
        return self._list("sections", scope, _titles("%s."))

    def annexes(self) -> int:
        """The list of annexes."""
        return self._list("annexes", "", _titles(f"{self.annex}:"))

    def _list(self, kind: str, scope: str, levels: str) -> int:
        found = self.known.get((kind, scope))
        if found is None:
            self.lists.append(levels)
            found = self.known[kind, scope] = len(self.lists)
        return found

    def part(self) -> str:
        """word/numbering.xml."""
        shapes = "".join(
            f'<w:abstractNum w:abstractNumId="{number}">'
            f'<w:nsid w:val="{0x4B550000 + number:08X}"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{0x4B560000 + number:08X}"/>'
            f"{levels}</w:abstractNum>"
            for number, levels in enumerate(self.lists, 1)
        )
        uses = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in range(1, len(self.lists) + 1)
        )
        return f'{HEADER}<w:numbering xmlns:w="{W}">{shapes}{uses}</w:numbering>'


def _titles(pattern: str) -> str:
    """Levels that are numbered I, I.2, I.2.3."""
    return "".join(
        _beside(
            level,
            "decimal" if level else "upperRoman",
            pattern % ".".join(f"%{number + 1}" for number in range(level + 1)),
        )
        for level in range(DEEPEST + 1)
    )


def _hanging(number: int, form: str, text: str) -> str:
    """The number in the margin of its paragraph, points further in."""
    left = _STEP * (number + 1)
    return (
        f'{_begun(number, form)}<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
        f'<w:ind w:left="{left}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )


def _beside(number: int, form: str, text: str) -> str:
    """The number before its title."""
    return (
        f'{_begun(number, form)}<w:suff w:val="space"/><w:lvlText w:val={attribute(text)}/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
    )


def _begun(number: int, form: str) -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
