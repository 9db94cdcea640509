"""The task list that a regulation leaves behind."""

from perdes_flow.legal.definitions import definitions
from perdes_flow.legal.duties import duties
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of

TEXT = """\
Pasal 1
Dalam Peraturan Desa ini yang dimaksud dengan:
1. Desa adalah Desa Contoh.
2. Badan Permusyawaratan Desa yang selanjutnya disingkat BPD adalah lembaga yang melaksanakan fungsi pemerintahan.
3. Pekerja Migran Indonesia (PMI) adalah warga yang bekerja di luar negeri.
4. Istilah lain dipakai menurut kebiasaan.
Pasal 2
(1) Pemerintah Desa wajib mengumumkan informasi paling lambat 3 (tiga) hari sejak diterima.
(2) Dalam hal informasi sebagaimana dimaksud pada ayat (1) keliru, Sekretaris Desa bertugas:
a. memperbaikinya dalam jangka waktu 1 (satu) hari; dan
b. memberitahu warga.
(3) Setiap orang dilarang memungut biaya. PMI berhak memperoleh salinan.
Pasal 3
Laporan disampaikan kepada BPD.
"""


def test_each_norm_is_listed_with_who_what_and_by_when() -> None:
    found = [(str(d.at), d.who, d.operator, d.what, d.by_when) for d in duties(parse(blocks_of(TEXT)))]
    assert found == [
        (
            "Pasal 2 ayat (1)",
            "Pemerintah Desa",
            "wajib",
            "mengumumkan informasi paling lambat 3 (tiga) hari sejak diterima",
            "paling lambat 3 (tiga) hari sejak diterima",
        ),
        (
            "Pasal 2 ayat (2) huruf a",
            "Sekretaris Desa",
            "bertugas",
            "memperbaikinya dalam jangka waktu 1 (satu) hari",
            "dalam jangka waktu 1 (satu) hari",
        ),
        ("Pasal 2 ayat (2) huruf b", "Sekretaris Desa", "bertugas", "memberitahu warga", ""),
        ("Pasal 2 ayat (3)", "Setiap orang", "dilarang", "memungut biaya", ""),
        ("Pasal 2 ayat (3)", "PMI", "berhak", "memperoleh salinan", ""),
    ]


def test_each_definition_is_read_with_its_term_and_its_short_form() -> None:
    found = [(str(d.at), d.term, d.short, d.used, d.meaning) for d in definitions(parse(blocks_of(TEXT)))]
    assert found == [
        ("Pasal 1 angka 1", "Desa", "", "Desa", "Desa Contoh."),
        (
            "Pasal 1 angka 2",
            "Badan Permusyawaratan Desa",
            "BPD",
            "BPD",
            "lembaga yang melaksanakan fungsi pemerintahan.",
        ),
        ("Pasal 1 angka 3", "Pekerja Migran Indonesia", "PMI", "PMI", "warga yang bekerja di luar negeri."),
    ]
