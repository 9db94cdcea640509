"""The story that the demo plays: who did what on which day, two mistakes and how they were mended among it.

People appear by office only. The times are those of the sample files (drafts/contoh).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from perdes_flow.bootstrap import shipped
from perdes_flow.cli.demo.letters import clarification_letter
from perdes_flow.domain.values import Role
from perdes_flow.use_cases import deliberating, drafting, enacting, issuing, registering, reviewing
from perdes_flow.use_cases.desk import Desk, Written
from perdes_flow.use_cases.enacting import Paper
from perdes_flow.use_cases.legal_acts import Particulars

VILLAGE, DRAFT = "sumberagung", "pelindungan-pmi"
MEMBERS = ("ketua-bpd", "sekretaris-bpd", *(f"anggota-{n}" for n in range(1, 8)))
_BALAI = "Balai Desa Sumberagung"
_TERMS = date(2023, 1, 2)

Deed = Callable[[Desk], Written]


@dataclass(frozen=True, slots=True)
class Scene:
    """What happens at one moment; `refused` if it is meant to be refused, and then nothing is written."""

    at: str
    title: str
    deeds: tuple[Deed, ...]
    refused: bool = False


def story() -> tuple[Scene, ...]:
    """All scenes in their order."""
    return (
        *_beginning(),
        *_consultation(),
        *_first_deliberation(),
        *_revision(),
        *_agreement(),
        *_enactment(),
    )


def _beginning() -> tuple[Scene, ...]:
    return (
        Scene("2026-01-12T01:00:00+00:00", "Desa dan orangnya didaftarkan.", (_village, *_people())),
        Scene(
            "2026-01-12T02:30:00+00:00",
            "KOPI menyerahkan naskah susunan Infest bersama DPMD kepada BPD; Pemerintah Desa mengambilnya sebagai prakarsa.",
            (_start, _submit("v1-usulan-kopi.docx")),
        ),
    )


def _consultation() -> tuple[Scene, ...]:
    return (
        Scene(
            "2026-01-19T02:00:00+00:00", "Konsultasi publik dibuka.", (_step("konsultasikan", "penyusun"),)
        ),
        Scene(
            "2026-01-20T02:00:00+00:00",
            "Kepala Desa hendak langsung menyampaikan naskah ke BPD, sebelum warga ditanya.",
            (_step("ajukan", "kades"),),
            refused=True,
        ),
        Scene(
            "2026-01-28T02:00:00+00:00",
            "Warga diajak bicara di balai desa.",
            (
                _meeting("konsultasi", "sekdes", date(2026, 1, 28)),
                _attend("sekdes", ("kades", "sekdes", "penyusun"), residents=64),
                _minutes(
                    "sekdes",
                    "Warga mengusulkan izin keluarga dapat diberikan melalui panggilan video (Pasal 12 ayat (2)); diterima. "
                    "Keluarga PMI meminta pengaduan juga melalui pesan elektronik (Pasal 25 ayat (1)); diterima. "
                    "Warga meminta pendampingan kepulangan bagi yang sakit (Pasal 23); diterima.",
                ),
                _close("sekdes"),
            ),
        ),
        Scene(
            "2026-02-05T03:15:00+00:00",
            "Penyusun memasukkan usul warga: versi 2.",
            (_submit("v2-setelah-konsultasi-publik.docx"),),
        ),
        Scene(
            "2026-02-09T02:00:00+00:00",
            "Kini syaratnya lengkap: Kepala Desa menyampaikan naskah ke BPD.",
            (
                _paper("berita_acara_konsultasi", "sekdes", "140/07/BA/2026"),
                _paper("matriks_masukan", "sekdes"),
                _paper("surat_pengantar", "kades", "140/12/2026"),
                _step("ajukan", "kades"),
            ),
        ),
    )


def _first_deliberation() -> tuple[Scene, ...]:
    return (
        Scene(
            "2026-02-12T02:00:00+00:00",
            "BPD menerima naskah dan mengundang anggotanya.",
            (
                _paper("tanda_terima", "sekretaris-bpd", "04/BPD/2026"),
                _paper("undangan", "ketua-bpd", "05/BPD/2026"),
                _step("jadwalkan", "ketua-bpd"),
            ),
        ),
        Scene(
            "2026-02-13T12:00:00+00:00",
            "Musyawarah internal BPD; dua anggota memberi catatan.",
            (
                _meeting("internal", "ketua-bpd", date(2026, 2, 13)),
                _attend("ketua-bpd", MEMBERS[:7]),
                _comment(
                    "anggota-2",
                    "Pasal 9 ayat (5)",
                    "Kerahasiaan data sebaiknya menjadi Pasal tersendiri, dengan siapa yang boleh membuka data.",
                ),
                _comment(
                    "anggota-4",
                    "Pasal 6 ayat (2)",
                    "Tiga hari kerja terlalu lama; informasi lowongan cepat basi. Usul dua hari kerja.",
                    quote="3 (tiga) hari kerja",
                ),
                _minutes(
                    "sekretaris-bpd",
                    "Naskah dibaca Pasal demi Pasal. Dua catatan dibawa ke pembahasan bersama.",
                ),
                _close("ketua-bpd"),
                _paper("catatan_bpd", "ketua-bpd"),
                _paper("undangan", "ketua-bpd", "06/BPD/2026"),
            ),
        ),
        Scene(
            "2026-02-18T02:00:00+00:00", "Pembahasan bersama dimulai.", (_step("bahas_bersama", "ketua-bpd"),)
        ),
        Scene(
            "2026-02-23T12:00:00+00:00",
            "Pada musyawarah pertama hanya lima dari sembilan anggota hadir.",
            (
                _meeting("bersama", "ketua-bpd", date(2026, 2, 23)),
                _attend("ketua-bpd", (*MEMBERS[:5], "kades")),
                _minutes("sekretaris-bpd", "Kuorum tidak tercapai; musyawarah dilanjutkan 25 Februari 2026."),
            ),
        ),
        Scene(
            "2026-02-23T13:00:00+00:00",
            "Ketua BPD tetap hendak menyepakati naskah, padahal dua catatan belum selesai.",
            (_step("sepakati", "ketua-bpd", nomor="03/BPD/2026"),),
            refused=True,
        ),
        Scene(
            "2026-02-25T12:00:00+00:00",
            "Musyawarah ditunda dua hari; delapan anggota hadir dan meminta perbaikan.",
            (
                _close("ketua-bpd"),
                _meeting("bersama", "ketua-bpd", date(2026, 2, 25)),
                _attend("ketua-bpd", (*MEMBERS[:8], "kades")),
                _minutes("sekretaris-bpd", "Kedua catatan disetujui forum; naskah diperbaiki lebih dahulu."),
                _close("ketua-bpd"),
                _step("minta_revisi", "ketua-bpd"),
            ),
        ),
    )


def _revision() -> tuple[Scene, ...]:
    return (
        Scene(
            "2026-03-04T13:40:00+00:00",
            "Versi 3: Pasal kerahasiaan data disisipkan, nomor bergeser; masih ada perubahan terlacak dari dua orang.",
            (
                _answer(1, "diterima", "Menjadi Pasal 10 tersendiri tentang kerahasiaan data pribadi."),
                _submit("v3-setelah-pembahasan-bpd.docx"),
                _comment(
                    "ketua-bpd",
                    "Pasal 14 ayat (3)",
                    "Maksudnya hari kerja atau hari kalender? Tuliskan dengan tegas.",
                ),
            ),
        ),
        Scene(
            "2026-03-05T02:00:00+00:00",
            "Kepala Desa hendak mengembalikan versi 3 ke BPD, padahal belum bersih dan catatan belum dijawab semua.",
            (_step("ajukan_ulang", "kades"),),
            refused=True,
        ),
        Scene(
            "2026-03-11T04:05:00+00:00",
            "Versi 4 bersih, semua catatan dijawab: naskah kembali ke BPD.",
            (
                _answer(2, "diterima", "Pasal 6 ayat (2) menjadi 2 (dua) hari kerja."),
                _answer(3, "diterima", "Pasal 14 ayat (3) menyebut hari kerja."),
                _submit("v4-disepakati.docx"),
                _paper("matriks_sandingan", "sekdes"),
                _step("ajukan_ulang", "kades"),
            ),
        ),
    )


def _agreement() -> tuple[Scene, ...]:
    return (
        Scene(
            "2026-03-13T12:00:00+00:00",
            "Delapan anggota hadir; catatan dinyatakan selesai, lalu setiap anggota bersuara.",
            (
                _meeting("bersama", "ketua-bpd", date(2026, 3, 13)),
                _attend("ketua-bpd", (*MEMBERS[:8], "kades")),
                _resolve(1, "anggota-2"),
                _resolve(2, "anggota-4"),
                _resolve(3, "ketua-bpd"),
                *(_vote(member, "setuju") for member in MEMBERS[:7]),
                _vote(MEMBERS[7], "tidak"),
                _minutes(
                    "sekretaris-bpd",
                    "Mufakat tidak tercapai karena satu anggota berkeberatan; diadakan pemungutan suara.",
                ),
                _close("ketua-bpd"),
                _paper("daftar_hadir", "sekretaris-bpd"),
                _paper("notulen", "sekretaris-bpd"),
                _paper("berita_acara_kesepakatan", "ketua-bpd", "07/BPD/2026"),
                _paper("keputusan_bpd", "ketua-bpd", "03/BPD/2026"),
                _step("sepakati", "ketua-bpd", nomor="03/BPD/2026"),
            ),
        ),
        Scene(
            "2026-03-16T02:00:00+00:00",
            "Ketua BPD menyerahkan naskah yang disepakati kepada Kepala Desa.",
            (_paper("surat_penyampaian", "ketua-bpd", "08/BPD/2026"), _step("serahkan_kades", "ketua-bpd")),
        ),
    )


def _enactment() -> tuple[Scene, ...]:
    agreed = "v4-disepakati.docx"
    return (
        Scene(
            "2026-03-25T02:00:00+00:00",
            "Kepala Desa menandatangani berkas yang keliru: naskah lama, bukan yang disepakati.",
            (_step("tetapkan", "kades", nomor="3", naskah_bertanda_tangan="v3-setelah-pembahasan-bpd.docx"),),
            refused=True,
        ),
        Scene(
            "2026-03-25T03:00:00+00:00",
            "Kepala Desa menandatangani naskah yang disepakati.",
            (_step("tetapkan", "kades", nomor="3", naskah_bertanda_tangan=agreed),),
        ),
        Scene(
            "2026-03-27T02:00:00+00:00",
            "Sekretaris Desa mengundangkannya dalam Lembaran Desa.",
            (_paper("lembaran_desa", "sekdes", "3"), _step("undangkan", "sekdes", nomor="3")),
        ),
        Scene(
            "2026-03-30T02:00:00+00:00",
            "Kepala Desa menyampaikannya kepada Bupati melalui Camat.",
            (
                _paper("surat_ke_bupati", "kades", "140/21/2026"),
                _step("sampaikan", "kades", nomor="140/21/2026", salinan_resmi=agreed),
            ),
        ),
        Scene(
            "2026-04-20T02:00:00+00:00",
            "Tim kabupaten menyatakan sesuai: Peraturan Desa berlaku.",
            (_clarified,),
        ),
    )


def _village(desk: Desk) -> Written:
    return registering.register_village(
        desk,
        village=VILLAGE,
        desa="Sumberagung",
        kecamatan="Gandusari",
        kabupaten="Kabupaten Blitar",
        zone="WIB",
    )


def _people() -> tuple[Deed, ...]:
    offices = {
        "penyusun": ("Penyusun Naskah", Role.PENYUSUN),
        "evaluator": ("Tim Klarifikasi Kabupaten", Role.EVALUATOR),
        "ketua-bpd": ("Ketua BPD", Role.KETUA_BPD),
        "sekretaris-bpd": ("Sekretaris BPD", Role.SEKRETARIS_BPD),
        **{f"anggota-{n}": (f"Anggota BPD {n}", Role.ANGGOTA_BPD) for n in range(1, 8)},
        "kades": ("Kepala Desa Sumberagung", Role.KADES),
        "sekdes": ("Sekretaris Desa Sumberagung", Role.SEKDES),
    }
    return tuple(_person(nickname, name, role) for nickname, (name, role) in offices.items())


def _person(nickname: str, name: str, role: Role) -> Deed:
    return lambda desk: registering.add_person(
        desk, nickname=nickname, name=name, offices=(role,), since=_TERMS, by="kades"
    )


def _start(desk: Desk) -> Written:
    return drafting.start_draft(
        desk,
        DRAFT,
        title="Pelindungan Pekerja Migran Indonesia",
        workflow="perdes",
        jenis="umum",
        asal="lembaga",
        prakarsa="pemdes",
        by="penyusun",
    )


def _sample(name: str) -> bytes:
    return (shipped("drafts/contoh") / DRAFT / name).read_bytes()


def _submit(name: str) -> Deed:
    return lambda desk: drafting.submit_version(desk, DRAFT, _sample(name), file_name=name, by="penyusun")


def _step(step: str, by: str, nomor: str = "", **papers: str) -> Deed:
    return lambda desk: enacting.take_step(
        desk,
        DRAFT,
        step,
        by=by,
        particulars=Particulars(nomor=nomor),
        papers={kind: Paper(_sample(name), Path(name).suffix) for kind, name in papers.items()},
    )


def _clarified(desk: Desk) -> Written:
    letter = Paper(clarification_letter(), ".docx")
    return enacting.take_step(
        desk,
        DRAFT,
        "klarifikasi_selesai",
        by="evaluator",
        particulars=Particulars(nomor="188/77/2026"),
        papers={"surat_hasil_klarifikasi": letter},
    )


def _paper(kind: str, by: str, nomor: str = "") -> Deed:
    return lambda desk: issuing.issue_paper(desk, DRAFT, kind, nomor=nomor, by=by)


def _meeting(kind: deliberating.MeetingKind, by: str, on: date) -> Deed:
    return lambda desk: deliberating.open_meeting(desk, DRAFT, kind=kind, on=on, place=_BALAI, by=by)


def _attend(by: str, present: tuple[str, ...], residents: int = 0) -> Deed:
    return lambda desk: deliberating.record_attendance(
        desk, DRAFT, present=present, residents=residents, by=by
    )


def _minutes(by: str, text: str) -> Deed:
    return lambda desk: deliberating.record_minutes(desk, DRAFT, text=text, by=by)


def _vote(by: str, choice: deliberating.Choice) -> Deed:
    return lambda desk: deliberating.cast_vote(desk, DRAFT, choice=choice, by=by)


def _close(by: str) -> Deed:
    return lambda desk: deliberating.close_meeting(desk, DRAFT, by=by)


def _comment(by: str, address: str, text: str, quote: str = "") -> Deed:
    return lambda desk: reviewing.open_comment(desk, DRAFT, address=address, text=text, quote=quote, by=by)


def _answer(comment: int, outcome: reviewing.AnswerOutcome, reason: str) -> Deed:
    return lambda desk: reviewing.answer_comment(
        desk, DRAFT, comment, outcome=outcome, reason=reason, by="kades"
    )


def _resolve(comment: int, by: str) -> Deed:
    return lambda desk: reviewing.resolve_comment(desk, DRAFT, comment, by=by)
