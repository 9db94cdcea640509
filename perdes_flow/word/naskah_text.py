"""The fingerprint of the text of a Word file: the SHA-256 of its form 1."""

from collections.abc import Sequence
from hashlib import sha256

from perdes_flow.domain.values import Sha256
from perdes_flow.legal.blocks import Block
from perdes_flow.word.text_form import normalised_text


def text_sha256(blocks: Sequence[Block]) -> Sha256:
    """SHA-256 of the normalised text in UTF-8."""
    return sha256(normalised_text(blocks).encode("utf-8", "surrogatepass")).hexdigest()
