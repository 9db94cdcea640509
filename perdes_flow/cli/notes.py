"""perdes note add|list|share|drop: private notes before the meeting."""

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.receipts import say_receipts
from perdes_flow.cli.session import desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.values import Weight
from perdes_flow.ports import PrivateNote
from perdes_flow.use_cases import noting


@click.group(help="Catatan pribadi sebelum musyawarah: hanya Anda yang membacanya sampai Anda membagikannya.")
def note() -> None: ...


@note.command("add", help="Simpan catatan pribadi pada suatu pasal, ayat, atau seluruh Naskah.")
@click.argument("draft")
@click.argument("alamat")
@click.argument("teks")
@click.option("--kutipan", default="", help="Kata-kata naskah yang dimaksud.")
@answering
def add(settings: Settings, draft: str, alamat: str, teks: str, kutipan: str) -> None:
    kept = noting.keep_note(desk(settings), draft, address=alamat, text=teks, quote=kutipan, by=who(settings))
    if settings.as_json:
        say_json(_json(kept))
        return
    say(
        f"Catatan pribadi nomor {kept.number} pada {kept.address} tersimpan; belum dibagikan kepada siapa pun."
    )


@note.command("list", help="Catatan pribadi Anda sendiri pada rancangan ini.")
@click.argument("draft")
@answering
def list_(settings: Settings, draft: str) -> None:
    own = noting.own_notes(desk(settings), draft, by=who(settings))
    if settings.as_json:
        say_json([_json(one) for one in own])
        return
    if not own:
        say("Anda tidak mempunyai catatan pribadi pada rancangan ini.")
    for one in own:
        quote = f" “{one.quote}”" if one.quote else ""
        say(f"{one.number}. {one.address}{quote} (versi {one.version}): {one.text}")


@note.command("share", help="Bagikan catatan pribadi: menjadi catatan resmi yang dibaca semua pihak.")
@click.argument("draft")
@click.argument("nomor", type=int)
@click.option("--bobot", type=click.Choice(["penting", "biasa"]), default="penting", show_default=True)
@answering
def share(settings: Settings, draft: str, nomor: int, bobot: Weight) -> None:
    written = noting.share_note(desk(settings), draft, nomor, weight=bobot, by=who(settings))
    say_receipts(written, settings)


@note.command("drop", help="Buang catatan pribadi untuk selamanya.")
@click.argument("draft")
@click.argument("nomor", type=int)
@answering
def drop(settings: Settings, draft: str, nomor: int) -> None:
    dropped = noting.drop_note(desk(settings), draft, nomor, by=who(settings))
    if settings.as_json:
        say_json(_json(dropped))
        return
    say(f"Catatan pribadi nomor {dropped.number} dibuang.")


def _json(note: PrivateNote) -> dict[str, object]:
    return {
        "note": note.number,
        "version": note.version,
        "address": note.address,
        "quote": note.quote,
        "text": note.text,
        "at": note.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
