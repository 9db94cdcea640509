"""The verifier that leaves the office with the log: what an outsider types, and what it answers."""

import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st
from tampering import KEY_TEXT, exported, honest, note_of, rewritten

from perdes_flow.publication import periksa_catatan
from perdes_flow.publication.periksa_catatan import main, signed

# RFC 8032 section 7.1: public key, message, signature
RFC_8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
        "387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
        "4a7c15e9716ed28dc027beceea1ec40a",
    ),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    records = honest()
    (tmp_path / "catatan.jsonl").write_bytes(exported(records))
    (tmp_path / "kunci.txt").write_text(KEY_TEXT + "\n", encoding="utf-8", newline="\n")
    (tmp_path / "titik.txt").write_text(note_of(records[:10]), encoding="utf-8", newline="\n")
    (tmp_path / "naskah.docx").write_bytes(b"naskah")
    (tmp_path / "lain.docx").write_bytes(b"Naskah")
    return tmp_path


def answers(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = main(list(arguments))
    return code, capsys.readouterr().out.splitlines()


@pytest.fixture
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)


@pytest.mark.usefixtures("here")
def test_a_whole_log_with_its_checkpoint_and_file_fits(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answers(
        capsys, "catatan.jsonl", "--key", "kunci.txt", "--checkpoint", "titik.txt", "--file", "naskah.docx"
    )
    assert said == [
        "cocok        Catatan desa sumberagung: 12 catatan, rantainya utuh.",
        "cocok        titik.txt: 10 catatan pertama sama dengan yang dahulu ditandatangani.",
        "cocok        naskah.docx persis seperti dalam catatan no. 5 (pelindungan-pmi, versi 1, 2023-10-09T06:00:00Z).",
        "Semua cocok.",
    ]
    assert code == 0


@pytest.mark.usefixtures("here")
def test_without_a_checkpoint_it_says_what_cannot_be_seen(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answers(capsys, "catatan.jsonl")
    assert code == 0
    assert "Tanpa titik periksa, catatan yang seluruhnya ditulis ulang tidak terlihat." in said[1]


@pytest.mark.usefixtures("here")
def test_a_file_with_one_other_letter_does_not_fit(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answers(capsys, "catatan.jsonl", "--file", "lain.docx")
    assert code == 1
    assert said[-2:] == ["TIDAK COCOK  lain.docx tidak ada, persis seperti ini, dalam catatan.", "DITOLAK."]


@pytest.mark.usefixtures("here")
def test_one_record_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    code, said = answers(capsys, "catatan.jsonl", "--record", "7", "2")
    assert code == 0
    assert said[0].split() == [
        "catatan",
        "2",
        "2023-10-09T03:00:00Z",
        "person_added",
        "oleh",
        "o002",
        "(sekdes)",
        "sumberagung",
    ]
    assert said[2].strip() == "isi sudah dihapus"
    assert (
        said[5].strip()
        == 'isi {"comment":1,"outcome":"sebagian","reason":"Diperbaiki.","type":"comment_answered"}'
    )
    assert answers(capsys, "catatan.jsonl", "--record", "13")[1][-2:] == [
        "TIDAK COCOK  Catatan no. 13 tidak ada.",
        "DITOLAK.",
    ]


@pytest.mark.usefixtures("here")
def test_the_line_of_the_damage_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    log = Path("catatan.jsonl").read_bytes()
    Path("catatan.jsonl").write_bytes(log.replace(b"Diperbaiki.", b"Diperbaiki!"))
    assert answers(capsys, "catatan.jsonl") == (
        1,
        ["TIDAK COCOK  Baris 7: isi catatan ini diubah.", "DITOLAK."],
    )


@pytest.mark.usefixtures("here")
def test_a_log_written_anew_contradicts_the_checkpoint(capsys: pytest.CaptureFixture[str]) -> None:
    for name, records in rewritten():
        Path("catatan.jsonl").write_bytes(exported(records))
        code, said = answers(capsys, "catatan.jsonl", "--key", KEY_TEXT, "--checkpoint", "titik.txt")
        assert (code, said[1][:23]) == (1, "TIDAK COCOK  titik.txt:"), name


@pytest.mark.usefixtures("here")
def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert answers(capsys, "tiada.jsonl") == (1, ["TIDAK COCOK  tiada.jsonl tidak dapat dibaca.", "DITOLAK."])
    assert answers(capsys, "catatan.jsonl", "--key", "naskah.docx")[1][-2] == (
        "TIDAK COCOK  Kunci tidak terbaca; salin seluruh barisnya."
    )


@pytest.mark.parametrize(
    "arguments", [[], ["catatan.jsonl", "--checkpoint", "titik.txt"], ["x", "--record", "y"]]
)
def test_a_wrong_call_is_explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    assert "Cara pakai salah" in capsys.readouterr().err


def test_it_runs_alone_with_nothing_but_python(folder: Path) -> None:
    program = folder / "periksa_catatan.py"
    program.write_bytes(Path(periksa_catatan.__file__).read_bytes())
    # -I -S: no site packages, no environment, nothing of this project can be imported
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-W",
            "error",
            program,
            "catatan.jsonl",
            "--key",
            "kunci.txt",
            "--checkpoint",
            "titik.txt",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout.splitlines()[-1], done.stderr) == (0, "Semua cocok.", "")


@pytest.mark.parametrize(("public", "message", "signature"), RFC_8032)
def test_the_signatures_of_rfc_8032_are_valid(public: str, message: str, signature: str) -> None:
    assert signed(bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(signature))
    assert not signed(bytes.fromhex(public), bytes.fromhex(message) + b"x", bytes.fromhex(signature))


@settings(max_examples=25, deadline=None)
@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200), st.integers(0, 511))
def test_it_agrees_with_an_independent_library_on_any_signature(
    seed: bytes, message: bytes, bit: int
) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = key.public_key().public_bytes_raw(), key.sign(message)
    assert signed(public, message, signature)
    damaged = bytearray(signature)
    damaged[bit // 8] ^= 1 << bit % 8
    assert not signed(public, message, bytes(damaged))


def test_a_signature_with_a_scalar_beyond_the_group_order_is_refused() -> None:
    public, message, signature = (bytes.fromhex(part) for part in RFC_8032[1])
    twin = int.from_bytes(signature[32:], "little") + periksa_catatan.L
    assert not signed(public, message, signature[:32] + twin.to_bytes(32, "little"))


def test_a_key_or_signature_of_a_wrong_length_is_refused() -> None:
    public, message, signature = (bytes.fromhex(part) for part in RFC_8032[1])
    for bad in (b"", public[:-1], public + b"\0", b"\xff" * 32):
        assert not signed(bad, message, signature)
    for bad in (b"", signature[:-1], signature + b"\0"):
        assert not signed(public, message, bad)
