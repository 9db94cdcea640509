"""The text that an agreement binds: the same words, the same fingerprint; one letter, another one."""

import io
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from word.hand_made import (
    Part,
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
from word.text_from_the_page import fingerprint, text

from perdes_flow.word.naskah_text import text_sha256
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.text_form import normalised_text

SAMPLES = ROOT / "drafts" / "contoh" / "pelindungan-pmi"


def our_text(data: bytes) -> str:
    return normalised_text(read(Package.open(data)))


def our_fingerprint(data: bytes) -> str:
    return text_sha256(read(Package.open(data)))


# ---- the same words

AUTOMATIC = numbering(definition(1, level(0, "Pasal %1"), level(1, "(%2)")), use(1, 1))


def test_typed_and_automatic_numbers_are_the_same_text() -> None:
    typed = docx(
        paragraph("Pasal 1 Maksud") + paragraph("(1) Desa melindungi.") + paragraph("Pasal 2 Tujuan")
    )
    automatic = docx(
        numbered(1, "Maksud") + numbered(1, "Desa melindungi.", 1) + numbered(1, "Tujuan"), AUTOMATIC
    )
    assert our_text(automatic) == "Pasal 1 Maksud\n(1) Desa melindungi.\nPasal 2 Tujuan\n\f\n\f\n\f\n"
    assert our_fingerprint(typed) == our_fingerprint(automatic)


@pytest.mark.parametrize(
    "same",
    [
        paragraph(run("Pemerintah ") + run("Desa", "<w:b/>") + run(" wajib")),
        paragraph("  Pemerintah\u00a0 Desa\u2009wajib "),
        paragraph("Pemerintah De\u00adsa wa\u200bjib"),
        paragraph(run("Pemerintah") + "<w:r><w:tab/></w:r>" + run("Desa wajib")),
        paragraph("Pemerintah Desa wajib") + paragraph("") + paragraph(" \u00a0 "),
        f'<w:p>{run("Pemerintah Desa ")}<w:del w:id="1" w:author="X"><w:r><w:delText>dapat</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="X">{run("wajib")}</w:ins></w:p>',
    ],
)
def test_what_nobody_sees_changes_no_fingerprint(same: str) -> None:
    assert our_fingerprint(docx(same)) == our_fingerprint(docx(paragraph("Pemerintah Desa wajib")))


def test_a_letter_with_its_accent_apart_is_the_same_letter() -> None:
    assert our_fingerprint(docx(paragraph("caf\u0065\u0301"))) == our_fingerprint(
        docx(paragraph("caf\u00e9"))
    )


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("*.docx")))
def test_a_sample_saved_again_by_libreoffice_keeps_its_fingerprint(name: str, converted) -> None:
    data = (SAMPLES / name).read_bytes()
    assert our_text(converted({"n": data}, "docx")["n"]) == our_text(data)


# ---- other words

STORIES = {
    "document": "",
    "header": "kop",
    "footer": "kaki",
    "footnotes": "catatan",
    "endnotes": "akhir",
}


def whole(**changed: str) -> bytes:
    """A file with a letter to change in every story."""
    words = {
        "document": "wajib",
        **{k: v for k, v in STORIES.items() if v},
        "cell": "sel",
        "box": "kotak",
    } | changed
    box = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{paragraph(words['box'])}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r>'
    notes = {
        kind: f'<w:{kind} w:id="1">{paragraph(words[kind + "s"])}</w:{kind}>'
        for kind in ("footnote", "endnote")
    }
    further: list[Part] = [story(kind, paragraph(words[kind])) for kind in ("header", "footer")]
    further += [story(f"{kind}s", content) for kind, content in notes.items()]
    return docx(f"<w:p>{run(words['document'])}{mark}{box}</w:p>" + table((words["cell"],)), *further)


@pytest.mark.parametrize("where", ["document", "header", "footer", "footnotes", "endnotes", "cell", "box"])
def test_one_letter_anywhere_changes_the_fingerprint(where: str) -> None:
    assert our_fingerprint(whole(**{where: "lainnya"})) != our_fingerprint(whole())


def test_a_line_that_wanders_from_the_body_into_a_note_changes_the_fingerprint() -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = story("footnotes", f'<w:footnote w:id="1">{paragraph("dikecualikan")}</w:footnote>')
    in_the_body = docx(paragraph("wajib") + paragraph("dikecualikan"))
    assert our_fingerprint(docx(f"<w:p>{run('wajib')}{mark}</w:p>", note)) != our_fingerprint(in_the_body)


def test_a_date_that_word_keeps_up_to_date_cannot_pose_as_an_amount() -> None:
    field = '<w:fldSimple w:instr="DATE">{}</w:fldSimple>'.format(run("24"))
    assert our_text(docx(f"<w:p>{run('Rp')}{field}{run('.000')}</w:p>")).startswith("Rp\ufffc.000\n")


# ---- a second reader, written from the page


def test_a_reader_written_from_the_page_alone_finds_the_same_text() -> None:
    for data in (whole(), whole(cell="lain"), docx(paragraph("a") + table(("x", "y"), ("z", "")))):
        assert our_text(data) == text(data)
        assert our_fingerprint(data) == fingerprint(data)


#: What the second reader leaves to others: automatic numbers, tracked changes, the other namespace of "strict" files.
NOT_PLAIN = (b"<w:numPr", b"<w:ins ", b"<w:del ", b"<w:moveFrom ", b"<w:rPrChange ", b"purl.oclc.org/ooxml")


def plain(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".xml"))
    return not any(sign in parts for sign in NOT_PLAIN)


def test_the_second_reader_agrees_on_real_files(shared: Path) -> None:
    files = {path: path.read_bytes() for path in sorted((shared / "corpora").rglob("*.docx"))}
    known = {path: data for path, data in files.items() if plain(data)}
    assert len(known) >= 20
    differing = [path.name for path, data in known.items() if our_text(data) != text(data)]
    assert not differing
