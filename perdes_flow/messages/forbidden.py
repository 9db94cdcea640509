"""Refusals about what may not be done, or not now, or not by this person."""

from perdes_flow import errors as e
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
        case e.MeetingNotOpen(meeting=meeting):
            return f"Musyawarah nomor {meeting} masih terbuka; tutup dahulu dengan `perdes meeting close`."
        case e.VoteRefused(nickname=nickname, reason=reason):
            return _VOTES[reason].format(nickname)
        case e.AttendanceRefused(reason="kosong"):
            return "Daftar hadir kosong; sebutkan yang hadir dengan --hadir."
        case e.AttendanceRefused(nicknames=nicknames):
            return f"{all_of(nicknames)} tidak memegang jabatan pada hari musyawarah; periksa namanya."
        case e.MigrationUnsafe(draft=draft, reasons=reasons):
            return f"Rancangan “{draft}” tetap pada alur lama: {'; '.join(reasons)}."
    return ""


_VOTES = {
    "bukan_anggota": "{0} bukan anggota BPD pada hari ini; hanya anggota BPD yang bersuara.",
    "tidak_hadir": "{0} tidak tercatat hadir; catat dahulu kehadirannya dengan `perdes meeting attend`.",
    "sudah_bersuara": "{0} sudah bersuara dalam musyawarah ini; satu anggota satu suara.",
    "versi_lama": "Musyawarah ini membahas versi yang lebih lama; tutup lalu buka musyawarah baru atas versi terakhir.",
}
_COMMENTS = {
    "selesai": "Catatan nomor {0} sudah selesai; buka kembali dengan `perdes resolve --reopen` bila perlu.",
    "terbuka": "Catatan nomor {0} masih terbuka, jadi tidak perlu dibuka kembali.",
    "belum_dijawab": "Catatan nomor {0} belum dijawab; jawab dahulu dengan `perdes answer`, baru dinyatakan selesai.",
}
