"""Parsing and linting a regulation of 1,000 pages (22,000 paragraphs); by itself it measures every station of `perdes lint`.

python tests/benchmarks/bench_lint.py      prints each station: read, parse, lint, file facts, memory
"""

import io
import random
import sys
import tempfile
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lxml import etree
from ratio import Ratio, compare

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.linting import lint
from perdes_flow.legal.numbering import roman
from perdes_flow.legal.parser import parse
from perdes_flow.word.file_facts import file_facts
from perdes_flow.word.package import Package
from perdes_flow.word.places import Places
from perdes_flow.word.reader import read
from perdes_flow.word.writer import Paragraph, write

PAGES, PARAGRAPHS_A_PAGE = 1000, 22
ON = date(2026, 11, 24)
_WORDS = (
    "warga Desa", "Kepala Desa", "pengurus", "laporan", "kegiatan", "secara tertulis", "kepada", "menurut", "hasil musyawarah",
    "pelayanan", "yang berlaku", "setiap bulan", "paling lambat 3 (tiga) hari", "dengan tertib", "bersama", "dalam rapat",
)  # fmt: skip
_KEPT = 8.0  # × the floor, for parse and lint together; the goal is 5


def measure(folder: Path) -> Ratio:
    """Parse and lint of what was read, against unzipping and parsing the XML."""
    docx = regulation(PAGES)
    (folder / "naskah.docx").write_bytes(docx)
    blocks = read(Package.open(docx))
    return compare(
        f"parse and lint {len(blocks):,} paragraphs",
        lambda: _linted(blocks),
        lambda: _floor(docx),
        floor_name="unzip and lxml parse",
        limit=_KEPT,
        clock=time.process_time,
    )


def stations(docx: bytes) -> Iterator[Ratio]:
    """Each station of `perdes lint` by itself, with the same floor."""
    package = Package.open(docx)
    package.tree(package.main)
    places = Places(package)
    naskah = parse(places.blocks)
    tasks = {
        "read": lambda: read(package),
        "parse": lambda: parse(places.blocks),
        "parse and lint": lambda: _linted(places.blocks),
        "file facts": lambda: file_facts(package, places),
        "open, read, parse and lint": lambda: _linted(read(Package.open(docx))),
    }
    assert naskah.all_pasal()
    for name, task in tasks.items():
        yield compare(
            name, task, lambda: _floor(docx), floor_name="unzip and lxml parse", clock=time.process_time
        )


def regulation(pages: int, seed: int = 1) -> bytes:
    """A regulation of that many pages: Bab of ten Pasal, each with its ayat, some of them with references."""
    rnd = random.Random(seed)
    lines = [
        "KEPALA DESA CONTOH",
        "KABUPATEN BLITAR",
        "PERATURAN DESA CONTOH",
        "NOMOR 3 TAHUN 2026",
        "TENTANG",
        "PELAYANAN DESA",
    ]
    lines += [
        "DENGAN RAHMAT TUHAN YANG MAHA ESA",
        "KEPALA DESA CONTOH,",
        "Menimbang: a. bahwa warga perlu dilayani;",
        "MEMUTUSKAN:",
    ]
    lines += ["Menetapkan: PERATURAN DESA TENTANG PELAYANAN DESA."]
    pasal = 0
    while len(lines) < pages * PARAGRAPHS_A_PAGE:
        if pasal % 10 == 0:
            lines += [f"BAB {roman(pasal // 10 + 1)}", "PELAYANAN"]
        pasal += 1
        lines.append(f"Pasal {pasal}")
        for ayat in range(1, rnd.randint(3, 6)):
            pointed = " sebagaimana dimaksud pada ayat (1)" if ayat > 1 and rnd.random() < 0.3 else ""
            words = " ".join(rnd.choices(_WORDS, k=9))
            lines.append(f"({ayat}) Pengurus{pointed} wajib menyampaikan {words}.")
    return write([Paragraph(line) for line in lines])


def _linted(blocks: tuple[Block, ...]) -> object:
    return lint(parse(blocks), state="penyusunan", on=ON)


def _floor(docx: bytes) -> object:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml"))


def _peak_megabytes(docx: bytes) -> float:
    tracemalloc.start()
    _linted(read(Package.open(docx)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


if __name__ == "__main__":
    large = regulation(PAGES)
    for ratio in stations(large):
        print(ratio.text)
    print(f"memory of Python objects at most {_peak_megabytes(large):.0f} MB (limit 300)")
    with tempfile.TemporaryDirectory() as place:
        sys.exit(not measure(Path(place)).within)
