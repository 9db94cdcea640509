"""Personal words go for good, what was done stays: the log verifies, the comment is counted, the person has a number."""

import json
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from use_cases.office import DRAFT, Office, opened

from perdes_flow.bootstrap.workspace import open_workspace
from perdes_flow.domain.checkpoint import SigningKey, origin_of
from perdes_flow.domain.values import Role
from perdes_flow.domain.verification import verify_lines
from perdes_flow.errors import CommentUnknown, ErasureRefused, NotInOffice
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.messages.threads import condition_of, shown_fact
from perdes_flow.storage.keys import log_key
from perdes_flow.use_cases import auditing, deliberating, erasing, exporting, issuing, registering, reviewing
from perdes_flow.use_cases.desk import Desk, open_village
from perdes_flow.use_cases.reading import history
from perdes_flow.use_cases.threads import hidden_comments, threads

SECRET = "Bu Contoh di RT 3 menunggak iuran."


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A draft with one comment that holds a neighbour's name, and a reply."""
    office = opened(tmp_path / "kerja")
    said = {"address": "Pasal 2", "quote": "Isi.", "text": SECRET, "by": "kades"}
    office.on_draft(reviewing.open_comment, **said)
    office.on_draft(reviewing.reply_to_comment, 1, text=f"Ya, {SECRET}", by="sekdes")
    return office


def settle(office: Office) -> None:
    office.on_draft(reviewing.answer_comment, 1, outcome="ditolak", reason="Bukan isi naskah.", by="penyusun")
    office.on_draft(reviewing.resolve_comment, 1, by="kades")


def hide(office: Office) -> None:
    office.on_draft(reviewing.hide_comment, 1, reason="Memuat nama warga.", by="sekdes")


def everything(office: Office) -> bytes:
    """All bytes of the workspace's database and its full log."""
    with open_workspace(office.home, now=office.now) as workspace:
        log = exporting.export_log(workspace.desk("sumberagung"))
    return log + b"".join(
        path.read_bytes() for path in (office.home / ".perdes").rglob("*sqlite3*") if path.is_file()
    )


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(ErasureRefused) as error:
        act()
    return refusal_sentence(error.value)


def erase(office: Office, by: str = "sekdes") -> object:
    return office.on_draft(erasing.erase_comment, 1, reason="Permintaan warga (UU 27/2022).", by=by)


def test_only_hidden_and_settled_words_are_erased(office: Office) -> None:
    assert "perdes hide" in refused(lambda: erase(office))
    hide(office)
    assert "perdes resolve" in refused(lambda: erase(office))
    settle(office)
    with pytest.raises(NotInOffice):
        erase(office, by="a1")
    with pytest.raises(CommentUnknown):
        office.on_draft(erasing.erase_comment, 9, reason="x", by="sekdes")
    assert SECRET.encode() in everything(office)
    assert erase(office)


def test_the_words_are_nowhere_any_more_and_the_log_still_holds(office: Office) -> None:
    hide(office)
    settle(office)
    erase(office)
    assert SECRET.encode() not in everything(office)
    report = office.look(auditing.fsck)
    assert report.findings == ()  # type: ignore[attr-defined]
    lines = office.look(exporting.export_log)
    assert isinstance(lines, bytes)
    assert not list(verify_lines(lines.splitlines(keepends=True), None, []))
    erased = [json.loads(line) for line in lines.splitlines()[:-1] if b'"payload":null' in line]
    assert [one["leaf"]["type"] for one in erased] == ["comment_opened", "comment_replied"]
    assert erase(office)  # asked for again, nothing is lost and nothing breaks
    assert office.look(auditing.verify).findings == ()  # type: ignore[attr-defined]


def test_an_erased_comment_is_still_counted_and_its_number_not_given_again(office: Office) -> None:
    hide(office)
    settle(office)
    erase(office)
    comment = office.draft.comments[1]
    assert (comment.erased, comment.open, comment.text, comment.replies) == (True, False, "", ())
    assert comment.answer is not None
    assert comment.answer.reason == "Bukan isi naskah."
    assert comment.by.role == Role.KADES
    assert condition_of(comment) == "dihapus, selesai"
    assert [thread.comment.number for thread in office.look(lambda desk: threads(desk, DRAFT)).threads] == [1]  # type: ignore[attr-defined]
    said = {"address": "Pasal 3", "text": "Lain.", "by": "kades"}
    (entry,) = office.on_draft(reviewing.open_comment, **said)
    assert entry.act.fact.comment == 2
    office.on_draft(reviewing.reopen_comment, 1, reason="Ternyata belum.", by="kades")
    assert [one.number for one in office.draft.unanswered_comments] == [1, 2]


def test_a_former_official_is_a_number_and_decisions_stand(office: Office) -> None:
    office.do(registering.describe_person, nickname="a3", phone="6281200000003", by="sekdes")
    day = date(2026, 2, 2)
    office.on_draft(deliberating.open_meeting, kind="internal", on=day, place="Balai Desa", by="ketua")
    office.on_draft(deliberating.record_attendance, present=("ketua", "a1", "a2", "a3"), by="ketua")
    assert "perdes person end" in refused(
        lambda: office.do(erasing.erase_person, "a3", reason="x", by="sekdes")
    )
    leaving = {"nickname": "a3", "office": Role.ANGGOTA_BPD, "reason": "Pindah."}
    office.do(registering.end_office, on=day, by="sekdes", **leaving)
    office.now = datetime.fromisoformat("2026-03-02T02:00:00+00:00")
    before = _members(office, day)
    office.do(erasing.erase_person, "a3", reason="Permintaan sendiri.", by="sekdes")
    assert b"6281200000003" not in everything(office)
    assert _members(office, day) == before
    people = office.look(lambda desk: open_village(desk)[0].people)
    (gone,) = [p for p in people.values() if p.offices and p.name == p.id]  # type: ignore[attr-defined]
    assert (gone.nickname, gone.phone) == (gone.id, None)
    assert office.look(auditing.fsck).findings == ()  # type: ignore[attr-defined]
    (added,) = office.do(
        registering.add_person,
        nickname="a4",
        name="Baru",
        offices=(Role.ANGGOTA_BPD,),
        since=date(2026, 3, 1),
        by="sekdes",
    )[:1]
    assert added.act.fact.person not in {gone.id}


def test_hidden_words_leave_in_no_paper_and_no_dossier(office: Office) -> None:
    said = {"address": "Pasal 3", "text": "Yang ini tetap.", "by": "kades"}
    office.on_draft(reviewing.open_comment, **said)
    hide(office)
    (filed,) = office.on_draft(issuing.issue_paper, "catatan_bpd", by="ketua")
    (paper,) = [path for path in office.home.rglob("*.docx") if filed.act.fact.file_sha256[:8] in path.name]
    with zipfile.ZipFile(paper) as parts:
        words = re.sub(r"<[^>]+>", " ", parts.read("word/document.xml").decode("utf-8"))
    assert SECRET not in words
    assert "(disembunyikan)" in words
    assert "Yang ini tetap." in words
    assert "2 (dua)" in words  # both are counted

    def dossier(desk: Desk) -> bytes:
        key: SigningKey = log_key(office.home / ".perdes", origin_of("sumberagung"))
        return exporting.export_dossier(desk, DRAFT, key, b"")

    data = office.look(dossier)
    assert isinstance(data, bytes)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    assert not any(SECRET.encode() in content for content in held.values())
    assert b"Yang ini tetap." in held["catatan.jsonl"]
    assert not list(verify_lines(held["catatan.jsonl"].splitlines(keepends=True), None, []))


def test_the_history_for_programs_holds_no_hidden_words(office: Office) -> None:
    hide(office)
    entries = office.look(lambda desk: history(desk, DRAFT))
    hidden = hidden_comments(entries)  # type: ignore[arg-type]
    told = [shown_fact(entry.act.fact, hidden) for entry in entries]  # type: ignore[attr-defined]
    assert SECRET not in str(told)
    assert str(told).count("(disembunyikan)") == 2


def _members(office: Office, day: date) -> list[str]:
    village = office.look(lambda desk: open_village(desk)[0])
    return [person.id for person in village.bpd_on(day)]  # type: ignore[attr-defined]
