"""Talking about the text: threads at their place whatever the version, suggestions, marks, private notes."""

from collections.abc import Callable
from typing import Any

import pytest
from web.conftest import DRAFT, VILLAGE, Office
from web.test_baca import BACA, CATATAN, PLACE, comments, submit, unit
from web.test_pages import text_of

from perdes_flow.domain.values import Role
from perdes_flow.use_cases import reviewing, suggesting
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.workspace import desk

AtStage = Callable[..., Office]
BASE = f"/rancangan/{DRAFT}/"


def suggestion(number: int) -> Any:
    return open_case(desk(VILLAGE), DRAFT).draft.suggestions[number]


def comment_on(address: str, text: str, by: str = "anggota-1", **more: Any) -> int:
    (entry,) = reviewing.open_comment(desk(VILLAGE), DRAFT, address=address, text=text, by=by, **more)
    return int(entry.act.fact.comment)  # type: ignore[attr-defined]


def suggest_on(text: str) -> int:
    """Other words for the term in Pasal 6 ayat (2)."""
    (entry,) = suggesting.suggest(
        desk(VILLAGE), DRAFT, address=PLACE, quote="2 (dua) hari kerja", text=text, by="anggota-1"
    )
    return int(entry.act.fact.suggestion)  # type: ignore[attr-defined]


# ---- threads


def test_a_comment_of_an_older_version_stands_where_its_words_are_now(office: AtStage) -> None:
    """The demo: said of version 2; "Pasal 6 ayat (2)" is still there, "Pasal 9 ayat (5)" became a Pasal of its own."""
    page = office("pembahasan_bersama").client(Role.KETUA_BPD).get(BACA)
    assert "Tiga hari kerja terlalu lama" in unit(page, "pasal-6-ayat-2")
    lost = text_of(page).partition("catatan yang tempatnya tidak ada lagi")[2].partition("BAB I")[0]
    assert "Kerahasiaan data sebaiknya menjadi Pasal tersendiri" in lost
    assert "bunyi lama: “(5) Data dalam Buku Data PMI" in lost


def test_no_thread_is_missing_from_the_page_or_the_list(office: AtStage) -> None:
    here = office("perbaikan")
    comment_on("Naskah", "Tentang semuanya.", by="kades")
    comment_on("Pasal 1 angka 7", "Tentang satu definisi.", by="kades")
    comment_on("Lampiran baris 2", "Tentang satu baris.", by="kades")
    submit("PERATURAN DESA SUMBERAGUNG", "Pasal 1", "Sama sekali lain.")
    client = here.client(Role.PENYUSUN)
    reading, listed = text_of(client.get(BACA)), text_of(client.get(CATATAN))
    for comment in comments().values():
        if comment.open:
            assert comment.text in reading
        assert comment.text in listed


def test_a_thread_is_replied_to_answered_settled_and_opened_again(office: AtStage) -> None:
    here = office("pembahasan_bersama")
    number = comment_on(PLACE, "Mengapa dua hari?")
    thread = f"{CATATAN}{number}/"
    member, head = here.client("anggota-1"), here.client(Role.KADES)
    assert member.post(f"{thread}tanggapi/", {"isi": "Kantor tutup hari Sabtu."})["Location"] == thread
    assert "belum dijawab" in text_of(member.post(f"{thread}selesai/"))
    assert member.post(f"{thread}jawab/", {"hasil": "diterima", "alasan": "x"}).status_code == 422
    empty = head.post(f"{thread}jawab/", {"alasan": "Akan diperbaiki."})
    assert empty.status_code == 422
    assert "pilih diterima, sebagian, atau ditolak" in text_of(empty)
    assert "Akan diperbaiki." in empty.content.decode()
    head.post(f"{thread}jawab/", {"hasil": "sebagian", "alasan": "Tiga hari pada libur."})
    member.post(f"{thread}selesai/")
    assert comments()[number].resolved
    assert "1 catatan selesai" in unit(member.get(BACA), "pasal-6-ayat-2")
    assert "Mengapa dua hari?" in text_of(member.get(CATATAN)).partition("Selesai (")[2]
    member.post(f"{thread}buka/", {"alasan": "Belum jelas."})
    assert comments()[number].open
    shown = text_of(member.get(thread))
    assert "Kantor tutup hari Sabtu." in shown


def test_only_its_author_takes_a_comment_back_and_hiding_it_leaves_it_counted(office: AtStage) -> None:
    here = office("pembahasan_bersama")
    number = comment_on(PLACE, "Kata-kata yang menyinggung.")
    thread = f"{CATATAN}{number}/"
    assert here.client("anggota-2").post(f"{thread}tarik/", {"alasan": "x"}).status_code == 422
    assert "Tarik catatan saya" not in text_of(here.client("anggota-2").get(thread))
    assert (
        here.client(Role.SEKDES).post(f"{thread}sembunyikan/", {"alasan": "Penghinaan."}).status_code == 303
    )
    for path in (BACA, CATATAN, thread, BASE):
        shown = text_of(here.client("anggota-2").get(path))
        assert "menyinggung" not in shown, path
        assert "(disembunyikan)" in shown, path
    assert comments()[number].open


@pytest.mark.parametrize("words", ["", "   ", "x" * 20_001])
def test_what_cannot_be_recorded_is_refused_and_kept_in_the_field(office: AtStage, words: str) -> None:
    here = office("pembahasan_bersama")
    before = here.heads()
    answer = here.client(Role.KETUA_BPD).post(
        f"{CATATAN}beri/", {"tempat": PLACE, "isi": words, "kutipan": "hari"}
    )
    assert answer.status_code == 422
    assert "Belum tercatat" in text_of(answer)
    assert 'value="hari"' in answer.content.decode()
    assert here.heads() == before


# ---- suggestions


def test_a_suggested_wording_is_taken_over_in_its_authors_name(office: AtStage) -> None:
    here = office("perbaikan")
    drafter = here.client(Role.PENYUSUN)
    form = drafter.get(f"{CATATAN}tulis/?cara=ubah&tempat=Pasal+6+ayat+(2)").content.decode()
    old = form.partition('id="isi-usul"')[2].partition(">")[2].partition("</textarea>")[0]
    assert old.startswith("(2) Pemerintah Desa memberikan informasi")
    new = old.replace("2 (dua)", "1 (satu)")
    sent = drafter.post(f"{BASE}usul/", {"tempat": PLACE, "isi": new, "alasan": "Lebih cepat."})
    assert sent["Location"] == f"{BACA}#pasal-6-ayat-2"
    shown = drafter.get(BACA)
    assert "mengusulkan bunyi lain" in unit(shown, "pasal-6-ayat-2")
    assert (
        "<del>2 (dua)</del><ins>1 (satu)</ins>"
        in shown.content.decode().replace("</del> <ins>", "</del><ins>")
        or "<ins>1</ins>" in shown.content.decode()
    )
    number = max(open_case(desk(VILLAGE), DRAFT).draft.suggestions)
    versions = len(open_case(desk(VILLAGE), DRAFT).draft.versions)
    assert drafter.post(f"{BASE}usul/{number}/ambil/").status_code == 303
    assert suggestion(number).decision.fate == "diambil"
    assert len(open_case(desk(VILLAGE), DRAFT).draft.versions) == versions + 1
    assert "1 (satu) hari kerja" in unit(drafter.get(BACA), "pasal-6-ayat-2")


def test_a_suggestion_is_refused_with_a_reason_or_taken_back(office: AtStage) -> None:
    here = office("pembahasan_bersama")
    one, other = (suggest_on(text) for text in ("1 (satu) hari kerja", "4 (empat) hari kerja"))
    member, head = here.client("anggota-1"), here.client(Role.KADES)
    rivals = text_of(member.get(f"{BASE}usul/{one}/"))
    assert f"Menyentuh kata-kata yang sama dengan usul nomor {other}." in rivals
    assert head.post(f"{BASE}usul/{one}/tolak/", {"alasan": ""}).status_code == 422
    assert head.post(f"{BASE}usul/{one}/tolak/", {"alasan": "Terlalu singkat."}).status_code == 303
    assert member.post(f"{BASE}usul/{other}/tarik/", {"alasan": "Sudah terjawab."}).status_code == 303
    assert [suggestion(number).decision.fate for number in (one, other)] == ["ditolak", "ditarik"]
    assert "Terlalu singkat." in text_of(member.get(CATATAN))


# ---- marks and notes


def test_setuju_is_one_tap_shown_with_names_and_taken_back(office: AtStage) -> None:
    here = office("pembahasan_bersama")
    chair, member = here.client(Role.KETUA_BPD), here.client("anggota-1")
    assert chair.post(f"{BASE}setuju/", {"tempat": PLACE})["Location"] == f"{BACA}#pasal-6-ayat-2"
    member.post(f"{BASE}setuju/", {"tempat": PLACE})
    shown = unit(chair.get(BACA), "pasal-6-ayat-2")
    assert "2 setuju: Ketua BPD , Anggota BPD 1" in shown
    assert "✓ Setuju" in shown
    assert "bukan pemungutan suara" in text_of(chair.get(BACA))
    assert chair.post(f"{BASE}setuju/", {"tempat": PLACE}).status_code == 422
    chair.post(f"{BASE}setuju/tarik/", {"tempat": PLACE})
    assert "1 setuju: Anggota BPD 1" in unit(chair.get(BACA), "pasal-6-ayat-2")


def test_a_private_note_is_for_its_author_until_it_is_shared(office: AtStage) -> None:
    here = office("pembahasan_bersama")
    author, other = here.client("anggota-1"), here.client("anggota-2")
    before = here.heads()
    form = {"tempat": PLACE, "isi": "Tanya Pak Camat dulu.", "untuk": "sendiri"}
    assert author.post(f"{CATATAN}beri/", form).status_code == 303
    assert here.heads() == before
    assert "Tanya Pak Camat dulu." in unit(author.get(BACA), "pasal-6-ayat-2")
    for path in (BACA, CATATAN):
        assert "Pak Camat" not in text_of(other.get(path))
    assert other.post(f"{CATATAN}pribadi/1/bagikan/").status_code == 422
    assert author.post(f"{CATATAN}pribadi/1/bagikan/").status_code == 303
    assert "Tanya Pak Camat dulu." in text_of(other.get(BACA))
    assert "Catatan pribadi Anda" not in text_of(author.get(BACA))
    author.post(f"{CATATAN}beri/", {**form, "isi": "Buang saja."})
    author.post(f"{CATATAN}pribadi/1/buang/")
    assert "Buang saja." not in text_of(author.get(BACA))
