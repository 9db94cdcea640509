"""A meeting in the pages, with scripts off: called, opened, attended, decided Pasal by Pasal and as a whole, closed."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from web.conftest import DRAFT, PIN, VILLAGE, Office
from web.test_pages import text_of
from web.test_serah import PMI, SERAH, form_key, looked_at

from perdes_flow.domain.meetings import Meeting
from perdes_flow.domain.values import Role
from perdes_flow.errors import NotOpenNow
from perdes_flow.use_cases.deliberating import open_meeting
from perdes_flow.use_cases.desk import open_case
from perdes_flow.use_cases.sitting import call_meeting
from perdes_flow.web.access.pins import choose_pin
from perdes_flow.web.workspace import desk

AtStage = Callable[..., Office]
ABOUT = f"/rancangan/{DRAFT}/"
THE_DAY = "2026-03-13T12:00:00+00:00"
OPENED = {"jenis": "bersama", "tanggal": "2026-03-13", "pukul": "19:30", "tempat": "Balai Desa Sumberagung"}
SIX = ["ketua-bpd", "sekretaris-bpd", "anggota-1", "anggota-2", "anggota-3", "anggota-4"]


def meeting() -> Meeting:
    found = open_case(desk(VILLAGE), DRAFT).draft.meeting
    assert found is not None
    return found


def room() -> str:
    """The page of the last meeting."""
    return f"{ABOUT}musyawarah/{meeting().number}/"


def opened(office: AtStage) -> tuple[Office, Client]:
    """The joint deliberation on version 4, opened by the chair in the browser."""
    here = office("pembahasan_bersama", now=THE_DAY)
    chair = here.client(Role.KETUA_BPD)
    assert chair.post(f"{ABOUT}musyawarah/buka/", OPENED)["Location"] == room()
    for nickname in ("anggota-2", "anggota-7"):
        choose_pin(here.account(nickname), PIN)
    return here, chair


def done(client: Client, act: str, form: dict[str, Any]) -> str:
    """The page after an act in the meeting."""
    answer = client.post(room() + act, form)
    assert answer.status_code == 303, text_of(answer)
    return text_of(client.get(room()))


def refused(client: Client, act: str, form: dict[str, Any]) -> str:
    answer = client.post(room() + act, form)
    assert answer.status_code == 422, text_of(answer)
    return text_of(answer).partition("Belum tercatat")[2]


def test_an_invitation_and_then_the_meeting_as_it_says(office: AtStage) -> None:
    here = office("pembahasan_bersama", now="2026-03-12T02:00:00+00:00")
    chair = here.client(Role.KETUA_BPD)
    call = {
        **OPENED,
        "acara": "Pembukaan\nPasal demi Pasal\n\nPenutup",
        "tamu": "Siti Aminah; keluarga PMI; P",
    }
    assert chair.post(f"{ABOUT}undangan/kirim/", call).status_code == 303
    text = text_of(chair.get(f"{ABOUT}musyawarah/"))
    assert "Undangan: Pembahasan bersama BPD dan Kepala Desa Jumat, 13 Maret 2026, pukul 19.30" in text
    assert "Pembukaan Pasal demi Pasal Penutup" in text
    assert 'value="2026-03-13"' in chair.get(f"{ABOUT}undangan/").content.decode()
    odd = chair.post(f"{ABOUT}undangan/kirim/", {**call, "tamu": "Siti; keluarga; X"})
    assert odd.status_code == 422
    assert "Siti; keluarga; X" in odd.content.decode()


def test_a_regulation_in_force_has_no_more_meetings(office: AtStage) -> None:
    here = office("berlaku")
    chair = here.client(Role.KETUA_BPD)
    assert "Buka musyawarah" not in text_of(chair.get(f"{ABOUT}musyawarah/"))
    before = len(desk(VILLAGE).log.read(DRAFT))
    for use_case, more in (
        (open_meeting, {}),
        (call_meeting, {"starts": "19.30", "agenda": ("Pembahasan",)}),
    ):
        with pytest.raises(NotOpenNow):
            use_case(
                desk(VILLAGE),
                DRAFT,
                kind="bersama",
                on=date(2026, 4, 21),
                place="Balai Desa",
                by="ketua-bpd",
                **more,
            )
    assert len(desk(VILLAGE).log.read(DRAFT)) == before


def test_the_line_of_the_quorum_counts_members_of_the_bpd_only(office: AtStage) -> None:
    _, chair = opened(office)
    five = done(chair, "hadir/", {"hadir": [*SIX[:5], "kades", "sekdes"]})
    assert "Hadir 5 dari 9 — kuorum belum tercapai, perlu 6" in five
    assert "Bila ditutup sekarang: ditunda karena kuorum tidak tercapai" in five
    assert "Hadir 6 dari 9 — kuorum tercapai" in done(chair, "hadir/", {"hadir": [*SIX, "kades"]})
    assert "Daftar hadir kosong" in refused(chair, "hadir/", {})


def test_open_comments_are_the_agenda_in_the_order_of_the_text(office: AtStage) -> None:
    _, chair = opened(office)
    page = chair.get(room()).content.decode()
    places = re.findall(r"<h3><span>([^<]+)</span>", page)
    # the comments of the demo, made on versions 2 and 3: in version 4 Pasal 9 has no ayat (5) any more, it became
    # Pasal 10, and the “pesan elektronik” of Pasal 25 is in Pasal 27 (drafts/contoh, naskah/v2.txt and v4.txt)
    assert places == ["Pasal 6 ayat (2)", "Pasal 14 ayat (3)", "Pasal 27 ayat (1)", "Pasal 9 ayat (5)"]
    assert "Tempat ini tidak ada lagi dalam versi 4." in page


def test_one_tap_records_mufakat_on_a_pasal_and_any_pasal_can_be_spoken_of(office: AtStage) -> None:
    _, chair = opened(office)
    done(chair, "hadir/", {"hadir": SIX})
    assert "Mufakat atas Pasal 6 ayat (2)" in text_of(chair.get(room()))
    done(chair, "pokok/mufakat/", {"pokok": "Pasal 6 ayat (2)"})
    assert meeting().questions["Pasal 6 ayat (2)"].mufakat
    assert "Mufakat atas Pasal 39" in text_of(chair.get(room(), {"pokok": "pasal 39"}))
    assert "Pasal 40" in text_of(chair.get(room(), {"pokok": "Pasal 40"})).partition("Belum tercatat")[2]
    assert (
        "<b>entah</b>" in text_of(chair.get(room(), {"pokok": "<b>entah</b>"})).partition("Belum tercatat")[2]
    )


def test_a_member_votes_with_the_own_pin_once_and_nobody_votes_for_another(office: AtStage) -> None:
    here, chair = opened(office)
    done(chair, "hadir/", {"hadir": SIX})
    member, clerk = here.client("anggota-1"), here.client(Role.SEKDES)
    vote = {"suara": "setuju", "versi": "4", "pin": PIN}
    before = here.heads()
    assert "PIN Anda tidak cocok" in refused(member, "suara/", {**vote, "pin": "000001"})
    assert "bukan versi yang dimusyawarahkan" in refused(member, "suara/", {**vote, "versi": "3"})
    assert "pilih salah satu" in refused(member, "suara/", {**vote, "suara": "entah"})
    assert "bukan anggota BPD" in refused(clerk, "suara/", vote)
    assert "tidak dapat bersuara untuk anggota lain" in refused(
        member, "suara/", {**vote, "anggota": "anggota-2"}
    )
    assert "bukan anggota BPD" in refused(clerk, "suara/", {**vote, "anggota": "sekdes"})
    assert "tidak tercatat hadir" in refused(here.client("anggota-7"), "suara/", vote)
    assert here.heads() == before
    assert "Suara Anda: setuju" in done(member, "suara/", vote)
    assert "sudah bersuara" in refused(member, "suara/", {**vote, "suara": "tidak"})
    assert meeting().votes == {here.account("anggota-1").person: "setuju"}


def test_votes_decide_when_half_plus_one_of_those_present_agree(office: AtStage) -> None:
    here, chair = opened(office)
    done(chair, "hadir/", {"hadir": SIX})
    for nickname in SIX[:4]:  # 6 present: ½ + 1 = 4 (Permendagri 110/2016 Pasal 37 ayat (3) huruf e)
        assert "tidak disetujui" in text_of(chair.get(room())) or not meeting().votes
        done(here.client(nickname), "suara/", {"suara": "setuju", "versi": "4", "pin": PIN})
    assert "perlu 4 suara setuju dari 6 anggota yang hadir" in text_of(chair.get(room()))
    done(chair, "notulen/", {"notulen": "Dibahas sampai selesai."})
    after = done(chair, "tutup/", {})
    assert "Musyawarah sudah ditutup: disetujui dengan suara terbanyak." in after
    assert meeting().outcome == "disetujui"


def test_mufakat_on_the_whole_binds_and_asks_for_the_pin(office: AtStage) -> None:
    here, chair = opened(office)
    done(chair, "hadir/", {"hadir": SIX})
    assert "PIN" in refused(chair, "mufakat/", {})
    assert (
        "tidak berwenang" in refused(here.client(Role.SEKDES), "mufakat/", {"pin": PIN})
        or not meeting().mufakat
    )
    assert "Mufakat tercapai." in done(chair, "mufakat/", {"pin": PIN})
    assert "Musyawarah sudah ditutup: mufakat tercapai." in done(chair, "tutup/", {})


def test_minutes_opinions_guests_and_a_further_sitting(office: AtStage) -> None:
    _, chair = opened(office)
    early = {"tanggal": "2026-03-14", "pukul": "19:30", "tempat": ""}
    assert "belum mempunyai daftar hadir dan notulen" in refused(chair, "sidang/", early)
    done(chair, "hadir/", {"hadir": SIX})
    done(chair, "tamu/", {"tamu": "Siti Aminah; keluarga PMI; P\nPak RT 03"})
    done(chair, "notulen/", {"notulen": "Dibuka pukul 19.30."})
    done(chair, "notulen/", {"notulen": "Disetujui.", "pokok": "Pasal 6 ayat (2)"})
    done(
        chair,
        "pendapat/",
        {"oleh": "anggota-1", "pendapat": "Setuju, asal cepat.", "pokok": "Pasal 14 ayat (3)"},
    )
    text = done(chair, "pendapat/", {"nama": "Siti Aminah", "pendapat": "Terima kasih."})
    assert "Dibuka pukul 19.30. Pasal 6 ayat (2): Disetujui." in text
    assert "Anggota BPD 1 (Pasal 14 ayat (3)): Setuju, asal cepat." in text
    assert "Sidang 2 ·" in done(chair, "sidang/", early)
    assert meeting().place == "Balai Desa Sumberagung"


def test_what_was_typed_is_kept_when_it_is_refused(office: AtStage) -> None:
    here, _ = opened(office)
    member = here.client(Role.PENYUSUN)
    answer = member.post(
        room() + "masalah/", {"pokok": "Pasal 99", "bpd": "Kami keberatan", "kades": "Tetap"}
    )
    assert answer.status_code == 422
    chair = here.client(Role.KETUA_BPD)
    answer = chair.post(room() + "masalah/", {"pokok": "Pasal 99", "bpd": "Kami keberatan", "kades": "Tetap"})
    assert answer.status_code == 422
    assert "Kami keberatan" in answer.content.decode()


def test_what_is_not_agreed_is_written_down_with_both_sides(office: AtStage) -> None:
    _, chair = opened(office)
    done(chair, "masalah/", {"pokok": "Pasal 14", "bpd": "Dua hari saja", "kades": "Tujuh hari perlu"})
    assert "Pasal 14 BPD: Dua hari saja Kepala Desa: Tujuh hari perlu" in text_of(chair.get(room()))


def test_a_deadlock_is_declared_with_its_notes(office: AtStage) -> None:
    _, chair = opened(office)
    done(chair, "hadir/", {"hadir": SIX})
    done(chair, "masalah/", {"pokok": "Pasal 14", "bpd": "Dua hari saja", "kades": "Tujuh hari perlu"})
    done(chair, "notulen/", {"notulen": "Tidak ada titik temu."})
    done(chair, "tutup/", {})
    step = f"{ABOUT}langkah/nyatakan_buntu/"
    assert "Dokumen belum ada: catatan permasalahan" in text_of(chair.post(f"{step}ambil/", {}))
    made = chair.post(f"{ABOUT}dokumen/buat/catatan_permasalahan/", {"kembali": step})
    assert made["Location"] == step
    assert chair.post(f"{step}ambil/", {}).status_code == 303
    assert open_case(desk(VILLAGE), DRAFT).draft.state == "buntu"
    assert "Kehadiran" in text_of(chair.get(room()))


def test_a_page_left_open_since_an_earlier_meeting_writes_nothing_into_todays(office: AtStage) -> None:
    here, chair = opened(office)
    before = here.heads()
    answer = chair.post(f"{ABOUT}musyawarah/{meeting().number - 1}/hadir/", {"hadir": SIX})
    assert answer.status_code == 422
    assert here.heads() == before


def test_papers_are_made_from_the_record_and_only_downloaded(office: AtStage) -> None:
    here, chair = opened(office)
    done(chair, "hadir/", {"hadir": SIX})
    done(chair, "notulen/", {"notulen": "Selesai."})
    done(chair, "tutup/", {})
    make = {"nomor": "", "kembali": room()}
    assert chair.post(f"{ABOUT}dokumen/buat/notulen/", make)["Location"] == room()
    number = len(open_case(desk(VILLAGE), DRAFT).draft.documents)
    file = here.client("anggota-1").get(f"{ABOUT}dokumen/{number}/")
    assert file["Content-Disposition"].startswith(f'attachment; filename="{DRAFT}-notulen-')
    assert file.content.startswith(b"PK")
    for elsewhere in ("https://jahat.example/", "//jahat.example", f"{ABOUT}\\\\jahat.example", "/akun/"):
        assert chair.post(f"{ABOUT}dokumen/buat/notulen/", {"kembali": elsewhere})["Location"] == ABOUT
    unknown = chair.post(f"{ABOUT}dokumen/buat/entah/", make)
    assert unknown.status_code == 422
    assert chair.get(f"{ABOUT}dokumen/{number + 9}/").status_code == 404


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xd8\xff\xfe\x00\x06foto\xff\xd9", 303),
        (b"\xff\xd8\xff foto", 422),
        (b"<svg onload=alert(1)>", 422),
    ],
)
def test_a_photo_is_a_photo(office: AtStage, data: bytes, code: int) -> None:
    _, chair = opened(office)
    clerk = _.client(Role.SEKDES)
    form = {"foto": SimpleUploadedFile("foto.jpg", data), "keterangan": "Suasana musyawarah"}
    assert clerk.post(room() + "foto/", form).status_code == code
    assert chair.get(room()).status_code == 200


def test_a_new_version_during_a_meeting_voids_its_votes_and_the_page_says_so(office: AtStage) -> None:
    here = office("perbaikan", now="2026-03-06T02:00:00+00:00")
    chair, drafter = here.client(Role.KETUA_BPD), here.client(Role.PENYUSUN)
    chair.post(f"{ABOUT}musyawarah/buka/", {**OPENED, "tanggal": "2026-03-06"})
    page = looked_at(drafter, PMI / "v4-disepakati.docx")
    assert drafter.post(f"{page}kirim/", {"kunci": form_key(drafter, page)}).status_code == 303
    assert "mufakat dan suara dalam musyawarah ini gugur" in text_of(chair.get(room()))
    assert SERAH in page


def test_residents_inputs_are_written_down_and_answered(office: AtStage) -> None:
    here = office("konsultasi_publik")
    clerk = here.client(Role.SEKDES)
    said = {
        "isi": "Minta pengaduan lewat pesan",
        "nama": "",
        "unsur": "keluarga PMI",
        "cara": "lisan",
        "pokok": "Pasal 25",
    }
    assert clerk.post(f"{ABOUT}masukan/catat/", said).status_code == 303
    draft = open_case(desk(VILLAGE), DRAFT).draft
    waiting = [one.number for one in draft.unanswered_inputs]
    assert waiting[-1] == len(draft.inputs)
    counted = f"{len(draft.inputs)} masukan, {len(waiting)} belum dijawab"
    assert counted in text_of(clerk.get(f"{ABOUT}masukan/"))
    answer = {"putusan": "diterima", "alasan": "Ditambahkan dalam Pasal 25."}
    for number in waiting:
        assert clerk.post(f"{ABOUT}masukan/{number}/jawab/", answer).status_code == 303
    text = text_of(here.client("anggota-1").get(f"{ABOUT}masukan/"))
    assert "semua sudah dijawab" in text
    assert "Jawaban: Ditambahkan dalam Pasal 25." in text
    assert "Catat masukan" not in text
    assert clerk.post(f"{ABOUT}masukan/99/jawab/", answer).status_code == 422
