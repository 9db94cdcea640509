"""Each condition says what is lacking, with its numbers, and is content when nothing is."""

from dataclasses import replace
from datetime import date

import pytest

from perdes_flow.domain.acts import Actor
from perdes_flow.domain.draft import Step
from perdes_flow.domain.values import Role, sha256_of
from perdes_flow.domain.village import Office
from perdes_flow.workflow.documents import DOCUMENTS, on_file
from perdes_flow.workflow.guards import GUARDS, Situation


def lacks(name: str, situation: Situation, **args: object) -> str | None:
    return GUARDS[name].missing(situation, {key.rstrip("_"): value for key, value in args.items()})


def test_a_consultation_counts_only_with_villagers_on_record(play) -> None:
    stage = play("penyusunan", {"version": {"text": "satu"}}, {"meeting": {"kind": "konsultasi"}})
    assert lacks("konsultasi_warga", stage.situation(Role.KADES), min=1) == (
        "Konsultasi publik belum cukup: 0 kali dengan warga yang tercatat hadir, perlu 1 kali. "
        "Catat musyawarah konsultasi dan jumlah warga yang hadir."
    )
    stage = play(
        "penyusunan", {"version": {"text": "satu"}}, {"meeting": {"kind": "konsultasi", "residents": 3}}
    )
    assert lacks("konsultasi_warga", stage.situation(Role.KADES), min=1) is None
    assert "1 kali" in (lacks("konsultasi_warga", stage.situation(Role.KADES), min=2) or "")


def test_a_text_without_pasal_is_no_regulation(play) -> None:
    assert "Belum ada naskah" in (lacks("struktur_sah", play("penyusunan").situation(Role.KADES)) or "")
    bare = play("penyusunan", {"version": {"text": "satu", "pasal": 0}}).situation(Role.KADES)
    assert lacks("struktur_sah", bare) == (
        "Versi 1 tidak memuat satu Pasal pun yang terbaca. Periksa bentuk naskah, lalu serahkan lagi."
    )
    assert (
        lacks("struktur_sah", play("penyusunan", {"version": {"text": "satu"}}).situation(Role.KADES)) is None
    )


def test_open_tracked_changes_are_counted(play) -> None:
    situation = play("penyusunan", {"version": {"text": "satu", "revisions": 3}}).situation(Role.KADES)
    assert lacks("bersih_dari_tracked_changes", situation) == (
        "Versi 1 masih memuat 3 perubahan terlacak (tracked changes). "
        "Terima atau tolak semuanya di Word, lalu serahkan versi baru."
    )
    clean = play("penyusunan", {"version": {"text": "satu", "revisions": 3}}, {"version": {"text": "dua"}})
    assert lacks("bersih_dari_tracked_changes", clean.situation(Role.KADES)) is None


def test_a_version_is_new_only_if_it_came_in_this_stage(play) -> None:
    revising = (
        {"comment": {}},
        {"meeting": {"kind": "bersama", "present": 9}},
        {"take": {"step": "minta_revisi", "by": "ketua_bpd", "state": "perbaikan"}},
    )
    old = play("pembahasan_bersama", *revising).situation(Role.KADES)
    assert "versi terakhir: 1" in (lacks("versi_baru", old) or "")
    new = play("pembahasan_bersama", *revising, {"version": {"text": "dua"}}).situation(Role.KADES)
    assert lacks("versi_baru", new) is None


def test_the_text_must_be_the_agreed_one_to_the_letter(play) -> None:
    situation = play("penetapan").situation(Role.KADES)
    assert lacks("hash_sama", situation, dengan="naskah_final") is None
    other = replace(situation, text_sha256=sha256_of(b"satu huruf lain"))
    assert lacks("hash_sama", other, dengan="naskah_final") == (
        "Naskah tidak sama dengan naskah yang disepakati: sidik teksnya berbeda. "
        "Pakai naskah itu, atau bahas perubahannya lebih dulu."
    )
    changed = play("penetapan", {"version": {"text": "dua"}}).situation(Role.KADES)
    assert lacks("hash_sama", changed, dengan="naskah_final") is not None
    assert "Belum ada naskah yang ditetapkan" in (
        lacks("hash_sama", situation, dengan="naskah_ditetapkan") or ""
    )


def test_a_meeting_of_an_earlier_stage_on_the_same_day_does_not_count(play) -> None:
    situation = play("pembahasan_bersama").situation(Role.KETUA_BPD)
    assert "Belum ada musyawarah" in (lacks("kuorum", situation, min="2/3", of="anggota_bpd") or "")
    assert "Belum ada mufakat" in (
        lacks("mufakat_atau_suara", situation, min="1/2", plus=1, of="hadir") or ""
    )
    assert lacks("hash_sama", situation, dengan="versi_dibahas") is not None


def test_comments_must_be_answered_and_the_numbers_are_named(play) -> None:
    situation = play("pembahasan_bersama").situation(Role.KADES)
    assert lacks("ada_komentar_terbuka", situation) is not None
    assert lacks("semua_komentar_dijawab", situation) is None
    stage = play(
        "pembahasan_bersama", {"comment": {}}, {"comment": {}}, {"comment": {}}, {"answer": {"comment": 2}}
    )
    assert lacks("ada_komentar_terbuka", stage.situation(Role.KADES)) is None
    assert lacks("semua_komentar_dijawab", stage.situation(Role.KADES)) == (
        "2 catatan belum dijawab (no. 1 dan no. 3). Jawab setiap catatan: diterima, sebagian, atau ditolak dengan alasan."
    )


def test_many_comments_are_named_up_to_ten(play) -> None:
    stage = play("pembahasan_bersama", *[{"comment": {}}] * 12)
    sentence = lacks("semua_komentar_dijawab", stage.situation(Role.KADES)) or ""
    assert sentence.startswith("12 catatan")
    assert "no. 10, dan 2 lagi" in sentence


@pytest.mark.parametrize(
    ("limit", "weight", "met"),
    [
        (0, "penting", False),
        (1, "penting", True),
        (0, "biasa", False),
        (1, "semua", False),
        (2, "semua", True),
    ],
)
def test_open_comments_are_counted_by_weight(play, limit: int, weight: str, met: bool) -> None:
    stage = play("pembahasan_bersama", {"comment": {}}, {"comment": {"weight": "biasa"}})
    assert (lacks("komentar_terbuka", stage.situation(Role.KADES), max=limit, tingkat=weight) is None) == met


def test_the_kind_of_regulation_decides_the_way(play) -> None:
    ordinary = play("penyusunan").situation(Role.KADES)
    assert lacks("jenis", ordinary, in_="wajib_evaluasi") == (
        "Langkah ini hanya untuk jenis APB Desa, pungutan, tata ruang, atau organisasi Pemerintah Desa; "
        "rancangan ini berjenis umum. Pilih langkah lain pada tahap ini."
    )
    assert lacks("jenis", ordinary, not_in="wajib_evaluasi") is None
    budget = play("penyusunan", jenis="apb_desa").situation(Role.KADES)
    assert lacks("jenis", budget, in_=["apb_desa"]) is None
    assert lacks("jenis", budget, not_in="wajib_evaluasi") is not None


def test_the_initiative_decides_who_hands_it_in(play) -> None:
    situation = play("penyusunan", prakarsa="bpd").situation(Role.KADES)
    assert lacks("prakarsa", situation, in_=["bpd"]) is None
    assert "prakarsa Pemerintah Desa; rancangan ini prakarsa BPD" in (
        lacks("prakarsa", situation, in_=["pemdes"]) or ""
    )


@pytest.mark.parametrize(
    ("nomor", "used", "said"),
    [
        (None, (), "Nomor belum diisi. Isi nomor urut berikutnya menurut buku register."),
        ("tiga", (), "Nomor “tiga” bukan bilangan. Tulis dengan angka, misalnya 3."),
        ("0", (), "Nomor “0” bukan bilangan. Tulis dengan angka, misalnya 3."),
        ("٣", (), "Nomor “٣” bukan bilangan. Tulis dengan angka, misalnya 3."),
        ("7", (), None),
        ("3", (1, 2), None),
        ("2", (1, 2), "Nomor 2 sudah dipakai; nomor urut berikutnya adalah 3."),
        ("5", (1, 2), "Nomor 5 melompati urutan; nomor urut berikutnya adalah 3."),
    ],
)
def test_numbers_follow_one_another(play, nomor: str | None, used: tuple[int, ...], said: str | None) -> None:
    situation = replace(play("penyusunan").situation(Role.SEKDES, nomor), numbers_used=frozenset(used))
    assert lacks("nomor_urut", situation) == said


def test_a_joint_withdrawal_needs_both_consents_to_this_very_step(play) -> None:
    def asked(*lines: dict[str, object]) -> str | None:
        situation = play("pembahasan_bersama", *lines).situation(Role.KADES)
        return lacks("persetujuan_kedua_pihak", replace(situation, step="tarik_bersama"))

    village, bpd = ({"consent": {"party": party, "to": "tarik_bersama"}} for party in ("pemdes", "bpd"))
    assert "Persetujuan Pemerintah Desa dan BPD belum tercatat" in (asked() or "")
    assert "Persetujuan BPD belum tercatat" in (asked(village) or "")
    assert "Persetujuan Pemerintah Desa belum" in (
        asked(bpd, {"consent": {"party": "pemdes", "to": "lanjutkan"}}) or ""
    )
    assert asked(village, bpd) is None


def test_who_signed_does_not_promulgate_unless_he_is_acting(play) -> None:
    situation = play("penetapan").situation(Role.SEKDES)
    person = situation.actor.person
    signed = Step(
        "tetapkan", "penetapan", "ditetapkan", date(2026, 1, 5), Actor(person, Role.KADES), by_silence=False
    )
    both = replace(situation, draft=replace(situation.draft, path=(*situation.draft.path, signed)))
    assert lacks("bukan_orang_sama", situation, dengan="tetapkan") is None
    assert lacks("bukan_orang_sama", both, dengan="tetapkan") == (
        "Orang yang sama sudah mengambil langkah “Tetapkan (tanda tangan Kepala Desa)”. Mintalah pejabat lain yang berwenang."
    )
    acting = replace(
        situation.village.people[person],
        offices=(Office(Role.SEKDES, date(2026, 1, 1), None, "141/1/2026", True),),
    )
    village = replace(situation.village, people={**situation.village.people, person: acting})
    assert lacks("bukan_orang_sama", replace(both, village=village), dengan="tetapkan") is None


def test_a_deadlock_must_have_been_reported(play) -> None:
    lines = (
        {"meeting": {"kind": "bersama", "present": 9, "yes": 4, "no": 5}},
        {"file": ["catatan_permasalahan", "surat_ke_bupati"]},
        {"take": {"step": "nyatakan_buntu", "by": "ketua_bpd", "state": "buntu"}},
    )
    before = play("pembahasan_bersama", *lines).situation(Role.KETUA_BPD)
    assert "Belum tercatat surat kepada Bupati" in (lacks("sudah_dilaporkan", before, tentang="buntu") or "")
    report = (
        {"file": ["surat_ke_bupati"]},
        {"take": {"step": "laporkan_buntu", "by": "kades", "state": "buntu"}},
    )
    after = play("pembahasan_bersama", *lines, *report).situation(Role.KETUA_BPD)
    assert lacks("sudah_dilaporkan", after, tentang="buntu") is None


def test_a_stage_without_a_term_can_let_none_pass(play) -> None:
    assert lacks("tenggat_lewat", play("penyusunan").situation(Role.SEKDES)) == (
        "Tahap ini tidak mempunyai tenggat, sehingga tidak ada yang terlewati."
    )


@pytest.mark.parametrize(("kind", "there"), [("berita_acara_konsultasi", True), ("undangan", False)])
def test_papers_of_an_earlier_stage_serve_only_where_they_are_for_the_whole_draft(
    play, kind: str, there: bool
) -> None:
    """The record of the consultation serves to the end; an invitation is for one meeting."""
    situation = play("pembahasan_bersama").situation(Role.KADES)
    assert kind in {document.kind for document in situation.draft.documents}
    assert on_file(situation, DOCUMENTS[kind]) == there


@pytest.mark.parametrize(
    ("kind", "meeting", "there"),
    [
        ("daftar_hadir", {"kind": "bersama"}, False),
        ("daftar_hadir", {"kind": "bersama", "present": 1}, True),
        ("notulen", {"kind": "bersama", "minutes": False}, False),
        ("notulen", {"kind": "bersama", "minutes": True}, True),
    ],
)
def test_what_is_on_record_about_a_meeting_need_not_be_filed_again(
    play, kind: str, meeting: dict[str, object], there: bool
) -> None:
    situation = play("pembahasan_bersama", {"meeting": meeting}).situation(Role.KADES)
    assert on_file(situation, DOCUMENTS[kind]) == there
    assert on_file(replace(situation, supplied=frozenset({kind})), DOCUMENTS[kind])
