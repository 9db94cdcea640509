"""Meetings: who is invited, several sittings, one vote a member on the very text, and what is put down at a deadlock."""

from datetime import date
from pathlib import Path

import pytest
from use_cases.office import BPD, DRAFT, Office, docx, opened

from perdes_flow.domain.events.meetings import Guest
from perdes_flow.domain.values import Role
from perdes_flow.errors import (
    AttendanceRefused,
    MeetingNotOpen,
    NotInOffice,
    PlaceUnknown,
    SessionRefused,
    VoteRefused,
)
from perdes_flow.use_cases import deliberating, drafting, registering, sitting
from perdes_flow.use_cases.deliberating import question_outcome
from perdes_flow.use_cases.desk import Desk, open_case

DAY = date(2026, 2, 2)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return opened(tmp_path / "kerja")


@pytest.fixture
def sitting_office(office: Office) -> Office:
    """The BPD sits, all of them, with the Kepala Desa."""
    office.on_draft(deliberating.open_meeting, kind="bersama", on=DAY, place="Balai Desa", by="ketua")
    office.on_draft(deliberating.record_attendance, present=(*BPD, "kades"), by="ketua")
    return office


def test_an_invitation_names_all_members_and_for_a_joint_meeting_the_kepala_desa(office: Office) -> None:
    guest = Guest(name="Camat Gandusari", unsur="Kecamatan")
    call = {"on": date(2026, 2, 13), "starts": "19.30", "place": "Balai Desa", "agenda": ("Pembahasan",)}
    office.on_draft(sitting.call_meeting, kind="bersama", guests=(guest,), by="ketua", **call)
    known = office.draft.calls[1]
    assert len(known.invited) == 6
    assert known.guests == (guest,)
    office.on_draft(deliberating.open_meeting, kind="bersama", on=call["on"], place="Balai Desa", by="ketua")
    assert office.draft.meetings[1].session.starts == "19.30"  # as the invitation said


def test_nobody_is_invited_to_a_day_gone_by_nor_by_an_ordinary_member(office: Office) -> None:
    call = {"kind": "internal", "starts": "19.30", "place": "Balai Desa", "agenda": ("Pembahasan",)}
    before = office.size
    with pytest.raises(SessionRefused):
        office.on_draft(sitting.call_meeting, on=date(2026, 2, 1), by="ketua", **call)
    with pytest.raises(NotInOffice):
        office.on_draft(sitting.call_meeting, on=date(2026, 2, 13), by="a1", **call)
    assert office.size == before


def test_a_further_sitting_waits_for_attendance_and_minutes_of_the_last(sitting_office: Office) -> None:
    office = sitting_office
    later = {"on": date(2026, 2, 4), "starts": "20.00", "by": "ketua"}
    with pytest.raises(SessionRefused) as refused:
        office.on_draft(sitting.open_session, **later)
    assert refused.value.reason == "belum_lengkap"
    office.on_draft(deliberating.record_minutes, text="Sidang pertama.", by="sekretaris")
    with pytest.raises(SessionRefused) as refused:
        office.on_draft(sitting.open_session, on=date(2026, 2, 1), starts="20.00", by="ketua")
    assert refused.value.reason == "mundur"
    office.on_draft(sitting.open_session, **later)
    office.on_draft(deliberating.record_attendance, present=("ketua", "a1"), by="ketua")
    office.on_draft(deliberating.record_minutes, text="Sidang kedua.", by="sekretaris")
    first, second = office.draft.meetings[1].sessions
    assert (first.minutes, second.minutes) == (("Sidang pertama.",), ("Sidang kedua.",))
    assert (len(first.present), len(second.present)) == (6, 2)
    written = office.on_draft(deliberating.close_meeting, by="ketua")
    assert written[0].act.fact.outcome == "ditunda"  # two of five in the sitting that decides


def test_who_voted_stays_on_the_list_of_the_next_sitting(sitting_office: Office) -> None:
    office = sitting_office
    office.on_draft(deliberating.cast_vote, choice="setuju", by="a1")
    office.on_draft(deliberating.record_minutes, text="Sidang pertama.", by="sekretaris")
    office.on_draft(sitting.open_session, on=DAY, starts="20.00", by="ketua")
    assert office.draft.meetings[1].present == (_id(office, "a1"),)


@pytest.mark.parametrize(
    ("forged", "reason"),
    [
        ({"by": "a1", "choice": "tidak"}, "sudah_bersuara"),
        ({"by": "a2", "choice": "setuju", "member": "a3"}, "bukan_sendiri"),
        ({"by": "a2", "choice": "setuju", "version": 7}, "versi_lain"),
        ({"by": "kades", "choice": "setuju"}, "bukan_anggota"),
    ],
)
def test_a_forged_vote_is_refused_and_the_log_stays_as_it_was(
    sitting_office: Office, forged: dict[str, object], reason: str
) -> None:
    office = sitting_office
    office.on_draft(deliberating.cast_vote, choice="setuju", by="a1")
    before = office.size
    with pytest.raises(VoteRefused) as refused:
        office.on_draft(deliberating.cast_vote, **forged)
    assert refused.value.reason == reason
    assert office.size == before


def test_the_same_request_sent_twice_is_one_vote(sitting_office: Office) -> None:
    office = sitting_office
    first = office.on_draft(deliberating.cast_vote, choice="setuju", by="a1", key="sekali")
    assert office.on_draft(deliberating.cast_vote, choice="setuju", by="a1", key="sekali") == first
    assert office.draft.meetings[1].count("setuju") == 1


def test_votes_are_void_when_a_new_version_comes(office: Office) -> None:
    office.on_draft(deliberating.open_meeting, kind="bersama", on=DAY, place="Balai Desa", by="ketua")
    office.on_draft(deliberating.record_attendance, present=BPD, by="ketua")
    for member in BPD[:4]:
        office.on_draft(deliberating.cast_vote, choice="setuju", by=member)
    office.on_draft(drafting.submit_version, docx("Lain."), file_name="v2.docx", by="penyusun")
    assert office.draft.meetings[1].void
    before = office.size
    for vote in (deliberating.cast_vote, deliberating.cast_pasal_vote):
        more = {"address": "Pasal 2"} if vote is deliberating.cast_pasal_vote else {}
        with pytest.raises(VoteRefused) as refused:
            office.on_draft(vote, choice="setuju", by="a3", **more)
        assert refused.value.reason == "versi_lama"
    assert office.size == before
    assert office.on_draft(deliberating.close_meeting, by="ketua")[0].act.fact.outcome == "tanpa_putusan"


def test_a_single_pasal_is_decided_by_the_same_rules(sitting_office: Office) -> None:
    office = sitting_office
    for member, choice in zip(BPD, ("setuju", "setuju", "tidak", "tidak", "abstain"), strict=True):
        office.on_draft(deliberating.cast_pasal_vote, address="pasal 2", choice=choice, by=member)
    office.on_draft(deliberating.record_pasal_mufakat, address="Pasal 3", by="ketua")
    with pytest.raises(VoteRefused):
        office.on_draft(deliberating.cast_pasal_vote, address="Pasal 2", choice="setuju", by="a3")
    with pytest.raises(PlaceUnknown):
        office.on_draft(deliberating.cast_pasal_vote, address="Pasal 9", choice="setuju", by="a3")

    def outcomes(desk: Desk) -> dict[str, str]:
        case = open_case(desk, DRAFT)
        meeting = case.draft.meetings[1]
        return {q.address: question_outcome(case, meeting, q) for q in meeting.questions.values()}

    assert office.look(outcomes) == {"Pasal 2": "ditolak", "Pasal 3": "mufakat"}  # 2 of 5; ½ + 1 is 3
    assert not office.draft.meetings[1].votes  # the whole is another question


def test_who_is_no_member_on_the_day_does_not_vote(office: Office) -> None:
    office.do(
        registering.end_office,
        nickname="a3",
        office=Role.ANGGOTA_BPD,
        on=date(2026, 2, 1),
        reason="Pindah",
        by="sekdes",
    )
    office.do(
        registering.add_person,
        nickname="pengganti",
        name="Pengganti",
        offices=(Role.ANGGOTA_BPD,),
        since=DAY,
        decree="Keputusan Bupati 188/9/2026",
        acting=True,
        by="sekdes",
    )
    office.on_draft(deliberating.open_meeting, kind="internal", on=DAY, place="Balai Desa", by="ketua")
    with pytest.raises(AttendanceRefused):
        office.on_draft(deliberating.record_attendance, present=("a3",), by="ketua")
    office.on_draft(deliberating.record_attendance, present=("ketua", "pengganti"), by="ketua")
    with pytest.raises(VoteRefused) as refused:
        office.on_draft(deliberating.cast_vote, choice="setuju", by="a3")
    assert refused.value.reason == "bukan_anggota"
    office.on_draft(deliberating.cast_vote, choice="setuju", by="pengganti")
    assert office.draft.meetings[1].count("setuju") == 1


def test_a_problem_holds_where_each_side_stands(sitting_office: Office) -> None:
    office = sitting_office
    office.on_draft(
        sitting.record_problem, address="Pasal 2", bpd="Tetap.", kades="Dihapus.", by="sekretaris"
    )
    office.on_draft(
        sitting.record_opinion, person="a1", text="Jangan dihapus.", address="Pasal 2", by="sekretaris"
    )
    meeting = office.draft.meetings[1]
    assert [(p.address, p.bpd, p.kades) for p in meeting.problems] == [("Pasal 2", "Tetap.", "Dihapus.")]
    assert meeting.opinions[0].person == _id(office, "a1")
    with pytest.raises(AttendanceRefused):
        office.on_draft(sitting.record_opinion, person="penyusun", text="Tidak hadir.", by="sekretaris")


def test_a_problem_belongs_to_a_joint_meeting(office: Office) -> None:
    office.on_draft(deliberating.open_meeting, kind="internal", on=DAY, place="Balai Desa", by="ketua")
    with pytest.raises(MeetingNotOpen):
        office.on_draft(sitting.record_problem, address="", bpd="a", kades="b", by="ketua")


def _id(office: Office, nickname: str) -> object:
    return office.look(lambda desk: open_case(desk, DRAFT).village.person(nickname).id)
