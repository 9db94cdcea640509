"""Residents are asked, what they say is written down with or without a name, and every input is answered."""

from datetime import date
from pathlib import Path

import pytest
from use_cases.office import Office, opened
from use_cases.test_photos import png

from perdes_flow.errors import FieldUnfit, InputUnknown, NotInOffice, NotOpenNow, PhotoRefused, StepRefused
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.storage.files import open_files
from perdes_flow.use_cases import auditing, consulting, deliberating, drafting, enacting, registering

PNG = png()


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = opened(tmp_path / "kerja")
    office.on_draft(enacting.take_step, "konsultasikan", by="penyusun")
    return office


def test_submission_waits_for_the_people_and_for_an_answer_to_each(office: Office) -> None:
    for kind in ("berita_acara_konsultasi", "surat_pengantar", "matriks_masukan", "penjelasan"):
        office.on_draft(drafting.file_document, kind, b"%PDF-1.7 pindaian", suffix=".pdf", by="sekdes")
    with pytest.raises(StepRefused) as refused:
        office.on_draft(enacting.take_step, "ajukan", by="kades")
    assert [item.code for item in refused.value.missing] == ["konsultasi_warga"]
    assert "UU 6/2014 Pasal 69 ayat (9)" in refusal_sentence(refused.value)
    office.on_draft(
        deliberating.open_meeting, kind="konsultasi", on=date(2026, 2, 2), place="Balai Desa", by="sekdes"
    )
    office.on_draft(deliberating.record_attendance, present=("sekdes",), residents=40, by="sekdes")
    office.on_draft(consulting.receive_input, text="Biaya ditanggung desa.", name="Siti", by="sekdes")
    office.on_draft(consulting.receive_input, text="Pasal 2 kurang jelas.", address="pasal 2", by="sekdes")
    office.on_draft(consulting.answer_input, 1, outcome="ditolak", reason="APB Desa tidak cukup.", by="kades")
    office.on_draft(deliberating.close_meeting, by="sekdes")
    before = office.size
    with pytest.raises(StepRefused) as refused:
        office.on_draft(enacting.take_step, "ajukan", by="kades")
    assert [item.code for item in refused.value.missing] == ["masukan_dijawab"]
    said = refusal_sentence(refused.value)
    assert "1 masukan warga belum dijawab (no. 2)" in said
    assert "UU 6/2014 Pasal 69 ayat (9)" in said
    assert office.size == before
    office.on_draft(consulting.answer_input, 2, outcome="diterima", reason="Diperjelas.", by="penyusun")
    office.on_draft(enacting.take_step, "ajukan", by="kades")
    heard = office.draft.inputs
    assert [(one.name, one.meeting, one.address) for one in heard.values()] == [
        ("Siti", 1, ""),
        ("", 1, "Pasal 2"),
    ]


def test_what_went_to_the_bpd_is_not_answered_anew(office: Office) -> None:
    test_submission_waits_for_the_people_and_for_an_answer_to_each(office)
    before = office.size
    with pytest.raises(NotOpenNow):
        office.on_draft(consulting.receive_input, text="Terlambat.", by="sekdes")
    with pytest.raises(NotOpenNow):
        office.on_draft(consulting.answer_input, 1, outcome="diterima", reason="Lain.", by="kades")
    assert office.size == before


def test_only_the_village_office_writes_inputs_and_only_known_ones_are_answered(office: Office) -> None:
    with pytest.raises(NotInOffice):
        office.on_draft(consulting.receive_input, text="Usul.", by="a1")
    with pytest.raises(InputUnknown):
        office.on_draft(consulting.answer_input, 1, outcome="diterima", reason="Ya.", by="kades")


def test_a_picture_is_kept_and_checked_like_every_file(office: Office) -> None:
    office.on_draft(
        deliberating.open_meeting, kind="konsultasi", on=date(2026, 2, 2), place="Balai Desa", by="sekdes"
    )
    with pytest.raises(PhotoRefused):
        office.on_draft(consulting.add_photo, b"GIF89a", caption="Warga", by="sekdes")
    office.on_draft(consulting.add_photo, PNG, caption="Warga bermusyawarah", by="sekdes")
    (path, sha256), *_ = [
        found
        for found in office.look(lambda desk: list(auditing.recorded_files(desk)))
        if "/foto/" in found[0]
    ]
    assert open_files(office.home / "drafts").get(path, sha256) == PNG


@pytest.mark.parametrize(("field", "value"), [("phone", "0812"), ("mail", "bukan surel"), ("sex", "X")])
def test_contact_data_must_have_their_form(office: Office, field: str, value: str) -> None:
    before = office.size
    with pytest.raises(FieldUnfit):
        office.do(registering.describe_person, nickname="ketua", by="sekdes", **{field: value})
    assert office.size == before
