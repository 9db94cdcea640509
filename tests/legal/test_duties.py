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


MORE = """\
Pasal 2
(1) Setiap Rumah Tangga wajib memilah sampah dan dilarang membakar sampah.
(2) Setiap orang yang memelihara ternak harus melapor paling lama 7 (tujuh) hari setelah ternak dibeli.
(3) Kepala Desa berwenang menegur, dan Camat dapat membina.
(4) Pemilik ternak:
a. wajib mengandangkan ternak; dan
b. dilarang melepas ternak di jalan.
(5) Petugas tidak dapat menolak laporan.
(6) Apabila warga tidak dapat hadir, warga wajib memberi kuasa.
(7) Laporan wajib disampaikan oleh Sekretaris Desa kepada BPD setiap 3 (tiga) bulan.
(8) BPD mempunyai tugas mengawasi pelaksanaan Peraturan Desa ini.
(9) Warga yang berhak menerima bantuan wajib mendaftar sebelum tanggal 10 setiap bulan.
(10) Warga wajib membayar iuran selambat-lambatnya tanggal 5 setiap bulan agar dapat dilayani.
Pasal 3
Setiap orang dilarang:
a. membuang sampah di:
1. sungai; dan
2. jalan; dan
b. berjudi.
"""


def test_sentences_of_every_make_give_the_norms_that_a_reader_takes_from_them() -> None:
    found = [(str(d.at), d.who, d.operator, d.what, d.by_when) for d in duties(parse(blocks_of(MORE)))]
    assert found == [
        ("Pasal 2 ayat (1)", "Setiap Rumah Tangga", "wajib", "memilah sampah", ""),
        ("Pasal 2 ayat (1)", "Setiap Rumah Tangga", "dilarang", "membakar sampah", ""),
        ("Pasal 2 ayat (2)", "Setiap orang yang memelihara ternak", "harus", "melapor paling lama 7 (tujuh) hari setelah ternak dibeli", "paling lama 7 (tujuh) hari setelah ternak dibeli"),
        ("Pasal 2 ayat (3)", "Kepala Desa", "berwenang", "menegur", ""),
        ("Pasal 2 ayat (3)", "Camat", "dapat", "membina", ""),
        ("Pasal 2 ayat (4) huruf a", "Pemilik ternak", "wajib", "mengandangkan ternak", ""),
        ("Pasal 2 ayat (4) huruf b", "Pemilik ternak", "dilarang", "melepas ternak di jalan", ""),
        ("Pasal 2 ayat (6)", "warga", "wajib", "memberi kuasa", ""),
        ("Pasal 2 ayat (7)", "Sekretaris Desa", "wajib", "Laporan disampaikan oleh Sekretaris Desa kepada BPD setiap 3 (tiga) bulan", "setiap 3 (tiga) bulan"),
        ("Pasal 2 ayat (8)", "BPD", "bertugas", "mengawasi pelaksanaan Peraturan Desa ini", ""),
        ("Pasal 2 ayat (9)", "Warga yang berhak menerima bantuan", "wajib", "mendaftar sebelum tanggal 10 setiap bulan", "sebelum tanggal 10 setiap bulan"),
        ("Pasal 2 ayat (10)", "Warga", "wajib", "membayar iuran selambat-lambatnya tanggal 5 setiap bulan agar dapat dilayani", "selambat-lambatnya tanggal 5 setiap bulan agar dapat dilayani"),
        ("Pasal 3 huruf a", "Setiap orang", "dilarang", "membuang sampah di: sungai; dan jalan", ""),
        ("Pasal 3 huruf b", "Setiap orang", "dilarang", "berjudi", ""),
    ]  # fmt: skip


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
