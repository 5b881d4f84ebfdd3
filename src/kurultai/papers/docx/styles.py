"""The look of a paper in Word: its styles, as word/styles.xml."""

from dataclasses import dataclass

from kurultai.papers.docx.names import GAP, MATTER, REGIONS, STYLES, TITLE, W
from kurultai.papers.docx.xml import HEADER, attribute

FONT = "Times New Roman"  # has every letter of the nine languages
QUIET = "595959"
_LINE = 'w:line="271" w:lineRule="auto"'


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: lengths in twentieths of a point, sizes in half points."""

    before: int = 0
    after: int = 160
    size: int = 24
    align: str = "both"
    bold: bool = False
    italic: bool = False
    small_capitals: bool = False
    colour: str = ""
    left: int = 0
    outline: int | None = None  # its level in the navigation pane
    stays: bool = False  # with the next paragraph
    page: bool = False  # begins one
    rule: str = ""  # a line above or below: top, bottom
    spacing: int = 0  # between letters

    def paragraph(self) -> str:
        """The content of w:pPr."""
        edge = f'<w:{self.rule} w:val="single" w:sz="6" w:space="6" w:color="auto"/>'
        return "".join(
            (
                "<w:keepNext/><w:keepLines/>" if self.stays else "",
                "<w:pageBreakBefore/>" if self.page else "",
                "<w:widowControl/>",
                f"<w:pBdr>{edge}</w:pBdr>" if self.rule else "",
                f'<w:spacing w:before="{self.before}" w:after="{self.after}" {_LINE}/>',
                f'<w:ind w:left="{self.left}"/>' if self.left else "",
                f'<w:jc w:val="{self.align}"/>',
                f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline is not None else "",
            )
        )

    def run(self) -> str:
        """The content of w:rPr."""
        return "".join(
            (
                "<w:b/>" if self.bold else "",
                "<w:i/>" if self.italic else "",
                "<w:smallCaps/>" if self.small_capitals else "",
                f'<w:color w:val="{self.colour}"/>' if self.colour else "",
                f'<w:spacing w:val="{self.spacing}"/>' if self.spacing else "",
                f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>',
            )
        )


LOOKS = {
    TITLE: Look(200, 360, 30, "center", bold=True, outline=0, stays=True),
    STYLES["heading"]: Look(320, 160, 26, "center", bold=True, outline=1, stays=True),
    STYLES["preamble"]: Look(left=567),
    STYLES["operative"]: Look(),
    STYLES["point"]: Look(after=120),
    STYLES["section"]: Look(360, 180, 26, "left", bold=True, outline=1, stays=True),
    STYLES["annex"]: Look(0, 280, 28, "center", bold=True, outline=0, stays=True, page=True),
    STYLES["closing"]: Look(280, 80, 24, "left"),
    MATTER["assembly"]: Look(0, 80, 26, "center", small_capitals=True, spacing=30),
    MATTER["symbol"]: Look(0, 360, 20, "center", colour=QUIET, rule="bottom"),
    MATTER["kind"]: Look(120, 60, 24, "center", small_capitals=True, spacing=40),
    MATTER["title"]: Look(200, 360, 30, "center", bold=True, outline=0, stays=True),
    MATTER["line"]: Look(0, 40, 20, "center", italic=True, colour=QUIET),
    MATTER["end"]: Look(360, 240, 20, "center", colour=QUIET),
    MATTER["note_title"]: Look(240, 60, 22, "left", bold=True, stays=True),
    MATTER["note"]: Look(0, 120, 22),
}


def styles(language: str) -> str:
    """word/styles.xml; the paper's language is everybody's who writes on in it."""
    region = attribute(REGIONS.get(language, language))
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val={region} w:eastAsia={region}/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    gap = (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{GAP[0]}">'
        f'<w:name w:val="{GAP[1]}"/><w:rPr><w:i/><w:color w:val="{QUIET}"/></w:rPr></w:style>'
    )
    looks = "".join(_style(identity, name, look) for (identity, name), look in LOOKS.items())
    page = "".join(_page_style(name) for name in ("header", "footer"))
    return f'{HEADER}<w:styles xmlns:w="{W}">{defaults}{looks}{page}{gap}</w:styles>'


def _style(identity: str, name: str, look: Look) -> str:
    custom = "" if identity == name else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{look.paragraph()}</w:pPr>'
        f"<w:rPr>{look.run()}</w:rPr></w:style>"
    )


def _page_style(name: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name.capitalize()}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr>'
        f'<w:rPr><w:color w:val="{QUIET}"/><w:sz w:val="18"/></w:rPr></w:style>'
    )
