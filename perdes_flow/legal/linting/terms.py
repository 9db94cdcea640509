"""Definitions of higher laws that villages repeat: the register with which a draft's own definitions are compared.

A village may say more shortly what has no other name there: "atau yang disebut dengan nama lain" is left out on both sides. The short
forms that a draft introduces itself ("PMI") count as the terms they stand for.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from perdes_flow.legal.heading import KADES


@dataclass(frozen=True, slots=True)
class HigherTerm:
    """A term as a law defines it."""

    term: str
    meaning: str
    law: str


_DESA = "Pasal 1 UU 6/2014"
_PMI = "Pasal 1 UU 18/2017"

TERMS = (
    HigherTerm("Pekerja Migran Indonesia", "setiap warga negara Indonesia yang akan, sedang, atau telah melakukan pekerjaan dengan menerima upah di luar wilayah Republik Indonesia", _PMI),
    HigherTerm("Calon Pekerja Migran Indonesia", "setiap tenaga kerja Indonesia yang memenuhi syarat sebagai pencari kerja yang akan bekerja di luar negeri dan terdaftar di instansi pemerintah kabupaten/kota yang bertanggung jawab di bidang ketenagakerjaan", _PMI),
    HigherTerm("Keluarga Pekerja Migran Indonesia", "suami, istri, anak, atau orang tua termasuk hubungan karena putusan dan/atau penetapan pengadilan, baik yang berada di Indonesia maupun yang tinggal bersama Pekerja Migran Indonesia di luar negeri", _PMI),
    HigherTerm("Pelindungan Pekerja Migran Indonesia", "segala upaya untuk melindungi kepentingan Calon Pekerja Migran Indonesia dan/atau Pekerja Migran Indonesia dan keluarganya dalam mewujudkan terjaminnya pemenuhan haknya dalam keseluruhan kegiatan sebelum bekerja, selama bekerja, dan setelah bekerja dalam aspek hukum, ekonomi, dan sosial", _PMI),
    HigherTerm("Pemerintahan Desa", "penyelenggaraan urusan pemerintahan dan kepentingan masyarakat setempat dalam sistem pemerintahan Negara Kesatuan Republik Indonesia", _DESA),
    HigherTerm("Pemerintah Desa", "Kepala Desa dibantu perangkat Desa sebagai unsur penyelenggara Pemerintahan Desa", _DESA),
    HigherTerm("Badan Permusyawaratan Desa", "lembaga yang melaksanakan fungsi pemerintahan yang anggotanya merupakan wakil dari penduduk Desa berdasarkan keterwakilan wilayah dan ditetapkan secara demokratis", _DESA),
    HigherTerm("Musyawarah Desa", "musyawarah antara Badan Permusyawaratan Desa, Pemerintah Desa, dan unsur masyarakat yang diselenggarakan oleh Badan Permusyawaratan Desa untuk menyepakati hal yang bersifat strategis", _DESA),
    HigherTerm("Peraturan Desa", "peraturan perundang-undangan yang ditetapkan oleh Kepala Desa setelah dibahas dan disepakati bersama Badan Permusyawaratan Desa", _DESA),
)  # fmt: skip
_BY_TERM = {one.term.casefold(): one for one in TERMS}
_OTHER_NAMES = re.compile(
    r",?\s*(?:atau\s+)?(?:yang\s+)?disebut\s+(?:dengan\s+)?nama\s+lain\b,?", re.IGNORECASE
)


def higher_term(term: str) -> HigherTerm | None:
    """What a higher law says of a term."""
    return _BY_TERM.get(" ".join(_OTHER_NAMES.sub("", term).split()).casefold())


def same_meaning(own: str, higher: str, short_forms: Mapping[str, str]) -> bool:
    """The same words, whatever the signs, with the draft's short forms (short -> term) written out."""
    return _plain(_written_out(own, short_forms)) == _plain(higher)


def _written_out(words: str, short_forms: Mapping[str, str]) -> str:
    longest_first = sorted(filter(None, short_forms), key=len, reverse=True)
    if not longest_first:
        return words
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
    return pattern.sub(lambda found: short_forms[found[0]], words)


def _plain(words: str) -> str:
    usual = _KADES.sub("Kepala Desa", _OTHER_NAMES.sub("", words))
    return " ".join(re.sub(r"[\W_]+", " ", usual).split()).casefold()


def in_words_of_the_village(meaning: str, own: str) -> str:
    """The law's meaning with the name that the draft has for its Kepala Desa."""
    named = _KADES.search(own)
    return meaning.replace("Kepala Desa", named[0].removesuffix(" Desa")) if named else meaning


_KADES = re.compile(rf"\b(?!KEPALA){KADES}\b", re.IGNORECASE)
