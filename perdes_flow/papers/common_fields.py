"""The fields that every paper has: village, letter, draft, officials, and by what it is checked."""

from datetime import date
from typing import Any

from perdes_flow.domain.local_time import hari_tanggal, tanggal
from perdes_flow.domain.values import Role, sidik
from perdes_flow.domain.village import Village
from perdes_flow.domain.words import ASAL, JENIS
from perdes_flow.papers.occasion import Occasion, holder, office_words, receipt_line
from perdes_flow.papers.words import huruf, tanggal_huruf, without_degrees

_SIGNERS = (Role.KADES, Role.SEKDES, Role.KETUA_BPD, Role.SEKRETARIS_BPD)


def common_fields(occasion: Occasion) -> dict[str, Any]:
    """Everything that does not depend on the kind of paper."""
    return {
        "desa": village_fields(occasion.village),
        "surat": letter_fields(occasion.today, occasion.nomor),
        "rancangan": _draft(occasion),
        "pejabat": officials(occasion.village, occasion.today),
        "bukti": {"naskah": _text_line(occasion), "catatan": receipt_line(occasion.receipt)},
    }


def village_fields(village: Village) -> dict[str, str]:
    kota = village.kabupaten.casefold().startswith("kota ")
    place = village.kabupaten.split(" ", 1)[-1] if kota else village.kabupaten.removeprefix("Kabupaten ")
    return {
        "nama": village.desa,
        "NAMA": village.desa.upper(),
        "kecamatan": village.kecamatan,
        "KECAMATAN": village.kecamatan.upper(),
        "kabupaten": village.kabupaten,
        "KABUPATEN": village.kabupaten.upper(),
        "kepala_daerah": f"{'Wali Kota' if kota else 'Bupati'} {place}",
    }


def letter_fields(day: date, nomor: str) -> dict[str, str]:
    return {
        "nomor": nomor,
        "tanggal": tanggal(day),
        "hari_tanggal": hari_tanggal(day),
        "tanggal_huruf": tanggal_huruf(day),
        "tahun": str(day.year),
    }


def officials(village: Village, day: date) -> dict[str, dict[str, str]]:
    """Who signs for which office today; an office that nobody holds is not there."""
    return {
        role.value: official_fields(village, role, day)
        for role in _SIGNERS
        if holder(village, role, day) is not None
    }


def official_fields(village: Village, role: Role, day: date) -> dict[str, str]:
    """Name in capitals without degrees, and office; only where somebody holds it."""
    person = holder(village, role, day)
    assert person is not None  # asked before (kinds.lacking)
    office, term = office_words(village, person, role, day), person.office_on(role, day)
    return {
        "nama": without_degrees(person.name).upper(),
        "jabatan": office.upper(),
        "jabatan_biasa": office,
        "keputusan": (term.decree if term else None) or "",
    }


def _draft(occasion: Occasion) -> dict[str, str]:
    draft, version = occasion.draft, occasion.draft.latest
    name = occasion.name
    return {
        "judul": draft.title,
        "JUDUL": draft.title.upper(),
        "nama": name,
        "NAMA": name.upper(),
        "asal": ASAL[draft.asal],
        "jenis": JENIS[draft.jenis],
        "versi": str(version.number) if version else "",
        "versi_huruf": huruf(version.number) if version else "",
        "pasal": str(version.pasal) if version else "",
        "pasal_huruf": huruf(version.pasal) if version else "",
        "sidik_teks": sidik(version.text_sha256) if version else "",
        "sidik_berkas": sidik(version.docx_sha256) if version else "",
        "berkas": version.file_name if version else "",
    }


def _text_line(occasion: Occasion) -> str:
    version = occasion.draft.latest
    if version is None:
        return f"Rancangan {occasion.draft.title}"
    return f"Naskah versi {version.number}, sidik teks {sidik(version.text_sha256)}"
