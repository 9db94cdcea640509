"""From the Word file to the tree: reader and parser together."""

from pathlib import Path
from types import ModuleType

import pytest
from generated_regulations import load_generator

from perdes_flow.legal.outline import outline
from perdes_flow.legal.parser import parse
from perdes_flow.word.gate import admit
from perdes_flow.word.reader import read


@pytest.fixture(scope="session")
def legal_cases(shared: Path) -> ModuleType:
    return load_generator(shared)


@pytest.mark.parametrize("auto", [False, True])
def test_the_outline_is_the_same_when_it_comes_from_a_word_file(
    legal_cases: ModuleType, tmp_path: Path, auto: bool
) -> None:
    rendering = legal_cases.Rendering(legal_cases.Draft(legal_cases.Words(42), 60), auto)
    legal_cases.write(rendering, str(tmp_path / "naskah.docx"))
    naskah = parse(read(admit((tmp_path / "naskah.docx").read_bytes())))
    assert outline(naskah).model_dump() == rendering.outline()
    assert naskah.remarks == ()
