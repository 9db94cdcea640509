"""Acts that village regulations cite: where they were published, what changed them, since when they are gone.

Dates and numbers marked "M" come from general knowledge and were not seen in a published copy: rules that use them warn, they never block.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Act:
    """An act.

    kind        "UU", "PP" or "Permendagri"
    gazette     "LN" or "BN", its year and number; supplement is the TLN number, 0 for none
    changed_by  (kind, number, year, first day) of the changes in order
    revoked     the first day it no longer holds
    seen        "V": publication numbers seen in a published copy, "M": not
    """

    kind: str
    number: int
    year: int
    title: str
    gazette: Literal["LN", "BN"] = "LN"
    gazette_year: int = 0
    gazette_number: int = 0
    supplement: int = 0
    changed_by: tuple[tuple[str, int, int, date], ...] = ()
    revoked: date | None = None
    instead: str = ""
    seen: Literal["V", "M"] = "M"

    @property
    def key(self) -> tuple[str, int, int]:
        return self.kind, self.number, self.year

    @property
    def shown(self) -> str:
        return f"{self.kind} {self.number}/{self.year}"


ACTS = (
    Act(
        "UU", 6, 2014, "Desa", "LN", 2014, 7, 5495, seen="V", changed_by=(("UU", 3, 2024, date(2024, 4, 25)),),
    ),
    Act("UU", 3, 2024, "Perubahan Kedua atas Undang-Undang Nomor 6 Tahun 2014 tentang Desa", "LN", 2024, 77, 6914),
    Act(
        "UU", 12, 2011, "Pembentukan Peraturan Perundang-undangan", "LN", 2011, 82, 5234,
        changed_by=(("UU", 15, 2019, date(2019, 10, 4)), ("UU", 13, 2022, date(2022, 6, 16))),
    ),
    Act("UU", 15, 2019, "Perubahan atas Undang-Undang Nomor 12 Tahun 2011", "LN", 2019, 183, 6398),
    Act("UU", 13, 2022, "Perubahan Kedua atas Undang-Undang Nomor 12 Tahun 2011", "LN", 2022, 143, 6801),
    Act(
        "UU", 10, 2004, "Pembentukan Peraturan Perundang-undangan", "LN", 2004, 53, 4389, seen="V",
        revoked=date(2011, 8, 12), instead="UU 12/2011",
    ),
    Act("UU", 18, 2017, "Pelindungan Pekerja Migran Indonesia", "LN", 2017, 242, 6141),
    Act(
        "UU", 39, 2004, "Penempatan dan Perlindungan Tenaga Kerja Indonesia di Luar Negeri", "LN", 2004, 133, 4445, seen="V",
        revoked=date(2017, 11, 22), instead="UU 18/2017",
    ),
    Act("UU", 32, 2004, "Pemerintahan Daerah", "LN", 2004, 125, 4437, revoked=date(2014, 10, 2), instead="UU 23/2014 dan UU 6/2014"),
    Act("UU", 13, 2003, "Ketenagakerjaan", "LN", 2003, 39, 4279, seen="V"),
    Act("UU", 21, 2007, "Pemberantasan Tindak Pidana Perdagangan Orang", "LN", 2007, 58, 4720, seen="V"),
    Act("UU", 39, 1999, "Hak Asasi Manusia", "LN", 1999, 165, 3886),
    Act("UU", 6, 2012, "Pengesahan International Convention on the Protection of the Rights of All Migrant Workers", "LN", 2012, 115, 5314),
    Act("UU", 23, 2014, "Pemerintahan Daerah", "LN", 2014, 244, 5587, seen="V"),
    Act(
        "PP", 43, 2014, "Peraturan Pelaksanaan Undang-Undang Nomor 6 Tahun 2014 tentang Desa", "LN", 2014, 123, 5539, seen="V",
        changed_by=(("PP", 47, 2015, date(2015, 6, 30)), ("PP", 11, 2019, date(2019, 2, 28))),
    ),
    Act("PP", 47, 2015, "Perubahan atas Peraturan Pemerintah Nomor 43 Tahun 2014", "LN", 2015, 157, 5717, seen="V"),
    Act("PP", 11, 2019, "Perubahan Kedua atas Peraturan Pemerintah Nomor 43 Tahun 2014", "LN", 2019, 41, 6321, seen="V"),
    Act("PP", 72, 2005, "Desa", "LN", 2005, 158, 4587, seen="V", revoked=date(2014, 5, 30), instead="PP 43/2014"),
    Act("PP", 59, 2021, "Pelaksanaan Pelindungan Pekerja Migran Indonesia", "LN", 2021, 94, 6678),
    Act("Permendagri", 111, 2014, "Pedoman Teknis Peraturan di Desa", "BN", 2014, 2091, seen="V"),
    Act("Permendagri", 114, 2014, "Pedoman Pembangunan Desa", "BN", 2014, 2094),
    Act("Permendagri", 44, 2016, "Kewenangan Desa", "BN", 2016, 1037),
    Act("Permendagri", 47, 2016, "Administrasi Pemerintahan Desa", "BN", 2016, 1100),
    Act("Permendagri", 110, 2016, "Badan Permusyawaratan Desa", "BN", 2017, 89),
    Act("Permendagri", 20, 2018, "Pengelolaan Keuangan Desa", "BN", 2018, 611),
    Act(
        "Permendagri", 29, 2006, "Pedoman Pembentukan dan Mekanisme Penyusunan Peraturan Desa", "BN",
        revoked=date(2014, 12, 31), instead="Permendagri 111/2014", seen="V",
    ),
    Act(
        "Permendagri", 113, 2014, "Pengelolaan Keuangan Desa", "BN",
        revoked=date(2018, 5, 8), instead="Permendagri 20/2018",
    ),
)  # fmt: skip

BY_KEY = {act.key: act for act in ACTS}
