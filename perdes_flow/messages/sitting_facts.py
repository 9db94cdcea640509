"""One sentence for every fact of a sitting and of the consultation."""

from perdes_flow.domain import events as e
from perdes_flow.domain.local_time import hari_tanggal
from perdes_flow.domain.words import CHOICES, MEETINGS


def sitting_sentence(fact: e.Fact) -> str:
    """The sentence, or nothing for another kind of fact."""
    match fact:
        case e.MeetingCalled():
            people = len(fact.invited) + len(fact.guests)
            return (
                f"Undangan {MEETINGS[fact.kind]} (musyawarah nomor {fact.meeting}) untuk {people} undangan: "
                f"{hari_tanggal(fact.on)} pukul {fact.starts} di {fact.place}."
            )
        case e.SessionOpened():
            return (
                f"Sidang ke-{fact.session} musyawarah nomor {fact.meeting}: "
                f"{hari_tanggal(fact.on)} pukul {fact.starts} di {fact.place}."
            )
        case e.GuestsAttended():
            return f"{len(fact.guests)} undangan lain tercatat hadir dalam musyawarah nomor {fact.meeting}."
        case e.OpinionRecorded():
            place = f" tentang {fact.address}" if fact.address else ""
            return f"Pendapat{place} tercatat dalam musyawarah nomor {fact.meeting}."
        case e.PasalMufakatReached():
            return f"Mufakat atas {fact.address} versi {fact.version} tercatat dalam musyawarah nomor {fact.meeting}."
        case e.PasalVoteCast():
            return f"Suara {CHOICES[fact.choice]} atas {fact.address} tercatat dalam musyawarah nomor {fact.meeting}."
        case e.ProblemRecorded():
            return f"Permasalahan yang tidak disepakati pada {fact.address} tercatat dalam musyawarah nomor {fact.meeting}."
    return ""


def consultation_sentence(fact: e.Fact) -> str:
    """The sentence, or nothing for another kind of fact."""
    match fact:
        case e.InputReceived():
            place = f" tentang {fact.address}" if fact.address else ""
            sent = ", terkirim dari halaman publik" if fact.way == "halaman" else ""
            return f"Masukan warga nomor {fact.input}{place} tercatat{sent}: {fact.text}"
        case e.InputAnswered():
            return f"Masukan warga nomor {fact.input} dijawab “{fact.outcome}”: {fact.reason}"
        case e.PhotoFiled():
            return f"Foto musyawarah nomor {fact.meeting} disimpan: {fact.caption}."
        case e.PersonDescribed():
            return "Data kontak seorang pejabat dicatat."
    return ""
