"""A paper is made only when what it tells has happened; names, offices and numbers as official papers write them."""

from datetime import date
from pathlib import Path

import pytest
from use_cases.office import BPD, DRAFT, Office, opened

from perdes_flow.domain.values import Role
from perdes_flow.errors import PaperNotReady
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.papers.occasion import holder, office_words
from perdes_flow.papers.words import bilangan, huruf, tanggal_huruf, without_degrees
from perdes_flow.use_cases import deliberating, issuing, registering, sitting
from perdes_flow.use_cases.desk import Desk, open_village


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return opened(tmp_path / "kerja")


def test_an_invitation_is_made_from_a_call_and_bears_a_number(office: Office) -> None:
    with pytest.raises(PaperNotReady) as refused:
        office.on_draft(issuing.issue_paper, "undangan", by="ketua")
    said = refusal_sentence(refused.value)
    assert "perdes meeting invite" in said
    assert "--nomor" in said
    office.on_draft(
        sitting.call_meeting,
        kind="internal",
        on=date(2026, 2, 13),
        starts="19.30",
        place="Balai Desa",
        agenda=("Pembahasan",),
        by="ketua",
    )
    first, second = (
        office.on_draft(issuing.issue_paper, "undangan", nomor="5/BPD/2026", by="ketua") for _ in range(2)
    )
    assert first[0].act.fact.file_sha256 != second[0].act.fact.file_sha256  # each names its own record


def test_the_way_to_the_bupati_at_a_deadlock_has_its_papers(office: Office) -> None:
    with pytest.raises(PaperNotReady):
        office.on_draft(issuing.issue_paper, "catatan_permasalahan", by="ketua")
    office.on_draft(
        deliberating.open_meeting, kind="bersama", on=date(2026, 2, 2), place="Balai Desa", by="ketua"
    )
    office.on_draft(deliberating.record_attendance, present=(*BPD, "kades"), by="ketua")
    office.on_draft(sitting.record_problem, address="Pasal 2", bpd="Tetap.", kades="Dihapus.", by="ketua")
    assert office.on_draft(issuing.issue_paper, "catatan_permasalahan", by="ketua")


def test_what_can_be_issued_is_told_with_what_lacks(office: Office) -> None:
    views = {view.kind: view.lacking for view in office.look(lambda desk: issuing.papers_ready(desk, DRAFT))}
    assert views["catatan_bpd"] == ()
    assert views["notulen"] == ("Belum ada musyawarah yang tercatat; buka dengan `perdes meeting open`.",)
    assert len(views) == 19


def test_an_acting_official_signs_as_such(office: Office) -> None:
    office.do(
        registering.add_person,
        nickname="plt",
        name="Drs. H. Contoh Nama, S.Sos., M.Si.",
        offices=(Role.KADES,),
        since=date(2026, 2, 1),
        decree="Keputusan Bupati 188/9/2026",
        acting=True,
        by="sekdes",
    )

    def signer(desk: Desk) -> tuple[str, str]:
        village, _, today = open_village(desk)
        person = holder(village, Role.KADES, today)
        assert person is not None
        return without_degrees(person.name).upper(), office_words(village, person, Role.KADES, today)

    # the Kepala Desa is still in office and only cannot act
    assert office.look(signer) == ("CONTOH NAMA", "Pelaksana Tugas Kepala Desa Sumberagung")
    office.do(
        registering.end_office,
        nickname="kades",
        office=Role.KADES,
        on=date(2026, 2, 1),
        reason="Meninggal dunia.",
        by="sekdes",
    )
    assert office.look(signer) == ("CONTOH NAMA", "Penjabat Kepala Desa Sumberagung")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"), (1, "satu"), (10, "sepuluh"), (11, "sebelas"), (12, "dua belas"), (19, "sembilan belas"),
        (20, "dua puluh"), (21, "dua puluh satu"), (100, "seratus"), (101, "seratus satu"), (111, "seratus sebelas"),
        (200, "dua ratus"), (1000, "seribu"), (1100, "seribu seratus"), (2026, "dua ribu dua puluh enam"),
    ],
)  # fmt: skip
def test_numbers_are_written_out_as_by_hand(number: int, words: str) -> None:
    assert huruf(number) == words
    assert bilangan(number) == f"{number} ({words})"


def test_a_day_is_written_out_in_full() -> None:
    assert (
        tanggal_huruf(date(2026, 3, 13))
        == "Jumat tanggal tiga belas bulan Maret tahun dua ribu dua puluh enam"
    )


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Drs. H. Slamet Contoh, S.Sos., M.Si.", "Slamet Contoh"),
        ("Siti Contoh, S.Pd", "Siti Contoh"),
        ("Hj. Contoh", "Contoh"),
        ("Contoh", "Contoh"),
    ],
)
def test_names_stand_without_degrees(name: str, plain: str) -> None:
    assert without_degrees(name) == plain
