"""The plain paragraphs of a body: written by their bytes, where both bodies are cut and not parsed."""

import re

from perdes_flow.legal.difference import difference
from perdes_flow.word.redline.authors import author_of
from perdes_flow.word.redline.content import Format, run_format
from perdes_flow.word.redline.items import Items
from perdes_flow.word.redline.phrases import replace_phrases
from perdes_flow.word.redline.plain import Plain, edited, is_plain, marked, read_plain, unescaped
from perdes_flow.word.redline.plain_words import replaced_words
from perdes_flow.word.redline.sheet import CutStory, Sheet
from perdes_flow.word.redline.shop import Shop


class PlainBlocks:
    """Writes what it can; each method tells whether it did."""

    def __init__(self, shop: Shop, olds: Items, news: Items, old: CutStory, sheet: Sheet) -> None:
        self._shop, self._olds, self._news = shop, olds, news
        self._sheet = sheet
        self._formats = _Formats(old), _Formats(sheet.story)
        names = [set(_NAMES.findall(story.cut.head)) for story in (old, sheet.story)]
        self._foreign = names[0] - names[1]  # names in the old XML that the new file does not know

    def edit(self, i: int, j: int) -> bool:
        """The redline of a paragraph that both have."""
        old, new = self._olds.looks[i], self._news.looks[j]
        if not self._may_stand_there(old) or self._may_mean_another(new):
            return False
        if (xml := replaced_words(old, new, self._shop.pen, self._shop.ledger.shifts)) is not None:
            self._bring_styles(old)
            self._sheet.write(j, self._start(j) + xml)
            return True
        before, after = (self._read(look, side) for side, look in enumerate((old, new)))
        if before is None or after is None or before.properties != after.properties:
            return False
        stretches = replace_phrases(difference(before.text, after.text), before, after)
        pen = self._shop.pen
        first = pen.next_id
        author = author_of(before.text, after.text, self._shop.ledger.shifts)
        runs = edited(before, after, stretches, pen, author)
        if runs is None:
            pen.next_id = first
            return False
        if pen.next_id > first:
            self._bring_styles(old)
            start = self._start(j)
            self._sheet.write(j, start + f"{after.properties}{runs}</w:p>".encode())
        return True

    def gone(self, i: int, j: int) -> bool:
        """A paragraph that went; it stands before the new block at j."""
        look = self._olds.looks[i]
        if b"<w:numPr" in look and not self._shop.old.tells_lists:
            return False
        if not is_plain(look) or not self._may_stand_there(look):
            return False
        self._bring_styles(look)
        self._sheet.place_bytes(marked(look, look[: look.find(b">") + 1], "del", self._shop.pen), j)
        return True

    def come(self, j: int) -> bool:
        """A paragraph that came."""
        look = self._news.looks[j]
        if not is_plain(look):
            return False
        self._sheet.write(j, marked(look, self._start(j), "ins", self._shop.pen))
        return True

    def _may_stand_there(self, look: bytes) -> bool:
        """Does old XML mean the same in the new file?"""
        if self._foreign and _OTHERS.search(look):
            return False
        return not self._may_mean_another(look)

    def _may_mean_another(self, look: bytes) -> bool:
        """Does it hold what means one thing in one file and another in the other?"""
        marks = self._shop.tools.ambiguous
        return bool(marks) and any(mark in look for mark in marks)

    def _read(self, look: bytes, side: int) -> Plain | None:
        return read_plain(look, self._formats[side].of)

    def _start(self, j: int) -> bytes:
        raw = self._sheet.raw(j)
        return raw[: raw.find(b">") + 1]

    def _bring_styles(self, look: bytes) -> None:
        for style in _STYLES.findall(look) if b"Style" in look else ():
            self._shop.tools.carrier.bring_style(unescaped(style.decode()))


_NAMES = re.compile(rb"""xmlns:[^\s=]+\s*=\s*["'][^"'<>]*""")
_OTHERS = re.compile(rb"<(?!/?w:)|\s(?!w:|xml:)[\w.-]+:[\w.-]+\s*=")  # tags and attributes of other names
_STYLES = re.compile(rb"""<w:[pr]Style\s+w:val\s*=\s*["']([^"'<>]*)""")


class _Formats:
    """The formats of runs by their XML: a text has few."""

    def __init__(self, story: CutStory) -> None:
        self._story = story
        self._known: dict[str, Format] = {"": ()}

    def of(self, properties: str) -> Format:
        if properties not in self._known:
            xml = f"<w:p><w:r>{properties}</w:r></w:p>".encode()
            self._known[properties] = run_format(self._story.parsed([xml])[0][0][0])
        return self._known[properties]
