"""Refusals about what is kept: records, files, workspace, and the files of rules."""

from perdes_flow import errors as e
from perdes_flow.messages.breaks import break_sentence
from perdes_flow.messages.mishaps import database_mishap


def stored(refusal: e.Refusal) -> str:
    """The sentence, or nothing for another kind of refusal."""
    match refusal:
        case e.DraftMovedOn(draft=None):
            return "Data desa baru saja diubah orang lain; periksa keadaannya, lalu ulangi."
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
            return "\n".join(
                ["Pemeriksaan menemukan kerusakan; pulihkan dari cadangan dan simpan bukti ini:", *lines]
            )
        case e.RecordDamaged(seq=seq):
            return f"Catatan nomor {seq} tidak utuh; periksa dengan `perdes verify`, lalu pulihkan dari cadangan."
        case e.StorageFailed(problem=problem):
            return f"Penyimpanan gagal ({database_mishap(problem)}); periksa ruang dan izin pada cakram, lalu lihat `perdes status` sebelum mengulangi."
        case e.DatabaseOlder():
            return "Basis data ini dari perdes-flow yang lebih lama; perbarui dengan `perdes db upgrade`."
        case e.DatabaseNewer():
            return "Basis data ini dari perdes-flow yang lebih baru; pasang versi terbaru perdes-flow."
        case e.LogRefused(line=line, reason=reason):
            return f"Baris {line}: {break_sentence(reason)}; salinan catatan ini tidak dapat dipercaya."
        case e.CheckpointRefused(reason=reason):
            return f"Titik periksa ditolak: {_CHECKPOINTS.get(reason, reason)}; mintalah yang asli kepada pemegangnya."
        case e.BackupRefused(reason=reason, path=path):
            return f"{path}: {_BACKUPS.get(reason, reason)}."
        case e.InputUnreadable(path=path, problem=problem):
            return f"{path} tidak dapat dibaca atau ditulis ({problem}); periksa nama dan izin berkasnya."
    return ""


def rules(refusal: e.Refusal) -> str:
    """Refusals about files of rules: the sentence, or nothing for another kind of refusal."""
    match refusal:
        case e.WorkflowRefused(findings=findings):
            lines = [f"- {f.file}:{f.line} [{f.code}] {f.message}" for f in findings]
            return "\n".join([f"Berkas alur belum dapat dipakai, {len(findings)} temuan:", *lines])
        case e.CalendarUnreadable(file=file, line=line, problem=problem):
            return f"{file}:{line}: {problem}; perbaiki tabel hari libur itu."
    return ""


_CHECKPOINTS = {
    "bentuk": "bukan titik periksa",
    "kunci": "kunci tidak dikenal",
    "asal": "berasal dari catatan lain",
    "tanda_tangan": "tanda tangannya tidak cocok",
}
_BACKUPS = {
    "sudah_ada": "berkas itu sudah ada; sebutkan nama lain untuk cadangan",
    "tidak_ada": "cadangan tidak ada; periksa nama berkasnya",
    "folder_terisi": "folder itu sudah berisi; pulihkan ke folder yang kosong",
    "bukan_cadangan": "bukan cadangan perdes-flow; periksa nama berkasnya",
    "rusak": "cadangan ini rusak; pakai cadangan lain",
    "postgresql": "cadangan basis data PostgreSQL dibuat dengan pg_dump",
}
