"""perdes verify, verify-log, export, fsck, reindex, backup, restore, db upgrade."""

from dataclasses import replace
from importlib.resources import files as package_files
from itertools import count
from pathlib import Path

import click

from perdes_flow import publication
from perdes_flow.bootstrap.workspace import upgrade as upgrade_database
from perdes_flow.cli.answers import answering, say, say_json, working
from perdes_flow.cli.paths import read_input, read_lines, write_output
from perdes_flow.cli.session import desk, open_home, village_of
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.checkpoint import origin_of
from perdes_flow.domain.values import sidik
from perdes_flow.domain.verification import verify_lines
from perdes_flow.errors import LogBroken, ValueUnfit
from perdes_flow.messages.breaks import break_sentence
from perdes_flow.storage.backup import backup as back_up
from perdes_flow.storage.backup import restore as bring_back
from perdes_flow.storage.keys import log_key, public_key
from perdes_flow.use_cases import auditing, exporting
from perdes_flow.use_cases.sheets import check_sheet


@click.command(help="Periksa seluruh rantai catatan desa dan setiap berkas yang tercatat.")
@click.option(
    "--lembar",
    "sheets",
    multiple=True,
    metavar="KODE",
    help="Isi kode QR pada berita acara atau Lembaran Desa.",
)
@answering
def verify(settings: Settings, sheets: tuple[str, ...]) -> None:
    at = desk(settings)
    with working("Memeriksa catatan dan berkas"):
        report = auditing.verify(at)
    _say_report(report, settings)
    for sheet in sheets:
        say(
            f"Cocok dengan lembar kertas: {check_sheet(at, sheet)} catatan pertama tidak berubah sejak dicetak."
        )


@click.command(help="Periksa catatan, berkas, dan daftar ke segala arah; menyebut juga berkas tanpa catatan.")
@answering
def fsck(settings: Settings) -> None:
    with working("Memeriksa catatan, berkas, dan daftar"), open_home(settings) as workspace:
        at = workspace.desk(village_of(workspace, settings))
        report = auditing.fsck(at)
        damage = tuple(auditing.Finding(flaw.where, flaw.what) for flaw in workspace.flaws())
    _say_report(replace(report, findings=(*report.findings, *damage)), settings)


@click.command("verify-log", help="Periksa catatan yang diekspor, tanpa folder kerja.")
@click.argument("catatan")
@click.option("--key", "key_path", metavar="KUNCI.txt", help="Kunci umum yang menandatangani titik periksa.")
@click.option(
    "--checkpoint",
    "notes",
    multiple=True,
    metavar="TITIK.txt",
    help="Titik periksa yang dipegang orang lain.",
)
@answering
def verify_log(settings: Settings, catatan: str, key_path: str | None, notes: tuple[str, ...]) -> None:
    if notes and not key_path:
        raise ValueUnfit("Titik periksa", notes[0], "sebutkan juga kunci yang menandatanganinya dengan --key")
    counted = count()  # the closing line is not a record
    lines = (line for line in read_lines(catatan) if next(counted) >= 0)
    key = public_key(read_input(key_path).decode("utf-8", "replace")) if key_path else None
    found = verify_lines(lines, key, [read_input(path).decode("utf-8", "replace") for path in notes])
    if found:
        raise LogBroken(tuple((f"catatan no. {b.seq}", break_sentence(b.reason)) for b in found))
    records = next(counted) - 1
    if settings.as_json:
        say_json({"records": records, "findings": []})
        return
    fitting = f", cocok dengan {len(notes)} titik periksa" if notes else ""
    say(f"Catatan utuh: {records} catatan{fitting}.")


@click.command(
    help="Ekspor satu rancangan sebagai ZIP: naskah, dokumen, riwayat, catatan, dan alat pemeriksanya."
)
@click.argument("draft")
@click.option("-o", "--out", required=True, metavar="HASIL.zip")
@answering
def export(settings: Settings, draft: str, out: str) -> None:
    at, home = desk(settings), open_home(settings).home
    key = log_key(home / ".perdes", origin_of(at.log.village))
    verifier = package_files(publication).joinpath("periksa_catatan.py").read_bytes()
    write_output(out, exporting.export_dossier(at, draft, key, verifier))
    say(f"Berkas lengkap rancangan {draft} ditulis ke {out}.")


@click.command(help="Bangun ulang daftar rancangan dari catatan.")
@answering
def reindex(settings: Settings) -> None:
    say(f"Daftar dibangun ulang: {auditing.reindex(desk(settings))} rancangan.")


@click.command(help="Buat cadangan seluruh folder kerja sebagai satu ZIP.")
@click.option("-o", "--out", required=True, metavar="CADANGAN.zip")
@answering
def backup(settings: Settings, out: str) -> None:
    with working("Membuat cadangan"):
        back_up(open_home(settings).home, Path(out))
    say(f"Cadangan ditulis ke {out}.")


@click.command(help="Pulihkan cadangan ke folder baru.")
@click.argument("cadangan")
@click.argument("folder")
@answering
def restore(settings: Settings, cadangan: str, folder: str) -> None:
    bring_back(Path(cadangan), Path(folder))
    say(f"Cadangan dipulihkan ke {folder}; periksa dengan `perdes verify --home {folder}`.")


@click.group(help="Basis data.")
def db() -> None: ...


@db.command(help="Perbarui basis data ke versi program ini.")
@answering
def upgrade(settings: Settings) -> None:
    done = upgrade_database(settings.home)
    say(f"Basis data diperbarui: {', '.join(done)}." if done else "Basis data sudah mutakhir.")


def _say_report(report: auditing.Report, settings: Settings) -> None:
    if report.findings:
        raise LogBroken(tuple((finding.where, finding.what) for finding in report.findings))
    if settings.as_json:
        notes = [{"where": note.where, "what": note.what} for note in report.notes]
        say_json({"records": report.records, "head": report.head, "files": report.files, "notes": notes})
        return
    for note in report.notes:
        say(f"- {note.where}: {note.what}")
    say(
        f"Utuh: {report.records} catatan dan {report.files} berkas. Sidik catatan terakhir: {sidik(report.head)}."
    )
