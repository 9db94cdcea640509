"""perdes lint, tasks: the form of a text with its findings, and the duties that it leaves behind."""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from perdes_flow.cli.answers import answering, say, say_json, table, working
from perdes_flow.cli.paths import read_input, write_output
from perdes_flow.cli.session import desk, fixed_now
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import ValueUnfit, WorkspaceMissing
from perdes_flow.legal.linting import Finding
from perdes_flow.publication.lint_sheet import as_docx, as_html
from perdes_flow.use_cases.desk import Desk
from perdes_flow.use_cases.linting import (
    Checked,
    check_draft,
    check_file,
    sheet_of,
    tasks_in,
    tasks_of,
    with_comments,
    with_mends,
)

_STAGES = (
    "penyusunan", "konsultasi_publik", "disampaikan", "pembahasan_internal", "pembahasan_bersama", "perbaikan", "buntu", "disepakati",
    "evaluasi", "penyempurnaan", "penetapan", "ditetapkan", "diundangkan", "klarifikasi", "berlaku",
)  # fmt: skip
_WHAT = "BERKAS.docx | RANCANGAN"


@click.command(
    help="Periksa bentuk naskah menurut kaidah peraturan desa, dengan dasar hukumnya: sebuah berkas, atau versi terakhir rancangan."
)
@click.argument("what", metavar=_WHAT)
@click.option(
    "--tahap",
    type=click.Choice(_STAGES),
    metavar="TAHAP",
    default="penyusunan",
    show_default=True,
    help="Tahap berkas; menentukan kaidah yang berlaku. Rancangan membawa tahapnya sendiri.",
)
@click.option("--lembar", metavar="HASIL.docx|.html", help="Tulis temuan sebagai lembar untuk dicetak.")
@click.option("--komentar", metavar="HASIL.docx", help="Tulis temuan sebagai komentar Word di tempatnya.")
@click.option("--fix", metavar="HASIL.docx", help="Perbaiki yang pasti, sebagai perubahan terlacak.")
@answering
def lint(
    settings: Settings, what: str, tahap: str, lembar: str | None, komentar: str | None, fix: str | None
) -> None:
    if lembar and Path(lembar).suffix.lower() not in (".docx", ".html"):
        raise ValueUnfit("Lembar", lembar, "akhiri dengan .docx atau .html")
    now = fixed_now(settings) or datetime.now(UTC).replace(microsecond=0)
    with working("Memeriksa"):
        checked = _checked(settings, what, tahap, now)
    said = [*_write_sheet(checked, lembar), *_write_files(checked, komentar, fix, now)]
    if settings.as_json:
        say_json([_plain(finding) for finding in checked.findings])
        return
    for finding in checked.findings:
        say(_sentence(finding))
    for line in (f"{len(checked.findings)} temuan.", *said):
        say(line)


@click.command(
    help="Daftar tugas sesudah pengundangan: siapa wajib, dilarang, berhak, atau dapat apa, dan sampai kapan."
)
@click.argument("what", metavar=_WHAT)
@answering
def tasks(settings: Settings, what: str) -> None:
    found = tasks_in(read_input(what)) if _is_file(what) else tasks_of(_desk(settings, what), what)
    rows = [(str(duty.at), duty.who, duty.operator, duty.what, duty.by_when) for duty in found]
    if settings.as_json:
        say_json([dict(zip(("at", "who", "operator", "what", "by_when"), row, strict=True)) for row in rows])
    elif rows:
        table(("Tempat", "Siapa", "Norma", "Apa", "Sampai kapan"), rows)
    else:
        say("Naskah ini tidak membebankan tugas kepada siapa pun.")


def _checked(settings: Settings, what: str, tahap: str, now: datetime) -> Checked:
    if _is_file(what):
        return check_file(read_input(what), name=Path(what).name, state=tahap, on=now.date())
    return check_draft(_desk(settings, what), what)


def _desk(settings: Settings, what: str) -> Desk:
    try:
        return desk(settings)
    except WorkspaceMissing:
        read_input(what)  # outside a workspace a file was meant
        raise


def _is_file(what: str) -> bool:
    """A path, not the name of a draft: those have no dots and no folders."""
    return "." in what or Path(what).name != what or os.path.isfile(what)


def _write_sheet(checked: Checked, path: str | None) -> Sequence[str]:
    if not path:
        return ()
    sheet = sheet_of(checked)
    write_output(path, as_html(sheet).encode() if path.lower().endswith(".html") else as_docx(sheet))
    return (f"Lembar pemeriksaan ditulis ke {path}.",)


def _write_files(checked: Checked, komentar: str | None, fix: str | None, now: datetime) -> Sequence[str]:
    said = []
    if komentar:
        write_output(komentar, with_comments(checked, now))
        said.append(f"Temuan ditulis sebagai komentar ke {komentar}.")
    if fix:
        fixed = with_mends(checked, now)
        write_output(fix, fixed.docx)
        left = len(checked.findings) - len(fixed.findings)
        said.append(
            f"{len(fixed.findings)} temuan diperbaiki sebagai perubahan terlacak di {fix}; {left} perlu keputusan orang."
        )
    return said


def _sentence(finding: Finding) -> str:
    source = f" (Dasar: {finding.source})" if finding.source else ""
    return f"{finding.rule} {finding.at}: {finding.message} {finding.fix}{source}"


def _plain(finding: Finding) -> dict[str, str]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "at": finding.at,
        "message": finding.message,
        "fix": finding.fix,
        "source": finding.source,
    }
