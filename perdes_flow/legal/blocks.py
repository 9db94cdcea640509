"""What the law's reader gets from Word: one block a paragraph, in reading order, free of everything that is layout only.

`word.reader` makes them, `legal.parser` reads them; neither knows the other.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a block stands; all count from 0. `table` numbers the tables of the story in reading order."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as a person sees it in the final state (tracked insertions in, deletions out).

    story    "body", "header", "footer", "footnote", "endnote" or "textbox"
    part     the package part it stands in, e.g. "word/document.xml"
    index    its place among the blocks of its part, from 0: the way back to the Word paragraph
    number   the automatic number as Word shows it ("Pasal 5", "(2)", "a."), "" where there is none;
             a number typed by hand stands in `text`
    text     the words without the automatic number; NFC, tabs and breaks as one blank each, not stripped of signs
    centred  the paragraph is centred
    breaks   where in `text` a line ends within the paragraph (Shift+Enter): the places of those blanks
    """

    story: str
    part: str
    index: int
    number: str
    text: str
    cell: Cell | None = None
    centred: bool = False
    breaks: tuple[int, ...] = ()

    @property
    def shown(self) -> str:
        """Number and text as they stand on the page."""
        return f"{self.number} {self.text}" if self.number and self.text else self.number or self.text
