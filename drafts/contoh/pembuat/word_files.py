"""Saves Word files: byte for byte alike each time, or the way LibreOffice writes them."""

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from docx.document import Document as WordDocument

LIBREOFFICE_TIMEOUT_SECONDS = 180
FIXED_TIME = (
    2026,
    1,
    1,
    0,
    0,
    0,
)  # a package carries the time of each part; ours must not change from run to run


def document_bytes(document: WordDocument) -> bytes:
    """The package of a document, the same bytes for the same content."""
    raw = BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as package:
        return package_bytes({name: package.read(name) for name in package.namelist()})


def package_bytes(parts: dict[str, bytes]) -> bytes:
    """A package of these parts, in this order."""
    steady = BytesIO()
    with zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return steady.getvalue()


def save_with_libreoffice(docx: bytes, target: Path, soffice: str) -> None:
    """Open `docx` in LibreOffice and let it save the file as `target`; RuntimeError when it cannot."""
    with TemporaryDirectory() as folder:
        source, out = Path(folder, target.name), Path(folder, "out")
        source.write_bytes(docx)
        command = [soffice, "--headless", f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source)]
        done = subprocess.run(command, capture_output=True, timeout=LIBREOFFICE_TIMEOUT_SECONDS, check=False)
        saved = out / target.name
        if not saved.is_file():
            raise RuntimeError(
                f"LibreOffice tidak menyimpan {target.name}: {done.stderr.decode(errors='replace')}"
            )
        target.write_bytes(saved.read_bytes())
