"""The body of a redline settled both ways from one reading is the body that settling all of it gives, for every block."""

from datetime import UTC, datetime

import pytest
from lxml import etree

from perdes_flow.word.names import W
from perdes_flow.word.package import Package
from perdes_flow.word.redline import redline
from perdes_flow.word.redline.cutting import cut
from perdes_flow.word.redline.settling import both_ways, settle
from perdes_flow.word.redline.sheet import CutStory
from perdes_flow.word.redline.sources import joined_runs
from perdes_flow.word.redline.story import TreeStory
from perdes_flow.word.revisions import Mode
from perdes_flow.word.writer import Table
from tests.word.test_redline import naskah

AT = datetime(2026, 1, 1, tzinfo=UTC)
PAIRS = {
    "a word in the middle": (["Satu.", "Iuran bulanan.", "Tiga."], ["Satu.", "Iuran tahunan.", "Tiga."]),
    "gone at the end": (["Satu.", "Dua.", "Tiga."], ["Satu."]),
    "come at the beginning": (["Tiga."], ["Satu.", "Dua.", "Tiga."]),
    "nothing left": (["Satu.", "Dua."], ["Lain sama sekali."]),
    "cut in two": (["Satu.", "Warga wajib membayar iuran dan Desa wajib mencatatnya.", "Tiga."],
                   ["Satu.", "Warga wajib membayar iuran", "dan Desa wajib mencatatnya.", "Tiga."]),
    "a table gone": (["Satu.", Table(("a", "b")), "Dua."], ["Satu.", "Dua."]),
    "a table come before the gone": (["Satu.", "Dua.", "Tiga."], ["Satu.", Table(("a", "b")), "Tiga."]),
}  # fmt: skip


@pytest.mark.parametrize("case", PAIRS)
def test_settling_the_changed_blocks_alone_gives_what_settling_all_gives(case: str) -> None:
    old, new = (naskah(*blocks) for blocks in PAIRS[case])
    main = _main(redline(old, new, author="A", at=AT).docx)
    pieces = cut(main)
    assert pieces is not None
    found = both_ways(CutStory(pieces, "main"))
    assert found is not None
    for mode in Mode:
        tree = etree.fromstring(main)
        settle(tree, mode)
        body = tree.find(W + "body")
        assert body is not None
        wanted = TreeStory(body)
        assert [_alike(look) for look in found[mode].looks] == [_alike(look) for look in wanted.looks]
        assert list(found[mode].blocks) == list(wanted.blocks)
        for i in wanted.blocks:
            assert _alike(_xml(found[mode].element(i))) == _alike(_xml(wanted.element(i)))


def _main(docx: bytes) -> bytes:
    package = Package.open(docx)
    return package.read(package.main)


def _xml(element: etree._Element) -> bytes:
    """Without the namespaces that only stand around it."""
    return etree.tostring(element, method="c14n", exclusive=True)


def _alike(xml: bytes) -> bytes:
    """Without what says nothing: how the text of one format is cut, and requests to keep blanks."""
    return joined_runs(xml)


RUN = b'<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>'
BOLD, SLANTED = b"<w:rPr><w:b/></w:rPr>", b"<w:rPr><w:i/></w:rPr>"


@pytest.mark.parametrize("form", [b"", BOLD])
def test_the_same_words_in_one_format_are_the_same_however_they_are_cut(form: bytes) -> None:
    one = RUN % (form, b"Kepala Desa wajib")
    several = RUN % (form, b"Kepala ") + RUN % (form, b"Desa ") + RUN % (form, b"wajib")
    assert joined_runs(one) == joined_runs(several)
    assert joined_runs(RUN % (SLANTED, b"Pasal ") + one) == joined_runs(RUN % (SLANTED, b"Pasal ") + several)


@pytest.mark.parametrize(("left", "right"), [(b"", BOLD), (BOLD, b""), (BOLD, SLANTED)])
def test_words_in_two_formats_stay_two(left: bytes, right: bytes) -> None:
    mixed = RUN % (left, b"Kepala ") + RUN % (right, b"Desa")
    for form in (left, right):
        assert joined_runs(mixed) != joined_runs(RUN % (form, b"Kepala Desa"))
