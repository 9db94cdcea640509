"""What a Word file shows beside its words: fonts, paper, tracked changes and comments left, highlights, hidden text."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.linting.file_facts import FileFacts, FontUse, Paper, Spot
from perdes_flow.word.fonts import Font, Fonts
from perdes_flow.word.gate.hidden import hidden_text
from perdes_flow.word.gate.story import stories_of
from perdes_flow.word.names import W
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places
from perdes_flow.word.reader import comments_in, revisions_open

_TWIPS_PER_MM = 1440 / 25.4


def file_facts(package: Package) -> FileFacts:
    """The facts of a file; the blocks in them are counted as `word.reader.read` gives them. DocxRefused."""
    places = Places(package)
    return FileFacts(
        _fonts(package, places),
        tuple(_papers(package.tree(package.main))),
        revisions_open(package),
        comments_in(package),
        tuple(_highlighted(places)),
        tuple(_hidden(package, places.blocks)),
        tuple(
            Spot(i, found[0])
            for i, block in enumerate(places.blocks)
            for found in _BROKEN.finditer(block.text)
        ),
    )


# what Word writes where the target of a field is gone, in English and Indonesian
_BROKEN = re.compile(r"(?:Error|Kesalahan|Galat)! [A-Z][^.!]{3,60}[.!]")


def _fonts(package: Package, places: Places) -> tuple[FontUse, ...]:
    fonts = Fonts(package)
    letters: dict[Font, int] = {}
    first: dict[Font, int] = {}
    for number, block in enumerate(places.blocks):
        if block.story != "body":
            continue
        paragraph = places.paragraph(number)
        for run in paragraph.iter(W + "r"):
            count = sum(len((text.text or "").strip()) for text in run.iterfind(W + "t"))
            if count:
                font = fonts.of(run, paragraph)
                letters[font] = letters.get(font, 0) + count
                first.setdefault(font, number)
    ordered = sorted(letters, key=lambda font: (-letters[font], font))
    return tuple(FontUse(*font, letters[font], first[font]) for font in ordered)


def _papers(root: etree._Element) -> Iterator[Paper]:
    for size in root.iter(W + "pgSz"):
        width, height = size.get(W + "w", ""), size.get(W + "h", "")
        if width.isascii() and width.isdigit() and height.isascii() and height.isdigit():
            yield Paper(round(int(width) / _TWIPS_PER_MM), round(int(height) / _TWIPS_PER_MM))


def _highlighted(places: Places) -> Iterator[Spot]:
    """The highlighted words of a paragraph, runs beside each other together."""
    for number in range(len(places.blocks)):
        words = ""
        for run in places.paragraph(number).iter(W + "r"):
            mark = run.find(f"{W}rPr/{W}highlight")
            if mark is not None and mark.get(W + "val") != "none":
                words += "".join(text.text or "" for text in run.iterfind(W + "t"))
            elif words.strip():
                break
        if words.strip():
            yield Spot(number, words.strip())


def _hidden(package: Package, blocks: Sequence[Block]) -> Iterator[Spot]:
    for warning in hidden_text(package, stories_of(package)):
        words, part = str(warning.facts["text"]), warning.facts["part"]
        holding = (i for i, block in enumerate(blocks) if block.part == part and words in block.text)
        yield Spot(next(holding, 0), words)
