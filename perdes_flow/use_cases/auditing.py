"""Check that record, files and register still are what they were, and hand out the proof."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from perdes_flow.domain.chain import breaks, payload_fault
from perdes_flow.domain.draft import Draft, replay
from perdes_flow.domain.events import DocumentFiled, FileReceived, PhotoFiled, VersionSubmitted
from perdes_flow.domain.values import DraftId, Sha256, document_path, photo_path, received_path, version_path
from perdes_flow.errors import FileDamaged, FileMissing, RecordDamaged
from perdes_flow.messages.breaks import break_sentence
from perdes_flow.ports import Entry, RegisterRow
from perdes_flow.use_cases.desk import Desk, open_village
from perdes_flow.use_cases.register import register_row


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold: where, and what, as a sentence."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a check looked at, and what it found."""

    records: int
    head: Sha256
    files: int
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()  # worth knowing, and no damage


def verify(desk: Desk) -> Report:
    """Recompute the whole chain of the village and the hash of every recorded file."""
    found = [
        Finding(f"catatan no. {b.seq}", break_sentence(b.reason))
        for b in breaks(desk.log.records(), log=desk.log.village)
    ]
    files = 0
    try:
        for path, sha256 in recorded_files(desk):
            files += 1
            found += _file_findings(desk, path, sha256)
    except RecordDamaged as damaged:
        where = f"catatan no. {damaged.seq}"
        found.append(Finding(where, "tidak terbaca, jadi berkas sesudahnya tidak dapat diperiksa"))
    seq, head = desk.log.head()
    return Report(seq, head, files, tuple(found))


def _file_findings(desk: Desk, path: str, sha256: Sha256) -> tuple[Finding, ...]:
    try:
        desk.files.get(path, sha256)
    except FileMissing:
        return (Finding(path, "berkas hilang"),)
    except FileDamaged:
        return (Finding(path, "berkas tidak lagi sama dengan yang tercatat"),)
    return ()


def fsck(desk: Desk) -> Report:
    """All that `verify` does, and: files that no record knows, and register rows that differ from the record."""
    report = verify(desk)
    if report.findings:
        return report  # what else is asked of a damaged log may mislead
    known = {path for path, _ in recorded_files(desk)}
    village, _, _ = open_village(desk)
    orphans = [
        Finding(path, "berkas tanpa catatan, sisa penyerahan yang terputus; tidak berbahaya")
        for path in desk.files.paths(village.id)
        if path not in known
    ]
    stale = [
        Finding(f"daftar: {row.draft}", "berbeda dengan catatan; jalankan `perdes reindex`")
        for row in _rows(desk)
        if row != desk.register.row(row.draft)
    ]
    forged = [
        Finding(f"catatan no. {record.leaf.seq}", break_sentence(fault))
        for record in desk.log.records()
        if (fault := payload_fault(record))
    ]
    return replace(report, findings=(*report.findings, *forged, *stale), notes=tuple(orphans))


def reindex(desk: Desk) -> int:
    """Build the register again from the log; how many drafts it has."""
    rows = tuple(_rows(desk))
    desk.register.replace_all(rows)
    return len(rows)


def recorded_files(desk: Desk, draft: DraftId | None = None) -> Iterator[tuple[str, Sha256]]:
    """Path and hash of every file that the record knows, of one draft or of the whole village."""
    for type_ in ("version_submitted", "document_filed", "photo_filed", "file_received"):
        for entry in desk.log.of_type(type_):
            if draft in (None, entry.act.draft):
                yield _file_of(desk, entry)


def _file_of(desk: Desk, entry: Entry) -> tuple[str, Sha256]:
    draft, village = entry.act.draft or "", desk.log.village
    match entry.act.fact:
        case VersionSubmitted() as fact:
            return version_path(village, draft, fact.version, fact.docx_sha256), fact.docx_sha256
        case DocumentFiled() as fact:
            return document_path(village, draft, fact.kind, fact.file_sha256, fact.suffix), fact.file_sha256
        case PhotoFiled() as fact:
            return photo_path(village, draft, fact.file_sha256, fact.suffix), fact.file_sha256
        case FileReceived() as fact:
            return received_path(village, draft, fact.file_sha256), fact.file_sha256
    raise AssertionError(entry.act.fact)  # of_type gives these types only


def _rows(desk: Desk) -> Iterator[RegisterRow]:
    village, _, _ = open_village(desk)
    for started in desk.log.of_type("draft_started"):
        entries = desk.log.read(started.act.draft)
        draft: Draft | None = replay(entry.act for entry in entries)
        if draft is not None:
            procedure = desk.procedures.pinned(draft.workflow)
            yield register_row(village, draft, procedure, desk.calendar, entries[-1].act.at)
