"""docs/record-format.md, held against three programs: ours, the one we ship, and a stranger's in another language."""

import base64
import hashlib
import io
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from forging import forged, unforged
from tampering import (
    KEY_TEXT,
    ambiguous,
    chained,
    changed_characters,
    clumsy,
    exported,
    honest,
    note_of,
    rewritten,
    story,
)

from perdes_flow.domain.checkpoint import checkpoint_of, key_id, key_text, signed_note
from perdes_flow.domain.verification import verify_lines
from perdes_flow.errors import CheckpointRefused
from perdes_flow.publication import periksa_catatan
from perdes_flow.storage.keys import LogKey, public_key

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/record-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```\n(.*?)```", PAGE, flags=re.DOTALL)

Case = tuple[bytes, str, Sequence[str]]  # log, key, checkpoints
Verifier = Callable[[Sequence[Case]], list[bool]]


def ours(cases: Sequence[Case]) -> list[bool]:
    return [_ours(*case) for case in cases]


def _ours(log: bytes, key: str, notes: Sequence[str]) -> bool:
    try:
        return not verify_lines(io.BytesIO(log), public_key(key), notes)
    except CheckpointRefused:  # the key's line is none
        return False


def shipped(cases: Sequence[Case]) -> list[bool]:
    with tempfile.TemporaryDirectory() as folder:
        return [_shipped(Path(folder), *case) for case in cases]


def _shipped(folder: Path, log: bytes, key: str, notes: Sequence[str]) -> bool:
    paths = [folder / f"titik-{number}.txt" for number in range(len(notes))]
    for path, note in zip(paths, notes, strict=True):
        path.write_bytes(note.encode())
    (folder / "kunci.txt").write_bytes(key.encode())
    (folder / "catatan.jsonl").write_bytes(log)
    asked = [str(folder / "catatan.jsonl"), "--key", str(folder / "kunci.txt")]
    return periksa_catatan.main([*asked, *(["--checkpoint", *map(str, paths)] if paths else [])]) == 0


def strangers(cases: Sequence[Case]) -> list[bool]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed: the stranger's verifier is in JavaScript")
    asked = [{"log": base64.b64encode(log).decode(), "key": key, "notes": notes} for log, key, notes in cases]
    done = subprocess.run(
        [node, Path(__file__).with_name("verifier_from_the_page.mjs")],
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=True,
    )
    verdicts: list[bool] = json.loads(done.stdout)
    return verdicts


@pytest.fixture(params=[ours, shipped, strangers], ids=lambda one: one.__name__)
def verifier(request: pytest.FixtureRequest) -> Verifier:
    chosen: Verifier = request.param
    return chosen


def accepted(verifier: Verifier, logs: Sequence[tuple[str, bytes]], notes: Sequence[str] = ()) -> list[str]:
    """Which of the logs the verifier takes for whole."""
    verdicts = verifier([(log, KEY_TEXT, notes) for _, log in logs])
    return [name for (name, _), verdict in zip(logs, verdicts, strict=True) if verdict]


def test_a_whole_log_is_accepted_with_every_checkpoint_of_it(verifier: Verifier) -> None:
    records = honest()
    notes = [note_of(records[:size]) for size in range(len(records) + 1)]
    assert accepted(verifier, [("whole", exported(records)), ("empty", exported([]))]) == ["whole", "empty"]
    assert accepted(verifier, [("whole", exported(records))], notes) == ["whole"]


def test_a_changed_character_is_seen_wherever_it_stands(verifier: Verifier) -> None:
    log = exported(honest())
    attacks = [(name, bad) for name, bad in changed_characters(log, 900) if bad != log]
    assert len(attacks) > 800
    assert accepted(verifier, attacks) == []


def test_a_deleted_swapped_inserted_or_repeated_record_is_seen(verifier: Verifier) -> None:
    attacks = list(clumsy(exported(honest())))
    assert len(attacks) > 200
    assert accepted(verifier, attacks) == []


def test_a_record_written_in_another_way_is_refused(verifier: Verifier) -> None:
    assert accepted(verifier, list(ambiguous(exported(chained(story()))))) == []


def test_a_record_that_breaks_the_form_is_refused_even_if_all_its_hashes_are_right(
    verifier: Verifier,
) -> None:
    assert accepted(verifier, [("unforged", unforged())]) == ["unforged"]
    attacks = list(forged())
    assert len({log for _, log in attacks}) == len(attacks)
    assert accepted(verifier, attacks) == []


def test_a_log_written_anew_is_seen_only_by_who_kept_a_checkpoint(verifier: Verifier) -> None:
    attacks = [(name, exported(records)) for name, records in rewritten()]
    kept = note_of(honest()[:10])
    assert accepted(verifier, attacks) == [name for name, _ in attacks]
    assert accepted(verifier, attacks, [kept]) == []


def test_two_histories_are_seen_once_their_checkpoints_meet(verifier: Verifier) -> None:
    told_to_bpd = honest()
    told_to_kabupaten = dict(rewritten())["a vote turned"]
    both = [note_of(told_to_bpd), note_of(told_to_kabupaten)]
    assert accepted(verifier, [("bpd", exported(told_to_bpd))], both[:1]) == ["bpd"]
    assert accepted(verifier, [("kabupaten", exported(told_to_kabupaten))], both[1:]) == ["kabupaten"]
    assert (
        accepted(verifier, [("bpd", exported(told_to_bpd)), ("kab", exported(told_to_kabupaten))], both) == []
    )


def test_a_changed_character_in_a_checkpoint_is_seen(verifier: Verifier) -> None:
    records = honest()
    log, note = exported(records), note_of(records)
    notes = [bad for _, bad in changed_characters(note.encode(), 300) if bad != note.encode()]
    notes.append(_twin(note).encode())
    verdicts = verifier([(log, KEY_TEXT, [bad.decode()]) for bad in notes])
    assert [bad for bad, verdict in zip(notes, verdicts, strict=True) if verdict] == []


def _twin(note: str) -> str:
    """The same bytes in another spelling: the last letter of base64 has bits that mean nothing."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return note[:-3] + letters[letters.index(note[-3]) ^ 1] + note[-2:]


def test_a_changed_character_in_the_key_is_seen(verifier: Verifier) -> None:
    log, note = exported(honest()), note_of(honest())
    keys = [bad.decode() for _, bad in changed_characters(KEY_TEXT.encode(), 300)]
    keys = [bad for bad in keys if bad.strip() != KEY_TEXT]
    verdicts = verifier([(log, bad, [note]) for bad in keys])
    assert [bad for bad, verdict in zip(keys, verdicts, strict=True) if verdict] == []


def test_a_checkpoint_of_another_village_does_not_count(verifier: Verifier) -> None:
    records = honest()
    other = LogKey.from_seed("perdes-flow/sumberjo", b"\x08" * 32)
    note = signed_note(checkpoint_of(records), other.name, other)
    log = exported(records)
    assert verifier([(log, KEY_TEXT, [note]), (log, key_text(other), [note])]) == [False, False]


def test_a_witness_may_sign_beside_the_village(verifier: Verifier) -> None:
    records = honest()
    witness = LogKey.from_seed("kab-blitar.example/saksi", b"\x09" * 32)
    line = f"— {witness.name} {base64.b64encode(key_id(witness) + witness.sign(b'whatever')).decode()}\n"
    assert accepted(verifier, [("whole", exported(records))], [note_of(records) + line]) == ["whole"]
    only_witness = note_of(records).rpartition("\n\n")[0] + "\n\n" + line
    assert accepted(verifier, [("whole", exported(records))], [only_witness]) == []


def test_the_examples_on_the_page_are_true(verifier: Verifier) -> None:
    leaf, payload, note, key, log = EXAMPLES
    assert leaf.strip() in log
    assert payload.strip() in log
    assert hashlib.sha256(b"\0" + leaf.strip().encode()).hexdigest() in PAGE.replace(log, "")
    assert f"{len(leaf.strip())} bytes" in PAGE
    example_key = LogKey.from_seed("perdes-flow/sumberagung", bytes(range(1, 33)))
    assert key_text(example_key) == key.strip()
    assert verifier([(log.encode(), key.strip(), [note])]) == [True]
