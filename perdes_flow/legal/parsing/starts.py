"""The lines that open a part: Menimbang, MEMUTUSKAN, the penutup, an annex, the penjelasan; also spaced out or in another case."""

import re


def _label(word: str, before: str = "") -> re.Pattern[str]:
    """A word at the margin with a colon after it, or alone, or before its first number."""
    spaced = " ?".join(word.upper())
    return re.compile(
        rf"(?:{word.title()}|{spaced}|{word}(?=\s*:))(?:\s*:\s*|\s+(?=[a1]\.{before})|$)(?P<rest>.*)"
    )


_OPENING = (
    ("menimbang", _label("menimbang")),
    ("mengingat", _label("mengingat")),
    ("memperhatikan", _label("memperhatikan")),
    (
        "kesepakatan",
        re.compile(r"(?P<rest>D(?i:engan\s+(?:kesepakatan|perset\w+))(?:\s+(?i:bersama)\b.*|$))"),
    ),
    (
        "memutuskan",
        re.compile(r"(?P<rest>M\s*E\s*M\s*U\s*T\s*U\s*S\s*K.*|Memutuskan\s*(?::.*)?|memutuskan\s*:.*)"),
    ),
    ("menetapkan", _label("menetapkan", before="|[A-Z]{4}")),
)
_OPENING_STARTS = frozenset("MDm")


def read_opening(text: str) -> tuple[str, str] | None:
    """(part, rest of the line) where a line opens a part of the pembukaan."""
    if not text or text[0] not in _OPENING_STARTS:
        return None
    if text.startswith("Menirnbang"):
        text = text.replace("rn", "m", 1)  # as a scan reads it
    for part, pattern in _OPENING:
        if found := pattern.fullmatch(text):
            return part, found["rest"]
    return None


_CLOSING = re.compile(
    r"A(?i:gar\s+(?:supaya\s+)?setiap\s+orang)\b|D(?i:i\s?(?:tetapkan|sahkan|undangkan))(?:\s+(?i:di|pada)\b|\s*:)"
    r"|(?:LEMBARAN|BERITA)\s+(?:DESA|DAERAH|NEGARA)\b"
)


def opens_penutup(text: str) -> bool:
    return text[:1] in ("A", "D", "L", "B") and _CLOSING.match(text) is not None


_LAMPIRAN = re.compile(
    r"(?P<number>LAMPIRAN(?:\s+(?:[IVX]+|\d+))?)\s*[:.]?\s*(?P<rest>|(?:RANCANGAN|PERATURAN|KEPUTUSAN|UNDANG)\b.*)"
    r"|(?P<number2>Lampiran(?:\s+(?:[IVX]+|\d+))?)\s*(?::\s*(?P<rest2>.*)|$)"
)


def read_lampiran(text: str) -> tuple[str, str] | None:
    """(number as shown, rest of the line) where a line opens an annex."""
    if text[:1] not in ("L", "l"):
        return None
    found = _LAMPIRAN.fullmatch(text)
    if not found:
        return None
    number = " ".join((found["number"] or found["number2"]).split())
    return number, (found["rest"] or found["rest2"] or "").strip()


_PENJELASAN = re.compile(
    r"(?P<capitals>(?:PENJELASAN|P E N J E L A S A N)(?:\s+ATAS\b.*)?\s*:?)|Penjelasan(?:\s+(?i:atas)\b.*)?\s*:?"
)


def opens_penjelasan(text: str, *, signed: bool) -> bool:
    """`signed`: the penutup stands above it; without one only capitals are believed."""
    may_be = text[:10] in ("PENJELASAN", "Penjelasan") or text[:3] == "P E"
    found = _PENJELASAN.fullmatch(text) if may_be else None
    return found is not None and (signed or found["capitals"] is not None)
