"""Checkpoints: Merkle roots as in RFC 6962, notes as in C2SP signed-note."""

from base64 import b64decode
from collections.abc import Callable
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tampering import KEY, KEY_TEXT, chained, exported, honest, note_of, rewritten, story

from perdes_flow.domain.checkpoint import (
    Checkpoint,
    MerkleRoot,
    checkpoint_of,
    key_id,
    key_text,
    open_note,
    read_key_text,
    signed_note,
)
from perdes_flow.domain.verification import verify_lines
from perdes_flow.errors import CheckpointRefused, LogRefused
from perdes_flow.storage.keys import LogKey, public_key

# The test data of the Certificate Transparency project (RFC 6962): eight leaves, and the root after each.
CT_LEAVES = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
]
CT_ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"  # SHA-256 of no bytes


def merkle_tree_hash(hashes: list[bytes]) -> bytes:
    """RFC 6962 section 2.1, word for word."""
    if not hashes:
        return sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    k = max(2**i for i in range(20) if 2**i < len(hashes))
    return sha256(b"\x01" + merkle_tree_hash(hashes[:k]) + merkle_tree_hash(hashes[k:])).digest()


def test_the_roots_are_those_of_the_certificate_transparency_project() -> None:
    tree = MerkleRoot()
    assert tree.root == NOTHING
    for leaf, root in zip(CT_LEAVES, CT_ROOTS, strict=True):
        tree.add(sha256(b"\x00" + bytes.fromhex(leaf)).hexdigest())
        assert tree.root == root


@given(st.integers(0, 300))
def test_the_root_is_that_of_the_rfc_at_every_size(size: int) -> None:
    hashes = [sha256(bytes([n % 256, n // 256])).digest() for n in range(size)]
    tree = MerkleRoot()
    for one in hashes:
        tree.add(one.hex())
    assert (tree.size, tree.root) == (size, merkle_tree_hash(hashes).hex())


def test_a_checkpoint_of_a_broken_log_is_not_made() -> None:
    records = honest()
    with pytest.raises(LogRefused) as refusal:
        checkpoint_of([*records[:4], *records[5:]])
    assert (refusal.value.line, refusal.value.reason) == (5, "urutan")


def test_a_note_opens_to_the_checkpoint_that_was_signed() -> None:
    records = honest()
    assert checkpoint_of([]) == Checkpoint(0, NOTHING)
    for part in ([], records[:1], records):
        assert open_note(note_of(part), public_key(KEY_TEXT)) == checkpoint_of(part)


def test_the_key_line_of_the_c2sp_signed_note_example_is_understood() -> None:
    key = public_key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
    signature = "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM="
    raw = b64decode(signature)
    assert raw[:4] == key_id(key)
    assert key.verifies(raw[4:], b"This is an example message.\n")
    assert not key.verifies(raw[4:], b"This is an example message!\n")


def test_the_signed_checkpoint_of_c2sp_has_our_form() -> None:
    # from c2sp.org/tlog-checkpoint; its key is not published there, so the signature cannot be checked
    text = (
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
        "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+"
        "zyWE+xeMcTOAYQ8=\n"
    )
    with pytest.raises(CheckpointRefused) as refusal:
        open_note(text, LogKey.from_seed("example.com/behind-the-sofa", b"\x01" * 32))
    assert refusal.value.reason == "tanda_tangan"


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda note: "", "bentuk"),
        (lambda note: note.rstrip("\n"), "bentuk"),
        (lambda note: note.replace("\n", "\r\n"), "bentuk"),
        (lambda note: note.replace("\n12\n", "\n012\n"), "bentuk"),
        (lambda note: note.replace("\n12\n", "\n12\nmore\n"), "bentuk"),
        (lambda note: note + "no signature\n", "bentuk"),
        (lambda note: note.replace("\n12\n", "\n11\n"), "tanda_tangan"),
        (lambda note: note.replace("perdes-flow/sumberagung\n12", "perdes-flow/sumberjo\n12"), "asal"),
        (lambda note: note.replace("— perdes-flow/sumberagung", "— perdes-flow/sumberjo"), "tanda_tangan"),
        (lambda note: note.partition("\n\n")[0] + "\n\n", "bentuk"),
    ],
)
def test_what_is_no_checkpoint_of_this_log_says_why(damage: Callable[[str], str], reason: str) -> None:
    bad = damage(note_of(honest()))
    with pytest.raises(CheckpointRefused) as refusal:
        open_note(bad, KEY)
    assert refusal.value.reason == reason


def test_a_letter_that_changes_only_unused_bits_is_seen() -> None:
    note = note_of(honest())
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    last = note[-3]  # before "=" and line feed: two of its six bits mean nothing
    twin = letters[letters.index(last) ^ 1]
    with pytest.raises(CheckpointRefused) as refusal:
        open_note(note[:-3] + twin + note[-2:], KEY)
    assert refusal.value.reason == "bentuk"


def test_a_key_signs_only_for_its_own_log() -> None:
    with pytest.raises(ValueError, match="cannot sign"):
        signed_note(checkpoint_of([]), "perdes-flow/sumberjo", KEY)


def test_a_key_line_is_read_back() -> None:
    assert read_key_text(key_text(KEY) + "\n") == (KEY.name, KEY.public)


@pytest.mark.parametrize(
    "line", ["", "x", KEY_TEXT[:-1], KEY_TEXT.replace("sumberagung", "sumberjo"), "a+b+c"]
)
def test_a_line_that_is_no_key_is_refused(line: str) -> None:
    with pytest.raises(CheckpointRefused) as refusal:
        public_key(line)
    assert refusal.value.reason == "kunci"


def found(log: bytes, *notes: str, key: str = KEY_TEXT) -> list[tuple[int, str]]:
    lines = log.splitlines(keepends=True)
    return [(one.seq, one.reason) for one in verify_lines(lines, public_key(key), notes)]


def test_the_check_says_which_checkpoint_a_rewritten_log_contradicts() -> None:
    kept = [note_of(honest()[:size]) for size in (4, 9, 10, 12)]
    attacks = dict(rewritten())
    assert found(exported(attacks["a vote turned"]), *kept) == [(10, "titik_beda"), (12, "titik_beda")]
    assert found(exported(attacks["the end cut off"]), *kept) == [
        (9, "titik_hilang"),
        (10, "titik_hilang"),
        (12, "titik_hilang"),
    ]


def test_a_broken_log_is_told_with_what_the_checkpoints_before_the_break_say() -> None:
    log = exported(chained(story())).replace(b'"reason":"Diperbaiki."', b'"reason":"Diperbaiki!"')
    notes = [note_of(honest()[:4]), note_of(dict(rewritten())["an act deleted"][:5]), note_of(honest())]
    assert found(log, *notes) == [(7, "isi")]
    assert found(log, "nothing") == [(0, "titik_bentuk"), (7, "isi")]


def test_a_key_of_another_village_is_told() -> None:
    other = key_text(LogKey.from_seed("perdes-flow/sumberjo", b"\x08" * 32))
    assert found(exported(honest()), key=other) == [(1, "kunci_asal")]


def test_a_checkpoint_without_a_key_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="key"):
        verify_lines([], None, ["x"])
