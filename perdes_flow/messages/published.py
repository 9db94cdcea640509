"""Refusals about what leaves the office."""

from perdes_flow import errors as e


def published(refusal: e.Refusal) -> str:
    """The sentence, or nothing for another kind of refusal."""
    match refusal:
        case e.NotARegulation(reason="kedalaman"):
            return "Rincian dalam naskah bersarang jauh lebih dalam daripada empat tingkat; rapikan huruf dan angkanya, lalu ulangi."
        case e.NotARegulation():
            return (
                "Naskah ini tidak berbentuk peraturan: judulnya tidak menyebut peraturan, atau di bawahnya tidak ada Menimbang, Mengingat, atau Pasal; "
                "lihat susunannya dengan `perdes outline`, lalu pilih berkas yang benar."
            )
        case e.AknUnreadable(problem=problem):
            return f"Berkas ini bukan peraturan dalam bentuk Akoma Ntoso ({problem}); buat lagi dengan `perdes akn`."
    return ""
