"""Templates: those we ship are the script's, and a village's own one is looked at before it makes a paper."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from papers.conftest import Edit

from perdes_flow.bootstrap.workspace import open_workspace
from perdes_flow.cli.demo.deeds import DRAFT, VILLAGE
from perdes_flow.domain.events import DocumentFiled
from perdes_flow.domain.values import document_path
from perdes_flow.errors import DocxRefused, NotInOffice, TemplateRefused
from perdes_flow.messages.refusals import refusal_sentence
from perdes_flow.papers.checking import template_problems
from perdes_flow.papers.kinds import PAPERS
from perdes_flow.use_cases import issuing

TEMPLATES = Path(__file__).parents[2] / "perdes_flow" / "papers" / "templat"
NOTULEN = (TEMPLATES / "notulen.docx").read_bytes()


def test_the_shipped_templates_are_those_of_the_script(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(TEMPLATES / "buat_templat.py"), str(tmp_path)], check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.glob("*.docx")}
    assert made == {path.name: path.read_bytes() for path in TEMPLATES.glob("*.docx")}
    assert set(PAPERS) <= {name.removesuffix(".docx") for name in made}


@pytest.mark.parametrize("kind", PAPERS)
def test_a_shipped_template_names_only_what_there_is(kind: str) -> None:
    assert template_problems(kind, (TEMPLATES / f"{kind}.docx").read_bytes()) == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{ desa.nama }}", "{{ desa.nma }}", "Kolom “desa.nma” tidak dikenal; yang ada: KABUPATEN"),
        ("{{ desa.nama }}", "{{ harga }}", "Kolom “harga” tidak dikenal"),
        ("{{ o.isi }}", "{{ o.isinya }}", "Kolom “o.isinya” tidak dikenal; yang ada: isi, siapa, tempat"),
        ("{%p for n in s.notulen %}", "{%p if s.notulen %}", "tidak lengkap dekat"),
        ("{{ desa.nama }}", "{{ desa.nama", "Penulisan kolom keliru dekat"),
        (
            "{{ desa.nama }}",
            "{% macro m() %}x{% endmacro %}",
            "Templat memakai makro, yang tidak diperbolehkan",
        ),
        ("{{ desa.nama }}", "{% include 'rahasia' %}", "Templat memakai sisipan berkas"),
        ("{{ desa.nama }}", "{{ desa.nama.format(desa) }}", "Templat memakai pemanggilan fungsi"),
        ("{{ desa.nama }}", "{{ desa.__class__.__mro__ }}", "tidak dikenal"),
        ("{{ desa.nama }}", "{{ desa['nama'] }}", "Templat memakai kurung siku"),
        ("{{ desa.nama }}", "{{ desa.nama|safe }}", "Penyaring “safe” tidak diperbolehkan"),
        ("{{ desa.nama }}", "{{ range(99999999)|join }}", "Templat memakai pemanggilan fungsi"),
    ],
)
def test_what_is_wrong_in_a_template_is_said_in_one_sentence(
    edited: Edit, old: str, new: str, said: str
) -> None:
    problems = template_problems("notulen", edited(NOTULEN, old, new))
    assert any(said in problem for problem in problems), problems
    assert all(problem[-1] == "." and "\n" not in problem for problem in problems)


def test_a_template_with_word_macros_does_not_come_in(edited: Edit) -> None:
    hostile = Path(__file__).parents[2] / "drafts" / "contoh" / "rusak" / "bermakro.docx"
    with pytest.raises(DocxRefused):
        issuing.check_template("notulen", hostile.read_bytes())


def test_a_village_uses_its_own_template_and_goes_back(dossier: Path, tmp_path: Path, edited: Edit) -> None:
    home = Path(shutil.copytree(dossier, tmp_path / "kerja"))
    own = edited(NOTULEN, "Hasil musyawarah", "Kesimpulan rapat")
    with open_workspace(home) as workspace:
        issuing.use_template(workspace.desk(VILLAGE), "notulen", own, by="sekdes")
        assert "Kesimpulan rapat" in _made(workspace, "notulen")
        with pytest.raises(NotInOffice):
            issuing.use_template(workspace.desk(VILLAGE), "notulen", own, by="anggota-1")
        issuing.reset_template(workspace.desk(VILLAGE), "notulen", by="sekdes")
        assert "Kesimpulan rapat" not in _made(workspace, "notulen")


def test_a_template_laid_into_the_folder_is_looked_at_too(
    dossier: Path, tmp_path: Path, edited: Edit
) -> None:
    home = Path(shutil.copytree(dossier, tmp_path / "kerja"))
    (home / "templat").mkdir(exist_ok=True)
    (home / "templat" / "notulen.docx").write_bytes(edited(NOTULEN, "{{ desa.nama }}", "{{ desa.nma }}"))
    with open_workspace(home) as workspace:
        before = workspace.log(VILLAGE).head()
        with pytest.raises(TemplateRefused) as refused:
            issuing.issue_paper(workspace.desk(VILLAGE), DRAFT, "notulen", by="sekretaris-bpd")
        assert "Templat notulen tidak dapat dipakai" in refusal_sentence(refused.value)
        assert workspace.log(VILLAGE).head() == before


def _made(workspace: object, kind: str) -> str:
    import re
    import zipfile
    from io import BytesIO

    desk = workspace.desk(VILLAGE)  # type: ignore[attr-defined]  # a Workspace
    (entry,) = issuing.issue_paper(desk, DRAFT, kind, by="sekretaris-bpd")
    fact = entry.act.fact
    assert isinstance(fact, DocumentFiled)
    docx = desk.files.get(document_path(VILLAGE, DRAFT, kind, fact.file_sha256, ".docx"), fact.file_sha256)
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return re.sub(r"<[^>]+>", "", archive.read("word/document.xml").decode("utf-8"))
