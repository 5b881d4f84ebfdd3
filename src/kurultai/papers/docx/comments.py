"""What is said beside a paragraph, as Word's comments."""

from collections.abc import Iterable
from dataclasses import dataclass

from kurultai.papers.docx import runs
from kurultai.papers.docx.names import W
from kurultai.papers.docx.runs import Author
from kurultai.papers.docx.xml import HEADER, attributes, instant


@dataclass(frozen=True, slots=True)
class Comment:
    """Lines beside a unit's paragraph; ``unit`` is "" for the first."""

    unit: str
    author: Author
    lines: tuple[str, ...]

    @property
    def words(self) -> str:
        """The lines in one."""
        return "\n".join(self.lines)


def part(comments: Iterable[Comment]) -> str:
    """word/comments.xml; each is named by its place in the order."""
    rows = "".join(_comment(number, comment) for number, comment in enumerate(comments))
    return f'{HEADER}<w:comments xmlns:w="{W}">{rows}</w:comments>'


def beside(number: int, content: str) -> str:
    """Content with the comment of that number beside it."""
    named = f'w:id="{number}"'
    return (
        f"<w:commentRangeStart {named}/>{content}<w:commentRangeEnd {named}/>"
        f"<w:r><w:commentReference {named}/></w:r>"
    )


def _comment(number: int, comment: Comment) -> str:
    stamp = attributes(
        id=str(number),
        author=comment.author.name,
        date=instant(comment.author.on),
        initials="".join(word[0] for word in comment.author.name.split()[:3]),
    )
    lines = "".join(f"<w:p>{runs.run(line)}</w:p>" for line in comment.lines)
    return f"<w:comment{stamp}>{lines}</w:comment>"
