"""perdes meeting open|attend|mufakat|vote|minutes|close."""

import click

from perdes_flow.cli.answers import answering
from perdes_flow.cli.paths import read_input
from perdes_flow.cli.receipts import say_written
from perdes_flow.cli.session import day, desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.values import Choice, MeetingKind
from perdes_flow.domain.words import CHOICES
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases import deliberating
from perdes_flow.use_cases.desk import open_village


@click.group(help="Musyawarah: buka, hadir, mufakat, suara, notulen, tutup.")
def meeting() -> None: ...


@meeting.command("open", help="Buka musyawarah atas versi terakhir.")
@click.argument("draft")
@click.option("--jenis", "kind", type=click.Choice(["konsultasi", "internal", "bersama"]), required=True)
@click.option("--tempat", "place", required=True)
@click.option("--tanggal", "on", help="Hari musyawarah (jika tidak: hari ini).")
@answering
def open_(settings: Settings, draft: str, kind: MeetingKind, place: str, on: str | None) -> None:
    at = desk(settings)
    held = day(on) or open_village(at)[2]
    written = deliberating.open_meeting(at, draft, kind=kind, on=held, place=place, by=who(settings))
    say_written(written, settings)


@meeting.command("attend", help="Catat siapa yang hadir; daftar baru menggantikan yang lama.")
@click.argument("draft")
@click.option("--hadir", "present", default="", help="Sapaan yang hadir, dipisah koma.")
@click.option("--warga", "residents", type=click.IntRange(min=0), default=0, help="Jumlah warga yang hadir.")
@answering
def attend(settings: Settings, draft: str, present: str, residents: int) -> None:
    names = tuple(name.strip() for name in present.split(",") if name.strip())
    written = deliberating.record_attendance(
        desk(settings), draft, present=names, residents=residents, by=who(settings)
    )
    say_written(written, settings)


@meeting.command("mufakat", help="Catat bahwa musyawarah mencapai mufakat.")
@click.argument("draft")
@answering
def mufakat(settings: Settings, draft: str) -> None:
    say_written(deliberating.record_mufakat(desk(settings), draft, by=who(settings)), settings)


@meeting.command("vote", help="Berikan suara sendiri: setuju, tidak, atau abstain.")
@click.argument("draft")
@click.argument("suara", type=click.Choice(list(CHOICES)))
@answering
def vote(settings: Settings, draft: str, suara: Choice) -> None:
    say_written(deliberating.cast_vote(desk(settings), draft, choice=suara, by=who(settings)), settings)


@meeting.command("minutes", help="Catat notulen, sebagai teks atau dari berkas teks.")
@click.argument("draft")
@click.option("--teks", "text")
@click.option("--berkas", "path")
@answering
def minutes(settings: Settings, draft: str, text: str | None, path: str | None) -> None:
    words = text or (read_input(path).decode("utf-8", "replace") if path else "")
    if not words.strip():
        raise ValueUnfit("Notulen", "", "isi dengan --teks atau --berkas")
    say_written(deliberating.record_minutes(desk(settings), draft, text=words, by=who(settings)), settings)


@meeting.command(
    "close", help="Tutup musyawarah; hasilnya mengikuti kehadiran, mufakat, dan suara yang tercatat."
)
@click.argument("draft")
@answering
def close(settings: Settings, draft: str) -> None:
    say_written(deliberating.close_meeting(desk(settings), draft, by=who(settings)), settings)
