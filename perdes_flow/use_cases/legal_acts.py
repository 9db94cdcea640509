"""The act with legal effect that goes with a step: agreement, evaluation, penetapan, pengundangan, reports."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from perdes_flow.domain import events as e
from perdes_flow.domain.local_time import tanggal
from perdes_flow.domain.values import DraftId, Gazette, Slug
from perdes_flow.use_cases.desk import Case, Desk
from perdes_flow.workflow.definition import Transition
from perdes_flow.workflow.guards import Missing


@dataclass(frozen=True, slots=True)
class Particulars:
    """What people fill in with a step: `nomor` of the paper or regulation, its date if not today, a reason."""

    nomor: str = ""
    on: date | None = None
    regulation_nomor: str = ""  # where the Kepala Desa did not sign, the number is given at pengundangan
    reason: str = ""


def lacking_particulars(case: Case, transition: Transition, given: Particulars) -> tuple[Missing, ...]:
    """What was not filled in, or not as it must be, beyond what the step's own conditions say."""
    law = transition.law_text(case.procedure)
    return tuple(
        Missing(code, sentence, basis)
        for code, sentence, basis in (
            ("nomor", _nomor(transition, given), law),
            ("nomor_peraturan", _regulation_nomor(case, transition, given), law),
            ("tanggal", _date(case, given), ""),
        )
        if sentence
    )


def numbers_used(desk: Desk, case: Case, transition: Transition, on: date) -> frozenset[int]:
    """The numbers given so far in that year to regulations of the draft's kind, or in the gazette that it goes into."""
    if transition.records == "penetapan":
        stipulated = desk.log.of_type("penetapan_recorded")
        kin = _drafts_under(desk, case.procedure.id)
        return frozenset(
            entry.act.fact.nomor
            for entry in stipulated
            if isinstance(entry.act.fact, e.PenetapanRecorded)
            and entry.act.fact.tahun == on.year
            and entry.act.draft in kin
        )
    if transition.records == "pengundangan":
        return frozenset(
            entry.act.fact.gazette_nomor
            for entry in desk.log.of_type("pengundangan_recorded")
            if isinstance(entry.act.fact, e.PengundanganRecorded)
            and entry.act.fact.tahun == on.year
            and entry.act.fact.gazette == _gazette(case)
        )
    return frozenset()


def _drafts_under(desk: Desk, procedure: Slug) -> frozenset[DraftId | None]:
    """The drafts of one kind of regulation: each kind has a series of numbers of its own."""
    return frozenset(
        entry.act.draft
        for entry in desk.log.of_type("draft_started")
        if isinstance(entry.act.fact, e.DraftStarted) and entry.act.fact.workflow.id == procedure
    )


def _nomor(transition: Transition, given: Particulars) -> str:
    if not transition.records or any(guard.name == "nomor_urut" for guard in transition.guards):
        return ""
    if not given.nomor:
        return f"Nomor {NOMOR_OF[transition.records]} belum diisi; tambahkan --nomor."
    if transition.records in ("penetapan", "pengundangan") and not _natural(given.nomor):
        return f"Nomor “{given.nomor}” bukan bilangan; tulis misalnya --nomor 3."
    return ""


def _regulation_nomor(case: Case, transition: Transition, given: Particulars) -> str:
    if transition.records != "pengundangan" or case.draft.penetapan or _natural(given.regulation_nomor):
        return ""
    return "Nomor peraturan belum diisi karena Kepala Desa tidak menandatangani; tambahkan --nomor-peraturan."


def _date(case: Case, given: Particulars) -> str:
    if given.on is None:
        return ""
    if given.on > case.today:
        return f"Tanggal {tanggal(given.on)} belum tiba; periksa --tanggal."
    if given.on < case.draft.entered:
        return f"Tanggal {tanggal(given.on)} mendahului tahap ini, yang dimulai {tanggal(case.draft.entered)}; periksa --tanggal."
    return ""


def _gazette(case: Case) -> Gazette:
    return "lembaran_desa" if case.procedure.id.startswith("perdes") else "berita_desa"


def legal_act(case: Case, transition: Transition, given: Particulars) -> e.LegalAct | None:
    """The fact of the legal act, if the step has one. Call it only when nothing is lacking."""
    on = given.on or case.today
    match transition.records:
        case "kesepakatan":
            return _agreement(case, given, on)
        case "evaluasi":
            return e.EvaluationDecided(outcome=_EVALUATION[transition.to], nomor=given.nomor, on=on)
        case "klarifikasi":
            outcome: Literal["sesuai", "dibatalkan"] = (
                "dibatalkan" if transition.to == "dibatalkan" else "sesuai"
            )
            return e.ClarificationDecided(outcome=outcome, nomor=given.nomor, on=on)
        case "laporan":
            return e.ReportedToBupati(about=_ABOUT[transition.to], nomor=given.nomor, on=on)
        case "penetapan":
            return _penetapan(case, given, on)
        case "pengundangan":
            return _pengundangan(case, given, on)
    return None


NOMOR_OF = {
    "kesepakatan": "Keputusan BPD",
    "evaluasi": "Keputusan Bupati",
    "klarifikasi": "surat hasil klarifikasi",
    "laporan": "surat kepada Bupati",
    "penetapan": "peraturan",
    "pengundangan": "Lembaran Desa atau Berita Desa",
}
_Outcome = Literal["sesuai", "koreksi", "dibatalkan"]
_EVALUATION: dict[str, _Outcome] = {
    "penyempurnaan": "koreksi",
    "dibatalkan": "dibatalkan",
    "penetapan": "sesuai",
}
_About = Literal["evaluasi", "klarifikasi", "buntu"]
_ABOUT: dict[str, _About] = {"evaluasi": "evaluasi", "klarifikasi": "klarifikasi", "buntu": "buntu"}


def _natural(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) > 0


def _agreement(case: Case, given: Particulars, on: date) -> e.AgreementReached:
    version, meeting = case.draft.latest, case.draft.meeting
    assert version is not None  # the guards let no agreement through
    assert meeting is not None  # without a text and a meeting on it
    members = {person.id for person in case.village.bpd_on(meeting.on)}
    return e.AgreementReached(
        version=version.number,
        docx_sha256=version.docx_sha256,
        text_sha256=version.text_sha256,
        meeting=meeting.number,
        nomor=given.nomor,
        on=on,
        members=len(members),
        present=len(members.intersection(meeting.present)),
        yes=meeting.count("setuju"),
        by_mufakat=meeting.mufakat,
    )


def _penetapan(case: Case, given: Particulars, on: date) -> e.PenetapanRecorded:
    version = case.draft.latest
    assert version is not None  # penetapan comes after agreement on a version
    return e.PenetapanRecorded(
        version=version.number,
        docx_sha256=version.docx_sha256,
        text_sha256=version.text_sha256,
        nomor=int(given.nomor),
        tahun=on.year,
        on=on,
    )


def _pengundangan(case: Case, given: Particulars, on: date) -> e.PengundanganRecorded:
    version, signed = case.draft.latest, case.draft.penetapan
    assert version is not None  # as for penetapan
    return e.PengundanganRecorded(
        version=version.number,
        docx_sha256=version.docx_sha256,
        text_sha256=version.text_sha256,
        gazette=_gazette(case),
        nomor=signed.nomor if signed else int(given.regulation_nomor),
        gazette_nomor=int(given.nomor),
        tahun=on.year,
        on=on,
        unsigned=signed is None,
    )
