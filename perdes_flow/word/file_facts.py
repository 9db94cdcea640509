"""What a Word file shows beside its words: fonts, paper, tracked changes and comments left, highlights, hidden text."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.linting.file_facts import FileFacts, FontUse, Paper, Spot
from perdes_flow.word.fonts import Font, Fonts
from perdes_flow.word.gate.hidden import hidden_text
from perdes_flow.word.gate.story import stories_of
from perdes_flow.word.markup import paragraph_properties
from perdes_flow.word.names import W
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places
from perdes_flow.word.reader import comments_in, revisions_open

_TWIPS_PER_MM = 1440 / 25.4


def file_facts(package: Package, places: Places | None = None) -> FileFacts:
    """The facts of a file; the blocks in them are counted as `word.reader.read` gives them. DocxRefused.

    `places` are its blocks and paragraphs, where the caller has read them already.
    """
    places = places or Places(package)
    return FileFacts(
        _fonts(package, places),
        tuple(_papers(package.tree(package.main))),
        revisions_open(package),
        comments_in(package),
        tuple(_highlighted(package, places)),
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
        if block.story == "body":
            for font, count in _in_paragraph(fonts, places.paragraph(number)):
                letters[font] = letters.get(font, 0) + count
                first.setdefault(font, number)
    ordered = sorted(letters, key=lambda font: (-letters[font], font))
    return tuple(FontUse(*font, letters[font], first[font]) for font in ordered)


def _in_paragraph(fonts: Fonts, paragraph: etree._Element) -> Iterator[tuple[Font, int]]:
    """The font of each run, and how many letters it holds."""
    style = paragraph_properties(paragraph).get(_STYLED)
    style_name = style.get(W + "val", "") if style is not None else ""
    for text in paragraph.iter(_TEXT):
        count = len((text.text or "").strip())
        run = text.getparent()
        if count and run is not None:
            yield fonts.of(run[0] if run[0].tag == _OWN else None, style_name), count


_TEXT, _OWN, _STYLED = W + "t", W + "rPr", W + "pStyle"


def _papers(root: etree._Element) -> Iterator[Paper]:
    for size in root.iter(W + "pgSz"):
        width, height = size.get(W + "w", ""), size.get(W + "h", "")
        if width.isascii() and width.isdigit() and height.isascii() and height.isdigit():
            yield Paper(round(int(width) / _TWIPS_PER_MM), round(int(height) / _TWIPS_PER_MM))


def _highlighted(package: Package, places: Places) -> Iterator[Spot]:
    """The first highlighted words of each paragraph, runs beside each other together."""
    found: dict[int, str] = {}
    last: dict[int, etree._Element] = {}
    for mark in (mark for _, part in package.stories() for mark in package.tree(part).iter(W + "highlight")):
        run = next(mark.iterancestors(W + "r"), None)
        number = places.number_of(run) if run is not None and mark.get(W + "val") != "none" else None
        if run is None or number is None or (number in last and run.getprevious() is not last[number]):
            continue
        found[number] = found.get(number, "") + "".join(text.text or "" for text in run.iterfind(W + "t"))
        last[number] = run
    return (Spot(number, words.strip()) for number, words in sorted(found.items()) if words.strip())


def _hidden(package: Package, blocks: Sequence[Block]) -> Iterator[Spot]:
    for warning in hidden_text(package, stories_of(package)):
        words, part = str(warning.facts["text"]), warning.facts["part"]
        holding = (i for i, block in enumerate(blocks) if block.part == part and words in block.text)
        yield Spot(next(holding, 0), words)
