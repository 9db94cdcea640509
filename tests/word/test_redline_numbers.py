"""The numbers that Word counts: accepting a redline gives those of the new file, rejecting it those of the old one.

Two programs number the lists of one text in their own ways, and lists that look alike may count apart or together.
"""

import re
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest
from word.hand_made import Part, definition, docx, level, numbered, numbering, paragraph, story, use, zipped
from word.office import settled

from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.redline import redline
from perdes_flow.word.revisions import accept_all, reject_all

AT = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
PMI = Path(__file__).parents[2] / "drafts" / "contoh" / "pelindungan-pmi"
VERSIONS = sorted(PMI.glob("v*.docx"))  # by Word and by LibreOffice in turn
HURUF = level(0, "%1.", "lowerLetter")


def lists(*instances: tuple[int, int, bool]) -> Part:
    """Lists with letters: the number of each, that of its definition, whether it begins anew."""
    definitions = [definition(number, HURUF) for number in sorted({of for _, of, _ in instances})]
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    found = [use(number, of, anew if begins else "") for number, of, begins in instances]
    return numbering(*definitions, *found)


def shown(file: bytes) -> list[str]:
    """The paragraphs of the body with their numbers."""
    return [block.shown for block in read(Package.open(file)) if block.story == "body" and block.shown]


def proven(old: bytes, new: bytes) -> bytes:
    """The redline, and what it shows when it is settled both ways."""
    found = redline(old, new, author="Penyusun", at=AT).docx
    assert shown(accept_all(found)) == shown(new)
    assert shown(reject_all(found)) == shown(old)
    return found


def main_part(file: bytes) -> str:
    return Package.open(file).read("word/document.xml").decode()


# two lists of two items each, as three programs number them
APART = lists((1, 1, False), (2, 2, False)), (1, 1, 2, 2)
ANEW = lists((7, 3, False), (8, 3, True)), (7, 7, 8, 8)
FIRSTS = (
    lists((4, 5, True), (5, 5, False), (6, 5, True)),
    (4, 5, 6, 5),
)  # each list has a number for its first item
TOGETHER = lists((1, 1, False)), (1, 1, 1, 1)  # one list of four
WORDS = ("tertib;", "aman;", "bersih;", "hijau.")


def text(
    form: tuple[Part, tuple[int, ...]], left_out: int | None = None, *, middle: str = "Ayat lain."
) -> bytes:
    lists_, numbers = form
    items = [numbered(number, word) for number, word in zip(numbers, WORDS, strict=True)]
    if left_out is not None:
        items[left_out] = ""
    return docx("".join([paragraph("Asas:"), *items[:2], paragraph(middle), *items[2:]]), lists_)


def test_lists_that_another_program_numbers_in_its_own_way_are_no_change() -> None:
    for old, new in permutations((APART, ANEW, FIRSTS), 2):
        assert "Change" not in main_part(proven(text(old), text(new)))


@pytest.mark.parametrize("left_out", range(4))
def test_an_item_that_comes_back_is_counted_among_the_others(left_out: int) -> None:
    for old, new in permutations((APART, ANEW, FIRSTS), 2):
        proven(text(old), text(new, left_out))
        proven(text(old, left_out), text(new))
        proven(text(old, left_out), text(new, 3 - left_out))


def test_two_lists_that_become_one_change_their_numbers_and_are_marked() -> None:
    for apart in (APART, ANEW, FIRSTS):
        assert main_part(proven(text(apart), text(TOGETHER))).count("<w:pPrChange") >= 2
        assert main_part(proven(text(TOGETHER), text(apart))).count("<w:pPrChange") >= 2


def test_only_the_list_whose_numbers_changed_is_marked() -> None:
    """Somebody lets the second list go on after the first; the third begins anew as before."""
    several = lists((1, 1, True), (2, 1, True), (3, 1, True))
    pairs = [(old, docx("".join(numbered(n, f"Butir {i};") for i, n in enumerate(numbers)), several))
             for old, numbers in (("lama", (1, 1, 2, 2, 3, 3)), ("baru", (1, 1, 1, 1, 3, 3)))]  # fmt: skip
    files = dict(pairs)
    assert shown(files["baru"])[2:5] == ["c. Butir 2;", "d. Butir 3;", "a. Butir 4;"]
    for old, new, marked in (("lama", "baru", 2), ("baru", "lama", 4)):
        # another program wrote the same lists, with other ids
        assert main_part(proven(files[old], renamed(files[new]))).count("<w:pPrChange") == marked


def renamed(file: bytes) -> bytes:
    """The file with other ids for its lists."""
    package = Package.open(file)
    parts = {name: package.read(name) for name in package.names()}
    for name in ("word/document.xml", "word/numbering.xml"):
        parts[name] = re.sub(rb'(w:numId(?: w:val)?=")', rb"\g<1>5", parts[name])
    return zipped(parts)


def test_a_list_is_brought_back_once() -> None:
    old = docx("".join(numbered(3, word) for word in WORDS), lists((3, 9, False)))
    new = docx(paragraph("Tidak ada daftar."), lists((1, 1, False)))
    assert Package.open(proven(old, new)).read("word/numbering.xml").count(b"<w:num ") == 2


def test_lists_that_count_on_together_do_so_in_a_file_that_has_none() -> None:
    items = [numbered(number, word) for number, word in zip((5, 6, 5, 6), WORDS, strict=True)]
    old = docx("".join(items), lists((5, 2, False), (6, 2, False)))
    assert shown(old)[-1] == "d. hijau."
    proven(old, docx(paragraph("Tidak ada daftar.")))


def test_a_style_that_numbers_comes_back_with_its_list() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Butir"><w:name w:val="Butir"/>'
        '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    )
    items = "".join(paragraph(word, '<w:pStyle w:val="Butir"/>') for word in WORDS)
    old = docx(items, story("styles", style), lists((4, 2, False)))
    new = docx(paragraph("Tidak ada daftar."), story("styles", ""), lists((4, 1, True)))
    assert shown(old)[1] == "b. aman;"
    proven(old, new)


@pytest.mark.parametrize(("i", "j"), list(permutations(range(len(VERSIONS)), 2)))
def test_every_version_of_the_sample_dossier_comes_back_with_its_numbers(i: int, j: int) -> None:
    proven(VERSIONS[i].read_bytes(), VERSIONS[j].read_bytes())


@pytest.mark.slow
def test_libreoffice_counts_as_we_do_when_it_rejects(tmp_path: Path) -> None:
    pairs = {"satu": (text(FIRSTS), text(ANEW, 1)), "dua": (text(ANEW), text(APART, 2))}
    redlines = {name: redline(*pair, author="Penyusun", at=AT).docx for name, pair in pairs.items()}
    got = settled(redlines, "Reject", tmp_path / "redline")
    plain = settled({name: old for name, (old, _) in pairs.items()}, "Reject", tmp_path / "polos")
    assert got == plain
    assert [line.strip() for line in plain["satu"]][-2:] == ["a. bersih;", "b. hijau."]
