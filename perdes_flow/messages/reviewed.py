"""Refusals of the review: threads, private notes, receipts, suggestions, Word files that come back."""

from perdes_flow import errors as e


def reviewed(refusal: e.Refusal) -> str:
    """The sentence, or nothing for another kind of refusal."""
    match refusal:
        case e.CommentFrozen(comment=comment):
            return f"Catatan nomor {comment} dibuat pada tahap yang sudah lewat, jadi tidak dapat ditarik lagi; tambahkan tanggapan dengan `perdes reply`."
        case e.NotItsAuthor(what=what, number=number):
            return f"Hanya penulisnya yang dapat menarik {what} nomor {number}; tanggapi, atau minta penulisnya menarik."
        case e.NoteUnknown(note=note):
            return f"Anda tidak mempunyai catatan pribadi nomor {note} pada rancangan ini; lihat dengan `perdes note list`."
        case e.ReceiptUnknown(text=text, reason="dihapus"):
            return f"Tanda terima {text} cocok, tetapi isi catatannya sudah dihapus atas permintaan yang sah; tanyakan kepada Sekretaris Desa."
        case e.ReceiptUnknown(text=text):
            return (
                f"Tanda terima “{text}” tidak cocok dengan catatan desa ini; periksa angka dan hurufnya, "
                "dan bila sudah benar simpan tanda terima itu sebagai bukti lalu jalankan `perdes verify`."
            )
    return ""
