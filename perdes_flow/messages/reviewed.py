"""Refusals of the review: threads, private notes, receipts, suggestions, Word files that come back."""

from perdes_flow import errors as e


def reviewed(refusal: e.Refusal) -> str:
    """The sentence, or nothing for another kind of refusal."""
    match refusal:
        case e.CommentFrozen(comment=number, what=what):
            return f"Yang dibuat pada tahap yang sudah lewat tidak dapat ditarik lagi ({what} nomor {number}); sampaikan perubahan pendapat sebagai tanggapan atau catatan baru."
        case e.NotItsAuthor(what=what, number=number):
            return f"Hanya penulisnya yang dapat menarik {what} nomor {number}; tanggapi, atau minta penulisnya menarik."
        case e.ErasureRefused(problem="masih_menjabat", what=who):
            return f"{who} masih memegang jabatan; akhiri jabatannya dengan `perdes person end`, lalu hapus datanya."
        case e.ErasureRefused(problem="masih_terbuka", what=number):
            return f"Catatan nomor {number} belum selesai; jawab dan nyatakan selesai (`perdes answer`, `perdes resolve`), lalu hapus kata-katanya."
        case e.ErasureRefused(what=number):
            return f"Kata-kata catatan nomor {number} belum disembunyikan; sembunyikan dahulu dengan `perdes hide`, lalu hapus."
        case e.NoteUnknown(note=note):
            return f"Anda tidak mempunyai catatan pribadi nomor {note} pada rancangan ini; lihat dengan `perdes note list`."
        case e.ReceiptUnknown(text=text, reason="dihapus"):
            return f"Tanda terima {text} cocok, tetapi isi catatannya sudah dihapus atas permintaan yang sah; tanyakan kepada Sekretaris Desa."
        case e.ReceiptUnknown(text=text):
            return (
                f"Tanda terima “{text}” tidak cocok dengan catatan desa ini; periksa angka dan hurufnya, "
                "dan bila sudah benar simpan tanda terima itu sebagai bukti lalu jalankan `perdes verify`."
            )
        case e.FileOfNoVersion(file_name=file_name):
            return f"{file_name} tidak berdasar pada satu versi pun: sebagian besar isinya tidak ada dalam naskah mana pun; periksa berkasnya, atau serahkan sebagai versi baru dengan `perdes submit`."
        case e.EndorsementUnfit(problem="sudah", address=address):
            return f"Anda sudah menyatakan setuju dengan bunyi {address}; tidak perlu dua kali."
        case e.EndorsementUnfit(address=address):
            return f"Anda tidak sedang menyatakan setuju dengan bunyi {address}; muat ulang halamannya."
    return _suggested(refusal)


def _suggested(refusal: e.Refusal) -> str:
    match refusal:
        case e.ChangeNotWritten(wish=wish):
            return (
                f"Usul nomor {wish} tidak dapat ditulis sebagai perubahan terlacak: di tempat itu ada perubahan orang lain "
                "yang belum diputuskan, atau bukan teks biasa; selesaikan di Word lebih dahulu."
            )
        case e.SuggestionUnknown(suggestion=suggestion):
            return f"Usul nomor {suggestion} tidak ada; lihat daftarnya dengan `perdes suggestions`."
        case e.SuggestionNotOpen(suggestion=suggestion, fate=fate):
            return f"Usul nomor {suggestion} sudah {fate}; buat usul baru bila perlu."
        case e.SuggestionUnfit(suggestion=suggestion, fit=fit, version=version):
            return _FITS.get(fit, _FITS["berubah"]).format(suggestion, version)
        case e.SuggestionsCollide(one=one, other=other):
            return f"Usul nomor {one} dan {other} mengubah kata-kata yang sama; pilih salah satu, atau tolak keduanya dengan alasan."
        case e.WordingUnfit(reason=reason, address=address, count=count):
            return _WORDINGS[reason].format(address, count)
    return ""


_FITS = {
    "cocok": "Versi {1} belum memuat usul nomor {0}; ambil alih dengan `perdes take` tanpa --dalam-versi.",
    "sudah": "Versi {1} sudah memuat usul nomor {0}; nyatakan dengan `perdes take {0} --dalam-versi {1}`.",
    "berubah": "Kata-kata yang diubah usul nomor {0} sudah berbunyi lain dalam versi {1}; putuskan sendiri: tolak dengan alasan, atau tulis usul baru.",
    "tanpa_tempat": "Tempat usul nomor {0} tidak ditemukan lagi dengan pasti dalam versi {1}; putuskan sendiri: tolak dengan alasan, atau tulis usul baru.",
}
_WORDINGS = {
    "sama": "Usul pada {0} tidak mengubah apa pun; tulis bunyi yang diusulkan dengan --teks.",
    "paragraf": "{0} terdiri atas {1} paragraf; tulis satu baris untuk setiap paragraf, atau sebut kata-katanya dengan --kutipan.",
    "banyak": "Kata-kata itu ada {1} kali dalam {0}; kutip lebih panjang, atau sebut ayatnya.",
    "melintas": "Kata-kata itu melintasi beberapa paragraf dalam {0}; usulkan untuk setiap paragraf.",
}
