"""A redline of words: nothing is marked that only looks different; every word and number comes back when it is rejected."""

from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest
from word.hand_made import definition, docx, level, numbered, numbering, paragraph, run, use
from word.test_redline_numbers import VERSIONS, shown

from perdes_flow.word.package import Package
from perdes_flow.word.reader import revisions_open
from perdes_flow.word.redline import redline
from perdes_flow.word.revisions import accept_all, reject_all

AT = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
BOLD, LARGE = "<w:b/>", '<w:sz w:val="28"/>'
LISTS = numbering(definition(1, level(0, "(%1)")), use(5, 1))
AYAT = ("Iuran dibayar setiap bulan.", "Bendahara mencatat iuran.", "Catatan itu terbuka.")


def words_only(old: bytes, new: bytes, *, keep_revisions: bool = False) -> bytes:
    """The redline of words, proven."""
    whole = redline(old, new, author="Penyusun", at=AT, keep_revisions=keep_revisions)
    found = whole.words_only
    assert [change for change in whole.changes if change.kind != "format"] == found.changes
    assert shown(accept_all(found.docx)) == shown(new)
    assert shown(reject_all(found.docx)) == shown(old)
    return found.docx


def xml(file: bytes) -> str:
    return Package.open(file).read("word/document.xml").decode()


def test_what_only_looks_different_is_as_in_the_new_file_without_a_mark() -> None:
    old = docx(paragraph(run("Iuran ") + run("Rp10.000")) + paragraph("Ronda malam.", '<w:jc w:val="left"/>'))
    new = docx(
        paragraph(run("Iuran ", BOLD) + run("Rp10.000", BOLD + LARGE))
        + paragraph("Ronda malam.", '<w:jc w:val="both"/>')
    )
    found = words_only(old, new)
    assert revisions_open(Package.open(found)) == 0
    assert xml(found).count(BOLD) == 2
    assert 'w:val="both"' in xml(found)


def test_words_are_marked_beside_what_looks_different() -> None:
    old = docx(paragraph(run("Iuran ") + run("Rp10.000 setiap bulan.")))
    new = docx(paragraph(run("Iuran ", BOLD) + run("Rp5.000 setiap bulan.", BOLD)))
    found = words_only(old, new)
    assert "Change" not in xml(found)
    assert (xml(found).count("<w:ins "), xml(found).count("<w:del ")) == (1, 1)


@pytest.mark.parametrize("changed", [False, True], ids=["kata sama", "kata lain"])
def test_a_typed_number_that_word_counts_now_is_no_change(changed: bool) -> None:
    typed = docx("".join(paragraph(f"({n}) {text}") for n, text in enumerate(AYAT, start=1)))
    texts = [text.replace("terbuka", "rahasia") if changed else text for text in AYAT]
    counted = docx("".join(numbered(5, text) for text in texts), LISTS)
    assert revisions_open(Package.open(words_only(typed, counted))) == (2 if changed else 0)
    assert revisions_open(Package.open(words_only(counted, typed))) == (2 if changed else 0)


def test_numbers_that_shift_stay_marked_where_they_were_typed_and_are_counted_now() -> None:
    typed = docx("".join(paragraph(f"({n}) {text}") for n, text in enumerate(AYAT, start=1)))
    counted = docx("".join(numbered(5, text) for text in AYAT[1:]), LISTS)
    assert "(2)" in xml(words_only(typed, counted))


def test_words_that_were_hidden_or_are_now_stay_marked() -> None:
    old, new = docx(paragraph(run("Rahasia Desa."))), docx(paragraph(run("Rahasia Desa.", "<w:vanish/>")))
    for pair in ((old, new), (new, old)):
        assert xml(words_only(*pair)).count("<w:rPrChange") == 1


def test_what_somebody_else_formatted_stays_marked() -> None:
    by_somebody = (
        '<w:b/><w:rPrChange w:id="7" w:author="Camat" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange>'
    )
    old = docx(paragraph(run("Iuran warga.")) + paragraph(run("Ronda malam.")))
    new = docx(paragraph(run("Iuran warga.", by_somebody)) + paragraph(run("Ronda malam.", LARGE)))
    found = words_only(old, new, keep_revisions=True)
    assert xml(found).count("<w:rPrChange") == 1
    assert 'w:author="Camat"' in xml(found)


@pytest.mark.parametrize(("old", "new"), list(permutations(VERSIONS, 2)), ids=lambda path: path.stem[:2])
def test_versions_of_two_programs_differ_in_their_words_alone(old: Path, new: Path) -> None:
    """v1 has typed numbers; the others are by Word and LibreOffice in turn, which write the same looks differently."""
    found = words_only(old.read_bytes(), new.read_bytes())
    assert "rPrChange" not in xml(found)
    if "v1" not in old.stem + new.stem:
        assert "Change" not in xml(found)
