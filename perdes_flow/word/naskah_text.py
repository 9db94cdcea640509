"""The normalised text of a Word file and its fingerprint, form 1. This form never changes: see docs/text-form.md.

The same words give the same fingerprint, whichever program saved them, whether numbers were typed or automatic.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import sha256

from perdes_flow.domain.values import Sha256
from perdes_flow.legal.blocks import Block

_EDGES = ("header", "footer")
# Signs that nobody sees: soft hyphen, zero-width blanks and joiners, byte order mark.
_UNSEEN = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))


def normalised_text(blocks: Sequence[Block]) -> str:
    """One line a paragraph that holds words, each ended by a line feed.

    Body, notes and text boxes in reading order; then the lines of headers and footers, each once, sorted: programs
    repeat them for every section and order them as they like.
    """
    lines = [line for line in (_line(block) for block in blocks if block.story not in _EDGES) if line]
    edges = {line for line in (_line(block) for block in blocks if block.story in _EDGES) if line}
    return "".join(f"{line}\n" for line in _ordered(lines, edges))


def text_sha256(blocks: Sequence[Block]) -> Sha256:
    """SHA-256 of the normalised text in UTF-8."""
    return sha256(normalised_text(blocks).encode("utf-8", "surrogatepass")).hexdigest()


def _line(block: Block) -> str:
    seen = unicodedata.normalize("NFC", block.shown.translate(_UNSEEN))
    return " ".join(seen.split())


def _ordered(lines: Iterable[str], edges: Iterable[str]) -> Iterable[str]:
    yield from lines
    yield from sorted(edges)
