"""One plain sentence for every refusal: what is wrong, and what to do."""

from collections.abc import Iterable

from perdes_flow import errors as e
from perdes_flow.messages import files
from perdes_flow.messages.words import OFFICES, alternatives, offices

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


def refusal_sentence(refusal: e.Refusal) -> str:
    """What the person reads: one sentence, or one line for each unmet condition of a step."""
    match refusal:
        case e.DocxRefused():
            return files.sentence(refusal.reason, refusal.facts)
        case e.StepRefused():
            return _step(refusal)
    return _unknown(refusal) or _forbidden(refusal) or _stored(refusal) or _other(refusal)


def _step(refusal: e.StepRefused) -> str:
    lines = [f"Langkah {refusal.step} belum dapat dilakukan:"]
    lines += [f"- {lacking_sentence(lacking)}" for lacking in refusal.missing]
    return "\n".join(lines)


def lacking_sentence(lacking: e.Lacking) -> str:
    """An unmet condition with its legal basis, if the law asks for it."""
    return f"{lacking.sentence} Dasar: {lacking.law}." if lacking.law else lacking.sentence


def _unknown(refusal: e.Refusal) -> str:
    match refusal:
        case e.VillageUnknown(village=village, known=known):
            return _named("Desa", village, known, "daftarkan dengan `perdes desa add`", "--desa")
        case e.PersonUnknown(nickname=nickname, known=known):
            return _named("Orang", nickname, known, "daftarkan dengan `perdes person add`", "--as")
        case e.DraftUnknown(draft=draft, known=known):
            return _named("Rancangan", draft, known, "mulai dengan `perdes start`", "nama rancangan")
        case e.VersionUnknown(version=version, count=count):
            return f"Versi {version} tidak ada; rancangan ini mempunyai {count} versi."
        case e.StepUnknown(step=step, known=known):
            return f"Langkah “{step}” tidak dikenal; pilih salah satu dari: {', '.join(known)}."
        case e.CommentUnknown(comment=comment):
            return f"Catatan nomor {comment} tidak ada; lihat daftarnya dengan `perdes history`."
        case e.PlaceUnknown(address=address, version=version, quote=""):
            return f"“{address}” tidak ada dalam versi {version}; lihat susunannya dengan `perdes outline`."
        case e.PlaceUnknown(address=address, version=version, quote=quote):
            return f"Kata-kata “{quote}” tidak ada dalam {address} versi {version}; salin persis dari naskah."
        case e.DocumentKindUnknown(kind=kind, known=known):
            return f"Jenis dokumen “{kind}” tidak dikenal; pilih salah satu dari: {', '.join(known)}."
        case e.ProcedureMissing(id=id_, version=version):
            return f"Berkas alur {id_} versi {version} tidak ditemukan; kembalikan ke folder `workflows`."
        case e.AddressNotUnderstood(text=text):
            return f"“{text}” bukan alamat dalam naskah; tulis misalnya “Pasal 5 ayat (2) huruf b” atau “Naskah”."
    return ""


def _named(noun: str, name: str, known: Iterable[str], remedy: str, option: str) -> str:
    every = ", ".join(known)
    if not name:
        hint = f"; pilih salah satu dari: {every}" if every else f"; {remedy}"
        return f"{noun} belum disebut, tambahkan {option}{hint}."
    hint = f" Yang terdaftar: {every}." if every else f" Belum ada yang terdaftar; {remedy}."
    return f"{noun} “{name}” tidak dikenal.{hint}"


def _forbidden(refusal: e.Refusal) -> str:
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
            return f"{alternatives(nicknames, 'dan')} tidak memegang jabatan pada hari musyawarah; periksa namanya."
        case e.TextDiffers(what=what, version=version):
            return f"Teks {what} berbeda dengan versi {version} yang disepakati; serahkan naskah yang disepakati."
        case e.MigrationUnsafe(draft=draft, reasons=reasons):
            return f"Rancangan “{draft}” tetap pada alur lama: {'; '.join(reasons)}."
    return ""


def _stored(refusal: e.Refusal) -> str:
    match refusal:
        case e.DraftMovedOn(draft=draft):
            return f"Rancangan “{draft}” baru saja diubah orang lain; periksa keadaannya, lalu ulangi."
        case e.FileMissing(path=path):
            return f"Berkas {path} hilang; pulihkan dari cadangan dengan `perdes restore`."
        case e.FileDamaged(path=path):
            return f"Berkas {path} tidak lagi sama dengan yang tercatat; pulihkan dari cadangan dengan `perdes restore`."
        case e.StorageBusy():
            return "Catatan sedang dipakai orang lain; tunggu sebentar, lalu ulangi."
        case e.WorkspaceMissing(folder=folder):
            return f"{folder} bukan folder kerja perdes; buat dengan `perdes init {folder}` atau sebutkan --home."
        case e.LogBroken(findings=findings):
            lines = [f"- {where}: {what}" for where, what in findings]
            return "\n".join(["Pemeriksaan menemukan kerusakan; pulihkan dari cadangan dan simpan bukti ini:", *lines])
        case e.InputUnreadable(path=path, problem=problem):
            return f"{path} tidak dapat dibaca atau ditulis ({problem}); periksa nama dan izin berkasnya."
    return ""


def _other(refusal: e.Refusal) -> str:
    match refusal:
        case e.ValueUnfit(what=what, value=value, form=form):
            return f"{what} “{value}” tidak sesuai; {form}."
        case e.RedlineNotProven(story=story):
            return f"Perubahan pada {story} tidak dapat dibuktikan benar, jadi tidak dikeluarkan; simpan ulang kedua berkas dengan Word lalu coba lagi."
    return f"Permintaan ditolak ({refusal.code})."


def office_word(code: str) -> str:
    """The word for an office's code."""
    return OFFICES.get(code, code)
