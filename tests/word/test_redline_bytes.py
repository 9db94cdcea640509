"""What the redline reads and writes as bytes is what a reader of XML would have made of it."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from perdes_flow.legal.difference import difference
from perdes_flow.legal.renumbering import NO_SHIFTS
from perdes_flow.word.package import Package
from perdes_flow.word.redline import redline, splitting
from perdes_flow.word.redline.authors import author_of
from perdes_flow.word.redline.cutting import cut
from perdes_flow.word.redline.pen import Pen
from perdes_flow.word.redline.phrases import replace_phrases
from perdes_flow.word.redline.plain import edited, read_plain
from perdes_flow.word.redline.plain_settling import settle_plain
from perdes_flow.word.redline.plain_words import replaced_words
from perdes_flow.word.redline.settling import settle
from perdes_flow.word.redline.sheet import CutStory, Sheet
from perdes_flow.word.redline.sources import joined_runs, sources
from perdes_flow.word.revisions import Mode
from tests.word.hand_made import NAMESPACES, W, docx, parts_of, story, zipped

AT = datetime(2026, 1, 1, tzinfo=UTC)
PARAGRAPH = "<w:p><w:r><w:t>Satu.</w:t></w:r></w:p>"
BODIES = {
    "paragraphs": PARAGRAPH * 3 + "<w:sectPr/>",
    "empty paragraphs": f"<w:p/>{PARAGRAPH}<w:p w:rsidR='1'/><w:p></w:p>",
    "a table": f"{PARAGRAPH}<w:tbl><w:tr><w:tc>{PARAGRAPH}<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>{PARAGRAPH}",
    "a box in a paragraph": f"<w:p><w:r><w:txbxContent>{PARAGRAPH}<w:p/></w:txbxContent></w:r></w:p>{PARAGRAPH}",
    "a control": f"<w:sdt><w:sdtContent>{PARAGRAPH}{PARAGRAPH}</w:sdtContent></w:sdt>{PARAGRAPH}",
    "marks between": f'<w:bookmarkStart w:id="0" w:name="a"/>{PARAGRAPH}<w:bookmarkEnd w:id="0"/>{PARAGRAPH}<w:sectPr><w:pgSz/></w:sectPr>',
    "blanks between": f"\n  {PARAGRAPH}\n  {PARAGRAPH}\r\n<w:tbl>\n<w:tr/></w:tbl>\n",
    "nothing": "",
}


def part(body: str) -> bytes:
    return f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()


@pytest.mark.parametrize("window", [1, 60, 100, splitting.WINDOW])
@pytest.mark.parametrize("case", BODIES)
def test_a_body_is_cut_where_its_blocks_end(monkeypatch: pytest.MonkeyPatch, case: str, window: int) -> None:
    monkeypatch.setattr(splitting, "WINDOW", window)  # however much of it is split at once
    pieces = cut(part(BODIES[case]))
    assert pieces is not None
    wanted = list(etree.fromstring(part(BODIES[case]))[0])
    story = CutStory(pieces, "main")
    assert [_xml(story.element(i)) for i in range(len(story.looks))] == [_xml(child) for child in wanted]


@pytest.mark.parametrize(
    "body",
    [
        f"<!-- </w:p> -->{PARAGRAPH}",
        f"<w:p><w:r><w:t><![CDATA[</w:p>]]></w:t></w:r></w:p>{PARAGRAPH}",
        f"<?a </w:p> ?>{PARAGRAPH}",
        "<w:p><w:r><w:t>2 > 1</w:t></w:r></w:p>",
        f"<w:p xmlns:w='{W}'/>",
        f"<x:p xmlns:x='{W}'/>",
        "<w:p><w:r></w:p></w:r>",
        "<w:p>&unknown;</w:p>",
        "<perdes-hole a='0' b='1'/>",
    ],
)
def test_a_body_in_which_something_hides_is_not_cut(body: str) -> None:
    assert cut(part(body)) is None
    assert cut(part(PARAGRAPH)) is not None


@given(
    st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["bring", "place", "blob", "write"])), max_size=9)
)
def test_a_body_written_on_keeps_its_order(acts: list[tuple[int, str]]) -> None:
    blocks = [f"<w:p><w:r><w:t>{n}</w:t></w:r></w:p>" for n in range(5)]
    pieces = cut(part("".join(blocks) + "<w:sectPr/>"))
    assert pieces is not None
    sheet = Sheet(CutStory(pieces, "main"))
    before: list[list[str]] = [[] for _ in range(6)]
    brought: set[int] = set()
    for count, (n, act) in enumerate(acts):
        new = f"<w:p><w:r><w:t>{count}, new</w:t></w:r></w:p>"
        if act == "place":
            sheet.place(etree.fromstring(new.replace("<w:p>", f'<w:p xmlns:w="{W}">')), n)
            before[n].append(new)
        elif act == "blob":
            sheet.place_bytes(new.encode(), n)
            before[n].append(new)
        elif act == "bring" and n < 5:
            sheet.block(n)
            brought.add(n)
        elif act == "write" and n < 5 and n not in brought:
            sheet.write(n, new.encode())
            blocks[n] = new
    wanted = "".join(
        "".join(come) + block for come, block in zip(before, [*blocks, "<w:sectPr/>"], strict=True)
    )
    assert sheet.packed() == part(wanted)


TEXT = st.text(st.sampled_from("ab <&>é"), min_size=1, max_size=4).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
FORM = st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:rFonts w:ascii="Arial"/><w:i/></w:rPr>'])


def _runs(tag: str) -> st.SearchStrategy[str]:
    run = st.builds(
        '<w:r>{}<w:{} xml:space="preserve">{}</w:{}></w:r>'.format, FORM, st.just(tag), TEXT, st.just(tag)
    )
    return st.lists(run, min_size=1, max_size=3).map("".join)


MARK = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
PIECES = st.one_of(
    _runs("t"),
    _runs("t").map(lambda runs: f"<w:ins {MARK}>{runs}</w:ins>"),
    _runs("delText").map(lambda runs: f"<w:del {MARK}>{runs}</w:del>"),
)
PROPERTIES = st.sampled_from(
    [
        "",
        '<w:pPr><w:jc w:val="both"/></w:pPr>',
        f"<w:pPr><w:rPr><w:ins {MARK}/></w:rPr></w:pPr>",
        f'<w:pPr><w:jc w:val="both"/><w:rPr><w:del {MARK}/><w:b/></w:rPr></w:pPr>',
        f'<w:pPr><w:jc w:val="both"/><w:pPrChange {MARK}><w:pPr/></w:pPrChange></w:pPr>',
    ]
)


@settings(max_examples=300)
@given(PROPERTIES, st.lists(PIECES, max_size=4).map("".join))
def test_a_plain_paragraph_is_settled_by_its_bytes_as_it_is_as_an_element(
    properties: str, content: str
) -> None:
    look = f"<w:p>{properties}{content}</w:p>".encode()
    settled = settle_plain(look)
    if settled is None:
        assert (
            "rPr><w:" in properties or "Change" in properties
        )  # it leaves something behind, or is more than plain
        return
    for wanted, mode in zip(settled, (Mode.ACCEPT, Mode.REJECT), strict=True):
        tree = etree.fromstring(part(look.decode() + "<w:p/>"))
        settle(tree, mode)
        *here, behind = sources(tree[0])
        assert behind == b"<w:p/>"
        assert joined_runs(wanted).replace(b"<w:p></w:p>", b"<w:p/>") == joined_runs(b"".join(here))


WORDS = st.lists(st.sampled_from(["desa", "warga", "b", "7", ",", " ", "  ", "&amp;"]), max_size=5).map(
    "".join
)


@settings(max_examples=500)
@given(st.lists(st.tuples(FORM, WORDS), min_size=1, max_size=3), st.integers(0, 2), WORDS)
def test_words_replaced_in_one_run_are_written_as_in_any_plain_paragraph(
    runs: list[tuple[str, str]], n: int, text: str
) -> None:
    others = [(form, text if i == n else kept) for i, (form, kept) in enumerate(runs)]
    old, new = (f"<w:p>{''.join(map(_run, side))}</w:p>".encode() for side in (runs, others))
    quick = replaced_words(old, new, Pen("A", AT), lambda: NO_SHIFTS)
    if quick is None:
        return
    before, after = (read_plain(look, lambda properties: (properties,)) for look in (old, new))
    if before is None or after is None:
        assert any(not kept or (kept != kept.strip()) for _, kept in runs)  # a run that no program writes
        return
    stretches = replace_phrases(difference(before.text, after.text), before, after)
    author = author_of(before.text, after.text, lambda: NO_SHIFTS)
    assert quick.decode() == f"{edited(before, after, stretches, Pen('A', AT), author)}</w:p>"


def _run(run: tuple[str, str]) -> str:
    form, text = run
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    return f"<w:r>{form}<w:t{kept}>{text}</w:t></w:r>"


def test_a_word_replaced_in_one_run_is_written_without_reading_the_paragraph() -> None:
    old, new = (
        f"<w:p><w:r><w:t>Iuran dibayar {word} oleh warga.</w:t></w:r></w:p>".encode()
        for word in ("bulanan", "tahunan")
    )
    mark = 'w:author="A" w:date="2026-01-01T00:00:00Z"'
    assert (
        replaced_words(old, new, Pen("A", AT), lambda: NO_SHIFTS)
        == (
            '<w:r><w:t xml:space="preserve">Iuran dibayar </w:t></w:r>'
            f'<w:del w:id="1" {mark}><w:r><w:delText>bulanan</w:delText></w:r></w:del>'
            f'<w:ins w:id="2" {mark}><w:r><w:t>tahunan</w:t></w:r></w:ins>'
            '<w:r><w:t xml:space="preserve"> oleh warga.</w:t></w:r></w:p>'
        ).encode()
    )


def test_a_reference_that_shifts_in_one_run_is_signed_as_renumbering() -> None:
    first = "<w:p><w:r><w:t>Sesuai Pasal 2 dan </w:t></w:r>"
    old, new = (
        f"{first}<w:r><w:t>Pasal {number} ayat (1), iuran {word} dibayar.</w:t></w:r></w:p>".encode()
        for number, word in ((4, "warga"), (5, "desa"))
    )
    shifts = frozenset({("pasal", "4", "5")})
    made = replaced_words(old, new, Pen("A", AT), lambda: shifts)
    assert made is not None
    signed = re.findall('w:author="(.*?)".*?<w:(?:delText|t)>(.*?)<', made.decode())
    assert signed == [("Penomoran", "4"), ("Penomoran", "5"), ("A", "warga"), ("A", "desa")]


def test_what_did_not_change_is_written_byte_for_byte() -> None:
    strange = "<w:p  w:rsidR='00A1' ><w:r><w:t xml:space = 'preserve'>Tetap.</w:t></w:r></w:p>"
    old, new = (docx(strange + f"<w:p><w:r><w:t>{word}</w:t></w:r></w:p>") for word in ("Lama.", "Baru."))
    made = redline(old, new, author="A", at=datetime(2026, 1, 1, tzinfo=UTC)).docx
    assert strange.encode() in Package.open(made).read("word/document.xml")


def _xml(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)


def test_a_paragraph_of_the_old_file_keeps_names_that_the_new_file_does_not_know() -> None:
    shadow = '<w:rPr><n:shadow n:val="1"/></w:rPr>'
    gone = f"<w:p><w:r>{shadow}<w:t>Paragraf yang hilang.</w:t></w:r></w:p>"
    files = [docx(body) for body in (PARAGRAPH + gone, PARAGRAPH)]
    known = [main.replace(b"xmlns:w=", b'xmlns:n="urn:nama" xmlns:w=', 1) for main in map(_main, files)]
    old = _with_main(files[0], known[0])
    made = redline(old, files[1], author="A", at=datetime(2026, 1, 1, tzinfo=UTC)).docx
    assert b'xmlns:n="urn:nama"' in _main(made)


def _main(data: bytes) -> bytes:
    return Package.open(data).read("word/document.xml")


def _with_main(data: bytes, main: bytes) -> bytes:
    return Package.open(data).pack(written={"word/document.xml": main})


def test_a_body_that_is_too_large_to_be_read_is_left_to_the_reader_that_refuses_it() -> None:
    assert cut(part('<w:p w:rsidR="1"/>' * 700_000)) is None
    assert cut(part(f"<w:p><w:r><w:t>{'a' * 1_100_000}</w:t></w:r></w:p>")) is None
    assert cut(part('<w:p w:rsidR="1"/>' * 700)) is not None


def test_the_same_two_files_give_the_same_bytes_in_every_run_of_the_program(tmp_path: Path) -> None:
    kinds = ("default", "first", "even")
    headers = [
        story("header", f"<w:p><w:r><w:t>Kop {kind}.</w:t></w:r></w:p>", n) for n, kind in enumerate(kinds, 1)
    ]
    references = "".join(
        f'<w:headerReference w:type="{kind}" r:id="rId{n}"/>' for n, kind in enumerate(kinds, 1)
    )
    parts = parts_of(PARAGRAPH, headers)
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:sectPr/>", f"<w:sectPr>{references}</w:sectPr>".encode()
    )
    (tmp_path / "old.docx").write_bytes(zipped(parts))
    (tmp_path / "new.docx").write_bytes(docx(PARAGRAPH))
    made = set()
    for seed in ("1", "2", "3"):  # sets of words have another order in every run
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", REDLINE, str(tmp_path)], env=environment, check=True)
        made.add((tmp_path / "out.docx").read_bytes())
    assert len(made) == 1


REDLINE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from perdes_flow.word.redline import redline

old, new, out = (Path(sys.argv[1], name + ".docx") for name in ("old", "new", "out"))
at = datetime(2026, 1, 1, tzinfo=UTC)
out.write_bytes(redline(old.read_bytes(), new.read_bytes(), author="A", at=at).docx)
"""
