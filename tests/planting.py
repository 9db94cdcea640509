"""Defects of every rule, planted by lot in generated regulations; what is found is counted rule by rule.

python tests/planting.py --shared ../shared --drafts 300        the whole run, a line a rule; exit code 1 where one was missed

A defect is a pattern in the text of a clean regulation and what is put in its place; the lot says which of all the places it is.
It must be found once, at the unit where it stands, and nothing else may be found that was not there before, except what comes
along by nature (a Pasal with a wrong number makes the reference to it lead nowhere).
"""

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).parent))

from generated_regulations import generated, load_generator

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.linting import lint
from perdes_flow.legal.parser import parse
from perdes_flow.legal.plain_text import blocks_of
from perdes_flow.legal.units import Naskah

TODAY = date(2026, 11, 24)


@dataclass(frozen=True)
class Defect:
    """`at` is the address of the finding; "" for the unit of the line that changed. `along`: rules that come with it.

    `needs` must stand somewhere in the text, else there is no defect to plant.
    """

    rule: str
    pattern: str
    put: str
    at: str = ""
    along: frozenset[str] = frozenset()
    needs: str = ""


def defect(rule: str, pattern: str, put: str, at: str = "", along: str = "", needs: str = "") -> Defect:
    return Defect(rule, pattern, put, at, frozenset(along.split()), needs)


_AYAT = r"^(?P<n>\(\d\) (?!.*(?:Lampiran|wajib di|dapat di))[A-Z][^:\n]*[a-z0-9)])\.$"  # an ayat of one line, without a list
_TITLE = r"(?<=^TENTANG\n)(?P<t>[A-Z ,]+)$(?=\nDENGAN)"


def _in_ayat(rule: str, *words: str, along: str = "") -> list[Defect]:
    return [defect(rule, _AYAT, rf"\g<n> {one}.", along=along) for one in words]


DEFECTS: tuple[Defect, ...] = (
    # the heading
    defect("PD-01", r"\AKEPALA DESA .*\n", "", "Judul"),
    defect("PD-01", r"^KABUPATEN .*\n(?=PERATURAN)", "", "Judul"),
    defect("PD-01", r"\A(KEPALA DESA .*\n)(KABUPATEN .*\n)", r"\2\1", "Judul"),
    defect("PD-02", r"^(KABUPATEN .*\n)(?=PERATURAN)", r"KECAMATAN GANDUSARI\n\1", "Judul"),
    defect("PD-02", r"^(KABUPATEN .*\n)(?=PERATURAN)", r"\1KECAMATAN GANDUSARI\n", "Judul"),
    defect("PD-03", r"^(BADAN PERMUSYAWARATAN DESA) .*$", r"\1 MAKMUR JAYA", "Pembukaan"),
    defect("PD-03", r"^(SEKRETARIS DESA) .*,$", r"\1 MAKMUR JAYA,", "Penutup"),
    defect("PD-03", r"^(\d+\. Desa adalah Desa) [A-Z]\w+", r"\1 Makmurjaya"),
    defect("PD-04", r"^NOMOR (\d+) TAHUN(?=.*\nTENTANG\n.*\nDENGAN)", r"NOMOR : \1 TAHUN", "Judul"),
    defect("PD-04", r"^NOMOR (\d+) TAHUN (?=.*\nTENTANG\n.*\nDENGAN)", r"NOMOR \1/", "Judul"),
    defect("PD-04", r"^NOMOR (\d+) TAHUN(?=.*\nTENTANG\n.*\nDENGAN)", r"NOMOR: \1 TAHUN", "Judul"),
    defect("PD-05", r"^NOMOR (\d+) TAHUN(?=.*\nTENTANG\n.*\nDENGAN)", r"NOMOR 0\1 TAHUN", "Judul"),
    defect("PD-06", _TITLE, r"\g<t>.", "Judul"),
    defect("PD-06", _TITLE, r"\g<t>;", "Judul"),
    defect("PD-07", _TITLE, r"\g<t> DAN RKPDES", "Judul", "PD-18 PD-34 PD-78"),
    defect("PD-07", _TITLE, r"\g<t> OLEH BPD", "Judul", "PD-18 PD-34 PD-78"),
    defect("PD-08", r"^(KABUPATEN .*\n)(?=PERATURAN)", r"\1RANCANGAN\n", "Judul"),
    defect("PD-08", r"^PERATURAN DESA(?=.*\nNOMOR.*\nTENTANG\n.*\nDENGAN)", "RANCANGAN PERATURAN DESA", "Judul"),
    defect("PD-09", _TITLE, r"REVISI PERATURAN DESA TENTANG \g<t>", "Judul", "PD-18 PD-34 PD-78 PD-11"),
    defect("PD-09", _TITLE, r"PERUBAHAN PERATURAN DESA NOMOR 2 TAHUN 2020 TENTANG \g<t>", "Judul", "PD-18 PD-34 PD-78 PD-11"),
    defect("PD-10", r"^(BADAN PERMUSYAWARATAN DESA )(\w)(\w)(\w)(\w)(\w+)$", r"\1\2 \3 \4 \5 \6", "Pembukaan", "PD-03"),
    defect("PD-10", r"^PERATURAN DESA (?=.*\nNOMOR.*\nTENTANG\n.*\nDENGAN)", "P E R A T U R A N DESA ", "Judul", "PD-01"),
    defect("PD-11", r"^(NOMOR .*)\nTENTANG\n(?=.*\nDENGAN)", r"\1 TENTANG\n", "Judul"),
    defect("PD-11", r"^TENTANG\n(?=.*\nDENGAN)", "TENTANG ", "Judul"),
    # the opening
    defect("PD-12", "^DENGAN RAHMAT", "DENGAN RAKHMAT", "Judul"),
    defect("PD-12", r"^DENGAN RAHMAT.*\n", "", "Judul"),
    defect("PD-12", "TUHAN YANG MAHA ESA$", "TUHAN YANG MAHAESA", "Judul"),
    defect("PD-13", r"^(KEPALA DESA .*),(?=\nMenimbang)", r"\1", "Judul"),
    defect("PD-13", r"^KEPALA DESA .*,\n(?=Menimbang)", "", "Judul"),
    defect("PD-13", r"^(KEPALA DESA .*),(?=\nMenimbang)", r"\1;", "Judul"),
    defect("PD-14", r"^b\. (?=bahwa)", "c. ", along="PD-17"),
    defect("PD-14", r"^b\. (?=bahwa)", "• "),
    defect("PD-14", r"^b\. (?=bahwa)", "b) "),
    defect("PD-15", r"^([ab]\.) bahwa", r"\1 Bahwa"),
    defect("PD-15", r"^([ab]\.) bahwa", r"\1 Karena"),
    defect("PD-16", r"^([ab]\. bahwa .*);$", r"\1."),
    defect("PD-16", r"^([ab]\. bahwa .*);$", r"\1"),
    defect("PD-17", "huruf a dan huruf b, perlu", "huruf a dan b, perlu"),
    defect("PD-17", "huruf a dan huruf b, perlu", "huruf a, perlu"),
    defect("PD-17", "huruf a dan huruf b, perlu", "huruf a, huruf b, dan huruf c, perlu"),
    defect("PD-18", r"(perlu menetapkan Peraturan Desa tentang) .*;$", r"\1 Ketertiban Warga;"),
    defect("PD-19", r"^a\. bahwa .*\nb\. (?=.*Undang-Undang)(bahwa .*)$", r"a. \1\nb. bahwa warga memerlukan pelayanan yang adil;"),
    defect("PD-20", r"^([12]\. (?:Undang-Undang|Peraturan Pemerintah) .*);$", r"\1."),
    defect("PD-20", r"^([12])\. (?=(?:Undang-Undang|Peraturan Pemerintah) Nomor)", r"\1) "),
    defect("PD-21", r"^(4\. Peraturan Menteri .*;)$", r"\1\n5. Peraturan Presiden Nomor 11 Tahun 2015 tentang Kementerian;"),
    defect("PD-22", r"^(1\.) Undang-Undang Nomor 6 .*\n2\.", r"\1", "Mengingat", "PD-20"),
    defect("PD-23", r" sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang .*(?=;$)", ""),
    defect("PD-23", r" sebagaimana telah beberapa kali diubah terakhir dengan Peraturan Pemerintah .*(?=;$)", ""),
    defect("PD-24", r"(?<=Tahun 2014 Nomor )(?:7|123|2091)(?=[,)])", "77"),
    defect("PD-24", r"(?<=Republik Indonesia Nomor )(?:5495|6141|5539)\b", "4599"),
    defect("PD-24", r"(?<=tentang )Pedoman Teknis Peraturan di Desa", "Pedoman Peraturan Desa"),
    defect("PD-25", r"\(Lembaran Negara Republik Indonesia Tahun 2017 Nomor 242, .*6141\)", "(Lembaran Negara Nomor 242 Tahun 2017)"),
    defect("PD-25", r"\((Lembaran Negara Republik Indonesia Tahun 2017 Nomor 242, .*6141)\)", r"\1"),
    defect("PD-26", r"^(4\. Peraturan Menteri .*;)$", r"\1\n5. Peraturan Menteri Dalam Negeri Nomor 113 Tahun 2014 tentang Pengelolaan Keuangan Desa;"),
    defect("PD-26", r"^2\. Undang-Undang Nomor 18 .*;$", "2. Undang-Undang Nomor 32 Tahun 2004 tentang Pemerintahan Daerah;", along="PD-21"),
    defect("PD-27", r"^(4\. Peraturan Menteri .*;)$", r"\1\n5. Peraturan Bupati Nomor ... Tahun ... tentang Kewenangan Desa;"),
    *_in_ayat("PD-27", "menurut Peraturan Bupati Nomor ... Tahun ...", "menurut Peraturan Daerah Nomor … Tahun 2020"),
    defect("PD-28", r"^(4\. Peraturan Menteri .*;)$", r"\1\n5. Surat Edaran Bupati Nomor 3 Tahun 2020 tentang Kebersihan;"),
    defect("PD-28", r"^(4\. Peraturan Menteri .*;)$", r"\1\n5. Keputusan Bupati Nomor 188 Tahun 2020 tentang Tim Pembina;"),
    defect("PD-29", r"^(2\. Undang-Undang Nomor 18 Tahun 2017) tentang", r"\1, Tentang"),
    defect("PD-29", r"^(2\. Undang-Undang Nomor 18 Tahun 2017) tentang", r"\1 Tentang"),
    defect("PD-29", r"^2\. Undang-Undang Nomor 18", "2. Undang-undang Nomor 18"),
    defect("PD-30", "^Dengan Kesepakatan Bersama", "Dengan Persetujuan Bersama", "Pembukaan"),
    defect("PD-30", "^Dengan Kesepakatan Bersama", "Dengan kesepakatan bersama", "Pembukaan"),
    defect("PD-31", r"^BADAN PERMUSYAWARATAN DESA .*\ndan\n", "", "Pembukaan"),
    defect("PD-31", r"^dan\nKEPALA DESA .*\n(?=MEMUTUSKAN)", "", "Pembukaan"),
    defect("PD-32", "^MEMUTUSKAN:", "M E M U T U S K A N :", "Pembukaan", "PD-10"),
    defect("PD-32", "^MEMUTUSKAN:", "MEMUTUSKAN :", "Pembukaan"),
    defect("PD-32", "^MEMUTUSKAN:", "Memutuskan:", "Pembukaan"),
    defect("PD-33", r"^(Dengan Kesepakatan Bersama\n.*\ndan\n.*\n)MEMUTUSKAN:\n", r"MEMUTUSKAN:\n\1", "Pembukaan"),
    defect("PD-34", r"^(Menetapkan: .*)\.$", r"\1", "Menetapkan"),
    defect("PD-34", r"^Menetapkan: PERATURAN DESA TENTANG", "Menetapkan: PERATURAN DESA MAKMUR TENTANG", "Menetapkan"),
    defect("PD-34", r"^(Menetapkan: PERATURAN DESA TENTANG) .*$", r"\1 KETERTIBAN WARGA.", "Menetapkan"),
    # how it is divided
    defect("PD-35", "^BAB III$", "BAB 3"),
    defect("PD-35", "^BAB IV$", "BAB VIIII"),
    defect("PD-35", r"(?<=^BAB III\n)([A-Z])([A-Z ]+)$", r"\1\2 desa"),
    defect("PD-36", r"^(BAB V\n.*\n)(?=Pasal)", r"\1Paragraf 1\nDasar\n", "BAB V Paragraf 1"),
    defect("PD-37", "^Bagian Kesatu$", "Bagian 1"),
    defect("PD-37", "^Bagian Kesatu$", "Bagian Pertama"),
    defect("PD-37", "^Bagian Kedua$", "Bagian Ketiga"),
    defect("PD-37", "(?<=^Bagian Kedua\n)Pelaksanaan Tugas$", "Pelaksanaan tugas"),
    defect("PD-38", "^Paragraf 2$", "Paragraf II"),
    defect("PD-38", "^Paragraf 2$", "Paragraf 3"),
    defect("PD-39", r"^Pasal (?P<n>4\d)$(?=\n(?!Cukup))", r"Pasal \g<n>0", along="PD-54 PD-57 PD-79 PD-39"),
    defect("PD-40", r"^\(2\) (?=[A-Z][^:\n]*\.$)", "(5) ", along="PD-54 PD-40"),
    defect("PD-40", r"^(?<=^Pasal 59\n)(?=Pada)", "(1) "),
    defect("PD-41", r"(?P<o>^\(\d\) .*:\n)a\. (?P<a>.*\n)b\. (?P<b>.*\n)c\. (?P<c>.*\.\n)(?=\(|Pasal|BAB)", r"\g<o>a) \g<a>b) \g<b>c) \g<c>", "(owner)"),
    defect("PD-41", r"(?P<o>^\(\d\) .*:\n)a\. (?P<a>.*\n)b\. (?P<b>.*\n)c\. (?P<c>.*\.\n)(?=\(|Pasal|BAB)", r"\g<o>1. \g<a>2. \g<b>3. \g<c>", "(owner)"),
    defect("PD-41", r"(?P<o>^\(\d\) .*:\n)a\. (?P<a>.*\n)b\. (?P<b>.*\n)c\. (?P<c>.*\.\n)(?=\(|Pasal|BAB)", r"\g<o>- \g<a>- \g<b>- \g<c>", "(owner)"),
    defect("PD-42", r"^([abc]\. )(?:pe|in)(?P<w>\w+ .*; dan)$", r"\1Pe\g<w>"),
    defect("PD-42", r"^(a\. (?:pe|in)\w+ .*);$", r"\1."),
    defect("PD-42", r"^(a\. (?:pe|in)\w+ .*);$", r"\1,"),
    defect("PD-42", r"^(\(\d\) .*), meliputi:$", r"\1, meliputi"),
    defect("PD-43", r"^([b-e]\. pe\w+ .*;) dan$", r"\1"),
    defect("PD-43", r"^(a\. pe\w+ .*;)$(?=\nb\. .*;\nc\.)", r"\1 dan"),
    # terms
    defect("PD-44", "yang dimaksud dengan:$", "yang dimaksud dengan :"),
    defect("PD-44", "^Dalam Peraturan Desa ini yang dimaksud dengan:$", "Dalam Peraturan ini yang dimaksud dengan:"),
    defect("PD-44", "^KETENTUAN UMUM$", "PENGERTIAN", "BAB I"),
    defect("PD-45", r"^(\d+)\. (?=[A-Z][\w ]+ adalah .*\.$)", r"(\1). "),
    defect("PD-45", r"^(\d+\. [A-Z][\w ]+ adalah .*)\.$", r"\1;"),
    defect("PD-46", r" yang selanjutnya dis(?:ingkat|ebut) (\w[\w ]*?)(?= adalah)", r" (\1)"),
    defect("PD-46", r" yang (?=selanjutnya dis(?:ingkat|ebut) )", " "),
    defect("PD-47", r"^(1\. [A-Z][\w ]+ adalah .*\n)", r"1. Penyalur Resmi Luar adalah badan usaha.\n\1", along="PD-45"),
    *_in_ayat("PD-48", "di wilayah desa", "bagi warga desa"),
    defect("PD-49", r"^(?=\d+\. (?:Desa|Pemerintah Desa) adalah)", "9. Pekerja Migran Indonesia adalah warga yang bekerja di luar negeri.\n", along="PD-45 PD-47"),
    *_in_ayat("PD-50", "bersama DPMPTSP", "menurut SOP Camat"),
    defect("PD-51", r"^KETENTUAN PERALIHAN$(?P<m>(?s:.*?))^KETENTUAN PENUTUP$", r"KETENTUAN PENUTUP\g<m>KETENTUAN PERALIHAN", "BAB XI"),
    # what a norm says
    *_in_ayat("PD-52", "dan pelanggarnya dipidana", "dengan ancaman pidana denda", "atau dihukum kurungan 3 (tiga) bulan"),
    defect("PD-53", r"(?<=^BAB VI\n)[A-Z ]+$", "SANKSI", along="PD-65"),
    defect("PD-53", r"(?<=^BAB VI\n)[A-Z ]+$", "KETENTUAN SANKSI", along="PD-65"),
    *_in_ayat("PD-54", "sesuai dengan Pasal 900", "menurut Pasal 1 ayat (9)"),
    *_in_ayat("PD-55", "sesuai dengan Pasal (3)", "menurut Pasal 2 ayat 1", "sebagaimana dimaksud pada Pasal 2"),
    *_in_ayat("PD-56", "sesuai dengan ketentuan Pasal ini", "menurut ayat ini", "seperti tersebut di atas"),
    *_in_ayat("PD-57", "menurut Pasal 60"),
    *_in_ayat("PD-58", "dari Januari s/d Maret", "dari Senin s.d. Kamis"),
    *_in_ayat("PD-59", "dan atau sebaliknya", "atau/dan sebaliknya"),
    *_in_ayat("PD-60", "dan lain-lain", "dan sebagainya", "kurang lebih sama", "dll", "secukupnya"),
    *_in_ayat("PD-61", "untuk buku-buku", "bagi warga-warga"),
    *_in_ayat("PD-62", "dan tidak boleh lalai", "serta tidak diperkenankan lalai", "dan diharuskan tertib"),
    *_in_ayat("PD-63", "selama 5 (lima belas) hari", "selama 9 hari", "sebesar Rp2.000,00 (tiga ribu rupiah)"),
    *_in_ayat("PD-64", "yang wajib disimpan", "dan dapat diserahkan"),
    defect(
        "PD-65",
        r" Biayanya dibebankan pada APB Desa\.$",
        "",
        "Naskah",
        needs=r"(?:Pemerintah|Kepala) Desa[^.;]* (?:wajib|bertugas|melaksanakan|menyediakan|membentuk) ",
    ),
    # the end
    defect("PD-66", r"pada tanggal diundangkan\.$", "sejak ditetapkan."),
    defect("PD-66", r"(?<=pada tanggal diundangkan)\.\nAgar setiap orang", ". Agar setiap orang", along="PD-67"),
    defect("PD-66", r"^Peraturan Desa ini mulai berlaku pada tanggal diundangkan\.$", "Kepala Desa melaksanakan Peraturan Desa.", "Naskah"),
    defect("PD-67", r"dalam Lembaran Desa .*$", "dalam Lembaran Desa.", "Penutup"),
    defect("PD-67", r"^Agar setiap orang mengetahuinya, .*\n", "", "Penutup"),
    defect("PD-67", r"^Agar setiap orang mengetahuinya", "Agar setiap orang dapat mengetahuinya", "Penutup"),
    defect("PD-68", r"pada tanggal diundangkan\.$", "pada tanggal 1 Januari 2020."),
    defect("PD-69", r"^Pada saat Peraturan Desa ini mulai berlaku, (Peraturan Desa .* dicabut) dan dinyatakan tidak berlaku\.$", r"\1."),
    defect("PD-70", r"^(KEPALA DESA .*,\n+)([A-Z ]+)$(?=\nDiundangkan)", r"\1Drs. H. \2, M.Si", "Penutup"),
    defect("PD-70", r"^(KEPALA DESA .*),(?=\n+[A-Z ]+\nDiundangkan)", r"\1", "Penutup"),
    defect("PD-70", r"^Ditetapkan di .*\npada tanggal .*\n", "", "Penutup", "PD-76 PD-72"),
    defect("PD-71", r"^(SEKRETARIS DESA .*),$", r"\1", "Penutup"),
    defect("PD-71", r"^SEKRETARIS DESA .*,$", "SEKRETARIS DESA", "Penutup"),
    defect("PD-72", r"(?<=^Diundangkan di )(.*\npada tanggal )\d+ \w+ (\d{4})$", r"\g<1>1 Januari 2020", "Penutup", "PD-76"),
    defect("PD-72", r"(?<=^Diundangkan di )(.*\npada tanggal )\d+ \w+ (\d{4})$", r"\g<1>31 September \2", "Penutup"),
    defect("PD-73", r"(?<=^Diundangkan di )(.*\npada tanggal )\d+ \w+ (\d{4})$", r"\g<1>30 Nopember \2", "Penutup", "PD-72"),
    defect("PD-74", r"^LEMBARAN DESA (.*) TAHUN (.*) NOMOR (.*)$", r"LEMBARAN DESA \1 NOMOR \3 TAHUN \2", "Penutup"),
    defect("PD-74", r"^LEMBARAN DESA .* TAHUN .* NOMOR .*\n", "", "Penutup"),
    defect("PD-75", r"dalam Lembaran Desa", "dalam Berita Desa", "Penutup"),
    defect("PD-75", r"^LEMBARAN DESA", "BERITA DESA", "Penutup"),
    defect("PD-76", r"(?<=^Ditetapkan di )(.*\npada tanggal \d+ \w+) (\d{4})$", r"\1 2019", "Penutup", "PD-23"),
    defect("PD-76", r"^(LEMBARAN DESA .* TAHUN) \d{4}", r"\1 2019", "Penutup"),
    # annexes, explanation, file
    defect("PD-77", r" yang merupakan bagian (?:yang )?tidak terpisahkan dari Peraturan Desa ini", ""),
    defect("PD-77", r"^LAMPIRAN\n(?s:.*)\Z", "", "(annex)"),
    defect("PD-78", r"(?<=^LAMPIRAN\n)(.*\nNOMOR) \d+ (TAHUN \d+)", r"\1 99 \2", "Lampiran"),
    defect("PD-78", r"(?<=^LAMPIRAN\n)(.*\nNOMOR .*\nTENTANG\n).*$", r"\1KETERTIBAN WARGA", "Lampiran"),
    defect("PD-79", r"^Pasal 6\nCukup jelas\.\n", "", "Penjelasan"),
    defect("PD-79", r"^I\. UMUM\n.*\n", "", "Penjelasan"),
    defect("PD-79", r"^II\. PASAL DEMI PASAL\n", "", "Penjelasan"),
    defect("PD-82", r"\A", "PEMERINTAH KABUPATEN BLITAR\n", "Judul"),
    defect("PD-82", r"\A", "PEMERINTAH KABUPATEN BLITAR\nJalan Raya Nomor 7 Telepon 0342-555\n", "Judul"),
    *_in_ayat("PD-83", "dengan iuran wajib", "dan dipungut setiap bulan"),
    *_in_ayat("PD-84", "dan setiap perempuan dilarang keluar malam", "dan dilarang bekerja ke luar negeri"),
    *_in_ayat("PD-85", "bagi keluarga TKI", "untuk Perlindungan Tenaga Kerja Indonesia", along="PD-50"),
    defect("PD-86", _TITLE, "PELINDUNGAN PEKERJA MIGRAN INDONESIA", "Naskah", "PD-18 PD-34 PD-78"),
    *_in_ayat("PD-88", "di Desa (Nama Desa)", "bersama ……", "oleh xxxx", "di RT ____", "kepada [ ]"),
)  # fmt: skip


# ---- the regulation in which they are planted

_COMPLETE = """\
Mengingat:
1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 7, Tambahan Lembaran Negara Republik Indonesia Nomor 5495) sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 3 Tahun 2024 tentang Perubahan Kedua atas Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2024 Nomor 77, Tambahan Lembaran Negara Republik Indonesia Nomor 6914);
2. Undang-Undang Nomor 18 Tahun 2017 tentang Pelindungan Pekerja Migran Indonesia (Lembaran Negara Republik Indonesia Tahun 2017 Nomor 242, Tambahan Lembaran Negara Republik Indonesia Nomor 6141);
3. Peraturan Pemerintah Nomor 43 Tahun 2014 tentang Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 123, Tambahan Lembaran Negara Republik Indonesia Nomor 5539) sebagaimana telah beberapa kali diubah terakhir dengan Peraturan Pemerintah Nomor 11 Tahun 2019 tentang Perubahan Kedua atas Peraturan Pemerintah Nomor 43 Tahun 2014 tentang Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2014 tentang Desa (Lembaran Negara Republik Indonesia Tahun 2019 Nomor 41, Tambahan Lembaran Negara Republik Indonesia Nomor 6321);
4. Peraturan Menteri Dalam Negeri Nomor 111 Tahun 2014 tentang Pedoman Teknis Peraturan di Desa (Berita Negara Republik Indonesia Tahun 2014 Nomor 2091);
"""


def complete(cases: ModuleType, seed: int) -> str:
    """A generated regulation with typed numbers, and what the generator leaves out: Bagian, Paragraf, a revocation, penjelasan."""
    lines: list[str] = []
    row = -1
    for block in generated(cases, seed):
        if block.story != "body":
            continue
        if block.cell and "LAMPIRAN" in lines and block.cell.row == row and block.cell.column:
            lines[-1] += "\t" + block.shown
        else:
            lines.append(block.shown)
        row = block.cell.row if block.cell else -1
    text = "\n".join(lines) + "\n"
    text = re.sub(r"^Mengingat:\n(?:\d\. .*\n)+", lambda _: _COMPLETE, text, flags=re.MULTILINE)
    if "PEMBIAYAAN" not in text:
        text = re.sub(
            r"^(\(1\) [A-Z][^:\n]*\.)$",
            r"\1 Biayanya dibebankan pada APB Desa.",
            text,
            count=1,
            flags=re.MULTILINE,
        )
    revoked = "Pada saat Peraturan Desa ini mulai berlaku, Peraturan Desa Nomor 2 Tahun 2015 tentang Warga dicabut dan dinyatakan tidak berlaku."
    text = re.sub(r"(?<=^Pasal 59\n).*$", revoked, text, flags=re.MULTILINE)
    text = re.sub(r"^LAMPIRAN$", _explained() + "LAMPIRAN", text, flags=re.MULTILINE)
    return _divided(text)


def _explained() -> str:
    pasal = "".join(f"Pasal {n}\nCukup jelas.\n" for n in range(1, 61))
    return (
        f"PENJELASAN\nATAS\nPERATURAN DESA\nI. UMUM\nDesa melayani warganya.\nII. PASAL DEMI PASAL\n{pasal}"
    )


def _divided(text: str) -> str:
    """The first Bab of at least three Pasal after the Ketentuan Umum gets two Bagian, the second of them two Paragraf."""
    for found in re.finditer(r"^BAB (?!I$)\w+\n.*\n(?P<body>(?:(?!BAB ).*\n)+)", text, re.MULTILINE):
        starts = [
            found.start("body") + one.start()
            for one in re.finditer(r"^Pasal \d+$", found["body"], re.MULTILINE)
        ]
        if len(starts) < 3:
            continue
        put = (
            "Bagian Kesatu\nUmum\n",
            "Bagian Kedua\nPelaksanaan Tugas\nParagraf 1\nPetugas\n",
            "Paragraf 2\nLaporan\n",
        )
        for start, words in reversed(list(zip(starts[:3], put, strict=True))):
            text = text[:start] + words + text[start:]
        return text
    return text


# ---- planting and counting


@dataclass(frozen=True)
class Planted:
    """A text with one defect in it. `at` is where its finding must stand."""

    defect: Defect
    text: str
    at: str


def plant(text: str, one: Defect, rnd: random.Random) -> Planted | None:
    """The defect at one of its places, drawn by lot; None where the text has no place for it."""
    found = list(re.finditer(one.pattern, text, re.MULTILINE))
    body = text.find("\nBAB I\n"), text.find("\nPasal 57\n")
    if one.pattern == _AYAT:
        found = [match for match in found if body[0] < match.start() < body[1]]
    if not found or not re.search(one.needs, text):
        return None
    match = rnd.choice(found)
    new = text[: match.start()] + match.expand(one.put) + text[match.end() :]
    return Planted(one, new, _place(one, text, new))


def _place(one: Defect, old: str, new: str) -> str:
    if one.at and one.at[0] != "(":
        return one.at
    naskah = parse(blocks_of(new))
    if one.at == "(annex)":  # the unit that speaks of it
        return next(
            str(at)
            for at, unit in naskah.places()
            if "dalam Lampiran" in unit.text and at.steps[0].kind == "pasal"
        )
    lines = new.split("\n")
    line = next(i for i, (was, now) in enumerate(zip(old.split("\n"), lines, strict=False)) if was != now)
    line -= one.at == "(owner)"
    before = sum(len(text.split("\t")) for text in lines[:line])  # the cells of a row are blocks of their own
    here = next((unit for unit in naskah.walk() if before in unit.blocks), None)
    return str(naskah.address_of(here)) if here else "?"


def findings(text: str, *, automatic: bool = False) -> Counter[tuple[str, str]]:
    blocks = blocks_of(text)
    naskah: Naskah = parse([_numbered(block) for block in blocks] if automatic else blocks)
    return Counter((one.rule, one.at) for one in lint(naskah, state="berlaku", on=TODAY, jenis="umum"))


def _numbered(block: Block) -> Block:
    """The block as if Word had made its number."""
    found = None if block.cell else re.match(r"(Pasal \d+|\(\d+\)|[a-z]\.|\d+\.)(?: |$)", block.text)
    return replace(block, number=found[1], text=block.text[found.end() :]) if found else block


@dataclass
class Score:
    planted: int = 0
    found: int = 0
    elsewhere: int = 0


def judged(
    planted: Planted, before: Counter[tuple[str, str]], *, automatic: bool = False
) -> tuple[bool, list[tuple[str, str]]]:
    """Whether the defect was found once at its place, and what else was found that should not be."""
    one = planted.defect
    found_now = findings(planted.text, automatic=automatic)
    new = found_now - before
    hit = new[one.rule, planted.at] == 1
    along = one.along | {"PD-90"} if automatic else one.along  # typed numbers among automatic ones
    was, now = (Counter(rule for rule, _ in found.elements()) for found in (before, found_now))
    rest = [(rule, at) for rule, at in new if now[rule] > was[rule] and (rule, at) != (one.rule, planted.at)]
    rest = [found for found in rest if found[0] not in along]  # an address that moved is no new finding
    return hit, rest


def run(
    cases: ModuleType, seeds: range, defects: Sequence[Defect] = DEFECTS
) -> Iterator[tuple[Planted, bool, list[tuple[str, str]]]]:
    """The defects in each regulation that has a place for them; in every other one the numbers are made by Word."""
    for seed in seeds:
        text, rnd = complete(cases, seed), random.Random(seed)
        automatic = seed % 2 == 1
        before = findings(text, automatic=automatic)
        for one in defects:
            planted = plant(text, one, rnd)
            if (
                planted and not before[one.rule, planted.at]
            ):  # what is there already cannot be told from what comes
                hit, rest = judged(planted, before, automatic=automatic)
                yield planted, hit, rest


def _shared_out(
    cases: ModuleType, seed: int, drafts: int, share: int
) -> Iterator[tuple[Planted, bool, list[tuple[str, str]]]]:
    for one in range(drafts):
        yield from run(cases, range(seed + one, seed + one + 1), DEFECTS[one % share :: share])


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, required=True, help="the folder with tools/legal_cases.py")
    parser.add_argument("--drafts", type=int, default=300)
    parser.add_argument("--seed", type=int, default=300)
    parser.add_argument(
        "--share", type=int, default=6, help="plant every sixth defect in a draft, the next one in the next"
    )
    parser.add_argument("--show", type=int, default=20, help="how many failures to print")
    given = parser.parse_args()
    scores: dict[str, Score] = defaultdict(Score)
    shown = 0
    for planted, hit, rest in _shared_out(
        load_generator(given.shared), given.seed, given.drafts, given.share
    ):
        score = scores[planted.defect.rule]
        score.planted += 1
        score.found += hit
        score.elsewhere += len(rest)
        if (not hit or rest) and shown < given.show:
            shown += 1
            print(
                "found" if hit else "MISSED",
                planted.defect.rule,
                planted.at,
                repr(planted.defect.put[:60]),
                rest[:4],
            )
    for rule in sorted(scores):
        score = scores[rule]
        print(f"| {rule} | {score.planted} | {score.found} | {score.elsewhere} |")
    total = Score(
        *(
            sum(getattr(score, name) for score in scores.values())
            for name in ("planted", "found", "elsewhere")
        )
    )
    print(f"| all {len(scores)} | {total.planted} | {total.found} | {total.elsewhere} |")
    return int(total.found < total.planted or total.elsewhere > 0)


if __name__ == "__main__":
    sys.exit(main())
