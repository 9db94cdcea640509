"""The font and size that a run has in the end: its own, its styles', the document's defaults, the theme's."""

from collections.abc import Iterator

from lxml import etree

from perdes_flow.word.names import DRAWING, W
from perdes_flow.word.package import Package

Font = tuple[str, float]  # name, size in points
_WORDS_OWN: Font = ("Times New Roman", 10)  # what Word takes where the file says nothing


class Fonts:
    """The fonts of one package."""

    def __init__(self, package: Package) -> None:
        roots = [package.tree(part) for part in package.related("styles")[:1]]
        self._styles = {
            style.get(W + "styleId", ""): style for root in roots for style in root.iter(W + "style")
        }
        self._defaults = [e for root in roots for e in root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr")]
        self._default_style = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(W + "type") == "paragraph" and style.get(W + "default") in ("1", "true", "on")
            ),
            "",
        )
        self._theme = _theme_fonts(package)
        self._known: dict[tuple[str, ...], Font] = {}

    def of(self, properties: etree._Element | None, paragraph_style: str) -> Font:
        """The font of a run with these properties (None: it says nothing itself) in a paragraph of this style."""
        own = {child.tag: child for child in properties} if properties is not None else {}
        said = (_said(own.get(_STYLE)), self._named(own.get(_FONTS)), _said(own.get(_SIZE)), paragraph_style)
        if said not in self._known:
            self._known[said] = self._resolved(*said)
        return self._known[said]

    def _resolved(self, run_style: str, name: str, half_points: str, paragraph_style: str) -> Font:
        styles = (run_style, paragraph_style or self._default_style)
        for properties in (*(p for style in styles for p in self._inherited(style)), *self._defaults):
            name = name or self._named(properties.find(_FONTS))
            half_points = half_points or _said(properties.find(_SIZE))
        size = int(half_points) / 2 if half_points.isascii() and half_points.isdigit() else _WORDS_OWN[1]
        return name or _WORDS_OWN[0], size

    def _inherited(self, name: str) -> Iterator[etree._Element]:
        """The run properties of a style, then those of the styles it is based on."""
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            properties = self._styles[name].find(W + "rPr")
            if properties is not None:
                yield properties
            name = _said(self._styles[name].find(W + "basedOn"))

    def _named(self, fonts: etree._Element | None) -> str:
        if fonts is None:
            return ""
        theme = fonts.get(W + "asciiTheme", "")
        return self._theme.get(theme[:5], "") if theme else fonts.get(W + "ascii", "")


_STYLE, _FONTS, _SIZE = W + "rStyle", W + "rFonts", W + "sz"


def _said(element: etree._Element | None) -> str:
    return element.get(W + "val", "") if element is not None else ""


def _theme_fonts(package: Package) -> dict[str, str]:
    """ "major" and "minor" -> the theme's font for headings and for text."""
    return {
        kind: latin.get("typeface", "")
        for part in package.related("theme")[:1]
        for kind in ("major", "minor")
        for latin in package.tree(part).iterfind(f".//{DRAWING}{kind}Font/{DRAWING}latin")
    }
