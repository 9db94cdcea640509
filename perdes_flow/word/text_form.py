"""The normalised text of a Word file, form 1. This form never changes: see docs/text-form.md.

The same words give the same text, whichever program saved them, whether numbers were typed or automatic.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from perdes_flow.legal.blocks import Block

# Between body, footnotes, endnotes, and headers with footers: a line cannot wander unseen from one to another.
_PARTING = "\f\n"
_EDGES = ("header", "footer")
# Signs that nobody sees: soft hyphen, zero-width blanks and joiners, byte order mark.
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
_BLANKS = re.compile("[\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


def normalised_text(blocks: Sequence[Block]) -> str:
    """One line a paragraph that holds words, each ended by a line feed.

    First the body, then footnotes, then endnotes, each with its text boxes in reading order; last the lines of headers
    and footers, each once, sorted: programs repeat them for every section and order them as they like.
    """
    kinds = {block.part: block.story for block in blocks if block.story != "textbox"}
    lines: dict[str, list[str]] = {"body": [], "footnote": [], "endnote": [], "edge": []}
    for block in blocks:
        kind, line = kinds.get(block.part, "body"), plain_line(block.shown)
        if line:
            lines["edge" if kind in _EDGES else kind].append(line)
    lines["edge"] = sorted(set(lines["edge"]))
    return _PARTING.join(_joined(group) for group in lines.values())


def plain_line(shown: str) -> str:
    """A line as it is compared: without signs that nobody sees, blanks as one, in NFC."""
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", shown))
    return _BLANKS.sub(" ", seen).strip(" ")


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
