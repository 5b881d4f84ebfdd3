"""A paper as one HTML file that asks nothing of any network; well-formed as XML too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files

from kurultai.papers.face import Face, face
from kurultai.papers.paper import Paper
from kurultai.papers.rows import SAID, Cell, Row, rows

# Characters that HTML cannot hold, or that are read as another; and the end of a line.
_APART = re.compile("([\x00-\x08\x0a-\x1f\x7f-\x9f\ufffe\uffff])")


def write(paper: Paper, languages: Sequence[str]) -> bytes:
    """The paper in its languages side by side; the same paper is always the same bytes."""
    faces = [face(paper, language) for language in languages]
    text = list(rows(paper, faces, ()))
    many = ' class="many"' if len(faces) > 1 else ""
    style = files(__package__).joinpath("paper.css").read_text("utf-8")
    lead = faces[0]
    return "".join(
        (
            '<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"',
            f" lang={_value(lead.language)}>\n<head>\n",
            '<meta charset="utf-8"/>\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n',
            f"<title>{_plain(lead.title or lead.kind)}</title>\n",
            f"<style>\n{style}</style>\n</head>\n",
            f'<body{many} style="--columns: {len(faces)}" vocab="https://schema.org/"',
            f' typeof="Legislation" data-document={_value(paper.document)}',
            f" data-version={_value(str(paper.version))}",
            f" data-languages={_value(' '.join(languages))}>\n",
            *_head(paper, faces, titled=bool(text) and text[0].kind == "heading"),
            "<main>\n",
            *_text(text),
            "</main>\n",
            *_foot(faces),
            "</body>\n</html>\n",
        )
    ).encode()


def _head(paper: Paper, faces: Sequence[Face], *, titled: bool) -> Iterator[str]:
    yield "<header>\n"
    yield _across("assembly", ((one, one.assembly) for one in faces))
    if paper.symbol:
        yield f'<p class="symbol" property="legislationIdentifier">{_plain(paper.symbol)}</p>\n'
    yield _across("kind", ((one, one.kind) for one in faces))
    for line in ("state", "standing", "tabled_by", "meeting"):
        yield _across("line", ((one, getattr(one, line)) for one in faces))
    if not titled:
        yield _titles("h1", faces)
    yield "</header>\n"
    yield from _properties(paper, faces)


def _properties(paper: Paper, faces: Sequence[Face]) -> Iterator[str]:
    """What the schema.org vocabulary of legislation asks for."""
    told = [("legislationType", faces[0].kind), ("name", faces[0].title)]
    told += [("inLanguage", one.language) for one in faces]
    if paper.on:
        told.append(("legislationDate" if paper.state == "adopted" else "dateModified", paper.on))
    for name, content in told:
        if content:
            yield f'<meta property="{name}" content={_value(content)}/>\n'


def _across(kind: str, said: Iterable[tuple[Face, str]]) -> str:
    """One line in all languages, if any has it."""
    cells = [(one, words) for one, words in said]
    if not any(words for _, words in cells):
        return ""
    inside = "".join(f"<p lang={_value(one.language)}>{_plain(words)}</p>" for one, words in cells)
    return f'<div class="row {kind}">{inside}</div>\n'


def _titles(element: str, faces: Sequence[Face]) -> str:
    inside = "".join(
        f"<span lang={_value(one.language)}>{_plain(one.title)}</span>" for one in faces
    )
    return f'<{element} class="row">{inside}</{element}>\n'


def _text(text: Sequence[Row]) -> Iterator[str]:
    """Each unit within the one above it."""
    depth = 0
    for at, row in enumerate(text):
        for _ in range(depth - row.depth):
            yield "</div>\n"
        depth = row.depth + 1
        named = _value(row.unit)
        yield f"<div id={_value('unit-' + _identity(row.unit))} data-unit={named}"
        yield f' data-kind="{row.kind}">\n{_unit(row, first=at == 0)}\n'
    yield "</div>\n" * depth


def _identity(unit: str) -> str:
    """An identity as a part of an address: no white space."""
    return "".join(char if char.isalnum() or char in "-_.:" else f"~{ord(char):x}" for char in unit)


def _unit(row: Row, *, first: bool) -> str:
    match row.kind:
        case "heading" | "section" | "annex":
            element = "h1" if first and row.kind == "heading" else "h2"
            inside = "".join(_cell("span", cell) for cell in row.cells)
            return f'<{element} class="row">{inside}</{element}>'
        case _:
            return f'<div class="row">{"".join(_cell("p", cell) for cell in row.cells)}</div>'


def _cell(element: str, cell: Cell) -> str:
    sign = f'<span class="sign">{_plain(cell.sign)}</span> ' if cell.sign else ""
    said = "".join(_plain(words) for what, words in cell.runs if what == SAID)
    own = "".join(_whole(words) for what, words in cell.runs if what != SAID)
    words = "" if cell.is_gap else f'<span class="words">{own}</span>'
    remark = f'<span class="gap">{said}</span>' if said else ""
    return f"<{element} lang={_value(cell.language)}>{sign}{words}{remark}</{element}>"


def _foot(faces: Sequence[Face]) -> Iterator[str]:
    if not any(one.decision or one.notes for one in faces):
        return
    yield '<footer class="row">\n'
    for one in faces:
        notes = "".join(
            f"<h2>{_plain(note.title)}</h2><p lang={_value(note.language or one.language)}>"
            f"{_plain(note.words)}</p>"
            for note in one.notes
        )
        decision = f"<p>{_plain(one.decision)}</p>" if one.decision else ""
        yield f"<div lang={_value(one.language)}>{decision}{notes}</div>\n"
    yield "</footer>\n"


def _whole(words: str) -> str:
    """Words of the text, of which nothing may be lost."""
    return "".join(_piece(piece) for piece in _APART.split(words))


def _piece(piece: str) -> str:
    if piece == "\n":
        return "<br/>"
    if _APART.fullmatch(piece):
        return f'<span data-character="{ord(piece):x}"></span>'
    return escape(piece, quote=False)


def _plain(words: str) -> str:
    return escape(_APART.sub(" ", words), quote=False)


def _value(words: str) -> str:
    return f'"{escape(_APART.sub(_number, words))}"'


def _number(found: re.Match[str]) -> str:
    return f"\N{REPLACEMENT CHARACTER}{ord(found[0]):x}"
