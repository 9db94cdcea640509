"""What must be on record before a paper can be made: each says in one sentence what is lacking, or nothing."""

from perdes_flow.domain.words import PARTIES, all_of
from perdes_flow.papers.act_fields import proposing_office
from perdes_flow.papers.meeting_fields import next_call
from perdes_flow.papers.occasion import Occasion


def version(occasion: Occasion) -> str:
    return "" if occasion.draft.latest else "Belum ada naskah; serahkan dengan `perdes submit`."


def call(occasion: Occasion) -> str:
    call = next_call(occasion.draft)
    if call is None or call.meeting in occasion.draft.meetings:
        return "Belum ada undangan untuk musyawarah berikutnya; catat dengan `perdes meeting invite`."
    return ""


def meeting(occasion: Occasion) -> str:
    return (
        "" if occasion.meeting() else "Belum ada musyawarah yang tercatat; buka dengan `perdes meeting open`."
    )


def attendance(occasion: Occasion) -> str:
    meeting = occasion.meeting()
    if meeting is None or all(session.attended for session in meeting.sessions):
        return ""
    return "Kehadiran belum dicatat; catat dengan `perdes meeting attend`."


def minutes(occasion: Occasion) -> str:
    meeting = occasion.meeting()
    if meeting is None or all(session.minutes for session in meeting.sessions):
        return ""
    return "Jalannya musyawarah belum dicatat; catat dengan `perdes meeting minutes`."


def decided(occasion: Occasion) -> str:
    meeting = occasion.meeting("bersama")
    if meeting is None:
        return "Belum ada pembahasan bersama yang tercatat; buka dengan `perdes meeting open`."
    if meeting.void or not (meeting.mufakat or meeting.votes):
        return "Belum ada mufakat atau suara yang berlaku; catat dengan `perdes meeting mufakat` atau `perdes meeting vote`."
    return "" if meeting.closed else "Pembahasan bersama belum ditutup; tutup dengan `perdes meeting close`."


def problems(occasion: Occasion) -> str:
    meeting = occasion.meeting("bersama")
    if meeting is not None and meeting.problems:
        return ""
    return "Belum ada permasalahan yang tercatat; catat dengan `perdes meeting problem`."


def consulted(occasion: Occasion) -> str:
    held = [m for m in occasion.draft.meetings.values() if m.kind == "konsultasi"]
    if any(meeting.residents for meeting in held):
        return ""
    return "Belum ada konsultasi dengan warga yang tercatat hadir; catat dengan `perdes meeting open` dan `perdes meeting attend`."


def answered(occasion: Occasion) -> str:
    waiting = occasion.draft.unanswered_inputs
    return (
        f"{len(waiting)} masukan warga belum dijawab; jawab dengan `perdes consult answer`."
        if waiting
        else ""
    )


def covering(occasion: Occasion) -> str:
    if any(document.kind == "surat_pengantar" for document in occasion.draft.documents):
        return ""
    return "Surat pengantar Kepala Desa belum ada pada rancangan ini."


def agreed(occasion: Occasion) -> str:
    return "" if occasion.draft.agreement else "Kesepakatan bersama belum tercatat; lakukan langkah sepakati."


def to_report(occasion: Occasion) -> str:
    draft = occasion.draft
    if draft.state == "buntu" or draft.agreement or draft.pengundangan:
        return ""
    return "Belum ada yang disampaikan kepada Bupati: rancangan belum disepakati, belum buntu, dan belum diundangkan."


def to_promulgate(occasion: Occasion) -> str:
    draft = occasion.draft
    if draft.penetapan or draft.state == "penetapan":
        return ""
    return "Rancangan belum sampai pada penetapan, sehingga belum dapat diundangkan."


def proposed(occasion: Occasion) -> str:
    draft = occasion.draft
    if draft.prakarsa != "bpd":
        return "Rancangan ini bukan prakarsa BPD."
    if not draft.versions or not draft.versions[0].note.strip():
        return "Pokok pikiran belum tercatat; isi keterangan saat menyerahkan versi pertama (`perdes submit --ket`)."
    if proposing_office(occasion) is None:
        return "Yang menyerahkan versi pertama bukan anggota BPD; usulan anggota ditulis oleh pengusulnya sendiri."
    return ""


def goes_into_lembaran(occasion: Occasion) -> str:
    """Only a Peraturan Desa does (UU 6/2014 Pasal 69 ayat (11))."""
    return (
        ""
        if occasion.is_perdes
        else "Peraturan Kepala Desa diundangkan dalam Berita Desa; terbitkan berita_desa."
    )


def goes_into_berita(occasion: Occasion) -> str:
    """All other regulations of the village do (Permendagri 111/2014 Pasal 28)."""
    if occasion.is_perdes:
        return "Peraturan Desa diundangkan dalam Lembaran Desa; terbitkan lembaran_desa."
    return (
        ""
        if occasion.draft.penetapan
        else "Peraturan Kepala Desa belum ditetapkan; lakukan langkah tetapkan."
    )


def corrected(occasion: Occasion) -> str:
    """A correction was asked for after evaluation, and has been deliberated on since."""
    draft, meeting = occasion.draft, occasion.meeting("bersama")
    if draft.evaluation is None or draft.evaluation.outcome != "koreksi":
        return "Belum tercatat hasil evaluasi yang meminta penyempurnaan."
    if meeting is None or meeting.on < draft.evaluation.on or meeting.visit != draft.visit:
        return "Penyempurnaan belum dibahas bersama sejak hasil evaluasi diterima; buka dengan `perdes meeting open`."
    return ""


def withdrawable(occasion: Occasion) -> str:
    """Nothing is withdrawn that was stipulated; what was deliberated on only with both consents."""
    draft = occasion.draft
    if draft.penetapan or draft.pengundangan:
        return "Peraturan yang sudah ditetapkan tidak dapat ditarik kembali."
    given = {consent.party for consent in occasion.withdrawal_consents}
    missing = [PARTIES[party] for party in PARTIES if party not in given]
    if not occasion.was_deliberated or not missing:
        return ""
    return f"Rancangan sudah dibahas; persetujuan {all_of(missing)} atas penarikan belum tercatat. Catat dengan `perdes consent`."
