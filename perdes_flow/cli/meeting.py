"""perdes meeting open|session|attend|mufakat|vote|minutes|close; invite, opinion, problem, show stand in meeting_more."""

import click

from perdes_flow.cli import meeting_more
from perdes_flow.cli.answers import answering
from perdes_flow.cli.paths import read_input
from perdes_flow.cli.people import guest, names
from perdes_flow.cli.receipts import say_written
from perdes_flow.cli.session import day, desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.values import Choice, MeetingKind
from perdes_flow.domain.words import CHOICES
from perdes_flow.errors import ValueUnfit
from perdes_flow.use_cases import deliberating, sitting
from perdes_flow.use_cases.desk import open_village


@click.group(help="Musyawarah: undang, buka, hadir, sidang lanjutan, mufakat, suara, notulen, tutup.")
def meeting() -> None: ...


for _command in (meeting_more.invite, meeting_more.opinion, meeting_more.problem, meeting_more.show):
    meeting.add_command(_command)


@meeting.command("open", help="Buka musyawarah atas versi terakhir.")
@click.argument("draft")
@click.option("--jenis", "kind", type=click.Choice(["konsultasi", "internal", "bersama"]), required=True)
@click.option("--tempat", "place", required=True)
@click.option("--tanggal", "on", help="Hari musyawarah (jika tidak: hari ini).")
@click.option(
    "--pukul", "starts", default="", help="Jam mulai, misalnya 19.30 (jika tidak: menurut undangan)."
)
@answering
def open_(settings: Settings, draft: str, kind: MeetingKind, place: str, on: str | None, starts: str) -> None:
    at = desk(settings)
    held = day(on) or open_village(at)[2]
    written = deliberating.open_meeting(
        at, draft, kind=kind, on=held, place=place, starts=starts, by=who(settings)
    )
    say_written(written, settings)


@meeting.command("session", help="Buka sidang lanjutan dari musyawarah yang sedang berlangsung.")
@click.argument("draft")
@click.option("--tanggal", "on", help="Hari sidang (jika tidak: hari ini).")
@click.option("--pukul", "starts", required=True, help="Jam mulai, misalnya 19.30.")
@click.option("--tempat", "place", default="", help="Tempat (jika tidak: tetap).")
@answering
def session(settings: Settings, draft: str, on: str | None, starts: str, place: str) -> None:
    at = desk(settings)
    held = day(on) or open_village(at)[2]
    say_written(
        sitting.open_session(at, draft, on=held, starts=starts, place=place, by=who(settings)), settings
    )


@meeting.command("attend", help="Catat siapa yang hadir; daftar baru menggantikan yang lama.")
@click.argument("draft")
@click.option("--hadir", "present", default="", help="Sapaan yang hadir, dipisah koma.")
@click.option("--warga", "residents", type=click.IntRange(min=0), default=0, help="Jumlah warga yang hadir.")
@click.option("--tamu", "guests", multiple=True, metavar="NAMA;UNSUR;L/P", help="Tamu, boleh berulang.")
@answering
def attend(settings: Settings, draft: str, present: str, residents: int, guests: tuple[str, ...]) -> None:
    if present or residents or not guests:
        written = deliberating.record_attendance(
            desk(settings), draft, present=names(present), residents=residents, by=who(settings)
        )
        say_written(written, settings)
    if guests:
        written = sitting.record_guests(
            desk(settings), draft, guests=tuple(map(guest, guests)), by=who(settings)
        )
        say_written(written, settings)


@meeting.command(
    "mufakat", help="Catat bahwa musyawarah mencapai mufakat, atas seluruh naskah atau satu Pasal."
)
@click.argument("draft")
@click.option("--pasal", "address", help="Hanya atas bagian ini, misalnya “Pasal 5 ayat (2)”.")
@answering
def mufakat(settings: Settings, draft: str, address: str | None) -> None:
    at, by = desk(settings), who(settings)
    written = (
        deliberating.record_pasal_mufakat(at, draft, address=address, by=by)
        if address
        else deliberating.record_mufakat(at, draft, by=by)
    )
    say_written(written, settings)


@meeting.command(
    "vote", help="Berikan suara sendiri: setuju, tidak, atau abstain; atas seluruh naskah atau satu Pasal."
)
@click.argument("draft")
@click.argument("suara", type=click.Choice(list(CHOICES)))
@click.option("--pasal", "address", help="Hanya atas bagian ini, misalnya “Pasal 5 ayat (2)”.")
@click.option("--anggota", "member", help="Sapaan anggota yang bersuara; harus diri sendiri.")
@click.option("--versi", "version", type=int, help="Versi yang dibaca; harus yang dimusyawarahkan.")
@answering
def vote(
    settings: Settings,
    draft: str,
    suara: Choice,
    address: str | None,
    member: str | None,
    version: int | None,
) -> None:
    at, by = desk(settings), who(settings)
    written = (
        deliberating.cast_pasal_vote(
            at, draft, address=address, choice=suara, by=by, member=member, version=version
        )
        if address
        else deliberating.cast_vote(at, draft, choice=suara, by=by, member=member, version=version)
    )
    say_written(written, settings)


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
