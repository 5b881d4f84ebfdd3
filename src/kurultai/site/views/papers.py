"""A document to take away: PDF, DOCX, Akoma Ntoso, HTML and plain text, in each language."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_safe

from kurultai.gate.clause import NotFound
from kurultai.gate.turns import Turns
from kurultai.gate.viewer import Viewer
from kurultai.papers.paper import Paper
from kurultai.site.drafts.paper import amended_paper, text_paper
from kurultai.site.house import house
from kurultai.site.views.errors import busy_making, not_found

_KEPT = 32  # papers
_PATIENCE = 20  # seconds that one waits for others' papers to be made
_kept: OrderedDict[str, bytes] = OrderedDict()
_making = Turns()  # a large one takes seconds of the processor: the pages go first

Write = Callable[[Paper, str, str], bytes]  # the paper, its language, the one beside it or ""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of papers, under the ending of its files' names."""

    ending: str
    name: str
    media_type: str
    write: Write
    is_amended: bool = False  # of the text with its amendments


def _pdf(paper: Paper, language: str, beside: str, *, redline: bool = False) -> bytes:
    from kurultai.papers import pdf  # noqa: PLC0415 - a large library, for papers alone

    return pdf.write(paper, _columns(language, beside), redline=redline)


def _docx(paper: Paper, language: str, _: str, *, tracked: bool = False) -> bytes:
    from kurultai.papers import docx  # noqa: PLC0415 - as above

    return docx.write(paper, language, tracked=tracked)


def _akn(paper: Paper, language: str, _: str) -> bytes:
    from kurultai.papers import akn  # noqa: PLC0415 - as above

    return akn.write(paper, language)


def _list(paper: Paper, language: str, _: str) -> bytes:
    from kurultai.papers import akn  # noqa: PLC0415 - as above

    return akn.amendment_list(paper, language)


def _html(paper: Paper, language: str, beside: str) -> bytes:
    from kurultai.papers import web  # noqa: PLC0415 - as above

    return web.write(paper, _columns(language, beside))


def _columns(language: str, beside: str) -> tuple[str, ...]:
    return (language, beside) if beside else (language,)


def _text(paper: Paper, language: str, _: str) -> bytes:
    from kurultai.papers import plain  # noqa: PLC0415 - as above

    return plain.write(paper, language).encode()


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_AKN = "application/akn+xml"
FORMATS = (
    Format("pdf", "PDF", "application/pdf", _pdf),
    Format("docx", "DOCX", _WORD, _docx),
    Format("html", "HTML", "text/html; charset=utf-8", _html),
    Format("txt", "TXT", "text/plain; charset=utf-8", _text),
    Format("akn.xml", "Akoma Ntoso", _AKN, _akn),
)
AMENDED = (
    Format("tracked.docx", "DOCX", _WORD, partial(_docx, tracked=True), is_amended=True),
    Format("amendments.akn.xml", "Akoma Ntoso", _AKN, _list, is_amended=True),
    Format("tracked.pdf", "PDF", "application/pdf", partial(_pdf, redline=True), is_amended=True),
)
_BY_ENDING = {made.ending: made for made in (*FORMATS, *AMENDED)}


@require_safe
def paper(request: HttpRequest, name: str, language: str, **asked: str) -> HttpResponse:
    """The document in a language and a format; ``with`` names a language for the second column."""
    ending = asked["format"]
    made = _BY_ENDING.get(ending)
    beside = request.GET.get("with", "")
    if made is None:
        return not_found(request)
    key = key_of(request.viewer, name, language, ending, beside)
    if request.headers.get("If-None-Match", "").removeprefix("W/") == f'"{key}"':
        return HttpResponseNotModified(headers={"ETag": f'"{key}"'})
    try:
        found = _paper(request.viewer, f"document:{name}", language, beside, made)
        content = keep(key, lambda: made.write(found, language, beside))
    except NotFound:
        return not_found(request)
    except TimeoutError:
        return busy_making(request)
    return _dressed(content, key, made, _file_name(found, language, beside, ending))


def _paper(viewer: Viewer, document: str, language: str, beside: str, made: Format) -> Paper:
    """NotFound where the text is not there in one of the languages."""
    found = (amended_paper if made.is_amended else text_paper)(viewer, document)
    if any(wanted not in found.standings for wanted in (language, beside or language)):
        raise NotFound
    return found


def key_of(viewer: Viewer, *asked: str) -> str:
    """Who may see what follows from person and position, so these two stand for it."""
    parts = (str(house().directory), str(viewer.position), viewer.person or "", *asked)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def keep(key: str, make: Callable[[], bytes]) -> bytes:
    """Kept, or made: one at a time, and TimeoutError to whoever would wait too long."""
    if kept := _kept.get(key):
        return kept
    with _making.taken(_PATIENCE):
        made = _kept.get(key) or _kept.setdefault(key, make())
        while len(_kept) > _KEPT:
            _kept.popitem(last=False)
        return made


def _file_name(found: Paper, language: str, beside: str, ending: str) -> str:
    """The symbol, or the document's own name in addresses, with the languages."""
    own = found.symbol or found.document.partition(":")[2]
    plain = "".join(letter if letter.isalnum() or letter in "-." else "-" for letter in own)
    return f"{plain}-{'-'.join(filter(None, (language, beside)))}.{ending}"


def _dressed(content: bytes, key: str, made: Format, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=made.media_type)
    response.headers["ETag"] = f'"{key}"'
    response.headers["Vary"] = "Cookie"
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
