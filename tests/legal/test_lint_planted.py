"""One defect planted in a clean regulation: its rule finds it, once, at the right unit, and no other rule speaks."""

from datetime import date

import pytest

from perdes_flow.legal.linting import RULES, lint
from perdes_flow.legal.linting.finding import Finding
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of

TODAY = date(2026, 11, 24)

CLEAN = """\
KEPALA DESA CONTOH
KABUPATEN BLITAR
PERATURAN DESA CONTOH
NOMOR 3 TAHUN 2026
TENTANG
PELINDUNGAN PEKERJA MIGRAN INDONESIA
DENGAN RAHMAT TUHAN YANG MAHA ESA
KEPALA DESA CONTOH,
Menimbang: a. bahwa setiap warga berhak atas pekerjaan yang layak;
b. bahwa banyak warga bekerja di luar negeri tanpa dokumen;
c. bahwa menurut Pasal 42 Undang-Undang Nomor 18 Tahun 2017 tentang Pelindungan Pekerja Migran Indonesia, Pemerintah Desa bertugas melindungi;
d. bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, huruf b, dan huruf c, perlu menetapkan Peraturan Desa tentang Pelindungan Pekerja Migran Indonesia;
Mengingat: 1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 7, Tambahan Lembaran Negara Republik Indonesia Nomor 5495) sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 3 Tahun 2024 tentang Perubahan Kedua atas Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2024 Nomor 77, Tambahan Lembaran Negara Republik Indonesia Nomor 6914);
2. Undang-Undang Nomor 18 Tahun 2017 tentang Pelindungan Pekerja Migran Indonesia (Lembaran Negara Republik Indonesia Tahun 2017 Nomor 242, Tambahan Lembaran Negara Republik Indonesia Nomor 6141);
3. Peraturan Pemerintah Nomor 43 Tahun 2014 tentang Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 123, Tambahan Lembaran Negara Republik Indonesia Nomor 5539) sebagaimana telah beberapa kali diubah terakhir dengan Peraturan Pemerintah Nomor 11 Tahun 2019 tentang Perubahan Kedua atas Peraturan Pemerintah Nomor 43 Tahun 2014 tentang Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2019 Nomor 41, Tambahan Lembaran Negara Republik Indonesia Nomor 6321);
4. Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 tentang Pedoman Teknis Peraturan di Desa (Berita Negara Republik Indonesia Tahun 2014 Nomor 2091);
Dengan Kesepakatan Bersama
BADAN PERMUSYAWARATAN DESA CONTOH
dan
KEPALA DESA CONTOH
MEMUTUSKAN:
Menetapkan: PERATURAN DESA TENTANG PELINDUNGAN PEKERJA MIGRAN INDONESIA.
BAB I
KETENTUAN UMUM
Pasal 1
Dalam Peraturan Desa ini yang dimaksud dengan:
1. Desa adalah Desa Contoh.
2. Pemerintah Desa adalah Kepala Desa dibantu perangkat Desa sebagai unsur penyelenggara Pemerintahan Desa.
3. Pekerja Migran Indonesia yang selanjutnya disingkat PMI adalah setiap warga negara Indonesia yang akan, sedang, atau telah melakukan pekerjaan dengan menerima upah di luar wilayah Republik Indonesia.
BAB II
TUGAS PEMERINTAH DESA
Bagian Kesatu
Umum
Pasal 2
(1) Pemerintah Desa bertugas:
a. memberikan informasi pekerjaan:
1. secara tertulis; dan
2. secara lisan;
b. melakukan pencatatan PMI;
c. memfasilitasi administrasi kependudukan; dan
d. melakukan pemantauan keberangkatan dan kepulangan PMI.
(2) Tugas sebagaimana dimaksud pada ayat (1) dilakukan paling lambat 3 (tiga) hari sejak permohonan diterima.
Bagian Kedua
Pelaksanaan di Lapangan
Paragraf 1
Petugas
Pasal 3
(1) Kepala Desa menunjuk petugas untuk melaksanakan tugas sebagaimana dimaksud dalam Pasal 2 ayat (1).
(2) Petugas wajib melapor setiap bulan.
Paragraf 2
Pemberdayaan
Pasal 4
Pemerintah Desa melakukan pemberdayaan PMI dan keluarganya menurut rencana yang tercantum dalam Lampiran yang merupakan bagian yang tidak terpisahkan dari Peraturan Desa ini.
BAB III
PEMBIAYAAN
Pasal 5
Biaya pelaksanaan Peraturan Desa ini dibebankan pada anggaran Pemerintah Desa.
BAB IV
KETENTUAN PERALIHAN
Pasal 6
Perjanjian yang telah ada tetap berlaku sampai dengan jangka waktunya berakhir.
BAB V
KETENTUAN PENUTUP
Pasal 7
Pada saat Peraturan Desa ini mulai berlaku, Peraturan Desa Contoh Nomor 2 Tahun 2019 tentang Warga Perantau dicabut dan dinyatakan tidak berlaku.
Pasal 8
Peraturan Desa ini mulai berlaku pada tanggal diundangkan.
Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Desa ini dengan penempatannya dalam Lembaran Desa Contoh.
Ditetapkan di Contoh
pada tanggal 2 November 2026
KEPALA DESA CONTOH,
BUDI UMPAMA
Diundangkan di Contoh
pada tanggal 5 November 2026
SEKRETARIS DESA CONTOH,
SITI MISAL
LEMBARAN DESA CONTOH TAHUN 2026 NOMOR 3
PENJELASAN
ATAS
PERATURAN DESA CONTOH
I. UMUM
Desa melindungi warganya.
II. PASAL DEMI PASAL
Pasal 1
Cukup jelas.
Pasal 2
Cukup jelas.
Pasal 3
Cukup jelas.
Pasal 4
Cukup jelas.
Pasal 5
Cukup jelas.
Pasal 6
Cukup jelas.
Pasal 7
Cukup jelas.
Pasal 8
Cukup jelas.
LAMPIRAN
PERATURAN DESA CONTOH
NOMOR 3 TAHUN 2026
TENTANG
PELINDUNGAN PEKERJA MIGRAN INDONESIA
No\tKegiatan\tWaktu
1\tPelatihan\tJanuari
2\tPendampingan\tMaret
"""

# rule | address | what stands in the clean text | what is put in its place
PLANTED = r"""
PD-01|Judul|KABUPATEN BLITAR\n|
PD-01|Judul|KEPALA DESA CONTOH\nKABUPATEN BLITAR\n|KABUPATEN BLITAR\nKEPALA DESA CONTOH\n
PD-02|Judul|KABUPATEN BLITAR\n|KECAMATAN GANDUSARI\nKABUPATEN BLITAR\n
PD-03|Penutup|SEKRETARIS DESA CONTOH,|SEKRETARIS DESA MAKMUR,
PD-03|Pembukaan|PERMUSYAWARATAN DESA CONTOH|PERMUSYAWARATAN DESA MAKMUR
PD-03|Pasal 1 angka 1|Desa adalah Desa Contoh.|Desa adalah Desa Makmur.
PD-04|Judul|NOMOR 3 TAHUN 2026\nTENTANG\nPELINDUNGAN PEKERJA MIGRAN INDONESIA\nDENGAN|NOMOR : 3 TAHUN 2026\nTENTANG\nPELINDUNGAN PEKERJA MIGRAN INDONESIA\nDENGAN
PD-05|Judul|NOMOR 3 TAHUN 2026|NOMOR 03 TAHUN 2026
PD-06|Judul|INDONESIA\nDENGAN|INDONESIA.\nDENGAN
PD-07|Judul|PELINDUNGAN PEKERJA MIGRAN INDONESIA|PENGELOLAAN BUMDES
PD-08|Judul|PERATURAN DESA CONTOH\nNOMOR|RANCANGAN\nPERATURAN DESA CONTOH\nNOMOR
PD-09|Judul|PELINDUNGAN PEKERJA MIGRAN INDONESIA|REVISI PERATURAN DESA TENTANG PELINDUNGAN
PD-10|Pembukaan|DESA CONTOH\ndan|DESA C O N T O H\ndan
PD-11|Judul|NOMOR 3 TAHUN 2026\nTENTANG\nPELINDUNGAN PEKERJA MIGRAN INDONESIA\nDENGAN|NOMOR 3 TAHUN 2026 TENTANG\nPELINDUNGAN PEKERJA MIGRAN INDONESIA\nDENGAN
PD-12|Judul|DENGAN RAHMAT|DENGAN RAKHMAT
PD-13|Judul|MAHA ESA\nKEPALA DESA CONTOH,|MAHA ESA\nKEPALA DESA CONTOH
PD-13|Judul|MAHA ESA\nKEPALA DESA CONTOH,\n|MAHA ESA\n
PD-14|Menimbang huruf c|\nb. bahwa banyak warga|\nc. bahwa banyak warga
PD-15|Menimbang huruf b|b. bahwa banyak|b. Bahwa banyak
PD-16|Menimbang huruf b|tanpa dokumen;|tanpa dokumen.
PD-17|Menimbang huruf d|huruf a, huruf b, dan huruf c|huruf a, b dan huruf c
PD-17|Menimbang huruf d|huruf a, huruf b, dan huruf c|huruf a dan huruf b
PD-18|Menimbang huruf d|tentang Pelindungan Pekerja Migran Indonesia;\nMengingat|tentang Pelindungan Warga;\nMengingat
PD-19|Menimbang huruf a|a. bahwa setiap warga berhak|a. bahwa menurut Undang-Undang Nomor 39 Tahun 1999 setiap warga berhak
PD-20|Mengingat angka 4|Nomor 2091);|Nomor 2091).
PD-21|Mengingat angka 1|1. Undang-Undang Nomor 6|1. Peraturan Presiden Nomor 1 Tahun 2015;\n2. Undang-Undang Nomor 6
PD-23|Mengingat angka 1| sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 3 Tahun 2024 tentang Perubahan Kedua atas Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2024 Nomor 77, Tambahan Lembaran Negara Republik Indonesia Nomor 6914)|
PD-24|Mengingat angka 3|Tahun 2014 Nomor 123|Tahun 2014 Nomor 213
PD-24|Mengingat angka 2|Nomor 6141|Nomor 6114
PD-24|Mengingat angka 4|Peraturan di Desa|Peraturan Desa
PD-25|Mengingat angka 2|Tahun 2017 Nomor 242, Tambahan Lembaran Negara Republik Indonesia Nomor 6141)|Nomor 242 Tahun 2017)
PD-26|Mengingat angka 5|Nomor 2091);|Nomor 2091);\n5. Peraturan Menteri Dalam Negeri Nomor 113 Tahun 2014 tentang Pengelolaan Keuangan Desa;
PD-27|Mengingat angka 5|Nomor 2091);|Nomor 2091);\n5. Peraturan Bupati Blitar Nomor ... Tahun ... tentang Kewenangan Desa;
PD-28|Mengingat angka 5|Nomor 2091);|Nomor 2091);\n5. Surat Edaran Bupati Blitar Nomor 3 Tahun 2020 tentang Desa;
PD-29|Mengingat angka 2|Tahun 2017 tentang Pelindungan Pekerja Migran Indonesia (|Tahun 2017, Tentang Pelindungan Pekerja Migran Indonesia (
PD-30|Pembukaan|Dengan Kesepakatan Bersama|Dengan Persetujuan Bersama
PD-31|Pembukaan|BADAN PERMUSYAWARATAN DESA CONTOH\ndan\n|
PD-32|Pembukaan|MEMUTUSKAN:|M E M U T U S K A N :
PD-33|Pembukaan|Dengan Kesepakatan Bersama\nBADAN PERMUSYAWARATAN DESA CONTOH\ndan\nKEPALA DESA CONTOH\nMEMUTUSKAN:|MEMUTUSKAN:\nDengan Kesepakatan Bersama\nBADAN PERMUSYAWARATAN DESA CONTOH\ndan\nKEPALA DESA CONTOH
PD-34|Menetapkan|INDONESIA.\nBAB I|INDONESIA\nBAB I
PD-34|Menetapkan|PERATURAN DESA TENTANG|PERATURAN DESA CONTOH TENTANG
PD-35|BAB 2|BAB II\n|BAB 2\n
PD-35|BAB VI|BAB III\n|BAB VI\n
PD-35|BAB II|TUGAS PEMERINTAH DESA|Tugas Pemerintah Desa
PD-36|BAB II Paragraf 1|BAB II\nTUGAS PEMERINTAH DESA\n|BAB II\nTUGAS PEMERINTAH DESA\nParagraf 1\nDasar\nPasal 2\nCukup.\nBAB III\nPELAKSANAAN\n
PD-37|BAB II Bagian 1|Bagian Kesatu|Bagian 1
PD-37|BAB II Bagian Kedua|Pelaksanaan di Lapangan|Pelaksanaan di lapangan
PD-38|BAB II Bagian Kedua Paragraf II|Paragraf 2|Paragraf II
PD-39|Pasal 9|Pasal 8\nPeraturan|Pasal 9\nPeraturan
PD-40|Pasal 3 ayat (3)|(2) Petugas|(3) Petugas
PD-40|Pasal 5 ayat (1)|Biaya pelaksanaan|(1) Biaya pelaksanaan
PD-41|Pasal 2 ayat (1) huruf a|1. secara tertulis; dan\n2. secara|a) secara tertulis; dan\nb) secara
PD-42|Pasal 2 ayat (1) huruf b|b. melakukan|b. Melakukan
PD-42|Pasal 2 ayat (1) huruf d|kepulangan PMI.|kepulangan PMI;
PD-43|Pasal 2 ayat (1) huruf c|kependudukan; dan|kependudukan;
PD-44|Pasal 1|dimaksud dengan:|dimaksud dengan :
PD-44|BAB I|KETENTUAN UMUM|PENGERTIAN
PD-45|Pasal 1 angka 2|2. Pemerintah Desa adalah|(2) Pemerintah Desa adalah
PD-45|Pasal 1 angka 2|Pemerintahan Desa.|Pemerintahan Desa;
PD-46|Pasal 1 angka 3|yang selanjutnya disingkat PMI adalah|(PMI) adalah
PD-47|Pasal 1 angka 4|Republik Indonesia.\n|Republik Indonesia.\n4. Penyalur Resmi adalah badan usaha.\n
PD-48|Pasal 5|anggaran Pemerintah Desa|anggaran pemerintah desa
PD-49|Pasal 1 angka 3|yang akan, sedang, atau telah melakukan|yang telah melakukan
PD-50|Pasal 3 ayat (2)|wajib melapor|wajib melapor kepada DPMD
PD-51|BAB V|PERALIHAN|SEMENTARA@@KETENTUAN PENUTUP|KETENTUAN PERALIHAN@@KETENTUAN SEMENTARA|KETENTUAN PENUTUP
PD-52|Pasal 3 ayat (2)|wajib melapor setiap bulan.|yang lalai dipidana kurungan.
PD-53|BAB III|PEMBIAYAAN\nPasal 5\n|SANKSI ADMINISTRATIF\nPasal 5\n
PD-54|Pasal 3 ayat (1)|Pasal 2 ayat (1)|Pasal 2 ayat (4)
PD-55|Pasal 3 ayat (1)|dalam Pasal 2 ayat (1)|dalam Pasal (2)
PD-55|Pasal 2 ayat (2)|pada ayat (1)|dalam ayat (1)
PD-56|Pasal 3 ayat (2)|wajib melapor|wajib melapor menurut Pasal ini
PD-57|Pasal 2 ayat (2)|dimaksud pada ayat (1) dilakukan|dimaksud dalam Pasal 5 dilakukan
PD-58|Pasal 6|sampai dengan|s/d
PD-59|Pasal 6|yang telah ada tetap|dan atau kesepakatan tetap
PD-60|Pasal 3 ayat (2)|setiap bulan.|setiap bulan, dan lain-lain.
PD-61|Pasal 3 ayat (2)|Petugas wajib|Petugas-petugas wajib
PD-62|Pasal 3 ayat (2)|wajib melapor|tidak boleh lalai
PD-63|Pasal 2 ayat (2)|3 (tiga) hari|3 hari
PD-63|Pasal 2 ayat (2)|3 (tiga) hari|3 (lima) hari
PD-64|Pasal 3 ayat (2)|Petugas wajib melapor|Laporan wajib dibuat
PD-65|Naskah|PEMBIAYAAN\nPasal 5\nBiaya pelaksanaan Peraturan Desa ini dibebankan pada anggaran Pemerintah Desa.|PELAPORAN\nPasal 5\nKepala Desa melapor kepada Bupati.
PD-66|Naskah|Pasal 8\nPeraturan Desa ini mulai berlaku pada tanggal diundangkan.|Pasal 8\nKepala Desa melaksanakan ketentuan ini.
PD-66|Pasal 8|pada tanggal diundangkan.|sejak diundangkan.
PD-67|Penutup|dalam Lembaran Desa Contoh.|dalam Lembaran Desa.
PD-67|Penutup|Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Desa ini dengan penempatannya dalam Lembaran Desa Contoh.\n|
PD-68|Pasal 8|pada tanggal diundangkan.|pada tanggal 1 Januari 2026.
PD-69|Pasal 7|Pada saat Peraturan Desa ini mulai berlaku, Peraturan|Peraturan
PD-70|Penutup|BUDI UMPAMA|Drs. H. BUDI UMPAMA, M.Si
PD-70|Penutup|KEPALA DESA CONTOH,\nBUDI|KEPALA DESA CONTOH\nBUDI
PD-71|Penutup|SEKRETARIS DESA CONTOH,|SEKRETARIS DESA CONTOH
PD-72|Penutup|tanggal 5 November 2026|tanggal 1 November 2026
PD-72|Penutup|tanggal 5 November 2026|tanggal Senin, 5 November 2026
PD-73|Penutup|5 November 2026|5 Nopember 2026
PD-74|Penutup|LEMBARAN DESA CONTOH TAHUN 2026 NOMOR 3|LEMBARAN DESA CONTOH NOMOR 3 TAHUN 2026
PD-75|Penutup|dalam Lembaran Desa Contoh|dalam Berita Desa Contoh
PD-76|Penutup|2 November 2026|2 November 2025
PD-76|Penutup|CONTOH TAHUN 2026 NOMOR 3\nPENJELASAN|CONTOH TAHUN 2025 NOMOR 3\nPENJELASAN
PD-77|Pasal 4|yang merupakan bagian yang tidak terpisahkan dari Peraturan Desa ini.|Peraturan Desa ini.
PD-77|Pasal 4|LAMPIRAN\nPERATURAN DESA CONTOH\nNOMOR 3 TAHUN 2026\nTENTANG\nPELINDUNGAN PEKERJA MIGRAN INDONESIA\nNo|No
PD-77|Lampiran|menurut rencana yang tercantum dalam Lampiran yang merupakan bagian yang tidak terpisahkan dari Peraturan Desa ini.|menurut rencana.
PD-78|Lampiran|LAMPIRAN\nPERATURAN DESA CONTOH\nNOMOR 3|LAMPIRAN\nPERATURAN DESA CONTOH\nNOMOR 4
PD-79|Penjelasan|Pasal 6\nCukup jelas.\nPasal 7|Pasal 7
PD-79|Penjelasan|I. UMUM\nDesa melindungi warganya.\n|
PD-82|Judul|KEPALA DESA CONTOH\nKAB|PEMERINTAH KABUPATEN BLITAR\nKEPALA DESA CONTOH\nKAB
PD-83|Pasal 5|Biaya pelaksanaan|Setiap warga membayar iuran wajib. Biaya pelaksanaan
PD-84|Pasal 3 ayat (2)|Petugas wajib melapor|Setiap orang dilarang bekerja ke luar negeri tanpa melapor
PD-85|Pasal 4|pemberdayaan PMI|pemberdayaan TKI
PD-86|Naskah|c. memfasilitasi administrasi kependudukan; dan|c. memfasilitasi pembuatan dokumen; dan
PD-88|Pasal 5|anggaran Pemerintah Desa|anggaran (Nama Desa)
PD-88|Pasal 3 ayat (2)|setiap bulan|setiap …
"""
# findings that a defect brings along by its nature
BROUGHT_ALONG = {
      "PD-07": {"PD-18", "PD-34", "PD-78"}, "PD-09": {"PD-18", "PD-34", "PD-78"},
    "PD-14": {"PD-17"}, "PD-21": {"PD-20"}, "PD-32": {"PD-10"}, "PD-36": {"PD-35", "PD-39", "PD-54"}, "PD-39": {"PD-79"},
    "PD-66": {"PD-64"}, "PD-68": set(), "PD-77": {"PD-01"}, "PD-85": {"PD-50"},
}  # fmt: skip


def lint_text(text: str) -> tuple[Finding, ...]:
    return lint(parse(blocks_of(text)), state="diundangkan", on=TODAY)


def planted() -> list[tuple[str, str, str]]:
    cases = []
    for line in PLANTED.strip().split("\n"):
        rule, at, edits = line.split("|", 2)
        text = CLEAN
        for edit in edits.split("@@"):
            old, new = edit.replace("\\n", "\n").split("|")
            assert old in text, (rule, old)
            text = text.replace(old, new) if rule in ("PD-07", "PD-09") else text.replace(old, new, 1)
        cases.append((rule, at, text))
    return cases


def test_the_clean_regulation_has_nothing_to_mend() -> None:
    assert lint_text(CLEAN) == ()


@pytest.mark.parametrize(("rule", "at", "text"), planted())
def test_a_planted_defect_is_found_at_its_place_and_nothing_else(rule: str, at: str, text: str) -> None:
    found = lint_text(text)
    assert [(finding.rule, finding.at) for finding in found if finding.rule == rule] == [(rule, at)]
    assert {finding.rule for finding in found} <= {rule} | BROUGHT_ALONG.get(rule, set())
    assert all(finding.message and finding.fix for finding in found)


def test_every_rule_is_planted_at_least_once() -> None:
    needs_more_than_a_text = {"PD-22", "PD-80", "PD-81", "PD-87", "PD-89", "PD-90"}
    asked = {rule.id for rule in RULES if rule.id.startswith("PD")}  # the process rules: test_lint_process
    assert asked - {rule for rule, _, _ in planted()} == needs_more_than_a_text
