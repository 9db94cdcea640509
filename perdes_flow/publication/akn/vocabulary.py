"""Which element of Akoma Ntoso stands for which unit of the law; writer and reader both go by this page."""

from collections.abc import Mapping

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

HIERARCHY: Mapping[str, str] = {
    "buku": "book",
    "bab": "chapter",
    "bagian": "section",
    "paragraf": "subsection",
    "pasal": "article",
    "ayat": "paragraph",
    "huruf": "point",
    "angka": "point",
    "definisi": "point",
    "butir": "indent",
}
GENERAL = "hcontainer"  # any other unit; its attribute `name` is the kind
SHARED = frozenset({"point"})  # elements for several kinds: the attribute `class` is the kind

KINDS: Mapping[str, str] = {element: kind for kind, element in HIERARCHY.items() if element not in SHARED}
TITLED = frozenset({"buku", "bab", "bagian", "paragraf"})  # their own words are a heading

LISTED: Mapping[
    str, tuple[str, str, str]
] = {  # part: its element, that of its items, what the page says before it
    "menimbang": ("recitals", "recital", "Menimbang"),
    "mengingat": ("citations", "citation", "Mengingat"),
    "memperhatikan": ("recitals", "recital", "Memperhatikan"),
}
FORMULAS: Mapping[str, str] = {"memutuskan": "", "menetapkan": "Menetapkan:"}

ANNEXES = frozenset({"penjelasan", "lampiran"})
ASIDES = frozenset({"kepala halaman", "kaki halaman", "catatan kaki", "kotak teks"})
BESIDE = "di luar teks"  # the attachment that keeps the asides
QUOTED = "kutipan"  # holds what a change of another regulation quotes
ROWS = frozenset({"kepala tabel", "baris"})

EMPTY = "kosong"  # stands where the schema wants an element and the text has none
OWN = "teks"  # words of a part itself, before its lines
LABEL = "label"  # words that stand on the page but are not part of a unit's text
NUMBER = "nomor"  # the first cell of a row that is numbered
HEAD = "judul"  # the head row of a lampiran's table, which the tree keeps with the judul

# how element names are shortened in an eId: Akoma Ntoso Naming Convention 1.0, section 5
SHORT: Mapping[str, str] = {
    "article": "art",
    "attachment": "att",
    "blockList": "list",
    "chapter": "chp",
    "citation": "cit",
    "citations": "cits",
    "eventRef": "eref",
    "paragraph": "para",
    "quotedStructure": "qstr",
    "recital": "rec",
    "recitals": "recs",
    "section": "sec",
    "subsection": "subsec",
    "wrapUp": "wrapup",
}
