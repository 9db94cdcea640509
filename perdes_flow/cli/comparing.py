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
from perdes_flow.legal.changes import Change
from perdes_flow.publication.sandingan_page import as_html
from perdes_flow.publication.sandingan_sheet import as_docx
from perdes_flow.use_cases.comparing import Compared, compare_files, compare_versions


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
) -> None:
    with working("Membandingkan"):
        compared = (
            _two_files(settings, what, author, at, keep_revisions=keep_revisions)
            if len(what) == 2
            else _two_versions(settings, what, author, at, keep_revisions=keep_revisions)
        )
    files = {out: compared.redline.docx, **_views(compared, changes, html, matriks)}
    for path, data in files.items():
        write_output(path, data)
    _say(compared.redline.changes, out, settings)


def _two_files(
    settings: Settings, paths: Sequence[str], author: str | None, at: str | None, *, keep_revisions: bool
) -> Compared:
    old, new = (read_input(path) for path in paths)
    names = Path(paths[0]).name, Path(paths[1]).name
    return compare_files(
        old, new, names, author=_author(author), at=_instant(at, settings), keep_revisions=keep_revisions
    )


def _two_versions(
    settings: Settings, what: Sequence[str], author: str | None, at: str | None, *, keep_revisions: bool
) -> Compared:
    if len(what) != 3:
        raise ValueUnfit(
            "Perbandingan", " ".join(what), "sebutkan dua berkas, atau rancangan dan dua nomor versi"
        )
    if at:
        raise ValueUnfit("Waktu", at, "untuk dua versi waktunya diambil dari jam; hapus --at")
    draft, old, new = what
    return compare_versions(
        desk(settings),
        draft,
        number_of_version(old),
        number_of_version(new),
        author=author or "perdes-flow",
        keep_revisions=keep_revisions,
    )


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


def _say(changes: Sequence[Change], out: str, settings: Settings) -> None:
    if settings.as_json:
        say_json([change.as_json() for change in changes])
        return
    worded = [change for change in changes if change.kind != "format"]
    for change in worded:
        say(change.sentence)
    if len(worded) < len(changes):
        say(f"Di {len(changes) - len(worded)} tempat hanya bentuk hurufnya yang berubah.")
    say(
        f"Redline ditulis ke {out}: {len(changes)} perubahan, terbukti dapat diterima dan ditolak seluruhnya."
    )


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
