"""Accepting and rejecting tracked changes, one kind after the other, against what Word makes of them."""

from collections.abc import Callable

import pytest
from lxml import etree

from perdes_flow.word.revisions import Mode, resolve

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WHO = 'w:id="1" w:author="Sekretaris Desa" w:date="2026-01-01T00:00:00Z"'


def settled(body: str, mode: Mode) -> str:
    """The body after accept or reject, without namespaces."""
    tree = etree.fromstring(f'<w:body xmlns:w="{W}" xmlns:m="{M}">{body}</w:body>')
    resolve(tree, mode)
    text = etree.tostring(tree, encoding="unicode")
    return (
        text.replace(f' xmlns:w="{W}"', "")
        .replace(f' xmlns:m="{M}"', "")
        .removeprefix("<w:body>")
        .removesuffix("</w:body>")
    )


Settle = Callable[[str], str]


@pytest.fixture
def accepted() -> Settle:
    return lambda body: settled(body, Mode.ACCEPT)


@pytest.fixture
def rejected() -> Settle:
    return lambda body: settled(body, Mode.REJECT)


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def deleted(text: str) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def inserted(text: str) -> str:
    return f"<w:ins {WHO}>{run(text)}</w:ins>"


def test_a_replaced_word_is_new_when_accepted_and_old_when_rejected(
    accepted: Settle, rejected: Settle
) -> None:
    body = f"<w:p>{run('denda Rp')}{deleted('100.000')}{inserted('50.000')}</w:p>"
    assert accepted(body) == f"<w:p>{run('denda Rp')}{run('50.000')}</w:p>"
    assert rejected(body) == f"<w:p>{run('denda Rp')}{run('100.000')}</w:p>"


def test_a_moved_ayat_stands_at_its_new_place_or_at_its_old_one(accepted: Settle, rejected: Settle) -> None:
    body = (
        f'<w:p><w:pPr><w:rPr><w:moveFrom {WHO}/></w:rPr></w:pPr><w:moveFromRangeStart {WHO} w:name="a"/>'
        f'<w:moveFrom {WHO}>{run("(1) Kesatu")}</w:moveFrom></w:p><w:moveFromRangeEnd w:id="1"/><w:p>{run("(2) Kedua")}</w:p>'
        f'<w:p><w:pPr><w:rPr><w:moveTo {WHO}/></w:rPr></w:pPr><w:moveToRangeStart {WHO} w:name="a"/>'
        f'<w:moveTo {WHO}>{run("(1) Kesatu")}</w:moveTo></w:p><w:moveToRangeEnd w:id="1"/><w:p>{run("(3) Ketiga")}</w:p>'
    )
    first, second, third = (f"<w:p>{run(text)}</w:p>" for text in ("(1) Kesatu", "(2) Kedua", "(3) Ketiga"))
    assert accepted(body) == second + first + third
    assert rejected(body) == first + second + third


def test_a_deleted_paragraph_mark_joins_two_paragraphs_and_the_second_gives_the_form(
    accepted: Settle, rejected: Settle
) -> None:
    body = (
        f'<w:p><w:pPr><w:jc w:val="center"/><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{run("Pasal ")}</w:p>'
        f'<w:p><w:pPr><w:jc w:val="both"/></w:pPr>{run("5")}</w:p>'
    )
    assert accepted(body) == f'<w:p><w:pPr><w:jc w:val="both"/></w:pPr>{run("Pasal ")}{run("5")}</w:p>'
    assert rejected(body) == (
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run("Pasal ")}</w:p><w:p><w:pPr><w:jc w:val="both"/></w:pPr>{run("5")}</w:p>'
    )


def test_a_wholly_deleted_paragraph_leaves_no_empty_line(accepted: Settle) -> None:
    body = f"<w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{deleted('Dihapus.')}</w:p><w:p>{run('Tetap.')}</w:p>"
    assert accepted(body) == f"<w:p>{run('Tetap.')}</w:p>"


def test_a_cell_whose_text_went_keeps_one_empty_paragraph(accepted: Settle) -> None:
    cell = f"<w:tc><w:p><w:pPr><w:rPr><w:del {WHO}/></w:rPr></w:pPr>{deleted('10.000')}</w:p></w:tc>"
    assert (
        accepted(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>") == "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    )


def test_rows_that_came_or_went(accepted: Settle, rejected: Settle) -> None:
    def row(mark: str, text: str) -> str:
        properties = f"<w:trPr><w:{mark} {WHO}/></w:trPr>" if mark else ""
        return f"<w:tr>{properties}<w:tc><w:p>{run(text)}</w:p></w:tc></w:tr>"

    body = f"<w:tbl>{row('', 'tetap')}{row('ins', 'baru')}{row('del', 'lama')}</w:tbl>"
    assert (
        accepted(body)
        == f"<w:tbl>{row('', 'tetap')}<w:tr><w:trPr/><w:tc><w:p>{run('baru')}</w:p></w:tc></w:tr></w:tbl>"
    )
    assert (
        rejected(body)
        == f"<w:tbl>{row('', 'tetap')}<w:tr><w:trPr/><w:tc><w:p>{run('lama')}</w:p></w:tc></w:tr></w:tbl>"
    )


def test_a_table_whose_only_row_went_is_gone(accepted: Settle) -> None:
    table = f"<w:tbl><w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    assert accepted(f"{table}<w:p>{run('sesudah')}</w:p>") == f"<w:p>{run('sesudah')}</w:p>"


def test_cells_that_came_or_went(accepted: Settle, rejected: Settle) -> None:
    body = (
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel {WHO}/></w:tcPr><w:p>{run('lama')}</w:p></w:tc>"
        f"<w:tc><w:tcPr><w:cellIns {WHO}/></w:tcPr><w:p>{run('baru')}</w:p></w:tc></w:tr></w:tbl>"
    )
    assert accepted(body) == f"<w:tbl><w:tr><w:tc><w:tcPr/><w:p>{run('baru')}</w:p></w:tc></w:tr></w:tbl>"
    assert rejected(body) == f"<w:tbl><w:tr><w:tc><w:tcPr/><w:p>{run('lama')}</w:p></w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"<w:p><w:r><w:rPr><w:b/><w:rPrChange {WHO}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>tebal</w:t></w:r></w:p>",
            ("<w:b/>", "<w:i/>"),
        ),
        (
            f'<w:p><w:pPr><w:jc w:val="both"/><w:pPrChange {WHO}><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange></w:pPr></w:p>',
            ('<w:jc w:val="both"/>', '<w:jc w:val="left"/>'),
        ),
        (
            f'<w:tbl><w:tblPr><w:tblW w:w="1"/><w:tblPrChange {WHO}><w:tblPr><w:tblW w:w="2"/></w:tblPr></w:tblPrChange></w:tblPr></w:tbl>',
            ('<w:tblW w:w="1"/>', '<w:tblW w:w="2"/>'),
        ),
        (
            f'<w:p/><w:sectPr><w:pgSz w:w="1"/><w:sectPrChange {WHO}><w:sectPr><w:pgSz w:w="2"/></w:sectPr></w:sectPrChange></w:sectPr>',
            ('<w:pgSz w:w="1"/>', '<w:pgSz w:w="2"/>'),
        ),
    ],
    ids=["huruf", "paragraf", "tabel", "halaman"],
)
def test_a_changed_format_is_new_or_old(
    accepted: Settle, rejected: Settle, before: str, after: tuple[str, str]
) -> None:
    new, old = after
    assert new in accepted(before)
    assert old not in accepted(before)
    assert old in rejected(before)
    assert new not in rejected(before)


def test_the_mark_of_a_paragraph_and_its_section_outlive_a_rejected_format(rejected: Settle) -> None:
    body = (
        f'<w:p><w:pPr><w:jc w:val="both"/><w:rPr><w:b/></w:rPr><w:sectPr/><w:pPrChange {WHO}><w:pPr><w:jc w:val="left"/></w:pPr>'
        "</w:pPrChange></w:pPr></w:p>"
    )
    assert rejected(body) == '<w:p><w:pPr><w:jc w:val="left"/><w:rPr><w:b/></w:rPr><w:sectPr/></w:pPr></w:p>'


def test_a_formula_whose_control_character_went_is_gone(accepted: Settle, rejected: Settle) -> None:
    fraction = f"<m:f><m:fPr><m:ctrlPr><w:del {WHO}><w:rPr/></w:del></m:ctrlPr></m:fPr></m:f>"
    body = f"<w:p><m:oMath><m:r><m:t>A=</m:t></m:r>{fraction}</m:oMath></w:p>"
    assert "<m:f>" not in accepted(body)
    assert "<m:f>" in rejected(body)


def test_a_field_that_went_is_gone_with_its_code(accepted: Settle, rejected: Settle) -> None:
    body = f"<w:p><w:del {WHO}><w:r><w:delInstrText>PAGE</w:delInstrText></w:r></w:del>{run('1')}</w:p>"
    assert accepted(body) == f"<w:p>{run('1')}</w:p>"
    assert rejected(body) == f"<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>{run('1')}</w:p>"


def test_a_bookmark_does_not_keep_one_end_only(accepted: Settle) -> None:
    body = (
        f'<w:p><w:del {WHO}><w:bookmarkStart w:id="7" w:name="x"/><w:r><w:delText>a</w:delText></w:r></w:del>'
        f'{run("b")}<w:bookmarkEnd w:id="7"/></w:p>'
    )
    assert accepted(body) == f"<w:p>{run('b')}</w:p>"


def test_a_text_without_tracked_changes_stays_as_it_is(accepted: Settle, rejected: Settle) -> None:
    body = f'<w:p>{run("a")}</w:p><w:tbl><w:tblPr/></w:tbl><w:p><w:bookmarkEnd w:id="9"/></w:p>'
    assert accepted(body) == rejected(body) == body
