"""Make the pictures of the guides again: `python docs/panduan/gambar/buat_gambar.py`. Needs LibreOffice and poppler.

They are the papers of `perdes demo`, as LibreOffice shows them.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PAPERS = ("berita_acara_kesepakatan", "matriks_masukan", "undangan", "keputusan_bpd")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder) / "demo"
        subprocess.run(
            [sys.executable, "-m", "perdes_flow", "demo", str(demo)], check=True, capture_output=True
        )
        papers = demo / "drafts" / "sumberagung" / "pelindungan-pmi" / "dokumen"
        for kind in PAPERS:
            _picture(sorted(papers.glob(f"{kind}-*.docx"))[0], kind, Path(folder))


def _picture(docx: Path, kind: str, folder: Path) -> None:
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx)]
    subprocess.run(convert, check=True, capture_output=True)
    pdf = folder / f"{docx.stem}.pdf"
    draw = [
        "pdftoppm",
        "-png",
        "-gray",
        "-r",
        "64",
        "-f",
        "1",
        "-l",
        "1",
        "-singlefile",
        str(pdf),
        str(HERE / kind),
    ]
    subprocess.run(draw, check=True)


if __name__ == "__main__":
    main()
