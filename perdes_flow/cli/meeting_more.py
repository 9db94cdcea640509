"""perdes meeting invite|opinion|problem|show."""

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.meeting_view import calls_view, meetings_view, said_of_call, said_of_meeting
from perdes_flow.cli.people import guest, names
from perdes_flow.cli.receipts import say_written
from perdes_flow.cli.session import day, desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.values import MeetingKind
from perdes_flow.use_cases import sitting
from perdes_flow.use_cases.desk import open_case, open_village


@click.command("invite", help="Undang musyawarah berikutnya; undangan baru menggantikan yang lama.")
@click.argument("draft")
@click.option("--jenis", "kind", type=click.Choice(["konsultasi", "internal", "bersama"]), required=True)
@click.option("--tanggal", "on", help="Hari musyawarah, misalnya 2026-02-13 (jika tidak: hari ini).")
@click.option("--pukul", "starts", required=True, help="Jam mulai, misalnya 19.30.")
@click.option("--tempat", "place", required=True)
@click.option("--acara", "agenda", multiple=True, required=True, help="Satu mata acara, boleh berulang.")
@click.option(
    "--undang",
    "invited",
    default="",
    help="Sapaan yang diundang, dipisah koma (jika tidak: semua anggota BPD; untuk pembahasan bersama juga Kepala Desa).",
)
@click.option(
    "--tamu", "guests", multiple=True, metavar="NAMA;UNSUR;L/P", help="Undangan lain, boleh berulang."
)
@answering
def invite(
    settings: Settings,
    draft: str,
    kind: MeetingKind,
    on: str | None,
    starts: str,
    place: str,
    agenda: tuple[str, ...],
    invited: str,
    guests: tuple[str, ...],
) -> None:
    at = desk(settings)
    written = sitting.call_meeting(
        at,
        draft,
        kind=kind,
        on=day(on) or open_village(at)[2],
        starts=starts,
        place=place,
        agenda=agenda,
        invited=names(invited),
        guests=tuple(map(guest, guests)),
        by=who(settings),
    )
    say_written(written, settings)


@click.command("opinion", help="Catat pendapat seseorang untuk notulen.")
@click.argument("draft")
@click.argument("teks")
@click.option("--oleh", "speaker", help="Sapaan pejabat atau anggota yang berpendapat.")
@click.option("--nama", "guest_name", default="", help="Nama tamu yang berpendapat.")
@click.option("--pasal", "address", default="", help="Bagian yang dimaksud, misalnya “Pasal 5”.")
@answering
def opinion(
    settings: Settings, draft: str, teks: str, speaker: str | None, guest_name: str, address: str
) -> None:
    written = sitting.record_opinion(
        desk(settings), draft, text=teks, person=speaker, guest=guest_name, address=address, by=who(settings)
    )
    say_written(written, settings)


@click.command("problem", help="Catat permasalahan yang tidak disepakati, dengan pendirian kedua pihak.")
@click.argument("draft")
@click.argument("alamat")
@click.option("--bpd", required=True, help="Pendirian BPD.")
@click.option("--kades", required=True, help="Pendirian Kepala Desa.")
@answering
def problem(settings: Settings, draft: str, alamat: str, bpd: str, kades: str) -> None:
    written = sitting.record_problem(
        desk(settings), draft, address=alamat, bpd=bpd, kades=kades, by=who(settings)
    )
    say_written(written, settings)


@click.command("show", help="Musyawarah suatu rancangan: undangan, sidang, hadir, suara, hasil.")
@click.argument("draft")
@answering
def show(settings: Settings, draft: str) -> None:
    case = open_case(desk(settings), draft)
    if settings.as_json:
        say_json({"invitations": calls_view(case), "meetings": meetings_view(case)})
        return
    if not (case.draft.meetings or case.draft.calls):
        say("Belum ada musyawarah.")
    for call in case.draft.calls.values():
        if call.meeting not in case.draft.meetings:
            say(said_of_call(call))
    for meeting in case.draft.meetings.values():
        say(said_of_meeting(case, meeting))
