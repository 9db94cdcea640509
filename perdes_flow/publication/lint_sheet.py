"""The findings on a draft as a sheet to print and tick off (Word), and as a page for the phone (HTML, no scripts)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from perdes_flow.domain.local_time import tanggal
from perdes_flow.legal.linting import ERROR, INFO, WARNING, Finding, Severity
from perdes_flow.word.writer import Paragraph, Table, write


@dataclass(frozen=True, slots=True)
class LintSheet:
    """What stands on the sheet.

    title    of the regulation, or the file's name where it has none
    file     the name of the file that was checked
    sidik    the first digits of its SHA-256, so that the sheet can be told from that of another version
    stage    of the procedure, as people call it
    """

    title: str
    file: str
    sidik: str
    stage: str
    on: date
    findings: tuple[Finding, ...]


def as_docx(sheet: LintSheet) -> bytes:
    """The sheet as a Word file; the same findings give the same bytes."""
    parts: list[Paragraph | Table] = [
        Paragraph(_TITLE.upper(), "center", bold=True, after_points=0),
        Paragraph(sheet.title, "center", bold=True, after_points=12),
        *(Paragraph(line, "left", after_points=0) for line in _lines(sheet)),
        Paragraph(_summary(sheet.findings), "left", bold=True, after_points=12),
    ]
    for heading, rows in _groups(sheet.findings):
        parts.append(Paragraph(heading, "left", bold=True))
        parts.append(Table(tuple(_row(number, f) for number, f in rows), _HEAD, _WIDTHS))
        parts.append(Paragraph("", after_points=6))
    parts.append(Paragraph(_NOTE, "left"))
    return write(parts, footer=f"{_TITLE} · {sheet.file} · sidik {sheet.sidik}")


def as_html(sheet: LintSheet) -> str:
    """The sheet as one HTML page that needs nothing else: readable on a phone, printable on paper."""
    groups = "".join(
        f"<section><h2>{escape(heading)}</h2>{''.join(_card(number, f) for number, f in rows)}</section>"
        for heading, rows in _groups(sheet.findings)
    )
    about = "".join(f"<p>{escape(line)}</p>" for line in _lines(sheet))
    return (
        f'<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_TITLE}: {escape(sheet.title)}</title><style>{_STYLE}</style></head><body>"
        f"<header><h1>{_TITLE}</h1><p><strong>{escape(sheet.title)}</strong></p>{about}"
        f'<p class="summary">{escape(_summary(sheet.findings))}</p></header><main>{groups}</main>'
        f"<footer><p>{_NOTE}</p></footer></body></html>\n"
    )


_TITLE = "Lembar pemeriksaan naskah"
_NOTE = "Temuan ini nasihat, bukan penolakan: naskah tetap dapat diserahkan. Yang menentukan tetap orang yang berwenang."
_GROUPS: tuple[tuple[Severity, str], ...] = (
    (ERROR, "Harus diperbaiki sebelum penetapan"),
    (WARNING, "Perlu diperiksa"),
    (INFO, "Saran"),
)
_HEAD = ("No.", "Tempat", "Temuan dan cara memperbaikinya", "Dasar", "✓")
_WIDTHS = (8, 18, 46, 22, 6)
_BOX = "☐"

Numbered = tuple[int, Finding]


def _groups(findings: Sequence[Finding]) -> Iterator[tuple[str, list[Numbered]]]:
    """The gravest first, each group in reading order; numbered through, so that people can speak of "temuan 7"."""
    number = 0
    for severity, heading in _GROUPS:
        group = [finding for finding in findings if finding.severity == severity]
        if group:
            yield f"{heading} ({len(group)})", list(enumerate(group, number + 1))
            number += len(group)


def _lines(sheet: LintSheet) -> tuple[str, ...]:
    return (
        f"Berkas: {sheet.file} (sidik {sheet.sidik})",
        f"Tahap: {sheet.stage}",
        f"Diperiksa: {tanggal(sheet.on)}",
    )


def _summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return "Tidak ada temuan."
    counts = ((severity, sum(1 for f in findings if f.severity == severity)) for severity, _ in _GROUPS)
    words = {ERROR: "harus diperbaiki", WARNING: "perlu diperiksa", INFO: "saran"}
    return (
        f"{len(findings)} temuan: " + ", ".join(f"{count} {words[s]}" for s, count in counts if count) + "."
    )


def _row(number: int, finding: Finding) -> tuple[str, ...]:
    source = f"{finding.rule}\n{finding.source}" if finding.source else finding.rule
    return str(number), finding.at, f"{finding.message}\n{finding.fix}", source, _BOX


def _card(number: int, finding: Finding) -> str:
    source = f"{finding.rule} · {finding.source}" if finding.source else finding.rule
    return (
        f'<article class="{finding.severity}"><h3>{number}. {escape(finding.at)}</h3>'
        f"<p>{escape(finding.message)}</p><p><strong>{escape(finding.fix)}</strong></p>"
        f'<p class="source">{escape(source)} <span class="box">{_BOX}</span></p></article>'
    )


_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}"
    "h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:1.5rem 0 .5rem}h3{font-size:1rem;margin:0}p{margin:.25rem 0}"
    "article{border:1px solid #bbb;border-left:.4rem solid #666;padding:.6rem .8rem;margin:.6rem 0;break-inside:avoid}"
    "article.error{border-left-color:#a4161a}article.warning{border-left-color:#8a5a00}"
    ".source{color:#555;font-size:.9rem;display:flex;justify-content:space-between;gap:1rem}.summary{font-weight:600}"
    ".box{font-size:1.3rem;line-height:1}footer{border-top:1px solid #bbb;margin-top:1.5rem;font-size:.9rem}"
    "@media print{body{max-width:none;padding:0;font-size:10pt}}@page{size:215mm 330mm;margin:20mm}"
)
