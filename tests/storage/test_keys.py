"""The key of a workspace: made once, kept to its owner, the same ever after."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from perdes_flow.domain.checkpoint import Checkpoint, key_text, open_note, signed_note
from perdes_flow.errors import InputUnreadable
from perdes_flow.storage.keys import FILE, LogKey, log_key, public_key

NAME = "perdes-flow/sumberagung"


def test_the_key_is_made_at_first_use_and_stays(tmp_path: Path) -> None:
    first, again = log_key(tmp_path / ".perdes", NAME), log_key(tmp_path / ".perdes", NAME)
    assert first.public == again.public
    assert [path.name for path in (tmp_path / ".perdes").iterdir()] == [FILE]


def test_what_the_key_signs_its_public_line_verifies(tmp_path: Path) -> None:
    key = log_key(tmp_path, NAME)
    checkpoint = Checkpoint(3, "ab" * 32)
    assert open_note(signed_note(checkpoint, NAME, key), public_key(key_text(key))) == checkpoint


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps files to their owner by the folder's rights")
def test_only_its_owner_can_read_the_key(tmp_path: Path) -> None:
    log_key(tmp_path, NAME)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_many_who_ask_first_at_once_get_the_same_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: log_key(tmp_path, NAME).public, range(24)))
    assert len(set(keys)) == 1
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_key_is_made_on_a_disk_that_knows_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", no_links)
    assert log_key(tmp_path, NAME).public == log_key(tmp_path, NAME).public
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_a_file_that_is_no_key_is_refused_and_left_alone(tmp_path: Path) -> None:
    rsa = generate_private_key(65_537, 2_048).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    for content in (b"", b"bukan kunci", rsa):
        (tmp_path / FILE).write_bytes(content)
        with pytest.raises(InputUnreadable) as refusal:
            log_key(tmp_path, NAME)
        assert refusal.value.problem == "bukan kunci catatan"
        assert (tmp_path / FILE).read_bytes() == content


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(InputUnreadable):
        log_key(tmp_path / "berkas" / ".perdes", NAME)


def test_the_same_seed_gives_the_same_signatures() -> None:
    one, two = (LogKey.from_seed(NAME, b"\x01" * 32) for _ in range(2))
    assert one.sign(b"x") == two.sign(b"x")
    assert one.verifies(one.sign(b"x"), b"x")
    assert not one.verifies(one.sign(b"x"), b"y")
    assert not one.verifies(b"", b"x")
