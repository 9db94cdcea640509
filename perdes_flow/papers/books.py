"""The BPD's books over all drafts of a village (Permendagri 110/2016 Lampiran): regulations, decisions, minutes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from perdes_flow.domain.draft import Draft
from perdes_flow.domain.local_time import hari_tanggal, tanggal
from perdes_flow.domain.meetings import Meeting
from perdes_flow.domain.values import Role
from perdes_flow.domain.village import Village
from perdes_flow.domain.words import GAZETTES, MEETINGS, OUTCOMES
from perdes_flow.papers.common_fields import letter_fields, officials, village_fields
from perdes_flow.papers.meeting_fields import present_members
from perdes_flow.papers.occasion import Receipt, holder, receipt_line
from perdes_flow.papers.words import bilangan, sentence_case
from perdes_flow.word.filling import Fields

_NONE = "–"
Row = Mapping[str, str]
Lines = Callable[[Village, Draft], Iterable[Row]]


@dataclass(frozen=True, slots=True)
class Book:
    """`counted`: what its lines are, e.g. "peraturan"."""

    kind: str
    label: str
    counted: str
    lines: Lines

    def fields(self, village: Village, drafts: Iterable[Draft], today: date, receipt: Receipt) -> Fields:
        """Everything that the book's template may name."""
        rows = [row for draft in drafts for row in self.lines(village, draft)]
        numbered = [{"no": str(number), **row} for number, row in enumerate(rows, start=1)]
        return {
            "desa": village_fields(village),
            "surat": letter_fields(today, ""),
            "pejabat": officials(village, today),
            "bukti": {"naskah": self.label, "catatan": receipt_line(receipt)},
            "buku": {"jumlah": f"{bilangan(len(rows))} {self.counted}", "baris": numbered},
        }


def unsigned(village: Village, today: date) -> tuple[Role, ...]:
    """The offices that must sign a book and that nobody holds."""
    signers = (Role.KETUA_BPD, Role.SEKRETARIS_BPD)
    return tuple(role for role in signers if holder(village, role, today) is None)


def _regulations(village: Village, draft: Draft) -> Iterable[Row]:
    agreed, signed, out = draft.agreement, draft.penetapan, draft.pengundangan
    if agreed is None:
        return
    yield {
        "judul": draft.title,
        "kesepakatan": f"Nomor {agreed.nomor}\n{tanggal(agreed.on)}",
        "penetapan": f"Nomor {signed.nomor} Tahun {signed.tahun}\n{tanggal(signed.on)}" if signed else _NONE,
        "pengundangan": f"{GAZETTES[out.gazette]} Nomor {out.gazette_nomor}\n{tanggal(out.on)}"
        if out
        else _NONE,
        "laporan": "\n".join(f"{report.nomor}, {tanggal(report.on)}" for report in draft.reports) or _NONE,
        "keterangan": sentence_case(draft.state.replace("_", " ")),
    }


def _decisions(village: Village, draft: Draft) -> Iterable[Row]:
    agreed = draft.agreement
    if agreed is None:
        return
    way = "mufakat" if agreed.by_mufakat else f"{agreed.yes} suara setuju"
    yield {
        "nomor": f"{agreed.nomor}\n{tanggal(agreed.on)}",
        "judul": f"Kesepakatan atas Rancangan Peraturan Desa {village.desa} tentang {draft.title}",
        "uraian": f"Hadir {agreed.present} dari {agreed.members} anggota; {way}; versi {agreed.version}",
        "keterangan": _NONE,
    }


def _minutes(village: Village, draft: Draft) -> Iterable[Row]:
    for meeting in draft.meetings.values():
        if meeting.kind == "konsultasi":
            continue
        for session in meeting.sessions:
            members = len(village.bpd_on(session.on))
            yield {
                "kapan": f"{hari_tanggal(session.on)}\n{session.place}",
                "jenis": MEETINGS[meeting.kind],
                "judul": draft.title,
                "hadir": f"{present_members(village, meeting, session)} dari {members} anggota",
                "hasil": _outcome(meeting) if session is meeting.session else "Dilanjutkan",
            }


def _outcome(meeting: Meeting) -> str:
    return sentence_case(OUTCOMES[meeting.outcome]) if meeting.outcome else "Masih berlangsung"


_LIST = (
    Book("buku_peraturan", "Buku Data Peraturan Desa", "peraturan", _regulations),
    Book("buku_keputusan", "Buku Keputusan BPD", "keputusan", _decisions),
    Book("buku_notulen", "Buku Notulen Rapat BPD", "sidang", _minutes),
)
BOOKS: Mapping[str, Book] = MappingProxyType({book.kind: book for book in _LIST})
