"""Random changes to real Word files: a redline of each is proven right or refused with a reason, and nothing else happens.

The nightly run makes 2,000 of them; alone, with a table of figures: python tests/word/test_redline_mutations.py 2000
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from perdes_flow.errors import Refusal
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.redline import redline
from perdes_flow.word.revisions import accept_all, reject_all

ROOT = Path(__file__).parents[2]
AT = datetime(2026, 1, 1, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = ["Desa", "wajib", "dapat", "Pasal", "7", "ayat", "(2)", "dan", "Rp1.000", "warga"]


def _choice(rnd: random.Random, tree: etree._Element, tag: str) -> etree._Element | None:
    found = list(tree.iter(W + tag))
    return rnd.choice(found) if found else None


def _word(rnd: random.Random, tree: etree._Element) -> None:
    text = _choice(rnd, tree, "t")
    if text is not None:
        words = (text.text or "").split(" ")
        words[rnd.randrange(len(words))] = rnd.choice(WORDS)
        text.text = " ".join(words)


def _drop(tag: str) -> Callable[[random.Random, etree._Element], None]:
    def drop(rnd: random.Random, tree: etree._Element) -> None:
        element = _choice(rnd, tree, tag)
        parent = element.getparent() if element is not None else None
        # a cell must keep a paragraph, a table a row, the body whatever ends a section
        if element is None or parent is None or len(parent.findall(W + tag)) < 2:
            return
        if element.find(f".//{W}sectPr") is None:
            parent.remove(element)

    return drop


def _copy(tag: str) -> Callable[[random.Random, etree._Element], None]:
    def copy(rnd: random.Random, tree: etree._Element) -> None:
        element, place = _choice(rnd, tree, tag), _choice(rnd, tree, tag)
        if element is not None and place is not None and element.find(f".//{W}sectPr") is None:
            copied = deepcopy(element)
            for note in list(copied.iter(W + "footnoteReference", W + "endnoteReference")):
                note.getparent().remove(note)  # type: ignore[union-attr]  # two references to one note do not exist
            place.addnext(copied)

    return copy


def _move(rnd: random.Random, tree: etree._Element) -> None:
    blocks = [p for p in tree.iter(W + "p") if p.getparent() is not None and p.getparent().tag == W + "body"]
    if len(blocks) > 2:
        block, place = rnd.sample(blocks, 2)
        if block.find(f".//{W}sectPr") is None:
            place.addnext(block)


def _bold(rnd: random.Random, tree: etree._Element) -> None:
    run = _choice(rnd, tree, "r")
    if run is not None:
        properties = run.find(W + "rPr")
        if properties is None:
            properties = etree.Element(W + "rPr")
            run.insert(0, properties)
        bold = properties.find(W + "b")
        if bold is None:
            etree.SubElement(properties, W + "b")
        else:
            properties.remove(bold)


def _split(rnd: random.Random, tree: etree._Element) -> None:
    paragraph = _choice(rnd, tree, "p")
    if paragraph is None or paragraph.find(f".//{W}sectPr") is not None or len(paragraph) < 3:
        return
    rest = etree.Element(W + "p")
    rest.extend(list(paragraph)[rnd.randrange(1, len(paragraph)) :])
    paragraph.addnext(rest)


MUTATIONS = (_word, _word, _drop("p"), _drop("r"), _drop("tr"), _drop("tc"), _copy("p"), _copy("r"), _copy("tr"), _copy("tbl"), _move, _bold, _split)  # fmt: skip


def mutated(rnd: random.Random, docx: bytes) -> bytes:
    """The file with one to eight changes in its main part."""
    package = Package.open(docx)
    tree = package.tree(package.main)
    for text in tree.iter(W + "t"):  # so that no blank comes or goes with the word beside it
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for _ in range(rnd.randint(1, 8)):
        rnd.choice(MUTATIONS)(rnd, tree)
    return package.pack({package.main})


def shown(docx: bytes) -> list[str]:
    return [block.shown for block in read(Package.open(docx))]


def outcome(rnd: random.Random, files: Sequence[bytes]) -> str:
    """What became of one random pair: "terbukti", or the name of the refusal; AssertionError for a wrong redline."""
    file = rnd.choice(files)
    try:
        old, new = mutated(rnd, file), mutated(rnd, file)
    except Refusal as refusal:
        return f"berkas ditolak ({type(refusal).__name__})"
    try:
        docx = redline(old, new, author="A", at=AT).docx
    except Refusal as refusal:
        return type(refusal).__name__
    # read again by the reader, which shares nothing with the proof inside
    assert shown(accept_all(docx)) == shown(accept_all(new))
    assert shown(reject_all(docx)) == shown(accept_all(old))
    return "terbukti"


def real_files() -> list[bytes]:
    """The sample drafts, and the files of other projects where the shared folder is present."""
    folders = [ROOT / "drafts", ROOT.parent / "shared" / "corpora"]
    paths = sorted(path for folder in folders if folder.is_dir() for path in folder.rglob("*.docx"))
    return [path.read_bytes() for path in paths if path.stat().st_size < 100_000]


def test_a_few_random_changes_are_proven_or_refused() -> None:
    files = [
        path.read_bytes() for path in sorted((ROOT / "drafts" / "contoh" / "pelindungan-pmi").glob("v*.docx"))
    ]
    rnd = random.Random(7)
    assert {outcome(rnd, files) for _ in range(5)} == {"terbukti"}


@pytest.mark.nightly
def test_two_thousand_random_changes_are_proven_or_refused() -> None:
    counts = run(2000, seed=1)
    assert counts.total() == 2000
    assert counts["terbukti"] >= 1900, counts


def run(number: int, seed: int) -> Counter[str]:
    rnd, files = random.Random(seed), real_files()
    return Counter(outcome(rnd, files) for _ in range(number))


if __name__ == "__main__":
    for name, count in run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1).most_common():
        sys.stdout.write(f"{count:6}  {name}\n")
