"""The words for what a check of the log can find."""

from collections.abc import Mapping

_BREAKS: Mapping[str, str] = {
    "urutan": "nomor urut tidak bersambung: ada catatan yang hilang, disisipkan, atau bertukar",
    "rantai": "tidak bersambung dengan catatan sebelumnya",
    "catatan": "catatan diubah",
    "isi": "isi catatan diubah",
    "desa": "catatan ini milik desa lain",
    "bentuk": "catatan tidak berbentuk semestinya",
    "baris": "bukan baris catatan yang sah",
    "ringkasan": "ringkasan catatan berbeda dengan isinya",
    "penutup": "baris penutup hilang atau tidak cocok: ekor catatan terpotong",
    "titik_bentuk": "berkas ini bukan titik periksa",
    "titik_asal": "titik periksa ini berasal dari catatan lain",
    "titik_tanda_tangan": "tanda tangan titik periksa tidak cocok",
    "titik_beda": "catatan sampai di sini bukan catatan yang dahulu ditandatangani",
    "titik_hilang": "catatan lebih pendek daripada yang dahulu ditandatangani: ada yang dihapus dari ekornya",
    "kunci_asal": "kunci ini milik desa lain",
}


def break_sentence(reason: str) -> str:
    """What a reason of `domain.chain.Break` or `errors.LogRefused` means."""
    return _BREAKS.get(reason, reason)
