"""Makes the three uploads that must be refused: a PDF named .docx, a Word file with a macro part, a cut-off file."""

import zipfile
from io import BytesIO

from docx import Document

from pembuat.word_files import document_bytes, package_bytes

TITLE = "RANCANGAN PERATURAN DESA SUMBERAGUNG TENTANG PELINDUNGAN PEKERJA MIGRAN INDONESIA"
MACRO_PART = "word/vbaProject.bin"
MACRO_TYPE = "application/vnd.ms-office.vbaProject"
MACRO_RELATION = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
OLE_SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")  # how every real vbaProject.bin begins


def make_pdf() -> bytes:
    """A complete PDF of one empty F4 page (609 x 935 points)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 609 935] >>",
    ]
    pdf = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(pdf)
    pdf += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
    return pdf + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def make_with_macro() -> bytes:
    """A readable Word file that carries a macro part; the part is a stub and runs nowhere."""
    with zipfile.ZipFile(BytesIO(_small_docx())) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    override = f'<Override PartName="/{MACRO_PART}" ContentType="{MACRO_TYPE}"/></Types>'
    relation = (
        f'<Relationship Id="rIdMakro" Type="{MACRO_RELATION}" Target="vbaProject.bin"/></Relationships>'
    )
    for name, end, addition in (
        ("[Content_Types].xml", b"</Types>", override),
        ("word/_rels/document.xml.rels", b"</Relationships>", relation),
    ):
        parts[name] = parts[name].replace(end, addition.encode())
    return package_bytes({**parts, MACRO_PART: OLE_SIGNATURE + bytes(504)})


def make_cut_off() -> bytes:
    """The first two thirds of a good Word file, as a broken download leaves it."""
    whole = _small_docx()
    return whole[: len(whole) * 2 // 3]


def _small_docx() -> bytes:
    document = Document()
    document.add_paragraph(TITLE)
    return document_bytes(document)
