"""perdes redline: two files, or two versions of a draft."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime

import click

from perdes_flow.cli.answers import answering, say, say_json, working
from perdes_flow.cli.paths import read_input, write_output
from perdes_flow.cli.session import desk, fixed_now, instant
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases.comparing import redline_versions
from perdes_flow.word.redline import Redline
from perdes_flow.word.redline import redline as compare


@click.command(
    help="Bandingkan: `perdes redline LAMA.docx BARU.docx -o HASIL.docx --author NAMA`, atau dua versi: "
    "`perdes redline RANCANGAN 2 3 -o HASIL.docx`."
)
@click.argument("what", nargs=-1, required=True, metavar="LAMA BARU | RANCANGAN VERSI VERSI")
@click.option("-o", "--out", required=True, metavar="HASIL.docx")
@click.option("--author", metavar="NAMA", help="Nama pada perubahan terlacak (wajib untuk dua berkas).")
@click.option("--at", metavar="WAKTU", help="Waktu pada perubahan terlacak (jika tidak: sekarang).")
@click.option("--changes", metavar="DAFTAR.json", help="Tulis daftar perubahan per pasal sebagai JSON.")
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
    keep_revisions: bool,
) -> None:
    with working("Membandingkan"):
        result = (
            _two_files(settings, what, author, at, keep_revisions=keep_revisions)
            if len(what) == 2
            else _two_versions(settings, what, author)
        )
    _hand_out(result, out, changes, settings)


def _two_files(
    settings: Settings, paths: Sequence[str], author: str | None, at: str | None, *, keep_revisions: bool
) -> Redline:
    old, new = (read_input(path) for path in paths)
    return compare(old, new, author=_author(author), at=_instant(at, settings), keep_revisions=keep_revisions)


def _two_versions(settings: Settings, what: Sequence[str], author: str | None) -> Redline:
    if len(what) != 3:
        raise ValueUnfit(
            "Perbandingan", " ".join(what), "sebutkan dua berkas, atau rancangan dan dua nomor versi"
        )
    draft, old, new = what
    return redline_versions(desk(settings), draft, _number(old), _number(new), author=author or "perdes-flow")


def _hand_out(result: Redline, out: str, changes: str | None, settings: Settings) -> None:
    listed = [change.as_json() for change in result.changes]
    write_output(out, result.docx)
    if changes:
        write_output(changes, json.dumps(listed, ensure_ascii=False, indent=1).encode("utf-8"))
    if settings.as_json:
        say_json(listed)
        return
    worded = [change for change in result.changes if change.kind != "format"]
    for change in worded:
        say(change.sentence)
    if len(worded) < len(listed):
        say(f"Di {len(listed) - len(worded)} tempat hanya bentuk hurufnya yang berubah.")
    say(f"Redline ditulis ke {out}: {len(listed)} perubahan, terbukti dapat diterima dan ditolak seluruhnya.")


def _author(author: str | None) -> str:
    if not author:
        raise ValueUnfit("Nama pembanding", "", "sebutkan dengan --author")
    return author


def _instant(at: str | None, settings: Settings) -> datetime:
    if at:
        return instant(at)
    return fixed_now(settings) or datetime.now(UTC).replace(microsecond=0)


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise ValueUnfit("Nomor versi", text, "tulis bilangan, misalnya 2")
    return int(text)
