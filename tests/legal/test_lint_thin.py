"""The rules that judge by words alone, with cases of their own: what each must see, and what looks alike and is right."""

from dataclasses import replace
from datetime import date

import pytest

from perdes_flow.legal.linting import Proceedings, lint
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of

HEAD = """\
KEPALA DESA CONTOH
KABUPATEN BLITAR
PERATURAN DESA CONTOH
NOMOR 3 TAHUN 2026
TENTANG
PELAYANAN AIR
Menimbang: a. bahwa perlu;
Mengingat: 1. {basis};
MEMUTUSKAN:
Menetapkan: PERATURAN DESA TENTANG PELAYANAN AIR.
"""
BASIS = "Peraturan Bupati Blitar Nomor 2 Tahun 2020 tentang Daftar Kewenangan Desa Berdasarkan Hak Asal Usul"


def found(
    rule: str, body: str, *, basis: str = BASIS, record: Proceedings | None = None
) -> list[tuple[str, str]]:
    naskah = parse(blocks_of(HEAD.format(basis=basis) + body))
    findings = lint(naskah, state="penyusunan", on=date(2026, 11, 24), jenis="umum", proceedings=record)
    return [(finding.at, finding.quote) for finding in findings if finding.rule == rule]


def defined(*terms: str, then: str) -> str:
    listed = "\n".join(f"{place}. {term}" for place, term in enumerate(terms, 1))
    return f"Pasal 1\nDalam Peraturan Desa ini yang dimaksud dengan:\n{listed}\nPasal 2\n{then}"


# ---- PD-48

SAMPAH = "Sampah adalah sisa kegiatan manusia."
OFTEN = "(1) Warga memilah Sampah.\n(2) Warga menyimpan Sampah.\n(3) Warga membuang Sampah.\n(4) Petugas mengangkut Sampah.\n"


def test_a_term_of_one_word_keeps_the_capital_that_the_text_gives_it() -> None:
    assert found("PD-48", defined(SAMPAH, then=OFTEN + "(5) Warga membakar sampah.")) == [
        ("Pasal 2 ayat (5)", "sampah")
    ]


def test_a_word_that_the_text_mostly_writes_small_is_no_slip() -> None:
    assert (
        found(
            "PD-48",
            defined(SAMPAH, then="(1) Warga memilah sampah.\n(2) Warga membuang sampah di tempat Sampah."),
        )
        == []
    )


def test_every_term_that_is_written_small_is_told_once_a_unit() -> None:
    body = defined("Pemerintah Desa adalah Kepala Desa.", "Kas Desa adalah uang Desa.", then="Uang pemerintah desa disimpan dalam kas desa oleh pemerintah desa.")  # fmt: skip
    assert found("PD-48", body) == [("Pasal 2", "pemerintah desa"), ("Pasal 2", "kas desa")]


# ---- PD-49

BPD = "Badan Permusyawaratan Desa yang selanjutnya disingkat BPD adalah lembaga yang melaksanakan fungsi pemerintahan yang anggotanya merupakan wakil dari penduduk Desa berdasarkan keterwakilan wilayah dan ditetapkan secara demokratis."
MUSYAWARAH = "Musyawarah Desa atau yang disebut dengan nama lain adalah musyawarah antara BPD, Pemerintah Desa, dan unsur masyarakat yang diselenggarakan oleh BPD untuk menyepakati hal yang bersifat strategis."


def test_the_law_s_own_words_are_no_difference_with_short_forms_and_without_other_names() -> None:
    assert found("PD-49", defined(BPD, MUSYAWARAH, then="Warga hadir.")) == []


@pytest.mark.parametrize(
    "wrong", [BPD.replace(" berdasarkan keterwakilan wilayah", ""), BPD.replace("demokratis", "musyawarah")]
)
def test_half_a_definition_of_the_law_is_told(wrong: str) -> None:
    assert [at for at, _ in found("PD-49", defined(wrong, then="Warga hadir."))] == ["Pasal 1 angka 1"]


def test_a_village_may_say_which_village_it_is() -> None:
    assert (
        found(
            "PD-49",
            defined(
                "Desa adalah Desa Contoh.", "Kepala Desa adalah Kepala Desa Contoh.", then="Warga hadir."
            ),
        )
        == []
    )


# ---- PD-64

NOBODY = [
    ("Wajib menjaga kebersihan lingkungan.", "Wajib menjaga"),
    ("Dilarang membuang sampah di sungai.", "Dilarang membuang"),
    ("Laporan wajib segera disampaikan kepada BPD.", "wajib segera disampaikan"),
    ("Bantuan dapat juga diberikan kepada janda.", "dapat juga diberikan"),
    ("Iuran dapat ditarik. Petugas yang ditunjuk oleh Kepala Desa mencatatnya.", "dapat ditarik"),
]
SOMEBODY = [
    "Petugas wajib menjaga kebersihan.",
    "Laporan wajib disampaikan oleh petugas.",
    "Laporan wajib disampaikan paling lambat 3 (tiga) hari oleh petugas.",
    "Warga dapat dinas luar.",
    "Setiap orang dilarang membuang sampah di sungai.",
]


@pytest.mark.parametrize(("words", "quote"), NOBODY)
def test_a_duty_of_nobody_is_told(words: str, quote: str) -> None:
    assert found("PD-64", f"Pasal 1\n{words}") == [("Pasal 1", quote)]


@pytest.mark.parametrize("words", SOMEBODY)
def test_a_duty_of_somebody_is_not(words: str) -> None:
    assert found("PD-64", f"Pasal 1\n{words}") == []


def test_items_below_an_actor_are_his() -> None:
    assert found("PD-64", "Pasal 1\nPelanggan wajib:\na. membayar iuran; dan\nb. menjaga meteran.") == []


# ---- PD-69

FORMULA = "Pada saat Peraturan Desa ini mulai berlaku, Peraturan Desa Nomor 2 Tahun 2018 tentang Air Bersih dicabut dan dinyatakan tidak berlaku."
NO_FORMULA = [
    "Dengan berlakunya Peraturan Desa ini, maka segala ketentuan yang bertentangan dinyatakan tidak berlaku.",
    "Semua peraturan yang bertentangan dengan Peraturan Desa ini dicabut.",
    "Peraturan Desa Nomor 2 Tahun 2018 tentang Air Bersih dinyatakan tidak berlaku.",
    FORMULA.replace(" dan dinyatakan tidak berlaku", ""),
]
LIVING = Proceedings(prakarsa="pemdes", living=("Pelayanan Air", "Keamanan"))


@pytest.mark.parametrize("words", NO_FORMULA)
def test_a_revocation_in_other_words_is_told_once(words: str) -> None:
    assert [at for at, _ in found("PD-69", f"Pasal 1\n{words}")] == ["Pasal 1"]


def test_the_formula_is_right() -> None:
    assert found("PD-69", f"Pasal 1\n{FORMULA}") == []
    assert (
        found("PD-69", "Pasal 1\nSemua ketentuan Peraturan Desa Nomor 2 Tahun 2018 masih tetap berlaku.")
        == []
    )


def test_a_second_regulation_on_the_subject_of_a_living_one_is_told() -> None:
    assert [at for at, _ in found("PD-69", "Pasal 1\nAir dibagi.", record=LIVING)] == ["Judul"]
    assert found("PD-69", f"Pasal 1\n{FORMULA}", record=LIVING) == []
    assert found("PD-69", "Pasal 1\nAir dibagi.", record=replace(LIVING, living=("Keamanan",))) == []


# ---- PD-84

TOUCHES = [
    ("Setiap perempuan dilarang keluar malam.", "Pasal 1"),
    ("Warga tidak boleh menikah sebelum melunasi iuran.", "Pasal 1"),
    (
        "Calon PMI dilarang:\na. berangkat bila mempunyai anak di bawah 3 (tiga) tahun; dan\nb. membawa uang.",
        "Pasal 1",
    ),
    ("Setiap orang dilarang:\na. merokok; dan\nb. bekerja ke luar negeri.", "Pasal 1 huruf b"),
]
GUARDS = [
    "Setiap orang dilarang:\na. menahan dokumen Calon PMI; dan\nb. memberikan informasi yang tidak benar mengenai pekerjaan di luar negeri.",
    "Setiap orang dilarang mempekerjakan anak.",
    "Setiap orang dilarang menghalangi warga beribadah.",
    "Setiap orang dilarang melakukan kekerasan terhadap perempuan.",
    "Setiap orang dilarang membuang sampah di sungai.",
]


@pytest.mark.parametrize(("words", "at"), TOUCHES)
def test_a_ban_that_touches_a_right_is_shown_to_a_person(words: str, at: str) -> None:
    assert at in [place for place, _ in found("PD-84", f"Pasal 1\n{words}")]


@pytest.mark.parametrize("words", GUARDS)
def test_a_ban_that_guards_a_right_is_none(words: str) -> None:
    assert found("PD-84", f"Pasal 1\n{words}") == []


# ---- PR-12

RECORD = Proceedings(prakarsa="pemdes")
NO_BASIS = [
    "Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan menurut kewenangan pejabat",
    "Peraturan Bupati Blitar Nomor … Tahun … tentang Daftar Kewenangan Desa",
    "Peraturan Bupati Blitar Nomor 2 Tahun 2020 tentang Kebersihan",
]


@pytest.mark.parametrize(
    "basis",
    [BASIS, "Peraturan Menteri Dalam Negeri Nomor 44 Tahun 2016 tentang Kewenangan Desa (Berita Negara)"],
)
def test_the_regulation_on_the_village_s_authority_is_a_basis(basis: str) -> None:
    assert found("PR-12", "Pasal 1\nAir dibagi.", basis=basis, record=RECORD) == []


@pytest.mark.parametrize("basis", NO_BASIS)
def test_the_word_alone_or_a_blank_is_none(basis: str) -> None:
    assert [at for at, _ in found("PR-12", "Pasal 1\nAir dibagi.", basis=basis, record=RECORD)] == [
        "Mengingat"
    ]


# ---- PD-61


@pytest.mark.parametrize("words", ["biri-biri", "lumba-lumba", "undang-undang", "cita-cita"])
def test_a_word_that_is_always_said_twice_is_no_plural(words: str) -> None:
    assert found("PD-61", f"Pasal 1\nWarga menjaga {words} bersama.") == []


def test_a_plural_keeps_its_ending_when_it_is_mended() -> None:
    naskah = parse(blocks_of(HEAD.format(basis=BASIS) + "Pasal 1\nWarga merawat pohon-pohonnya."))
    told = [one for one in lint(naskah, state="penyusunan", on=date(2026, 11, 24)) if one.rule == "PD-61"]
    assert [(one.quote, one.replacement) for one in told] == [("pohon-pohonnya", "pohonnya")]


# ---- others


def test_a_village_feast_keeps_its_name() -> None:
    body = defined("Desa adalah Desa Contoh.", then="Warga mengikuti bersih desa dan menjaga desa.")
    assert found("PD-48", body) == [("Pasal 2", "desa")]
    assert found("PD-48", body.replace(" dan menjaga desa", "")) == []


def test_a_unit_with_several_bans_is_shown_to_a_person_once_and_a_house_of_prayer_takes_no_right() -> None:
    twice = "Pasal 1\nPerempuan dilarang keluar malam. Perempuan dilarang menikah muda."
    assert len(found("PD-84", twice)) == 1
    assert found("PD-84", "Pasal 1\nWarga dilarang memasang pipa, kecuali ke rumah ibadah.") == []


def test_a_meeting_is_no_legal_basis() -> None:
    at = [
        where
        for where, _ in found(
            "PD-28", "Pasal 1\nSatu.", basis="Musyawarah Desa Contoh tanggal 6 Februari 2024"
        )
    ]
    assert at == ["Mengingat angka 1"]


def test_a_number_with_two_dots_is_a_number() -> None:
    naskah = parse(blocks_of(HEAD.format(basis=f"{BASIS};\n2..{BASIS}")))
    mengingat = naskah.part("mengingat")
    assert mengingat
    assert [(item.number, item.text[:9]) for item in mengingat.children] == [
        ("1.", "Peraturan"),
        ("2.", "Peraturan"),
    ]


def test_who_has_to_pay_is_somebody() -> None:
    body = "Pasal 1\n(1) Wajib Bayar yang terlambat membayar dikenai denda.\n(2) Wajib melapor setiap bulan."
    assert found("PD-64", body) == [("Pasal 1 ayat (2)", "Wajib melapor")]


@pytest.mark.parametrize(
    ("item", "told"),
    [("Karang Taruna;", False), ("Pos Pelayanan Terpadu;", False), ("Membuang Sampah;", True), ("Setiap Orang;", True), ("Sampah;", True)],
)  # fmt: skip
def test_a_name_keeps_its_capital_at_the_head_of_an_item(item: str, told: bool) -> None:
    listed = found("PD-42", f"Pasal 1\nAda:\na. kader;\nb. {item}\nc. guru; dan\nd. petani.")
    assert listed == ([("Pasal 1 huruf b", item.split(maxsplit=1)[0].rstrip(";"))] if told else [])


def test_an_annex_that_shows_a_form_may_have_blanks_but_not_in_its_head() -> None:
    body = "Pasal 1\nBentuk kartu tercantum dalam Lampiran.\nLAMPIRAN\nPERATURAN DESA CONTOH\nNOMOR {number} TAHUN 2026\nTENTANG\nPELAYANAN AIR\n{title}\nNama Pelanggan : .........."
    assert found("PD-88", body.format(number="3", title="BENTUK KARTU")) == []
    assert found("PD-88", body.format(number="3", title="DAFTAR PELANGGAN")) == [("Lampiran", "...")]
    signed = parse(blocks_of(HEAD.format(basis=BASIS) + body.format(number="...", title="BENTUK KARTU")))
    told = [one.at for one in lint(signed, state="berlaku", on=date(2026, 11, 24)) if one.rule == "PD-88"]
    assert told == ["Lampiran judul"]


def test_words_before_their_digits_are_turned_round() -> None:
    naskah = parse(
        blocks_of(
            HEAD.format(basis=BASIS)
            + "Pasal 1\nWarga lapor paling lambat tujuh (7) hari menurut ayat dua (3)."
        )
    )
    told = [one for one in lint(naskah, state="penyusunan", on=date(2026, 11, 24)) if one.rule == "PD-63"]
    assert [(one.quote, one.replacement) for one in told] == [("tujuh (7)", "7 (tujuh)")]


@pytest.mark.parametrize(
    ("title", "mended"),
    [("P E M B I A Y A A N", "PEMBIAYAAN"), ("K E T E N T U A N   U M U M", "KETENTUAN UMUM"), ("K E T E N T U A N U M U M S A J A", None)],
)  # fmt: skip
def test_letters_apart_are_joined_to_words_where_it_is_certain(title: str, mended: str | None) -> None:
    naskah = parse(blocks_of(HEAD.format(basis=BASIS) + f"BAB I\n{title}\nPasal 1\nSatu."))
    told = [one for one in lint(naskah, state="penyusunan", on=date(2026, 11, 24)) if one.rule == "PD-10"]
    assert [(one.at, one.replacement) for one in told] == [("BAB I", mended)]


def test_a_term_whose_definition_begins_small_is_still_used() -> None:
    assert found("PD-47", defined("ronda adalah giliran jaga.", then="Ronda dijalankan warga.")) == []


@pytest.mark.parametrize(
    ("words", "quote", "mended"),
    [
        (
            "Luas kandang tidak boleh kurang dari 4 (empat) meter.",
            "tidak boleh kurang dari",
            "paling sedikit",
        ),
        ("Kecepatan tidak boleh melebihi 20 (dua puluh) kilometer.", "tidak boleh melebihi", "paling banyak"),
        ("Warga tidak boleh mencuri.", "tidak boleh", "dilarang"),
    ],
)
def test_a_limit_is_no_ban(words: str, quote: str, mended: str) -> None:
    naskah = parse(blocks_of(HEAD.format(basis=BASIS) + f"Pasal 1\n{words}"))
    told = [one for one in lint(naskah, state="penyusunan", on=date(2026, 11, 24)) if one.rule == "PD-62"]
    assert [(one.quote, one.replacement) for one in told] == [(quote, mended)]


def test_a_ban_on_marrying_children_guards_a_right() -> None:
    assert found("PD-84", "Pasal 1\nWarga dilarang melakukan perkawinan di bawah umur.") == []
    assert found("PD-84", "Pasal 1\nWarga dilarang melakukan perkawinan dengan warga lain.") != []


def test_a_reference_without_its_dalam_or_pada_is_told() -> None:
    body = "Pasal 1\n(1) Warga lapor.\n(2) Laporan dimaksud ayat (1) lisan.\nPasal 2\nKewajiban dimaksud Pasal 1 berlaku."
    assert found("PD-55", body) == [
        ("Pasal 1 ayat (2)", "dimaksud ayat (1)"),
        ("Pasal 2", "dimaksud Pasal 1"),
    ]


def test_what_everybody_calls_by_its_letters_needs_no_definition() -> None:
    body = "Pasal 1\nTagihan PLN dibayar pukul 08.00 WIB, pos dijaga TNI dan dipantau CCTV, laporan dikirim ke DPMD."
    assert [quote for _, quote in found("PD-50", body)] == ["DPMD"]


# ---- PD-25


@pytest.mark.parametrize(
    ("act", "gazette", "told"),
    [
        ("Peraturan Presiden", "(Lembaran Negara Republik Indonesia Tahun 2031 Nomor 9)", False),
        ("Peraturan Presiden", "(Lembaran Negara Nomor 9 Tahun 2031)", True),
        ("Peraturan Pemerintah", "(Lembaran Negara Republik Indonesia Tahun 2031 Nomor 9)", True),
    ],
)
def test_only_a_presidential_regulation_goes_without_an_addition(act: str, gazette: str, told: bool) -> None:
    basis = f"{act} Nomor 7 Tahun 2031 tentang Sumur {gazette}"
    assert bool(found("PD-25", "Pasal 1\nWarga lapor.", basis=basis)) is told


# ---- PD-40


@pytest.mark.parametrize("number", ["{}.", "{})"])
def test_whole_sentences_below_a_pasal_are_its_ayat_also_without_brackets(number: str) -> None:
    first, second = (number.format(value) for value in (1, 2))
    body = f"Pasal 1\n{first} Syarat warga:\na. sehat; dan\nb. jujur.\n{second} Syarat sebagaimana dimaksud pada ayat (1) huruf b mutlak."
    naskah = parse(blocks_of(HEAD.format(basis=BASIS) + body))
    told = lint(naskah, state="penyusunan", on=date(2026, 11, 24))
    assert [(one.rule, one.at, one.replacement) for one in told if one.at.startswith("Pasal 1")] == [
        ("PD-40", "Pasal 1 ayat (1)", "(1)"),
        ("PD-40", "Pasal 1 ayat (2)", "(2)"),
    ]


# ---- PD-14


@pytest.mark.parametrize("shape", [".", ")"])
def test_considerations_with_capital_letters_are_read_and_told(shape: str) -> None:
    written = f"A{shape} bahwa perlu air;\nB{shape} bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a perlu aturan;"
    naskah = parse(
        blocks_of(HEAD.format(basis=BASIS).replace("a. bahwa perlu;", written) + "Pasal 1\nWarga lapor.")
    )
    told = lint(naskah, state="penyusunan", on=date(2026, 11, 24))
    assert [(one.rule, one.at, one.replacement) for one in told if one.at.startswith("Menimbang")] == [
        ("PD-14", "Menimbang huruf a", "a."),
        ("PD-14", "Menimbang huruf b", "b."),
    ]


# ---- PD-41


def test_a_roman_list_is_told_once_where_letters_are_due() -> None:
    body = "Pasal 1\nPelayanan meliputi:\ni. air minum;\nii. air mandi; dan\niii. air cuci."
    naskah = parse(blocks_of(HEAD.format(basis=BASIS) + body))
    told = [one for one in lint(naskah, state="penyusunan", on=date(2026, 11, 24)) if one.rule == "PD-41"]
    assert [(one.at, one.quote, one.replacement) for one in told] == [("Pasal 1", "i.", "a.")]
