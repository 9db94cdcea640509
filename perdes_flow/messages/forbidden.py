"""Refusals about what may not be done, or not now, or not by this person."""

from perdes_flow import errors as e
from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.words import all_of, offices


def forbidden(refusal: e.Refusal) -> str:
    """The sentence, or nothing for another kind of refusal."""
    match refusal:
        case e.VillageExists(village=village):
            return f"Desa “{village}” sudah terdaftar; pakai nama lain atau lanjutkan dengan desa itu."
        case e.PersonExists(nickname=nickname):
            return f"Sapaan “{nickname}” sudah dipakai; pilih sapaan lain dengan --sapaan."
        case e.DraftExists(draft=draft):
            return f"Rancangan “{draft}” sudah ada; pakai nama lain, atau serahkan versi baru dengan `perdes submit`."
        case e.NotInOffice(nickname=nickname, act=act, needed=needed):
            return f"{nickname} tidak berwenang {act}; yang berwenang: {offices(needed)}."
        case e.NotOpenNow(act=act, state=state):
            return f"Tahap “{state}” tidak membuka kesempatan {act}; lihat langkah yang terbuka dengan `perdes steps`."
        case e.SameVersion(version=version):
            return f"Naskah ini sama persis dengan versi {version}; tidak ada yang dicatat."
        case e.CommentNotOpen(comment=comment, condition=condition):
            return _COMMENTS[condition].format(comment)
        case e.MeetingNotOpen(condition="tidak_ada"):
            return "Tidak ada musyawarah yang sedang dibuka; buka dengan `perdes meeting open`."
        case e.MeetingNotOpen(condition="bukan_bersama", meeting=meeting):
            return f"Musyawarah nomor {meeting} bukan pembahasan bersama; permasalahan BPD dan Kepala Desa dicatat di sana."
        case e.MeetingNotOpen(meeting=meeting):
            return f"Musyawarah nomor {meeting} masih terbuka; tutup dahulu dengan `perdes meeting close`."
        case e.VoteRefused(nickname=nickname, reason=reason):
            return _VOTES[reason].format(nickname)
        case e.AttendanceRefused(reason="kosong"):
            return "Daftar hadir kosong; sebutkan yang hadir dengan --hadir."
        case e.AttendanceRefused(reason="pembicara"):
            return "Belum disebut siapa yang berpendapat; tambahkan --oleh atau --nama."
        case e.AttendanceRefused(nicknames=nicknames, reason="tidak_hadir"):
            return f"{all_of(nicknames)} tidak tercatat hadir; catat dahulu kehadirannya dengan `perdes meeting attend`."
        case e.AttendanceRefused(nicknames=nicknames):
            return f"{all_of(nicknames)} tidak memegang jabatan pada hari musyawarah; periksa namanya."
        case e.MigrationUnsafe(draft=draft, reasons=reasons):
            return " ".join((f"Rancangan “{draft}” tetap pada alur lama.", *reasons))
        case e.PaperNotReady(kind=kind, lacking=lacking):
            return "\n".join([f"Dokumen {kind} belum dapat diterbitkan:", *(f"- {what}" for what in lacking)])
        case e.MailRefused(problem=""):
            return "Cara mengirim surel belum diatur; isi PERDES_MAIL dengan konsol, folder:/alamat, atau smtp://pengguna:sandi@peladen:587."
        case e.MailRefused(problem=problem):
            return f"Surel tidak terkirim ({problem}); pesan tetap menunggu, coba lagi nanti."
        case e.TemplateRefused(kind=kind, problems=problems):
            return "\n".join([f"Templat {kind} tidak dapat dipakai:", *(f"- {what}" for what in problems)])
        case e.SessionRefused(reason=reason, on=on):
            return _SESSIONS[reason].format(tanggal(on))
        case e.PhotoRefused(reason="besar", size_bytes=size_bytes):
            return f"Foto sebesar {size_bytes // 1_000_000} MB terlalu besar; perkecil sampai paling banyak 10 MB."
        case e.PhotoRefused():
            return "Berkas itu bukan foto JPEG atau PNG; simpan ulang sebagai JPEG, lalu coba lagi."
    return ""


_VOTES = {
    "bukan_anggota": "{0} bukan anggota BPD pada hari ini; hanya anggota BPD yang bersuara.",
    "tidak_hadir": "{0} tidak tercatat hadir; catat dahulu kehadirannya dengan `perdes meeting attend`.",
    "sudah_bersuara": "{0} sudah bersuara dalam musyawarah ini; satu anggota satu suara.",
    "sudah_mufakat": "Mufakat atas bagian ini sudah tercatat, jadi suara {0} tidak diperlukan lagi.",
    "bukan_sendiri": "Suara hanya dapat diberikan sendiri; {0} tidak dapat bersuara untuk anggota lain.",
    "versi_lain": "Versi yang dibaca {0} bukan versi yang dimusyawarahkan; baca versi itu, lalu bersuara lagi.",
    "versi_lama": "Musyawarah ini membahas versi yang lebih lama; tutup lalu buka musyawarah baru atas versi terakhir.",
}
_SESSIONS = {
    "lampau": "Tanggal {0} sudah lewat; undangan memerlukan hari yang akan datang.",
    "mundur": "Sidang terakhir pada {0}; sidang lanjutan tidak dapat mendahuluinya, periksa --tanggal.",
    "belum_lengkap": "Sidang {0} belum mempunyai daftar hadir dan notulen; lengkapi dahulu, baru buka sidang lanjutan.",
}
_COMMENTS = {
    "selesai": "Catatan nomor {0} sudah selesai; buka kembali dengan `perdes resolve --reopen` bila perlu.",
    "terbuka": "Catatan nomor {0} masih terbuka, jadi tidak perlu dibuka kembali.",
    "ditarik": "Catatan nomor {0} sudah ditarik penulisnya; buat catatan baru bila perlu.",
    "disembunyikan": "Catatan nomor {0} sudah disembunyikan; tidak ada yang perlu dilakukan lagi.",
    "belum_dijawab": "Catatan nomor {0} belum dijawab; jawab dahulu dengan `perdes answer`, baru dinyatakan selesai.",
}
