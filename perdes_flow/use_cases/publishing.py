"""What everybody may see of a village: drafts on which the people are asked, and regulations that were promulgated.

Nothing else of a draft leaves by this door: no version that is not asked about, no comment, no name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from perdes_flow.domain import events as e
from perdes_flow.domain.values import DraftId, Gazette, Sha256
from perdes_flow.errors import DraftUnknown
from perdes_flow.ports import Entry, RegisterRow
from perdes_flow.use_cases.desk import Case, Desk, open_case

CONSULTED = "konsultasi_publik"  # the stage in which the people are asked (UU 6/2014 Pasal 69 ayat (9))
_LISTED = 50
_SIDIK = re.compile(r"[0-9A-F]{16}(?:[0-9A-F]{48})?")


@dataclass(frozen=True, slots=True)
class Promulgated:
    """A regulation as the registers tell it. `nomor` and `tahun` are its own, not those of the gazette."""

    draft: DraftId
    title: str
    kind: str  # "Peraturan Desa"
    version: int
    text_sha256: Sha256
    nomor: int
    tahun: int
    gazette: Gazette
    gazette_nomor: int
    gazette_tahun: int
    promulgated: date
    signed: date | None = None  # None: promulgated although the Kepala Desa did not sign
    agreed: date | None = None
    report_nomor: str = ""
    reported: date | None = None
    annulled: bool = False


def consulted(desk: Desk) -> tuple[RegisterRow, ...]:
    """The drafts on which the people are being asked, those changed last first."""
    return desk.register.page(state=CONSULTED, limit=_LISTED).rows


def consulted_case(desk: Desk, draft: DraftId) -> Case:
    """A draft on which the people are being asked; DraftUnknown for any other, whatever the reason."""
    case = open_case(desk, draft)
    if case.draft.state != CONSULTED or case.draft.latest is None:
        raise DraftUnknown(draft, ())
    return case


def promulgated(desk: Desk) -> tuple[Promulgated, ...]:
    """Every regulation of the village that was promulgated, by year and number."""
    facts = {entry.act.draft or "": entry.act.fact for entry in desk.log.of_type("draft_started")}
    found: dict[DraftId, Promulgated] = {}
    for entry in desk.log.of_type("pengundangan_recorded"):
        draft, fact = entry.act.draft or "", entry.act.fact
        started = facts.get(draft)
        if isinstance(fact, e.PengundanganRecorded) and isinstance(started, e.DraftStarted):
            found[draft] = _first(draft, started, fact)
    for entry in _later(desk):
        if (known := found.get(entry.act.draft or "")) is not None:
            found[known.draft] = _with(known, entry.act.fact)
    return tuple(sorted(found.values(), key=lambda one: (one.tahun, one.kind, one.nomor)))


def one_promulgated(desk: Desk, draft: DraftId) -> Promulgated:
    """The regulation that a draft became; DraftUnknown where it was not promulgated."""
    found = next((one for one in promulgated(desk) if one.draft == draft), None)
    if found is None:
        raise DraftUnknown(draft, ())
    return found


def with_text(desk: Desk, text_sha256: Sha256) -> tuple[Promulgated, ...]:
    """The regulations with that very text: one, unless a village promulgated the same words twice."""
    return tuple(one for one in promulgated(desk) if one.text_sha256 == text_sha256)


def with_sidik(desk: Desk, typed: str) -> tuple[Promulgated, ...] | None:
    """The regulations with that fingerprint, as people type or paste it; None where it is no fingerprint."""
    digits = re.sub(r"[\s.:-]", "", typed).upper()
    if not _SIDIK.fullmatch(digits):
        return None
    return tuple(one for one in promulgated(desk) if one.text_sha256.upper().startswith(digits))


def _first(draft: DraftId, started: e.DraftStarted, fact: e.PengundanganRecorded) -> Promulgated:
    kind = "Peraturan Desa" if fact.gazette == "lembaran_desa" else "Peraturan Kepala Desa"
    return Promulgated(
        draft,
        started.title,
        kind,
        fact.version,
        fact.text_sha256,
        fact.nomor,
        fact.tahun,
        fact.gazette,
        fact.gazette_nomor,
        fact.tahun,
        fact.on,
    )


def _later(desk: Desk) -> Iterator[Entry]:
    for kind in ("agreement_reached", "penetapan_recorded", "reported_to_bupati", "clarification_decided"):
        yield from desk.log.of_type(kind)


def _with(known: Promulgated, fact: e.Fact) -> Promulgated:
    match fact:
        case e.AgreementReached():
            return replace(known, agreed=fact.on)
        case e.PenetapanRecorded():
            return replace(known, signed=fact.on, nomor=fact.nomor, tahun=fact.tahun)
        case e.ReportedToBupati(about="klarifikasi"):
            return replace(known, report_nomor=fact.nomor, reported=fact.on)
        case e.ClarificationDecided():
            return replace(known, annulled=fact.outcome == "dibatalkan")
    return known
