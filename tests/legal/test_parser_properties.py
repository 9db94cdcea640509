"""Laws that hold for every text: nothing fails, nothing is lost, what is written is read again as it was."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.linting import lint
from perdes_flow.legal.numbering import letters, ordinal, roman
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.writer import write

PIECES = """\
Pasal 1|Pasal 2|Pasal 3A|PASAL 4|Pasal I|Pasal …|Pasal 2 Kepala Desa.|BAB I|BAB II PENUTUP|Bab X|KETENTUAN UMUM|Bagian Kesatu|Bagian Kedua Umum
Paragraf 1|BUKU KESATU|(1) Kepala Desa wajib.|(2) dan ayat|(2a) Sisipan.|(1)|a. satu;|b. dua; dan|c.|1. Satu:|2) dua|a) x|- butir|• butir|i. roman
foo bar|Foo bar.|yang dimaksud dengan:|berikut:|Menimbang: a. bahwa x;|Menimbang|:|Mengingat : 1. UU;|Dengan Kesepakatan Bersama|MEMUTUSKAN:
Menetapkan: PERATURAN DESA|Agar setiap orang|Ditetapkan di X|LAMPIRAN|LAMPIRAN II|PENJELASAN|I. UMUM|II. PASAL DEMI PASAL|Ayat (1)|Huruf a Jelas.
Cukup jelas.|TENTANG|sebagaimana dimaksud pada ayat|dan|T\tU|1\tA|x\t\ty||   |“Pasal 5|\u200b|\x00|( 1 )|((((|1.1.1|°"""
junk = st.lists(st.sampled_from(PIECES.replace("\n", "|").split("|")) | st.text(max_size=30), max_size=25)


@given(junk)
@settings(max_examples=400)
def test_whatever_the_file_holds_it_is_read_and_nothing_is_lost(lines: list[str]) -> None:
    blocks = blocks_of("\n".join(lines))
    naskah = parse(blocks)
    kept = {i for unit in naskah.walk() for i in unit.blocks}
    assert kept == {i for i, block in enumerate(blocks) if block.shown.strip()}


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=20), st.booleans()), max_size=15))
def test_strange_automatic_numbers_do_no_harm(lines: list[tuple[str, str, bool]]) -> None:
    blocks = [
        Block("body", "", i, number, text, None, centred) for i, (number, text, centred) in enumerate(lines)
    ]
    naskah = parse(blocks)
    kept = {i for unit in naskah.walk() for i in unit.blocks}
    assert kept == {i for i, block in enumerate(blocks) if block.shown.strip()}


@pytest.mark.parametrize(
    "line", ["a. warga:", "a. Ketentuan Pasal 3 diubah sehingga berbunyi sebagai berikut:\nPasal 3"]
)
def test_a_text_that_leads_ever_deeper_is_read_and_checked(line: str) -> None:
    lines = ["MEMUTUSKAN:", "BAB I", "UMUM", "Pasal 1", "(1) Warga:", *[line] * 2000]
    naskah = parse(blocks_of("\n".join(lines)))
    assert {block for unit in naskah.walk() for block in unit.blocks} == set(range(len(naskah.blocks)))
    assert lint(naskah, state="penyusunan", on=date(2026, 11, 24))


# ---- regulations as a drafter writes them

words = st.lists(
    st.sampled_from(
        ["Desa", "wajib", "mencatat", "warga", "dan", "melapor", "tiap", "bulan", "kas", "air", "jalan"]
    ),
    min_size=2,
    max_size=9,
)
sentences = words.map(lambda found: " ".join(found).capitalize() + ".")
items = words.map(lambda found: " ".join(found).lower())


@st.composite
def listed(draw: st.DrawFn, level: int = 0) -> list[str]:
    """A list of the given level (a. 1. a) 1)) with lists of the next level in some of its items."""
    count = draw(st.integers(2, 4))
    lines: list[str] = []
    for i in range(1, count + 1):
        number = (f"{letters(i)}.", f"{i}.", f"{letters(i)})", f"{i})")[level]
        below = draw(listed(level + 1)) if level < 3 and draw(st.integers(0, 5)) == 0 else []
        end = ":" if below else "." if i == count else "; dan" if i == count - 1 else ";"
        lines += [f"{number} {draw(items)}{end}", *below]
    return lines


@st.composite
def ayat(draw: st.DrawFn, number: str) -> list[str]:
    below = draw(listed()) if draw(st.booleans()) else []
    text = draw(sentences)
    return [f"{number} {text[:-1] + ':' if below else text}".strip(), *below]


@st.composite
def regulations(draw: st.DrawFn) -> list[str]:
    lines = [
        "PERATURAN DESA CONTOH",
        "NOMOR 1 TAHUN 2026",
        "TENTANG",
        "KAS DESA",
        "Menimbang: a. bahwa perlu;",
    ]
    lines += ["Mengingat: 1. Undang-Undang;", "MEMUTUSKAN:", "Menetapkan: PERATURAN DESA TENTANG KAS DESA."]
    pasal = 0
    for bab in range(1, draw(st.integers(1, 4)) + 1):
        lines += [f"BAB {roman(bab)}", draw(words.map(lambda found: " ".join(found).upper()))]
        for bagian in range(1, draw(st.integers(0, 2)) + 2):
            if draw(st.booleans()):
                lines += [f"Bagian {ordinal(bagian)}", draw(words.map(lambda found: " ".join(found).title()))]
            pasal += 1
            lines.append(f"Pasal {pasal}")
            count = draw(st.integers(1, 3))
            for i in range(1, count + 1):
                lines += draw(ayat(f"({i})" if count > 1 else ""))
    lines += ["Agar setiap orang mengetahuinya.", "Ditetapkan di Contoh"]
    if draw(st.booleans()):
        lines += ["PENJELASAN", "I. UMUM", draw(sentences), "II. PASAL DEMI PASAL", "Pasal 1", "Cukup jelas."]
    if draw(st.booleans()):
        lines += ["LAMPIRAN", "PERATURAN DESA CONTOH", "No\tJenis", f"1\t{draw(items)}", f"2\t{draw(items)}"]
    return lines


@given(regulations(), st.booleans())
@settings(max_examples=100, deadline=None)
def test_written_out_and_read_again_any_regulation_is_the_same(lines: list[str], automatic: bool) -> None:
    naskah = parse(blocks_of("\n".join(lines)))
    assert parse(write(naskah, automatic=automatic)) == naskah
    typed = sum(line.startswith("Pasal ") for line in lines)
    assert len(naskah.all_pasal()) == typed - ("PENJELASAN" in lines)
    assert naskah.remarks == ()
