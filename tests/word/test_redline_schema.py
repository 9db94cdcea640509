"""A redline is a Word file by the schema: no element stands where Word does not expect it."""

import json
import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from perdes_flow.word.package import Package
from perdes_flow.word.redline import redline
from tests.word.hand_made import (
    definition,
    docx,
    level,
    numbered,
    numbering,
    paragraph,
    run,
    story,
    table,
    use,
)

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
LIST = numbering(definition(0, level(0, "%1.")), use(1, 0))
RONDA, TAMU = (
    "Kepala Dusun mengatur giliran ronda malam.",
    "Tamu yang menginap melapor kepada pengurus setempat.",
)
LONG = f"{RONDA} {TAMU} Iuran dibayar setiap bulan kepada bendahara Desa."
PAGE = '<w:sectPr><w:pgSz w:w="{0}" w:h="16838"/></w:sectPr>'
PAIRS = {
    "words": (docx(paragraph("Iuran setiap bulan.")), docx(paragraph("Iuran setiap tahun."))),
    "paragraphs that came and went": (
        docx(paragraph(RONDA) + paragraph(TAMU, '<w:jc w:val="both"/><w:rPr><w:b/></w:rPr>')),
        docx(paragraph("Baru sama sekali, dan pendek.", '<w:jc w:val="both"/><w:rPr><w:i/></w:rPr>') + paragraph(RONDA)),
    ),
    "formats": (
        docx(paragraph(run("Iuran ") + run("wajib", "<w:b/>"), '<w:keepNext/><w:jc w:val="both"/><w:rPr><w:b/></w:rPr>')),
        docx(paragraph(run("Iuran ", "<w:i/>") + run("wajib"), '<w:jc w:val="left"/><w:rPr><w:i/></w:rPr>')),
    ),
    "cut in two": (docx(paragraph(LONG)), docx(paragraph(RONDA) + paragraph(LONG.removeprefix(RONDA + " ")))),
    "joined": (docx(paragraph(RONDA) + paragraph(LONG.removeprefix(RONDA + " "))), docx(paragraph(LONG))),
    "moved": (
        docx("".join(map(paragraph, ("Pasal 1", LONG, "Pasal 2", RONDA, "Pasal 3", TAMU)))),
        docx("".join(map(paragraph, ("Pasal 1", RONDA, "Pasal 2", TAMU, "Pasal 3", LONG)))),
    ),
    "rows and cells": (
        docx(table(("No", "Jenis", "Tarif"), ("1", "Kios", "5.000"), ("2", "Los", "3.000")) + paragraph(RONDA)),
        docx(table(("No", "Jenis", "Tarif"), ("1", "Kios", "6.000"), ("2", "Lapak", "1.000"), ("3", "Los", "3.000")) + paragraph(RONDA)),
    ),
    "columns": (
        docx(table(("Jenis", "Tarif"), ("Kios", "5.000")) + paragraph(RONDA)),
        docx(table(("Jenis", "Satuan", "Tarif"), ("Kios", "hari", "5.000")) + paragraph(RONDA)),
    ),
    "properties of a table": (
        docx(table(("Kios", "5.000")).replace("<w:tblGrid/>", '<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/></w:tblPr><w:tblGrid/>').replace("<w:tc>", '<w:tc><w:tcPr><w:tcW w:w="50" w:type="dxa"/></w:tcPr>').replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/></w:trPr>") + paragraph(RONDA)),
        docx(table(("Kios", "5.000")).replace("<w:tblGrid/>", '<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="left"/></w:tblPr><w:tblGrid/>').replace("<w:tc>", '<w:tc><w:tcPr><w:tcW w:w="90" w:type="dxa"/><w:vAlign w:val="top"/></w:tcPr>').replace("<w:tr>", "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>") + paragraph(RONDA)),
    ),
    "a link that came last": (docx(paragraph(RONDA)), docx(paragraph(RONDA) + paragraph(f'<w:hyperlink w:anchor="a">{run(TAMU)}</w:hyperlink>'))),
    "a table gone": (docx(table(("a", "b")) + paragraph(RONDA)), docx(paragraph(RONDA))),
    "lists": (docx(numbered(1, RONDA) + numbered(1, TAMU), LIST), docx(paragraph(RONDA) + numbered(1, TAMU), LIST)),
    "sections": (
        docx(paragraph(RONDA, PAGE.format(11906)) + paragraph(TAMU)),
        docx(paragraph(RONDA, PAGE.format(12240)) + paragraph(TAMU)),
    ),
    "notes": (
        docx(paragraph(run(RONDA) + '<w:r><w:footnoteReference w:id="2"/></w:r>'), story("footnotes", f'<w:footnote w:id="2">{paragraph("Lama.")}</w:footnote>')),
        docx(paragraph(run(RONDA)) + paragraph(TAMU)),
    ),
}  # fmt: skip


def redlines() -> dict[str, bytes]:
    return {name: redline(*pair, author="Sekretaris BPD", at=AT).docx for name, pair in PAIRS.items()}


# The order of children by ECMA-376 part 1, 17.3 to 17.4 and 17.13; what we neither write nor carry is left out.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing ind contextualSpacing jc outlineLvl "
    "rPr sectPr pPrChange",
    "rPr": "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps strike color sz szCs highlight u vertAlign lang rPrChange",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblPrChange",
    "trPr": "cnfStyle cantSplit trHeight tblHeader jc ins del trPrChange",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign cellIns cellDel cellMerge tcPrChange",
    "sectPr": "headerReference footerReference type pgSz pgMar cols titlePg sectPrChange",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
}
INSIDE = {  # what a tracked insertion or deletion of text may hold
    "ins": {"r", "sdt"},
    "del": {"r", "sdt"},
    "moveFrom": {"r"},
    "moveTo": {"r"},
}


@pytest.mark.parametrize("case", PAIRS)
def test_everything_in_a_redline_stands_in_the_order_of_the_schema(case: str) -> None:
    package = Package.open(redline(*PAIRS[case], author="Sekretaris BPD", at=AT).docx)
    root = package.tree("word/document.xml")
    assert any(
        etree.QName(e).localname in ("ins", "del", "moveTo", "tblGridChange") or _name(e).endswith("Change")
        for e in root.iter()
    )
    for element in root.iter():
        children = [_name(child) for child in element]
        if _name(element) in ORDER:
            order = ORDER[_name(element)].split()
            assert children == sorted(children, key=order.index), etree.tostring(element)
        elif _name(element) in INSIDE and _name(element.getparent()) not in ("rPr", "trPr"):
            assert set(children) <= INSIDE[_name(element)]
            assert children
        if _name(element) == "p":
            assert "pPr" not in children[1:]
        if _name(element) == "r":
            assert "rPr" not in children[1:]
            inside_deletion = any(_name(around) == "del" for around in element.iterancestors())
            assert ("t" if inside_deletion else "delText") not in children


def _name(element: etree._Element | None) -> str:
    return etree.QName(element).localname if element is not None else ""


@pytest.mark.slow
def test_microsofts_validator_finds_no_fault_in_a_redline_that_its_files_have_not(tmp_path: Path) -> None:
    module = _validator()
    made = redlines()
    files: list[Path] = []
    for n, name in enumerate(PAIRS):
        for kind, data in zip(("old", "new", "redline"), (*PAIRS[name], made[name]), strict=True):
            files.append(tmp_path / f"{n}-{kind}.docx")
            files[-1].write_bytes(data)
    program = Path(__file__).with_name("schema.js")
    said = subprocess.run(
        ["node", str(program), str(module)],
        input="\n".join(map(str, files)),
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    ).stdout
    faults = [set(json.loads(line)) for line in said.splitlines()]
    assert len(faults) == len(files)
    new = {name: faults[3 * n + 2] - faults[3 * n] - faults[3 * n + 1] for n, name in enumerate(PAIRS)}
    assert {name: found for name, found in new.items() if found} == {}


def _validator() -> Path:
    """The npm package @ooxml-tools/validate (MIT): Microsoft's Open XML SDK as WebAssembly."""
    folder = os.environ.get("PERDES_OOXML_VALIDATE", "")
    if not folder and shutil.which("npm") and shutil.which("node"):
        found = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True, timeout=60, check=False)
        folder = str(Path(found.stdout.strip()) / "@ooxml-tools" / "validate")
    module = Path(folder) / "dist" / "npm" / "index.js"
    if not folder or not module.is_file():
        pytest.skip(
            "@ooxml-tools/validate is not installed (npm install -g @ooxml-tools/validate, or PERDES_OOXML_VALIDATE)"
        )
    return module
