"""The village, the draft and the legal acts of a story: as little of them as its guards look at."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import THE_SYSTEM, Act
from perdes_flow.domain.draft import Draft
from perdes_flow.domain.values import Role
from perdes_flow.domain.village import Village, replay_village
from perdes_flow.workflow.cases_form import Story
from perdes_flow.workflow.definition_model import Procedure, Transition

_OFFICES = (Role.PENYUSUN, Role.KADES, Role.SEKDES, Role.EVALUATOR)


def village_of(story: Story) -> Village:
    """A village with one person for each office, and a BPD of so many members, all in office for long."""
    bpd = (Role.KETUA_BPD, Role.SEKRETARIS_BPD, *[Role.ANGGOTA_BPD] * max(0, story.members - 2))
    roles = (*_OFFICES, *bpd[: story.members])
    facts: list[e.Fact] = [e.SettingsChanged(half_plus_one=story.rounding)]
    for number, role in enumerate(roles, start=1):
        person = f"o{number:03d}"
        facts.append(e.PersonAdded(person=person, nickname=f"orang-{number}", name=f"Orang {number}"))
        facts.append(e.OfficeAssigned(person=person, office=role, since=date(2000, 1, 1)))
    acts = (Act(datetime(2000, 1, 1, tzinfo=UTC), THE_SYSTEM, None, fact) for fact in facts)
    return replace(replay_village(acts), id="kasus", desa="Kasus")


def draft_of(story: Story, procedure: Procedure) -> Draft:
    """The draft of a story, as it starts."""
    return Draft(
        id="kasus",
        title=story.name,
        jenis=story.jenis,
        asal=story.prakarsa,
        prakarsa=story.prakarsa,
        workflow=procedure.pin,
        state=procedure.initial,
        entered=story.start,
        started=story.start,
    )


def legal_act(step: Transition, draft: Draft, on: date, nomor: int) -> tuple[e.Fact, ...]:
    """The fact of the legal act that goes with a step."""
    version = draft.latest
    text: dict[str, Any] = {}
    if version is not None:
        text = {
            "version": version.number,
            "docx_sha256": version.docx_sha256,
            "text_sha256": version.text_sha256,
        }
    match step.records:
        case "kesepakatan":
            counts: dict[str, Any] = {"members": 0, "present": 0, "yes": 0, "by_mufakat": False}
            return (e.AgreementReached(**text, meeting=1, nomor=str(nomor), on=on, **counts),)
        case "penetapan":
            return (e.PenetapanRecorded(**text, nomor=nomor, tahun=on.year, on=on),)
        case "pengundangan":
            number: dict[str, Any] = {"gazette": "lembaran_desa", "nomor": nomor, "gazette_nomor": nomor}
            unsigned = draft.penetapan is None
            return (e.PengundanganRecorded(**text, **number, tahun=on.year, on=on, unsigned=unsigned),)
        case "laporan" if step.to in ("evaluasi", "klarifikasi", "buntu"):
            about: Any = step.to
            return (e.ReportedToBupati(about=about, nomor=str(nomor), on=on),)
    return ()
