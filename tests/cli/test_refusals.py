"""What may not be done is refused in plain words, with the law, and nothing is written."""

import json
import re
from pathlib import Path

import pytest

from .conftest import ROOT, Perdes

SAMPLES = ROOT / "drafts" / "contoh"
DRAFT = "pelindungan-pmi"
BEFORE = "2026-02-23T13:30:00Z"


@pytest.fixture
def meeting(perdes: Perdes, tmp_path: Path) -> Path:
    """A draft in joint deliberation: five of nine members are there, two comments are open."""
    home = tmp_path / "kerja"

    def do(*words: str, by: str = "sekdes", at: str = "2026-02-02T02:00:00Z") -> None:
        said = perdes(*words, "--home", str(home), "--as", by, "--now", at)
        assert said.code == 0, (words, said.err)

    members = ["ketua", "sekretaris", *(f"anggota{n}" for n in range(1, 8))]
    assert perdes("init", str(home)).code == 0
    do(
        "desa",
        "add",
        "sumberagung",
        "--nama",
        "Sumberagung",
        "--kecamatan",
        "Gandusari",
        "--kabupaten",
        "Kabupaten Blitar",
    )
    for name, office in (
        ("sekdes", "sekdes"), ("kades", "kades"), ("penyusun", "penyusun"),
        ("ketua", "ketua_bpd"), ("sekretaris", "sekretaris_bpd"), *((m, "anggota_bpd") for m in members[2:]),
    ):  # fmt: skip
        do("person", "add", name, "--jabatan", office, "--sejak", "2023-01-02")
    do("start", DRAFT, "--judul", "Pelindungan Pekerja Migran Indonesia", by="penyusun")
    do("submit", DRAFT, str(SAMPLES / DRAFT / "v2-setelah-konsultasi-publik.docx"), by="penyusun")
    do("step", DRAFT, "konsultasikan", by="penyusun")
    do("meeting", "open", DRAFT, "--jenis", "konsultasi", "--tempat", "Balai Desa")
    do("meeting", "attend", DRAFT, "--warga", "40")
    do("meeting", "close", DRAFT)
    for kind in ("berita_acara_konsultasi", "surat_pengantar"):
        do("paper", DRAFT, kind, "--nomor", "140/1/2026")
    do("step", DRAFT, "ajukan", by="kades")
    do(
        "meeting",
        "invite",
        DRAFT,
        "--jenis",
        "internal",
        "--pukul",
        "19.00",
        "--tempat",
        "Balai Desa",
        "--acara",
        "Pembahasan",
        by="ketua",
    )
    do("paper", DRAFT, "undangan", "--nomor", "5/BPD/2026", by="ketua")
    do("step", DRAFT, "jadwalkan", by="ketua")
    do("meeting", "open", DRAFT, "--jenis", "internal", "--tempat", "Balai Desa", by="ketua")
    do("meeting", "attend", DRAFT, "--hadir", ",".join(members[:6]), by="ketua")
    do("meeting", "minutes", DRAFT, "--teks", "Dibaca Pasal demi Pasal.", by="sekretaris")
    do("meeting", "close", DRAFT, by="ketua")
    do(
        "meeting",
        "invite",
        DRAFT,
        "--jenis",
        "bersama",
        "--pukul",
        "19.00",
        "--tempat",
        "Balai Desa",
        "--acara",
        "Pembahasan",
        by="ketua",
    )
    do("paper", DRAFT, "undangan", "--nomor", "6/BPD/2026", by="ketua")
    do("step", DRAFT, "bahas_bersama", by="ketua")
    do("comment", DRAFT, "Pasal 6 ayat (2)", "Terlalu lama.", by="anggota1")
    do("comment", DRAFT, "Pasal 9 ayat (5)", "Perlu Pasal tersendiri.", by="anggota2")
    do("meeting", "open", DRAFT, "--jenis", "bersama", "--tempat", "Balai Desa", by="ketua")
    do("meeting", "attend", DRAFT, "--hadir", ",".join([*members[:5], "kades"]), by="ketua")
    return home


def _log(perdes: Perdes, home: Path) -> str:
    return perdes("history", DRAFT, "--json", "--home", str(home)).out


def test_the_bpd_cannot_agree_with_five_of_nine_and_two_open_comments(perdes: Perdes, meeting: Path) -> None:
    before = _log(perdes, meeting)
    words = ("step", DRAFT, "sepakati", "--nomor", "3/BPD/2026", "--home", str(meeting), "--as", "ketua")
    said = perdes(*words, "--now", BEFORE)
    assert said.code == 1
    assert (
        "Kuorum belum tercapai: hadir 5 dari 9 anggota, perlu 6. "
        "Dasar: Permendagri 110/2016 Pasal 37 ayat (3) huruf b" in said.err
    )
    assert re.search(
        r"2 catatan penting masih terbuka \(no\. 1 dan no\. 2\).*Dasar: UU 6/2014 Pasal 69 ayat \(3\)",
        said.err,
    )
    assert _log(perdes, meeting) == before
    told = json.loads(perdes(*words, "--now", BEFORE, "--json").out)
    assert told["code"] == "langkah_ditolak"
    assert {"kuorum", "komentar_terbuka"} <= {lacking["code"] for lacking in told["missing"]}


def test_a_vote_counts_once_and_only_ones_own(perdes: Perdes, meeting: Path) -> None:
    def vote(by: str) -> str:
        said = perdes("meeting", "vote", DRAFT, "setuju", "--home", str(meeting), "--as", by, "--now", BEFORE)
        return said.err if said.code else ""

    assert vote("anggota1") == ""
    before = _log(perdes, meeting)
    assert "sudah bersuara" in vote("anggota1")
    assert "tidak tercatat hadir" in vote("anggota7")
    assert "bukan anggota BPD" in vote("kades")
    assert _log(perdes, meeting) == before


def test_a_request_sent_twice_is_written_once(perdes: Perdes, meeting: Path) -> None:
    words = (
        "comment",
        DRAFT,
        "Pasal 7 ayat (1)",
        "Siapa yang melapor?",
        "--home",
        str(meeting),
        "--as",
        "anggota3",
    )
    first = perdes(*words, "--now", BEFORE, "--permintaan", "kirim-1")
    again = perdes(*words, "--now", BEFORE, "--permintaan", "kirim-1")
    assert first.code == again.code == 0
    assert first.out == again.out
    assert _log(perdes, meeting).count("Siapa yang melapor?") == perdes(
        "history", DRAFT, "--json", "--home", str(meeting)
    ).out.count("Siapa yang melapor?")
    status = json.loads(perdes("status", DRAFT, "--json", "--home", str(meeting), "--now", BEFORE).out)
    assert len(status["open_comments"]) == 3


def test_one_changed_letter_in_the_stored_file_is_named(perdes: Perdes, office: Path) -> None:
    stored = next((office / "drafts/sumberagung" / DRAFT).glob("v004-*.docx"))
    data = bytearray(stored.read_bytes())
    data[len(data) // 2] ^= 1
    stored.chmod(0o644)
    stored.write_bytes(data)
    said = perdes("verify", "--home", str(office))
    assert said.code == 1
    assert stored.name in said.err


def test_the_demo_is_whole(perdes: Perdes, demo: Path) -> None:
    said = perdes("verify", "--home", str(demo))
    assert said.code == 0, said.err
    exported = (demo / "catatan.jsonl").read_text("utf-8").count('"leaf":')
    assert said.out.startswith(f"Utuh: {exported} catatan")
    assert perdes("fsck", "--home", str(demo)).code == 0


def test_a_stage_cannot_be_passed_twice(perdes: Perdes, office: Path) -> None:
    said = perdes("step", DRAFT, "undangkan", "--nomor", "4", "--home", str(office), "--as", "sekdes")
    assert said.code == 1
    assert "Berlaku" in said.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("submit", DRAFT, str(SAMPLES / "rusak/pdf-bernama-docx.docx"), "--as", "penyusun"), "simpan"),
        (("submit", DRAFT, str(SAMPLES / "rusak/bermakro.docx"), "--as", "penyusun"), "makro"),
        (("submit", DRAFT, str(SAMPLES / "rusak/terpotong.docx"), "--as", "penyusun"), "terpotong"),
        (("submit", DRAFT, "tidak-ada.docx", "--as", "penyusun"), "tidak ada"),
        (("submit", DRAFT, str(SAMPLES), "--as", "penyusun"), "folder"),
        (("status", "lain"), "tidak dikenal"),
        (("step", DRAFT, "sepakat", "--as", "ketua-bpd"), "tidak dikenal"),
        (("step", DRAFT, "sepakati", "--as", "siapa"), "tidak dikenal"),
        (("step", DRAFT, "sepakati"), "--as"),
        (("comment", DRAFT, "Pasal lima", "Mengapa?", "--as", "ketua-bpd"), "Tahap"),
        (("status", "--desa", "lain"), "tidak dikenal"),
        (("status", DRAFT, "--now", "besok"), "2026-11-24T08:00:00Z"),
        (("redline", DRAFT, "1", "9", "-o", "x.docx"), "Versi 9 tidak ada"),
        (("paper", DRAFT, "kuitansi", "--as", "sekdes"), "tidak dikenal"),
        (("workflow", "check", "tidak-ada.yaml"), "tidak ada"),
        (("verify-log", "tidak-ada.jsonl"), "tidak ada"),
    ],
)
def test_bad_input_is_told_in_one_sentence(
    perdes: Perdes, office: Path, words: tuple[str, ...], says: str
) -> None:
    before = _log(perdes, office)
    said = perdes(*words, "--home", str(office), cwd=office)
    assert said.code == 1, said.out
    assert says in said.err
    assert "Traceback" not in said.err
    assert said.err.count("\n") <= 2
    assert not (office / "x.docx").exists()
    assert _log(perdes, office) == before


def test_a_missing_argument_is_told_in_indonesian(perdes: Perdes) -> None:
    said = perdes("submit")
    assert said.code == 2
    assert "Isian belum ada" in said.err


def test_outside_a_workspace_the_way_to_one_is_told(perdes: Perdes, tmp_path: Path) -> None:
    said = perdes("status", cwd=tmp_path)
    assert said.code == 1
    assert "perdes init" in said.err


def test_a_workflow_with_a_typo_is_refused_with_its_line(perdes: Perdes, tmp_path: Path) -> None:
    text = (ROOT / "workflows/perdes.yaml").read_text("utf-8").replace("{kuorum: {", "{kourum: {", 1)
    (tmp_path / "perdes.yaml").write_text(text, "utf-8")
    line = text[: text.index("kourum")].count("\n") + 1
    said = perdes("workflow", "check", "perdes.yaml", cwd=tmp_path)
    assert said.code == 1
    assert f"perdes.yaml:{line}" in said.err
    assert "kourum" in said.err
