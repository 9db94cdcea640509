"""Write the templates that perdes-flow ships: `python perdes_flow/papers/templat/buat_templat.py`. The same bytes every time.

A village that wants papers of another look opens one of them in Word, changes it, and hands it in with
`perdes template use`.
"""

import sys
from pathlib import Path

import buku
import surat_bpd
import surat_desa
import surat_keputusan

from perdes_flow.word.writer import package

HERE = Path(__file__).parent
TEMPLATES = {
    make.__name__: make
    for make in (
        surat_bpd.undangan,
        surat_bpd.daftar_hadir,
        surat_bpd.notulen,
        surat_bpd.catatan_bpd,
        surat_bpd.catatan_permasalahan,
        surat_keputusan.berita_acara_kesepakatan,
        surat_keputusan.keputusan_bpd,
        surat_keputusan.persetujuan_bpd,
        surat_keputusan.surat_penyampaian,
        surat_keputusan.tanda_terima,
        surat_keputusan.usulan_anggota_bpd,
        surat_desa.berita_acara_konsultasi,
        surat_desa.matriks_masukan,
        surat_desa.matriks_sandingan,
        surat_desa.surat_pengantar,
        surat_desa.surat_ke_bupati,
        surat_desa.lembaran_desa,
        surat_desa.berita_desa,
        surat_desa.surat_penarikan,
        buku.buku_peraturan,
        buku.buku_keputusan,
        buku.buku_notulen,
    )
}


def main(folder: Path) -> None:
    for kind, make in TEMPLATES.items():
        parts = make()
        docx = package(parts["word/document.xml"], parts["word/footer1.xml"], font="Times New Roman")
        (folder / f"{kind}.docx").write_bytes(docx)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
