"""The sample Word files open where people open them, and show what their source says."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import pytest
from contoh.contoh_lines import (
    CONTOH,
    DOSSIER,
    FILES,
    VERSIONS,
    W,
    accepted,
    docx_path,
    fold,
    package_names,
    package_part,
    shown_lines,
    source_lines,
)
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Mm

TRACKED = {"Sekretaris BPD", "Sekretaris Desa"}
PEOPLE = {"v1": "KOPI", "v2": "Sekretaris Desa", "v3": "Sekretaris BPD", "v4": "Sekretaris BPD"}


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All four as LibreOffice shows them: FILE.pdf as they are, FILE.txt with tracked changes accepted."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("libreoffice")
    for version in VERSIONS:
        write_accepted(version, folder / FILES[version])
    for kind, files in (
        ("pdf", [docx_path(version) for version in VERSIONS]),
        ("txt:Text (encoded):UTF8", [folder / FILES[version] for version in VERSIONS]),
    ):
        command = [soffice, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        command += ["--convert-to", kind, "--outdir", str(folder), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder


def write_accepted(version: str, target: Path) -> None:
    with zipfile.ZipFile(docx_path(version)) as package, zipfile.ZipFile(target, "w") as copy:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                content = ET.tostring(
                    accepted(ET.fromstring(content)), encoding="utf-8", xml_declaration=True
                )
            copy.writestr(name, content)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_shows_the_words_and_numbers_of_its_source(version: str) -> None:
    assert shown_lines(version) == source_lines(version)


@pytest.mark.parametrize("version", VERSIONS)
def test_libreoffice_shows_the_words_and_numbers_of_the_source(version: str, converted: Path) -> None:
    text = (converted / FILES[version]).with_suffix(".txt").read_text(encoding="utf-8-sig")
    assert [fold(line) for line in text.splitlines() if line.strip()] == source_lines(version)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_can_be_printed(version: str, converted: Path) -> None:
    printed = (converted / FILES[version]).with_suffix(".pdf").read_bytes()
    assert printed.startswith(b"%PDF-")
    assert (
        printed.count(b"/Type/Page\n") + printed.count(b"/Type/Page/") >= 15
    )  # 39 Pasal, penjelasan and lampiran


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_is_on_f4_paper_in_bookman_with_header_and_page_number(version: str) -> None:
    document = docx.Document(str(docx_path(version)))
    section = document.sections[0]
    assert abs(section.page_width - Mm(215)) < Mm(1)
    assert abs(section.page_height - Mm(330)) < Mm(1)
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text
    footer = section.footer._element.xml
    assert "PAGE" in footer
    assert document.styles["Normal"].font.name == "Bookman Old Style"
    assert document.styles["Normal"].font.size.pt == 12
    assert len(document.tables) == 1


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_names_the_office_that_saved_it_and_nobody_else(version: str) -> None:
    properties = docx.Document(str(docx_path(version))).core_properties
    assert properties.author.startswith(PEOPLE[version])
    assert properties.last_modified_by in ("", properties.author)


def test_v2_and_v4_were_saved_by_libreoffice() -> None:
    for version in ("v2", "v4"):
        application = package_part(version, "docProps/app.xml").findtext("{*}Application")
        assert application is not None
        assert application.startswith("LibreOffice")


def test_v1_has_typed_numbers_and_the_later_ones_have_words_own() -> None:
    numbered = {
        version: len(package_part(version, "word/document.xml").findall(f".//{W}numPr"))
        for version in VERSIONS
    }
    assert numbered["v1"] == 0
    for version in ("v2", "v3", "v4"):
        lines = source_lines(version)
        pasal = [line for line in lines[: lines.index("PENJELASAN")] if line.startswith("Pasal ")]
        assert numbered[version] > 4 * len(pasal)


def test_v3_still_has_tracked_changes_of_two_people_and_a_comment() -> None:
    document = package_part("v3", "word/document.xml")
    authors = {tag: {node.get(f"{W}author") for node in document.iter(f"{W}{tag}")} for tag in ("ins", "del")}
    assert authors == {"ins": TRACKED, "del": TRACKED}
    assert document.find(f".//{W}pPr/{W}rPr/{W}ins") is not None, "a whole paragraph is inserted"
    assert document.find(f".//{W}pPr/{W}rPr/{W}del") is not None, "a whole paragraph is deleted"
    comments = package_part("v3", "word/comments.xml").findall(f"{W}comment")
    assert [comment.get(f"{W}author") for comment in comments] == ["Ketua BPD"]
    assert "Hari atau hari kerja?" in "".join(comments[0].itertext())
    assert len(document.findall(f".//{W}commentRangeStart")) == 1


@pytest.mark.parametrize("version", ["v1", "v2", "v4"])
def test_the_other_versions_are_clean(version: str) -> None:
    document = package_part(version, "word/document.xml")
    assert not [node.tag for tag in ("ins", "del", "commentReference") for node in document.iter(f"{W}{tag}")]
    assert "word/comments.xml" not in package_names(version) or not package_part(
        version, "word/comments.xml"
    ).findall(f"{W}comment")


def test_v1_looks_like_a_file_that_was_much_edited() -> None:
    document = package_part("v1", "word/document.xml")
    spelling = [node.get(f"{W}type") for node in document.iter(f"{W}proofErr")]
    assert len(spelling) > 50
    assert spelling.count("spellStart") == spelling.count("spellEnd")
    assert len({node.get(f"{W}rsidR") for node in document.iter(f"{W}r")} - {None}) == 3


def test_the_broken_files_are_broken_in_the_way_the_readme_says() -> None:
    broken = CONTOH / "rusak"
    assert (broken / "pdf-bernama-docx.docx").read_bytes().startswith(b"%PDF-")
    with zipfile.ZipFile(broken / "bermakro.docx") as package:
        assert "word/vbaProject.bin" in package.namelist()
        assert package.testzip() is None
    assert (broken / "terpotong.docx").read_bytes().startswith(b"PK")
    for name in ("pdf-bernama-docx.docx", "terpotong.docx"):
        assert not zipfile.is_zipfile(broken / name)
        with pytest.raises((PackageNotFoundError, zipfile.BadZipFile)):
            docx.Document(str(broken / name))


def test_the_script_makes_the_same_files_again(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    first, second = make_again(tmp_path / "satu"), make_again(tmp_path / "dua")
    for path in sorted(CONTOH.rglob("*.docx")):
        place = path.relative_to(CONTOH)
        if not path.name.startswith(("v2", "v4")):
            assert (first / place).read_bytes() == (second / place).read_bytes(), path.name
    for version in VERSIONS:
        assert shown_lines(version, first / DOSSIER.name) == shown_lines(version), version


def make_again(folder: Path) -> Path:
    shutil.copytree(CONTOH, folder, ignore=shutil.ignore_patterns("*.docx", "__pycache__"))
    subprocess.run(
        [sys.executable, str(folder / "buat_contoh.py")], check=True, capture_output=True, timeout=240
    )
    return folder


def test_every_file_of_the_dossier_is_known() -> None:
    assert sorted(path.name for path in DOSSIER.glob("*.docx")) == sorted(FILES.values())
