"""A whole code of law, invented: Buku, Bab, Bagian, Paragraf, hundreds of Pasal, with its tree and with where each reference leads.

The same code comes as whole paragraphs, or as it comes out of a printed page: lines cut at the margin wherever they end, page
numbers, running heads, the first words of the next page below the page before.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from perdes_flow.legal.numbering import in_words, letters, ordinal, roman

_WHO = (
    "Setiap Orang",
    "Pejabat",
    "Korporasi",
    "Hakim",
    "Penuntut umum",
    "Pemerintah Pusat",
    "Terpidana",
    "Menteri",
    "Petugas",
)
_DOES = (
    "memberikan kesempatan kepada orang lain", "menyimpan surat berharga", "mengajukan permohonan secara tertulis",
    "menolak memberi keterangan", "mengubah dokumen elektronik", "memasuki ruang milik orang lain", "membayar pidana denda",
    "menyerahkan barang yang disita", "melaksanakan putusan pengadilan", "memelihara ternak di jalan umum",
)  # fmt: skip
_HOW = (
    "dengan sengaja", "paling banyak kategori II", "tanpa hak", "pada waktu malam hari", "menurut tata cara yang berlaku",
    "di wilayah Negara Kesatuan Republik Indonesia", "kecuali ditentukan lain", "karena kealpaannya", "dan/atau kuasanya",
)  # fmt: skip
_TITLES = (
    "Umum",
    "Pidana Pokok",
    "Batas Waktu",
    "Penyertaan",
    "Tanggung Jawab Korporasi",
    "Alasan Pembenar",
    "Tata Cara",
)
_ACTS = (
    "Undang-Undang Nomor 31 Tahun 1999 tentang Pemberantasan Tindak Pidana Korupsi",
    "Undang-Undang Nomor 1 Tahun 1946 tentang Peraturan Hukum Pidana",
    "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
    "Peraturan Pemerintah Nomor 43 Tahun 2014",
)


_AND_THEN = " Contohnya adalah "  # begins a paragraph of its own
_SAID = (
    "Cukup jelas.", "Cukup jelas.", "Cukup jelas.",
    'Yang dimaksud dengan "korban" adalah orang sebagaimana dimaksud dalam Pasal 1 ayat (1).',
    "Ketentuan ini memuat pedoman: a. yang pertama; dan b. yang kedua.",
    "Yang dimaksud dengan ayat ini adalah batas umur." + _AND_THEN + "anak yang belum berumur 12 (dua belas) tahun.",
)  # fmt: skip


@dataclass
class Item:
    """One unit: kind, number and words as the page shows them; `mentions` is (words, address or None for another law)."""

    kind: str
    number: str
    text: str = ""
    children: list["Item"] = field(default_factory=list)
    mentions: list[tuple[str, str | None]] = field(default_factory=list)

    def tree(self) -> dict[str, Any]:
        below = [child.tree() for child in self.children]
        return {"kind": self.kind, "number": self.number, "text": self.text, "children": below}

    def walk(self) -> Iterator["Item"]:
        yield self
        for child in self.children:
            yield from child.walk()


class Code:
    """The code of a seed: `books` is the truth, `lines()` its paragraphs, `printed()` the lines of its pages."""

    def __init__(self, seed: int, pasal: int = 624) -> None:
        self._rnd = random.Random(f"code {seed}")
        self._pasal = pasal
        self._ayat: dict[
            int, int
        ] = {}  # how many numbered ayat each Pasal has; decided first, for the references
        self._huruf: dict[tuple[int, int], int] = {}
        for number in range(1, pasal + 1):
            self._ayat[number] = self._rnd.choice((0, 0, 2, 2, 3, 4, 7))
            for ayat in range(1, max(1, self._ayat[number]) + 1):
                self._huruf[number, ayat] = self._rnd.choice((0, 0, 0, 2, 3, 5))
        self._huruf[pasal // 2, 1] = 29  # a to z, aa, bb, cc
        self.books = self._books()

    # ---- the tree

    def _books(self) -> list[Item]:
        books, done = [], 0
        for place, share in ((1, 0.3), (2, 0.7)):
            book = Item("buku", f"BUKU {ordinal(place).upper()}", ("ATURAN UMUM", "TINDAK PIDANA")[place - 1])
            until = self._pasal if place == 2 else int(self._pasal * share)
            bab = 0
            while done < until:
                bab += 1
                chapter = Item("bab", f"BAB {roman(bab)}", " ".join(self._rnd.sample(_TITLES, 2)).upper())
                done = self._chapter(chapter, done, min(until, done + self._rnd.randint(3, 24)))
                book.children.append(chapter)
            books.append(book)
        return books

    def _chapter(self, chapter: Item, done: int, until: int) -> int:
        if until - done < 6:
            chapter.children += [self._article(number) for number in range(done + 1, until + 1)]
            return until
        for part in range(1, 20):
            section = Item("bagian", f"Bagian {ordinal(part)}", self._rnd.choice(_TITLES))
            end = min(until, done + self._rnd.randint(2, 6))
            if end - done > 4:
                middle = done + 2
                for place, (first, last) in enumerate(((done, middle), (middle, end)), 1):
                    below = [self._article(number) for number in range(first + 1, last + 1)]
                    section.children.append(
                        Item("paragraf", f"Paragraf {place}", self._rnd.choice(_TITLES), below)
                    )
            else:
                section.children += [self._article(number) for number in range(done + 1, end + 1)]
            chapter.children.append(section)
            done = end
            if done == until:
                break
        return done

    def _article(self, number: int) -> Item:
        article = Item("pasal", f"Pasal {number}")
        if not self._ayat[number]:
            article.children = [self._paragraph(number, 1, "")]
        else:
            article.children = [
                self._paragraph(number, n, f"({n})") for n in range(1, self._ayat[number] + 1)
            ]
        return article

    def _paragraph(self, pasal: int, ayat: int, shown: str) -> Item:
        listed = self._huruf[pasal, ayat]
        if not listed:
            found = self._sentence(pasal, ayat)
            return Item("ayat", shown, found.text + ".", [], found.mentions)
        found = self._sentence(pasal, ayat)
        paragraph = Item("ayat", shown, f"{found.text} dengan ketentuan:", [], found.mentions)
        for place in range(1, listed + 1):
            item = self._sentence(pasal, ayat, lower=True)
            numbers = self._rnd.random() < 0.15
            end = ":" if numbers else "." if place == listed else "; atau" if place == listed - 1 else ";"
            huruf = Item("huruf", f"{letters(place)}.", item.text + end, [], item.mentions)
            if numbers:
                last = "." if place == listed else "; atau" if place == listed - 1 else ";"
                ends = ("; dan", last)
                huruf.children = [
                    Item(
                        "angka", f"{n}.", self._rnd.choice(_DOES) + " " + self._rnd.choice(_HOW) + ends[n - 1]
                    )
                    for n in (1, 2)
                ]
            paragraph.children.append(huruf)
        if listed > 2 and self._rnd.random() < 0.2:  # "…, dicabut dan dinyatakan tidak berlaku."
            self._closed(paragraph)
        return paragraph

    def _closed(self, paragraph: Item) -> None:
        last = paragraph.children[-1]
        while last.children:
            last = last.children[-1]
        if last is paragraph.children[-1]:
            last.text = last.text.rstrip(".") + ","
            paragraph.children.append(
                Item("lanjutan", "", "dipidana dengan pidana denda paling banyak kategori IV.")
            )

    # ---- the words

    def _sentence(self, pasal: int, ayat: int, *, lower: bool = False) -> Item:
        rnd = self._rnd
        words = [rnd.choice(_WHO), rnd.choice(("yang", "wajib", "dapat", "dilarang")), rnd.choice(_DOES)]
        if lower:
            words = words[2:]
        if rnd.random() < 0.5:
            years = rnd.choice((2, 3, 5, 7, 12))
            words += ["paling lama", f"{years} ({in_words(years)}) tahun"]
        words += rnd.sample(_HOW, rnd.randint(0, 3))
        mentions: list[tuple[str, str | None]] = []
        if rnd.random() < 0.6:
            said, mentions = self._mention(pasal, ayat)
            words.insert(rnd.randint(1, len(words)), said)
        return Item("", "", " ".join(words), [], mentions)

    def _mention(self, pasal: int, ayat: int) -> tuple[str, list[tuple[str, str | None]]]:
        rnd = self._rnd
        other = rnd.choice([n for n in range(1, self._pasal + 1) if n != pasal])
        kind = rnd.randrange(6)
        if kind == 0 and ayat > 1:
            return f"sebagaimana dimaksud pada ayat ({ayat - 1})", [
                (f"ayat ({ayat - 1})", f"Pasal {pasal} ayat ({ayat - 1})")
            ]
        if kind == 1 and other + 3 <= self._pasal and not other <= pasal <= other + 3:
            first, last = f"Pasal {other}", f"Pasal {other + 3}"
            return f"sebagaimana dimaksud dalam {first} sampai dengan {last}", [(first, first), (last, last)]
        if kind == 2 and self._ayat[other] > 1:
            n = rnd.randint(1, self._ayat[other] - 1)
            first, then = f"Pasal {other} ayat ({n})", f"ayat ({n + 1})"
            return f"sebagaimana dimaksud dalam {first} dan {then}", [
                (first, first),
                (then, f"Pasal {other} {then}"),
            ]
        if kind == 3 and self._huruf[other, 1]:
            above = f"Pasal {other} ayat (1)" if self._ayat[other] else f"Pasal {other}"
            return f"sebagaimana dimaksud dalam {above} huruf a dan huruf b", [
                (f"{above} huruf a", f"{above} huruf a"),
                ("huruf b", f"{above} huruf b"),
            ]
        if kind == 4:
            n = rnd.randint(1, 30)
            return f"sesuai dengan Pasal {n} ayat (3) huruf b dan huruf c {rnd.choice(_ACTS)}", [
                (f"Pasal {n} ayat (3) huruf b", None),
                ("huruf c", None),
            ]
        named = rnd.sample([n for n in range(1, self._pasal + 1) if n != pasal], 3)
        said = [f"Pasal {n}" for n in sorted(named)]
        return f"sebagaimana dimaksud dalam {said[0]}, {said[1]}, dan {said[2]}", [(one, one) for one in said]

    # ---- what is said about it, Pasal by Pasal

    def explanation(self) -> list[Item]:
        """One item a Pasal: of many there is nothing to say, of others something of each ayat, and of each of its letters."""
        return [
            self._explained(pasal) for book in self.books for pasal in book.walk() if pasal.kind == "pasal"
        ]

    def _explained(self, pasal: Item) -> Item:
        rnd = self._rnd
        said = Item("pasal", pasal.number)
        numbered = [ayat for ayat in pasal.children if ayat.number]
        if rnd.random() < 0.4 or not (numbered or pasal.children[0].children):
            said.text = rnd.choice(_SAID)
        elif numbered:
            said.text = rnd.choice(("", "Ketentuan ini dimaksudkan untuk memberikan kepastian."))
            said.children = [self._said("ayat", f"Ayat {ayat.number}", ayat) for ayat in numbered]
        else:
            said = self._said("pasal", pasal.number, pasal.children[0], always=True)
        return said

    def _said(self, kind: str, number: str, about: Item, *, always: bool = False) -> Item:
        letters_of_it = [child for child in about.children if child.kind == "huruf"]
        if not letters_of_it or (not always and self._rnd.random() < 0.5):
            return Item(kind, number, self._rnd.choice(_SAID))
        below = [
            Item("huruf", f"Huruf {child.number[:-1]}", self._rnd.choice(_SAID)) for child in letters_of_it
        ]
        return Item(kind, number, "", below)

    # ---- as paragraphs, and as printed

    def lines(self) -> list[str]:
        """One paragraph a line."""
        return [*_OPENING, *(line for book in self.books for line in _shown(book)), *_CLOSING]

    def printed(self, width: int = 58, page: int = 44) -> list[str]:
        """The lines of the printed pages, cut at the margin."""
        wrapped: list[str] = [line for text in self.lines() for line in _cut(text, width)]
        lines: list[str] = []
        for start in range(0, len(wrapped), page):
            if start:
                first = " ".join(wrapped[start].split()[:2])
                lines += [
                    f"{first} . . .",
                    "SK No 123456 A",
                    "PRESIDEN",
                    "REPUBLIK INDONESIA",
                    f"- {start // page + 1} -",
                ]
            lines += wrapped[start : start + page]
        return lines


def explained_lines(explanation: list[Item]) -> Iterator[str]:
    """The penjelasan as paragraphs: the number of a unit above its text, some texts of two paragraphs."""
    yield from (
        "PENJELASAN",
        "ATAS",
        "UNDANG-UNDANG CONTOH",
        "I. UMUM",
        "Undang-Undang ini mengatur.",
        "II. PASAL DEMI PASAL",
    )
    for pasal in explanation:
        for item in pasal.walk():
            yield item.number
            first, _, second = item.text.partition(_AND_THEN)
            yield from filter(None, (first, second and _AND_THEN.strip() + " " + second))


def word_lines(books: list[Item], *, automatic: bool) -> Iterator[str]:
    """The code in the notation of `word_manners`: headings centred, numbers typed or made by Word."""
    yield from _OPENING
    for item in (item for book in books for item in book.walk()):
        if item.kind in ("buku", "bab", "bagian", "paragraf"):
            yield from (f"^{item.number}", f"^{item.text}")
        elif automatic and item.number:
            yield f"@{item.kind} {item.text}".strip()
        else:
            yield ("^" if item.kind == "pasal" else "") + f"{item.number} {item.text}".strip()
    yield from _CLOSING


def _shown(item: Item) -> Iterator[str]:
    if item.kind in ("buku", "bab", "bagian", "paragraf"):
        yield from (item.number, item.text)
    else:
        yield f"{item.number} {item.text}".strip()
    for child in item.children:
        yield from _shown(child)


def _cut(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + len(word) >= width:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


_OPENING = [
    "UNDANG-UNDANG REPUBLIK INDONESIA", "NOMOR 1 TAHUN 2023", "TENTANG", "KITAB UNDANG-UNDANG CONTOH",
    "DENGAN RAHMAT TUHAN YANG MAHA ESA", "PRESIDEN REPUBLIK INDONESIA,", "Menimbang :",
    "a. bahwa hukum pidana nasional perlu disusun kembali;",
    "b. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu membentuk Undang-Undang tentang Kitab Undang-Undang Contoh;",
    "Mengingat :", "Pasal 5 ayat (1) dan Pasal 20 Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;",
    "Dengan Persetujuan Bersama", "DEWAN PERWAKILAN RAKYAT REPUBLIK INDONESIA", "dan", "PRESIDEN REPUBLIK INDONESIA",
    "MEMUTUSKAN:", "Menetapkan:", "UNDANG-UNDANG TENTANG KITAB UNDANG-UNDANG CONTOH.",
]  # fmt: skip
_CLOSING = [
    "Agar setiap orang mengetahuinya, memerintahkan pengundangan Undang-Undang ini dengan penempatannya dalam Lembaran Negara Republik Indonesia.",
    "Disahkan di Jakarta", "pada tanggal 2 Januari 2023", "PRESIDEN REPUBLIK INDONESIA,", "NAMA PRESIDEN",
    "Diundangkan di Jakarta", "pada tanggal 2 Januari 2023", "MENTERI SEKRETARIS NEGARA REPUBLIK INDONESIA,", "NAMA MENTERI",
    "LEMBARAN NEGARA REPUBLIK INDONESIA TAHUN 2023 NOMOR 1",
]  # fmt: skip
