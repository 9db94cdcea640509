"""perdes suggest, suggestions, take, refuse."""

import click

from perdes_flow.cli.answers import answering, say, say_json
from perdes_flow.cli.paths import write_output
from perdes_flow.cli.receipts import say_receipts, say_written
from perdes_flow.cli.session import desk, who
from perdes_flow.cli.settings import Settings
from perdes_flow.domain.local_time import local_date, tanggal
from perdes_flow.domain.village import Village
from perdes_flow.errors import ValueUnfit
from perdes_flow.messages.review_facts import wording_sentence
from perdes_flow.messages.suggestions import standing_of
from perdes_flow.use_cases import suggesting
from perdes_flow.use_cases.signing import signature
from perdes_flow.use_cases.suggesting import Offered


@click.command(
    help="Usulkan bunyi lain, misalnya: perdes suggest pelindungan-pmi “Pasal 6 ayat (2)” --kutipan “3 (tiga)” --teks “2 (dua)” --as …"
)
@click.argument("draft")
@click.argument("alamat")
@click.option("--teks", default="", help="Bunyi yang diusulkan; satu baris untuk setiap paragraf.")
@click.option("--kutipan", default="", help="Hanya kata-kata ini yang diganti.")
@click.option("--sesudah", is_flag=True, help="Teks itu baru, diletakkan sesudah alamat.")
@click.option("--hapus", is_flag=True, help="Alamat atau kata-kata itu dihapus.")
@click.option("--alasan", default="")
@answering
def suggest(
    settings: Settings,
    draft: str,
    alamat: str,
    teks: str,
    kutipan: str,
    sesudah: bool,
    hapus: bool,
    alasan: str,
) -> None:
    if bool(teks.strip()) == hapus:
        raise ValueUnfit("Usul", teks, "tulis bunyinya dengan --teks, atau minta dihapus dengan --hapus")
    written = suggesting.suggest(
        desk(settings),
        draft,
        address=alamat,
        text=teks,
        quote=kutipan,
        behind=sesudah,
        reason=alasan,
        by=who(settings),
    )
    say_receipts(written, settings)


@click.command(help="Semua usul perubahan: bunyinya, siapa, keadaannya, dan mana yang bertabrakan.")
@click.argument("draft")
@click.option(
    "-o",
    "--out",
    metavar="HASIL.docx",
    help="Tulis satu versi dengan semua usul atasnya sebagai perubahan terlacak.",
)
@click.option("--versi", type=int, help="Versi untuk -o (jika tidak: versi terakhir).")
@answering
def suggestions(settings: Settings, draft: str, out: str | None, versi: int | None) -> None:
    if out:
        _write_made_on(settings, draft, out, versi)
        return
    found = suggesting.offers(desk(settings), draft)
    village = found.case.village
    if settings.as_json:
        say_json([offer_json(offer, village) for offer in found.offers])
        return
    if not found.offers:
        say("Belum ada usul atas rancangan ini.")
    for offer in found.offers:
        _say_offer(offer, village)


def _write_made_on(settings: Settings, draft: str, out: str, versi: int | None) -> None:
    at = desk(settings)
    made = suggesting.write_made_on(at, draft, versi or suggesting.latest_version(at, draft))
    write_output(out, made.docx)
    left = ", ".join(f"no. {number}" for number in made.left_out)
    rest = f" Tidak termasuk usul {left}, karena mengubah kata-kata yang sama." if left else ""
    say(f"{out} memuat usul sebagai perubahan terlacak atas nama pengusulnya.{rest}")


@click.command(
    help="Ambil alih satu atau beberapa usul menjadi versi baru, sebagai perubahan terlacak atas nama pengusulnya."
)
@click.argument("draft")
@click.argument("nomor", type=int, nargs=-1, required=True)
@click.option("-o", "--out", metavar="HASIL.docx", help="Tulis saja ke berkas ini; belum ada yang dicatat.")
@click.option("--dalam-versi", type=int, help="Versi terakhir itu sudah memuat usul; nyatakan saja.")
@answering
def take(
    settings: Settings, draft: str, nomor: tuple[int, ...], out: str | None, dalam_versi: int | None
) -> None:
    at = desk(settings)
    if out:
        write_output(out, suggesting.write_taken(at, draft, nomor))
        say(f"{out} memuat {len(nomor)} usul sebagai perubahan terlacak; belum ada yang dicatat.")
        return
    act = suggesting.say_taken if dalam_versi else suggesting.take_suggestions
    say_written(act(at, draft, nomor, by=who(settings)), settings)


@click.command(help="Tolak usul dengan alasannya; usul itu tetap tersimpan.")
@click.argument("draft")
@click.argument("nomor", type=int)
@click.argument("alasan")
@answering
def refuse(settings: Settings, draft: str, nomor: int, alasan: str) -> None:
    written = suggesting.refuse_suggestion(desk(settings), draft, nomor, reason=alasan, by=who(settings))
    say_written(written, settings)


def _say_offer(offer: Offered, village: Village) -> None:
    one = offer.suggestion
    say(f"Usul {one.number} pada {one.address}, versi {one.version}: {standing_of(offer)}")
    day = tanggal(local_date(one.at, village.zone))
    say(f"  {signature(village, one.by)}, {day}: {wording_sentence(_text(one.old), _text(one.new))}")
    if one.silent:
        say("  ditemukan dengan membandingkan: diubah tanpa lacak perubahan")
    if one.reason:
        say(f"  Alasan: {one.reason}")
    say(f"  Tanda terima {offer.receipt}")


def offer_json(offer: Offered, village: Village) -> dict[str, object]:
    """A suggestion for programs."""
    one = offer.suggestion
    return {
        "suggestion": one.number,
        "version": one.version,
        "address": one.address,
        "old": list(one.old),
        "new": list(one.new),
        "reason": one.reason,
        "silent": one.silent,
        "by": one.by.person,
        "author": signature(village, one.by),
        "word_author": one.word_author or None,
        "at": one.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "open": one.open,
        "fate": one.decision.fate if one.decision else None,
        "decided": one.decision
        and {
            "by": signature(village, one.decision.by),
            "reason": one.decision.reason,
            "version": one.decision.version,
        },
        "fit": offer.fitted.fit if offer.fitted else None,
        "now": offer.fitted.address if offer.fitted else None,
        "rivals": list(offer.rivals),
        "sentence": standing_of(offer),
        "receipt": offer.receipt,
    }


def _text(lines: tuple[str, ...]) -> str:
    return "\n".join(lines)
