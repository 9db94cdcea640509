"""Comments as other programs really write them, not as we imitate them: all that goes in comes out, and back in nothing is new."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from use_cases.test_receiving import V2, _look, _receive, _told

from perdes_flow.domain import events as e
from perdes_flow.use_cases.word_threads import export_comments
from perdes_flow.word.comment_reading import read_comments
from perdes_flow.word.package import Package

WORDS = "3 (tiga) hari kerja"


def by_python_docx() -> bytes:
    """python-docx marks whole runs and knows neither replies nor what is done."""
    document = docx.Document(BytesIO(V2))
    paragraph = next(p for p in document.paragraphs if WORDS in p.text)
    document.add_comment(paragraph.runs, text="Terlalu lama.", author="Bu Sekretaris", initials="BS")
    other = next(p for p in document.paragraphs if "izin" in p.text)
    comment = document.add_comment(other.runs[0], text="Izin siapa?", author="Pak Ketua")
    comment.add_paragraph("Tulis dengan tegas.")
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def by_libreoffice(folder: Path) -> bytes:
    """Written down in LibreOffice's own format, then saved by it for Word: one with an answer on the same words, one done."""
    (folder / "v2.docx").write_bytes(V2)
    own = _converted(folder / "v2.docx", "fodt")
    text = own.read_text("utf-8")
    text = _annotated(text, WORDS, [("Bu Sekretaris", "Terlalu lama."), ("Pak Ketua", "Setuju.")])
    text = _annotated(text, "panggilan video", [("Pak Ketua", "Sebutkan aplikasinya.")], done=True)
    own.write_text(text, "utf-8")
    return _converted(own, "docx:MS Word 2007 XML").read_bytes()


def _annotated(fodt: str, words: str, said: list[tuple[str, str]], *, done: bool = False) -> str:
    """The first place of the words, with annotations as LibreOffice writes them."""
    begin = fodt.index(words)
    begun, ended = "", ""
    for number, (author, text) in enumerate(said):
        name = f"__Annotation__{begin}_{number}"
        resolved = ' loext:resolved="true"' if done else ""
        begun += (
            f'<office:annotation office:name="{name}"{resolved}><dc:creator>{author}</dc:creator>'
            f"<dc:date>2026-02-19T08:0{number}:00</dc:date><text:p>{text}</text:p></office:annotation>"
        )
        ended = f'<office:annotation-end office:name="{name}"/>{ended}'
    return fodt[:begin] + begun + words + ended + fodt[begin + len(words) :]


def _converted(path: Path, form: str) -> Path:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed here")
    ending, target = form.split(":", maxsplit=1)[0], path.parent / "ke"
    profile = f"-env:UserInstallation={(path.parent / 'lo').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", str(target), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return target / f"{path.stem}.{ending}"


def count(data: bytes) -> int:
    """Comments in the file, by its own words and not by our reader."""
    package = Package.open(data)
    parts = [package.read(part).decode("utf-8") for part in package.related("comments")]
    return sum(len(re.findall(r"<w:comment ", part)) for part in parts)


def test_what_python_docx_writes_comes_in_whole_and_back_as_nothing_new(deliberation: Any) -> None:
    data = by_python_docx()
    assert count(data) == 2
    assert _look(deliberation, data) == "Berkas ini berdasar versi 2: 0 perubahan, 2 komentar."
    assert sum(isinstance(fact, e.CommentReceived) for fact in _receive(deliberation, data)) == 2
    told = _told(deliberation)
    assert [(author, text, done) for _, _, author, text, done, _ in told] == [
        ("Bu Sekretaris", "Terlalu lama.", False),
        ("Pak Ketua", "Izin siapa?\nTulis dengan tegas.", False),
    ]
    assert WORDS in told[0][1]
    exported = deliberation.do(export_comments)
    assert count(exported) == len(read_comments(Package.open(exported)))
    assert _receive(deliberation, exported) == []


@pytest.mark.slow
def test_what_libreoffice_writes_comes_in_whole_and_back_as_nothing_new(
    deliberation: Any, tmp_path: Path
) -> None:
    data = by_libreoffice(tmp_path)
    assert count(data) == 3
    assert _look(deliberation, data) == "Berkas ini berdasar versi 2: 0 perubahan, 3 komentar."
    facts = _receive(deliberation, data)
    assert sum(isinstance(fact, e.CommentReceived | e.ReplyReceived) for fact in facts) == 3
    assert [
        (quote, author, text, done, replies) for _, quote, author, text, done, replies in _told(deliberation)
    ] == [
        (WORDS, "Bu Sekretaris", "Terlalu lama.", False, [("Pak Ketua", "Setuju.")]),
        ("panggilan video", "Pak Ketua", "Sebutkan aplikasinya.", True, []),
    ]
    exported = deliberation.do(export_comments)
    (tmp_path / "ekspor.docx").write_bytes(exported)
    saved = _converted(tmp_path / "ekspor.docx", "docx:MS Word 2007 XML").read_bytes()
    assert count(saved) == count(exported)
    assert _receive(deliberation, saved) == []
