"""Automatic numbers: which paragraph gets which, by the rules of WordprocessingML and as Word shows them."""

import pytest
from word.conftest import Convert
from word.hand_made import Part, definition, docx, level, numbered, numbering, paragraph, story, table, use

from perdes_flow.word.package import Package
from perdes_flow.word.reader import read


def shown(data: bytes) -> list[str]:
    return [" ".join(block.shown.split()) for block in read(Package.open(data))]


def listed(lists: Part, *places: tuple[int, int]) -> bytes:
    """A file with one paragraph "x" for each (list, level)."""
    return docx("".join(numbered(number, "x", depth) for number, depth in places), lists)


def starts_at(depth: int, value: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


REGULATION = definition(
    1,
    level(0, "BAB %1", "upperRoman"),
    level(1, "Pasal %2", more='<w:lvlRestart w:val="0"/>'),
    level(2, "(%3)"),
    level(3, "%4.", "lowerLetter"),
    level(4, "%5."),
)
OUTLINE = definition(1, level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3"))


def test_the_pasal_of_a_regulation_count_on_through_its_bab_and_ayat_begin_anew() -> None:
    depths = [0, 1, 2, 2, 3, 3, 4, 3, 1, 2, 0, 1, 2]
    found = shown(listed(numbering(REGULATION, use(1, 1)), *((1, depth) for depth in depths)))
    assert found == [
        "BAB I x",
        "Pasal 1 x",
        "(1) x",
        "(2) x",
        "a. x",
        "b. x",
        "1. x",
        "c. x",
        "Pasal 2 x",
        "(1) x",
        "BAB II x",
        "Pasal 3 x",
        "(1) x",
    ]


def test_a_pasal_heading_may_be_an_empty_paragraph() -> None:
    body = numbered(1) + paragraph("Isi.") + numbered(1) + paragraph("Isi lain.")
    lists = numbering(definition(1, level(0, "Pasal %1")), use(1, 1))
    assert shown(docx(body, lists)) == ["Pasal 1", "Isi.", "Pasal 2", "Isi lain."]


def test_lists_that_share_a_definition_count_on_together() -> None:
    lists = numbering(definition(1, level(0, "%1.")), use(1, 1), use(2, 1))
    assert shown(listed(lists, (1, 0), (2, 0), (1, 0))) == ["1. x", "2. x", "3. x"]


def test_a_list_with_its_own_start_begins_there_at_its_first_use_only() -> None:
    lists = numbering(definition(1, level(0, "%1.")), use(1, 1), use(2, 1, starts_at(0, 1)))
    found = shown(listed(lists, (1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)))
    assert found == ["1. x", "2. x", "1. x", "2. x", "3. x", "4. x"]


def test_a_list_may_define_a_level_anew() -> None:
    anew = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", start=4)}</w:lvlOverride>'
    lists = numbering(
        definition(1, level(0, "%1.")), definition(2, level(0, "%1.")), use(1, 1), use(2, 2, anew)
    )
    assert shown(listed(lists, (1, 0), (2, 0), (2, 0), (1, 0))) == ["1. x", "(4) x", "(5) x", "2. x"]


def test_a_level_that_is_passed_over_counts_as_begun() -> None:
    lists = numbering(OUTLINE, use(1, 1))
    found = shown(listed(lists, (1, 2), (1, 2), (1, 1), (1, 0), (1, 2)))
    assert found == ["1.1.1 x", "1.1.2 x", "1.2 x", "2. x", "2.1.1 x"]


def test_a_level_may_begin_anew_only_after_a_certain_one() -> None:
    once = definition(
        1, level(0, "%1."), level(1, "%1.%2"), level(2, "%1.%2.%3", more='<w:lvlRestart w:val="1"/>')
    )
    found = shown(listed(numbering(once, use(1, 1)), *((1, depth) for depth in (0, 1, 2, 1, 2, 0, 1, 2))))
    assert found == ["1. x", "1.1 x", "1.1.1 x", "1.2 x", "1.2.2 x", "2. x", "2.1 x", "2.1.1 x"]


def test_a_legal_level_writes_the_roman_number_above_it_in_digits() -> None:
    legal = definition(1, level(0, "BAB %1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert shown(listed(numbering(legal, use(1, 1)), (1, 0), (1, 0), (1, 1))) == [
        "BAB I x",
        "BAB II x",
        "2.1 x",
    ]


def test_bullets_are_no_numbers() -> None:
    assert shown(listed(numbering(definition(1, level(0, "·", "bullet")), use(1, 1)), (1, 0))) == ["x"]


def test_a_level_without_number_shows_the_words_around_it() -> None:
    fixed = definition(1, level(0, "Penjelasan", "none"), level(1, "%2.", "none"))
    assert shown(listed(numbering(fixed, use(1, 1)), (1, 0), (1, 1))) == ["Penjelasan x", ". x"]


def test_number_zero_means_no_number_whatever_the_style_says() -> None:
    assert shown(listed(numbering(OUTLINE, use(1, 1)), (0, 0), (1, 0), (7, 0))) == ["x", "1. x", "x"]


STYLES = story(
    "styles",
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Pasal"><w:name w:val="Pasal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ayat"><w:name w:val="Ayat"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="AyatKecil"><w:name w:val="AyatKecil"/><w:basedOn w:val="Ayat"/></w:style>',
)
TIED = numbering(
    definition(
        1,
        level(0, "Pasal %1", more='<w:pStyle w:val="Pasal"/>'),
        level(1, "(%2)", more='<w:pStyle w:val="Ayat"/>'),
    ),
    use(1, 1),
)


def test_a_style_brings_its_number_to_the_paragraph_and_to_styles_based_on_it() -> None:
    names = ["Pasal", "Ayat", "AyatKecil", "Pasal", "Ayat", "Normal", "Ayat"]
    body = "".join(paragraph("x", f'<w:pStyle w:val="{name}"/>') for name in names)
    off = paragraph("x", '<w:pStyle w:val="Ayat"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    found = shown(docx(body + off + paragraph("x", '<w:pStyle w:val="Ayat"/>'), TIED, STYLES))
    assert found == ["Pasal 1 x", "(1) x", "(2) x", "Pasal 2 x", "(1) x", "x", "(2) x", "x", "(3) x"]


def test_a_deleted_paragraph_takes_its_number_with_it() -> None:
    who = 'w:id="1" w:author="A"'
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        f"<w:rPr><w:del {who}/></w:rPr></w:pPr><w:del {who}><w:r><w:delText>dua</w:delText></w:r></w:del></w:p>"
    )
    lists = numbering(definition(1, level(0, "Pasal %1")), use(1, 1))
    assert shown(docx(numbered(1, "satu") + gone + numbered(1, "tiga"), lists)) == [
        "Pasal 1 satu",
        "Pasal 2 tiga",
    ]


# ---- the same through another program


def cases() -> dict[str, bytes]:
    """What LibreOffice counts as Word does: everything but lvlRestart, isLgl and some forms."""
    shared = numbering(
        definition(1, level(0, "%1."), level(1, "%2)", "lowerLetter")),
        use(1, 1),
        use(2, 1, starts_at(0, 5)),
        use(3, 1, starts_at(1, 3)),
    )
    anew = f'<w:lvlOverride w:ilvl="0">{level(0, "(%1)", start=4)}</w:lvlOverride>'
    made = {
        "kerangka": listed(
            numbering(OUTLINE, use(1, 1)), *((1, depth) for depth in (2, 2, 1, 0, 2, 1, 0, 0, 1))
        ),
        "bersama": listed(
            shared, (1, 0), (2, 0), (2, 0), (1, 0), (3, 0), (3, 1), (3, 1), (3, 0), (3, 1), (1, 1)
        ),
        "baru": listed(
            numbering(definition(1, level(0, "%1.")), use(1, 1), use(2, 1, anew)), (1, 0), (2, 0), (1, 0)
        ),
        "gaya": docx(
            "".join(
                paragraph("x", f'<w:pStyle w:val="{s}"/>')
                for s in ("Pasal", "Ayat", "AyatKecil", "Pasal", "Ayat")
            ),
            TIED,
            STYLES,
        ),
        "tabel": docx(numbered(1, "x") + table(("a",)) + numbered(1, "x"), numbering(OUTLINE, use(1, 1))),
    }
    for form in ("decimal", "decimalZero", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman"):
        lists = numbering(definition(1, level(0, "Pasal %1.", form)), use(1, 1))
        made[form] = listed(lists, *[(1, 0)] * 60)
    return made


@pytest.mark.slow
def test_libreoffice_counts_the_same(converted: Convert) -> None:
    files = cases()
    texts = converted(files, "txt:Text (encoded):UTF8")
    for name, data in files.items():
        lines = (" ".join(line.split()) for line in texts[name].decode("utf-8-sig").splitlines())
        assert shown(data) == [line for line in lines if line], name
