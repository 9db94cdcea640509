"""Hand out the proof: the log as lines, a signed checkpoint of it, the dossier of a draft."""

from collections.abc import Container
from pathlib import PurePosixPath

from perdes_flow.domain.chain import Record
from perdes_flow.domain.checkpoint import SigningKey, checkpoint_of, key_text, origin_of, signed_note
from perdes_flow.domain.export import lines
from perdes_flow.domain.values import DraftId
from perdes_flow.messages.threads import is_hidden
from perdes_flow.publication import dossier
from perdes_flow.use_cases.auditing import recorded_files
from perdes_flow.use_cases.desk import Desk, open_case
from perdes_flow.use_cases.threads import files_with, hidden_comments


def export_log(desk: Desk, only: DraftId | None = None, without: Container[int] = ()) -> bytes:
    """The village's whole log in the form of docs/record-format.md.

    With `only`, what was said about other drafts and persons is left out, and so is what the records in `without` say:
    their leaves stay, and the chain holds.
    """
    records = desk.log.records()
    if only is not None:
        records = (record if record.leaf.draft == only else _blank(record) for record in records)
    kept = (_blank(record) if record.leaf.seq in without else record for record in records)
    return b"".join(lines(kept, log=desk.log.village))


def signed_checkpoint(desk: Desk, key: SigningKey) -> str:
    """The whole log in one signed note, to be kept by people who do not run this machine; LogRefused if it is broken."""
    return signed_note(checkpoint_of(desk.log.records()), origin_of(desk.log.village), key)


def export_dossier(desk: Desk, draft_id: DraftId, key: SigningKey, verifier: bytes) -> bytes:
    """One ZIP with all versions and papers of a draft, its history to read, the log, the proof, and the verifier.

    `verifier` is the program that checks the log without us. DraftUnknown, FileMissing, FileDamaged, LogRefused.
    """
    case, entries = open_case(desk, draft_id), desk.log.read(draft_id)
    hidden = hidden_comments(entries)
    private = files_with(entries, hidden)
    files = {
        str(PurePosixPath(path).relative_to(desk.log.village)): desk.files.get(path, sha256)
        for path, sha256 in recorded_files(desk, draft_id)
        if sha256 not in private
    }
    silent = frozenset(entry.seq for entry in entries if is_hidden(entry.act.fact, hidden))
    files["catatan.jsonl"] = export_log(desk, only=draft_id, without=silent)
    files["titik-periksa.txt"] = signed_checkpoint(desk, key).encode("utf-8")
    files["kunci.txt"] = f"{key_text(key)}\n".encode()
    files["periksa_catatan.py"] = verifier
    files["index.html"] = dossier.index_page(case.village, case.draft, entries, files, left_out=len(private))
    return dossier.pack(files)


def _blank(record: Record) -> Record:
    return record._replace(payload=None, salt=None)
