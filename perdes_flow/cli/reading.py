"""perdes status, history, register."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from perdes_flow.bootstrap.home import registers
from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.domain.local_time import tanggal
from perdes_flow.errors import VillageUnknown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perdes_flow.cli.settings import Settings
    from perdes_flow.ports import RegisterRow


@click.command(
    help="Apa yang menunggu, siapa, sampai kapan, menurut hukum apa; untuk semua rancangan atau satu."
)
@click.argument("draft", required=False)
@answering
def status(settings: Settings, draft: str | None) -> None:
    if draft:
        from perdes_flow.cli.standing import say_standing

        say_standing(draft, settings)
        return
    _say_rows([row for row in _rows(settings) if not row.final], settings)


@click.command(help="Daftar semua rancangan desa, juga yang sudah selesai.")
@answering
def register(settings: Settings) -> None:
    _say_rows(_rows(settings), settings)


@click.command(help="Riwayat rancangan, dari catatan pertama: kapan, siapa, apa, sidik.")
@click.argument("draft")
@answering
def history(settings: Settings, draft: str) -> None:
    from perdes_flow.cli.standing import say_history

    say_history(draft, settings)


def _rows(settings: Settings) -> tuple[RegisterRow, ...]:
    known = registers(settings.home)
    village = settings.desa or (next(iter(known)) if len(known) == 1 else "")
    if village not in known:
        raise VillageUnknown(village, tuple(known))
    return known[village].rows()


def _say_rows(rows: Sequence[RegisterRow], settings: Settings) -> None:
    if settings.as_json:
        say_json([_row_json(row) for row in rows])
        return
    if not rows:
        say("Tidak ada rancangan yang menunggu.")
    for row in rows:
        _say_row(row)


def _say_row(row: RegisterRow) -> None:
    say(f"{row.draft}: {row.title}")
    say(f"  {row.state_label}, versi {row.versions}, {row.open_comments} catatan terbuka")
    if row.due:
        say(f"  Menunggu {row.waiting_for} sampai {tanggal(row.due)}. Dasar: {row.due_law}.")
    elif not row.final:
        say(f"  Menunggu {row.waiting_for}.")


def _row_json(row: RegisterRow) -> dict[str, object]:
    return {
        "draft": row.draft,
        "title": row.title,
        "jenis": row.jenis,
        "state": row.state,
        "state_label": row.state_label,
        "final": row.final,
        "waiting_for": row.waiting_for,
        "due": row.due.isoformat() if row.due else None,
        "due_law": row.due_law,
        "versions": row.versions,
        "open_comments": row.open_comments,
    }
