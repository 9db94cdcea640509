"""Makes the sample Word files of this folder from their source texts: `python drafts/contoh/buat_contoh.py`.

v1 and v3 come out the same, byte for byte, each time. v2 and v4 are saved by LibreOffice, which must be installed;
their words, numbers and layout come out the same, their bytes do not.
"""

import shutil
from pathlib import Path

import click
from pembuat.broken_files import make_cut_off, make_pdf, make_with_macro
from pembuat.naskah_source import read_naskah
from pembuat.word_files import document_bytes, save_with_libreoffice
from pembuat.word_pages import lay_out

HERE = Path(__file__).parent
DOSSIER = HERE / "pelindungan-pmi"
BROKEN = HERE / "rusak"


@click.command()
def make_all() -> None:
    """Buat ulang semua berkas contoh dari naskah sumbernya."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise click.ClickException("LibreOffice (soffice) belum terpasang; v2 dan v4 disimpan olehnya.")
    make_versions(soffice)
    make_broken()


def make_versions(soffice: str) -> None:
    """Write v1 … v4 of the dossier."""
    v1, v2, v3, v4 = (read_naskah(DOSSIER / "naskah" / f"v{number}.txt") for number in (1, 2, 3, 4))
    by_hand = document_bytes(lay_out(v1, scattered=True, empty_lines=True))
    _write(DOSSIER / "v1-usulan-kopi.docx", by_hand)
    _resave(
        DOSSIER / "v2-setelah-konsultasi-publik.docx", document_bytes(lay_out(v2, automatic=True)), soffice
    )
    in_work = document_bytes(lay_out(v3, automatic=True, scattered=True))
    _write(DOSSIER / "v3-setelah-pembahasan-bpd.docx", in_work)
    _resave(DOSSIER / "v4-disepakati.docx", document_bytes(lay_out(v4, automatic=True)), soffice)


def make_broken() -> None:
    """Write the three files that must be refused."""
    BROKEN.mkdir(exist_ok=True)
    _write(BROKEN / "pdf-bernama-docx.docx", make_pdf())
    _write(BROKEN / "bermakro.docx", make_with_macro())
    _write(BROKEN / "terpotong.docx", make_cut_off())


def _write(target: Path, content: bytes) -> None:
    target.write_bytes(content)
    click.echo(f"{target.relative_to(HERE)}: {len(content)} bita")


def _resave(target: Path, content: bytes, soffice: str) -> None:
    save_with_libreoffice(content, target, soffice)
    click.echo(f"{target.relative_to(HERE)}: {target.stat().st_size} bita, disimpan LibreOffice")


if __name__ == "__main__":
    make_all()
