"""perdes outbox, perdes worker."""

import os
import time

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.paths import write_output
from perdes_flow.cli.session import desk, open_home, village_of
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import MailRefused
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.storage.mail import DjangoMail
from perdes_flow.use_cases import telling
from perdes_flow.use_cases.desk import Desk

_LINK = click.option(
    "--tautan", "link", help="Alamat laman desa, misalnya https://perdes.desa.id (jika tidak: PERDES_ALAMAT)."
)
_PAUSE_SECONDS = 60


@click.command(
    help="Pesan yang menunggu: teks siap tempel untuk grup WhatsApp, tautan wa.me untuk setiap orang."
)
@_LINK
@click.option("--terkirim", "posted", is_flag=True, help="Teks grup sudah ditempel; tidak muncul lagi.")
@click.option(
    "--ics",
    "draft",
    metavar="RANCANGAN",
    help="Tulis undangan terakhir rancangan ini sebagai berkas kalender.",
)
@click.option("-o", "output", help="Berkas kalender yang ditulis.")
@answering
def outbox(settings: Settings, link: str | None, posted: bool, draft: str | None, output: str | None) -> None:
    at, where = desk(settings), link or os.environ.get("PERDES_ALAMAT", "")
    if draft:
        path = output or f"{draft}.ics"
        write_output(path, telling.meeting_calendar(at, draft))
        say(f"Berkas kalender: {path}")
        return
    text = telling.group_text(at, link=where, posted=posted)
    links = telling.wa_links(at, link=where)
    if settings.as_json:
        say_json({"group": text, "wa": links, "waiting": len(at.outbox.waiting())})
        return
    say(text or "Tidak ada kabar untuk grup.")
    if posted:
        say("\nDitandai sudah ditempel di grup.")
    for nickname, address in links.items():
        say(f"\n{nickname}: {address}")


@click.command(help="Periksa tenggat semua rancangan, lalu kirim yang menunggu lewat surel (PERDES_MAIL).")
@click.option("--once", "--sekali", "once", is_flag=True, help="Sekali saja; tanpa ini setiap menit.")
@_LINK
@answering
def worker(settings: Settings, once: bool, link: str | None) -> None:
    where = link or os.environ.get("PERDES_ALAMAT", "")
    while True:
        try:
            _round(settings, where)
        except MailRefused as refused:
            if once:
                raise
            say(
                f"{refusal_sentence(refused)} Dicoba lagi sendiri."
            )  # a server that is down for an hour must not end us
        if once:
            return
        time.sleep(_PAUSE_SECONDS)


def _round(settings: Settings, link: str) -> None:
    workspace = open_home(settings)
    villages = [village_of(workspace, settings)] if settings.desa else list(workspace.villages())
    done = [_of_village(workspace.desk(village), link) for village in villages]
    new, told, waiting = (sum(counts) for counts in zip(*done, strict=True)) if done else (0, 0, 0)
    if settings.as_json:
        say_json({"reminders": new, "mails": told, "waiting": waiting})
        return
    say(f"{new} pengingat baru, {told} surel terkirim, {waiting} pesan menunggu.")


def _of_village(at: Desk, link: str) -> tuple[int, int, int]:
    new = telling.sweep(at)
    told = telling.send_mail(at, DjangoMail(), link=link) if os.environ.get("PERDES_MAIL") else ()
    return new, len(told), len(at.outbox.waiting())
