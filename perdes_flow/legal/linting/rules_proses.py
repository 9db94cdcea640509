"""PD-89 and PR-01 to PR-12: whether the draft came about as the law wants. Silent where only a text is known.

The procedure itself refuses a step whose condition is not met; these rules look at the record afterwards, also at one that was
kept elsewhere, and say in one list what an auditor would say.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import wraps

from perdes_flow.legal.dates import MONTHS
from perdes_flow.legal.linting.case import WHOLE, Case
from perdes_flow.legal.linting.finding import ERROR, WARNING, Found
from perdes_flow.legal.linting.proceedings import Proceedings, Sitting
from perdes_flow.legal.linting.rule import Check, rule

PROCESS = "Prosedur"
_BPD = "Permendagri 110/2016"
_P111 = "Permendagri 111/2014"
_NOT_BY_BPD = frozenset({"rpjm_desa", "rkp_desa", "apb_desa", "lpj_apb_desa"})


def _on_record(check: Callable[[Case, Proceedings], Iterator[Found]]) -> Check:
    """A rule that asks the record."""

    @wraps(check)
    def asked(case: Case) -> Iterator[Found]:
        return check(case, case.proceedings) if case.proceedings else iter(())

    return asked


@rule("PD-89", source="", severity=ERROR)
@_on_record
def text_as_agreed(case: Case, record: Proceedings) -> Iterator[Found]:
    bound, when = (record.signed, "ditetapkan") if record.signed else (record.agreed, "disepakati")
    if bound and record.text and record.text != bound and (case.is_agreed or case.is_signed):
        yield Found(
            WHOLE,
            f"Naskah ini tidak sama dengan naskah yang {when}.",
            "Pakai naskah itu, atau bahas dan sepakati perubahannya lebih dulu.",
        )


@rule("PR-01", source=f"UU 6/2014 Pasal 69 ayat (9); {_P111} Pasal 6 ayat (2)", severity=ERROR)
@_on_record
def consulted_before_submission(case: Case, record: Proceedings) -> Iterator[Found]:
    if not record.submitted:
        return
    if record.consulted is None:
        yield Found(
            PROCESS,
            f"Rancangan disampaikan {_day(record.submitted)} tanpa konsultasi publik.",
            "Adakan musyawarah konsultasi dan catat warga yang hadir.",
        )
    elif record.consulted > record.submitted:
        yield Found(
            PROCESS,
            f"Konsultasi publik {_day(record.consulted)} baru diadakan sesudah rancangan disampaikan.",
            "Konsultasikan rancangan sebelum disampaikan.",
        )


@rule("PR-02", source=f"{_BPD} Pasal 37 ayat (3) huruf b", severity=ERROR)
@_on_record
def quorum_reached(case: Case, record: Proceedings) -> Iterator[Found]:
    for sitting in _deciding(record):
        if sitting.present < sitting.quorum:
            yield Found(
                PROCESS,
                f"Pada {sitting.name} hadir {sitting.present} dari {sitting.members} anggota BPD, kuorumnya {sitting.quorum}.",
                "Ulangi musyawarah dengan anggota yang cukup.",
            )


@rule("PR-03", source=f"{_BPD} Pasal 37 ayat (3) huruf e", severity=ERROR)
@_on_record
def votes_enough(case: Case, record: Proceedings) -> Iterator[Found]:
    for sitting in _deciding(record):
        if not sitting.by_mufakat and sitting.votes < sitting.needed:
            yield Found(
                PROCESS,
                f"Pada {sitting.name} setuju {sitting.votes} dari {sitting.present} anggota yang hadir, perlu {sitting.needed}.",
                "Usahakan mufakat atau ulangi pemungutan suara.",
            )


def _deciding(record: Proceedings) -> Iterator[Sitting]:
    return (sitting for sitting in record.sittings if sitting.of_bpd and sitting.agreed)


@rule("PR-04", source=f"{_BPD} Pasal 44 ayat (5)", severity=ERROR)
@_on_record
def every_sitting_minuted(case: Case, record: Proceedings) -> Iterator[Found]:
    for sitting in record.sittings:
        if sitting.of_bpd and not sitting.minuted:
            yield Found(
                PROCESS, f"Tidak ada notulen {sitting.name}.", "Buat notulen untuk setiap musyawarah."
            )


@rule("PR-05", source=f"{_BPD} Pasal 37 ayat (3) huruf f", severity=ERROR)
@_on_record
def decision_of_bpd(case: Case, record: Proceedings) -> Iterator[Found]:
    if not record.decided:
        return
    if not record.decision:
        yield Found(
            PROCESS,
            f"Kesepakatan {_day(record.decided)} tidak ditetapkan dengan Keputusan BPD.",
            "Terbitkan Keputusan BPD dengan lampiran notulen.",
        )
    elif not record.minutes_annexed:
        yield Found(
            PROCESS,
            "Keputusan BPD tidak dilampiri notulen musyawarah.",
            "Lampirkan notulen pada Keputusan BPD.",
        )


@rule(
    "PR-06", source="PP 43/2014 Pasal 84; Permendagri 110/2016 Pasal 44; UU 6/2014 Pasal 69", severity=WARNING
)
@_on_record
def terms_kept(case: Case, record: Proceedings) -> Iterator[Found]:
    for term in record.late:
        done = f"dilakukan {_day(term.done)}" if term.done else "belum dilakukan"
        yield Found(
            PROCESS,
            f"Tenggat lewat: {term.what} paling lambat {_day(term.until)}, {done}.",
            "Lakukan segera, dan catat alasannya dalam berkas.",
        )


@rule("PR-07", source="UU 6/2014 Pasal 69 ayat (4) dan ayat (5)", severity=ERROR)
@_on_record
def evaluated_before_penetapan(case: Case, record: Proceedings) -> Iterator[Found]:
    if (
        record.needs_evaluation
        and record.stipulated
        and not (record.evaluated and record.evaluated <= record.stipulated)
    ):
        yield Found(
            PROCESS,
            f"Rancangan ini ditetapkan {_day(record.stipulated)} sebelum ada hasil evaluasi Bupati.",
            "Tempuh evaluasi sebelum penetapan.",
        )


@rule("PR-08", source=f"{_P111} Pasal 7 ayat (2)", severity=WARNING)
@_on_record
def not_by_bpd(case: Case, record: Proceedings) -> Iterator[Found]:
    if record.prakarsa == "bpd" and case.jenis in _NOT_BY_BPD:
        yield Found(
            PROCESS,
            "Rancangan RPJM Desa, RKP Desa, APB Desa, dan pertanggungjawaban APB Desa tidak dapat diusulkan oleh BPD.",
            "Ajukan sebagai prakarsa Pemerintah Desa.",
        )


@rule("PR-09", source=f"{_P111} Pasal 9", severity=WARNING)
@_on_record
def withdrawn_by_both(case: Case, record: Proceedings) -> Iterator[Found]:
    if record.withdrawn and record.discussed and not {"pemdes", "bpd"} <= record.consents:
        yield Found(
            PROCESS,
            "Rancangan yang sudah dibahas ditarik kembali tanpa persetujuan Pemerintah Desa dan BPD.",
            "Catat persetujuan kedua pihak.",
        )


@rule("PR-10", source="PP 43/2014 Pasal 84", severity=WARNING)
@_on_record
def two_signatures(case: Case, record: Proceedings) -> Iterator[Found]:
    if record.signed_by and record.signed_by == record.promulgated_by and not record.acting:
        yield Found(
            PROCESS,
            "Penetapan dan pengundangan dilakukan oleh orang yang sama.",
            "Kepala Desa menetapkan, Sekretaris Desa mengundangkan.",
        )


@rule("PR-11", source="Permendagri 47/2016, Buku A.1 dan A.9", severity=WARNING)
@_on_record
def books_complete(case: Case, record: Proceedings) -> Iterator[Found]:
    if record.unregistered:
        yield Found(
            PROCESS,
            f"Buku register A.1 dan A.9 belum lengkap: {', '.join(record.unregistered)}.",
            "Lengkapi catatannya.",
        )


@rule("PR-12", source="Permendagri 44/2016", severity=WARNING)
@_on_record
def within_authority(case: Case, record: Proceedings) -> Iterator[Found]:
    """The list of what the village may regulate is no part of the record: its basis has to be named in Mengingat."""
    basis = case.listed("mengingat")
    if basis and case.jenis == "umum" and not any(_AUTHORITY.match(item.text) for item in basis):
        yield Found(
            "Mengingat",
            "Mengingat tidak menyebut peraturan tentang kewenangan Desa.",
            "Periksa apakah pokok peraturan ini ada dalam daftar kewenangan Desa, dan sebut dasarnya.",
        )


# a regulation that is about the authority of the village, with its number filled in; not a law that mentions authority in passing
_AUTHORITY = re.compile(
    r"Peraturan\b[^;]*?\bNomor\s+\d+\s+Tahun\s+\d{4}\s+tentang\s+[^;(]*\bKewenangan\b[^;(]*\bDesa\b",
    re.IGNORECASE,
)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


RULES = (
    text_as_agreed, consulted_before_submission, quorum_reached, votes_enough, every_sitting_minuted, decision_of_bpd, terms_kept,
    evaluated_before_penetapan, not_by_bpd, withdrawn_by_both, two_signatures, books_complete, within_authority,
)  # fmt: skip
