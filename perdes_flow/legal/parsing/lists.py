"""Which lists are open below an ayat or a part, and where the next numbered line belongs."""

import re

from perdes_flow.legal.numbering import Marker
from perdes_flow.legal.parsing.lines import is_dangling, is_finished, starts_sentence
from perdes_flow.legal.parsing.nodes import Node


class OpenLists:
    """The lists open below one unit, outermost first; each with its owner, its kind and the number it reached."""

    def __init__(self, owner: Node) -> None:
        self.owner = owner
        self._open: list[tuple[Node, Marker]] = []

    @property
    def deepest(self) -> Node:
        """The unit that a new level, or a line without number, would go to."""
        return self._open[-1][0].children[-1] if self._open else self.owner

    @property
    def is_open(self) -> bool:
        return bool(self._open)

    def close(self) -> None:
        self._open.clear()

    def close_one(self) -> Node:
        """End the deepest list; the unit that introduced it."""
        owner, _ = self._open.pop()
        return owner

    def continues(self, marker: Marker) -> bool:
        """The marker is the next number of one of the open lists."""
        return any(marker.follows(reached) for _, reached in self._open)

    def read(self, marker: Marker) -> Marker:
        """The marker, as a roman number where it goes on with a roman list, or begins one below a colon; "l." begins as 1."""
        if marker.shown in ("l.", "l)") and not self._open:
            return Marker(marker.shown, "decimal", marker.shape, 1)  # what a scan makes of it
        roman = marker.as_roman if marker.family == "letter" and marker.shown.strip("().") in _ROMAN else None
        if roman is None or (self.continues(marker) and not self._in_roman):
            return marker
        begins = roman.value == 1 and self.deepest.tail.endswith(":")
        return roman if begins or self.continues(roman) else marker

    @property
    def _in_roman(self) -> bool:
        return bool(self._open) and self._open[-1][1].family == "roman"

    def level_of(self, marker: Marker, rest: str, *, certain: bool) -> int | None:
        """The level the marker belongs to (len = a new one); None where it is no number but part of the sentence."""
        before = self.deepest.tail
        depth = len(self._open)
        defined = marker.first and depth == 0 and defines(before)
        if is_dangling(before) and not (certain or defined or self._goes_on_with(marker, before)):
            return None
        for level in reversed(range(depth)):
            if marker.follows(self._open[level][1]):
                return level
        for level in reversed(range(depth)):
            if self._slips_into(level, marker):
                return level
        same = next(
            (level for level in reversed(range(depth)) if self._open[level][1].style == marker.style), None
        )
        if marker.first and (same is None or before.endswith(":")):
            slipped = marker.family == "bullet" and depth > 0 and before.endswith(";")
            # a bullet among letters is one of them
            return depth - 1 if slipped or depth == _DEEPEST else depth
        if not (certain or before.endswith(":") or (is_finished(before) and _may_jump(marker, rest))):
            return None
        return min(depth, _DEEPEST - 1) if same is None else same

    def _goes_on_with(self, marker: Marker, before: str) -> bool:
        """The next letter of a list whose item lacks its end: "… sepanjang tahun", then "c."; not "… huruf", then "c."."""
        letters = marker.family == "letter" and not before.casefold().endswith(_BEFORE_A_LETTER)
        return letters and self.continues(marker)

    def take(self, level: int, marker: Marker, rest: str, block: int, kind: str) -> Node:
        """Add the item; `level` comes from level_of."""
        if level == len(self._open):
            owner = self.deepest
        else:
            owner = self._open[level][0]
            del self._open[level:]
        item = owner.add(kind, marker.shown, rest, block)
        self._open.append((owner, marker))
        return item

    def _slips_into(self, level: int, marker: Marker) -> bool:
        """The next number in another dress: "b)" after "a.", or "d." after three bullets that lost their numbers."""
        owner, reached = self._open[level]
        if reached.family == "bullet":
            return marker.value == 1 + sum(1 for item in owner.children if item.number) > 1
        return not marker.first and marker.family == reached.family and marker.value == reached.value + 1

    def siblings(self) -> list[Node]:
        """The items of the deepest list, the last included."""
        owner, _ = self._open[-1]
        return [child for child in owner.children if child.number]

    def broke_at_margin(self, item: Node, following: str) -> bool:
        """The last line of the item had no room for the next word, as wide as the lines above it are: the item goes on."""
        owner, _ = self._open[-1]
        *above, last = _lines(item)
        around = above or [line for node in (owner, *self.siblings()) for line in _lines(node)[:-1]]
        widths = sorted(map(len, around))
        # not the widest: a stray one may be of two lines
        width = widths[len(widths) * 3 // 4] if widths else 0
        needed = len(last) + 1 + len(following.partition(" ")[0])
        return len(last) <= width + _UNEVEN and needed > width * _NEARLY > 0


_UNEVEN, _NEARLY = 4, 0.9  # lines of one page differ by some letters, for these are not all of one width


def _lines(node: Node) -> list[str]:
    """The lines that the text of a unit was read from, the first with its number."""
    first, *others = node.pieces or [""]
    return [f"{node.number} {first}".strip(), *others]


def defines(text: str) -> bool:
    """The text ends so that definitions follow."""
    return _DEFINES.search(text) is not None


# levels, three times what the law allows: without an end, a text could lead too deep to be walked
_DEEPEST = 12
_DEFINES = re.compile(r"dimaksud\s+dengan\s*:?$", re.IGNORECASE)
_ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"})
_BEFORE_A_LETTER = ("huruf", "butir", "dan", "atau", "dengan", ",", "/")


def _may_jump(marker: Marker, rest: str) -> bool:
    """A number out of order is believed where a sentence starts after it, or where it is a lone letter with a bracket or dot."""
    return (
        starts_sentence(rest)
        or (marker.family == "letter" and len(marker.shown) == 2)
        or marker.family == "bullet"
    )


def item_kind(marker: Marker) -> str:
    """The law's name for a list item of this style."""
    return {"letter": "huruf", "roman": "huruf", "decimal": "angka", "bullet": "butir"}[marker.family]
