"""perdes status, history, register."""

from datetime import date

import click

from perdes_flow.cli.answers import answering, say, say_json, table
from perdes_flow.cli.session import desk, open_home, village_of
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.local_time import tanggal
from perdes_flow.ports import RegisterRow


@click.command(
    help="Apa yang menunggu, siapa, sampai kapan, menurut hukum apa; untuk semua rancangan atau satu."
)
@click.argument("draft", required=False)
@answering
def status(settings: Settings, draft: str | None) -> None:
    if draft:
        from perdes_flow.cli.standing import say_standing

        say_standing(desk(settings), draft, settings)
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

    say_history(desk(settings), draft, settings)


def _rows(settings: Settings) -> list[RegisterRow]:
    workspace = open_home(settings)
    return list(workspace.register(village_of(workspace, settings)).rows())


def _say_rows(rows: list[RegisterRow], settings: Settings) -> None:
    if settings.as_json:
        say_json([_row_json(row) for row in rows])
        return
    if not rows:
        say("Tidak ada rancangan yang menunggu.")
        return
    table(
        ("Rancangan", "Tahap", "Menunggu", "Sampai", "Dasar", "Catatan terbuka"),
        [
            (
                row.draft,
                row.state_label,
                row.waiting_for,
                _until(row.due),
                row.due_law,
                str(row.open_comments),
            )
            for row in rows
        ],
    )


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


def _until(due: date | None) -> str:
    return tanggal(due) if due else "–"
