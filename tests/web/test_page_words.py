"""On a page nobody reads of commands: whatever sentence the engine has, the page's own means stand in it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import perdes_flow
from perdes_flow.web.page_words import on_page

ROOMS = ("messages", "use_cases", "workflow", "papers")


_NAMED = re.compile(r"`perdes|(?<![-\w])--[a-z]")


def sentences() -> Iterator[str]:
    """Every text in these rooms' code that names a command or an option."""
    for room in ROOMS:
        for path in sorted(Path(perdes_flow.__file__).with_name(room).rglob("*.py")):
            tree = ast.parse(path.read_text("utf-8"))
            whole = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
            parts = {id(part) for node in whole for part in node.values} | docstrings(tree)
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
                    yield node.value
            for node in whole:
                yield "".join(str(p.value) if isinstance(p, ast.Constant) else "X" for p in node.values)


def docstrings(tree: ast.AST) -> set[int]:
    bodies = [getattr(node, "body", None) for node in ast.walk(tree)]
    return {
        id(body[0].value)
        for body in bodies
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr)
    }


def test_no_sentence_names_a_command_or_an_option() -> None:
    said = {text: on_page(text) for text in sentences() if _NAMED.search(text)}
    assert len(said) > 20
    assert {text: page for text, page in said.items() if _NAMED.search(page)} == {}


@pytest.mark.parametrize(
    ("on_the_line", "on_the_page"),
    [
        (
            "Tidak ada musyawarah yang sedang dibuka; buka dengan `perdes meeting open`.",
            "Tidak ada musyawarah yang sedang dibuka; buka di halaman Musyawarah.",
        ),
        ("Nomor peraturan belum diisi; tambahkan --nomor.", "Nomor peraturan belum diisi; isi kolom nomor."),
        (
            "Nomor “tiga” bukan bilangan; tulis misalnya --nomor 3.",
            "Nomor “tiga” bukan bilangan; tulis misalnya 3.",
        ),
        (
            "Tanggal 4 Mei 2026 belum tiba; periksa --tanggal.",
            "Tanggal 4 Mei 2026 belum tiba; periksa kolom tanggal.",
        ),
        (
            "Catatan nomor 3 belum dijawab; jawab dahulu dengan `perdes answer`, baru dinyatakan selesai.",
            "Catatan nomor 3 belum dijawab; jawab dahulu di halaman Baca, baru dinyatakan selesai.",
        ),
        (
            "Berkas v001.docx hilang; pulihkan dari cadangan dengan `perdes restore`.",
            "Berkas v001.docx hilang; pulihkan dari cadangan oleh pengelola server.",
        ),
        ("Kuorum belum tercapai: hadir 5 dari 9.", "Kuorum belum tercapai: hadir 5 dari 9."),
    ],
)
def test_the_page_names_its_own_means(on_the_line: str, on_the_page: str) -> None:
    assert on_page(on_the_line) == on_the_page
