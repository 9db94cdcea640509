"""What members say: receipts, private notes, taken back or hidden in the open, frozen, never lost."""

from pathlib import Path
from typing import Any

import pytest

from perdes_flow.cli.demo.deeds import VILLAGE
from perdes_flow.errors import (
    CommentFrozen,
    CommentNotOpen,
    NoteUnknown,
    NotInOffice,
    NotItsAuthor,
    NotOpenNow,
    PlaceUnknown,
    ReceiptUnknown,
    StepRefused,
)
from perdes_flow.use_cases import enacting, exporting, noting, reviewing
from perdes_flow.use_cases.receipts import find_receipt
from perdes_flow.use_cases.threads import threads


def _comment(office: Any, by: str = "anggota-5", address: str = "Pasal 7 ayat (1)", **more: Any) -> Any:
    (entry,) = office.do(reviewing.open_comment, address=address, text="Siapa yang melapor?", by=by, **more)
    return entry


@pytest.mark.parametrize(
    ("address", "quote"),
    [("Pasal 6 ayat (2)", "3 (tiga) hari kerja"), ("Pasal 6 ayat (2)", ""), ("Pasal 6", ""), ("naskah", "")],
)
def test_a_comment_is_on_words_an_ayat_a_pasal_or_the_whole_draft(
    deliberation: Any, address: str, quote: str
) -> None:
    entry = _comment(deliberation, address=address, quote=quote)
    comment = deliberation.draft.comments[entry.act.fact.comment]
    assert comment.address.casefold() == address.casefold()
    assert comment.quote == quote


def test_a_receipt_leads_back_to_what_was_said_and_what_became_of_it(deliberation: Any) -> None:
    entry = _comment(deliberation)
    assert entry.receipt == f"{entry.seq}-{entry.hash[:8].upper()}"
    found = deliberation.at_desk(lambda desk: find_receipt(desk, entry.receipt.lower()))
    assert found.entry == entry
    assert found.comment.text == "Siapa yang melapor?"
    deliberation.do(reviewing.answer_comment, 3, outcome="ditolak", reason="Sudah diatur.", by="kades")
    found = deliberation.at_desk(lambda desk: find_receipt(desk, f" {entry.seq} {entry.hash[:12]} "))
    assert found.comment.answer.reason == "Sudah diatur."


@pytest.mark.parametrize("code", ["", "3", "0-00000000", "9999-7F3A9C1E", "1-7F3A", "surat"])
def test_a_receipt_of_nothing_is_refused(deliberation: Any, code: str) -> None:
    with pytest.raises(ReceiptUnknown):
        deliberation.at_desk(lambda desk: find_receipt(desk, code))


def test_a_receipt_with_another_hash_is_refused(deliberation: Any) -> None:
    entry = _comment(deliberation)
    other = "0" if entry.hash[7] != "0" else "1"
    with pytest.raises(ReceiptUnknown):
        deliberation.at_desk(lambda desk: find_receipt(desk, f"{entry.seq}-{entry.hash[:7]}{other}"))


# ---- private notes


def test_a_private_note_is_seen_by_its_author_alone_and_is_in_no_record(
    deliberation: Any, tmp_path: Path
) -> None:
    secret = "Tanyakan dasar hukum retribusi ini."
    note = deliberation.do(noting.keep_note, address="Pasal 5", text=secret, by="anggota-3")
    assert note.number == 1
    assert [n.text for n in deliberation.do(noting.own_notes, by="anggota-3")] == [secret]
    assert deliberation.do(noting.own_notes, by="anggota-4") == ()
    with pytest.raises(NoteUnknown):
        deliberation.do(noting.share_note, 1, by="anggota-4")
    assert all(secret not in str(entry) for entry in deliberation.log)
    assert secret.encode() not in deliberation.at_desk(exporting.export_log)
    assert all(thread.comment.text != secret for thread in deliberation.do(threads).threads)


def test_a_shared_note_becomes_one_comment_however_often_it_is_asked(deliberation: Any) -> None:
    deliberation.do(
        noting.keep_note, address="Pasal 6 ayat (2)", quote="3 (tiga) hari", text="Lama.", by="anggota-3"
    )
    before = len(deliberation.draft.comments)
    (entry,) = deliberation.do(noting.share_note, 1, by="anggota-3")
    assert entry.act.fact.quote == "3 (tiga) hari"
    assert deliberation.do(noting.own_notes, by="anggota-3") == ()
    with pytest.raises(NoteUnknown):
        deliberation.do(noting.share_note, 1, by="anggota-3")
    assert len(deliberation.draft.comments) == before + 1


def test_a_note_thrown_away_is_gone(deliberation: Any) -> None:
    deliberation.do(noting.keep_note, address="Naskah", text="Keliru.", by="anggota-3")
    deliberation.do(noting.drop_note, 1, by="anggota-3")
    assert deliberation.do(noting.own_notes, by="anggota-3") == ()


def test_a_note_needs_a_place_that_is_there(deliberation: Any) -> None:
    with pytest.raises(PlaceUnknown):
        deliberation.do(noting.keep_note, address="Pasal 99", text="?", by="anggota-3")


# ---- set aside in the open


def test_only_its_author_takes_a_comment_back_and_it_stays_readable(deliberation: Any) -> None:
    number = _comment(deliberation).act.fact.comment
    with pytest.raises(NotItsAuthor):
        deliberation.do(reviewing.withdraw_comment, number, reason="Tidak perlu.", by="ketua-bpd")
    deliberation.do(reviewing.withdraw_comment, number, reason="Sudah jelas.", by="anggota-5")
    comment = deliberation.draft.comments[number]
    assert (comment.text, comment.aside.kind, comment.aside.reason) == (
        "Siapa yang melapor?", "ditarik", "Sudah jelas.",
    )  # fmt: skip
    assert comment not in deliberation.draft.open_comments
    for act in (
        lambda: deliberation.do(reviewing.reply_to_comment, number, text="?", by="kades"),
        lambda: deliberation.do(reviewing.answer_comment, number, outcome="diterima", reason="?", by="kades"),
        lambda: deliberation.do(reviewing.withdraw_comment, number, reason="?", by="anggota-5"),
    ):
        with pytest.raises(CommentNotOpen):
            act()


def test_a_hidden_comment_still_counts_and_still_wants_its_answer(revision: Any) -> None:
    with pytest.raises(NotInOffice):
        revision.do(reviewing.hide_comment, 1, reason="?", by="anggota-5")
    revision.do(reviewing.hide_comment, 1, reason="Memuat data pribadi.", by="sekdes")
    comment = revision.draft.comments[1]
    assert comment.hidden
    assert comment in revision.draft.unanswered_comments
    with pytest.raises(StepRefused) as refused:
        revision.do(enacting.take_step, "ajukan_ulang", by="kades")
    said = next(m.sentence for m in refused.value.missing if m.code == "semua_komentar_dijawab")
    assert "2 catatan belum dijawab (no. 1 dan no. 2)" in said


def test_what_was_said_is_frozen_when_the_stage_moves_on(revision: Any) -> None:
    with pytest.raises(CommentFrozen):
        revision.do(reviewing.withdraw_comment, 1, reason="Berubah pikiran.", by="anggota-2")


def test_nothing_moves_any_more_when_the_draft_has_come_to_its_end(deliberation: Any) -> None:
    for party, by in (("pemdes", "kades"), ("bpd", "ketua-bpd")):
        assert deliberation.do(enacting.give_consent, "tarik", by=by), party
    deliberation.do(enacting.withdraw, reason="Disusun ulang.", by="kades", papers=_letter())
    for act in (
        lambda: deliberation.do(reviewing.reply_to_comment, 1, text="?", by="kades"),
        lambda: deliberation.do(reviewing.answer_comment, 1, outcome="diterima", reason="?", by="kades"),
        lambda: deliberation.do(noting.keep_note, address="Naskah", text="?", by="anggota-3"),
    ):
        with pytest.raises(NotOpenNow):
            act()


def _letter() -> dict[str, enacting.Paper]:
    return {"surat_penarikan": enacting.Paper(b"%PDF-1.7 surat", ".pdf")}


def test_every_thread_has_its_receipt(deliberation: Any) -> None:
    found = deliberation.do(threads).threads
    assert [thread.comment.number for thread in found] == [1, 2]
    for thread in found:
        code = thread.receipt
        assert (
            deliberation.at_desk(lambda desk, code=code: find_receipt(desk, code)).comment == thread.comment
        )


def test_the_village_of_the_story_is_the_one_tested(deliberation: Any) -> None:
    assert deliberation.at_desk(lambda desk: desk.log.village) == VILLAGE
