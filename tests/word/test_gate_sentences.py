"""Every verdict of the gate is one plain Indonesian sentence: what is wrong, and what to do."""

import ast
from pathlib import Path

import pytest

import perdes_flow.word
from perdes_flow.messages.file_warnings import WARNINGS
from perdes_flow.messages.files import REFUSALS, sentence
from perdes_flow.word.gate.letters import KINDS

ROOM = Path(perdes_flow.word.__file__).parent
GENERAL = sentence("KODE_LAIN", {})


def codes(call: str) -> set[str]:
    """The codes that word/ gives to a call of that name, and those in its tables of codes."""
    found = set()
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == call:
                found |= {
                    c.value
                    for c in ast.walk(node.args[0])
                    if isinstance(c, ast.Constant) and str(c.value).isupper()
                }
    return found


def test_every_refusal_has_its_own_sentence() -> None:
    used = codes("DocxRefused") | codes("_refuse_more") | codes("_Crowd")
    assert len(used) > 30
    assert used - set(REFUSALS) == set()


def test_every_warning_has_its_own_sentence() -> None:
    used = codes("Warning") | codes("_shown") | codes("_counted") | {code for code, _ in KINDS}
    assert len(used) > 20
    assert used - set(WARNINGS) == set()


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_a_refusal_says_what_to_do(code: str) -> None:
    said = sentence(code, {"part": "word/document.xml", "count": 70_000, "limit": 50_000})
    assert said.endswith(".")
    assert "; " in said, "what is wrong; what to do"
    assert "{" not in said


@pytest.mark.parametrize("code", sorted(WARNINGS))
def test_a_warning_is_one_sentence(code: str) -> None:
    said = sentence(code, {"text": "Pasal 5", "count": 3})
    assert said.endswith(".")
    assert "{" not in said


def test_an_unknown_code_gets_a_general_sentence() -> None:
    assert (
        GENERAL
        == "Berkas ini tidak dapat dibaca dengan aman; buka dengan Word, simpan ulang sebagai .docx, lalu coba lagi."
    )


def test_numbers_and_sizes_stand_as_people_here_write_them() -> None:
    assert "50.001, paling banyak 50.000" in sentence("PARA_LIMIT", {"count": 50_001, "limit": 50_000})
    assert "(20,5 MB, paling besar 20,0 MB)" in sentence("TOO_BIG", {"size": 21_495_808, "limit": 20 << 20})


def test_what_stands_in_the_file_cannot_turn_the_sentence_around() -> None:
    said = sentence("EXTERNAL", {"target": "http://x.invalid/\u202e\n{part}" + "a" * 500})
    assert "\u202e" not in said
    assert "\n" not in said
    assert "{part}" in said
    assert len(said) < 250
