"""The outsider's check: an exported log against its own chain and against the checkpoints that others have kept."""

import re
from collections.abc import Iterable, Iterator

from perdes_flow.domain.chain import Break
from perdes_flow.domain.checkpoint import Checkpoint, MerkleRoot, VerifyingKey, open_note, origin_of
from perdes_flow.domain.export import whole_lines
from perdes_flow.domain.values import Sha256, VillageId
from perdes_flow.errors import CheckpointRefused, LogRefused


def verify_lines(
    lines: Iterable[bytes], key: VerifyingKey | None, checkpoints: Iterable[str]
) -> tuple[Break, ...]:
    """Everything that is wrong with an exported log; nothing for a whole one. One pass, constant memory.

    Reasons are those of `LogRefused`, and for checkpoints: "titik_bentuk", "titik_asal" or "titik_tanda_tangan" (a
    note that tells nothing; `seq` is 0), "titik_beda" (the first `seq` records are not those that were signed),
    "titik_hilang" (the log is shorter than the `seq` records that were signed), "kunci_asal" (the key is another
    village's). ValueError for checkpoints without the key that signed them.
    """
    found: list[Break] = []
    kept = list(_opened(checkpoints, key, found))
    roots = {one.size: "" for one in kept} | {0: MerkleRoot().root}
    log: VillageId | None = None
    try:
        for line in _watched(whole_lines(lines), roots):
            log = line[6].decode()
    except LogRefused as refusal:
        # what a checkpoint says about the rest of a broken log, nobody can tell any more
        kept = [one for one in kept if roots[one.size]]
        found.append(Break(refusal.line, refusal.reason))
    if key is not None and log is not None and origin_of(log) != key.name:
        found.append(Break(1, "kunci_asal"))
    found += (Break(one.size, _difference(roots[one.size])) for one in kept if roots[one.size] != one.root)
    return tuple(found)


def _opened(notes: Iterable[str], key: VerifyingKey | None, found: list[Break]) -> Iterator[Checkpoint]:
    for note in notes:
        if key is None:
            raise ValueError("a checkpoint cannot be checked without the key that signed it")
        try:
            yield open_note(note, key)
        except CheckpointRefused as refusal:
            found.append(Break(0, f"titik_{refusal.reason}"))


def _watched(log: Iterable[re.Match[bytes]], roots: dict[int, Sha256]) -> Iterator[re.Match[bytes]]:
    """The lines as they come; fills in the root at each size that is asked for."""
    tree, last = MerkleRoot(), max(roots)
    for line in log:
        if tree.size < last:
            tree.add(line[1].decode())
            if tree.size in roots:
                roots[tree.size] = tree.root
        yield line


def _difference(root: Sha256) -> str:
    return "titik_beda" if root else "titik_hilang"
