"""perdes receive: a Word file that comes back."""

from pathlib import Path

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.paths import read_input
from perdes_flow.cli.receipts import say_receipts
from perdes_flow.cli.session import desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.messages.returned import look_sentence
from perdes_flow.ports import Entry
from perdes_flow.use_cases.receiving import Look, look_at, receive_file


@click.command(
    help="Terima berkas Word yang kembali: dikenali dari versi mana, lalu komentar dan perubahannya dicatat atas nama pengirim."
)
@click.argument("berkas")
@click.option("--rancangan", "draft", help="Rancangannya, bila tidak hendak dikenali sendiri.")
@click.option("--periksa", "only_look", is_flag=True, help="Hanya kenali berkasnya; tidak ada yang dicatat.")
@answering
def receive(settings: Settings, berkas: str, draft: str | None, only_look: bool) -> None:
    at, docx, name = desk(settings), read_input(berkas), Path(berkas).name
    look = look_at(at, docx, file_name=name, draft_id=draft)
    if only_look:
        _say_look(look, (), settings)
        return
    sender = who(settings)
    written = receive_file(at, docx, file_name=name, by=sender, draft_id=look.draft)
    _say_look(look, written, settings)
    if settings.as_json:
        return
    if written:
        say_receipts(written, settings)
    elif not look.same_bytes:
        say("Tidak ada yang baru untuk dicatat.")


def _say_look(look: Look, written: tuple[Entry, ...], settings: Settings) -> None:
    if not settings.as_json:
        say(look_sentence(look))
        return
    say_json(
        {
            "draft": look.draft,
            "version": look.version,
            "latest": look.latest,
            "unchanged": look.unchanged,
            "changes": look.changes,
            "silent": look.silent,
            "formats": look.formats,
            "comments": look.comments,
            "sentence": look_sentence(look),
            "written": [
                {"seq": x.seq, "receipt": x.receipt, **x.act.fact.model_dump(mode="json")} for x in written
            ],
        }
    )
