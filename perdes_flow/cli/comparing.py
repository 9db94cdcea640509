"""perdes redline: two files, or two versions of a draft."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from perdes_flow.cli.answers import answering, say, say_json, working
from perdes_flow.cli.paths import read_input, write_output
from perdes_flow.cli.session import desk, fixed_now, instant
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import ValueUnfit
from perdes_flow.publication.sandingan_page import as_html
from perdes_flow.publication.sandingan_sheet import as_docx
from perdes_flow.use_cases.comparing import Compared, compare_files, compare_versions
from perdes_flow.word.redline import Redline


@click.command(
    help="Bandingkan: `perdes redline LAMA.docx BARU.docx -o HASIL.docx --author NAMA`, atau dua versi: "
    "`perdes redline RANCANGAN 2 3 -o HASIL.docx`."
)
@click.argument("what", nargs=-1, required=True, metavar="LAMA BARU | RANCANGAN VERSI VERSI")
@click.option("-o", "--out", required=True, metavar="HASIL.docx")
@click.option("--author", metavar="NAMA", help="Nama pada perubahan terlacak (wajib untuk dua berkas).")
@click.option("--at", metavar="WAKTU", help="Waktu pada perubahan terlacak (jika tidak: sekarang).")
@click.option("--changes", metavar="DAFTAR.json", help="Tulis daftar perubahan per pasal sebagai JSON.")
@click.option("--html", metavar="HALAMAN.html", help="Tulis perubahan sebagai halaman untuk HP.")
@click.option(
    "--matriks", metavar="MATRIKS.docx", help="Tulis matriks sandingan: lama, baru, diminta oleh, alasan."
)
@click.option(
    "--keep-revisions", is_flag=True, help="Pertahankan perubahan terlacak yang sudah ada dalam berkas."
)
@click.option(
    "--words-only",
    is_flag=True,
    help="Tandai kata dan nomor saja; bentuk huruf dan paragraf mengikuti berkas baru, tanpa tanda.",
)
@answering
def redline(
    settings: Settings,
    what: tuple[str, ...],
    out: str,
    author: str | None,
    at: str | None,
    changes: str | None,
    html: str | None,
    matriks: str | None,
    keep_revisions: bool,
    words_only: bool,
) -> None:
    how = {"keep_revisions": keep_revisions, "words_only": words_only}
    with working("Membandingkan"):
        compared = (
            _two_files(settings, what, author, at, **how)
            if len(what) == 2
            else _two_versions(settings, what, author, at, **how)
        )
    files = {out: compared.redline.docx, **_views(compared, changes, html, matriks)}
    for path, data in files.items():
        write_output(path, data)
    _say(compared.redline, out, settings)


def _two_files(
    settings: Settings, paths: Sequence[str], author: str | None, at: str | None, **how: bool
) -> Compared:
    old, new = (read_input(path) for path in paths)
    names = Path(paths[0]).name, Path(paths[1]).name
    return compare_files(old, new, names, author=_author(author), at=_instant(at, settings), **how)


def _two_versions(
    settings: Settings, what: Sequence[str], author: str | None, at: str | None, **how: bool
) -> Compared:
    if len(what) != 3:
        raise ValueUnfit(
            "Perbandingan", " ".join(what), "sebutkan dua berkas, atau rancangan dan dua nomor versi"
        )
    if at:
        raise ValueUnfit("Waktu", at, "untuk dua versi waktunya diambil dari jam; hapus --at")
    draft, old, new = what
    versions = number_of_version(old), number_of_version(new)
    return compare_versions(desk(settings), draft, *versions, author=author or "perdes-flow", **how)


def _views(
    compared: Compared, changes: str | None, html: str | None, matriks: str | None
) -> dict[str, bytes]:
    """The files besides the redline, by their paths."""
    files: dict[str, bytes] = {}
    if changes:
        listed = [change.as_json() for change in compared.redline.changes]
        files[changes] = json.dumps(listed, ensure_ascii=False, indent=1).encode("utf-8")
    if html:
        files[html] = as_html(compared.page).encode("utf-8")
    if matriks:
        files[matriks] = as_docx(compared.sheet)
    return files


def _say(made: Redline, out: str, settings: Settings) -> None:
    changes = made.changes
    if settings.as_json:
        say_json([change.as_json() for change in changes])
        return
    worded = [change for change in changes if change.kind != "format"]
    for change in worded:
        say(change.sentence)
    if len(worded) < len(changes):
        say(f"Di {len(changes) - len(worded)} tempat hanya bentuk hurufnya yang berubah.")
    proven = "terbukti dapat diterima dan ditolak seluruhnya"
    if not made.formats:
        say("Bentuk huruf dan paragraf tidak ditandai: di situ berlaku berkas yang baru.")
        proven = "terbukti: diterima seluruhnya menjadi berkas baru, ditolak seluruhnya kembali ke kata dan nomor berkas lama"
    say(f"Redline ditulis ke {out}: {len(changes)} perubahan, {proven}.")


def _author(author: str | None) -> str:
    if not author:
        raise ValueUnfit("Nama pembanding", "", "sebutkan dengan --author")
    return author


def _instant(at: str | None, settings: Settings) -> datetime:
    if at:
        return instant(at)
    return fixed_now(settings) or datetime.now(UTC).replace(microsecond=0)


def number_of_version(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ValueUnfit("Nomor versi", text, "tulis bilangan, misalnya 2")
    return int(text)
