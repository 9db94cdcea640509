"""The heading as villages lay it out: titles that name another regulation, cover pages, and heads of villages by other names."""

from datetime import date
from pathlib import Path

import pytest
from word_manners import docx_of

from perdes_flow.legal.heading import read_judul
from perdes_flow.legal.linting import lint
from perdes_flow.legal.linting.finding import Finding
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.units import Naskah
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read

FOLDER = Path(__file__).with_name("manners")


def written(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def naskah_of(text: str) -> Naskah:
    return parse(read(Package.open(docx_of(text))))


def findings(text: str) -> tuple[Finding, ...]:
    return lint(naskah_of(text), state="diundangkan", on=date(2026, 11, 24))


BELOW = "DENGAN RAHMAT TUHAN YANG MAHA ESA\nKEPALA DESA MAJU,\nMenimbang : a. bahwa satu;\nMEMUTUSKAN:\n"
CHANGE = "PERATURAN DESA MAJU\nNOMOR 4 TAHUN 2025\nTENTANG\nPERUBAHAN ATAS\nPERATURAN DESA NOMOR 2 TAHUN 2022\nTENTANG\nPASAR DESA\n"
NAME = "PERUBAHAN ATAS PERATURAN DESA NOMOR 2 TAHUN 2022 TENTANG PASAR DESA"


@pytest.mark.parametrize("cover", ["", CHANGE + "PEMERINTAH DESA MAJU\nTAHUN 2025\n"])
def test_the_name_of_a_change_is_read_over_all_its_lines(cover: str) -> None:
    judul = read_judul(
        parse(blocks_of(f"{cover}KEPALA DESA MAJU\nKABUPATEN BREBES\n{CHANGE}{BELOW}Pasal I\nSatu."))
    )
    assert (judul.jenis, judul.nomor, judul.nama) == ("PERATURAN DESA MAJU", "NOMOR 4 TAHUN 2025", NAME)


def test_a_line_of_the_title_is_not_the_kind_of_the_regulation() -> None:
    heading = "KEPALA DESA MAJU\nKABUPATEN TUBAN\nPERATURAN KEPALA DESA MAJU\nNOMOR 2 TAHUN 2024\nTENTANG\nPERATURAN PELAKSANAAN\nPENGELOLAAN AIR BERSIH\n"
    judul = read_judul(parse(blocks_of(heading + BELOW)))
    assert (judul.jenis, judul.nama) == (
        "PERATURAN KEPALA DESA MAJU",
        "PERATURAN PELAKSANAAN PENGELOLAAN AIR BERSIH",
    )


def test_a_cover_page_does_not_upset_the_order_of_the_heading() -> None:
    cover = "^PERATURAN DESA TEGALREJO\n^NOMOR 8 TAHUN 2025\n^TENTANG\n^ANGGARAN PENDAPATAN DAN BELANJA DESA\n^PEMERINTAH DESA TEGALREJO\n^KABUPATEN MAGELANG\n"
    assert not [one for one in findings(cover + written("apbdes-dua-lampiran")) if one.rule == "PD-01"]


@pytest.mark.parametrize("office", ["PERBEKEL", "KUWU", "HUKUM TUA", "SANGADI"])
def test_a_head_of_the_village_by_another_name_is_one(office: str) -> None:
    text = written("apbdes-dua-lampiran").replace("KEPALA DESA", office)
    text = text.replace("Peraturan Kepala Desa", f"Peraturan {office.title()}").replace(
        "Kepala Desa", office.title()
    )
    assert {one.rule for one in findings(text)} == {"PD-83"}  # a budget is evaluated


@pytest.mark.parametrize("office", ["PERBEKEL", "KUWU"])
def test_his_own_regulation_is_measured_by_its_own_name(office: str) -> None:
    text = written("perkades-blt")
    shown = office.title()
    text = text.replace("KEPALA DESA", office).replace("Kepala Desa", shown)
    assert not [one for one in findings(text) if one.severity == "error"]


def test_a_village_called_dusun_is_not_measured_by_the_forms_of_a_desa() -> None:
    text = written("apbdes-dua-lampiran").replace("KEPALA DESA", "RIO DUSUN").replace("DESA", "DUSUN")
    assert not [one for one in findings(text) if one.severity == "error"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("KECAMATAN KOTA KABUPATEN KUDUS", "KABUPATEN KUDUS"),
        ("KECAMATAN KOTA AGUNG", ""),
        ("KECAMATAN BUMIAJI KOTA BATU", "KOTA BATU"),
        ("KECAMATAN KRAMATKABUPATEN TEGAL", "KABUPATEN TEGAL"),
        ("KEC. KRAMAT", ""),
        ("KEC. KRAMAT KAB. TEGAL", "KAB. TEGAL"),
    ],
)
def test_only_the_kecamatan_goes(line: str, left: str) -> None:
    text = written("apbdes-dua-lampiran").replace("^KABUPATEN MAGELANG", f"^KABUPATEN MAGELANG\n^{line}")
    assert [one.replacement for one in findings(text) if one.rule == "PD-02"] == [left]


def test_the_law_s_definition_is_offered_with_the_village_s_own_name_for_its_head() -> None:
    text = written("sedekah-bumi").replace(
        "\n2. Kepala Desa adalah Kepala Desa Waringin.",
        "\n2. Pemerintah Desa adalah Perbekel dan perangkat Desa;",
    )
    told = [one for one in findings(text) if one.rule == "PD-49"]
    due = "Perbekel dibantu perangkat Desa sebagai unsur penyelenggara Pemerintahan Desa"
    assert [(one.quote, one.replacement) for one in told] == [("Perbekel dan perangkat Desa", due)]
    right = text.replace("Perbekel dan perangkat Desa;", due + ".")
    assert not [one for one in findings(right) if one.rule == "PD-49"]


def test_what_is_taken_out_leaves_no_blank_behind() -> None:
    text = written("sedekah-bumi").replace(
        "^PERATURAN DESA WARINGIN", "^RANCANGAN PERATURAN DESA WARINGIN", 1
    )
    text = text.replace("Menetapkan : PERATURAN DESA TENTANG", "Menetapkan : PERATURAN DESA WARINGIN TENTANG")
    told = {(one.rule, one.quote, one.replacement) for one in findings(text)}
    assert told == {("PD-08", "RANCANGAN PERATURAN", "PERATURAN"), ("PD-34", "WARINGIN TENTANG", "TENTANG")}


def test_a_decision_is_called_one() -> None:
    text = "KEPUTUSAN KEPALA DESA MAJU\nNOMOR 3 TAHUN 2026\nTENTANG\nPENGANGKATAN PENGURUS\nMenimbang : a. bahwa satu;\nMEMUTUSKAN:\nMenetapkan :\nKESATU : Mengangkat pengurus.\n"
    assert [one.message for one in findings(text)] == [
        "Berkas ini sebuah Keputusan atau surat, bukan peraturan."
    ]


def test_dan_with_a_capital_is_told_as_such() -> None:
    told = [
        one
        for one in findings(written("sedekah-bumi").replace("\n^dan\n", "\n^Dan\n"))
        if one.rule == "PD-31"
    ]
    assert [(one.quote, one.replacement) for one in told] == [("Dan", "dan")]


def test_persetujuan_misspelt_is_still_the_agreement() -> None:
    told = findings(
        written("sedekah-bumi").replace("Dengan Kesepakatan Bersama", "Dengan Persetujaan Bersama")
    )
    assert [(one.rule, one.replacement) for one in told] == [("PD-30", "Dengan Kesepakatan Bersama")]


@pytest.mark.parametrize("line", ["NOMOR .. TAHUN 2026", "NOMOR : ---- TAHUN 2026", "NOMOR ____ TAHUN ____"])
def test_a_number_left_open_otherwise_than_with_three_dots_is_told_once(line: str) -> None:
    text = written("sedekah-bumi").replace("^NOMOR 9 TAHUN 2026", f"^{line}", 1)
    draft = text.replace("^PERATURAN DESA WARINGIN", "^RANCANGAN\n^PERATURAN DESA WARINGIN", 1)
    naskah = naskah_of(draft)
    told = [one for one in lint(naskah, state="penyusunan", on=date(2026, 11, 24)) if one.at == "Judul"]
    if "____" not in line:  # a blank like any other
        assert [(one.rule, one.replacement) for one in told] == [("PD-08", "NOMOR ... TAHUN ...")]
    assert ("PD-08", "Isi nomor dan tahun.") in {(one.rule, one.fix) for one in findings(text)}


SIGNED = "KEPALA DESA WARINGIN,\nTARJO CONTOHNE"


@pytest.mark.parametrize(
    ("right", "other"),
    [
        (SIGNED, "KEPALA DESA WARINGIN,\n(ttd)\nTARJO CONTOHNE"),
        (SIGNED, "PENJABAT KEPALA DESA WARINGIN,\nTARJO CONTOHNE"),
        ("NUR MISALE", "NUR MISALE\nNIP. 19700101 199003 1 001"),
        ("dalam Lembaran Desa Waringin.", "dalam Lembaran Desa Waringin Kecamatan Losari."),
    ],
)
def test_a_closing_in_another_manner_is_right_too(right: str, other: str) -> None:
    assert findings(written("sedekah-bumi").replace(right, other, 1)) == ()


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (SIGNED, "Pj. Kepala Desa Waringin,\nTARJO CONTOHNE", "jabatan tidak dengan huruf kapital: “Pj. Kepala Desa Waringin,”"),
        ("Ditetapkan di Waringin\npada tanggal", "Ditetapkan di Waringin pada tanggal", "“pada tanggal …” tidak pada baris sendiri"),
        ("pada tanggal 4 Mei 2026", "pada tanggal 4-5-2026", "tanggal ditulis dengan angka saja: “4-5-2026”"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_the_closing_is_said_as_it_is(right: str, wrong: str, said: str) -> None:
    told = findings(written("sedekah-bumi").replace(right, wrong, 1))
    assert [(one.rule, one.message) for one in told] == [("PD-70", f"Bagian “Ditetapkan”: {said}.")]
