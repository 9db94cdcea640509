"""What programs do through the API: the same acts as in the pages, refused in the same words, never by a cookie."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from web.api_calls import Program, word_file
from web.conftest import DRAFT, FOREIGN_DRAFT, FOREIGN_VILLAGE, PIN, VILLAGE, Office
from web.test_serah import PMI

from perdes_flow.domain.values import Role
from perdes_flow.use_cases import registering, reviewing
from perdes_flow.web.access.pins import hand_over_pin
from perdes_flow.web.access.tokens import make_token, revoke_token
from perdes_flow.web.models import AccessToken, Tries
from perdes_flow.web.workspace import desk
from perdes_flow.word.package import Package

AtStage = Callable[..., Office]
HERE = f"/drafts/{DRAFT}"


# ---- who asks


def test_a_key_acts_as_its_owner_in_the_offices_of_today(office: AtStage) -> None:
    found = Program(office(), Role.KETUA_BPD).get("/me").json()
    assert (found["nickname"], found["roles"], found["own_pin"]) == ("ketua-bpd", ["ketua_bpd"], True)
    assert found["village"]["desa"] == "Sumberagung"


def test_without_a_key_in_force_nothing_is_told(office: AtStage) -> None:
    here = office()
    account = here.account(Role.SEKDES)
    gone, past = make_token(account, "dicabut"), make_token(account, "lewat")
    assert revoke_token(account, 2) is not None
    AccessToken.objects.filter(label="lewat").update(expires=timezone.now() - timedelta(seconds=1))
    for token in ("", "salah", gone, past):
        answer = Client(headers={"authorization": f"Bearer {token}"}).get(f"/api{HERE}")
        assert (answer.status_code, answer.json()["code"]) == (401, "kunci_tidak_berlaku")
        assert answer["WWW-Authenticate"] == "Bearer"
    assert Client().get(f"/api{HERE}").status_code == 401


def test_a_cookie_opens_nothing_here_so_no_other_site_can_act_through_it(office: AtStage) -> None:
    here = office("pembahasan_internal")
    before, client = here.heads(), here.client(Role.ANGGOTA_BPD)
    assert client.get("/").status_code == 200
    assert client.get(f"/api{HERE}").status_code == 401
    said = {"address": "Naskah", "text": "dari situs lain"}
    assert client.post(f"/api{HERE}/comments", said, content_type="application/json").status_code == 401
    assert here.heads() == before


def test_only_the_hash_of_a_key_is_kept_and_a_new_pin_revokes_it(office: AtStage) -> None:
    program = Program(office(), Role.SEKDES)
    row = AccessToken.objects.get()
    assert program.token not in repr(vars(row))
    assert program.get("/me").status_code == 200
    assert AccessToken.objects.get().last_used is not None
    hand_over_pin(VILLAGE, row.account.person, by="sistem")
    assert program.get("/me").status_code == 401


def test_many_wrong_keys_make_their_sender_wait_and_nobody_else(office: AtStage) -> None:
    program = Program(office(), Role.SEKDES)
    stranger = Client(headers={"authorization": "Bearer perdes_salah"})
    codes = [stranger.get("/api/me").status_code for _ in range(52)]
    assert (codes[0], codes[-1]) == (401, 429)
    assert int(stranger.get("/api/me")["Retry-After"]) > 0
    assert program.get("/me").status_code == 200


def test_whoever_holds_no_office_is_told_so(office: AtStage) -> None:
    program = Program(office(), "anggota-1")
    registering.end_office(
        desk(VILLAGE),
        nickname="anggota-1",
        office=Role.ANGGOTA_BPD,
        on=date(2026, 1, 1),
        reason="Pindah",
        by="sekdes",
    )
    answer = program.get(HERE)
    assert (answer.status_code, answer.json()["code"]) == (403, "tanpa_jabatan")


# ---- reading


def test_the_list_comes_in_parts_and_is_searched(two_villages: Office) -> None:
    program = Program(two_villages, Role.SEKDES)
    for number in range(3):
        made = program.post("/drafts", {"draft": f"jalan-{number}", "title": f"Jalan Desa {number}"})
        assert made.status_code == 201, made.json()
    names, after = [], ""
    while True:
        part = program.get("/drafts", limit=2, after=after).json()
        names += [row["draft"] for row in part["rows"]]
        after = part["following"]
        if not after:
            break
    assert sorted(names) == ["jalan-0", "jalan-1", "jalan-2", DRAFT]
    assert [row["draft"] for row in program.get("/drafts", words="jalan 2").json()["rows"]] == ["jalan-2"]
    assert program.get("/drafts", state="berlaku").json()["rows"] == []


READING = (
    "/me", "/drafts", HERE, f"{HERE}/history", f"{HERE}/versions/3/outline", f"{HERE}/lint",
    f"{HERE}/versions/2/3/changes", f"{HERE}/comments", f"{HERE}/notes", f"{HERE}/endorsements",
    f"{HERE}/suggestions", f"{HERE}/meetings", f"{HERE}/inputs", f"{HERE}/steps", f"{HERE}/papers", "/verify",
)  # fmt: skip
FILES = (
    f"{HERE}/versions/3.docx", f"{HERE}/versions/2/3/redline.docx", f"{HERE}/versions/2/3/sandingan.docx",
    f"{HERE}/papers/1/file", "/books/buku_peraturan",
)  # fmt: skip


def test_everything_that_is_read_can_be_read(office: AtStage) -> None:
    program = Program(office(), Role.SEKDES)
    for path in READING:
        answer = program.get(path)
        assert answer.status_code == 200, (path, answer.content[:300])
        assert answer["Content-Type"].startswith("application/json")
    for path in FILES:
        answer = program.get(path)
        assert answer.status_code == 200, (path, answer.content[:300])
        assert answer["Content-Disposition"].startswith("attachment; ")


def test_what_is_read_is_what_the_demo_recorded(office: AtStage) -> None:
    program = Program(office(), Role.SEKDES)
    found = program.get(HERE).json()
    assert (found["state"], len(found["versions"])) == ("berlaku", 4)
    assert program.get(f"{HERE}/versions/4.docx").content == (PMI / "v4-disepakati.docx").read_bytes()
    body = program.get(f"{HERE}/versions/4/outline").json()["body"]
    assert (body[0]["kind"], body[0]["number"]) == ("bab", "BAB I")
    changes = program.get(f"{HERE}/versions/3/4/changes").json()
    assert "Pasal 14 ayat (3): ditambah “kerja”." in [change["sentence"] for change in changes]
    marks = [
        Package.open(program.get(f"{HERE}/versions/3/4/redline.docx", words_only=words_only).content)
        .read("word/document.xml")
        .count(b"Change ")
        for words_only in ("false", "true")
    ]
    assert marks[0] > 400
    assert marks[1] == 0
    assert program.get("/verify").json()["whole"] is True
    history = program.get(f"{HERE}/history").json()
    assert history[0]["fact"]["type"] == "draft_started"
    receipt = next(one["receipt"] for one in history if one["fact"]["type"] == "comment_opened")
    assert program.get(f"/receipts/{receipt}").json()["draft"] == DRAFT


def test_hidden_words_do_not_leave_by_the_api(office: AtStage) -> None:
    here = office("pembahasan_internal")
    member, chair = Program(here, Role.ANGGOTA_BPD), Program(here, Role.KETUA_BPD)
    said = {"address": "Pasal 5", "text": "kata-kata rahasia"}
    made = member.post(f"{HERE}/comments", said).json()[0]
    number = made["fact"]["comment"]
    assert "kata-kata rahasia" in member.get(f"{HERE}/history").content.decode()
    done = chair.post(f"{HERE}/comments/{number}/hide", {"reason": "menyebut orang"})
    assert done.status_code == 201, done.json()
    for path in (HERE, f"{HERE}/history", f"{HERE}/comments", f"/receipts/{made['receipt']}"):
        assert "kata-kata rahasia" not in member.get(path).content.decode(), path


# ---- acts


def test_a_draft_is_started_and_its_first_file_handed_in(office: AtStage) -> None:
    program = Program(office(), Role.PENYUSUN)
    started = program.post("/drafts", {"draft": "pasar-desa", "title": "Pasar Desa"})
    assert (started.status_code, started.json()[0]["fact"]["title"]) == (201, "Pasar Desa")
    file = word_file((PMI / "v1-usulan-kopi.docx").read_bytes())
    sent = program.send("/drafts/pasar-desa/versions", {"file": file, "note": "awal"})
    assert sent.status_code == 201, sent.json()
    assert (sent.json()[0]["fact"]["version"], sent.json()[0]["fact"]["note"]) == (1, "awal")


def test_a_comment_goes_its_whole_way(office: AtStage) -> None:
    here = office("pembahasan_internal")
    member, drafter = Program(here, Role.ANGGOTA_BPD), Program(here, Role.PENYUSUN)
    made = member.post(f"{HERE}/comments", {"address": "pasal 5", "text": "Kurang jelas."})
    assert made.status_code == 201, made.json()
    assert made.json()[0]["fact"]["address"] == "Pasal 5"
    one = f"{HERE}/comments/{made.json()[0]['fact']['comment']}"
    acts: list[tuple[Program, str, Any]] = [
        (drafter, "reply", {"text": "Bagian mana?"}),
        (drafter, "answer", {"outcome": "diterima", "reason": "Diperjelas."}),
        (member, "resolve", None),
        (member, "reopen", {"reason": "Belum."}),
        (member, "withdraw", {"reason": "Sudah jelas."}),
    ]
    for program, act, said in acts:
        done = program.post(f"{one}/{act}", said)
        assert done.status_code == 201, (act, done.json())
    thread = member.get(f"{HERE}/comments").json()[-1]
    assert (thread["condition"], thread["aside"]["reason"]) == ("ditarik penulisnya", "Sudah jelas.")


def test_a_private_note_is_seen_by_its_author_until_it_is_shared(office: AtStage) -> None:
    here = office("pembahasan_internal")
    member, other = Program(here, "anggota-1"), Program(here, Role.KETUA_BPD)
    kept = member.post(f"{HERE}/notes", {"address": "Pasal 6", "text": "untuk saya"}).json()
    assert [one["text"] for one in member.get(f"{HERE}/notes").json()] == ["untuk saya"]
    assert other.get(f"{HERE}/notes").json() == []
    shared = member.post(f"{HERE}/notes/{kept['note']}/share", {})
    assert shared.json()[0]["fact"]["text"] == "untuk saya"
    assert member.get(f"{HERE}/notes").json() == []


def test_a_suggestion_is_made_and_refused_with_a_reason(office: AtStage) -> None:
    here = office("pembahasan_internal")
    said = {"address": "Pasal 2", "quote": "keterpaduan", "text": "persatuan"}
    made = Program(here, Role.ANGGOTA_BPD).post(f"{HERE}/suggestions", said)
    assert made.status_code == 201, made.json()
    number = made.json()[0]["fact"]["suggestion"]
    program = Program(here, Role.KADES)
    assert program.post(f"{HERE}/suggestions/{number}/refuse", {"reason": "Istilah baku."}).status_code == 201
    assert program.get(f"{HERE}/suggestions").json()[-1]["standing"] == "ditolak: Istilah baku."


def test_a_meeting_is_held_and_a_vote_needs_the_pin_of_its_owner(office: AtStage) -> None:
    here = office("pembahasan_internal")
    chair, member = Program(here, Role.KETUA_BPD), Program(here, "anggota-1")
    members = ["ketua-bpd", "sekretaris-bpd", "anggota-1", "anggota-2", "anggota-3"]
    today = chair.get("/me").json()["today"]
    call = {"kind": "internal", "on": today, "starts": "19.30", "place": "Balai", "agenda": ["Pembahasan"]}
    if chair.get(f"{HERE}/meetings").json()["meetings"][-1]["outcome"] is None:
        assert chair.post(f"{HERE}/meeting/close").status_code == 201
    assert chair.post(f"{HERE}/invitations", call).status_code == 201
    opened = chair.post(f"{HERE}/meetings", {"kind": "internal", "on": today, "place": "Balai"})
    assert opened.status_code == 201, opened.json()
    assert chair.post(f"{HERE}/meeting/attendance", {"present": members}).status_code == 201
    before, vote = here.heads(), {"choice": "setuju"}
    without = member.post(f"{HERE}/meeting/vote", vote)
    assert (without.status_code, without.json()["code"]) == (403, "pin_pengesah_salah")
    assert here.heads() == before
    assert member.post(f"{HERE}/meeting/vote", vote, x_perdes_pin=PIN).status_code == 201
    again = member.post(f"{HERE}/meeting/vote", vote, x_perdes_pin=PIN)
    assert (again.status_code, again.json()["code"]) == (422, "suara_ditolak")
    assert chair.post(f"{HERE}/meeting/minutes", {"text": "Dibahas."}).status_code == 201
    assert chair.post(f"{HERE}/meeting/close").json()[0]["fact"]["type"] == "meeting_closed"
    held = chair.get(f"{HERE}/meetings").json()["meetings"][-1]
    assert (held["votes"], held["sessions"][0]["minutes"]) == ({"anggota-1": "setuju"}, ["Dibahas."])


def test_wrong_pins_close_the_door_as_in_the_pages(office: AtStage) -> None:
    member = Program(office("pembahasan_internal"), "anggota-1")
    vote = {"choice": "setuju"}
    codes = [member.post(f"{HERE}/meeting/vote", vote, x_perdes_pin="000001").status_code for _ in range(6)]
    assert codes == [403] * 5 + [429]
    Tries.objects.all().delete()


def test_a_step_is_refused_with_all_that_is_missing_as_the_command_says_it(office: AtStage) -> None:
    here = office("pembahasan_bersama")
    before, program = here.heads(), Program(here, Role.KETUA_BPD)
    steps = {one["step"]: one for one in program.get(f"{HERE}/steps").json()}
    wanted = next(one for one in steps.values() if one["binding"] and one["missing"])
    without = program.send(f"{HERE}/steps/{wanted['step']}", {"nomor": "5"})
    assert without.status_code == 403
    refused = program.send(f"{HERE}/steps/{wanted['step']}", x_perdes_pin=PIN)
    assert (refused.status_code, refused.json()["code"]) == (422, "langkah_ditolak")
    missing = refused.json()["missing"]
    assert {one["code"] for one in wanted["missing"]} <= {one["code"] for one in missing}
    assert all(one["message"] for one in missing)
    assert any(one["law"] for one in missing)
    assert here.heads() == before


def test_a_step_is_taken_with_its_particulars_and_papers(office: AtStage) -> None:
    here = office("konsultasi_publik")
    program = Program(here, Role.KADES)
    steps = program.get(f"{HERE}/steps").json()
    open_now = [one for one in steps if one["open"] and not one["binding"]]
    lacking = [
        one
        for one in steps
        if all(lack["code"].startswith("dokumen_") for lack in one["missing"]) and one["missing"]
    ]
    wanted = (lacking or open_now)[0]
    kinds = [lack["code"].removeprefix("dokumen_") for lack in wanted["missing"]]
    scan = b"%PDF-1.4\n" + b"x" * 100 + b"\n%%EOF\n"
    form = {
        "nomor": "7/2026",
        "kinds": kinds,
        "papers": [word_file(scan + k.encode(), f"{k}.pdf") for k in kinds],
    }
    taken = program.send(f"{HERE}/steps/{wanted['step']}", form, x_perdes_pin=PIN)
    assert taken.status_code == 201, (wanted, taken.json())
    assert taken.json()[-1]["fact"]["type"] == "step_taken"
    assert program.get(HERE).json()["state"] == wanted["to"]


def test_papers_are_made_filed_and_taken_home(office: AtStage) -> None:
    program = Program(office("pembahasan_internal"), Role.KETUA_BPD)
    ready = [one["kind"] for one in program.get(f"{HERE}/papers").json()["can_be_made"] if not one["lacking"]]
    made = program.post(f"{HERE}/papers/{ready[0]}/issue", {"nomor": "3/BPD/2026"})
    assert made.status_code == 201, made.json()
    scan = b"%PDF-1.4\n" + b"x" * 100 + b"\n%%EOF\n"
    sent = program.send(f"{HERE}/papers/daftar_hadir", {"file": word_file(scan, "hadir.pdf"), "nomor": "1"})
    assert sent.status_code == 201, sent.json()
    filed = program.get(f"{HERE}/papers").json()["on_file"]
    assert program.get(f"{HERE}/papers/{filed[-1]['paper']}/file").content == scan
    assert filed[-2]["issued"] is True


def test_what_residents_say_is_written_down_and_answered(office: AtStage) -> None:
    program = Program(office("konsultasi_publik"), Role.SEKDES)
    made = program.post(f"{HERE}/inputs", {"text": "Tambah pelatihan.", "unsur": "keluarga PMI"})
    assert made.status_code == 201, made.json()
    number = made.json()[0]["fact"]["input"]
    said = {"outcome": "diterima", "reason": "Dimuat dalam Pasal 12."}
    assert program.post(f"{HERE}/inputs/{number}/answer", said).status_code == 201
    assert program.get(f"{HERE}/inputs").json()[-1]["answer"]["reason"] == "Dimuat dalam Pasal 12."


# ---- once, and at the same time


def test_the_same_sent_twice_with_a_key_is_written_once(office: AtStage) -> None:
    here = office("pembahasan_internal")
    program, said = Program(here, Role.ANGGOTA_BPD), {"address": "Pasal 5", "text": "Sekali saja."}
    first = program.post(f"{HERE}/comments", said, idempotency_key="k-1").json()
    after = here.heads()
    assert program.post(f"{HERE}/comments", said, idempotency_key="k-1").json() == first
    assert here.heads() == after
    other = program.post(f"{HERE}/comments", {**said, "text": "Lain."}, idempotency_key="k-1").json()
    assert other[0]["seq"] > first[0]["seq"]
    assert program.post(f"{HERE}/comments", said).json()[0]["seq"] > other[0]["seq"]


def test_a_file_sent_twice_with_a_key_is_one_version(office: AtStage) -> None:
    here = office("perbaikan", now="2026-03-06T02:00:00+00:00")
    program, data = Program(here, Role.PENYUSUN), (PMI / "v4-disepakati.docx").read_bytes()
    for _ in range(2):  # the client draws another boundary each time
        sent = program.send(f"{HERE}/versions", {"file": word_file(data)}, idempotency_key="v4")
        assert (sent.status_code, sent.json()[0]["fact"]["version"]) == (201, 4)


def test_whoever_writes_on_what_has_moved_on_is_told_so(
    office: AtStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = office("pembahasan_internal")
    program, place_in = Program(here, Role.ANGGOTA_BPD), reviewing.place_in

    def meanwhile(*args: Any) -> str:
        monkeypatch.setattr(reviewing, "place_in", place_in)
        reviewing.open_comment(desk(VILLAGE), DRAFT, address="Naskah", text="Lebih cepat.", by="ketua-bpd")
        return place_in(*args)

    monkeypatch.setattr(reviewing, "place_in", meanwhile)
    answer = program.post(f"{HERE}/comments", {"address": "Naskah", "text": "Lebih lambat."})
    assert (answer.status_code, answer.json()["code"]) == (409, "sudah_berubah")
    assert program.post(f"{HERE}/comments", {"address": "Naskah", "text": "Lagi."}).status_code == 201


# ---- refusals


def refused(answer: Any) -> tuple[int, str]:
    assert set(answer.json()) == {"code", "message", "missing"}
    assert answer.json()["message"].endswith((".", "…"))
    return answer.status_code, answer.json()["code"]


def test_refusals_say_their_code_and_nothing_is_written(two_villages: Office) -> None:
    before = two_villages.heads()
    member, secretary = Program(two_villages, Role.ANGGOTA_BPD), Program(two_villages, Role.SEKDES)
    docx = (PMI / "v4-disepakati.docx").read_bytes()
    cases = [
        (member.get("/drafts/tidak-ada"), (404, "rancangan_tidak_dikenal")),
        (member.get(f"/drafts/{FOREIGN_DRAFT}"), (404, "rancangan_tidak_dikenal")),
        (member.get(f"{HERE}/versions/99.docx"), (404, "versi_tidak_ada")),
        (member.post(f"{HERE}/comments/999/resolve"), (404, "catatan_tidak_ada")),
        (member.get("/receipts/1-00000000"), (404, "tanda_terima_tidak_cocok")),
        (member.get("/bukan/apa-apa"), (404, "tidak_ada")),
        (member.get(f"{HERE}/papers/999/file"), (404, "tidak_ada")),
        (member.send(f"{HERE}/steps/bukan-langkah"), (404, "langkah_tidak_dikenal")),
        (
            member.post(f"{HERE}/comments/1/answer", {"outcome": "diterima", "reason": "Ya."}),
            (403, "bukan_wewenang"),
        ),
        (
            member.post(f"{HERE}/comments", {"address": "Pasal 99", "text": "x"}),
            (422, "tempat_tidak_ditemukan"),
        ),
        (member.post(f"{HERE}/comments", {"address": "Pasal 5"}), (422, "isian_keliru")),
        (
            member.post(f"{HERE}/comments", {"address": "Pasal 5", "text": "x", "lain": 1}),
            (422, "isian_keliru"),
        ),
        (member.post(f"{HERE}/comments/1/answer", {"outcome": "ya", "reason": "x"}), (422, "isian_keliru")),
        (member.send(f"{HERE}/versions", {"file": word_file(docx)}), (422, "tahap_tidak_membuka")),
        (
            secretary.send(f"{HERE}/papers/daftar_hadir", {"file": word_file(b"MZ")}),
            (422, "isian_tidak_sesuai"),
        ),
        (secretary.post("/drafts", {"draft": DRAFT, "title": "x"}), (422, "rancangan_sudah_ada")),
    ]
    for answer, expected in cases:
        assert refused(answer) == expected, answer.json()
    assert two_villages.heads() == before


def test_what_is_not_json_or_too_large_is_refused_unread(office: AtStage) -> None:
    here = office("pembahasan_internal")
    before, program = here.heads(), Program(here, Role.ANGGOTA_BPD)
    client = Client(headers={"authorization": f"Bearer {program.token}"})
    broken = client.post(f"/api{HERE}/comments", "{tidak", content_type="application/json")
    assert refused(broken) == (400, "tidak_terbaca")
    long = client.post(f"/api{HERE}/comments", b" " * (49 << 20), content_type="application/json")
    assert refused(long) == (413, "terlalu_besar")
    assert here.heads() == before


def test_a_sentence_names_the_field_and_its_form(office: AtStage) -> None:
    program = Program(office("pembahasan_internal"), Role.ANGGOTA_BPD)
    said = program.post(f"{HERE}/comments", {"address": "Pasal 5", "weight": "berat"}).json()["message"]
    assert said == "Teks wajib diisi. Isian weight: pilih salah satu dari 'penting', 'biasa'."


def test_another_village_does_not_see_the_draft(two_villages: Office) -> None:
    theirs = Program(two_villages, Role.SEKDES, FOREIGN_VILLAGE)
    assert [row["draft"] for row in theirs.get("/drafts").json()["rows"]] == [FOREIGN_DRAFT]
    assert theirs.get(HERE).status_code == 404
    assert theirs.get("/me").json()["village"]["desa"] == "Sukamaju"


# ---- the account page


def test_a_key_is_made_and_revoked_on_the_account_page_with_the_pin(office: AtStage) -> None:
    here = office()
    client = here.client(Role.SEKDES)
    assert client.post("/akun/kunci/", {"untuk": "aplikasi", "pin": "000002"}).status_code == 422
    assert not AccessToken.objects.exists()
    page = client.post("/akun/kunci/", {"untuk": "aplikasi", "pin": PIN})
    token = page.content.decode().partition('value="perdes_')[2].partition('"')[0]
    program = Client(headers={"authorization": f"Bearer perdes_{token}"})
    assert program.get("/api/me").json()["nickname"] == "sekdes"
    assert token not in client.get("/akun/").content.decode()
    assert client.post("/akun/kunci/1/cabut/").status_code == 303
    assert program.get("/api/me").status_code == 401
