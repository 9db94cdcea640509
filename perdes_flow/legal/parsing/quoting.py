"""When a regulation changes another one: which headings belong to the text that it quotes."""

import re

from perdes_flow.legal.parsing.lines import QUOTES, Heading
from perdes_flow.legal.parsing.nodes import Node

_QUOTES_BELOW = re.compile(r"(?:berbunyi|yakni|yaitu|menjadi)\s+(?:sebagai\s+)?berikut\s*:$", re.IGNORECASE)


def quotes_below(item: Node) -> bool:
    """The item ends so that what stands below it is quoted: "… diubah sehingga berbunyi sebagai berikut:"."""
    return _QUOTES_BELOW.search(item.tail) is not None


def speaks_of_a_change(text: str) -> bool:
    """The line is the next item of the list of changes: "Ketentuan Pasal 5 …", "Di antara Pasal 6 dan Pasal 7 …"."""
    return _SPEAKS_OF_A_CHANGE.match(text) is not None


_SPEAKS_OF_A_CHANGE = re.compile(
    r"(?:Ketentuan|Di\s?antara|Judul|Penjelasan|Setelah|Sesudah)\s+(?:Pasal|ayat|huruf|angka|Bab|BAB|Bagian|Paragraf)\b"
    r"|(?:Pasal|Bab|BAB|Bagian|Lampiran)\s+\w+\s+(?:diubah|dihapus)\b"
)


def names(item: Node, heading: Heading) -> bool:
    """The item speaks of this very unit: "Ketentuan Pasal 4 diubah …" before a heading "Pasal 4"."""
    number = re.escape(heading.number.lstrip(QUOTES))
    return re.search(rf"\b{number}\b", " ".join(item.pieces), re.IGNORECASE) is not None


def still_to_come(item: Node, heading: Heading) -> bool:
    """The item names the unit, and it has not been quoted below it yet."""
    return names(item, heading) and all(child.number != heading.number for child in item.children)
