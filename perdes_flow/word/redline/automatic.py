"""The numbers that Word gives to paragraphs by itself: what one looks like, not which it is."""

import re

from perdes_flow.word.names import W
from perdes_flow.word.redline.side import Side


class AutomaticNumbers:
    """Those of one file. Each kind of properties is read once."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._known: dict[bytes, str] = {}

    def example(self, properties: bytes) -> str:
        """What a paragraph with such a w:pPr bears: "Pasal 1", "(1)", "a."; "" where it bears none."""
        if properties not in self._known:
            self._known[properties] = self._read(properties)
        return self._known[properties]

    def _read(self, properties: bytes) -> str:
        values = {name.decode(): value.decode() for name, value in reversed(_VALUES.findall(properties))}
        if b"<w:numPr>" not in properties:
            values = self._of_style(values.get("pStyle", ""))
        if "numId" not in values:
            return ""
        levels = self._side.numbering.get(values["numId"], {})
        form, text = levels.get(values.get("ilvl", "0"), ("", ""))
        return _PLACE.sub(_FIRST.get(form, "1"), text) if form not in ("bullet", "none", "") else ""

    def _of_style(self, name: str) -> dict[str, str]:
        numbering = self._side.style_numbering(name)
        found = {
            key: child.get(W + "val", "")
            for key in ("numId", "ilvl")
            if numbering is not None and (child := numbering.find(W + key)) is not None
        }
        return found


_VALUES = re.compile(rb"""<w:(numId|ilvl|pStyle)\s[^<>]*?w:val\s*=\s*["']([^"'<>]*)""")
_PLACE = re.compile(r"%\d")
_FIRST = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
