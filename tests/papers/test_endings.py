"""The papers of the rarer ways: deadlock, withdrawal, correction after evaluation, Berita Desa, a member's proposal."""

import re
import shutil
import subprocess
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from use_cases.office import BPD, DRAFT, Office, docx, opened

from perdes_flow.domain import events as e
from perdes_flow.domain.acts import Actor
from perdes_flow.domain.values import Role, document_path
from perdes_flow.errors import PaperNotReady
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.use_cases import deliberating, drafting, enacting, issuing, registering, sitting
from perdes_flow.use_cases.desk import Desk, Written, open_case, write

KEPT: dict[str, bytes] = {}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return opened(tmp_path / "kerja")


def issue(office: Office, kind: str, draft: str = DRAFT, *, nomor: str = "140/7/2026", by: str) -> str:
    """The text of a paper just issued; kept for the look at all of them."""
    (entry,) = office.do(issuing.issue_paper, draft, kind, nomor=nomor, by=by)
    fact = entry.act.fact
    assert isinstance(fact, e.DocumentFiled)
    path = document_path("sumberagung", draft, kind, fact.file_sha256, fact.suffix)
    data = office.look(lambda desk: desk.files.get(path, fact.file_sha256))
    assert isinstance(data, bytes)
    KEPT[f"{len(KEPT):02d}-{kind}"] = data
    return _text(data)


def refused(office: Office, kind: str, draft: str = DRAFT, *, by: str) -> str:
    with pytest.raises(PaperNotReady) as error:
        office.do(issuing.issue_paper, draft, kind, nomor="140/7/2026", by=by)
    return refusal_sentence(error.value)


def test_a_proposer_withdraws_alone_what_nobody_has_deliberated_on(office: Office) -> None:
    said = issue(office, "surat_penarikan", by="kades")
    assert (
        "Kepala Desa Sumberagung dengan ini menarik kembali Rancangan Peraturan Desa Sumberagung tentang Contoh, yang "
        "dimulai pada tanggal 2 Februari 2026." in said
    )
    assert "belum dibahas bersama" in said
    assert "versi 1 (satu), 3 (tiga) Pasal" in said
    assert said.count("KADES") == 1
    assert "KETUA BADAN" not in said


def test_after_deliberation_both_must_have_consented_to_the_withdrawal(office: Office) -> None:
    _deliberate(office)
    assert "persetujuan Pemerintah Desa dan BPD atas penarikan belum tercatat" in refused(
        office, "surat_penarikan", by="kades"
    )
    office.on_draft(enacting.give_consent, "tarik_bersama", by="kades")
    assert "persetujuan BPD atas penarikan belum tercatat" in refused(office, "surat_penarikan", by="kades")
    office.on_draft(enacting.give_consent, "tarik_bersama", by="ketua")
    said = issue(office, "surat_penarikan", by="kades")
    assert "Kepala Desa Sumberagung dan Ketua Badan Permusyawaratan Desa Sumberagung dengan ini" in said
    assert "Pemerintah Desa pada tanggal 2 Februari 2026 dan BPD pada tanggal 2 Februari 2026" in said
    assert "KADES" in said
    assert "Menyetujui," in said


def test_the_bpd_withdraws_its_own_proposal_under_its_own_letterhead(office: Office) -> None:
    _start(office, "usul-bpd", workflow="perdes", prakarsa="bpd", by="penyusun")
    said = issue(office, "surat_penarikan", "usul-bpd", by="ketua")
    assert said.startswith("BADAN PERMUSYAWARATAN DESA")
    assert "Ketua Badan Permusyawaratan Desa Sumberagung dengan ini menarik kembali" in said


def test_a_members_proposal_tells_who_proposes_and_why(office: Office) -> None:
    _start(office, "usul-pegawai", workflow="perdes", prakarsa="bpd", by="penyusun")
    assert "bukan anggota BPD" in refused(office, "usulan_anggota_bpd", "usul-pegawai", by="ketua")
    offices, since = (Role.ANGGOTA_BPD, Role.PENYUSUN), date(2023, 1, 2)
    office.do(registering.add_person, nickname="a9", name="Rara", offices=offices, since=since, by="sekdes")
    _start(office, "usul-bpd", workflow="perdes", prakarsa="bpd", by="a9")
    said = issue(office, "usulan_anggota_bpd", "usul-bpd", nomor="", by="ketua")
    assert "Warga meminta aturan yang lebih jelas." in said
    assert "Pengusul : RARA Jabatan : Anggota BPD" in said
    assert "KETUA" in said


def test_a_deadlock_has_its_record_and_its_letter_to_the_bupati(office: Office) -> None:
    _deliberate(office)
    for address, bpd, kades in (
        ("Pasal 2", "Denda dihapus, cukup teguran tertulis.", "Denda tetap Rp500.000,00 sebagai efek jera."),
        ("Pasal 3", "Berlaku setelah satu tahun.", "Berlaku pada tanggal diundangkan."),
    ):
        office.on_draft(sitting.record_problem, address=address, bpd=bpd, kades=kades, by="ketua")
    said = issue(office, "catatan_permasalahan", nomor="", by="ketua")
    for words in ("Pasal 2", "cukup teguran tertulis", "efek jera", "Pasal 3", "KADES", "KETUA"):
        assert words in said, words
    _set(office, e.StepTaken, step="nyatakan_buntu", source="pembahasan_bersama", target="buntu")
    said = issue(office, "surat_ke_bupati", by="kades")
    assert "melalui Camat Gandusari" in said
    assert "Pasal 45" in said
    assert "Yth. Bupati Blitar" in said


def test_a_corrected_draft_is_approved_once_it_was_deliberated_on_again(office: Office) -> None:
    assert "hasil evaluasi yang meminta penyempurnaan" in refused(office, "persetujuan_bpd", by="ketua")
    _deliberate(office)
    office.on_draft(deliberating.record_mufakat, by="ketua")
    office.on_draft(deliberating.close_meeting, by="ketua")
    _set(office, e.StepTaken, step="catat_koreksi", source="evaluasi", target="penyempurnaan")
    decided = e.EvaluationDecided(outcome="koreksi", nomor="188.45/77/2026", on=date(2026, 2, 2))
    _put(office, decided)
    assert "belum dibahas bersama sejak hasil evaluasi" in refused(office, "persetujuan_bpd", by="ketua")
    office.on_draft(drafting.submit_version, docx("Isi sempurna."), file_name="v2.docx", by="penyusun")
    _deliberate(office)
    office.on_draft(deliberating.record_mufakat, by="ketua")
    office.on_draft(deliberating.close_meeting, by="ketua")
    said = issue(office, "persetujuan_bpd", by="ketua")
    assert "PERSETUJUAN ATAS PENYEMPURNAAN RANCANGAN PERATURAN DESA SUMBERAGUNG TENTANG CONTOH" in said
    assert "menurut Keputusan Bupati Blitar Nomor 188.45/77/2026 tanggal 2 Februari 2026" in said
    assert "Menyetujui penyempurnaan Rancangan Peraturan Desa Sumberagung tentang Contoh, versi 2" in said


def test_a_regulation_of_the_village_head_goes_into_the_berita_desa(office: Office) -> None:
    assert "Lembaran Desa; terbitkan lembaran_desa" in refused(office, "berita_desa", by="sekdes")
    _start(office, "tata-surat", workflow="perkades", prakarsa="pemdes", by="penyusun")
    assert "belum ditetapkan" in refused(office, "berita_desa", "tata-surat", by="sekdes")
    assert "Berita Desa; terbitkan berita_desa" in refused(office, "lembaran_desa", "tata-surat", by="sekdes")
    version = office.look(lambda desk: open_case(desk, "tata-surat").draft.latest)
    assert version is not None
    signed = e.PenetapanRecorded(
        version=1,
        docx_sha256=version.docx_sha256,  # type: ignore[attr-defined]
        text_sha256=version.text_sha256,  # type: ignore[attr-defined]
        nomor=4,
        tahun=2026,
        on=date(2026, 2, 2),
    )
    _put(office, signed, "tata-surat")
    said = issue(office, "berita_desa", "tata-surat", nomor="4", by="sekdes")
    assert "BERITA DESA SUMBERAGUNG" in said
    assert "Peraturan Kepala Desa Sumberagung Nomor 4 Tahun 2026 ditetapkan oleh Kepala Desa" in said
    assert "Lembaran" not in said


@pytest.mark.slow
def test_they_open_in_libreoffice_with_nothing_left_to_fill_in(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None or not KEPT:
        pytest.skip("LibreOffice is not installed here, or the papers were not made in this process")
    for name, data in KEPT.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    files = sorted(map(str, tmp_path.glob("*.docx")))
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for pdf in sorted(tmp_path.glob("*.pdf")):
        text = ["pdftotext", "-layout", str(pdf), "-"]
        told = subprocess.run(text, check=True, capture_output=True, text=True).stdout
        assert not re.search(r"\{\{|\}\}|\{%|%\}|…{2,}|_{3,}|\.{5,}|\bNone\b", told), pdf.name
        assert "Dibuat dari catatan no." in told, pdf.name
        assert told.count("\f") <= 2, pdf.name


def _start(office: Office, draft: str, *, workflow: str, prakarsa: str, by: str) -> None:
    office.do(
        drafting.start_draft,
        draft,
        title="Tata Surat Desa",
        workflow=workflow,
        jenis="umum",
        asal=prakarsa,
        prakarsa=prakarsa,
        by=by,
    )
    note = "Warga meminta aturan yang lebih jelas."
    office.do(drafting.submit_version, draft, docx(), file_name="v1.docx", note=note, by=by)


def _deliberate(office: Office) -> None:
    day = date(2026, 2, 2)
    office.on_draft(deliberating.open_meeting, kind="bersama", on=day, place="Balai Desa", by="ketua")
    office.on_draft(deliberating.record_attendance, present=(*BPD, "kades"), by="ketua")
    office.on_draft(deliberating.record_minutes, text="Pembahasan berjalan tertib.", by="sekretaris")


def _set(office: Office, kind: type[e.StepTaken], **named: str) -> None:
    day = date(2026, 2, 2)
    given = {**named, "on": day, "counted_from": day, "law": ("uji",), "calendar": "uji"}
    _put(office, kind.model_validate(given))


def _put(office: Office, fact: e.Fact, draft: str = DRAFT) -> None:
    """A fact on record without the whole way to it."""

    def put(desk: Desk) -> Written:
        case = open_case(desk, draft)
        person = case.village.person("sekdes")
        assert person is not None
        return write(desk, case, (fact,), by=Actor(person.id, Role.SEKDES))

    office.do(put)


def _text(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as parts:
        xml = parts.read("word/document.xml").decode("utf-8")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", xml.replace("</w:p>", " "))).strip()
