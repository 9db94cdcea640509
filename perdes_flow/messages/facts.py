"""One plain sentence for every fact, as the history and the receipts tell it."""

from perdes_flow.domain import events as e
from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.words import CHOICES, DOCUMENTS, GAZETTES, JENIS, MEETINGS, OFFICES, OUTCOMES, STAGES
from perdes_flow.messages.review_facts import review_sentence
from perdes_flow.messages.sitting_facts import consultation_sentence, sitting_sentence


def fact_sentence(fact: e.Fact) -> str:
    """What happened, in one sentence without names of persons."""
    own = _village(fact) or _draft(fact) or _comment(fact) or _meeting(fact) or _legal_act(fact)
    return own or sitting_sentence(fact) or consultation_sentence(fact) or review_sentence(fact)


def _village(fact: e.Fact) -> str:
    match fact:
        case e.VillageRegistered():
            return f"Desa {fact.desa}, Kecamatan {fact.kecamatan}, {fact.kabupaten} terdaftar."
        case e.SettingsChanged():
            return "Pengaturan desa diubah."
        case e.PersonAdded():
            return f"{fact.nickname} terdaftar."
        case e.OfficeAssigned():
            acting = " (penjabat)" if fact.acting else ""
            return f"Jabatan {OFFICES[fact.office]}{acting} dipegang sejak {tanggal(fact.since)}."
        case e.OfficeEnded():
            return f"Jabatan {OFFICES[fact.office]} berakhir {tanggal(fact.on)}: {fact.reason}."
    return ""


def _draft(fact: e.Fact) -> str:
    match fact:
        case e.DraftStarted():
            return f"Rancangan Peraturan “{fact.title}” dimulai (jenis {JENIS[fact.jenis]})."
        case e.VersionSubmitted():
            return f"Versi {fact.version} tercatat: {fact.pasal} Pasal{_left_over(fact)}."
        case e.DocumentFiled():
            nomor = f" nomor {fact.nomor}" if fact.nomor else ""
            what = DOCUMENTS.get(fact.kind) or fact.kind.replace("_", " ")
            return f"{what[0].upper()}{what[1:]}{nomor} {'diterbitkan' if fact.issued else 'disimpan'}."
        case e.StepTaken():
            silence = " karena tenggat lewat tanpa tindakan" if fact.by_silence else ""
            reason = f" – {fact.reason}" if fact.reason else ""
            step = fact.step.replace("_", " ")
            stage = STAGES.get(fact.target) or fact.target.replace("_", " ")
            return f"Langkah {step} dilakukan{silence}; tahap sekarang: {stage}{reason}."
        case e.ConsentGiven():
            return f"Persetujuan pihak {fact.party} untuk {fact.to} tercatat."
        case e.WorkflowMigrated():
            return f"Alur berpindah dari {fact.old.version} ke {fact.new.version}: {fact.reason}"
    return ""


def _left_over(fact: e.VersionSubmitted) -> str:
    parts = []
    if fact.open_revisions:
        parts.append(f"{fact.open_revisions} perubahan terlacak belum diterima")
    if fact.open_comments:
        parts.append(f"{fact.open_comments} komentar Word")
    return f", {' dan '.join(parts)}" if parts else ""


def _comment(fact: e.Fact) -> str:
    match fact:
        case e.CommentOpened():
            return f"Catatan nomor {fact.comment} pada {fact.address} (versi {fact.version}): {fact.text}"
        case e.CommentReplied():
            return f"Tanggapan atas catatan nomor {fact.comment}: {fact.text}"
        case e.CommentAnswered():
            return f"Catatan nomor {fact.comment} dijawab “{fact.outcome}”: {fact.reason}"
        case e.CommentResolved():
            return f"Catatan nomor {fact.comment} dinyatakan selesai."
        case e.CommentReopened():
            return f"Catatan nomor {fact.comment} dibuka kembali: {fact.reason}"
    return ""


def _meeting(fact: e.Fact) -> str:
    match fact:
        case e.MeetingOpened():
            return (
                f"{MEETINGS[fact.kind]} (musyawarah nomor {fact.meeting}) atas versi {fact.version} "
                f"dibuka {tanggal(fact.on)} di {fact.place}."
            )
        case e.AttendanceRecorded():
            residents = f" dan {fact.residents} warga" if fact.residents else ""
            return f"Hadir {len(fact.present)} orang{residents} dalam musyawarah nomor {fact.meeting}."
        case e.MufakatReached():
            return f"Mufakat atas versi {fact.version} tercatat dalam musyawarah nomor {fact.meeting}."
        case e.VoteCast():
            return f"Suara {CHOICES[fact.choice]} tercatat dalam musyawarah nomor {fact.meeting}."
        case e.MinutesRecorded():
            return f"Notulen musyawarah nomor {fact.meeting} tercatat."
        case e.MeetingClosed():
            return f"Musyawarah nomor {fact.meeting} ditutup: {OUTCOMES[fact.outcome]}."
    return ""


def _legal_act(fact: e.Fact) -> str:
    match fact:
        case e.AgreementReached():
            way = "dengan mufakat" if fact.by_mufakat else f"dengan {fact.yes} suara setuju"
            return (
                f"Versi {fact.version} disepakati bersama {way}, hadir {fact.present} dari {fact.members} "
                f"anggota BPD (Keputusan BPD Nomor {fact.nomor})."
            )
        case e.EvaluationDecided():
            return (
                f"Hasil evaluasi Bupati: {fact.outcome} (Keputusan Nomor {fact.nomor}, {tanggal(fact.on)})."
            )
        case e.PenetapanRecorded():
            return f"Ditetapkan sebagai Nomor {fact.nomor} Tahun {fact.tahun} pada {tanggal(fact.on)}."
        case e.PengundanganRecorded():
            unsigned = ", tidak ditandatangani Kepala Desa" if fact.unsigned else ""
            return (
                f"Diundangkan dalam {GAZETTES[fact.gazette]} Tahun {fact.tahun} Nomor {fact.gazette_nomor} "
                f"pada {tanggal(fact.on)}{unsigned}."
            )
        case e.ReportedToBupati():
            purpose = "pembinaan karena pembahasan buntu" if fact.about == "buntu" else fact.about
            return (
                f"Disampaikan kepada Bupati untuk {purpose} (surat Nomor {fact.nomor}, {tanggal(fact.on)})."
            )
        case e.ClarificationDecided():
            return f"Hasil klarifikasi Bupati: {fact.outcome} (surat Nomor {fact.nomor}, {tanggal(fact.on)})."
    return ""
