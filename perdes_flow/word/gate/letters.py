"""Letters that show something else than they are: turned direction, signs that nobody sees, look-alikes."""

import re
from collections.abc import Iterable, Iterator

from perdes_flow.word.gate.story import Story
from perdes_flow.word.gate.verdict import Warning

_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\U000e0000-\U000e007f]"
)
_ALIKE = "\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13ff\u1d00-\u1d7f\ua4d0-\ua4ff"
_LATIN = "A-Za-z\u00c0-\u024f"
# a Greek, Cyrillic … letter beside a Latin one; wide and mathematical letters and digits anywhere
_CONFUSABLE = re.compile(
    f"[{_LATIN}][{_ALIKE}]|[{_ALIKE}][{_LATIN}]|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]"
)  # fmt: skip
# words made of nothing but Cyrillic letters that look Latin
_MASKED = re.compile(
    "\\b[\u0410\u0412\u0415\u041a\u041c-\u041e\u0420-\u0422\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458]+\\b"
)
_NIK = re.compile(r"(?<!\d)\d{16}(?!\d)")
_AROUND = 20


def deceiving_letters(stories: Iterable[Story]) -> Iterator[Warning]:
    """One warning for each kind, with the words around the first find."""
    # paragraphs are apart by a line feed, so that no find reaches over two of them
    text = "\n".join(paragraph for story in stories for paragraph in story.paragraphs)
    for code, pattern in KINDS:
        found = pattern.search(text)
        if found:
            yield Warning(code, {"text": _around(text, found.start(), found.end())})


KINDS = (
    ("BIDI", _BIDI),
    ("INVISIBLE", _INVISIBLE),
    ("CONFUSABLE", _CONFUSABLE),
    ("CONFUSABLE", _MASKED),
    ("NIK", _NIK),
)


def _around(text: str, start: int, end: int) -> str:
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    begin = max(line_start, start - _AROUND)
    return text[begin : min(end + _AROUND, len(text) if line_end < 0 else line_end)]
