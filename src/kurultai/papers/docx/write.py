"""A paper as DOCX: structure in styles and Word's own numbering, identities in bookmarks."""

from kurultai.papers import signs
from kurultai.papers.docx import body, comments, fixed, revisions, structure
from kurultai.papers.docx.comments import Comment
from kurultai.papers.docx.numbering import Numbers
from kurultai.papers.docx.runs import Ids
from kurultai.papers.docx.styles import styles
from kurultai.papers.docx.zipped import pack
from kurultai.papers.face import Face, face
from kurultai.papers.paper import Paper


def write(paper: Paper, language: str, *, tracked: bool = False) -> bytes:
    """The paper in one language; the same paper is always the same bytes.

    ``tracked``: with its pending and adopted amendments as tracked changes, one author for the
    sponsors of each. Of rivals the first is shown so, the others in comments. A unit that has no
    wording in the language stands as a gap.
    """
    said = face(paper, language)
    ids = Ids()
    if not tracked:
        rows = body.plain_rows(paper.units, said, paper.behind.get(language, ()))
        return _packed(paper, said, list(rows), (), ids)
    found = revisions.revisions(paper, language)
    return _packed(paper, said, list(revisions.rows(found, said, ids)), found.comments, ids)


def _packed(
    paper: Paper, said: Face, rows: list[body.Row], remarks: tuple[Comment, ...], ids: Ids
) -> bytes:
    numbers = Numbers(signs.point(said.language), signs.annex(said.language))
    document = body.document(said, paper.units, body.commented(rows, remarks), numbers, ids)
    running = said.symbol or said.title
    around = [running, *(one for _, one in (*body.before(said, paper.units), *body.after(said)))]
    kept = structure.Structure(
        document=paper.document,
        version=paper.version,
        language=said.language,
        symbol=paper.symbol,
        title=said.title,
        gap=said.gap,
        units=tuple(structure.in_order(row.kept for row in rows)),
        around=frozenset(
            structure.digest(words) for words in (*around, *(one.words for one in remarks))
        ),
    )
    return pack(
        {
            "[Content_Types].xml": fixed.content_types(),
            "_rels/.rels": fixed.of_package(),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": fixed.of_document(),
            "word/styles.xml": styles(said.language),
            "word/numbering.xml": numbers.part(),
            "word/settings.xml": fixed.settings(said.language),
            "word/header1.xml": fixed.header(running),
            "word/footer1.xml": fixed.footer(),
            "word/comments.xml": comments.part(remarks),
            "docProps/core.xml": fixed.core(said.title, said.symbol, said.language, paper.on),
            "customXml/item1.xml": structure.part(kept),
            "customXml/_rels/item1.xml.rels": fixed.of_store(),
            "customXml/itemProps1.xml": fixed.store(paper.document),
        }
    )
