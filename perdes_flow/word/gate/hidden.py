"""Text that the file holds and a reader does not see: hidden, white, tiny, or beside the page."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from perdes_flow.word.gate.story import Story, words_in
from perdes_flow.word.gate.verdict import Warning
from perdes_flow.word.names import VML, W
from perdes_flow.word.package import Package

_TINY_HALF_POINTS = 7
_WHITE = 0xF0  # each of red, green and blue
_FAR_TWIPS = (-2_000, 31_680)  # Word's widest page has 22 inches
_FAR_EMU = (-3_000_000, 20_116_800)
_SHOWN = 60

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_OFF = ("0", "false", "off")


def hidden_text(package: Package, stories: Iterable[Story]) -> Iterator[Warning]:
    """One warning with the first words that are hidden, for each part."""
    styles = _hiding_styles(package)
    for story in stories:
        texts = (
            *_in_runs(story.root),
            *_by_style(story.root, styles),
            *_beside_page(story.root),
            *_in_rows(story.root),
        )
        found = next((text for text in map(str.strip, texts) if text), "")
        if found:
            yield Warning("HIDDEN_TEXT", {"text": found[:_SHOWN], "part": story.part})
    for part in package.related("numbering")[:1]:
        if any(_hides(element) for element in package.tree(part).iter(*_HIDING)):
            yield Warning("HIDDEN_TEXT", {"text": "nomor otomatis", "part": part})


# ---- by the properties of a run

_HIDING = (W + "vanish", W + "color", W + "sz")


def _hides(element: etree._Element) -> bool:
    """Whether this property makes text unseen."""
    value = element.get(W + "val", "")
    if element.tag == W + "vanish":
        return value not in _OFF
    if element.tag == W + "sz":
        return value.isascii() and value.isdigit() and int(value[:9]) <= _TINY_HALF_POINTS
    return _is_white(value)


def _is_white(value: str) -> bool:
    try:
        return len(value) == 6 and all(int(value[i : i + 2], 16) >= _WHITE for i in (0, 2, 4))
    except ValueError:
        return False


def _in_runs(root: etree._Element) -> Iterator[str]:
    for element in root.iter(*_HIDING):
        properties = element.getparent()
        run = properties.getparent() if properties is not None else None
        if run is None or run.tag != W + "r" or not _hides(element):
            continue  # of a paragraph mark, or what a property was before
        if element.tag != W + "color" or not _has_fill(run):
            yield words_in(run)


def _has_fill(run: etree._Element) -> bool:
    """White letters on a coloured ground are seen: shading of the run, its paragraph or its cell, or a highlight."""
    for around in (run, *run.iterancestors(W + "p", W + "tc")):
        for shading in around.iterfind(f"{W}{_PROPERTIES[str(around.tag)]}/{W}shd"):
            fill = shading.get(W + "fill", "auto")
            if fill != "auto" and not _is_white(fill):
                return True
    return run.find(f"{W}rPr/{W}highlight") is not None


_PROPERTIES = {W + "r": "rPr", W + "p": "pPr", W + "tc": "tcPr"}

# ---- by style


def _hiding_styles(package: Package) -> frozenset[str]:
    """The styles, of letters and of paragraphs, whose text is not seen, by themselves or by those they are based on."""
    styles = {
        s.get(W + "styleId", ""): s
        for part in package.related("styles")[:1]
        for s in package.tree(part).iter(W + "style")
    }
    return frozenset(name for name in styles if _style_hides(styles, name))


def _style_hides(styles: Mapping[str, etree._Element], name: str) -> bool:
    decided: set[str] = set()
    seen: set[str] = set()
    shaded = False
    while name in styles and name not in seen:
        seen.add(name)
        style = styles[name]
        shaded = shaded or style.find(f".//{W}shd") is not None
        for element in style.iterfind(f"{W}rPr/*"):
            tag = str(element.tag)
            if tag in _HIDING and tag not in decided:
                decided.add(tag)
                if _hides(element) and not (tag == W + "color" and shaded):
                    return True
        base = style.find(W + "basedOn")
        name = base.get(W + "val", "") if base is not None else ""
    return False


def _by_style(root: etree._Element, styles: frozenset[str]) -> Iterator[str]:
    if not styles:
        return
    for element in root.iter(W + "rStyle", W + "pStyle"):
        properties = element.getparent()
        styled = properties.getparent() if properties is not None else None
        if styled is not None and styled.tag in (W + "r", W + "p") and element.get(W + "val") in styles:
            yield words_in(styled)


# ---- by place


def _beside_page(root: etree._Element) -> Iterator[str]:
    for frame in root.iter(W + "framePr"):
        if any(_far(frame.get(W + side, "0"), _FAR_TWIPS) for side in ("x", "y")):
            paragraph = next(frame.iterancestors(W + "p"), None)
            yield words_in(paragraph) if paragraph is not None else ""
    for box in root.iter(W + "txbxContent"):
        if any(_is_unseen(around) for around in box.iterancestors()):
            yield words_in(box)


def _is_unseen(around: etree._Element) -> bool:
    """Whether a drawing is hidden or stands far from the page."""
    if around.tag in (_WP + "anchor", _WP + "inline"):
        offsets = [offset.text or "" for offset in around.iter(_WP + "posOffset")]
        marks = around.iterfind(_WP + "docPr")
        return any(_far(offset, _FAR_EMU) for offset in offsets) or any(
            mark.get("hidden", "0") not in _OFF for mark in marks
        )
    return str(around.tag).startswith(VML) and _UNSEEN_STYLE.search(around.get("style", "")) is not None


_UNSEEN_STYLE = re.compile(
    r"visibility:\s*hidden|display:\s*none|(?:margin-)?(?:left|top):\s*-\d{4}", re.IGNORECASE
)


def _far(written: str, limits: tuple[int, int]) -> bool:
    try:
        return not limits[0] <= float(written) <= limits[1]
    except ValueError:
        return False


def _in_rows(root: etree._Element) -> Iterator[str]:
    for mark in root.iter(W + "hidden"):
        if mark.get(W + "val", "") not in _OFF:
            row = next(mark.iterancestors(W + "tr"), None)
            yield words_in(row) if row is not None else ""
