"""Words in quotation marks that can be told from the sentence again, whatever the words are.

The language's first marks stand unless the words hold their closing mark; then its second or
third ones do. Where the words hold all of them, the first are taken and their closing mark is
written twice inside.
"""

Pairs = tuple[tuple[str, str], ...]
TOKEN = "\0"  # noqa: S105 - where a quotation stood in the frame


def quote(words: str, pairs: Pairs) -> str:
    """The words in marks."""
    for opening, closing in pairs:
        if closing not in words:
            return f"{opening}{words}{closing}"
    opening, closing = pairs[0]
    return f"{opening}{words.replace(closing, closing * 2)}{closing}"


def unquote(sentence: str, pairs: Pairs) -> tuple[str, list[str]]:
    """The sentence with a token in place of each quotation, and what was quoted, in order.

    Raises ValueError where a quotation has no end.
    """
    closings = dict(pairs)
    frame: list[str] = []
    quoted: list[str] = []
    at = 0
    while at < len(sentence):
        if (closing := closings.get(sentence[at])) is None:
            frame.append(sentence[at])
            at += 1
            continue
        end = _end(sentence, at + 1, closing, doubled=closing == pairs[0][1])
        words = sentence[at + 1 : end]
        quoted.append(words.replace(closing * 2, closing) if closing == pairs[0][1] else words)
        frame.append(TOKEN)
        at = end + 1
    return "".join(frame), quoted


def _end(sentence: str, at: int, closing: str, *, doubled: bool) -> int:
    """Where the quotation ends: at a closing mark that is not one of two."""
    end = sentence.index(closing, at)
    while doubled and sentence.startswith(closing, end + 1):
        end = sentence.index(closing, end + 2)
    return end
