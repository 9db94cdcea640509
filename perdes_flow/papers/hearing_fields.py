"""The fields of what was said on the text: residents' inputs and their answers, comments, pictures."""

from typing import Any

from perdes_flow.domain.comments import Comment
from perdes_flow.domain.consultation import Input
from perdes_flow.domain.local_time import hari_tanggal
from perdes_flow.domain.meetings import Meeting
from perdes_flow.domain.values import sidik
from perdes_flow.domain.village import Village
from perdes_flow.domain.words import OFFICES, all_of
from perdes_flow.messages.threads import hidden_words
from perdes_flow.papers.meeting_fields import attendance_sentence, started
from perdes_flow.papers.occasion import Occasion
from perdes_flow.papers.words import bilangan, sentence_case, tanggal_huruf, without_degrees

RESULTS = {"diterima": "Diterima", "sebagian": "Diterima sebagian", "ditolak": "Tidak diterima"}
_WHOLE = "seluruh naskah"


def consultation_fields(occasion: Occasion) -> dict[str, Any]:
    """The consultations, what residents said and what became of it, and the pictures."""
    draft, village = occasion.draft, occasion.village
    held = [m for m in draft.meetings.values() if m.kind == "konsultasi"]
    inputs = [_input(one) for one in draft.inputs.values()]
    return {
        "konsultasi": [
            _consultation(village, meeting, number) for number, meeting in enumerate(held, start=1)
        ],
        "masukan": inputs,
        "foto": [
            {"no": str(number), "keterangan": photo.caption, "sidik": sidik(photo.file_sha256)}
            for number, photo in enumerate(draft.photos, start=1)
        ],
        "jumlah": {
            "masukan": str(len(inputs)),
            "masukan_kalimat": _input_sentence(occasion),
            "konsultasi_kapan": all_of(hari_tanggal(s.on) for m in held for s in m.sessions),
        },
    }


def comment_fields(occasion: Occasion) -> dict[str, Any]:
    """The comments and their answers."""
    rows = [_comment(comment) for comment in occasion.draft.comments.values()]
    return {"catatan": rows, "jumlah": {"catatan": bilangan(len(rows))}}


def _consultation(village: Village, meeting: Meeting, number: int) -> dict[str, Any]:
    session = meeting.session
    guests = [
        without_degrees(guest.name) + (f" ({guest.unsur})" if guest.unsur else "") for guest in session.guests
    ]
    return {
        "judul": f"Konsultasi ke-{number}",
        "hari_tanggal": hari_tanggal(session.on),
        "tanggal_huruf": tanggal_huruf(session.on),
        "pukul": started(village, session),
        "tempat": session.place,
        "hadir": attendance_sentence(village, meeting, session).removeprefix("Hadir ").removesuffix("."),
        "tamu": all_of(guests),
        "notulen": list(meeting.minutes),
        "versi": str(meeting.version),
        "sidik": sidik(meeting.text_sha256),
    }


def _input(one: Input) -> dict[str, str]:
    who = without_degrees(one.name) if one.name else "Warga (tanpa nama)"
    return {
        "no": str(one.number),
        "siapa": who + (f" ({one.unsur})" if one.unsur else ""),
        "tempat": one.address or _WHOLE,
        "tempat_kurung": f" mengenai {one.address}" if one.address else "",
        "isi": one.text,
        "hasil": RESULTS[one.answer.outcome] if one.answer else "Belum dijawab",
        "tindak_lanjut": one.answer.reason if one.answer else "–",
    }


def _input_sentence(occasion: Occasion) -> str:
    inputs = occasion.draft.inputs.values()
    if not inputs:
        return "Tidak ada masukan warga yang tercatat."
    counts = {
        outcome: sum(1 for one in inputs if one.answer and one.answer.outcome == outcome)
        for outcome in RESULTS
    }
    told = all_of(
        f"{RESULTS[outcome].lower()} {bilangan(count)}" for outcome, count in counts.items() if count
    )
    return f"Masukan warga yang tercatat: {bilangan(len(inputs))}" + (f"; {told}." if told else ".")


def _comment(comment: Comment) -> dict[str, str]:
    """Every comment is in the list, also one taken back; the words of one that was hidden are not."""
    answer, masked = comment.answer, hidden_words(comment)
    return {
        "no": str(comment.number),
        "tempat": comment.address,
        "kutipan": "" if masked else comment.quote,
        "isi": masked or (f"“{comment.quote}”: " if comment.quote else "") + comment.text,
        "dari": sentence_case(OFFICES[comment.by.role]),
        "hasil": RESULTS[answer.outcome] if answer else "Belum dijawab",
        "jawaban": _settled(comment),
        "status": "ditarik" if comment.withdrawn else "selesai" if comment.resolved else "terbuka",
    }


def _settled(comment: Comment) -> str:
    if comment.answer:
        return f"{RESULTS[comment.answer.outcome]}: {comment.answer.reason}"
    if comment.withdrawn and comment.aside:
        return f"Ditarik penulisnya: {comment.aside.reason}"
    return "–" if comment.erased else "Belum dijawab"
