"""The facts of legal effect: agreed, evaluated, signed, promulgated, reported, clarified."""

from datetime import date
from typing import Literal

from perdes_flow.domain.events.fact import Count, Fact, Number
from perdes_flow.domain.values import (
    Gazette,
    Label,
    Sha256,
)


class AgreementReached(Fact):
    """Kesepakatan bersama: the very text that BPD and Kepala Desa agreed to."""

    type: Literal["agreement_reached"] = "agreement_reached"
    version: Number
    docx_sha256: Sha256
    text_sha256: Sha256
    meeting: Number
    nomor: Label  # of the Keputusan BPD
    on: date
    members: Count
    present: Count
    yes: Count
    by_mufakat: bool


class EvaluationDecided(Fact):
    type: Literal["evaluation_decided"] = "evaluation_decided"
    outcome: Literal["sesuai", "koreksi", "dibatalkan"]
    nomor: Label  # of the Keputusan Bupati
    on: date


class PenetapanRecorded(Fact):
    type: Literal["penetapan_recorded"] = "penetapan_recorded"
    version: Number
    docx_sha256: Sha256
    text_sha256: Sha256
    nomor: Number
    tahun: Number
    on: date


class PengundanganRecorded(Fact):
    type: Literal["pengundangan_recorded"] = "pengundangan_recorded"
    version: Number
    docx_sha256: Sha256
    text_sha256: Sha256
    gazette: Gazette
    nomor: Number  # of the regulation
    gazette_nomor: Number
    tahun: Number
    on: date
    unsigned: bool = False  # promulgated although the Kepala Desa did not sign


class ReportedToBupati(Fact):
    type: Literal["reported_to_bupati"] = "reported_to_bupati"
    about: Literal["evaluasi", "klarifikasi", "buntu"]
    nomor: Label
    on: date


class ClarificationDecided(Fact):
    type: Literal["clarification_decided"] = "clarification_decided"
    outcome: Literal["sesuai", "dibatalkan"]
    nomor: Label
    on: date
