"""Word files that come back: known by hash or content, everything in them kept once, in the name of who sent them."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from word.comment_shapes import PROGRAMS, Told, shaped

from perdes_flow.cli.demo import deeds
from perdes_flow.domain import events as e
from perdes_flow.errors import DocxRefused, FileOfNoVersion, NotInOffice
from perdes_flow.messages.returned import look_sentence
from perdes_flow.use_cases import auditing, reviewing, suggesting
from perdes_flow.use_cases.receiving import look_at, receive_file
from perdes_flow.use_cases.word_threads import export_comments
from perdes_flow.word.comment_threads import NewThread, Said, add_threads
from perdes_flow.word.comments import read_comments
from perdes_flow.word.mending import Rewording, mend
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.revisions import accept_all
from perdes_flow.word.writer import Paragraph, write

SAMPLES = Path(__file__).parents[2] / "drafts" / "contoh" / "pelindungan-pmi"
V2 = (SAMPLES / "v2-setelah-konsultasi-publik.docx").read_bytes()
V3 = (SAMPLES / "v3-setelah-pembahasan-bpd.docx").read_bytes()
AT = datetime(2026, 2, 19, 2, tzinfo=UTC)
BY = "anggota-3"


def _block(docx: bytes, words: str) -> int:
    return next(i for i, b in enumerate(read(Package.open(docx))) if words in b.text)


def _look(office: Any, docx: bytes) -> str:
    return look_sentence(office.at_desk(lambda d: look_at(d, docx, file_name="balik.docx")))


def _receive(office: Any, docx: bytes, by: str = BY) -> list[e.Fact]:
    entries = office.at_desk(lambda d: receive_file(d, docx, file_name="balik.docx", by=by))
    return [entry.act.fact for entry in entries]


def _threads() -> list[Told]:
    days, data = _block(V2, "3 (tiga) hari kerja"), _block(V2, "izin")
    return [
        Told(days, "3 (tiga) hari kerja", [("Bu Sekretaris", "2026-02-19T01:00:00Z", "Terlalu lama.\nMohon dua hari."), ("Pak Ketua", "2026-02-19T01:05:00Z", "Setuju.")]),
        Told(days, "hari", [("Pak Ketua", "2026-02-19T01:10:00Z", "Setuju.")], done=True),
        Told(data, "izin", [("Pak Ketua", "2026-02-19T01:20:00Z", "Izin siapa?")]),
    ]  # fmt: skip


def _told(office: Any) -> list[tuple[Any, ...]]:
    """The threads that came in Word files, as they are recorded."""
    return [
        (
            c.address, c.quote or c.file_words, c.word.author, c.text, c.resolved,
            [(r.word.author, r.text) for r in c.replies],
        )
        for c in office.draft.comments.values()
        if c.word
    ]  # fmt: skip


# ---- which version


def test_the_very_file_of_a_version_is_known_by_its_hash(deliberation: Any) -> None:
    assert _look(deliberation, V2) == "Versi 2, tidak berubah."
    assert _receive(deliberation, V2) == []


def test_a_file_of_an_older_version_is_told_so(deliberation: Any) -> None:
    v1 = (SAMPLES / "v1-usulan-kopi.docx").read_bytes()
    assert _look(deliberation, v1) == "Versi 1, tidak berubah, sudah ada versi 2."
    changed = mend(v1, [Rewording(_block(v1, "3 (tiga) hari"), "3 (tiga)", "4 (empat)")], author="X", at=AT)
    assert _look(deliberation, changed.docx) == (
        "Berkas ini berdasar versi 1, sudah ada versi 2: 1 perubahan, 0 komentar."
    )


def test_a_file_of_no_version_is_refused_and_nothing_is_written(deliberation: Any) -> None:
    before = deliberation.log
    other = write([Paragraph(f"Kalimat lain nomor {n}.") for n in range(40)])
    with pytest.raises(FileOfNoVersion):
        _receive(deliberation, other)
    with pytest.raises(DocxRefused):
        _receive(deliberation, b"bukan berkas Word")
    assert deliberation.log == before


def test_only_who_may_speak_at_this_stage_sends_a_file(deliberation: Any) -> None:
    with pytest.raises(NotInOffice):
        _receive(deliberation, shaped(V2, "word", _threads()), by="evaluator")


# ---- comments in the shapes of five programs


@pytest.mark.parametrize("program", PROGRAMS)
def test_every_comment_reply_and_done_mark_of_a_program_is_kept_once(deliberation: Any, program: str) -> None:
    docx = shaped(V2, program, _threads())
    count = len(read_comments(Package.open(docx)))
    assert count == 4 + (program == "google")
    assert _look(deliberation, docx) == f"Berkas ini berdasar versi 2: 0 perubahan, {count} komentar."
    facts = _receive(deliberation, docx)
    assert sum(isinstance(fact, e.CommentReceived | e.ReplyReceived) for fact in facts) == count
    told = _told(deliberation)
    assert [(quote, author, text, done) for _, quote, author, text, done, _ in told] == [
        ("3 (tiga) hari kerja", "Bu Sekretaris", "Terlalu lama.\nMohon dua hari.", False),
        ("hari", "Pak Ketua", "Setuju.", True),
        ("izin", "Pak Ketua", "Izin siapa?", False),
    ]
    assert told[0][5] == [("Pak Ketua", "Setuju.")]
    assert told[0][0] == "Pasal 6 ayat (2)"
    assert all(
        c.by.person == deliberation.draft.comments[3].by.person
        for c in deliberation.draft.comments.values()
        if c.word
    )
    assert _receive(deliberation, docx) == []


def _through_libreoffice(docx: bytes, folder: Path) -> bytes:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("no LibreOffice here")
    (folder / "dari.docx").write_bytes(docx)
    subprocess.run(
        [soffice, f"-env:UserInstallation={(folder / 'lo').as_uri()}", "--headless", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", str(folder / "ke"), str(folder / "dari.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / "ke" / "dari.docx").read_bytes()


@pytest.mark.slow
def test_a_file_that_went_through_libreoffice_is_the_same_file(deliberation: Any, tmp_path: Path) -> None:
    docx = shaped(V2, "word", _threads())
    saved = _through_libreoffice(docx, tmp_path)
    assert _look(deliberation, saved) == "Berkas ini berdasar versi 2: 0 perubahan, 4 komentar."
    facts = _receive(deliberation, saved)
    assert sum(isinstance(fact, e.CommentReceived | e.ReplyReceived) for fact in facts) == 4
    assert sorted(quote for _, quote, *_ in _told(deliberation)) == ["3 (tiga) hari kerja", "hari", "izin"]
    assert _receive(deliberation, docx) == []  # the one it was made from brings nothing new either


# ---- there and back


@pytest.mark.parametrize("program", PROGRAMS)
def test_import_export_import_is_the_same(
    deliberation: Any, revision: Any, program: str, tmp_path: Path
) -> None:
    _receive(deliberation, shaped(V2, program, _threads()))
    exported = deliberation.do(export_comments)
    assert _receive(deliberation, exported) == []
    assert _receive(revision, exported, by="ketua-bpd") != []
    assert _told(revision) == _told(deliberation)


def test_an_export_holds_all_that_was_said_and_comes_back_with_what_is_new(deliberation: Any) -> None:
    deliberation.do(reviewing.answer_comment, 2, outcome="diterima", reason="Menjadi dua hari.", by="kades")
    deliberation.do(reviewing.reply_to_comment, 1, text="Setuju.", by="anggota-5")
    exported = deliberation.do(export_comments)
    comments = read_comments(Package.open(exported))
    assert [
        (c.author, c.text, bool(c.parent)) for c in comments if "Setuju" in c.text or "Dijawab" in c.text
    ] == [
        ("Anggota BPD 5", "Setuju.", True),
        ("Kepala Desa Sumberagung", "Dijawab “diterima”: Menjadi dua hari.", True),
    ]
    assert next(c.quote for c in comments if c.text.startswith("Tiga hari")) == "3 (tiga) hari kerja"
    block = next(c.block for c in comments if c.text.startswith("Tiga hari"))
    assert block is not None
    more = shaped_beside(exported, block)
    facts = _receive(deliberation, more)
    assert [fact.type for fact in facts] == ["file_received", "comment_received"]


def shaped_beside(docx: bytes, block: int) -> bytes:
    """One more comment by the sender, in a file that has comments already."""
    text = read(Package.open(docx))[block].text
    start = text.index("hari kerja")
    thread = NewThread((block, start), (block, start + 4), [Said("Anggota BPD 3", "", "Hari kerja siapa?")])
    return add_threads(docx, [thread])


def test_a_comment_of_an_older_version_is_exported_at_its_new_place(deliberation: Any) -> None:
    deliberation.do(
        reviewing.open_comment, address="Pasal 12 ayat (2)", quote="panggilan video", text="Video apa?", by=BY
    )
    deliberation.send_back()
    deliberation.at_desk(deeds.submit("v3-setelah-pembahasan-bpd.docx"))
    exported = Package.open(deliberation.do(export_comments))
    comments = read_comments(exported)
    moved = next(c for c in comments if c.text == "Video apa?")
    assert moved.quote == "panggilan video"
    assert [c.author for c in comments if c.parent == moved.id] == []
    lost = next(c for c in comments if c.text.startswith("Kerahasiaan data"))
    (said,) = [c for c in comments if c.parent == lost.id]
    assert (said.author, said.text[:26]) == ("perdes-flow", "Versi 2: tanpa tempat, yan")


# ---- tracked changes and silent ones


def _mended(docx: bytes, *pairs: tuple[str, str, str]) -> bytes:
    made = [Rewording(_block(docx, near), old, new) for near, old, new in pairs]
    mended = mend(docx, made, author="Anggota Tiga", at=AT)
    assert len(mended.done) == len(pairs)
    return mended.docx


TRACKED = (
    ("3 (tiga) hari kerja", "3 (tiga)", "2 (dua)"),
    ("panggilan video", "panggilan video", "telepon video"),
)


def test_tracked_changes_become_suggestions_of_the_sender(deliberation: Any) -> None:
    docx = shaped(_mended(V2, *TRACKED), "word", [_threads()[2]])
    assert _look(deliberation, docx) == "Berkas ini berdasar versi 2: 2 perubahan, 1 komentar."
    facts = _receive(deliberation, docx)
    made = [fact for fact in facts if isinstance(fact, e.SuggestionMade)]
    assert [(fact.address, fact.word_author, fact.silent) for fact in made] == [
        ("Pasal 6 ayat (2)", "Anggota Tiga", False),
        ("Pasal 12 ayat (2)", "Anggota Tiga", False),
    ]
    assert made[0].text == made[0].quote.replace("3 (tiga) hari kerja", "2 (dua) hari kerja")
    assert all(offer.fitted.fit == "cocok" for offer in deliberation.do(suggesting.offers).offers)
    assert _receive(deliberation, docx) == []


def test_silent_edits_are_found_and_shown_as_such(deliberation: Any) -> None:
    silent = accept_all(_mended(V2, TRACKED[0]))
    docx = _mended(silent, TRACKED[1])
    assert _look(deliberation, docx) == (
        "Berkas ini berdasar versi 2: 2 perubahan, 0 komentar. "
        "1 perubahan dibuat tanpa lacak perubahan; ditemukan dengan membandingkan."
    )
    made = [fact for fact in _receive(deliberation, docx) if isinstance(fact, e.SuggestionMade)]
    assert [(fact.address, fact.silent) for fact in made] == [
        ("Pasal 6 ayat (2)", True),
        ("Pasal 12 ayat (2)", False),
    ]


def test_two_changes_of_one_ayat_are_two_suggestions(deliberation: Any) -> None:
    near = "3 (tiga) hari kerja"
    docx = _mended(V2, (near, "3 (tiga)", "2 (dua)"), (near, "Pemerintah Desa", "Kepala Desa"))
    made = [fact for fact in _receive(deliberation, docx) if isinstance(fact, e.SuggestionMade)]
    assert len(made) == 2
    assert all(offer.rivals == () for offer in deliberation.do(suggesting.offers).offers)


def test_what_was_open_in_the_version_itself_is_not_the_senders(revision: Any) -> None:
    revision.at_desk(deeds.submit("v3-setelah-pembahasan-bpd.docx"))
    assert _look(revision, V3) == "Versi 3, tidak berubah."
    docx = _mended(V3, ("panggilan video", "panggilan video", "telepon video"))
    assert _look(revision, docx) == "Berkas ini berdasar versi 3: 1 perubahan, 0 komentar."


def test_paragraphs_put_in_and_taken_out_are_changes_too(deliberation: Any) -> None:
    added = deliberation.do(
        suggesting.suggest,
        address="Pasal 6 ayat (2)",
        text="Kalimat baru tentang pengumuman.",
        behind=True,
        by="anggota-5",
    )
    gone = deliberation.do(suggesting.suggest, address="Pasal 7 ayat (1)", text="", by="anggota-5")
    docx = deliberation.do(suggesting.write_taken, [1, 2])
    assert added
    assert gone
    assert _look(deliberation, docx) == "Berkas ini berdasar versi 2: 2 perubahan, 0 komentar."
    facts = _receive(deliberation, docx)
    assert facts == []  # the very suggestions that the file was made of


def test_suggestions_that_went_out_and_come_back_are_not_taken_twice(deliberation: Any) -> None:
    text = "Pemerintah Desa menyampaikan keterangan dan permintaan pekerjaan kepada warga paling lambat 2 (dua) hari."
    deliberation.do(suggesting.suggest, address="Pasal 6 ayat (2)", text=text, by="anggota-5")
    docx = deliberation.do(suggesting.write_made_on, 2).docx
    assert "0 perubahan" not in _look(deliberation, docx)
    assert _receive(deliberation, docx) == []


def test_the_received_file_is_kept_and_checked(deliberation: Any) -> None:
    _receive(deliberation, shaped(V2, "word", _threads()))
    report = deliberation.at_desk(auditing.fsck)
    assert report.findings == ()
    assert report.notes == ()
