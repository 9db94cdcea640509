"""What must hold of a workspace after a crash, whatever the moment."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from crash.writers import VILLAGE

from perdes_flow.bootstrap.workspace import open_workspace
from perdes_flow.domain.chain import breaks
from perdes_flow.domain.events import VersionSubmitted
from perdes_flow.domain.values import version_path
from perdes_flow.errors import FileDamaged, FileMissing
from perdes_flow.storage.files import WorkspaceFiles
from perdes_flow.storage.integrity import flaws


@dataclass(frozen=True, slots=True)
class Aftermath:
    """`problems` must be empty; the counts tell what the crashes hit."""

    records: int
    unacknowledged: int  # safe, but the writer was killed before it could say so
    orphans: int  # files without a record: harmless
    left_over: int  # passing files of cut-off writes: harmless
    problems: tuple[str, ...]


def inspect(home: Path, acknowledged: Iterable[tuple[int, str]]) -> Aftermath:
    """Compare what a workspace holds with the (record number, file hash) pairs that writers had acknowledged."""
    problems: list[str] = []
    with open_workspace(home) as workspace:
        log, files = workspace.log(VILLAGE), workspace.files
        assert isinstance(files, WorkspaceFiles)
        problems += (f"chain broken at {one.seq}: {one.reason}" for one in breaks(log.records(), log=VILLAGE))
        problems += (f"{flaw.where}: {flaw.what}" for flaw in flaws(workspace.database))
        recorded: dict[int, str] = {}
        paths: set[str] = set()
        versions: Counter[str] = Counter()
        for entry in log.of_type("version_submitted"):
            draft, fact = entry.act.draft or "", entry.act.fact
            assert isinstance(fact, VersionSubmitted)
            versions[draft] += 1
            if fact.version != versions[draft]:
                problems.append(f"record {entry.seq} is version {fact.version}, not {versions[draft]}")
            recorded[entry.seq] = fact.docx_sha256
            path = version_path(VILLAGE, draft, fact.version, fact.docx_sha256)
            paths.add(path)
            try:
                if len(files.get(path, fact.docx_sha256)) != fact.size_bytes:
                    problems.append(f"{path} has another size than recorded")
            except (FileMissing, FileDamaged) as half:
                problems.append(f"half a version: {path} ({half.code})")
        told = dict(acknowledged)
        problems += (f"lost: record {seq}" for seq, sha256 in told.items() if recorded.get(seq) != sha256)
        rows = {row.draft: row.versions for row in workspace.register(VILLAGE).rows() if row.versions}
        if rows != dict(versions):
            problems.append(f"the register says {rows}, the record {dict(versions)}")
        orphans = len(set(files.paths(VILLAGE)) - paths)
        return Aftermath(
            len(recorded), len(recorded) - len(told), orphans, len(files.left_over()), tuple(problems)
        )
