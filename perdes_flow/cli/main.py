"""The command `perdes`: its table of commands, each loaded only when it is called."""

import gettext
import os
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click

from perdes_flow import __version__
from perdes_flow.cli.settings import Settings, common_options

# command: (module, attribute, what it does); the help page is made from this table alone, so that it comes at once
COMMANDS: dict[str, dict[str, tuple[str, str]]] = {
    "Mulai": {
        "demo": ("demo", "Perlihatkan satu rancangan melalui seluruh prosedur, sampai Berlaku."),
        "init": ("workspace", "Buat folder kerja baru."),
        "desa": ("village", "Daftarkan desa dan atur ketentuan setempat."),
        "person": ("village", "Daftarkan orang dan jabatannya."),
    },
    "Rancangan": {
        "start": ("drafting", "Mulai rancangan baru."),
        "submit": ("drafting", "Serahkan berkas Word sebagai versi berikutnya."),
        "file": ("drafting", "Simpan dokumen resmi (pindaian atau Word) pada rancangan."),
        "status": ("reading", "Apa yang menunggu, siapa, sampai kapan, menurut hukum apa."),
        "history": ("reading", "Riwayat rancangan, dari catatan pertama."),
        "register": ("reading", "Daftar semua rancangan desa."),
        "redline": ("comparing", "Bandingkan dua versi atau dua berkas menjadi redline Word."),
    },
    "Prosedur": {
        "steps": ("procedure", "Langkah yang terbuka, dan syarat yang belum terpenuhi."),
        "step": ("procedure", "Lakukan satu langkah prosedur."),
        "withdraw": ("procedure", "Tarik kembali rancangan."),
        "consent": ("procedure", "Beri persetujuan atas penarikan kembali."),
        "migrate": ("procedure", "Pindahkan rancangan ke alur versi baru."),
        "workflow": ("workflow_files", "Periksa, gambar, atau tabelkan berkas alur."),
    },
    "Pembahasan": {
        "comment": ("reviewing", "Beri catatan pada suatu pasal atau ayat."),
        "reply": ("reviewing", "Tanggapi catatan."),
        "answer": ("reviewing", "Jawab catatan: diterima, sebagian, atau ditolak dengan alasan."),
        "comments": ("threads", "Semua catatan: tanggapan, jawaban, keadaan, dan tempatnya kini."),
        "suggest": ("suggesting", "Usulkan bunyi lain untuk suatu pasal, ayat, atau kata-kata."),
        "suggestions": ("suggesting", "Semua usul perubahan dan keadaannya."),
        "receive": ("receiving", "Terima berkas Word yang kembali: komentar dan perubahannya dicatat."),
        "take": ("suggesting", "Ambil alih usul menjadi versi baru, atas nama pengusulnya."),
        "refuse": ("suggesting", "Tolak usul dengan alasan."),
        "retract": ("reviewing", "Tarik catatan atau usul sendiri; tetap terbaca dan terhitung."),
        "hide": ("reviewing", "Sembunyikan kata-kata catatan; tetap terhitung."),
        "note": ("notes", "Catatan pribadi sebelum musyawarah."),
        "receipt": ("receipt", "Periksa tanda terima."),
        "carry": ("carrying", "Tempatkan catatan pada berkas lama di berkas yang baru."),
        "resolve": ("reviewing", "Nyatakan catatan selesai, atau buka kembali."),
        "consult": ("consulting", "Konsultasi publik: masukan warga, jawabannya, foto."),
        "meeting": ("meeting", "Musyawarah: undang, buka, hadir, sidang, mufakat, suara, notulen, tutup."),
        "paper": ("papers", "Terbitkan dokumen resmi dari catatan."),
        "template": ("papers", "Templat dokumen resmi: ambil, periksa, pakai templat desa sendiri."),
        "book": ("papers", "Tulis buku BPD: data Peraturan Desa, keputusan, notulen."),
        "outbox": ("outbox", "Pesan yang menunggu: teks untuk grup WhatsApp, tautan wa.me, berkas kalender."),
        "worker": ("outbox", "Periksa tenggat, buat pengingat, kirim surel."),
    },
    "Halaman web": {
        "serve": ("serving", "Jalankan halaman web untuk folder kerja ini."),
        "access": ("serving", "Siapa yang dapat masuk: tautan pribadi, PIN, kunci program."),
    },
    "Berkas Word": {
        "check": ("word_files", "Periksa apakah berkas Word aman dan dapat diterima."),
        "accept": ("word_files", "Terima semua perubahan terlacak."),
        "reject": ("word_files", "Tolak semua perubahan terlacak."),
        "outline": ("word_files", "Susunan naskah: bab, pasal, ayat."),
        "lint": (
            "linting",
            "Periksa bentuk naskah menurut kaidah peraturan desa; beri komentar, perbaiki, cetak.",
        ),
        "references": ("referring", "Acuan antarpasal, dan yang tertinggal sesudah penomoran berubah."),
        "tasks": ("linting", "Daftar tugas sesudah pengundangan: siapa, apa, sampai kapan."),
        "akn": ("akn", "Ubah naskah menjadi Akoma Ntoso (XML peraturan)."),
    },
    "Catatan": {
        "verify": ("record", "Periksa rantai catatan dan semua berkas."),
        "verify-log": ("record", "Periksa catatan yang diekspor, tanpa folder kerja."),
        "export": ("record", "Ekspor satu rancangan sebagai ZIP yang dapat diperiksa siapa pun."),
        "fsck": ("record", "Periksa kecocokan catatan, berkas, dan daftar."),
        "reindex": ("record", "Bangun ulang daftar rancangan dari catatan."),
        "erase": ("erasing", "Hapus data pribadi untuk selamanya; rantai catatan tetap utuh."),
        "backup": ("record", "Buat cadangan seluruh folder kerja."),
        "restore": ("record", "Pulihkan cadangan ke folder baru."),
        "db": ("record", "Perbarui basis data."),
    },
}
_WHERE = {name: (module, text) for group in COMMANDS.values() for name, (module, text) in group.items()}


class Program(click.Group):
    """Loads a command's module only when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_WHERE)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _WHERE:
            return None
        module = _loaded(f"perdes_flow.cli.{_WHERE[cmd_name][0]}")
        return _in_indonesian(getattr(module, cmd_name.replace("-", "_")))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, commands in COMMANDS.items():
            with formatter.section(title):
                formatter.write_dl([(name, text) for name, (_, text) in commands.items()])


# what only some commands need: the library's module, and the name of the extra that brings it
_EXTRAS = {"docxtpl": "papers", "num2words": "papers", "segno": "papers", "icalendar": "calendar"}


def _loaded(name: str) -> ModuleType:
    """A command's module; a sentence and exit code 1 where a library was not installed with the program."""
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name not in _EXTRAS:
            raise
        extra = _EXTRAS[error.name]
        click.echo(
            f"Perintah ini memerlukan pustaka tambahan; pasang dengan: pip install 'perdes-flow[{extra}]'.",
            err=True,
        )
        sys.exit(1)


def _in_indonesian(command: click.Command) -> click.Command:
    """The words of the usage line that click has no catalogue for."""
    command.options_metavar = "[PILIHAN]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "PERINTAH …"
        for inner in command.commands.values():
            _in_indonesian(inner)
    return command


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(
    __version__, "--version", prog_name="perdes", message="%(prog)s %(version)s", help="Versi program."
)
@common_options
@click.pass_context
def perdes(ctx: click.Context, /, **given: object) -> None:
    """Alur Peraturan Desa: dari naskah Word sampai Lembaran Desa."""
    ctx.obj = Settings.of(given)


def run() -> None:
    """Start the command line; every refusal becomes a sentence on standard error and exit code 1."""
    _speak_indonesian()
    _in_indonesian(perdes)
    perdes.main(prog_name="perdes")


def _speak_indonesian() -> None:
    """Click's own words (usage, missing argument …) come from our catalogue; output is UTF-8 on Windows too."""
    os.environ["LANGUAGE"] = "id"
    gettext.bindtextdomain("perdes", str(Path(__file__).with_name("locale")))
    gettext.textdomain("perdes")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
