"""Papers of the public consultation and of the way to the BPD."""

from perdes_flow.domain.local_time import hari_tanggal
from perdes_flow.domain.meetings import Meeting
from perdes_flow.domain.values import Role
from perdes_flow.domain.words import ASAL
from perdes_flow.papers.sheet import Occasion, Sheet, Table, fingerprint


def berita_acara_konsultasi(occasion: Occasion) -> Sheet:
    """UU 6/2014 Pasal 69 ayat (9): where and when the people were asked, how many came."""
    held = [m for m in occasion.draft.meetings.values() if m.kind == "konsultasi"]
    return Sheet(
        "BERITA ACARA KONSULTASI PUBLIK",
        (
            f"{occasion.title} telah dikonsultasikan kepada masyarakat Desa:",
            *(_consultation(meeting) for meeting in held),
            f"Naskah yang dikonsultasikan: {fingerprint(occasion.draft)}.",
        ),
        (Role.SEKDES, Role.KADES),
    )


def matriks_masukan(occasion: Occasion) -> Sheet:
    """Permendagri 111/2014 Pasal 6 ayat (4): what people said, and what became of it."""
    held = [m for m in occasion.draft.meetings.values() if m.kind == "konsultasi"]
    rows = tuple((str(m.number), hari_tanggal(m.on), minutes) for m in held for minutes in m.minutes)
    return Sheet(
        "MATRIKS MASUKAN MASYARAKAT DAN TINDAK LANJUTNYA",
        (f"{occasion.title}.", "Masukan sebagaimana tercatat dalam notulen:"),
        (Role.SEKDES,),
        Table(("Konsultasi", "Hari dan tanggal", "Masukan dan tindak lanjut"), (2, 3, 8), rows),
    )


def surat_pengantar(occasion: Occasion) -> Sheet:
    """Permendagri 111/2014 Pasal 6 ayat (5): the Kepala Desa hands the draft to the BPD."""
    return Sheet(
        "SURAT PENGANTAR",
        (
            f"Kepada Yth. Ketua BPD Desa {occasion.village.desa}.",
            f"Bersama ini disampaikan {occasion.title} untuk dibahas dan disepakati bersama.",
            f"Naskah berasal dari {ASAL[occasion.draft.asal]} dan telah dikonsultasikan kepada masyarakat Desa.",
            f"Lampiran: {fingerprint(occasion.draft)}.",
        ),
        (Role.KADES,),
    )


def tanda_terima(occasion: Occasion) -> Sheet:
    """Permendagri 110/2016 Lampiran, agenda surat masuk: the BPD has the draft since this day."""
    return Sheet(
        "TANDA TERIMA",
        (
            f"Telah diterima {occasion.title} pada {hari_tanggal(occasion.today)}.",
            f"Naskah yang diterima: {fingerprint(occasion.draft)}.",
        ),
        (Role.SEKRETARIS_BPD,),
        letterhead="BADAN PERMUSYAWARATAN DESA",
    )


def _consultation(meeting: Meeting) -> str:
    return f"{hari_tanggal(meeting.on)} di {meeting.place}, dihadiri {meeting.residents} warga."
